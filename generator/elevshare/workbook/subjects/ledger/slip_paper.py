"""What 收据 and 退款凭证 share: forms for the slips of 收缴计算, three on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, headed
from elevshare.workbook.papers.paper import of, put_form, when
from elevshare.workbook.papers.printed import PaperCount, say_printed
from elevshare.workbook.subjects.ledger.places import payments
from elevshare.workbook.table import FormulaTable

#: The height of a small line in points.
SMALL = 11.0
#: Columns and default row height.
WIDTHS, HEIGHT = (11, 25, 11, 25), 14.0


def write_slips(
    grid: Grid, plan: Accounts, layout: PaperLayout, entries: dict[str, Entry], slips: FormulaTable
) -> None:
    """Write a form for each slip; page breaks and the print area."""
    form = layout.form(entries, slips.all("n"), "", row_style="单据-行")
    for count in range(slips.count):
        row = slips.at("row", count)
        number = f"=IF({row}>0,{slips.at('number', count)},0)"
        known = f"=IF({row}>0,{slips.at('n', count)},0)"
        put_form(grid, form, count * form.rows + 1, _idle(layout, slips, count), number, known)
    count_of = _count(layout, slips)
    layout.set_page(grid, count_of.inside(layout.a_page))
    say_printed(grid, plan, form, count_of)


def _count(layout: PaperLayout, slips: FormulaTable) -> PaperCount:
    """How many slips there are; a page of them is foreseen, since none is written as a book is made."""
    here = f"SUMPRODUCT(({slips.all('row')}>0)*1)"
    return PaperCount(slips, slips.count, layout.a_page, "n", here)


def forms_of(layout: PaperLayout, slips: FormulaTable) -> Forms:
    """The forms of a paper with these slips."""
    count = _count(layout, slips)
    return Forms(slips.all("n"), layout.a_page, count.made(layout.a_page), count.now)


def _idle(layout: PaperLayout, slips: FormulaTable, count: int) -> str:
    """The text of a page without slips, on its first form; one formula for all forms."""
    return f'IF(MOD({slips.at("n", count)},{layout.a_page})=1,"本页没有，不用打印","")'


def say_how_many(grid: Grid, plan: Accounts, layout: PaperLayout, called: str, sign: str) -> None:
    """Say beside the first form how many slips 台账 has.

    ``called`` is the paper's name with its counting word, ``sign`` the comparison of its slips.
    """
    every = f"SUMPRODUCT(({payments(plan).all('slip')}{sign}0)*1)"
    grid.put(5, len(layout.widths) + 2, f'="台账里共有 "&{every}&" 张{called}"', "注")


def heads(plan: Accounts, slips: FormulaTable, title: str, stub: str) -> dict[str, Entry]:
    """The first three entries; ``stub`` is what the line with the number begins with."""
    day = f'TEXT(INDEX({slips.all("day")},@),"yyyy-mm-dd")'
    number = f'"{stub}"&{day}&"　编号："&{numbered(plan, slips)}'
    return headed(when(f'"{title}"'), when(plan.mark), when(number))


def numbered(plan: Accounts, slips: FormulaTable) -> str:
    """The number of a slip, with building and entrance, as part of a text formula."""
    return f"{plan.code}&INDEX({slips.all('number')},@)"


def common(plan: Accounts, slips: FormulaTable) -> dict[str, Entry]:
    """The entries that both papers have."""
    upper = f'"人民币"&INDEX({slips.all("upper")},@)'
    return {
        "address": Entry("地址", when(address_of(plan)), "短文"),
        "room": Entry("房号", of(slips.all("room")), "短文"),
        "day": Entry("日期", of(slips.all("day")), "日期"),
        "method": Entry("方式", of(slips.all("method")), "短文"),
        "amount": Entry("金额", of(slips.all("amount")), "应缴"),
        "upper": Entry("金额大写", when(upper), "大写"),
        "handler": Entry("经手", of(slips.all("handler")), "短文"),
        "checker": Entry("复核", None),
    }


def item(plan: Accounts, slips: FormulaTable, before: str = "") -> Entry:
    """What is paid for, and which instalment."""
    period = f"INDEX({slips.all('period')},@)"
    return Entry("款项", when(f'"{before}{plan.account.item}　"&{period}'), "短文")
