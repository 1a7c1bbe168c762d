"""分月: the monthly fee of a flat on each storey."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.months import TITLE as TITLE
from elevshare.workbook.lease.calc.months import months, other_months
from elevshare.workbook.lease.plan import LeasePlan

ROLE = "计算"
ABOUT = "每层每户十二个月各多少，加起来正好是全年"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    table = months(plan)
    grid.widths(7, 12, *([10] * 12), 12, 3, *([11] * 14))
    grid.put(1, 1, "分月：每层一户十二个月各收多少，加起来正好是全年", "标题")
    grid.height(1, 28)
    at_once = "选“第一期收全年”的年费全在第一个月。" if plan.has(Topic.TERMS) else ""
    grid.put(
        2,
        1,
        f"到每个月末应累计收全年的十二分之几，不足一分的舍去；每月收的是本月末累计减上月末累计。{at_once}",
        "副标题",
    )
    table.write(grid)
    last = table.last
    if plan.has(Topic.TERMS):
        other_months(plan).write(grid)
        last = other_months(plan).last
    grid.sheet.freeze_panes = f"C{table.first}"
    grid.page(f"A1:O{last}", landscape=True)
