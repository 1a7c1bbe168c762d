"""The seal of a book: what is compared live with what was sealed, and what papers show.

``sealing.seal`` computes the code; a formula can only compare the few facts that are written beside
it. Where one of them differs, papers say that the seal is void instead of showing the code.
"""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.amount_text import grouped_fen
from elevshare.workbook.papers.masking import names
from elevshare.workbook.payee import due
from elevshare.workbook.seal_inputs import CODE_NAME, FACTS, FACTS_NAME, NOW_NAME, SHOWN, VOID
from elevshare.workbook.table import Column, FormulaTable, TableRow, Text, once


@once
def facts(plan: Accounts) -> FormulaTable:
    """Every fact as it is now, as it was sealed, and whether they differ; below the names."""
    keys, above = tuple(FACTS), names(plan)

    def sealed(row: TableRow) -> str:
        return plan.parameter(f"sealed_{keys[row.index]}")

    def differs(row: TableRow) -> str:
        return f'IF({plan.parameter("seal")}="",0,IF({sealed(row)}&""={row.now},0,1))'

    return FormulaTable("封签：封时与现在", above.sheet, above.last + 4, len(keys), (
        Column("what", "项目", "any", lambda r: Text(FACTS[keys[r.index]])),
        Column("now", "现在", "any", lambda r: _now(plan, keys[r.index])),
        Column("differs", "改过（1/0）", "whole", differs),
    ))  # fmt: skip


def addresses(plan: Accounts) -> dict[str, str]:
    """The defined names of the seal."""
    first, last = (plan.parameter(f"sealed_{key}") for key in (*FACTS,)[:: len(FACTS) - 1])
    return {
        CODE_NAME: plan.parameter("seal"),
        FACTS_NAME: f"{first}:{last.split('!')[1]}",
        NOW_NAME: facts(plan).all("now"),
    }


def mark(plan: Accounts) -> str:
    """The formula of ``Inputs.sealed``: the code, or that it is void; empty without one."""
    code, changed = plan.parameter("seal"), facts(plan).all("differs")
    return f'IF({code}="","",IF(SUM({changed})=0,"{SHOWN}"&{code},"{VOID}"))'


def _now(plan: Accounts, key: str) -> str:
    """A fact as it is now, as text."""
    if key == "sum":
        return _sum(plan)
    if key == "due_date":
        day = due(plan)
        return f'IF({day}=0,"",TEXT({day},"yyyy-mm-dd"))'
    return f'{plan.parameter(key)}&""'


def _sum(plan: Accounts) -> str:
    """The sums of what households owe and have to pay now, and a number in which each household counts."""
    due = "annual_fen" if plan.project.scheme.lease else "owed"
    owed, to_pay, n = (plan.shares.all(key) for key in (due, "to_pay", "n"))
    weighed = f'TEXT(SUMPRODUCT({owed}*{n})+SUMPRODUCT({to_pay}*{n}),"0")'
    return (
        f'"应缴 "&{grouped_fen(f"SUM({owed})")}&" 元，本次 "&{grouped_fen(f"SUM({to_pay})")}&'
        f'" 元，各户 "&{weighed}'
    )
