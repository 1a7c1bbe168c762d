"""Formats that cells of a sheet have on a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RED = Font(color="C00000", bold=True)
_PINK = PatternFill("solid", bgColor="F8CBAD")
_YELLOW = PatternFill("solid", bgColor="FFF2CC")
_GREY = Side(style="thin", color="BFBFBF")
_NET = Border(left=_GREY, right=_GREY, top=_GREY, bottom=_GREY)
_GREEN = Font(color="00602B", bold=True)
_PALE_GREEN = PatternFill("solid", bgColor="D5E8D0")
#: Letters and ground of a framed cell.
TINTS = {"": (None, None), "red": (_RED, _PINK), "green": (_GREEN, _PALE_GREEN)}
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
_HIDDEN = NumberFormat(numFmtId=199, formatCode=";;;")


class Conditions:
    """The conditional formats of one sheet, in the order of their rules."""

    sheet: Worksheet

    def redden(self, area: str, formula: str) -> None:
        """Colour cells of an area red if a formula gives TRUE."""
        rule = FormulaRule(formula=[formula], font=_RED, fill=_PINK)  # type: ignore[no-untyped-call]
        self.sheet.conditional_formatting.add(area, rule)

    def yellow(self, area: str, formula: str) -> None:
        """Give cells of an area the ground and frame of inputs if a formula gives TRUE."""
        rule = FormulaRule(formula=[formula], fill=_YELLOW, border=_NET)  # type: ignore[no-untyped-call]
        self.sheet.conditional_formatting.add(area, rule)

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
            border = _EDGES[kind]
            tinted = DifferentialStyle(border=border, fill=_DRAFT)
            plain = DifferentialStyle(border=border, fill=_BAND if kind == "band" else None)
            for formula, style in (
                (f"NOT({taken})", DifferentialStyle(font=_WHITE, numFmt=_HIDDEN)),
                (draft, tinted),
                *([(taken, plain)] if border else []),
            ):
                rule = Rule(type="expression", formula=[formula], dxf=style, stopIfTrue=True)
                self.sheet.conditional_formatting.add(area, rule)

    def frame(self, area: str, formula: str, tint: str = "") -> None:
        """Frame cells of an area if a formula gives TRUE; ``tint`` is a key of ``TINTS``.

        Of several rules for one area, the first that gives TRUE is applied.
        """
        font, fill = TINTS[tint]
        rule = FormulaRule(formula=[formula], font=font, fill=fill, border=_FRAME)  # type: ignore[no-untyped-call]
        rule.stopIfTrue = True
        self.sheet.conditional_formatting.add(area, rule)

    def listed(self, area: str, heads: str, filled: str) -> None:
        """Frame the lines of a list: where a formula says so in bold as ``heads``, else if ``filled``.

        The rules exclude each other: some programs apply only the first that is TRUE.
        """
        bold = Rule(type="expression", formula=[heads], stopIfTrue=True,
                    dxf=DifferentialStyle(font=Font(bold=True), border=_FRAME, fill=_BAND))  # fmt: skip
        self.sheet.conditional_formatting.add(area, bold)
        self.frame(area, f"AND({filled},NOT({heads}))")
