"""Read 筹资 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.budget import BudgetItem, FinancingPlan
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.subjects.finance.inputs import KEYS

_PART = "来源比例"


def read_back(project: Project, typed: Typed) -> Project:
    """The project with items, sources, and the shares that a document claims."""
    items = [item for row in typed.rows("budget") if (item := _item(row))]
    claimed = [
        one.units if one.right else None
        for row in typed.rows("claimed")
        for one in (row.number(key, _PART) for key in KEYS)
    ]
    return replace(project, budget=FinancingPlan(tuple(items), tuple(claimed)))


def _item(row: InputRow) -> BudgetItem | None:
    """The item of a row; ``None`` without an amount."""
    amount = row.number("yuan", "筹资金额")
    if not amount.right:
        return None
    parts = tuple(row.number(key, _PART).units for key in KEYS)
    return BudgetItem(row.text("item"), amount.units, parts)
