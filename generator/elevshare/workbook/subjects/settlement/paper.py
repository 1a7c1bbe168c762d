"""决算表: a paper for the notice board with plan and outcome, and each household's balance."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, made_by
from elevshare.workbook.papers.roll import RollColumn, area, write_roll
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.settlement.items import items
from elevshare.workbook.subjects.settlement.places import PLANNED, figure, figures, flats, sums
from elevshare.workbook.subjects.settlement.tables import word_formulas

TITLE, ROLE = "决算表", "单据"
ABOUT = "决算多退少补表，张贴用，A4 横向"

#: The figures beside the cost items.
_BESIDE = (
    "cost",
    "subsidy",
    "others",
    "compensation",
    "net",
    "relief",
    "fund",
    "paid",
    "joined",
    "more",
    "back",
)
#: Rows from the top: the comparison, the lines below it, the households.
_COMPARED, _LINES = 5, 5 + MAX_COSTS + 1
_HEIGHT, _TALL = 19.5, 30.0


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: totals first, then the households."""
    columns = _columns(plan)
    right = len(columns)
    grid.widths(*(column.width for column in columns.values()))
    _head(grid, plan, right)
    _items(grid, plan)
    _beside(grid, plan, right)
    _lines(grid, plan, right)
    roll = _lines_at(plan) + 6
    write_roll(grid, roll, "二、各户（元）", flats(plan), columns)
    printed = len(plan.project.flats) or plan.flats
    heads = f"{roll + 1}:{roll + 1}"
    grid.page(area(roll, right, printed), landscape=True, title_rows=heads)


def _lines_at(plan: Plan) -> int:
    """The first row below the comparison, which has one more where the book has money of others."""
    return _LINES + plan.has(Topic.OTHERS)


def _columns(plan: Plan) -> dict[str, RollColumn]:
    """Key → column, of the list of households; that of a later joiner only if possible."""
    ready = f"{figure(plan, 'ready')}=1"

    def money(head: str, width: float, key: str) -> RollColumn:
        return RollColumn(head, "额", width, f'=IF({ready},{figure(plan, key)}/100,"")')

    late = {"joined": money("加：后加入", 12, "joined")} if plan.has(Topic.LATE) else {}
    planned = f"=SUM({plan.shares.all('fen')})/100"
    return {
        "n": RollColumn("序号", "号", 6),
        "room": RollColumn("房号", "文", 10, "合计"),
        "owner": RollColumn("业主", "左", 13, f'=SUM({plan.shares.all("valid")})&" 户"'),
        "planned": RollColumn("计划应分摊", "额", 13, planned),
        "actual": money("实际应分摊", 13, "net"),
        "relief": money("减：减免", 12, "relief"),
        "fund": money(f"减：{fund_word(plan)}", 12, "fund"),
        "paid": money("减：已缴", 12, "paid"),
        **late,
        "more": money("应补", 12, "more"),
        "back": money("应退", 12, "back"),
        "signed": RollColumn("签字", "文", 14),
    }


def _head(grid: Grid, plan: Plan, right: int) -> None:
    """Write title, master check, place and date."""
    day = plan.number("settled_on")
    grid.merge(1, 1, right, "加装电梯费用决算多退少补表", "单据-题")
    grid.height(1, 30)
    grid.merge(2, 1, right, f"={plan.mark}", "单据-草案")
    date = f'IF({day}=0,"　　　　年　　月　　日",TEXT({day},"yyyy-mm-dd"))'
    grid.put(
        3,
        1,
        f'="工程："&{address_of(plan)}&"　　决算日期："&{date}&"　　"&{made_by(plan)}',
        "单据-小字",
    )
    grid.merge(4, 1, right, "一、计划与实际（元）", "单据-表节")


def _items(grid: Grid, plan: Plan) -> None:
    """Write the cost items on the left: a name over three columns, three amounts."""
    block, keys = items(plan), ("planned", "actual", "more")
    grid.merge(_COMPARED, 1, 3, "费用项目", "单据-表头")
    grid.row(_COMPARED, 4, ("计划", "实际", "差额"), "单据-表头")
    for row, line in enumerate(block.rows, _COMPARED + 1):
        grid.merge(row, 1, 3, f"={block.sheet}!{block.here('item', line)}", "单据-表左")
        cells = [f"={block.sheet}!{block.here(key, line)}" for key in keys]
        grid.row(row, 4, cells, "单据-表额")
        grid.height(row, _HEIGHT)
    for row in range(_LINES, _lines_at(plan)):
        grid.merge(row, 1, 3, None, "单据-表左")
        grid.row(row, 4, [None] * 3, "单据-表额")
        grid.height(row, _HEIGHT)


def _beside(grid: Grid, plan: Plan, right: int) -> None:
    """Write the figures on the right: from the cost to payments and refunds."""
    f = figures(plan)
    absent = {"joined": not plan.has(Topic.LATE), "others": not plan.has(Topic.OTHERS)}
    keys = [key for key in _BESIDE if not absent.get(key)]
    _line(grid, _COMPARED, right, ("项目", "计划", "实际", "差额"), "单据-表头", "单据-表头")
    for row, key in enumerate(keys, _COMPARED + 1):
        both = "DEF" if key in PLANNED else " E "
        cells = [
            None if letter == " " else f"={items(plan).sheet}!${letter}{f.row(key)}"
            for letter in both
        ]
        _line(grid, row, right, (f.figures[key].label, *cells), "单据-表左", "单据-表额")
    for row in range(_COMPARED + 1 + len(keys), _lines_at(plan)):
        _line(grid, row, right, (None,) * 4, "单据-表左", "单据-表额")


def _line(
    grid: Grid, row: int, right: int, cells: Sequence[str | None], label: str, style: str
) -> None:
    """Write one line of the figures: a label over two columns, two cells, one up to ``right``."""
    grid.merge(row, 7, 8, cells[0], label)
    grid.row(row, 9, cells[1:3], style)
    if right > 11:
        grid.merge(row, 11, right, cells[3], style)
    else:
        grid.put(row, 11, cells[3], style)


def _lines(grid: Grid, plan: Plan, right: int) -> None:
    """Write totals in capital figures, what was done, the basis, and signatures."""
    ready, words = f"{figure(plan, 'ready')}=1", word_formulas(plan)
    upper = [sums(plan).at("upper", index) for index in (0, 1)]
    lines = (
        ("应补合计大写", f'=IF({ready},"人民币"&{upper[0]},"")', "单据-大写", _HEIGHT),
        ("应退合计大写", f'=IF({ready},"人民币"&{upper[1]},"")', "单据-大写", _HEIGHT),
        ("结果", f'{words[0]}&IF({ready},"；","")&{words[1][1:]}', "单据-说明", _TALL),
        ("怎么算", words[2], "单据-说明", _TALL),
        ("分摊依据", f"={plan.basis}", "单据-说明", _TALL),
    )
    for row, (label, value, style, height) in enumerate(lines, _lines_at(plan)):
        grid.merge(row, 1, 2, label, "单据-表文")
        grid.merge(row, 3, right, value, style)
        grid.height(row, height)
    signing = _lines_at(plan) + len(lines)
    for column, last, label in ((1, 4, "经办"), (5, 8, "复核"), (9, right, "盖章")):
        grid.put(signing, column, label, "单据-表文")
        grid.merge(signing, column + 1, last, None, "单据-表文")
    grid.height(signing, _TALL)
