"""The frames of forms that are in use, which a book has as conditional formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles import Border, PatternFill

from elevshare.workbook.inputs import DRAFT

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.worksheet.worksheet import Worksheet

    from elevshare.printing.forms import PaperForm


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What a conditional format adds to a cell."""

    border: Border | None = None
    fill: PatternFill | None = None


_NONE = Look()
_Looks = dict[tuple[int, int], Look]


class Frames:
    """The looks of the cells of a sheet's forms: of one that holds, and of a draft."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._plain: _Looks = {}
        self._draft: _Looks = {}
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                formula = "".join(map(str, rule.formula))
                if formula.startswith("NOT(") or not rule.dxf:
                    continue
                looks = self._draft if "LEFT(" in formula else self._plain
                self._add(looks, str(area.sqref), rule)

    def _add(self, looks: _Looks, areas: str, rule: Rule) -> None:
        """Note what a rule gives to the cells of its areas."""
        border, fill = (getattr(rule.dxf, name) for name in ("border", "fill"))
        if border is None and looks is self._plain:
            return  # the red of a message
        look = Look(border, PatternFill("solid", fgColor=fill.bgColor.rgb) if fill else None)
        for area in areas.split():
            for row in self._sheet[area] if ":" in area else ((self._sheet[area],),):
                looks.update({(cell.row, cell.column): look for cell in row})

    def looks_of(self, form: PaperForm) -> _Looks:
        """The looks of a form in use."""
        mark = str(self._sheet.cell(form.first + 1, 1).value or "")
        return self._draft if mark.startswith(DRAFT) else self._plain

    @staticmethod
    def of(looks: _Looks, row: int, column: int) -> Look:
        """The look of one cell."""
        return looks.get((row, column), _NONE)
