"""决算表: one paper to pin on the board: plan and outcome, and who pays more or gets back."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from elevshare.project import MAX_COSTS, Topic
from elevshare.workbook.calc import settled
from elevshare.workbook.calc.settled import figure, figures, flats, items, sums
from elevshare.workbook.calc.settlement import word_formulas
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.bill import made_by, place_of

TITLE, ROLE = "决算表", "单据"
ABOUT = "决算多退少补表，张贴用，A4 横向"
TOPIC = Topic.SETTLEMENT

#: Column of a household's line → head, style, width and figure of its total.
_COLUMNS = {
    "n": ("序号", "单据-标签", 5, ""),
    "room": ("房号", "单据-标签", 8, ""),
    "owner": ("业主", "单据-说明", 12, ""),
    "planned": ("计划应分摊", "单据-金额", 14, ""),
    "actual": ("实际应分摊", "单据-金额", 14, "net"),
    "relief": ("减：减免", "单据-金额", 13, "relief"),
    "fund": ("减：公积金", "单据-金额", 12, "fund"),
    "paid": ("减：已缴", "单据-金额", 14, "paid"),
    "joined": ("加：后加入", "单据-金额", 14, "joined"),
    "more": ("应补", "单据-金额", 14, "more"),
    "back": ("应退", "单据-金额", 14, "back"),
    "signed": ("签字", "单据-文字", 13, ""),
}
#: The figures beside the cost items.
_BESIDE = (
    "cost",
    "subsidy",
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
_LIST = _LINES + 6
_HEIGHT, _TALL, _SIGNED = 19.5, 32.0, 27.0
#: Characters of a name on one line, and the height of a line.
_A_LINE, _LETTER = 5, 13.5


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the whole first, then the households."""
    keys = _keys(plan)
    grid.widths(*(_COLUMNS[key][2] for key in keys))
    right = len(keys)
    _head(grid, plan, right)
    _items(grid, plan)
    _beside(grid, plan, right)
    _lines(grid, plan, right)
    first = _households(grid, plan, keys)
    printed = len(plan.project.flats) or plan.flats
    area, head = f"A1:{get_column_letter(right)}{first + printed - 1}", first - 2
    grid.page(area, landscape=True, title_rows=f"{head}:{head}")


def _keys(plan: Plan) -> list[str]:
    """The columns: that of who joins later only where somebody can."""
    return [key for key in _COLUMNS if key != "joined" or plan.has(Topic.LATE)]


def _head(grid: Grid, plan: Plan, right: int) -> None:
    """Title, master check, how far it is, where and when."""
    p, day = plan.parameter, plan.number("settled_on")
    grid.merge(1, 1, right, "加装电梯费用决算多退少补表", "单据-题")
    grid.height(1, 30)
    grid.put(2, 1, f"={plan.master}", "单据-小字")
    place = f'{p("estate")}&" "&{place_of(plan)}'
    date = f'IF({day}=0,"　　　　年　　月　　日",TEXT({day},"yyyy-mm-dd"))'
    grid.put(3, 1, f'="工程："&{place}&"　　决算日期："&{date}&"　　"&{made_by(plan)}', "单据-小字")
    grid.merge(4, 1, right, "一、计划与实际（元）", "单据-节")


def _items(grid: Grid, plan: Plan) -> None:
    """The cost items on the left."""
    block = items(plan)
    _compared(grid, _COMPARED, ("费用项目", "计划", "实际", "差额"), "单据-标签")
    for row, line in enumerate(block.rows, _COMPARED + 1):
        cells = [
            f"={block.sheet}!{block.here(key, line)}"
            for key in ("item", "planned", "actual", "more")
        ]
        _compared(grid, row, cells, "单据-金额")
        grid.height(row, _HEIGHT)


def _compared(grid: Grid, row: int, cells: list[str] | tuple[str, ...], style: str) -> None:
    """One line of the cost items: its name over three columns, and three amounts."""
    grid.merge(row, 1, 3, cells[0], "单据-标签" if style == "单据-标签" else "单据-说明")
    grid.row(row, 4, cells[1:], style)


def _beside(grid: Grid, plan: Plan, right: int) -> None:
    """The figures on the right, from the cost to what is paid and paid back."""
    block, keys = figures(plan), [key for key in _BESIDE if key != "joined" or plan.has(Topic.LATE)]
    _line(grid, _COMPARED, right, ("项目", "计划", "实际", "差额"), "单据-标签", "单据-标签")
    for row, key in zip(range(_COMPARED + 1, _LINES), [*keys, ""][:MAX_COSTS], strict=True):
        label, _, _ = settled.FIGURES.get(key, (None, True, ""))
        line = block.first + list(settled.FIGURES).index(key) if key else 0
        shown = ("planned", "actual", "more") if key in settled.PLANNED else ("actual",) * bool(key)
        values = {cell: f"={block.sheet}!{block.here(cell, line)}" for cell in shown}
        cells = (label, *(values.get(cell) for cell in ("planned", "actual", "more")))
        _line(grid, row, right, cells, "单据-文字", "单据-金额")


def _line(
    grid: Grid, row: int, right: int, cells: Sequence[str | None], label: str, style: str
) -> None:
    """One line of the figures: a label over two columns, two cells, one up to the right."""
    grid.merge(row, 7, 8, cells[0], label)
    grid.row(row, 9, cells[1:3], style)
    if right > 11:
        grid.merge(row, 11, right, cells[3], style)
    else:
        grid.put(row, 11, cells[3], style)


def _lines(grid: Grid, plan: Plan, right: int) -> None:
    """Totals in capital figures, what was done, on what it rests, and who signs."""
    ready, words = f"{figure(plan, 'ready')}=1", word_formulas(plan)
    upper = [sums(plan).at("upper", index) for index in (0, 1)]
    lines = [
        ("应补合计大写", f'=IF({ready},"人民币"&{upper[0]},"")', "单据-大写", _HEIGHT),
        ("应退合计大写", f'=IF({ready},"人民币"&{upper[1]},"")', "单据-大写", _HEIGHT),
        ("结果", f'{words[0]}&IF({ready},"；","")&{words[1][1:]}', "单据-说明", _TALL),
        ("怎么算", words[2], "单据-说明", _TALL),
        ("分摊依据", f"={plan.basis}", "单据-说明", _TALL),
    ]
    for row, (label, value, style, height) in enumerate(lines, _LINES):
        grid.merge(row, 1, 2, label, "单据-标签")
        grid.merge(row, 3, right, value, style)
        grid.height(row, height)
    signing = _LINES + len(lines)
    for column, label in ((1, "经办"), (4, "复核"), (7, "盖章")):
        last = right if column == 7 else column + 2
        grid.put(signing, column, label, "单据-标签")
        grid.merge(signing, column + 1, last, None, "单据-文字")
    grid.height(signing, _TALL)


def _households(grid: Grid, plan: Plan, keys: list[str]) -> int:
    """Heads, totals and a line a household; gives the first of these lines."""
    block = flats(plan)
    head = _LIST + 1
    grid.merge(_LIST, 1, len(keys), "二、各户（元）", "单据-节")
    grid.row(head, 1, [_COLUMNS[key][0] for key in keys], "单据-标签")
    grid.height(head, _TALL)
    first = head + 2
    _totals(grid, plan, keys, head + 1)
    for index in range(plan.flats):
        row, at = first + index, block.at("at", index)
        for column, key in enumerate(keys, 1):
            grid.put(row, column, _cell(plan, key, index, at), _COLUMNS[key][1])
        grid.height(row, _height(plan, index))
    last = f"{get_column_letter(len(keys))}{first + plan.flats - 1}"
    grid.blank(f"A{first}:{last}", f'$A{first}=""')
    return first


def _cell(plan: Plan, key: str, index: int, at: str) -> str | None:
    """One cell of a line: the household that stands there, nothing below the last."""
    if key == "signed":
        return None
    value = flats(plan).at("n", index) if key == "n" else f"INDEX({flats(plan).all(key)},{at})"
    return f'=IF({at}=0,"",{value})'


def _height(plan: Plan, index: int) -> float:
    """Height of a household's line: a long name takes more than two lines."""
    flats = plan.project.flats
    name = flats[index].owner if index < len(flats) else ""
    return max(_SIGNED, _LETTER * -(-len(name) // _A_LINE))


def _totals(grid: Grid, plan: Plan, keys: list[str], row: int) -> None:
    """The line of totals, above the households so that none is printed alone."""
    ready = f"{figure(plan, 'ready')}=1"
    grid.merge(row, 1, 3, "合计", "单据-标签")
    for column, key in enumerate(keys[3:], 4):
        total = _COLUMNS[key][3]
        value = f'=IF({ready},{figure(plan, total)}/100,"")' if total else None
        if key == "planned":
            value = f"=SUM({plan.shares.all('fen')})/100"
        grid.put(row, column, value, "单据-文字" if key == "signed" else "单据-金额")
    grid.height(row, _SIGNED)
