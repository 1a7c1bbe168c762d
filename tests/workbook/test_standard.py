"""Every ready book and filled books of every family keep the points of a good workbook."""

from functools import cache
from pathlib import Path

import pytest
import records
import samples
from standard import broken, findings
from standard.exceptions import EXEMPTIONS, exempt
from standard.model import Book

from elevshare.collecting.book import make_summary

TEMPLATES = Path(__file__).parent.parent.parent / "xlsx_templates"
READY = sorted(path.name for path in TEMPLATES.glob("*.xlsx"))
#: The books that show every exemption: filled ones, and a template of each kind of scheme.
TELLING = [
    *samples.NAMES,
    "加梯分摊-无锡.xlsx",
    "加梯分摊-长春.xlsx",
    "加梯租赁-华龄安康.xlsx",
    "加梯刷卡-融盛安泰.xlsx",
]


@cache
def opened(name):
    """A book, read once."""
    if name in samples.NAMES:
        return Book(name, samples.sample(name).data)
    return Book(name, (TEMPLATES / name).read_bytes())


@pytest.mark.sampled(12)
@pytest.mark.parametrize("name", [*READY, *samples.NAMES])
def test_a_book_keeps_every_point(name):
    assert broken(opened(name)) == {}


@pytest.mark.parametrize("collection", [records.mixed(), records.many(1)], ids=["mixed", "one"])
def test_a_summary_keeps_every_point(collection):
    assert broken(Book("summary", make_summary(collection))) == {}


@pytest.mark.sampled(0)
def test_every_exemption_is_still_needed():
    books = [*map(opened, TELLING), Book("summary", make_summary(records.mixed()))]
    used = {one for book in books for point in {one.point for one in EXEMPTIONS}
            for some in findings(book, point) for one in exempt(point, some)}  # fmt: skip
    assert [one for one in EXEMPTIONS if one not in used] == []
