"""校验: all conditions for sending a bill, each with advice for a failure."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook import seal
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.check import BookCheck, block_of
from elevshare.workbook.checks import check_list
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.papers.address import code
from elevshare.workbook.plan import Plan

TITLE, ROLE = "校验", "校验"
ABOUT = "金额是否合拢，填写是否有误"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    write_checks(grid, check_list(plan), plan.master)
    write_code(grid, plan)
    write_seal(grid, plan)


def write_code(grid: Grid, plan: Inputs) -> None:
    """Write what the numbers of papers begin with, beside the number of failed checks."""
    grid.put(4, 4, "单据编号的开头", "标签")
    grid.put(4, 5, f"={code(plan)}", "计算-any")


def write_seal(grid: Grid, plan: Accounts) -> None:
    """Write the seal as papers show it, above the master check."""
    grid.put(2, 4, "单据上的封签", "标签")
    grid.put(2, 5, f"={seal.mark(plan)}", "计算-any")


def write_checks(
    grid: Grid, checks: Sequence[BookCheck], master: str, title: str = "校验：全部通过才可以收款"
) -> None:
    """Write the sheet of any book from its checks and its master check (a formula)."""
    block = block_of(checks)
    grid.widths(6, 32, 12, 46, 56)
    grid.put(1, 1, title, "标题")
    grid.height(1, 28)
    grid.row(3, 1, [f"={master}", None, None, None, None], "总校验")
    grid.put(4, 2, "未通过的项数", "标签")
    grid.put(4, 3, f'=SUMPRODUCT(({block.area("result")}="不通过")*1)', "计算-whole")
    grid.row(
        block.first - 1, 1, ["序号", "检查什么", "结果", "现在的情况", "不通过时怎么办"], "表头"
    )
    for number, (row, check) in enumerate(zip(block.rows, checks, strict=True), 1):
        grid.put(row, 1, number, "计算-whole")
        grid.put(row, 2, check.name, "标签")
        grid.put(row, 3, f'=IF(IFERROR({check.holds},FALSE),"通过","不通过")', "计算-any")
        grid.put(row, 4, f"={check.state}", "计算-any")
        grid.put(row, 5, check.advice, "注-折行")
        grid.height(row, 25)
    grid.redden(block.area("result"), f'$C{block.first}="不通过"')
    grid.redden("$A$3:$E$3", "$C$4>0")
    grid.sheet.freeze_panes = f"A{block.first}"
    heads = block.first - 1
    grid.page(f"A1:E{block.last}", landscape=True, title_rows=f"{heads}:{heads}")
