"""The households on 收费: the fee of the year, of the period, and what is to be paid now."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook import capitals
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.sharing import flats
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY

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
    "before_fen": ("以前应缴（分）", "whole"),
    "paid_fen": ("已缴（分）", "whole"),
    "relief_fen": ("减免（分）", "whole"),
    "owed": ("到本期应缴（分）", "whole"),
    "owed_before": ("到上期应缴（分）", "whole"),
    "year_owed": ("全年应缴（分）", "whole"),
    "balance": ("结算（分）", "whole"),
    "to_pay": ("本次应缴（分）", "whole"),
    "left": ("结余（分）", "whole"),
    "bill": ("第几张单", "whole"),
    "words": ("本期费用怎么来", "any"),
    "past": ("以前各期", "any"),
    **capitals.HEADS,
}

#: What 填写情况 says by its number, from 0 on.
PROBLEMS = (*flats.PROBLEMS[:7], "欠费、减免等金额有误")
#: The columns of 住户 that hold an amount, where it has them.
AMOUNTS = ("arrears", "paid", "relief")


def heads(plan: LeasePlan) -> dict[str, tuple[str, str]]:
    """Head and kind of every column; with a ledger, what was due before is more than arrears."""
    before = {"arrears": ("加：以前应缴", "money")} if plan.has(Topic.LEDGER) else {}
    return {**HEADS, **before}


def amounts(plan: LeasePlan) -> list[str]:
    """The columns of 住户 in this book that hold an amount."""
    return [key for key in AMOUNTS if key in plan.households.columns]


def flat_formulas(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from what is filled in to the amount to pay."""
    return {
        **flats.reading_formulas(plan, row, amounts(plan), ()),
        **_charged(plan, row),
        **_settled(plan, row),
        **(_owed(plan, row) if plan.has(Topic.LEDGER) else {}),
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
    """Arrears and payments, what is to be paid, and which bill is this household's.

    A ledger holds the payments of the lease year: so all periods of it count that came before, and
    what is typed as arrears is of the years before. Without one, the arrears that are typed are all.
    """
    block, typed, index = plan.shares, plan.households, row - plan.shares.first
    here = block.on(row)
    read = {
        f"{key}_fen": f"=MAX(0,IFERROR(ROUND({typed.at(key, index)}*100,0),0))*{here('valid')}"
        for key in amounts(plan)
    }
    earlier = ""
    if plan.has(Topic.LEDGER):
        earlier = f"+{here('until_first')}"
        read["paid_fen"] = f"={collected(plan).at('net', index)}*{here('valid')}"
    issued = block.letter("issue")
    everybody = f'{plan.parameter("bill_scope")}="{EVERYBODY}"'
    return {
        **read,
        "before_fen": f"={here('arrears_fen')}{earlier}",
        "balance": f"={here('fee_fen')}+{here('before_fen')}-{here('paid_fen')}-{here('relief_fen')}",
        "to_pay": f"=MAX(0,{here('balance')})",
        "left": f"=MAX(0,-{here('balance')})",
        "issue": f"=IF(OR({everybody},{here('fee_fen')}>0,{here('to_pay')}>0),{here('valid')},0)",
        "bill": f"=SUM(${issued}${block.first}:${issued}{row})*{here('issue')}",
    }


def _owed(plan: LeasePlan, row: int) -> dict[str, str]:
    """What the household owes until now, until the period before, and of the whole year."""
    here = plan.shares.on(row)
    return {
        "owed": f"=MAX(0,{here('before_fen')}+{here('fee_fen')}-{here('relief_fen')})",
        "owed_before": f"=MAX(0,{here('before_fen')}-{here('relief_fen')})",
        "year_owed": f"=MAX(0,{here('arrears_fen')}+{here('annual_fen')}-{here('relief_fen')})",
        "past": f'=IF({here("valid")}=1,{_past(plan, row)},"")',
    }


def _shown(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """What neighbours read; rows beyond the last household show nothing."""
    here = plan.shares.on(row)

    def shown(formula: str) -> str:
        return f'=IF({here("valid")}=1,{formula},"")'

    known = f"INDEX({plan.floors.area('known')},{here('storey_no')})=1"
    columns = {"standard": "standard_fen", "annual": "annual_fen", "fee": "fee_fen",
               "arrears": "before_fen", "paid": "paid_fen", "relief": "relief_fen",
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
        f'"标准 "&{two("standard_fen")}&" "&{unit}&"，全年 "&{two("annual_fen")}&" 元；本期＝到第 "'
        f'&{last}&" 个月末累计 "&{two("until_last")}&"－"&IF({first}=1,"年初",'
        f'"到第 "&{first}-1&" 个月末累计")&" "&{two("until_first")}&"＝"&{two("fee_fen")}&" 元"'
    )
    return (
        f'=IF({here("valid")}=0,"",IF({here("take")}=0,"本户不使用电梯，没有使用费",'
        f'IF({known},IF({here("standard_fen")}=0,"本层不收使用费",{fee}),'
        f'"本层收费标准待填，暂按 0 计")))'
    )


def _past(plan: LeasePlan, row: int) -> str:
    """What has become of the periods before, in words, inside a formula."""
    here, first = plan.shares.on(row), plan.figure("first")
    due, paid = here("before_fen"), f"({here('paid_fen')}+{here('relief_fen')})"

    def two(fen: str) -> str:
        return f'TEXT({fen}/100,"0.00")'

    old = f'IF({here("arrears_fen")}=0,"","上年欠费 "&{two(here("arrears_fen"))}&"＋")'
    fees = (
        f'IF({first}=1,"本年以前各期","本年前 "&{first}-1&" 个月")&" "&{two(here("until_first"))}'
    )
    less = f'IF({here("relief_fen")}=0,"","－本年减免 "&{two(here("relief_fen"))})'
    left = (
        f'IF({due}>{paid},"欠费 "&{two(f"({due}-{paid})")}&" 元",IF({due}<{paid},'
        f'"多缴 "&{two(f"({paid}-{due})")}&" 元，抵本期","没有欠费"))'
    )
    return f'{old}&{fees}&{less}&"－本年已缴 "&{two(here("paid_fen"))}&"："&{left}'
