"""The provident fund part of a scheme: what may be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.fund import MAX_MONTHS, MAX_UNIT, Order
from elevshare.schemes.cite import cited, number
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table


@dataclass(frozen=True, slots=True)
class FundRule:
    """A provident fund rule with its source.

    ``unit``: limits are rounded down to it, in fen. ``order``: how a family divides the limit.
    ``months``: how long after the lift's registration money may be drawn. ``None``: not stated.
    """

    unit: int
    order: Order | None
    months: int | None
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW


def read(table: Table, keys: set[str]) -> FundRule:
    """Read the ``[fund]`` of a scheme."""
    orders = {order.value: order for order in Order}
    rule = FundRule(
        unit=number(table, "unit", 2, 1),
        order=table.choice("order", orders) if table.has("order") else None,
        months=number(table, "months", 0) if table.has("months") else None,
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    if not 1 <= rule.unit <= MAX_UNIT:
        most = MAX_UNIT // 100
        raise table.wrong("unit", f"不在 0.01 到 {most} 之间", "取整到分请填 0.01")
    if rule.months is not None and not 1 <= rule.months <= MAX_MONTHS:
        raise table.wrong("months", f"不在 1 到 {MAX_MONTHS} 之间", "没有期限请删去这一项")
    table.done()
    return rule
