"""公示 of a lease book: a paper with the fees of all storeys and households."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.notice import pages
from elevshare.workbook.subjects.notice.paper_parts import (
    NoticePaper,
    heights,
    wide,
    write_households,
    write_list,
    write_sentences,
)

TITLE, ROLE = "公示", "单据"
ABOUT = "收费标准公示表：各层标准、各户本期和全年使用费、公示期；打印张贴"

_WIDTHS = (6, 9, 10, 6, 8, 11, 10, 12)
_RIGHT = len(_WIDTHS)
#: Heads of the households, and the style of each column.
_COLUMNS = {
    "n": ("序号", "单据-表号"),
    "room": ("房号", "单据-表文"),
    "owner": ("业主", "单据-表文"),
    "storey": ("楼层", "单据-表文"),
    "taking": ("使用电梯", "单据-表文"),
    "standard": ("收费标准", "单据-表额"),
    "fee": ("本期（元）", "单据-表额"),
    "annual": ("全年（元）", "单据-表额"),
}
#: The storeys: column of the working → first and last column on paper, style, head.
_STOREYS = {
    "storey": ((1, 1), "单据-行文", "楼层"),
    "flats": ((2, 2), "单据-行文", "户数"),
    "taking": ((3, 3), "单据-行文", "使用户数"),
    "standard": ((4, 5), "单据-行额", "收费标准"),
    "origin": ((6, 6), "单据-行文", "出自"),
    "fee": ((7, 7), "单据-行额", "每户本期（元）"),
    "annual": ((8, 8), "单据-行额", "每户全年（元）"),
}
#: The same where households choose between two fees.
_BY_CHOICE = {
    "storey": ((1, 1), "单据-行文", "楼层"),
    "flats": ((2, 2), "单据-行文", "户数"),
    "taking": ((3, 3), "单据-行文", "使用户数"),
    "standard": ((4, 5), "单据-行额", "收费标准"),
    "annual": ((6, 6), "单据-行额", "全年（元）"),
    "other": ((7, 7), "单据-行额", "另一种"),
    "other_year": ((8, 8), "单据-行额", "它的全年（元）"),
}


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet from the top down; the households take as many pages as they need."""
    grid.widths(*_WIDTHS)
    begin = _storeys(grid, plan, _head(grid, plan, 1))
    sentences = {"依据": plan.basis, "算法": notice.lines(plan).sentences.method}
    row = write_sentences(grid, begin, _RIGHT, sentences, notice.WORDS)
    columns = _chosen_columns() if plan.has(Topic.TERMS) else _COLUMNS
    paper = NoticePaper(notice.lines(plan), notice.pages_of(plan), columns, _totals(plan))
    write_households(grid, plan, paper, row, begin)


def _chosen_columns() -> dict[str, tuple[str, str]]:
    """The columns of the households with the unit of each fee, in place of the storey."""
    unit = ("单位", "单据-表文")
    return {("unit" if key == "storey" else key): (unit if key == "storey" else one)
            for key, one in _COLUMNS.items()}  # fmt: skip


def _head(grid: Grid, plan: LeasePlan, row: int) -> int:
    """Write title, master check, building, period, fee table, sums; give the next row."""
    lines, money = notice.lines(plan), plan.figures.yuan
    grid.merge(row, 1, _RIGHT, "电梯使用费收费标准公示表", "单据-题")
    grid.merge(row + 1, 1, _RIGHT, f"={plan.mark}", "单据-草案")
    grid.merge(row + 2, 1, 5, f"={lines.sentences.place}", "单据-表左")
    grid.merge(row + 2, 6, _RIGHT, f"方案：{plan.project.scheme.name}", "单据-表左")
    left = (("本期", plan.period_words), ("收费表", lines.sentences.table))
    right = (("本期合计（元）", money("fee")), ("全年合计（元）", money("annual")))
    for line, (texts, sums) in enumerate(zip(left, right, strict=True), row + 3):
        grid.put(line, 1, texts[0], "单据-表文")
        grid.merge(line, 2, 5, f"={texts[1]}", "单据-表左")
        grid.put(line, 6, sums[0], "单据-表文")
        grid.merge(line, 7, _RIGHT, f"={sums[1]}", "单据-表额")
    return heights(grid, row, pages.HEAD[:-1])


def _storeys(grid: Grid, plan: LeasePlan, row: int) -> int:
    """Write the storeys with households; give the next row."""
    printed = _BY_CHOICE if plan.has(Topic.TERMS) else _STOREYS
    for key, (at, _, head) in printed.items():
        unit = f'="{head}（"&{plan.parameter("charge")}&"）"'
        beside = f'="或（"&{notice.other_unit(plan)}&"）"'
        heads = {"standard": unit, "other": beside}
        wide(grid, row, at, heads.get(key, head), "单据-表头")
    columns = {key: (at, style) for key, (at, style, _) in printed.items()}
    write_list(grid, notice.storey_table(plan), row + 1, columns)
    return heights(grid, row, (pages.HEAD[-1], *[pages.LINE] * plan.storeys))


def _totals(plan: LeasePlan) -> dict[str, str]:
    """Column key → formula, of the line of totals above the households."""
    lines, block = notice.lines(plan), notice.flats(plan)
    return {
        "room": "合计",
        "owner": f'={lines.counts["count"]}&" 户"',
        "taking": f'={lines.counts.taking}&" 户"',
        "fee": f"=SUM({block.all('fee')})",
        "annual": f"=SUM({block.all('annual')})",
    }
