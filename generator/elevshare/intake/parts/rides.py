"""The ``[rides]`` of a project file: prices by storey, and caps on a month's rides."""

from __future__ import annotations

from elevshare.intake.fields import amount_of
from elevshare.money import scaled
from elevshare.project import MAX_STOREYS
from elevshare.rules.fares import MAX_YEAR_FEE, Fare, Fares
from elevshare.rules.rides import MAX_FEE
from elevshare.schemes import Family, Scheme
from elevshare.toml_table import Table

#: Key → the largest price in fen.
_PRICES = {"ride": MAX_FEE, "month_card": MAX_FEE, "year_card": MAX_YEAR_FEE}


def read(table: Table, scheme: Scheme) -> Fares:
    """The section; everything in it may be missing.

    Raises:
        InputError: the scheme has no ride cards, or a price is invalid.
    """
    if table.keys() and scheme.family is not Family.PREPAID:
        key = table.keys()[0]
        raise table.wrong(key, f"用不到：方案「{scheme.name}」不是刷卡方案", "请删去 [rides] 一节")
    prices = [_prices(table, key, most) for key, most in _PRICES.items()]
    count = max(map(len, prices))
    rows = zip(*(column + [None] * (count - len(column)) for column in prices), strict=True)
    fares = Fares(
        tuple(Fare(*row) for row in rows),
        _cap(table, "household_cap", "每户每月封顶"),
        _cap(table, "person_cap", "每人每月封顶"),
    )
    table.done()
    return fares


def _cap(table: Table, key: str, what: str) -> int | None:
    """A cap in fen; ``None`` where there is none."""
    if not table.has(key):
        return None
    return amount_of(table.number(key, 2), table.where(key), what)


def _prices(table: Table, key: str, most: int) -> list[int | None]:
    """The prices in fen, from storey 1 on; ``None`` for an empty text: the storey has none of its own."""
    if not table.has(key):
        return []
    texts = table.items(key)
    if texts is None or len(texts) > MAX_STOREYS:
        raise table.wrong(key, "应是一列金额", '请写成如 ["", 0.2, 0.25] 的样子，从 1 层起')
    where, what = table.where(key), "票价"
    found = [scaled(text, 2, where=where, what=what) if text.strip() else None for text in texts]
    if not all(fen is None or 0 <= fen <= most for fen in found):
        raise table.wrong(key, "有负数或过大的数", f"请填 0 到 {most // 100} 元之间的数")
    while found and found[-1] is None:
        found.pop()
    return found
