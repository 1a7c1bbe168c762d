"""区间: percentages against their intervals and 100%, and the nearest valid choice."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.interval.tables import TITLE as _TITLE
from elevshare.workbook.subjects.interval.tables import figures, storeys, verdict

TITLE, ROLE = _TITLE, "计算"
ABOUT = "各层百分比在不在区间内、合计是否 100%，最接近的一种"

_METHOD = "建议：各层同加（或同减）一个数，到区间的边就停，直到合计 100%，零头从低层补；与现在所选相差最小。"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows = storeys(plan)
    grid.widths(12, 13, 13, 14, 15, 13, 15, 3, *([11] * 14))
    grid.put(1, 1, "区间：各层百分比是否在指导区间之内、合计是否 100%", "标题")
    grid.height(1, 28)
    grid.row(2, 1, [verdict(plan), *[None] * 6], "总校验")
    grid.redden("$A$2:$G$2", 'RIGHT($A$2,4)<>"可以采用"')
    grid.put(3, 1, _METHOD, "注")
    figures(plan).write(grid, "数")
    rows.write(grid)
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'AND({state}<>"",{state}<>"在区间内")')
    grid.sheet.freeze_panes = f"A{rows.first}"
    grid.page(f"A1:G{rows.last}")
