"""公示 of a lease book: a paper with the fees of all storeys and households."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.notice.paper_parts import (
    NoticeColumn,
    NoticePaper,
    heights,
    listed,
    numbers,
    write_foot,
    write_list,
    write_sentences,
)

TITLE, ROLE = "公示", "单据"
ABOUT = "收费标准公示表：各层标准、各户本期和全年使用费、公示期；打印张贴"

_WIDTHS = (6, 19, 6, 8, 11, 11, 11)
_WITH_CHOICE = (6, 15, 5.5, 7.5, 10, 10, 11, 7)


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet from the top down; the list takes as many pages as it needs."""
    columns = columns_of(plan)
    right = len(columns)
    paper = NoticePaper(plan, notice.lines(plan), columns, ((1, right, 4),))
    grid.widths(*(_WITH_CHOICE if plan.has(Topic.TERMS) else _WIDTHS))
    sentences = {"依据": plan.basis, "算法": notice.lines(plan).sentences.method}
    row = write_sentences(grid, _head(grid, plan, 1, right), right, sentences, notice.WORDS)
    write_list(grid, paper, write_foot(grid, paper, row))


def columns_of(plan: LeasePlan) -> tuple[NoticeColumn, ...]:
    """The columns of the list: storeys, then households."""
    storeys, counts = notice.storey_table(plan), notice.lines(plan).counts
    by_choice = plan.has(Topic.TERMS)

    def total(key: str) -> str:
        return f"SUM({notice.flats(plan).all(key)})"

    unit = f'"标准（"&{plan.parameter("charge")}&"）"'
    beside = f'"或（"&{notice.other_unit(plan)}&"）"'
    standard = "收费标准（元）" if by_choice else unit
    fee = (beside, "other") if by_choice else ("每户本期（元）", "fee")
    who = f'"合计 "&{counts["count"]}&" 户"'
    return (
        numbers(storeys),
        NoticeColumn("列左", "房号、业主", "who", who, "各层收费标准", listed(storeys, "origin")),
        NoticeColumn("文", "楼层", "storey", panel_head="楼层", panel=listed(storeys, "storey")),
        NoticeColumn("文", "使用", "taking", f'{counts.taking}&" 户"', "使用户数", listed(storeys, "users")),
        NoticeColumn("列额", standard, "standard", panel_head=unit, panel=listed(storeys, "standard")),
        NoticeColumn("列额", "本期（元）", "fee", total("fee"), fee[0], listed(storeys, fee[1])),
        NoticeColumn("列额", "全年（元）", "annual", total("annual"), "全年（元）", listed(storeys, "annual")),
        *((NoticeColumn("文", "单位", "unit"),) if by_choice else ()),
    )  # fmt: skip


def _head(grid: Grid, plan: LeasePlan, row: int, right: int) -> int:
    """Write title, mark, building, period, fee table, sums; give the next row."""
    lines, money = notice.lines(plan), plan.figures.yuan
    grid.merge(row, 1, right, "电梯使用费收费标准公示表", "单据-题")
    grid.merge(row + 1, 1, right, f"={plan.mark}", "单据-草案")
    grid.merge(row + 2, 1, 3, f"={lines.sentences.place}", "单据-表左")
    grid.merge(row + 2, 4, right, f"={lines.sentences.bar}", "单据-表左")
    left = (("本期", plan.period_words), ("收费表", lines.sentences.table))
    right_hand = (("本期合计（元）", money("fee")), ("全年合计（元）", money("annual")))
    for line, (texts, sums) in enumerate(zip(left, right_hand, strict=True), row + 3):
        grid.put(line, 1, texts[0], "单据-表文")
        grid.merge(line, 2, 4, f"={texts[1]}", "单据-表左")
        grid.put(line, 5, sums[0], "单据-表文")
        grid.merge(line, 6, right, f"={sums[1]}", "单据-表额")
    return heights(grid, row, notice.ABOVE)
