"""Lists of buildings in the shapes that people have: the files of ``cases/lists``, and more of their kind."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from elevshare.batch.listing import read_list
from elevshare.batch.reading import Defaults, read_project
from elevshare.errors import InputError

CASES = Path(__file__).parent / "cases" / "lists"
HEADING = ["小区", "楼号", "单元", "方案", "层数", "每层面积", "总费用", "补贴"]
ROW = ["幸福里", "12", "3", "南京", "6", "80、100", "60万", "20万"]
NEXT = ["幸福里", "12", "4", "南京", "6", "80、100", "60万", "20万"]


def projects(path):
    listing = read_list(path)
    return [read_project(entry, listing.folder, Defaults()) for entry in listing.entries]


def money(found):
    return [(project.cost, project.subsidy.amount) for project in found]


def places(found):
    papers = [project.papers for project in found]
    return [(paper.estate, paper.building, paper.entrance) for paper in papers]


@pytest.fixture(params=["xlsx", "utf-8", "gb18030"])
def write(request, tmp_path):
    """Write the rows of a list, as a workbook or a text."""

    def as_file(rows):
        if request.param == "xlsx":
            path = tmp_path / "清单.xlsx"
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append(row)
            book.save(path)
        else:
            path = tmp_path / "清单.csv"
            lines = [",".join(str(cell or "") for cell in row) for row in rows]
            path.write_bytes("\r\n".join(lines).encode(request.param))
        return path

    return as_file


def test_money_in_ten_thousands_of_yuan():
    assert money(projects(CASES / "清单_万元.csv")) == [(60_000_000, 20_000_000)]


def test_a_total_is_no_building():
    found = projects(CASES / "清单_合计.csv")
    assert places(found) == [("幸福里", "12", "3"), ("幸福里", "12", "4")]


def test_what_is_blank_below_is_as_above():
    found = projects(CASES / "清单_合并.csv")
    assert places(found) == [("幸福里", "12", "3"), ("幸福里", "12", "4")]
    assert money(found) == [(60_000_000, 20_000_000)] * 2
    assert [len(project.flats) for project in found] == [12, 12]


@pytest.mark.parametrize(
    ("cost", "subsidy", "given"),
    [
        ("总费用（万元）", "补贴（万元）", ("60", "20")),
        ("总费用/万元", "补贴(万元)", ("60.0", "20")),
        ("总费用（元）", "补贴（元）", ("600000", "200000")),
        ("总费用(单位：万元)", "财政补贴（万元）", ("60", "20")),
        ("费用合计（万元）", "补贴", ("60", "20万元")),
        ("总费用", "补贴金额（元）", ("60 万元", "200,000")),
        ("总造价（万）", "政府补贴（万）", ("60", "20")),
        ("总费用（千元）", "补贴（千元）", ("600", "200")),
        ("总费用（万元）", "补贴（万元）", ("60万", "20万元")),
        ("总费用（元）", "补贴（元）", ("¥600000", "200000元")),
    ],
)
def test_units_of_money(tmp_path, cost, subsidy, given):
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    book.active.append([*HEADING[:6], cost, subsidy])
    book.active.append([*ROW[:6], *given])
    book.save(path)
    assert money(projects(path)) == [(60_000_000, 20_000_000)]


@pytest.mark.parametrize(
    "cost", ["总费用（亿元）", "总费用（美元）", "总费用（预算）", "总费用（不含补贴）"]
)
def test_units_and_words_that_nobody_knows_are_refused_or_not_read(write, cost):
    """A cost of 60 is never taken for 60 yuan."""
    try:
        found = projects(write([[*HEADING[:6], cost, "补贴"], [*ROW[:6], "60", "20万"]]))
    except InputError:
        return
    assert [project.cost for project in found] == [0]


@pytest.mark.parametrize(
    "row",
    [
        ["合计", None, None, None, None, None, "120万", "40万"],
        ["总 计", None, None, None, None, None, "120万", "40万"],
        [None, None, "合计", None, None, None, "120万", "40万"],
        ["合计：2栋", None, None, None, None, None, "120万", "40万"],
        ["小计", None, None, None, 12, None, "120万", "40万"],
        ["共计", None, None, None, None, None, "120万", None],
        ["制表人：王会计", None, None, None, None, None, "审核：李主任", None],
        ["填表日期：2026年3月1日", None, None, None, None, None, None, None],
        ["备注：费用为预算", None, None, None, None, None, None, None],
    ],
)
def test_totals_and_feet(write, row):
    found = projects(write([HEADING, ROW, NEXT, row]))
    assert places(found) == [("幸福里", "12", "3"), ("幸福里", "12", "4")]
    assert money(found) == [(60_000_000, 20_000_000)] * 2


def test_merged_cells(tmp_path):
    """What is merged downwards counts for all the rows that it spans."""
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    for row in (["加装电梯清单"], HEADING, ROW, [None, None, "4", *[None] * 5]):
        book.active.append(row)
    for column in "ABDEFGH":
        book.active.merge_cells(f"{column}3:{column}4")
    book.save(path)
    found = projects(path)
    assert places(found) == [("幸福里", "12", "3"), ("幸福里", "12", "4")]
    assert money(found) == [(60_000_000, 20_000_000)] * 2


def test_the_heading_again_and_blank_rows(write):
    found = projects(write([["2026 年清单"], HEADING, ROW, [], HEADING, NEXT, []]))
    assert places(found) == [("幸福里", "12", "3"), ("幸福里", "12", "4")]


def test_stars_and_unseen_characters(write):
    heading = [
        "*小区",
        "楼 号",
        "单元\u200b",
        "*方案：",
        "层数",
        "每层面积（㎡）",
        "总费用",
        "补贴",
    ]
    assert places(projects(write([heading, ROW]))) == [("幸福里", "12", "3")]


# ---------------------------------------------------------------- rosters of several stairwells


ROSTER = [
    ["楼号", "单元", "房号", "楼层", "建筑面积", "业主", "参与"],
    *(
        [12, entrance, f"{n}01", n, 80 + entrance, "张三", "是"]
        for entrance in (1, 2)
        for n in (1, 2)
    ),
]


def test_every_row_takes_its_own_stairwell_of_one_roster(write, tmp_path):
    book = openpyxl.Workbook()
    for row in ROSTER:
        book.active.append(row)
    book.save(tmp_path / "住户.xlsx")
    heading = ["楼号", "单元", "方案", "名册", "总费用"]
    rows = [["12", n, "通用-按面积", "住户.xlsx", "60万"] for n in ("1", "2单元")]
    found = projects(write([heading, *rows]))
    assert [{flat.area for flat in project.flats} for project in found] == [{8100}, {8200}]


def test_a_stairwell_that_the_roster_does_not_have(write, tmp_path):
    book = openpyxl.Workbook()
    for row in ROSTER:
        book.active.append(row)
    book.save(tmp_path / "住户.xlsx")
    heading = ["楼号", "单元", "方案", "名册", "总费用"]
    with pytest.raises(InputError, match="单元"):
        projects(write([heading, ["12", "3", "通用-按面积", "住户.xlsx", "60万"]]))


# ---------------------------------------------------------------- what is seen and what is hidden


def test_hidden_rows_make_no_book_unasked(tmp_path):
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    for row in (HEADING, ROW, NEXT):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    try:
        assert places(projects(path)) == [("幸福里", "12", "3")]
    except InputError as error:
        assert "隐藏" in str(error)


def test_a_hidden_list_is_not_read(tmp_path):
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    old = book.create_sheet("旧", 0)
    for row in (HEADING, NEXT):
        old.append(row)
    old.sheet_state = "hidden"
    for row in (HEADING, ROW):
        book.worksheets[1].append(row)
    book.active = 1
    book.save(path)
    assert places(projects(path)) == [("幸福里", "12", "3")]


@pytest.mark.parametrize(
    "areas", ["80、100", "80，100", "80㎡、100㎡", "80;100", "80 、 100", "８０、１００"]
)
@pytest.mark.parametrize("storeys", ["6", "6层", "六", "六层", "6.0", "６", "共6层"])
def test_storeys_and_areas_in_other_words(tmp_path, storeys, areas):
    """Six storeys of 80 and 100 m², or a refusal that repeats the cell."""
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEADING)
    book.active.append([*ROW[:4], storeys, areas, *ROW[6:]])
    book.save(path)
    try:
        (project,) = projects(path)
    except InputError as error:
        assert storeys in str(error) or "面积" in str(error)
    else:
        assert [flat.area for flat in project.flats] == [8000, 10000] * 6


@pytest.mark.parametrize("building", ["12月3日", "2026/12/3", "3-Dec", "2026-12-03"])
def test_a_building_that_became_a_date(tmp_path, building):
    rows = "\n".join([",".join(HEADING), ",".join([ROW[0], building, *ROW[2:]])])
    path = tmp_path / "清单.csv"
    path.write_text(rows, "utf-8")
    with pytest.raises(InputError, match="日期"):
        projects(path)


@pytest.mark.parametrize("form", ["00", '"第"0"幢"'])
def test_a_building_is_what_is_seen_of_it(tmp_path, form):
    path = tmp_path / "清单.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEADING)
    book.active.append([ROW[0], 3, *ROW[2:]])
    book.active["B2"].number_format = form
    book.save(path)
    (project,) = projects(path)
    assert project.papers.building == {"00": "03"}.get(form, "第3幢")
