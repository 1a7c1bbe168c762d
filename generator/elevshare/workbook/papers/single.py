"""单户: one household's bill on a page, to print again. Its room is chosen beside the page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.bill import entries, full
from elevshare.workbook.papers.layout import PaperLayout
from elevshare.workbook.papers.paper import BlankForm, put_form
from elevshare.workbook.papers.printed import BESIDE
from elevshare.workbook.plan import Plan

TITLE, ROLE = "单户", "单据"
ABOUT = "选一个房号，只印这一户的账单"

#: The cell in which the room is chosen. This input may be on a paper because it belongs to no
#: project, only chooses the paper shown, and is outside of the print area.
CHOSEN = "$G$1"
_UNKNOWN = "没有这一户，或“住户”中这一行有误"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    layout = full(plan)
    write_single(grid, plan, layout, layout.form(entries(plan), plan.shares.all("bill"), ""))


def write_single(grid: Grid, plan: Accounts, layout: PaperLayout, form: BlankForm) -> None:
    """Write the bill (four columns) of any family of books, and to its right the choice of room."""
    shares, row = plan.shares, form.cell(form.household, 1)
    # MATCH would take the * of a room for a wildcard.
    found = (
        f'SUMPRODUCT(({shares.all("room")}={CHOSEN}&"")*{shares.all("valid")}*{shares.all("n")})'
    )
    idle = f'IF({CHOSEN}="","请在右边选房号","{_UNKNOWN}")'
    bill = f"INDEX({shares.all('bill')},MAX(1,{row}))*({row}>0)"  # 0: none is handed out
    number = f'=IF({bill}=0,"",{bill})'
    put_form(grid, form, 1, idle, number, f'=IF({CHOSEN}="",0,{found})')
    _selector(grid, row)
    layout.set_page(grid, 1)
    grid.widths(*layout.widths, BESIDE[0], 12, 14, 40)


def _selector(grid: Grid, row: str) -> None:
    """The cell in which the room is chosen, and a message if that is invalid."""
    wrong = f'AND({CHOSEN}<>"",{row}=0)'
    grid.put(1, 6, "选房号 →", "表头")
    grid.text(1, 7, "", "输入-text")
    grid.put(1, 8, f'=IF({wrong},"← {_UNKNOWN}","")', "警示")
    grid.put(3, 6, "点黄色格子，用箭头选房号；只打印左边这一页。", "注")
    hint = "请点右边的箭头，选“住户”中的房号"
    grid.choose_from(CHOSEN.replace("$", ""), "room_no", "房号", hint)
    grid.redden("$A$2:$D$2", wrong)
