"""The registers of payments and subsidies, as typed."""

from __future__ import annotations

from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block

TITLE = "资金"


def payments(plan: Inputs) -> Block:
    """The payments on 工程付款, as typed."""
    return plan.table("spending", ("gap", "choice"))


def grants(plan: Inputs) -> Block:
    """The subsidies on 补贴到账, as typed."""
    return plan.table("arrivals")
