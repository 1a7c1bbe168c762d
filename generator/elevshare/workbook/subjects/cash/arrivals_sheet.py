"""补贴到账: the subsidies applied for, approved and received, one in each row."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.register import write_register
from elevshare.workbook.subjects.cash.arrivals import PROBLEMS
from elevshare.workbook.subjects.cash.inputs import ARRIVALS, GRANT_COLUMNS
from elevshare.workbook.subjects.cash.places import grants
from elevshare.workbook.subjects.cash.position import grants_read

TITLE, ROLE = ARRIVALS, "输入"
ABOUT = "补贴的申领、批复和到账"

_WIDTHS = (6, 12, 13, 15, 20, 15, 13, 15, 14, 34)
_AMOUNTS = {"applied": "申领", "approved": "批复", "arrived": "到账"}
_FULL = "把级别相同、已经到账的几笔并成一行（金额填合计，备注写明各笔日期和金额）"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, read = grants(plan), grants_read(plan)
    grid.widths(*_WIDTHS)
    grid.put(1, 1, "补贴到账：各级补贴的申领、批复和到账，分次到账的每次一行", "标题")
    totals = "".join(
        f'&"，{word} "&FIXED(SUM({read.all(f"{key}_fen")})/100,2)&" 元"'
        for key, word in _AMOUNTS.items()
    )
    write_register(grid, plan, block, read, GRANT_COLUMNS, PROBLEMS, totals, _FULL)
