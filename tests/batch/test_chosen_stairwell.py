"""``--entrance`` of a batch: it chooses among stairwells, and never fills a book of another one."""

from __future__ import annotations

import pytest

from elevshare.batch.listing import read_list
from elevshare.batch.reading import Defaults, read_project
from elevshare.errors import InputError
from elevshare.intake.tables.choices import choices_of

ROSTER = "楼号,单元,房号,楼层,建筑面积,参与\n" + "".join(
    f"12,{entrance},{storey}0{entrance},{storey},80,是\n"
    for entrance in (1, 2)
    for storey in (1, 2)
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "册.csv").write_text(ROSTER, "utf-8")
    return tmp_path


def made(path, asked):
    """Stairwell and rooms of every book."""
    choices = choices_of(entrance=asked)
    listing = read_list(path, choices)
    defaults = Defaults("通用-按面积", choices=choices)
    projects = [read_project(entry, listing.folder, defaults) for entry in listing.entries]
    return [(one.papers.entrance, [flat.room for flat in one.flats]) for one in projects]


def test_only_the_stairwell_that_is_asked_for_is_made(folder):
    assert made(folder / "册.csv", "12-2") == [("2 单元", ["102", "202"])]
    assert len(made(folder / "册.csv", None)) == 2


def test_a_stairwell_that_is_not_there_is_refused(folder):
    with pytest.raises(InputError, match="没有单元「7」，现有 12-1、12-2"):
        made(folder / "册.csv", "7")


def test_what_a_row_says_of_its_stairwell_counts(folder):
    (folder / "清单.csv").write_text("楼号,单元,名册\n12,1,册.csv\n12,2,册.csv\n", "utf-8")
    assert made(folder / "清单.csv", "12-2") == [
        ("1 单元", ["101", "201"]),
        ("2 单元", ["102", "202"]),
    ]
