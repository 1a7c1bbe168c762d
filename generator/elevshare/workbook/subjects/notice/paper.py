"""公示: the whole plan as a paper for the notice board, with every household's amount."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import lists as notice
from elevshare.workbook.subjects.notice import pages
from elevshare.workbook.subjects.notice import sentences as notice_words
from elevshare.workbook.subjects.notice.paper_parts import (
    NoticePaper,
    heights,
    wide,
    write_households,
    write_list,
    write_sentences,
)
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import paper as pools

TITLE, ROLE = "公示", "单据"
ABOUT = "出资方案公示表：费用、算法、各户应分摊、公示期；打印张贴"

_WIDTHS = (6, 8, 10, 5, 9, 5, 10, 13, 6)
#: The page holds no more than 72 in all.
_WITH_REASONS = (5, 7, 8, 5, 8, 5, 9, 12, 13)
#: Heads of the households, and the style of each column.
_COLUMNS = {
    "n": ("序号", "单据-表号"),
    "room": ("房号", "单据-表文"),
    "owner": ("业主", "单据-表文"),
    "storey": ("楼层", "单据-表文"),
    "area": ("面积㎡", "单据-表积"),
    "taking": ("参与", "单据-表文"),
    "coefficient": ("计入系数", "单据-表系数"),
    "due": ("应分摊（元）", "单据-表额"),
    "tail": ("尾差", "单据-表文"),
}
#: First and last columns of the lists that are side by side: items and amounts, storeys to amounts.
_ITEM, _YUAN, _STOREY, _COEFFICIENT = (1, 3), (4, 5), (6, 6), (7, 7)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet from the top down; the households take as many pages as they need."""
    columns, widths = _table(plan)
    grid.widths(*widths)
    begin = _panels(grid, plan, _head(grid, plan, 1))
    row = _words(grid, plan, begin)
    paper = NoticePaper(notice_words.lines(plan), pages.pages_of(plan), columns, _totals(plan))
    write_households(grid, plan, paper, row, begin)


def _right(plan: Plan) -> int:
    """The last column."""
    return len(_table(plan)[0])


def _table(plan: Plan) -> tuple[Mapping[str, tuple[str, str]], tuple[float, ...]]:
    """The columns of the households, and their widths."""
    # Why a household has terms of its own stands beside its tail difference.
    columns = {**_COLUMNS, "tail": ("理由、尾差", "单据-表文")} if plan.terms else _COLUMNS
    return pools.notice_columns(plan, columns, _WITH_REASONS if plan.terms else _WIDTHS)


def _head(grid: Grid, plan: Plan, row: int) -> int:
    """Write title, master check, building, cost to net amount; give the next row."""
    money, scheme, right = plan.figure_yuan, plan.project.scheme.name, _right(plan)
    grid.merge(row, 1, right, "加装电梯出资方案公示表", "单据-题")
    grid.merge(row + 1, 1, right, f"={plan.mark}", "单据-草案")
    grid.merge(row + 2, 1, 6, f"={notice_words.lines(plan).sentences.place}", "单据-表左")
    grid.merge(row + 2, 7, right, f"方案：{scheme}", "单据-表左")
    for place, key in enumerate(amounts := pages.amounts_of(plan)):
        line, second = row + 3 + place // 2, place % 2
        columns = ((6, 7), (8, right)) if second else ((1, 2), (3, 5))
        grid.merge(line, *columns[0], f"{pages.AMOUNTS[key]}（元）", "单据-表文")
        grid.merge(line, *columns[1], f"={money(key)}", "单据-表额")
    if len(amounts) % 2:
        grid.merge(line, 6, right, None, "单据-表文")
    return heights(grid, row, pages.head_of(plan)[:-1])


def _panels(grid: Grid, plan: Plan, row: int) -> int:
    """Write cost items on the left, storeys on the right; give the next row."""
    heads = ("费用项目", "金额（元）", "楼层", "计入系数", "本层金额（元）")
    amount = (8, _right(plan))
    places = (_ITEM, _YUAN, _STOREY, _COEFFICIENT, amount)
    for columns, head in zip(places, heads, strict=True):
        wide(grid, row, columns, head, "单据-表头")
    items, storey_table = notice.items(plan), notice.storey_table(plan)
    lines = pages.lines_of(plan)
    write_list(grid, items, row + 1, {"item": (_ITEM, "单据-行左"), "yuan": (_YUAN, "单据-行额")})
    write_list(grid, storey_table, row + 1, {"storey": (_STOREY, "单据-行文"), "coefficient": (_COEFFICIENT, "单据-行系数"),
                                  "amount": (amount, "单据-行额")})  # fmt: skip
    return heights(grid, row, (pages.HEAD[-1], *[pages.LINE] * lines))


def _words(grid: Grid, plan: Plan, row: int) -> int:
    """Write the basis, the calculation, and the rounding, as text; give the next row."""
    sentences = {
        "依据": plan.basis,
        "算法": notice_words.lines(plan).sentences.method,
        "尾差": notice_words.lines(plan).sentences.tail,
        **pools.sentences(plan),
        **others.sentences(plan),
    }
    return write_sentences(grid, row, _right(plan), sentences, pages.words_of(plan))


def _totals(plan: Plan) -> dict[str, str]:
    """Column key → formula, of the line of totals above the households."""

    def count(key: str, unit: str) -> str:
        return f'={notice_words.lines(plan).counts[key]}&"{unit}"'

    return {
        "room": "合计",
        "owner": count("count", " 户"),
        "area": f"={notice_words.lines(plan).counts.hundredths}/100",
        "taking": count("taking", " 户"),
        **{key: f"=SUM({notice.flats(plan).all(key)})" for key in ("due", *pools.more(plan))},
    }
