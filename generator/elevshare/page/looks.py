"""How a cell of a paper looks, in points, as a browser can draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Border, PatternFill, Side
    from openpyxl.styles.colors import Color

    from elevshare.printing.frames import Look

    AnyCell = Cell | MergedCell

#: The width of a character of a column, and of a step of an indent: of Verdana 11, see ``default_font``.
CHARACTER = 6.75
_THICK = {"hair": 0.5, "medium": 1.5, "mediumDashed": 1.5, "thick": 2.25, "double": 2.25}
_THIN = 0.75
#: Name of a font → the kind of letters that it has.
_SANS = ("黑", "YaHei", "DengXian", "等线", "Arial", "Calibri", "Verdana")
Fit = Literal["wrap", "shrink", "run"]


class Line(TypedDict):
    """A line beside a cell."""

    width: float
    dash: bool
    colour: str


class CellLook(TypedDict):
    """How a cell looks; sizes in points, colours as #rrggbb, empty where there is none."""

    size: float
    bold: bool
    sans: bool
    colour: str
    ground: str
    across: str
    down: str
    indent: float
    fit: Fit
    lines: dict[str, Line]


def look_of(first: AnyCell, last: AnyCell, added: Look, added_last: Look) -> CellLook:
    """The look of merged cells from the first to the last, or of one.

    ``added`` is what conditional formats give to each of the two.
    """
    font, alignment = first.font, first.alignment
    begins, ends = added.border or first.border, added_last.border or last.border
    name = font.name or ""
    return {
        "size": float(font.sz or 11),
        "bold": bool(font.b),
        "sans": any(word in name for word in _SANS),
        "colour": _colour(font.color) or "#000000",
        "ground": _ground(added.fill or first.fill),
        "across": _across(first),
        "down": alignment.vertical or "bottom",
        "indent": float(alignment.indent or 0) * CHARACTER,
        "fit": fit_of(first),
        "lines": _lines(begins, ends),
    }


def fit_of(cell: AnyCell) -> Fit:
    """What becomes of a text that is longer than its cell."""
    if cell.alignment.wrap_text:
        return "wrap"
    return "shrink" if cell.alignment.shrink_to_fit else "run"


def _across(cell: AnyCell) -> str:
    """Where a text begins; numbers stand on the right where nothing is said."""
    said = cell.alignment.horizontal
    if said in ("left", "center", "right"):
        return str(said)
    return "left" if said or isinstance(cell.value, str) else "right"


def _lines(begins: Border, ends: Border) -> dict[str, Line]:
    """The lines around cells."""
    sides = {"left": begins.left, "top": begins.top, "right": ends.right, "bottom": ends.bottom}
    return {name: line for name, side in sides.items() if (line := _line(side))}


def _line(side: Side | None) -> Line | None:
    """One line."""
    if not side or not side.style:
        return None
    dash = "dash" in side.style.lower() or side.style == "dotted"
    width = _THICK.get(side.style, _THIN)
    return {"width": width, "dash": dash, "colour": _colour(side.color) or "#000000"}


def _ground(fill: PatternFill) -> str:
    """The colour of a cell's ground."""
    return _colour(fill.fgColor) if getattr(fill, "fill_type", None) == "solid" else ""


def _colour(colour: Color | None) -> str:
    """A colour; one of the theme is taken for black, as our books have none."""
    if colour is None or colour.type != "rgb" or not isinstance(colour.rgb, str):
        return ""
    return f"#{colour.rgb[-6:].lower()}"
