"""Which forms of a sheet are printed, and beside them how many there are now.

A print area cannot follow the households: it holds the forms that were foreseen as the book was
made. Right of the forms, outside of it, formulas say which pages to print, and in red what is left
out and what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.paper import BlankForm
from elevshare.workbook.places import Block

#: The widths in characters of the columns beside the forms: number and household, count, pages.
BESIDE = (15.0, 15.0, 60.0)
#: The rows of the two red lines: that between them is too low on some papers.
_LINES = (2, 4)
_ALONE = "到“单户”打印，或用 elevshare make --from 重做这本簿子"


@dataclass(frozen=True, slots=True)
class PaperCount:
    """How many forms of a sheet there are, and how many were foreseen.

    ``papers`` is the table with the forms' numbers (column ``number``) and rooms, ``forms`` how
    many forms the sheet has; ``now`` is a formula of the last one in use.
    """

    papers: Block
    forms: int
    foreseen: int
    number: str = "bill"
    now: str = ""

    def inside(self, a_page: int) -> int:
        """How many forms are in the print area: whole pages."""
        return min(self.forms, -(-self.foreseen // a_page) * a_page)

    def made(self, a_page: int) -> int:
        """The forms in the print area; 0 where all forms are."""
        inside = self.inside(a_page)
        return inside if inside < self.forms else 0

    def last(self) -> str:
        """The formula of the last form in use."""
        return self.now or f"MAX({self.papers.all(self.number)})"

    def left_out(self, inside: int) -> str:
        """The formula of the first room that is left out."""
        rooms, numbers = self.papers.all("room"), self.papers.all(self.number)
        return f"INDEX({rooms},MATCH({inside + 1},{numbers},0))"


def set_printed(grid: Grid, plan: Accounts, form: BlankForm, count: PaperCount) -> None:
    """Set the print area of forms without a layout; see ``say_printed``."""
    right = get_column_letter(form.columns)
    area = f"A1:{right}{count.inside(form.a_page) * form.rows}"
    grid.page(area, fit=False, numbered=False)
    say_printed(grid, plan, form, count)


def say_printed(
    grid: Grid, plan: Accounts, form: BlankForm, count: PaperCount, alone: bool = False
) -> None:
    """Set page breaks; write beside the forms how many there are, which pages to print, what is left out.

    ``alone``: 单户 prints these forms one by one.
    """
    inside, page = count.inside(form.a_page), form.a_page * form.rows
    grid.breaks([page * number for number in range(1, -(-count.forms // form.a_page))])
    _say(grid, form, count, inside, alone and plan.has(Topic.SINGLE))


def _pages(forms: str, a_page: int) -> str:
    """The formula of the pages that so many forms take, at least one."""
    return forms if a_page == 1 else f"(INT(({forms}-1)/{a_page})+1)"


def _say(grid: Grid, form: BlankForm, count: PaperCount, inside: int, alone: bool) -> None:
    """Write how many forms there are, which pages to print, and what is left out."""
    at, right = form.columns + 2, get_column_letter(form.columns)
    now = f"${get_column_letter(at)}$1"
    pages, whole = _pages(now, form.a_page), -(-inside // form.a_page)
    rest = f'IF({pages}<{whole},"，打印时选这些页码；后面的页是空的","")'
    grid.put(1, at, f"={count.last()}", "单据-张数")
    # Where forms are left out only the red lines are seen: they say which pages to print, too.
    silent = f"{now}=0" if inside == count.forms else f"OR({now}=0,{now}>{inside})"
    grid.put(1, at + 1, f'=IF({silent},"","打印第 1 至 "&{pages}&" 页"&{rest})', "注")
    if inside == count.forms:
        return
    chosen = (
        f'"①左上角名称框里打 A1:{right}"&{pages}*{form.rows * form.a_page}&" 按回车；'
        f'②点“页面布局→打印区域→设置打印区域”；③打印第 1 至 "&{pages}&" 页"'
    )
    advice = f'"{_ALONE}"' if alone else chosen
    lines = (
        f'"打印范围只有 {whole} 页，还有 "&({now}-{inside})&" 张不在里面："',
        f'{count.left_out(inside)}&IF({now}>{inside + 1}," 等户：","：")&{advice}',
    )
    for row, text in zip(_LINES, lines, strict=True):
        grid.put(row, at, f'=IF({now}<={inside},"",{text})', "警示-不折行")
