"""Formats that cells of a sheet have on a condition.

They are written as text like cells (see ``sheetxml``): openpyxl compares every format with all
others of the book, which took a third of the time for a draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from elevshare.opened.areas import area as parsed
from elevshare.opened.xmltext import escape
from elevshare.workbook.sheetxml import xml


def _xml(**parts: object) -> str:
    """A format as XML; equal formats give equal texts."""
    return xml(DifferentialStyle(**parts)).decode()  # type: ignore[arg-type]


_RED = Font(color="C00000", bold=True)
_PINK = PatternFill("solid", bgColor="F8CBAD")
_YELLOW = PatternFill("solid", bgColor="FFF2CC")
_GREY = Side(style="thin", color="BFBFBF")
_NET = Border(left=_GREY, right=_GREY, top=_GREY, bottom=_GREY)
_GREEN = Font(color="00602B", bold=True)
_PALE_GREEN = PatternFill("solid", bgColor="D5E8D0")
_WHITE = Font(color="FFFFFF")
_BAND = PatternFill("solid", bgColor="EDEDED")
_DRAFT = PatternFill("solid", bgColor="F2D7D5")
_LINE = Side(style="thin", color="404040")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_EDGES = {
    "box": _FRAME,
    "band": _FRAME,
    "cut": Border(top=Side(style="dashed", color="404040")),
    "": None,
}
_REDDENED, _YELLOWED = _xml(font=_RED, fill=_PINK), _xml(fill=_YELLOW, border=_NET)
#: Letters and ground of a framed cell.
_FRAMED = {
    "": _xml(border=_FRAME),
    "red": _xml(font=_RED, fill=_PINK, border=_FRAME),
    "green": _xml(font=_GREEN, fill=_PALE_GREEN, border=_FRAME),
}
_HEADED = _xml(font=Font(bold=True), border=_FRAME, fill=_BAND)
#: A form: its texts hidden; its ground where it must not be acted on, and else, by kind of frame.
_HIDDEN = _xml(font=_WHITE, numFmt=NumberFormat(numFmtId=199, formatCode=";;;"))
_DRAFTED = {kind: _xml(border=edge, fill=_DRAFT) for kind, edge in _EDGES.items()}
_USED = {
    kind: _xml(border=edge, fill=_BAND if kind == "band" else None)
    for kind, edge in _EDGES.items()
    if edge
}
_WHOLE = _xml(numFmt=NumberFormat(numFmtId=198, formatCode="0%_ "))
#: The most areas whose order is kept; the forms of all books have the same few hundred.
_MANY = 10_000


class _Rule(NamedTuple):
    """A format (as XML) for cells while a formula gives TRUE; no later rule where it is ``last``."""

    number: int
    formula: str
    style: str
    last: bool


class Conditions:
    """The conditional formats of one sheet, in the order of their rules."""

    def __init__(self) -> None:
        #: Areas, separated by blanks → rules, in the order in which they are applied.
        self._rules: dict[str, list[_Rule]] = {}
        self._count = 0

    def _add(self, area: str, formula: str, style: str, last: bool = False) -> None:
        """Add a rule after all others."""
        self._count += 1
        rules = self._rules.setdefault(in_order(area), [])
        rules.append(_Rule(self._count, formula, style, last))

    def conditions_xml(self, numbers: dict[str, int]) -> str:
        """All rules as XML. ``numbers`` are those of formats (as XML) in the book; new ones join."""
        return "".join(
            f'<conditionalFormatting sqref="{area}">'
            f"{''.join(_rule_xml(rule, numbers) for rule in rules)}</conditionalFormatting>"
            for area, rules in self._rules.items()
        )

    def redden(self, area: str, formula: str) -> None:
        """Colour cells of an area red if a formula gives TRUE."""
        self._add(area, formula, _REDDENED)

    def yellow(self, area: str, formula: str) -> None:
        """Give cells of an area the ground and frame of inputs if a formula gives TRUE."""
        self._add(area, formula, _YELLOWED)

    def shorten(self, area: str, formula: str) -> None:
        """Show percentages without decimals if a formula gives TRUE."""
        self._add(area, formula, _WHOLE)

    def used(self, areas: Mapping[str, str], taken: str, draft: str) -> None:
        """Frame the cells of a form while it is used; hide its texts while it is not.

        A frame is only ever added: programs that save a book may turn a white frame black. One
        rule gives everything, because LibreOffice applies the first that is TRUE alone.

        Args:
            areas: kind of frame (see ``style.edge``) → its cells, separated by blanks.
            taken: formula: the form has a household.
            draft: formula: it must not be acted on, so that its ground is tinted.
        """
        for kind, area in areas.items():
            self._add(area, f"NOT({taken})", _HIDDEN, last=True)
            self._add(area, draft, _DRAFTED[kind], last=True)
            if kind in _USED:
                self._add(area, taken, _USED[kind], last=True)

    def frame(self, area: str, formula: str, tint: str = "") -> None:
        """Frame cells of an area if a formula gives TRUE; ``tint`` is empty, red or green.

        Of several rules for one area, the first that gives TRUE is applied.
        """
        self._add(area, formula, _FRAMED[tint], last=True)

    def listed(self, area: str, heads: str, filled: str) -> None:
        """Frame the lines of a list: where a formula says so in bold as ``heads``, else if ``filled``.

        The rules exclude each other: some programs apply only the first that is TRUE.
        """
        self._add(area, heads, _HEADED, last=True)
        self.frame(area, f"AND({filled},NOT({heads}))")


@lru_cache(_MANY)
def in_order(area: str) -> str:
    """Areas separated by blanks, each once and without dollar signs, by columns and then rows.

    >>> in_order("$B$1:$C$2 A3 A3:A3")
    'A3 B1:C2'
    """
    found = sorted(set(map(parsed, area.split())), key=attrgetter("left", "top", "right", "bottom"))
    return " ".join(one.text for one in found)


def _rule_xml(rule: _Rule, numbers: dict[str, int]) -> str:
    """A rule as XML (see ``conditions_xml``)."""
    style = numbers.setdefault(rule.style, len(numbers))
    last = ' stopIfTrue="1"' if rule.last else ""
    return (
        f'<cfRule type="expression" priority="{rule.number}" dxfId="{style}"{last}>'
        f"<formula>{escape(rule.formula)}</formula></cfRule>"
    )
