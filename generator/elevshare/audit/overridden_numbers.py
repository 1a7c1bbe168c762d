"""Report scheme numbers that users replaced: permitted, but always mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.cells import value_text
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.values import Computed
from elevshare.opened.places import place, reference
from elevshare.workbook.sheets.sources import TITLE

#: The formula on 来源 that shows the input of a scheme number; the word for a changed number.
_INPUT = re.compile(r'IF\((\w+)!\$?([A-Z]+)\$?(\d+)="","",')
_CHANGED = "已改动"
_NAME, _SHIPPED, _NOW, _VERDICT = 1, 2, 3, 4


def own_numbers(layout: FoundLayout, computed: Computed) -> Iterator[Finding]:
    """Report every replaced scheme number at its input; ``computed`` has the values of 来源."""
    ours = {pair.original.title: pair for pair in layout.pairs}
    if TITLE not in ours:
        return
    sheet, rows = ours[TITLE].original, computed[TITLE]
    for (row, column), formula in sheet.formulas.items():
        found = _INPUT.match(formula)
        if column != _NOW or not found or rows[row - 1][_VERDICT - 1] != _CHANGED:
            continue
        name, shipped = (value_text(sheet.constants.get((row, at))) for at in (_NAME, _SHIPPED))
        now = rows[row - 1][_NOW - 1]
        value = value_text(now) if isinstance(now, int | float | str) else ""
        text = f"{name}用的是 {value or '空'}，方案的来源写的是 {shipped or '空'}"
        title, cell = _where(layout, found)
        yield Finding("number-own", text, title, cell, shipped, value)


def _where(layout: FoundLayout, found: re.Match[str]) -> tuple[str, str]:
    """Return sheet title and cell of an input now; the cell is empty if it was deleted."""
    title, cell = found[1], found[2] + found[3]
    now = layout.moves.place(title, place(cell))
    return layout.moves.titles.get(title, title), reference(*now) if now else ""
