"""The applied tariff on 使用费, and from how many rides on a month card costs less."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number

# Figures and households refer to each other: each module has to import the other whole.
from elevshare.workbook.subjects.rides import fees, storey_fares
from elevshare.workbook.subjects.rides.inputs import FEES, MAX_FEE_YUAN
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    gaps,
    numbered,
    once,
)

TITLE = "使用费"
_FEE_WORDS = {"ride": "次卡每人每次", "card": "月卡每人每月", "visitor": "访客每次"}
#: The texts of 提示 beside a tariff, by number from 0.
TARIFF_PROBLEMS = ("", f"← 应填 0 到 {MAX_FEE_YUAN} 元，最多两位小数")


@once
def figures(plan: Plan) -> Figures:
    """The applied tariff and the month, above the households."""
    name, names = plan.parameter("ride_tariff"), plan.tariffs.all("name")

    def fee(label: str, key: str) -> Figure:
        return money(label, "元，右边为分", lambda f: (
            f"IF({f.chosen}=0,0,MAX(0,INDEX({readings(plan).all(key)},{f.chosen})))"
        ))  # fmt: skip

    return Figures(TITLE, 4, {
        "chosen": Figure("采用第几种标准", lambda f: f"{name}{_fees(f)}",
                         lambda f: f"IFERROR(MATCH({name},{names},0),0)"),
        "ride": fee("次卡（每人每次）", "ride"),
        "card": fee("月卡（每人每月）", "card"),
        "visitor": fee("访客（每次）", "visitor"),
        "even": Figure("月卡持平次数", even_words,
                       lambda f: f"IF(AND({f.ride}>0,{f.card}>0),INT(({f.card}+{f.ride}-1)/{f.ride}),0)"),
        **(storey_fares.caps(plan) if plan.has(Topic.FARES) else {}),
        "year": Figure("账单年份", "“用量”所填", lambda f: plan.number("usage_year")),
        "month": Figure("账单月份", "“用量”所填", lambda f: plan.number("usage_month")),
        "used": Figure("有用量的户数", "“用量”有填写的行数",
                       lambda f: f"SUM({fees.fees(plan).all('used')})"),
    })  # fmt: skip


def _fees(f: Figures) -> str:
    """The fees of the applied tariff, as text."""
    return "".join(f'&"，{words} "&{paid_yuan(f[key])}'
                   for key, words in _FEE_WORDS.items())  # fmt: skip


def even_words(f: Figures) -> str:
    """From how many rides on a month card costs less, as text."""
    return (
        f'IF({f.even}=0,"次卡或月卡没有单价，不作比较",IF({f.even}*{f.ride}={f.card},'
        f'"每人每月达到 "&{f.even}&" 次起与次卡持平，超过更省",'
        f'"每人每月达到 "&{f.even}&" 次起月卡更省"))'
    )


def tariff_words(plan: Plan) -> str:
    """The address of the text that describes the applied tariff."""
    return figures(plan).noted("chosen")


def month_words(plan: Plan) -> str:
    """The billed month, as text."""
    f = figures(plan)
    return f'IF(OR({f.year}=0,{f.month}=0),"",{f.year}&"年"&{f.month}&"月")'


@once
def readings(plan: Plan) -> FormulaTable:
    """The tariffs in fen (-1: no valid fee), below the households' totals."""
    typed = plan.tariffs

    def fee(key: str) -> PartialFormula:
        return lambda row: _fee(row, key, typed.at(key, row.index))

    def flaw(key: str) -> PartialFormula:
        return lambda row: wrong_number(typed.at(key, row.index), "0", MAX_FEE_YUAN, 100)

    return FormulaTable("二、收费标准的读数", TITLE, fees.fees(plan).last + 5, typed.count, (
        numbered(),
        Column("name", "名称", "any", lambda r: f'{typed.at("name", r.index)}&""'),
        *gaps("pad"),
        Column("ride", "次卡（分）", "whole", fee("ride")),
        Column("card", "月卡（分）", "whole", fee("card")),
        Column("visitor", "访客（分）", "whole", fee("visitor")),
        Column("ride_flaw", "次卡有误", "whole", flaw("ride")),
        Column("card_flaw", "月卡有误", "whole", flaw("card")),
        Column("visitor_flaw", "访客有误", "whole", flaw("visitor")),
        Column("problem", "有误（1/0）", "whole",
               lambda r: f"MAX({','.join(r[f'{key}_flaw'] for key in FEES)})"),
    ))  # fmt: skip


def _fee(row: TableRow, key: str, cell: str) -> str:
    """A fee in fen."""
    return f'IF(OR({cell}="",{row[f"{key}_flaw"]}=1),-1,IFERROR(ROUND({cell}*100,0),-1))'
