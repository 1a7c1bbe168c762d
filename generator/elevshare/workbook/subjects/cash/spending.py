"""The payments of 工程付款 as they are read: a row that cannot be meant counts nothing."""

from __future__ import annotations

from elevshare.rules.cash import Spending
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.cash.inputs import METHODS
from elevshare.workbook.subjects.cash.places import figure, payments, payments_read

HEADS = {
    "n": ("序号", "whole"),
    "item": ("费用项目", "any"),
    "fen": ("金额（分）", "whole"),
    "problem": ("填写情况", "whole"),
    "day_flaw": ("日期有误", "whole"),
    "amount_flaw": ("金额有误", "whole"),
    "known": ("同名费用项目数", "whole"),
    "index": ("房号是第几户", "whole"),
    "engineering": ("工程款（分）", "whole"),
    "payouts": ("补偿（分）", "whole"),
    "others": ("其他支出（分）", "whole"),
}
#: What 提示 says by the number of 填写情况, from 0 on.
PROBLEMS = (
    "",
    "√",
    "← 日期应填如 2026-03-01",
    "← 请选类别",
    "← 费用项目只用于工程款，请清空",
    "← “参数”里没有这个费用项目",
    "← 请填收款单位",
    "← 补偿填房号，“住户”里没有此号",
    "← 金额应大于 0，最多两位小数",
    "← 请选方式",
)
#: What makes a row one that is filled in.
_TYPED = ("day", "spending", "item", "payee", "amount", "method", "voucher")
_OF = {
    "engineering": Spending.ENGINEERING,
    "payouts": Spending.COMPENSATION,
    "others": Spending.OTHER,
}


def spent(plan: Inputs) -> str:
    """Address of all payments, in fen."""
    return figure("spent")


def row_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one payment's row."""
    block, shares = payments_read(plan), plan.shares
    index, here = row - block.first, block.on(row)
    cell = {key: payments(plan).at(key, index) for key in payments(plan).columns}
    amount, payee = cell["amount"], f'({shares.all("room")}={cell["payee"]}&"")'
    known = f"SUMPRODUCT(({plan.items.all('item')}={here('item')})*1)"
    return {
        "n": index + 1,
        "item": f'={cell["item"]}&""',
        "fen": f"=IF({here('problem')}=1,ROUND(IFERROR({amount}*1,0)*100,0),0)",
        "problem": _problem(cell, here("day_flaw"), here("amount_flaw"), here("known"), here("index")),
        "day_flaw": f'=IF({cell["day"]}="",1,{wrong_number(cell["day"], *DATES, 1)})',
        "amount_flaw": f'=IF({amount}="",1,{wrong_number(amount, "0.01", MAX_YUAN, 100)})',
        "known": f"={known}",
        "index": f"=SUMPRODUCT({payee}*{shares.all('valid')}*{shares.all('n')})",
        **{key: f'=IF({cell["spending"]}="{word}",{here("fen")},0)' for key, word in _OF.items()},
    }  # fmt: skip


def _problem(cell: dict[str, str], day: str, amount: str, known: str, index: str) -> str:
    """The number of what is wrong with a row, 0 where nothing is filled in."""
    item, spending = f'{cell["item"]}<>""', cell["spending"]
    kinds, methods = (
        ",".join(f'{at}="{word}"' for word in words)
        for at, words in ((spending, Spending), (cell["method"], METHODS))
    )
    engineering = f'{spending}="{Spending.ENGINEERING}"'
    no_room = f'AND({spending}="{Spending.COMPENSATION}",{index}=0)'
    filled = "&".join(cell[key] for key in _TYPED)
    return (
        f'=IF({filled}="",0,IF({day}=1,2,IF(NOT(OR({kinds})),3,'
        f"IF(AND({item},NOT({engineering})),4,IF(AND({item},{known}=0),5,"
        f'IF({cell["payee"]}="",6,IF({no_room},7,IF({amount}=1,8,IF(OR({methods}),1,9)))))))))'
    )
