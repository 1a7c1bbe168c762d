"""决算表: a paper for the notice board with plan and outcome, and each household's balance."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, dated
from elevshare.workbook.papers.roll import Roll, RollColumn, of, resident, widths, write_roll
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.settlement.items import items
from elevshare.workbook.subjects.settlement.places import PLANNED, figure, figures, flats, sums
from elevshare.workbook.subjects.settlement.tables import word_formulas

TITLE, ROLE = "决算表", "单据"
ABOUT = "决算多退少补表，张贴用，A4"

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
#: The first row of the comparison, below its heads; the last column.
_FIRST, _RIGHT = 6, 8
#: Heights in points: of what stands above the comparison, of a line of it, of lines of text.
_TOP, _LINE, _UPPER, _TWO, _THREE = (30.0, 20.0, 16.0, 17.0, 16.0), 16.0, 17.0, 30.0, 43.0


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: totals first, then the households."""
    columns = _columns(plan)
    grid.widths(*widths(columns, 5.5))
    for row, height in enumerate(_TOP, 1):
        grid.height(row, height)
    _head(grid, plan)
    _items(grid, plan)
    _beside(grid, plan)
    below = _lines(grid, plan)
    above = sum(_TOP) + _LINE * _count(plan) + 2 * _UPPER + 2 * _TWO + _THREE + _TWO
    roll = Roll(TITLE, "二、各户（元）", flats(plan), columns, above, 15.0)
    write_roll(grid, plan, below, roll)


def _keys(plan: Plan) -> list[str]:
    """The figures beside the cost items that the book has."""
    absent = {"joined": not plan.has(Topic.LATE), "others": not plan.has(Topic.OTHERS)}
    return [key for key in _BESIDE if not absent.get(key)]


def _count(plan: Plan) -> int:
    """The number of lines of the comparison."""
    return max(MAX_COSTS, len(_keys(plan)))


def _columns(plan: Plan) -> tuple[RollColumn, ...]:
    """The columns of the list of households, blank until everything is settled."""
    ready, rows = f"{figure(plan, 'ready')}=1", flats(plan)
    fund = plan.shares.all("fund")

    def money(head: str, key: str) -> RollColumn:
        total = f'=IF({ready},{figure(plan, key)}/100,"")'
        return RollColumn(head, "列额", 9.4, of(rows, key), total)

    def other(at: str) -> str:
        joined, relief = (f"INDEX({rows.all(key)},{at})" for key in ("joined_fen", "relief_fen"))
        return f'IF({ready},({joined}-{relief}-INDEX({fund},{at}))/100,"")'

    joined, relief, funds = (figure(plan, key) for key in ("joined", "relief", "fund"))
    return (
        resident(plan, 13),
        RollColumn("计划应分摊", "列额", 9.4, of(rows, "planned"), f"=SUM({plan.shares.all('fen')})/100"),
        RollColumn("实际应分摊", "列额", 9.4, of(rows, "actual"), f'=IF({ready},{figure(plan, "net")}/100,"")'),
        RollColumn("其他加减", "列额", 9.4, other, f'=IF({ready},({joined}-{relief}-{funds})/100,"")'),
        money("减：已缴", "paid"),
        money("应补", "more"),
        money("应退", "back"),
    )  # fmt: skip


def _head(grid: Grid, plan: Plan) -> None:
    """Write title, mark, place and date."""
    day = plan.number("settled_on")
    grid.merge(1, 1, _RIGHT, "加装电梯费用决算多退少补表", "单据-题")
    grid.merge(2, 1, _RIGHT, f"={plan.mark}", "单据-草案")
    date = f'IF({day}=0,"　　　　年　　月　　日",TEXT({day},"yyyy-mm-dd"))'
    place = f'="工程："&{address_of(plan)}&"　　决算日期："&{date}{dated(plan)}'
    grid.merge(3, 1, _RIGHT, place, "单据-表注")
    grid.merge(4, 1, _RIGHT, "一、计划与实际（元）", "单据-表节")
    grid.merge(5, 1, 2, "费用项目", "单据-表头")
    grid.merge(5, 5, 6, "项目", "单据-表头")
    for left in (3, 7):
        grid.row(5, left, ("计划", "实际"), "单据-表头")


def _items(grid: Grid, plan: Plan) -> None:
    """Write the cost items on the left: name, two amounts; only those that there are are framed."""
    block = items(plan)
    for row, line in enumerate(block.rows, _FIRST):
        name = f"{block.sheet}!{block.here('item', line)}"
        grid.merge(row, 1, 2, f"={name}", "单据-行列左")
        for left, key in ((3, "planned"), (4, "actual")):
            value = f"{block.sheet}!{block.here(key, line)}"
            grid.put(row, left, f'=IF({name}="","",{value})', "单据-行列额")
    for row in range(_FIRST, _FIRST + _count(plan)):
        grid.height(row, _LINE)
    grid.frame(f"A{_FIRST}:D{_FIRST + block.count - 1}", f'$A{_FIRST}<>""')


def _beside(grid: Grid, plan: Plan) -> None:
    """Write the figures on the right: from the cost to payments and refunds."""
    f = figures(plan)
    for row, key in enumerate(_keys(plan), _FIRST):
        grid.merge(row, 5, 6, f.figures[key].label, "单据-表左")
        for left, letter in ((7, "D"), (8, "E")):
            there = letter == "E" or key in PLANNED
            value = f"={items(plan).sheet}!${letter}{f.row(key)}" if there else None
            grid.put(row, left, value, "单据-表额")


def _lines(grid: Grid, plan: Plan) -> int:
    """Write totals in capital figures, what was done, the basis, signatures; give the next row."""
    ready, words = f"{figure(plan, 'ready')}=1", word_formulas(plan)
    upper = [sums(plan).at("upper", index) for index in (0, 1)]
    others = f"减免、{fund_word(plan)}"
    if plan.has(Topic.LATE):
        others = f"{others}（减），后加入应缴（加）或应得的退还（减）"
    lines: Sequence[tuple[str, str, str, float]] = (
        ("应补大写", f'=IF({ready},"人民币"&{upper[0]},"")', "单据-大写", _UPPER),
        ("应退大写", f'=IF({ready},"人民币"&{upper[1]},"")', "单据-大写", _UPPER),
        ("结果", f'{words[0]}&IF({ready},"；","")&{words[1][1:]}', "单据-说明", _TWO),
        ("怎么算", f'=IF({ready},"应补（应退为负）＝实际应分摊＋其他加减－已缴。其他加减是{others}。'
                f'实际应分摊由实际净额照公示的办法再分一次，合计不差一分","")', "单据-说明", _THREE),
        ("分摊依据", f"={plan.basis}", "单据-说明", _TWO),
    )  # fmt: skip
    first = _FIRST + _count(plan)
    for row, (label, value, style, height) in enumerate(lines, first):
        grid.merge(row, 1, 2, label, "单据-表文")
        grid.merge(row, 3, _RIGHT, value, style)
        grid.height(row, height)
    signing = first + len(lines)
    signers = ("经办", None, None, "复核", None, "盖章", None, None)
    grid.row(signing, 1, signers, "单据-表文")
    grid.height(signing, _TWO)
    return signing + 1
