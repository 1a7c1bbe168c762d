"""The registers of payments and subsidies as they are typed."""

from __future__ import annotations

from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block

TITLE = "资金"


def payments(plan: Inputs) -> Block:
    """The payments as typed on 工程付款."""
    columns = ("n", "day", "spending", "item", "payee", "amount", "method", "voucher", "remark",
               "hint", "gap", "choice")  # fmt: skip
    return plan.table("spending", columns)


def grants(plan: Inputs) -> Block:
    """The subsidies as typed on 补贴到账."""
    columns = ("n", "level", "applied_on", "applied", "number", "approved", "arrived_on",
               "arrived", "remark", "hint")  # fmt: skip
    return plan.table("arrivals", columns)
