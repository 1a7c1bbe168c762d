"""How ``shares`` and ``roster`` show households: their storeys and their own terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elevshare.rules.share import Flat

_SCALE = 10_000


def terms_text(flat: Flat, *, percent: bool = False) -> str:
    """A household's own terms in words, empty where it has none.

    ``percent`` says that its weight is a percentage.

    >>> from elevshare.rules.share import Flat
    >>> terms_text(Flat("101", 1, 0, fixed=50_000)), terms_text(Flat("101", 1, 0, fixed=0))
    ('定额 500.00', '免交')
    >>> one = Flat("101", 1, 0, own_weight=205_000)
    >>> terms_text(one), terms_text(one, percent=True)
    ('20.5（个别）', '20.5%')
    """
    from elevshare.money import yuan

    if flat.fixed is not None:
        return f"定额 {yuan(flat.fixed)}" if flat.fixed else "免交"
    if flat.own_weight is None:
        return ""
    return f"{flat.own_weight / _SCALE:g}{'%' if percent else '（个别）'}"


def with_reasons(rows: list[tuple[str, ...]], flats: Sequence[Flat]) -> list[tuple[str, ...]]:
    """The rows, heading first, with a last column of reasons where any household gives one."""
    if not any(flat.reason for flat in flats):
        return rows
    reasons = ["理由", *(flat.reason for flat in flats)]
    return [(*row, reason) for row, reason in zip(rows, reasons, strict=True)]


def terms_record(flat: Flat) -> dict[str, Any]:
    """A household's own terms for programs; ``None`` where it has none, money in fen.

    >>> from elevshare.rules.share import Flat
    >>> terms_record(Flat("101", 1, 0, own_weight=15_000))
    {'own_weight': 1.5, 'fixed_fen': None, 'reason': ''}
    """
    own = None if flat.own_weight is None else flat.own_weight / _SCALE
    return {"own_weight": own, "fixed_fen": flat.fixed, "reason": flat.reason}
