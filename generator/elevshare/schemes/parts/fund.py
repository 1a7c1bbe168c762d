"""What may be drawn from the provident fund."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.fund import Order
from elevshare.schemes.cite import cited, number
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table


@dataclass(frozen=True, slots=True)
class FundRule:
    """A city's rule, with where it comes from.

    ``unit`` (fen) is what a limit is rounded down to; ``order`` how a family divides it and
    ``months`` how long after the lift's registration it may be drawn, ``None`` where the source
    does not say.
    """

    unit: int
    order: Order | None
    months: int | None
    status: str
    article: str
    note: str
    source: str


def read(table: Table, keys: set[str]) -> FundRule:
    """The ``[fund]`` of a scheme."""
    orders = {order.value: order for order in Order}
    rule = FundRule(
        unit=number(table, "unit", 2, 1),
        order=table.choice("order", orders) if table.has("order") else None,
        months=number(table, "months", 0) if table.has("months") else None,
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
    )
    if not rule.unit:
        raise table.wrong("unit", "不能是 0", "取整到分请填 0.01")
    table.done()
    return rule
