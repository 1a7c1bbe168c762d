"""Numbers of a cell: what is stored, and what the sheet shows."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from elevshare.intake.fields.areas import PLACES, number_of
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenCell, text_of


def number_text(cell: SeenCell, what: str, report: TableReport) -> str:
    """The number of a cell as a text with at most two decimals, where there is such a one.

    A stored number with at most two decimals counts as it is; one with more counts as it is shown,
    if that has at most two. Where both differ the user is told.

    >>> number_text(SeenCell("80.33", 80.3333), "面积", TableReport())
    '80.33'
    """
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return cell.text
    stored, seen = text_of(cell.value), number_of(cell.text)
    one, other = _decimal(stored), _decimal(seen.replace(",", ""))
    if one is None or other is None or one == other:
        return cell.text
    used = stored if _places(one) <= PLACES else seen if _places(other) <= PLACES else stored
    report.look(f"{what}显示「{cell.text}」，存的是 {stored}，按 {used} 算")
    return used


def _decimal(text: str) -> Decimal | None:
    """A number, or ``None``."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _places(number: Decimal) -> int:
    """How many decimals a number has."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
