"""收据: a receipt with counterfoil for each payment of 台账, three on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import place_of
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed
from elevshare.workbook.papers.paper import of, put_form, when
from elevshare.workbook.subjects.ledger.inputs import Side
from elevshare.workbook.subjects.ledger.slips import slips

TITLE, ROLE = "收据", "单据"
ABOUT = "收款收据（退款时是退款凭证），带存根，一页 A4 三张"

_SMALL = 11.0
#: Three receipts on an A4 page, whose margins of 0.5 inch leave 770 points; the counterfoil is above.
LAYOUT = PaperLayout(
    (11, 25, 11, 25),
    14.0,
    (
        PaperRow("title", 20.0), PaperRow("status", 20.0), PaperRow("number", _SMALL),
        PaperRow("room owner"), PaperRow("amount clerk"), PaperRow("cut", _SMALL),
        PaperRow("head"), PaperRow("estate place"), PaperRow("room owner"), PaperRow("day method"),
        PaperRow("amount item", 18.0), PaperRow("upper", 18.0), PaperRow("words", 26.5), PaperRow("payee stamp"),
        PaperRow("clerk checker"), PaperRow("remark signed"), PaperRow("space", 3.0), PaperRow("gap", 3.0),
    ),
    a_page=3,
    margin=0.5,
)  # fmt: skip


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: the receipts from the number typed on 台账 on."""
    block = slips(plan)
    form = LAYOUT.form(_entries(plan), block.all("n"), "", row_style="单据-行")
    for count in range(block.count):
        start, row = count * form.rows + 1, block.at("row", count)
        number, known = f"={block.at('number', count)}", f"=IF({row}>0,{block.at('n', count)},0)"
        put_form(grid, form, start, _idle(plan, count), number, known)
    page = form.rows * LAYOUT.a_page
    grid.breaks([page * number for number in range(1, -(-block.count // LAYOUT.a_page))])
    LAYOUT.set_page(grid, block.count)


def _idle(plan: Accounts, count: int) -> str:
    """The text of a page without receipts, on its first form."""
    if count % LAYOUT.a_page:
        return '""'
    rows = slips(plan)
    last = min(count + LAYOUT.a_page, rows.count) - 1
    page = f"{rows.at('row', count)}:{rows.at('row', last).split('!')[1]}"
    return f'IF(SUM({page})=0,"本页没有收据：先在“台账”登记","这一号没有登记，或已作废")'


def _of(plan: Accounts, key: str) -> str:
    """The value of a column for the receipt."""
    return of(slips(plan).all(key))


def _entries(plan: Accounts) -> dict[str, Entry]:
    """Key → entry, of everything on a receipt."""
    block = slips(plan)
    refund = f'INDEX({block.all("side")},@)="{Side.REFUNDED}"'
    title = f'IF({refund},"退款凭证","收款收据")'
    day = f'TEXT(INDEX({block.all("day")},@),"yyyy-mm-dd")'
    number = f'"存根联（经办人留存）　"&{day}&"　编号："&{plan.code}&INDEX({block.all("number")},@)'
    copy = f'IF({plan.failed}=0,"","【草案】")&{title}&"　"&IF({refund},"付款联","收据联（交款人保存）")'
    return {
        **headed(when(title), when(plan.mark), when(number)),
        **_payment(plan, refund),
        **_places(plan),
        "head": Entry("", when(f'{copy}&"　编号："&{plan.code}&INDEX({block.all("number")},@)'), "节"),
        "signed": Entry("签收", None),
        "clerk": Entry("经办", None),
        "checker": Entry("复核", None),
        "remark": Entry("备注", _of(plan, "remark"), "表左"),
        "stamp": Entry("收款单位章", None),
        "cut": Entry("", when(f'"沿线剪下　{plan.version}"'), "裁线"),
        "space": Entry("", None, "小字"),
        "gap": Entry("", None, "裁线"),
    }  # fmt: skip


def _places(plan: Accounts) -> dict[str, Entry]:
    """The address of the lift, and the payee."""
    return {
        "estate": Entry("小区", when(f'{plan.parameter("estate")}&""')),
        "place": Entry("楼栋单元", when(place_of(plan))),
        "payee": Entry("收款户名", when(f'{plan.parameter("payee")}&""'), "表左"),
    }


def _payment(plan: Accounts, refund: str) -> dict[str, Entry]:
    """Payer, amount, purpose, date, method, and what is left to pay."""
    item = f'IF({refund},"退还","")&"{plan.account.item}"'
    return {
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner")),
        "day": Entry("日期", _of(plan, "day"), "日期"),
        "method": Entry("方式", _of(plan, "method")),
        "amount": Entry("金额", _of(plan, "amount"), "应缴"),
        "item": Entry("款项", when(item)),
        "upper": Entry("金额大写", when(f'"人民币"&INDEX({slips(plan).all("upper")},@)'), "大写"),
        "words": Entry("结算", _of(plan, "words"), "说明"),
    }
