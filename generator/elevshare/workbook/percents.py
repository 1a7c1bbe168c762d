"""Percentages without decimals that say nothing: 9 % instead of 9.00 %."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from elevshare.opened.areas import runs
from elevshare.opened.places import reference

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The styles of percentages.
STYLES = frozenset({"输入-percent", "计算-percent", "计算-share"})
_WHOLE = NumberFormat(numFmtId=198, formatCode="0%_ ")


def shorten(sheet: Worksheet, cells: Mapping[int, Iterable[int]]) -> None:
    """Show whole percentages as such; ``cells`` are column → rows."""
    for column, rows in sorted(cells.items()):
        for run in runs(sorted(rows)):
            first, last = reference(run.start, column), reference(run.stop - 1, column)
            off = f"ABS({first}*100-ROUND({first}*100,0))"
            whole = f"AND(ISNUMBER({first}),IFERROR({off}<0.000001,FALSE))"
            rule = Rule(type="expression", formula=[whole], dxf=DifferentialStyle(numFmt=_WHOLE))
            sheet.conditional_formatting.add(f"{first}:{last}", rule)
