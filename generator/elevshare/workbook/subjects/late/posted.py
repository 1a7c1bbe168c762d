"""What posted papers say of those who join later."""

from __future__ import annotations

from elevshare.workbook.papers.masking import who
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late.inputs import TITLE
from elevshare.workbook.subjects.late.joiner import Joiner, joiners


def sentence(joiner: Joiner) -> str:
    """Who joins when, what he pays, to how many it goes; as a formula of a text, maybe empty."""
    s, day = joiner.steps, joiner.known("late_day")
    on = f'IF({day}=0,"",TEXT({day},"yyyy-mm-dd")&" ")'
    paid = f"FIXED({s.payment}/100,2)"
    told = f'{who(joiner.plan, s["index"])}&"："&{on}&"后加入，缴 "&{paid}&" 元，退给 "&{s.payees}&" 户。"'
    return f'IF({s.ready}=1,{told},"")'


def sentences(plan: Plan) -> str:
    """All of them, and where to find each household's refund, as a formula."""
    told = _told(plan)
    return f'IF({_nobody(plan)},"还没有人后加入",{told}&"各户退多少见后加入表")'


def who_joins(plan: Plan) -> str:
    """The same without where to find it."""
    return f'IF({_nobody(plan)},"还没有人后加入",{_told(plan)})'


def how(plan: Plan) -> str:
    """How what they pay and who gets it comes about, as a formula: the sentences on 后加入."""
    cells = [f"{TITLE}!$A${one.top + line}" for one in joiners(plan) for line in (2, 3)]
    return f'IF({_nobody(plan)},"",{"&".join(f"{cell}&" + chr(34) + "　" + chr(34) for cell in cells)})'


def _nobody(plan: Plan) -> str:
    """Whether nobody joins, as a formula."""
    return f"SUM({','.join(one.steps.ready for one in joiners(plan))})=0"


def _told(plan: Plan) -> str:
    """The sentences, one after the other."""
    return "&".join(address(one) for one in joiners(plan))


def address(joiner: Joiner) -> str:
    """Where the sentence stands: in the row below the other sentences on him."""
    return f"{TITLE}!$A${joiner.top + 4}"
