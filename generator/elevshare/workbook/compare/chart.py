"""图表: what every storey pays under each scheme, as columns and as a table."""

from __future__ import annotations

from openpyxl.chart import BarChart

from elevshare.workbook.charting import Bars, Letters, bars, place
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.style import FONT

TITLE, ROLE = "图表", "单据"

#: From dark to light, so that they differ in black and white too.
_COLOURS = ("1F3864", "C55A11", "70AD47", "7F6000", "5B9BD5", "F4B183")
_LETTERS = Letters(FONT, 1800, 1400)
#: Width of the sheet in characters; columns share it.
_WIDTH, _STOREY, _NARROWEST = 150.0, 9.0, 18.0
#: Rows above the chart.
_TOP = 2


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet: the chart above, its numbers below."""
    block, schemes = plan.by_storey, len(plan.parts)
    width = max(_NARROWEST, (_WIDTH - _STOREY) / (2 * schemes))
    grid.widths(_STOREY, *[width] * (2 * schemes))
    grid.put(1, 1, "各层应分摊比较", "会议-题")
    grid.height(1, 36)
    grid.put(2, 1, f"={plan.master}", "会议-正文")
    _table(grid, plan)
    last = block.letter(block.columns[-1])
    grid.redden(f"$A$2:${last}$2", 'LEFT($A$2,1)="【"')
    grid.sheet.add_chart(_chart(plan))
    grid.page(f"A1:{last}{block.last}", landscape=True)
    grid.sheet.page_setup.fitToHeight = 1


def _table(grid: Grid, plan: ComparePlan) -> None:
    """The storeys by scheme: total amount, and average for a household that takes part."""
    block, schemes = plan.by_storey, len(plan.parts)
    head, names = block.first - 1, [part.head for part in plan.parts]
    grid.put(head - 1, 1, None, "会议-表头")
    grid.merge(head - 1, 2, 1 + schemes, "全层合计（元）", "会议-表头")
    grid.merge(head - 1, 2 + schemes, 1 + 2 * schemes, "参与各户平均（元）", "会议-表头")
    grid.row(head, 1, ["楼层", *names, *names], "会议-表头")
    grid.height(head - 1, 26)
    grid.height(head, plan.head_height)
    for index, row in enumerate(block.rows):
        grid.put(row, 1, f'={plan.weights.at("storey", index)}&" 层"', "会议-层")
        for part in plan.parts:
            amount, taking = (
                part.storey_table.at("amount", index),
                part.storey_table.at("taking", index),
            )
            grid.put(row, block.column(f"t{part.index}"), f"={amount}", "会议-层金额")
            mean = f"=IF({taking}=0,0,ROUND(ROUND({amount}*100,0)/{taking},0)/100)"
            grid.put(row, block.column(f"a{part.index}"), mean, "会议-层金额")
        grid.height(row, 23)


def _chart(plan: ComparePlan) -> BarChart:
    """A group of columns for each storey, one column for each scheme; as wide as the table."""
    block = plan.by_storey
    series = [
        Bars(
            plan.schemes.at("shown", part.index), block.all(f"t{part.index}"), _COLOURS[part.index]
        )
        for part in plan.parts
    ]
    chart = bars("各层合计应分摊（元）", block.all("storey"), series, _LETTERS)
    return place(chart, 1, _TOP + 1, len(block.columns), plan.chart_bottom)
