"""The ``[settlement]`` of a project file."""

from __future__ import annotations

from elevshare.intake.fields import amount_of
from elevshare.money import scaled
from elevshare.rules.settlement import Actual
from elevshare.toml_table import Table


def read(table: Table, items: int) -> Actual:
    """The section; everything in it may be missing.

    ``costs`` has one amount for each of the ``items`` cost items, in their order; an empty text
    where one is not settled yet.
    """
    actual = Actual(
        day=table.day("day"),
        costs=_costs(table, items),
        subsidy=_amount(table, "subsidy", "实际补贴"),
        compensation=_amount(table, "compensation", "实际补偿"),
        others=_amount(table, "others", "实际其他来源"),
    )
    table.done()
    return actual


def _costs(table: Table, items: int) -> tuple[int | None, ...]:
    """The actual amounts in fen, none where nothing is settled."""
    if not table.has("costs"):
        return ()
    where, texts = table.where("costs"), table.items("costs")
    if texts is None:
        raise table.wrong("costs", "应是一列金额", "请写成如 [500000, 12000.50] 的样子")
    if len(texts) != items:
        what = f"有 {len(texts)} 个数，而费用有 {items} 项"
        raise table.wrong("costs", what, "请按 [[cost]] 的顺序逐项写，没有决算的写成空的引号")
    return tuple(
        amount_of(scaled(text, 2, where=where, what=what), where, what) if text.strip() else None
        for number, text in enumerate(texts, 1)
        for what in (f"第 {number} 项的实际金额",)
    )


def _amount(table: Table, key: str, what: str) -> int | None:
    """An amount in fen, ``None`` where the planned one holds."""
    if not table.has(key):
        return None
    return amount_of(table.number(key, 2), table.where(key), what)
