"""What joining later adds to the bills: lines of the sum, who has joined, and how that comes about."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of
from elevshare.workbook.plan import Plan
from elevshare.workbook.table import FormulaTable


def _of(plan: Plan, key: str) -> str:
    """A column of the accounts for the household of the bill, as part of a formula."""
    return f"INDEX({_rows(plan).all(key)},@)"


def _rows(plan: Plan) -> FormulaTable:
    """The accounts, whose module needs the sheets, and these the bills."""
    from elevshare.workbook.subjects.late.accounts import accounts

    return accounts(plan)


def owes(plan: Plan) -> str:
    """What the household of a bill pays for joining, less what it gets back, to append to a sum."""
    return f"+{_of(plan, 'pays')}-{_of(plan, 'back')}" if plan.has(Topic.LATE) else ""


def taking(plan: Plan, word: str) -> str:
    """Whether a household takes part: that it has joined later, else ``word``."""
    if not plan.has(Topic.LATE):
        return word
    day = _of(plan, "day")
    on = f'IF({day}=0,"","（"&TEXT({day},"yyyy-mm-dd")&"）")'
    return f'IF({_of(plan, "joined")}=1,"后加入"&{on},{word})'


def working(plan: Plan, words: str) -> str:
    """How the amount of a household comes about: how it has joined, else ``words``."""
    if not plan.has(Topic.LATE):
        return words
    return f"IF({_of(plan, 'joined')}=1,{_of(plan, 'words')},{words})"


def unless_joined(plan: Plan, words: str) -> str:
    """How the amount of a storey comes about; nothing for a joiner, whose amount is another."""
    if not plan.has(Topic.LATE):
        return words
    return f'IF({_of(plan, "joined")}=1,"",{words})'


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry of a bill."""
    if not plan.has(Topic.LATE):
        return {}
    rows = _rows(plan)
    return {
        "joins": Entry("加：后加入", of(rows.all("pays"), "/100"), "金额"),
        "returns": Entry("减：后加入退回", of(rows.all("back"), "/100"), "金额"),
    }


def full(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """A bill of a whole page with those lines."""
    if not plan.has(Topic.LATE):
        return layout
    return layout.with_rows({"due ahead": PaperRow("returns joins")})


def half(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """The same for half a page."""
    if not plan.has(Topic.LATE):
        return layout
    return layout.with_rows({"due ahead total relief": PaperRow("returns joins", cells=(3, 3))})
