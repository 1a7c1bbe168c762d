"""The payments of 台账 as they are read: a row that cannot be meant is marked and counts nothing."""

from __future__ import annotations

from collections.abc import Iterable

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.ledger.inputs import METHODS, Side
from elevshare.workbook.subjects.ledger.places import dates, payments, schedule, typed

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "method": ("方式", "any"),
    "fen": ("金额（分）", "whole"),
    "problem": ("填写情况", "whole"),
    "index": ("第几户", "whole"),
    "day": ("日期序号", "whole"),
    "received": ("收款（分）", "whole"),
    "refunded": ("退款（分）", "whole"),
    "latest": ("此户最近一笔", "whole"),
}
#: What 提示 says by the number of 填写情况, from 0 on.
PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← “住户”里没有这个房号", "← 请选收款或退款",
            "← 金额应是大于 0 的数，最多两位小数", "← 请选方式")  # fmt: skip
DATE_HEADS = {
    "n": ("期次", "whole"),
    "day": ("日期序号", "whole"),
    "problem": ("填写情况", "whole"),
}
DATE_PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← 应比上一期晚，中间不能空")


def payment_formulas(plan: Accounts, row: int) -> dict[str, str | int]:
    """Formulas of one payment's row."""
    block, shares = payments(plan), plan.shares
    index, here = row - block.first, block.on(row)
    cell = {key: typed(plan).at(key, index) for key in typed(plan).columns}
    right = f"{here('problem')}=1"
    mine = f"({block.area('index')}={here('index')})*({here('index')}>0)"
    later = (
        f"(({block.area('day')}>{here('day')})"
        f"+({block.area('day')}={here('day')})*({block.area('n')}>{here('n')}))"
    )
    return {
        "n": index + 1,
        "room": f'={cell["room"]}&""',
        "method": f'={cell["method"]}&""',
        "index": f"=SUMPRODUCT(({shares.all('room')}={here('room')})*{shares.all('valid')}*{shares.all('n')})",
        "problem": f"={_problem(cell, here('index'))}",
        "day": f"=IF({right},IFERROR({cell['day']}*1,0),0)",
        "fen": f"=IF({right},ROUND(IFERROR({cell['amount']}*1,0)*100,0),0)",
        "received": f'=IF({cell["side"]}="{Side.RECEIVED}",{here("fen")},0)',
        "refunded": f'=IF({cell["side"]}="{Side.REFUNDED}",{here("fen")},0)',
        # An IF inside an IF: the rows that are blank, most of them, do not look at all others.
        "latest": f"=IF({right},IF(SUMPRODUCT({mine}*{later})=0,{here('day')},0),0)",
    }


def _problem(cell: dict[str, str], index: str) -> str:
    """The number of what is wrong with a row, 0 where nothing is filled in."""
    day, amount = cell["day"], cell["amount"]
    bad_day = f'OR({day}="",{wrong_number(day, *DATES, 1)}>0)'
    bad_amount = f"OR({wrong_number(amount, '0', MAX_YUAN, 100)}>0,IFERROR({amount}*1,0)<=0)"
    sides, methods = _one_of(cell["side"], Side), _one_of(cell["method"], METHODS)
    return (
        f'IF({day}&{cell["room"]}&{amount}="",0,IF({bad_day},2,IF({index}=0,3,'
        f"IF({sides},IF({bad_amount},5,IF({methods},1,6)),4))))"
    )


def _one_of(cell: str, words: Iterable[str]) -> str:
    """Whether a cell holds one of a few words."""
    return "OR(" + ",".join(f'{cell}="{word}"' for word in words) + ")"


def date_formulas(plan: Accounts, row: int) -> dict[str, str | int]:
    """Formulas of the day of one instalment; days stand one after the other without a gap."""
    block = dates(plan)
    index, here = row - block.first, block.on(row)
    cell = schedule(plan).at("day", index)
    before = block.here("day", row - 1) if index else "1"
    wrong = f"{wrong_number(cell, *DATES, 1)}>0"
    return {
        "n": index + 1,
        "problem": f'=IF({cell}="",0,IF({wrong},2,IF(AND({before}>0,IFERROR({cell}*1,0)>{before}),1,3)))',
        "day": f"=IF({here('problem')}=1,IFERROR({cell}*1,0),0)",
    }
