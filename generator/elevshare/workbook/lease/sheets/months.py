"""分月: what a flat of each storey pays in every month of the lease year."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import months
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.table import write_table

TITLE, ROLE = "分月", "计算"
ABOUT = "每层每户十二个月各多少，加起来正好是全年"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    block = plan.months
    grid.widths(7, 12, *([10] * 12), 12, 3, *([11] * 14))
    grid.put(1, 1, "分月：每层一户十二个月各收多少，加起来正好是全年", "标题")
    grid.height(1, 28)
    grid.put(
        2,
        1,
        "到每个月末应累计收全年的十二分之几，不足一分的舍去；每月收的是本月末累计减上月末累计。",
        "副标题",
    )
    write_table(
        grid, block, "各层（金额单位：元）", months.HEADS, lambda r: months.month_formulas(plan, r)
    )
    grid.sheet.freeze_panes = f"C{block.first}"
    grid.page(f"A1:O{block.last}", landscape=True)
