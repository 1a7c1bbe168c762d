"""Read numbers and sources of scheme files strictly."""

from __future__ import annotations

from elevshare.rules.subsidy import RATE_SCALE
from elevshare.toml_table import Table

RATE_PLACES = 4


def number(table: Table, key: str, places: int, default: int | None = None) -> int:
    """Read a number as a whole number of 1/10**places; refuse negative ones."""
    value = table.number(key, places, default)
    if value < 0:
        raise table.wrong(key, "不能是负数", "请改成 0 或正数")
    return value


def rate(table: Table, key: str, default: int | None = None) -> int:
    """Read a rate or share between 0 and 1, in 1/10,000."""
    value = number(table, key, RATE_PLACES, default)
    if value > RATE_SCALE:
        raise table.wrong(key, "大于 1", "比例请填 0 到 1 之间的数，如 0.5")
    return value


def cited(table: Table, keys: set[str]) -> str:
    """Read the ``source`` of a table; refuse one that is missing or not among ``keys``."""
    key = table.text("source")
    if key not in keys:
        raise table.wrong("source", f"引用了没有列出的来源「{key}」", "请在 [[source]] 中列出")
    return key
