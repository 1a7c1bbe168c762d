"""The ``[lease]`` of a project file: which months to bill, the owners' own fees, the other charge."""

from __future__ import annotations

from elevshare.money import scaled
from elevshare.project import MAX_STOREYS
from elevshare.rules.lease import MAX_FEE, MONTHS, Lease, LeasePeriod
from elevshare.schemes import Scheme
from elevshare.toml_table import Table

_PERIODS = {period.value: period for period in LeasePeriod}


def read(table: Table, scheme: Scheme) -> Lease:
    """The section; everything in it may be missing.

    Raises:
        InputError: the scheme is no lease, or the period or month is invalid.
    """
    if table.keys() and scheme.lease is None:
        key = table.keys()[0]
        raise table.wrong(key, f"用不到：方案「{scheme.name}」不是租赁方案", "请删去 [lease] 一节")
    period = table.choice("period", _PERIODS) if table.has("period") else None
    lease = Lease(
        period=period,
        number=_within(table, "number", 1, MONTHS),
        first=_within(table, "from", 1, MONTHS),
        last=_within(table, "to", MONTHS, MONTHS),
        start=table.day("start"),
        fees=_fees(table, "fees"),
        other_fees=_fees(table, "other_fees"),
        spread=table.flag("spread", False),
    )
    if lease.first > lease.last:
        raise table.wrong("to", "早于 from", "请填 1 到 12，起始月不晚于截止月")
    table.done()
    return lease


def _within(table: Table, key: str, default: int, high: int) -> int:
    """A whole number from 1 to ``high``."""
    value = table.number(key, 0, default)
    if not 1 <= value <= high:
        raise table.wrong(key, f"是 {value}，不在 1 到 {high} 之间", "请改正")
    return value


def _fees(table: Table, key: str) -> tuple[int | None, ...]:
    """Fees in fen, from storey 1 on; ``None`` for an empty text: the table's fee, or none."""
    if not table.has(key):
        return ()
    texts = table.items(key)
    if texts is None or len(texts) > MAX_STOREYS:
        raise table.wrong(key, "应是一列金额", "请写成如 [0, 20, 160] 的样子，从 1 层起")
    where, what = table.where(key), "收费标准"
    fees = [scaled(text, 2, where=where, what=what) if text.strip() else None for text in texts]
    if not all(fee is None or 0 <= fee <= MAX_FEE for fee in fees):
        raise table.wrong(key, "有负数或过大的数", f"请填 0 到 {MAX_FEE // 100} 元之间的数")
    return tuple(fees)
