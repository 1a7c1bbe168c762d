"""The instalments as bills tell them: a line each, payments filling the first ones first.

A book may have more instalments than lines: then the earlier ones and the later ones are told together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import Topic
from elevshare.workbook import cut_numbers
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.sharing import own_date
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, once

if TYPE_CHECKING:
    from elevshare.workbook.plan import Plan

#: The lines on a bill.
LINES = 4


@once
def table(plan: Plan) -> FormulaTable:
    """Which instalments each line tells, with their date."""
    return FormulaTable("九、账单上的各期", "分摊", cut_numbers.table(plan).last + 4, LINES, (
        numbered(head="行号"),
        Column("first", "从第几期", "whole", lambda r: f"IF({r.n}=1,1,{_line(plan, r)})"),
        Column("last", "到第几期", "whole",
               lambda r: f"IF({r.n}=MAX({r.column('n')}),{plan.switches.periods},{_line(plan, r)})"),
        Column("used", "有这一行（1/0）", "whole",
               lambda r: f"IF(AND({r.first}<={r.last},{r.last}<={plan.switches.periods}),1,0)"),
        Column("words", "文字", "any", lambda r: _called(plan, r)),
        *gaps("gap"),
    ))  # fmt: skip


def _line(plan: Plan, row: TableRow) -> str:
    """The single instalment of a line in the middle: the present one is among them."""
    periods, now = plan.switches.periods, plan.switches.period
    return f"MAX(2,MIN({periods}-2,{now}))+{row.n}-2"


def _called(plan: Plan, row: TableRow) -> str:
    """What a line calls its instalments, with the date of a single one."""
    several = f'IF({row.last}>{row.first},"—"&{row.last},"")'
    due = plan.number("due_date")
    day = f"IF({row.first}={plan.switches.period},{due},0)"
    if plan.has(Topic.LEDGER):
        dates = ledger.dates(plan)
        typed = f"INDEX({dates.all('day')},MIN({dates.count},{row.first}))"
        day = f"IF({row.first}={plan.switches.period},{ledger.due_on(plan)},{typed})"
    date = f'IF(AND({row.first}={row.last},{day}>0),"（"&TEXT({day},"yyyy-mm-dd")&" 前）","")'
    return f'IF({row.used}=0,"","第 "&{row.first}&{several}&" 期"&{date})'


def columns(plan: Plan) -> tuple[Column, ...]:
    """A column for each line: the amount, what is paid of it, and what is left, as text; then all."""

    def line(index: int) -> Column:
        return Column(
            f"line{index + 1}", f"分期第 {index + 1} 行", "any", lambda r: _words(plan, r, index)
        )

    every = (line(index) for index in range(LINES))
    return (*every, Column("instalments", "各期", "any", lambda r: _told(plan, r)))


def _told(plan: Plan, row: TableRow) -> str:
    """All lines of a household."""
    lines = "&".join(row[f"line{number + 1}"] for number in range(LINES))
    told = f'IF({plan.switches.periods}=1,"一次缴清，不分期",{lines})'
    if not plan.has(Topic.LATE):
        return told
    once = f'"后加入的款一次缴清"&IF({row.later}>0,"，日期{own_date.UNTIL}","")'
    return f"IF({row.at_once}=1,{once},{told})"


def _words(plan: Plan, row: TableRow, index: int) -> str:
    """One line of a household, after a line break unless it is the first; empty where there is nothing to pay."""
    every, periods = table(plan), plan.switches.periods
    used, first, last, called = (every.at(key, index) for key in ("used", "first", "last", "words"))
    each = f"INT({row.owed}/{periods})"
    amount = f"(IF({last}={periods},{row.owed},{each}*{last})-{each}*({first}-1))"
    paid = f"MIN({amount},MAX(0,{row.fund}+{row.paid}-{each}*({first}-1)))"
    line_break = "CHAR(10)&" if index else ""
    word = "已缴"
    if not index:
        # Payments fill the first instalments first, and the fund is the first of them.
        word = f'已缴"&IF({row.fund}=0,"","（含{fund_word(plan)}）")&"'
    text = (
        f'{line_break}{called}&" "&{grouped(f"{amount}/100")}&"，{word} "&{grouped(f"{paid}/100")}'
        f'&"，还差 "&{grouped(f"({amount}-{paid})/100")}'
    )
    return f'IF(OR({used}*{row.valid}=0,{row.owed}<=0,{periods}=1),"",{text})'
