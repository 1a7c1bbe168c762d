"""The formulas of 还款表."""

from __future__ import annotations

from elevshare.workbook.calc.check import Check
from elevshare.workbook.plan import Plan


def checks(plan: Plan) -> list[Check]:
    """What must hold."""
    return []
