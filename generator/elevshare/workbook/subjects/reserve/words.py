"""What sheets call the money of households that comes from funds."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts


def fund_word(plan: Accounts) -> str:
    """The provident fund, or together with the maintenance fund where the book has that."""
    return "公积金等" if plan.has(Topic.RESERVE) else "公积金"


def and_reserve(plan: Accounts) -> str:
    """The other column of 住户, to append to a note."""
    return "和维修资金一栏" if plan.has(Topic.RESERVE) else ""
