"""What a spreadsheet shows for a number: the number rounded and written as its format says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from elevshare.opened.number_formats import Piece, Section, sections

#: Enough digits for any number and any code.
_EXACT = Context(prec=1_000, rounding=ROUND_HALF_UP)
_PADDING = {"0": "0", "#": "", "?": " "}
_THOUSAND = 3


def displayed(value: int | float, code: str) -> str | None:
    r"""Return the text that a spreadsheet shows for a number with a number format.

    Like a spreadsheet it takes 15 digits of the number and rounds half up. Blanks that only align
    (``_)``) are one blank; what fills up the cell (``* ``) and colours are left out. "General"
    gives all 15 digits and no power of ten, however narrow the cell is.

    Args:
        value: a finite number.
        code: the code of the format as a file holds it, see ``OpenedBook.code_of``.

    Returns:
        The text; ``None`` where the code cannot be said exactly: dates (see ``OpenedBook.dates``),
        fractions, powers of ten, conditions, Chinese digits, what is no code, and where programs
        differ.

    >>> displayed(101, "0000"), displayed(5, '"3-"000"室"'), displayed(61.0299999999999994, "General")
    ('0101', '3-005室', '61.03')
    >>> displayed(-1234.565, "[$¥-804]#,##0.00"), displayed(0, "0;-0;;@"), displayed(0.125, "0.0%")
    ('-¥1,234.57', '', '12.5%')
    >>> displayed(12345, '0\\.0,"万"'), displayed(46023, "yyyy-mm-dd"), displayed(3, "@")
    ('1.2万', None, '3')
    """
    found = sections(code)
    if found is None:
        return None
    number = Decimal(f"{value:.15g}")
    if number < 0:
        if len(found) > 1:  # a section for negative numbers says itself how they are marked
            return _written(found[1], -number)
        return _with_minus(found[0], -number)
    return _written(found[2] if number == 0 and len(found) > 2 else found[0], number)


def _with_minus(section: Section, number: Decimal) -> str | None:
    """Write a number with a minus before it, where a digit of it is left after rounding."""
    if not section.kinds & {"digit", "general"}:
        return None  # programs differ
    nothing = "general" not in section.kinds and not _rounded(section, number)
    return ("" if nothing else "-") + _written(section, number)


def _rounded(section: Section, number: Decimal) -> Decimal:
    """Return a number as the digits of a section show it."""
    step = Decimal(1).scaleb(-len(_places(section.rest)))
    return number.scaleb(section.power, _EXACT).quantize(step, context=_EXACT)


def _written(section: Section, number: Decimal) -> str:
    """Write a number, not negative, in one section."""
    whole, _, rest = f"{_rounded(section, number):f}".partition(".")
    before = _before(_places(section.whole), whole.lstrip("0"), section.grouped)
    behind = _behind(_places(section.rest), rest)
    alone = whole.lstrip("0") if behind and not before else ""  # all digits of ".00"
    general = f"{number.scaleb(section.power, _EXACT):f}"
    return _put(section.whole, before, general) + alone + _put(section.rest, behind, general)


def _places(pieces: Sequence[Piece]) -> str:
    """Return the places of digits among some pieces, such as ``#0``."""
    return "".join(piece.text for piece in pieces if piece.kind == "digit")


def _before(places: str, digits: str, grouped: bool) -> list[str]:
    """Return what stands in each place before the point; the first takes all that is left over."""
    spare = len(digits) - len(places)
    if not places:
        return []
    if spare >= 0:
        texts = [digits[: spare + 1], *digits[spare + 1 :]]
    else:
        texts = [*(_PADDING[place] for place in places[:-spare]), *digits]
    if not grouped:
        return texts
    return [_parted(text, len(texts) - n) for n, text in enumerate(texts, 1)]


def _parted(text: str, power: int) -> str:
    """Return digits with commas between the thousands; the last stands for a power of ten."""
    powers = range(power + len(text) - 1, power - 1, -1)
    commas = (("," if one.isdigit() else " ") if n and n % _THOUSAND == 0 else ""
              for n, one in zip(powers, text, strict=True))  # fmt: skip
    return "".join(map("".join, zip(text, commas, strict=True)))


def _behind(places: str, digits: str) -> list[str]:
    """Return what stands in each place behind the point; zeros at the end only where asked for."""
    texts = list(digits)
    for n in range(len(texts) - 1, -1, -1):
        if places[n] == "0" or texts[n] != "0":
            break
        texts[n] = _PADDING[places[n]]
    return texts


def _put(pieces: Sequence[Piece], texts: Sequence[str], general: str) -> str:
    """Return pieces with texts in the places of digits."""
    left = iter(texts)
    return "".join(
        next(left) if piece.kind == "digit" else general if piece.kind == "general" else piece.text
        for piece in pieces
    )
