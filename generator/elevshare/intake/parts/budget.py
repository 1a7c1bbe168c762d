"""The ``[budget]`` of a project file."""

from __future__ import annotations

from elevshare.intake.fields import amount_of
from elevshare.project import MAX_COSTS
from elevshare.rules.budget import SOURCES, BudgetItem, FinancingPlan
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.text import safe_text
from elevshare.toml_table import Table

#: What a project file calls the sources, in their order.
_KEYS = ("own", "subsidy", "fund", "maintenance", "collective", "advance")


def read(table: Table) -> FinancingPlan:
    """The section; everything in it may be missing."""
    tables = table.tables("item")
    if len(tables) > MAX_COSTS:
        raise table.wrong("item", f"超过 {MAX_COSTS} 项", "请把小项合并")
    items = tuple(_item(one) for one in tables)
    claims = table.table("claimed")
    claimed = tuple(_rate(claims, key) if claims.has(key) else None for key in _KEYS)
    claims.done()
    table.done()
    return FinancingPlan(items, claimed)


def _item(table: Table) -> BudgetItem:
    """One ``[[budget.item]]``, its parts summing to the whole."""
    name = safe_text(table.text("name"), what="资金项目", limit=50, where=table.where("name"))
    fen = amount_of(table.number("amount", 2), table.where("amount"), f"「{name}」")
    parts = tuple(_rate(table, key) if table.has(key) else 0 for key in _KEYS)
    if sum(parts) != RATE_SCALE:
        raise table.wrong(
            "name",
            f"「{name}」各来源合计 {sum(parts) / 100:g}%",
            f"请使 {'、'.join(_KEYS)}（{'、'.join(SOURCES)}）合计为 1",
        )
    table.done()
    return BudgetItem(name, fen, parts)


def _rate(table: Table, key: str) -> int:
    """A part between 0 and 1, in 1/10,000."""
    value = table.number(key, 4)
    if not 0 <= value <= RATE_SCALE:
        raise table.wrong(key, "不在 0 到 1 之间", "50% 请填 0.5")
    return value
