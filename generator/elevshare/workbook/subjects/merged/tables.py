"""The owners of several flats: what each owes in all; on 表决 below the households.

Flats are one owner's by the column 同一人 of 住户 alone: equal names may be two people's.
"""

from __future__ import annotations

from elevshare.workbook.amount_text import grouped
from elevshare.workbook.capitals import capitals
from elevshare.workbook.papers.bill_sum import spared
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.consent.rules import chosen
from elevshare.workbook.subjects.consent.voters import TITLE, voters
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.table import Column, FormulaTable, TableRow, beside, gaps, numbered, once

#: The flats of one owner that a bill tells one by one.
LINES = 8


@once
def owners(plan: Plan) -> FormulaTable:
    """A row a household; the first flat of an owner of several has the sums of all."""
    shares, known = plan.shares, voters(plan)

    def of_all(key: str, head: str, value: str) -> Column:
        return Column(key, head, "whole",
                      lambda r: f"IF({r.issue}=1,SUMPRODUCT({_same(plan, r)}*{value}),0)")  # fmt: skip

    unpaid = shares.all("unpaid")
    return FormulaTable("五、同一人的几户合并缴款", TITLE, chosen(plan).last + 4, plan.flats, (
        numbered(),
        Column("room", "房号", "any", beside(shares, "room")),
        *gaps(*(f"pad{number}" for number in range(9)), "gap"),
        Column("who", "同一人", "any", beside(known, "who")),
        Column("issue", "有合并账单（1/0）", "whole",
               lambda r: f"IF({known.at('mates', r.index)}>1,{known.at('first', r.index)},0)"),
        Column("bill", "第几张", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        Column("place", "此人第几户", "whole",
               lambda r: f"IF({r.who}=\"\",0,SUMPRODUCT({_same(plan, r)}*({r.column('n')}<={r.n})))"),
        Column("told", "文字：本户", "any", lambda r: _told(plan, r)),
        Column("spared", "本户减免（分）", "whole", lambda r: _spared(plan, r)),
        of_all("after", "减免后应缴合计（分）", shares.all("owed")),
        Column("relief", "减免合计（分）", "whole",
               lambda r: f"IF({r.issue}=1,SUMPRODUCT({_same(plan, r)}*{r.column('spared')}),0)"),
        Column("owed", "应缴合计（分）", "whole", lambda r: f"{r.after}+{r.relief}"),
        of_all("fund", "公积金合计（分）", shares.all("fund")),
        of_all("settled", "已缴合计（分）", shares.all("paid")),
        of_all("left", "还欠合计（分）", f"({unpaid}>0)*{unpaid}"),
        of_all("back", "应退合计（分）", f"({unpaid}<0)*(0-{unpaid})"),
        of_all("now", "本次应缴合计（分）", shares.all("to_pay")),
        *(_line(plan, number) for number in range(1, LINES + 1)),
        *(_room(plan, number) for number in range(1, LINES + 1)),
        *capitals("now"),
    ))  # fmt: skip


def _same(plan: Plan, row: TableRow) -> str:
    """Which households are the same owner's as that of a row with an entry in 同一人."""
    return f"({voters(plan).all('who')}={row.who})"


def _told(plan: Plan, row: TableRow) -> str:
    """What one flat owes, as text."""
    shares, index = plan.shares, row.index
    fund, paid, owed, unpaid, now = (
        shares.at(key, index) for key in ("fund", "paid", "owed", "unpaid", "to_pay")
    )
    spared = f'IF({row.spared}>0,"（减免后）","")'
    funded = f'IF({fund}>0,"（含{fund_word(plan)}）","")'
    left = f'IF({unpaid}<0,"应退 ","还欠 ")&{grouped(f"ABS({unpaid})/100")}'
    return (
        f'{row.room}&"：应缴"&{spared}&" "&{grouped(f"{owed}/100")}&"，已缴"&{funded}&" "&{grouped(f"({fund}+{paid})/100")}'
        f'&"，"&{left}&"，本次应缴 "&{grouped(f"{now}/100")}'
    )


def _spared(plan: Plan, row: TableRow) -> str:
    """What relief takes off a flat's share, 0 in a row without a household."""
    return f"{spared(plan, row.index)}*{plan.shares.at('valid', row.index)}"


def _line(plan: Plan, number: int) -> Column:
    """The text of an owner's flat with this number; the last line says if there are more."""

    def words(row: TableRow) -> str:
        mates, at = voters(plan).at("mates", row.index), _at(plan, row, number)
        start = "CHAR(10)&" if number > 1 else ""
        more = f'&IF({mates}>{LINES},"；另有 "&({mates}-{LINES})&" 户见各户账单","")'
        text = f"{start}INDEX({row.column('told')},{at}){more if number == LINES else ''}"
        return f'IF(AND({row.issue}=1,{mates}>={number}),{text},"")'

    return Column(f"line{number}", f"文字：第 {number} 户", "any", words)


def _room(plan: Plan, number: int) -> Column:
    """The room of that flat, after a comma unless it is the first."""

    def words(row: TableRow) -> str:
        mates = voters(plan).at("mates", row.index)
        start = '"、"&' if number > 1 else ""
        room = f"{start}INDEX({row.column('room')},{_at(plan, row, number)})"
        return f'IF(AND({row.issue}=1,{mates}>={number}),{room},"")'

    return Column(f"room{number}", f"房号：第 {number} 户", "any", words)


def _at(plan: Plan, row: TableRow, number: int) -> str:
    """Which household is the flat of a row's owner with this number."""
    return f"SUMPRODUCT({_same(plan, row)}*({row.column('place')}={number})*{row.column('n')})"
