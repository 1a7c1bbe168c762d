"""各层票价 on 使用费: the prices of every storey as applied, and from when on a card pays there."""

from __future__ import annotations

from elevshare.rules.fares import MONTHS
from elevshare.workbook.amount_text import grouped_fen
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number

# Fees and fares refer to each other (see there).
from elevshare.workbook.subjects.rides import fees, tariffs
from elevshare.workbook.subjects.rides.fare_inputs import PRICES
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, TableRow, gaps, once

#: The texts of 提示 beside a storey, by number from 0.
FARE_PROBLEMS = ("", "← 应填 0 或正数，最多两位小数")
#: What is counted on a storey: the price that it is charged by.
COUNTED = {"paid": "ride", "cards_no": "card", "years_no": "year"}


def typed(plan: Plan) -> Block:
    """The prices as typed."""
    return plan.table("fares")


def caps(plan: Plan) -> dict[str, Figure]:
    """The caps in fen, below 0 where there is none, as figures of 使用费."""

    def cap(label: str, key: str) -> Figure:
        number = plan.number(key)

        def words(f: Figures) -> str:
            return f'IF({number}<0,"“专项”没有填，不封顶","元，右边为分")'

        return Figure(label, words, lambda f: f"IF({number}<0,-1,ROUND({number}*100,0))",
                      'IF({0}<0,"",{0}/100)')  # fmt: skip

    return {
        "household_cap": cap("每户每月封顶", "fare_household"),
        "person_cap": cap("每人每月封顶", "fare_person"),
    }


@once
def storey_fares(plan: Plan) -> FormulaTable:
    """The storeys: prices in fen (-1: none), the break-evens, and what was used."""
    first = tariffs.readings(plan).last + 4

    def price(key: str) -> PartialFormula:
        return lambda r: f'IF({r[f"{key}_fen"]}<0,"没有",{r[f"{key}_fen"]}/100)'

    def used(key: str) -> PartialFormula:
        return lambda r: (
            f"SUMIF({fees.fees(plan).all('place')},{r.storey},{fees.fees(plan).all(key)})"
        )

    return FormulaTable("三、各层票价（元）和卡几次合算", tariffs.TITLE, first, plan.highest, (
        Column("storey", "楼层", "whole", lambda r: r.index + 1),
        Column("ride", "次卡", "money", price("ride")),
        Column("card", "月卡", "money", price("card")),
        Column("year", "年卡", "money", price("year")),
        Column("origin", "出自", "any", lambda r: _origin(plan, r)),
        Column("even_card", "月卡：每月几次起合算", "any", lambda r: _words(r, "even_card_no", "card")),
        Column("even_year", "年卡：每月几次起合算", "any", lambda r: _words(r, "even_year_no", "year")),
        Column("even_months", "年卡抵几个月的月卡", "any",
               lambda r: f'IF({r.even_months_no}=0,"不比较",{r.even_months_no})'),
        *gaps("gap"),
        *(_flaw(plan, key, name) for key, name in zip(PRICES, ("次卡", "月卡", "年卡"), strict=True)),
        Column("problem", "有误（1/0）", "whole", lambda r: f"MAX({r.ride_flaw}:{r.year_flaw})"),
        Column("ride_fen", "次卡（分）", "whole", lambda r: _fen(plan, r, "ride")),
        Column("card_fen", "月卡（分）", "whole", lambda r: _fen(plan, r, "card")),
        Column("year_fen", "年卡（分）", "whole", lambda r: _fen(plan, r, "year")),
        Column("even_card_no", "月卡合算次数", "whole", lambda r: _even(plan, r, r.card_fen, 1)),
        Column("even_year_no", "年卡合算次数", "whole", lambda r: _even(plan, r, r.year_fen, MONTHS)),
        Column("even_months_no", "年卡抵几月", "whole",
               lambda r: f"IF(OR({r.card_fen}<=0,{r.year_fen}<=0),0,"
                         f"INT(({r.year_fen}+{r.card_fen}-1)/MAX(1,{r.card_fen})))"),
        Column("paid", "付费次数", "whole", used("paid")),
        Column("cards_no", "月卡张数", "whole", used("cards_no")),
        Column("years_no", "年卡张数", "whole", used("years_no")),
        Column("sum_fen", "用量乘票价（分）", "whole",
               lambda r: "+".join(f"{r[n]}*MAX(0,{r[f'{key}_fen']})" for n, key in COUNTED.items())),
        Column("unpriced", "用到而没有单价", "whole", _unpriced),
        Column("words", "本层票价", "any", lambda r: _in_words(plan, r)),
    ))  # fmt: skip


def _flaw(plan: Plan, key: str, name: str) -> Column:
    """A column (1/0): a price is invalid."""
    cells = typed(plan)
    return Column(f"{key}_flaw", f"{name}有误", "whole",
                  lambda r: wrong_number(cells.at(key, r.index), "0", PRICES[key], 100))  # fmt: skip


def _own(plan: Plan, row: TableRow, key: str) -> str:
    """Whether a storey has a valid price of its own."""
    return f'AND({typed(plan).at(key, row.index)}&""<>"",{row[f"{key}_flaw"]}=0)'


def _fen(plan: Plan, row: TableRow, key: str) -> str:
    """A price in fen: the storey's own, else that of the applied tariff, which has no year card."""
    f, own = tariffs.figures(plan), f"IFERROR(ROUND({typed(plan).at(key, row.index)}*100,0),-1)"
    applied = f"IF({f.chosen}=0,-1,INDEX({{}},MAX(1,{f.chosen})))"
    tariff = "-1" if key == "year" else applied.format(tariffs.readings(plan).all(key))
    return f"IF({_own(plan, row, key)},{own},{tariff})"


def _origin(plan: Plan, row: TableRow) -> str:
    """Whether the prices are the storey's own or those of the tariff, as text."""
    own = "+".join(f"IF({_own(plan, row, key)},1,0)" for key in ("ride", "card"))
    return f'CHOOSE({own}+1,"统一标准","部分分层","分层票价")'


def _even(plan: Plan, row: TableRow, card: str, months: int) -> str:
    """Rides a month from which a card for so many months pays; 0 if never."""
    cap, each = tariffs.figures(plan).person_cap, f"({months}*{row.ride_fen})"
    capped = f"AND({cap}>=0,{cap}*{months}<{card})"
    return f"IF(OR({row.ride_fen}<=0,{card}<=0,{capped}),0,INT(({card}+{each}-1)/MAX(1,{each})))"


def _words(row: TableRow, even: str, key: str) -> str:
    """That number, or why there is none."""
    none = f'IF(OR({row.ride_fen}<=0,{row[f"{key}_fen"]}<=0),"不比较","封顶后次卡省")'
    return f"IF({row[even]}=0,{none},{row[even]})"


def _unpriced(row: TableRow) -> str:
    """1 if something was used on the storey that has no price."""
    lacking = ",".join(f"AND({row[n]}>0,{row[f'{key}_fen']}<0)" for n, key in COUNTED.items())
    return f"IF(OR({lacking}),1,0)"


def _in_words(plan: Plan, row: TableRow) -> str:
    """The prices of a storey, as text."""

    def part(words: str, key: str) -> str:
        fen = row[f"{key}_fen"]
        return f'IF({fen}<0,"","，{words} "&{grouped_fen(fen)}&" 元")'

    parts = (("次卡每人每次", "ride"), ("月卡每人每月", "card"), ("年卡每人每年", "year"))
    visitor = f'"，访客每次 "&{grouped_fen(tariffs.figures(plan).visitor)}&" 元"'
    listed = "&".join(part(words, key) for words, key in parts)
    return f'{row.storey}&" 层"&{listed}&{visitor}&"（"&{row.origin}&"）"'
