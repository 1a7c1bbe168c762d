"""The account of every household after all joinings, on 后加入 below the joiners."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from elevshare.project import Topic
from elevshare.workbook.papers.roll import in_order
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import advances, inputs
from elevshare.workbook.subjects.late.joiner import Joiner, joiners
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
)


@once
def accounts(plan: Plan) -> FormulaTable:
    """What each household owed, pays for joining, gets back, and owes now."""
    shares, every = plan.shares, joiners(plan)

    def pays(row: TableRow) -> str:
        paid = (f"IF({row.n}={one.steps.index},{one.steps.payment},0)" for one in every)
        return f"({'+'.join(paid)})*{shares.at('valid', row.index)}"

    def joined(row: TableRow, value: Callable[[Joiner], str]) -> Iterator[str]:
        return (f"IF({row.n}={one.steps.index},{one.steps.ready}*{value(one)},0)" for one in every)

    def told(row: TableRow) -> str:
        lines = (
            f'IF({row.n}={one.steps.index},{one.told(1)}&"；"&{one.told(2)},"")' for one in every
        )
        return "&".join(lines)

    def back(row: TableRow) -> str:
        return "+".join(one.refunds.at("units", row.index) for one in every)

    return FormulaTable("各户后加入以后的账", inputs.TITLE, advances.table(plan).last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("due", "应分摊（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        shown("joins", "加：后加入应缴（元）", "money", lambda r: f"{r.pays}/100"),
        shown("returns", "减：退还（元）", "money", lambda r: f"{r.back}/100"),
        shown("account", "合计（元）", "money", lambda r: f"{r.fen}/100"),
        *gaps("gap"),
        Column("pays", "后加入应缴（分）", "whole", pays),
        Column("back", "退还（分）", "whole", back),
        Column("fen", "合计（分）", "whole",
               lambda r: f"{shares.at('fen', r.index)}+{r.pays}-{r.back}"),
        Column("joined", "后加入（1/0）", "whole", lambda r: "+".join(joined(r, lambda one: "1"))),
        Column("day", "加入的日期序号", "whole",
               lambda r: "+".join(joined(r, lambda one: one.known("late_day")))),
        Column("words", "怎么来", "any", told),
        *in_order(shares),
    ), lambda r: f"{shares.at('valid', r.index)}=1")  # fmt: skip


def totals(plan: Plan) -> dict[str, str]:
    """Column → its total in yuan, for the row below the accounts."""
    rows, whole = accounts(plan), {"joins": "pays", "returns": "back", "account": "fen"}
    sums = {key: f"SUM({rows.area(fen)})/100" for key, fen in whole.items()}
    return {"due": f"SUM({plan.shares.all('fen')})/100", **sums}


def adjustment(plan: Plan, index: int) -> str:
    """What a household (index from 0) pays for joining later, minus its refunds; in fen."""
    if not plan.has(Topic.LATE):
        return "0"
    rows = accounts(plan)
    return f"({rows.at('pays', index)}-{rows.at('back', index)})"
