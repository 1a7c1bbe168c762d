"""图表: charts of what storeys pay, the sources of money, and what households have paid.

The ranges of a chart cannot follow the number of households, so they include every row that can be
filled. A row without a household has no bar, label or line.
"""

from __future__ import annotations

from openpyxl.chart import BarChart

from elevshare.workbook.charting import UPRIGHT, Bars, Letters, bars, place
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
#: The last line of the upper half of the first page, without and with households below it.
_HALF, _THIRD = 21, 15
#: Household rows that fit below the other charts, and on a page of their own.
_BELOW, _WHOLE = 24, 50
_LETTERS, _SMALL = Letters(PAPER_FONT, 1300, 900), Letters(PAPER_FONT, 1100, 800)
_DARK, _GREY, _WHITE = "404040", "A6A6A6", "FFFFFF"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: charts on the printed pages, their numbers beside them."""
    grid.widths(*[_WIDTH] * _COLUMNS, 3, 26, 14, 14, 14, 14, 14, 14)
    grid.merge(1, 1, _COLUMNS, "加装电梯分摊与缴款图", "单据-题")
    grid.height(1, 30)
    _numbers(grid, plan)
    pages = _pages(charts.flats(plan).count)
    _upper(grid, plan, together=pages[0][1] > 0)
    for page, (start, count) in enumerate(pages):
        status = page * _PAGE + (1 if page else 2)
        grid.merge(status, 1, _COLUMNS, f"={plan.master}", "单据-表注")
        if count:
            chart, top = _flats(charts.flats(plan), start, count), status if page else _THIRD
            grid.sheet.add_chart(place(chart, 1, top + 1, _COLUMNS, (page + 1) * _PAGE))
    grid.breaks([page * _PAGE for page in range(1, len(pages))])
    grid.page(f"A1:J{_PAGE * len(pages)}", fit=False)


def _upper(grid: Grid, plan: Plan, together: bool) -> None:
    """Place storeys and sources: side by side above the households, or one below the other."""
    if together:
        letters, places = _SMALL, ((1, 3, 6, _THIRD), (7, 3, _COLUMNS, _THIRD))
    else:
        letters, places = _LETTERS, ((1, 3, _COLUMNS, _HALF), (1, _HALF + 1, _COLUMNS, _PAGE))
    for make, at in zip((_storeys, _sources), places, strict=True):
        grid.sheet.add_chart(place(make(plan, letters), *at))


def _pages(flats: int) -> list[tuple[int, int]]:
    """The first household (from 0) and the number of households of every page.

    >>> _pages(24), _pages(120)
    ([(0, 24)], [(0, 0), (0, 50), (50, 50), (100, 20)])
    """
    if flats <= _BELOW:
        return [(0, flats)]
    return [(0, 0), *((start, min(_WHOLE, flats - start)) for start in range(0, flats, _WHOLE))]


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


def _storeys(plan: Plan, letters: Letters) -> BarChart:
    block = charts.storey_table(plan)
    amounts = Bars(_head(block, "amount"), block.all("amount"), _DARK, _DARK)
    return bars("各层应分摊（元）", block.all("label"), [amounts], letters, axes=("楼层", "元"),
                labels=UPRIGHT, inside=(0.17, 0.3, 0.8, 0.52))  # fmt: skip


def _sources(plan: Plan, letters: Letters) -> BarChart:
    block = charts.sources(plan)
    amounts = Bars(_head(block, "amount"), block.all("amount"), _GREY, _DARK)
    return bars("资金来源（元）", block.all("label"), [amounts], letters, axes=("来源", "元"),
                labels=UPRIGHT, inside=(0.3, 0.3, 0.68, 0.52))  # fmt: skip


def _flats(block: Block, start: int, count: int) -> BarChart:
    """A chart of some households: paid, unpaid, paid too much."""
    fills = {"paid": _DARK, "left": _WHITE, "over": _GREY}
    part = Block(block.sheet, block.first + start, count, block.columns, block.left)
    series = [Bars(_head(block, key), part.all(key), fill, _DARK) for key, fill in fills.items()]
    small = count <= _BELOW
    top = 0.17 if small else 0.12
    return bars("各户缴款（元）", part.all("label"), series, _SMALL if small else _LETTERS,
                across=True, axes=("房号　已缴／应缴（元）", "元"),
                inside=(0.34, top, 0.62, 0.88 - top))  # fmt: skip
