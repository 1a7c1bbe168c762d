"""The registers of payments and subsidies as they are typed."""

from __future__ import annotations

from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block

TITLE = "资金"


def payments(plan: Inputs) -> Block:
    """The payments as typed on 工程付款."""
    return plan.table("spending", ("gap", "choice"))


def grants(plan: Inputs) -> Block:
    """The subsidies as typed on 补贴到账."""
    return plan.table("arrivals")
