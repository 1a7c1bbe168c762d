"""图表: charts of what storeys pay, the sources of money, and what households have paid.

The ranges of a chart cannot follow the number of households, so they include every row that can be
filled: a chart for every twenty of them. The households stand without gaps, so that empty rows come
last; a chart without households shows nothing at all, and what is above it says so.
"""

from __future__ import annotations

from openpyxl.chart import BarChart

from elevshare.workbook.charting import Bars, Letters, bars, place
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.style import PAPER_FONT
from elevshare.workbook.subjects.charts import numbers as charts

TITLE, ROLE = charts.TITLE, "单据"
ABOUT = "各层应分摊、资金来源、各户已缴和未缴；打印张贴"

#: Columns and lines of a printed page, in characters and points.
_COLUMNS, _WIDTH = 10, 6.9
_PAGE = 38
#: Households of a chart; storeys of a chart that leaves room for one of households on its page.
_FLATS, _LOW = 20, 12
#: The last lines of the storeys: beside the sources, and above them on a page of their own.
_THIRD, _HIGH = 15, 28
#: The lines of a chart of households with its heading, where there are two on a page.
_CHART = 18
_LETTERS = Letters(PAPER_FONT, 1200, 900)
_DARK, _GREY, _WHITE = "404040", "A6A6A6", "FFFFFF"
_HEADING = "各户缴款：房号　已缴／应缴（元）　　黑：已缴　白：未缴　灰：多缴"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: charts on the printed pages, their numbers beside them."""
    grid.widths(*[_WIDTH] * _COLUMNS, 3, 34, *[14] * 11)
    grid.merge(1, 1, _COLUMNS, "加装电梯分摊与缴款图", "单据-题")
    grid.height(1, 30)
    grid.merge(2, 1, _COLUMNS, f"={plan.master}", "单据-表注")
    _numbers(grid, plan)
    low = charts.storey_table(plan).count <= _LOW
    _upper(grid, plan, low)
    places = _places(charts.flats(plan).count, _THIRD + 1 if low else _PAGE + 2)
    for start, top, bottom in places:
        _flats(grid, charts.flats(plan), start, top, bottom)
    pages = -(-places[-1][2] // _PAGE)
    for page in range(1, pages):
        first = next(start for start, top, _ in places if top > page * _PAGE)
        empty = f"{charts.flats(plan).at('at', first)}=0"
        status = f'=IF({empty},"这一页没有住户，不用打印",{plan.master})'
        grid.merge(page * _PAGE + 1, 1, _COLUMNS, status, "单据-表注")
    grid.breaks([page * _PAGE for page in range(1, pages)])
    grid.page(f"A1:J{_PAGE * pages}", fit=False)


def _upper(grid: Grid, plan: Plan, low: bool) -> None:
    """Place storeys and sources: side by side above the households, or one below the other."""
    if low:
        places = ((1, 3, 5, _THIRD), (6, 3, _COLUMNS, _THIRD))
    else:
        places = ((1, 3, _COLUMNS, _HIGH), (1, _HIGH + 1, _COLUMNS, _PAGE))
    storeys = _amounts(charts.storey_table(plan), "各层应分摊（元）", _DARK)
    sources = _amounts(charts.sources(plan), "资金来源（元）", _GREY)
    for chart, at in zip((storeys, sources), places, strict=True):
        grid.sheet.add_chart(place(chart, *at))


def _places(flats: int, top: int) -> list[tuple[int, int, int]]:
    """The first household (from 0) of every chart, and the lines of its heading and its end.

    >>> _places(50, 16)
    [(0, 16, 38), (20, 40, 57), (40, 58, 75)]
    """
    found: list[tuple[int, int, int]] = []
    for start in range(0, flats, _FLATS):
        bottom = _PAGE if top == _THIRD + 1 else top + _CHART - 1
        found.append((start, top, bottom))
        used = bottom % _PAGE
        top = bottom + 1 if 0 < used <= _PAGE - _CHART else -(-bottom // _PAGE) * _PAGE + 2
    return found


def _numbers(grid: Grid, plan: Plan) -> None:
    """Write the numbers of the charts, outside of the print area."""
    grid.put(1, charts.LEFT, "图中的数字（由公式得出，不打印）", "节")
    sources = charts.sources(plan)
    for table in (charts.storey_table(plan), sources, charts.flats(plan)):
        table.write(grid)
    total = sources.last + 1
    grid.put(total, sources.left, "合计", "计算-any")
    grid.put(total, sources.left + 1, f"=SUM({sources.area('amount')})", "计算-money")


def _head(block: Block, key: str) -> str:
    """The address of a column's head, which names its series."""
    return f"{block.sheet}!${block.letter(key)}${block.first - 1}"


def _amounts(block: Block, title: str, fill: str) -> BarChart:
    """A chart of one amount a row."""
    amounts = Bars(_head(block, "amount"), block.all("amount"), fill, _DARK)
    return bars(title, block.all("label"), [amounts], _LETTERS, across=True, told=True,
                inside=(0.42, 0.14, 0.54, 0.82))  # fmt: skip


def _flats(grid: Grid, block: Block, start: int, top: int, bottom: int) -> None:
    """Write a heading and a chart of some households: paid, unpaid, paid too much."""
    heading = f'=IF({block.at("at", start)}=0,"","{_HEADING}")'
    grid.merge(top, 1, _COLUMNS, heading, "单据-表注")
    count = min(_FLATS, block.count - start)
    fills = {"paid": _DARK, "left": _WHITE, "over": _GREY}
    part = Block(block.sheet, block.first + start, count, block.columns, block.left)
    series = [Bars(_head(block, key), part.all(key), fill, _DARK) for key, fill in fills.items()]
    chart = bars("", part.all("label"), series, _LETTERS, across=True, told=True,
                 inside=(0.36, 0.01, 0.62, 0.98 * count / _FLATS))  # fmt: skip
    grid.sheet.add_chart(place(chart, 1, top + 1, _COLUMNS, bottom))
