"""收缴: each household's payments and the sums; in any family of books."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.subjects.ledger.places import TITLE as TITLE
from elevshare.workbook.subjects.ledger.places import collected, figures, total

ROLE = "计算"
ABOUT = "每户应缴、已缴、还欠、多缴、逾期；与银行核对"


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet."""
    rows, sums = collected(plan), figures(plan)
    grid.widths(6, 12, 12, 14, 14, 14, 14, 14, 13, 14, 13, 13, 12, 3, *([12] * 10))
    grid.put(1, 1, "收缴：每户缴了多少，还欠多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    rows.write(grid)
    grid.put(rows.first - 2, 1, _headline(plan), "副标题")
    amounts = [column.key for column in rows.stated if column.shown and column.kind == "money"]
    rows.write_totals(
        grid, ("合计", None, None), {key: f"SUM({rows.area(key)})" for key in amounts}
    )
    sums.write(grid)
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'OR({state}="逾期",LEFT({state},2)="多缴")')
    heads, right = rows.first - 1, rows.letter("state")
    grid.sheet.freeze_panes = f"D{rows.first}"
    grid.filter(f"A{heads}:{right}{rows.last}")
    grid.page(f"A1:{right}{sums.last_row}", landscape=True, title_rows=f"{heads}:{heads}")


def _headline(plan: Accounts) -> str:
    """The main sums in a sentence above the households."""

    def said(word: str, key: str) -> str:
        return f'"{word} "&FIXED({total(plan, key)}/100,2)&" 元"'

    parts = (("应缴", "owed"), ("收款", "received"), ("退款", "refunded"), ("还欠", "left"),
             ("其中逾期", "overdue"))  # fmt: skip
    return "=" + '&"，"&'.join(said(*part) for part in parts)
