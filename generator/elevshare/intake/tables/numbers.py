"""Numbers of a cell: what is stored, and what the sheet shows."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from elevshare.intake.fields.amounts import fen_of, parts_of
from elevshare.intake.fields.areas import number_of
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenCell, text_of
from elevshare.money import yuan
from elevshare.text import beside
from elevshare.vocabulary import folded

#: Yuan in a unit → its name.
UNIT_NAMES = {1: "元", 1_000: "千元", 10_000: "万元"}
#: Decimals of an amount in yuan.
_FEN = 2


def number_text(cell: SeenCell, places: int, where: str, what: str, report: TableReport) -> str:
    """The number of a cell as a text with at most so many decimals, where there is such a one.

    A stored number with few decimals counts as it is; one with more counts as it is shown, if that
    has few. Where both differ the user is told.

    >>> number_text(SeenCell("80.33", 80.3333), 2, "第 3 行", "面积", TableReport())
    '80.33'
    """
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return cell.text
    stored, seen = text_of(cell.value), number_of(cell.text)
    one, other = _decimal(stored), _decimal(seen.replace(",", ""))
    if one is None or other is None or one == other:
        return cell.text
    used = stored if _places(one) <= places or _places(other) > places else seen
    _differ(report, where, what, cell, used)
    return used


def percent_text(cell: SeenCell, places: int, where: str, what: str, report: TableReport) -> str:
    """As ``number_text``; what a format shows as a percentage is stored as a hundredth of it.

    >>> percent_text(SeenCell("21%", 0.205), 4, "第 3 行", "本户百分比", TableReport())
    '20.5%'
    """
    seen, stored = folded(cell.text), cell.value
    if not seen.endswith("%") or isinstance(stored, bool) or not isinstance(stored, int | float):
        return number_text(cell, places, where, what, report)
    one, kept = _decimal(seen.removesuffix("%").replace(",", "")), _decimal(text_of(stored))
    if one is None or kept is None or one == 100 * kept:
        return seen
    used = f"{(100 * kept).normalize():f}%" if _places(100 * kept) <= places else seen
    _differ(report, where, what, cell, used)
    return used


def _differ(report: TableReport, where: str, what: str, cell: SeenCell, used: str) -> None:
    """Tell that a cell shows another number than is stored."""
    report.translate(where, what, f"显示 {cell.text.strip()}、存的是 {text_of(cell.value)}", used)
    start = f"{what}有的格显示的和存的数不一样"
    if not any(one.startswith(start) for one in report.remarks):
        seen, stored = cell.text.strip(), text_of(cell.value)
        row = beside(where, where).strip()
        report.look(f"{start}：如{row}显示 {seen}、存的是 {stored}，用了 {used}", what, [where])


def amount_of_cell(cell: SeenCell, unit: int, where: str, what: str, report: TableReport) -> int:
    """The amount of a cell in fen; what was made of it is told where it has a unit.

    Args:
        cell: the cell.
        unit: yuan in the unit of its heading, 0 if that states none.
        where, what: row and column, for messages.
        report: takes the translation, or what the user should look at.

    Raises:
        InputError: it is no amount.
    """
    text = cell.text
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        text = _agreed(cell, unit, where, what, report)
    fen = fen_of(text, where, what=what, unit=unit or 1)
    _, own = parts_of(folded(text))
    named = "" if own else UNIT_NAMES.get(unit, "")
    if own > 1 or unit > 1:
        report.translate(where, what, f"{text.strip()}{named}", f"{yuan(fen)} 元")
    return fen


def doubt_few(
    fen: int, few: int, cell: SeenCell, unit: int, where: str, what: str, report: TableReport
) -> None:
    """Doubt an amount of less than ``few`` yuan whose unit nobody has stated: 60 may be 60 万元."""
    if 0 < fen < 100 * few and not unit and not parts_of(folded(cell.text))[1]:
        remark = f"{what}有的格不到 {few:,} 元；是万元的，请在栏名里写明，如 {what}（万元）"
        report.look(remark, what, [where])


def _agreed(cell: SeenCell, unit: int, where: str, what: str, report: TableReport) -> str:
    """The text of an amount: as shown with its unit, or as stored where the format shows less."""
    number, own = parts_of(folded(cell.text))
    stored = text_of(cell.value)
    seen, kept = _decimal(number.replace(",", "")), _decimal(stored)
    if seen is None or kept is None or seen == kept:
        return cell.text
    if own and seen * own == kept:  # the format divides: 15000 shown as 1.5万
        return cell.text
    few = _places(kept) <= _FEN + len(str(own or unit or 1)) - 1
    used = f"{stored}{UNIT_NAMES.get(own, '')}" if few else cell.text
    _differ(report, where, what, cell, used)
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
