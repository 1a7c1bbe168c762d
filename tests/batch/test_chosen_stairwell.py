"""``--entrance`` of a batch: it chooses among stairwells, and never fills a book of another one."""

from __future__ import annotations

import pytest

from elevshare.batch.listing import read_list
from elevshare.batch.output_folder import OutputFolder
from elevshare.batch.planning import named, planned
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


def test_a_roster_of_another_estate_is_refused(folder):
    roster = "".join(f"阳光里,{line}" for line in ROSTER.splitlines(keepends=True))
    (folder / "册.csv").write_text(roster.replace("阳光里", "小区", 1), "utf-8")
    (folder / "清单.csv").write_text("小区,楼号,单元,名册\n幸福里,12,1,册.csv\n", "utf-8")
    with pytest.raises(InputError, match="没有单元「幸福里 12-1」，现有 阳光里 12-1"):
        made(folder / "清单.csv", None)
    (folder / "清单.csv").write_text("小区,楼号,单元,名册\n阳光里小区,12,1,册.csv\n", "utf-8")
    assert made(folder / "清单.csv", None) == [("1 单元", ["101", "201"])]


@pytest.mark.parametrize(("second", "told"), [("2,册.csv", True), ("2,别.csv", False)])
def test_the_households_of_another_row_are_told(folder, second, told):
    plain = "房号,楼层,建筑面积,参与\n101,1,80,是\n"
    for name in ("册.csv", "别.csv"):
        (folder / name).write_text(plain, "utf-8")
    (folder / "清单.csv").write_text(f"楼号,单元,名册\n1,1,册.csv\n1,{second}\n", "utf-8")
    listing = read_list(folder / "清单.csv")
    with OutputFolder(folder / "出") as output:
        plan = planned(
            listing, named(listing, folder / "出"), Defaults("通用-按面积"), output, print
        )
    assert [one.place for one in plan.findings] == ["清单.csv 第 3 行"] * told
    assert not told or "住户和第 2 行的是同一份" in str(plan.findings[0])
