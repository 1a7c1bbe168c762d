"""公示: the whole plan as a paper for the notice board, with every household's amount."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import lists as notice
from elevshare.workbook.subjects.notice import pages
from elevshare.workbook.subjects.notice import sentences as notice_words
from elevshare.workbook.subjects.notice.paper_parts import (
    NoticeColumn,
    NoticePaper,
    found,
    heights,
    listed,
    numbers,
    write_foot,
    write_list,
    write_sentences,
)
from elevshare.workbook.subjects.pools import paper as pools

TITLE, ROLE = "公示", "单据"
ABOUT = "出资方案公示表：费用、算法、各户应分摊、公示期；打印张贴"

#: The widths of the columns; the page holds no more than 72 in all.
_WIDTHS = (6, 18, 12, 5.5, 9, 12, 5, 4.5)
_WITH_REASONS = (6, 14, 10.5, 5, 8.5, 11, 5, 12)
#: The same with the column of the pools.
_WITH_POOLS = (6, 14, 10.5, 5, 8.5, 10, 10, 4.5, 4)
_WITH_BOTH = (6, 11, 10, 4.5, 8, 9.5, 9.5, 4.5, 9)
#: The column with the amounts.
_AMOUNT = 6


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet from the top down; the list takes as many pages as it needs."""
    paper = NoticePaper(plan, notice_words.lines(plan), columns_of(plan), _frames(plan),
                        pages.line_of(plan), notice_words.superseded(plan))  # fmt: skip
    grid.widths(*_widths(plan))
    row = _words(grid, plan, _head(grid, plan, 1, paper.right), paper.right)
    write_list(grid, paper, write_foot(grid, paper, row))


def _widths(plan: Plan) -> tuple[float, ...]:
    """The widths of the columns."""
    if plan.has(Topic.POOLS):
        return _WITH_BOTH if plan.terms else _WITH_POOLS
    return _WITH_REASONS if plan.terms else _WIDTHS


def _frames(plan: Plan) -> tuple[tuple[int, int, int], ...]:
    """Items on the left, storeys on the right."""
    return ((1, 3, 2), (4, len(columns_of(plan)), _AMOUNT))


def columns_of(plan: Plan) -> tuple[NoticeColumn, ...]:
    """The columns of the list: cost items and storeys side by side, then the households."""
    items, storeys, counts = (
        notice.items(plan),
        notice.storey_table(plan),
        notice_words.lines(plan).counts,
    )

    def total(key: str) -> str:
        return f"SUM({notice.flats(plan).all(key)})"

    def count(key: str) -> str:
        return f'{counts[key]}&" 户"'

    pooled = (NoticeColumn("列额", "其中分项", key, total(key)) for key in pools.more(plan))
    # Why a household has terms of its own stands beside its tail difference.
    tail = ("理由、尾差", "列注") if plan.terms else ("尾差", "文")
    return (
        numbers(items),
        NoticeColumn("列左", "房号、业主", "who", f'"合计 "&{count("count")}', "费用项目", listed(items, "item")),
        NoticeColumn("列额", "面积（㎡）", "area", f"{counts.hundredths}/100", "金额（元）", listed(items, "yuan")),
        NoticeColumn("文", "楼层", "storey", panel_head="楼层", panel=listed(storeys, "storey")),
        NoticeColumn("列系数", "系数", "coefficient", panel_head="系数", panel=found(storeys, plan.storey_table, "counted_coefficient")),
        *((NoticeColumn("列额", "应分摊（元）", "due", total("due"), "本层（元）", listed(storeys, "amount"))),),
        *pooled,
        NoticeColumn("文", "参与", "taking", count("taking"), "户数", found(storeys, plan.storey_table, "flats")),
        NoticeColumn(tail[1], tail[0], "tail"),
    )  # fmt: skip


def _head(grid: Grid, plan: Plan, row: int, right: int) -> int:
    """Write title, mark, building, households and pages, cost to net amount; give the next row."""
    money, words = plan.figure_yuan, notice_words.lines(plan).sentences
    grid.merge(row, 1, right, "加装电梯出资方案公示表", "单据-题")
    grid.merge(row + 1, 1, right, f"={plan.mark}", "单据-草案")
    grid.merge(row + 2, 1, 3, f"={words.place}", "单据-表左")
    grid.merge(row + 2, 4, right, f"={words.bar}", "单据-表左")
    for place, key in enumerate(amounts := pages.amounts_of(plan)):
        line, second = row + 3 + place // 2, place % 2
        columns = ((4, 5), (6, right)) if second else ((1, 2), (3, 3))
        grid.merge(line, *columns[0], f"{pages.AMOUNTS[key]}（元）", "单据-表文")
        value = f"={money(key)}"
        if second:
            grid.merge(line, *columns[1], value, "单据-表额")
        else:
            grid.put(line, columns[1][0], value, "单据-表额")
    if len(amounts) % 2:
        grid.merge(row + 3 + len(amounts) // 2, 4, right, None, "单据-表文")
    return heights(grid, row, pages.head_of(plan))


def _words(grid: Grid, plan: Plan, row: int, right: int) -> int:
    """Write the basis, the calculation, the rounding and what else there is; give the next row."""
    return write_sentences(grid, row, right, notice_words.sentences(plan), pages.words_of(plan))
