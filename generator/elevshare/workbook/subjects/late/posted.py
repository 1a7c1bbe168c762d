"""What posted papers say of those who join later."""

from __future__ import annotations

from elevshare.workbook.papers.masking import who
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late.joiner import Joiner, joiners


def sentence(joiner: Joiner) -> str:
    """Who joins when, what he pays, to how many it goes; as a formula of a text, maybe empty."""
    s, day = joiner.steps, joiner.known("late_day")
    on = f'IF({day}=0,"",TEXT({day},"yyyy-mm-dd")&" ")'
    paid = f'TEXT({s.payment}/100,"#,##0.00")'
    told = f'{who(joiner.plan, s["index"])}&"："&{on}&"后加入，缴 "&{paid}&" 元，退给 "&{s.payees}&" 户。"'
    return f'IF({s.ready}=1,{told},"")'


def none_joins(plan: Plan) -> str:
    """Whether nobody joins, as a formula."""
    return f"SUM({','.join(joiner.steps.ready for joiner in joiners(plan))})=0"


def key(joiner: Joiner) -> str:
    """The key of the sentence on a joiner."""
    return f"joined_{joiner.number}"
