"""The households on 收费: the fee of the year, of the period, and what is to be paid now."""

from __future__ import annotations

from elevshare.workbook.calc import capitals, flats
from elevshare.workbook.fields.main import EVERYBODY
from elevshare.workbook.lease.plan import LeasePlan

_SHARED = ("n", "room", "storey", "owner", "storey_no", "area_no", "filled", "slip", "problem",
           "valid", "issue")  # fmt: skip
HEADS = {
    **{key: flats.HEADS[key] for key in _SHARED},
    "taking": ("使用电梯", "any"),
    "standard": ("收费标准（元）", "money"),
    "annual": ("全年（元）", "money"),
    "fee": ("本期费用（元）", "money"),
    "arrears": ("加：欠费", "money"),
    "paid": ("减：已缴", "money"),
    "relief": ("减：减免", "money"),
    "due": ("本次应缴（元）", "money"),
    "carried": ("结余（元）", "money"),
    "take": ("使用（1/0）", "whole"),
    "standard_fen": ("标准（分）", "whole"),
    "annual_fen": ("全年（分）", "whole"),
    "until_last": ("累计到本期末（分）", "whole"),
    "until_first": ("累计到上期末（分）", "whole"),
    "fee_fen": ("本期费用（分）", "whole"),
    "arrears_fen": ("欠费（分）", "whole"),
    "paid_fen": ("已缴（分）", "whole"),
    "relief_fen": ("减免（分）", "whole"),
    "balance": ("结算（分）", "whole"),
    "to_pay": ("本次应缴（分）", "whole"),
    "left": ("结余（分）", "whole"),
    "bill": ("第几张单", "whole"),
    "words": ("本期费用怎么来", "any"),
    **capitals.HEADS,
}

#: What 填写情况 says by its number, from 0 on.
PROBLEMS = (*flats.PROBLEMS[:7], "欠费已缴减免有误")
#: The columns of 住户 that hold an amount.
AMOUNTS = ("arrears", "paid", "relief")


def flat_formulas(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from what is filled in to the amount to pay."""
    return {
        **flats.reading_formulas(plan, row, AMOUNTS, ()),
        **_charged(plan, row),
        **_settled(plan, row),
        **_shown(plan, row),
        **capitals.capital_formulas(plan.shares, row, "to_pay"),
    }


def _charged(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """The fee: twelfths of the year run up to the period's end, less those before it."""
    here, floors = plan.shares.on(row), plan.floors
    year, first, last = here("annual_fen"), plan.figure("first"), plan.figure("last")
    fee = f"INDEX({floors.area('fen')},{here('storey_no')})"
    return {
        "standard_fen": f"=IF({here('valid')}=1,{fee},0)",
        "annual_fen": f"={here('standard_fen')}*{plan.figure('times')}*{here('take')}",
        "until_last": f"=INT({last}*{year}/12)",
        "until_first": f"=INT(({first}-1)*{year}/12)",
        "fee_fen": f"={here('until_last')}-{here('until_first')}",
    }


def _settled(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Arrears and payments, what is to be paid, and which bill is this household's."""
    block, typed, index = plan.shares, plan.households, row - plan.shares.first
    here = block.on(row)
    amounts = {
        f"{key}_fen": f"=MAX(0,IFERROR(ROUND({typed.at(key, index)}*100,0),0))*{here('valid')}"
        for key in AMOUNTS
    }
    issued = block.letter("issue")
    everybody = f'{plan.parameter("bill_scope")}="{EVERYBODY}"'
    return {
        **amounts,
        "balance": f"={here('fee_fen')}+{here('arrears_fen')}-{here('paid_fen')}-{here('relief_fen')}",
        "to_pay": f"=MAX(0,{here('balance')})",
        "left": f"=MAX(0,-{here('balance')})",
        "issue": f"=IF(OR({everybody},{here('fee_fen')}>0,{here('to_pay')}>0),{here('valid')},0)",
        "bill": f"=SUM(${issued}${block.first}:${issued}{row})*{here('issue')}",
    }


def _shown(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """What neighbours read; rows beyond the last household show nothing."""
    here = plan.shares.on(row)

    def shown(formula: str) -> str:
        return f'=IF({here("valid")}=1,{formula},"")'

    known = f"INDEX({plan.floors.area('known')},{here('storey_no')})=1"
    columns = {"standard": "standard_fen", "annual": "annual_fen", "fee": "fee_fen",
               "arrears": "arrears_fen", "paid": "paid_fen", "relief": "relief_fen",
               "due": "to_pay", "carried": "left"}  # fmt: skip
    return {
        **{key: shown(f"{here(fen)}/100") for key, fen in columns.items()},
        "storey": shown(here("storey_no")),
        "taking": shown(f'IF({here("take")}=1,"是","否")'),
        "standard": shown(f'IF({known},{here("standard_fen")}/100,"待填")'),
        "words": _words(plan, row, known),
    }


def _words(plan: LeasePlan, row: int, known: str) -> str:
    """How the period's fee comes about, in words."""
    here, first, last = plan.shares.on(row), plan.figure("first"), plan.figure("last")

    def two(key: str) -> str:
        return f'TEXT({here(key)}/100,"0.00")'

    unit = plan.parameter("charge")
    fee = (
        f'"标准 "&{two("standard_fen")}&" "&{unit}&"，全年 "&{two("annual_fen")}&" 元；本期＝累计到第 "'
        f'&{last}&" 个月 "&{two("until_last")}&" －累计到第 "&{first}-1&" 个月 "'
        f'&{two("until_first")}&" ＝"&{two("fee_fen")}&" 元"'
    )
    return (
        f'=IF({here("valid")}=0,"",IF({here("take")}=0,"本户不使用电梯，没有使用费",'
        f'IF({known},IF({here("standard_fen")}=0,"本层不收使用费",{fee}),'
        f'"本层收费标准待填，暂按 0 计")))'
    )
