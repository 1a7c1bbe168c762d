"""Whatever was seen to change the picture of a printed paper is reported by `check`.

What LibreOffice printed otherwise is recorded; with ``--all`` a few new changes are printed.
"""

from __future__ import annotations

import many_changes
import pytest
from picture_book import book
from random_changes import Change, drawn
from sampling import some

#: Live changes that are printed with ``--all``.
_LIVE = range(20_000, 20_040)


@pytest.fixture(scope="module")
def usual():
    """What is said of the book as it was made."""
    return many_changes.said(book())


def test_what_was_seen_to_change_a_picture_is_reported(usual, record_property):
    recorded = [change for _, change, seen in many_changes.recorded(many_changes.RECORDED) if seen]
    tried = some(recorded, 9)
    missed = [
        one.line()
        for one in tried
        if not many_changes.new(many_changes.said(many_changes.changed(one)), usual)
    ]
    record_property(
        "figure", f"印出来不同的改动 {len(tried)} 处，报告 {len(tried) - len(missed)} 处"
    )
    assert missed == []
    assert len(recorded) >= 60


def test_what_is_recorded_is_of_every_part_of_a_paper():
    parts = {change.part for _, change, _ in many_changes.recorded(many_changes.RECORDED)}
    assert {"公示", "账单", "图表", "xl/styles.xml"} <= parts
    assert any(one.startswith("xl/charts/") for one in parts)


def test_a_change_is_drawn_the_same_again_and_reads_back():
    file = many_changes.BookFile(book())
    change = drawn(file, 7)
    assert change == drawn(file, 7) == Change.of(change.line())
    assert change != drawn(file, 8)


def test_nothing_is_said_where_nothing_is_changed(usual):
    assert usual == {}


@pytest.mark.sampled(0)
def test_new_changes_are_printed_and_reported(tmp_path, usual):
    file = many_changes.BookFile(book())
    changes = {seed: drawn(file, seed) for seed in _LIVE}
    seen = [seed for seed, differs in many_changes.seen(changes, tmp_path) if differs]
    missed = [
        changes[one].line()
        for one in seen
        if not many_changes.new(many_changes.said(many_changes.changed(changes[one])), usual)
    ]
    assert seen and missed == []
