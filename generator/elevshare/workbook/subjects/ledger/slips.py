"""The receipts that are printed at a time: so many payments of 台账 from a number on, on 收缴."""

from __future__ import annotations

from elevshare.workbook import capitals
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.ledger.places import TITLE, collected, end, payments, typed

#: Receipts that are printed at a time.
AT_A_TIME = 15
_COLUMNS = ("n", "number", "row", "room", "owner", "day", "side", "method", "amount", "paid", "left",
            "over", "words", "remark", "gap", "fen", "index", "so_far", "owed", *CAPITALS)  # fmt: skip
HEADS = {
    "n": ("序号", "whole"),
    "number": ("收据号", "whole"),
    "row": ("台账第几行", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "day": ("日期", "date"),
    "side": ("收款或退款", "any"),
    "method": ("方式", "any"),
    "amount": ("金额（元）", "money"),
    "paid": ("至此已缴（元）", "money"),
    "left": ("至此还欠（元）", "money"),
    "over": ("至此多缴（元）", "money"),
    "words": ("说明", "any"),
    "remark": ("备注", "any"),
    "fen": ("金额（分）", "whole"),
    "index": ("第几户", "whole"),
    "so_far": ("至此已缴含公积金（分）", "whole"),
    "owed": ("应缴（分）", "whole"),
    **capitals.HEADS,
}


def slips(plan: Accounts) -> Block:
    """The receipts, below all else on 收缴."""
    return Block(TITLE, end(plan) + 4, min(AT_A_TIME, typed(plan).count), _COLUMNS)


def slip_formulas(plan: Accounts, row: int) -> dict[str, str | int]:
    """Formulas of one receipt; a row of 台账 that is blank or wrong has none."""
    block, paid, rows = slips(plan), payments(plan), collected(plan)
    here, first = block.on(row), plan.number("receipts_from")
    at, known = here("row"), f"{here('row')}>0"
    place = f"{here('number')}-{first}+1"
    last = paid.count
    start = f"IF({plan.number('print_from')}=0,{first},{plan.number('print_from')})"

    def of(column: str) -> str:
        return f"INDEX({column},{at})"

    def shown(formula: str) -> str:
        return f'=IF({known},{formula},"")'

    def of_shares(key: str) -> str:
        return f"INDEX({plan.shares.all(key)},{here('index')})"

    mine = f"({paid.all('index')}={here('index')})*({paid.all('n')}<={at})"
    net = f"SUMPRODUCT({mine}*({paid.all('received')}-{paid.all('refunded')}))"
    fund = f"+{of_shares('fund')}" if "fund" in plan.shares.columns else ""
    return {
        "n": row - block.first + 1,
        "number": f"={start}+{here('n')}-1",
        "row": f"=IF(OR({place}<1,{place}>{last}),0,IF(INDEX({paid.all('problem')},"
        f"MAX(1,MIN({last},{place})))=1,{place},0))",
        "room": shown(of(paid.all("room"))),
        "owner": shown(f"INDEX({rows.all('owner')},{here('index')})"),
        "day": shown(of(paid.all("day"))),
        "side": shown(of(typed(plan).all("side"))),
        "method": shown(of(paid.all("method"))),
        "amount": shown(f"{here('fen')}/100"),
        "paid": shown(f"{here('so_far')}/100"),
        "left": shown(f"MAX(0,{here('owed')}-{here('so_far')})/100"),
        "over": shown(f"MAX(0,{here('so_far')}-{here('owed')})/100"),
        "words": shown(_words(plan, here("owed"), here("so_far"))),
        "remark": shown(f'{of(typed(plan).all("remark"))}&""'),
        "fen": f"=IF({known},{of(paid.all('fen'))},0)",
        "index": f"=IF({known},{of(paid.all('index'))},0)",
        "so_far": f"=IF({known},{net}{fund},0)",
        "owed": f"=IF({known},{of_shares(plan.account.against)},0)",
        **capitals.capital_formulas(block, row, "fen"),
    }  # fmt: skip


def _words(plan: Accounts, owed: str, so_far: str) -> str:
    """What the household owes, has paid, and has left, inside a formula."""

    def yuan(fen: str) -> str:
        return f'TEXT({fen}/100,"0.00")&" 元'

    due, already, rest = plan.account.words
    left = f'IF({so_far}>{owed},"多缴 "&{yuan(f"({so_far}-{owed})")}","{rest} "&{yuan(f"({owed}-{so_far})")}")'
    return f'"{due} "&{yuan(owed)}；{already} "&{yuan(so_far)}；"&{left}&"。"'
