"""Numbers that the scheme gives and that a book does not use: allowed, but never in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.cells import said
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.values import Computed
from elevshare.opened.places import place, reference
from elevshare.workbook.sheets.sources import TITLE

#: How 来源 shows the input that a number of the scheme was put into, and what it says of it.
_INPUT = re.compile(r'IF\((\w+)!\$?([A-Z]+)\$?(\d+)="","",')
_CHANGED = "已改动"
_NAME, _SHIPPED, _NOW, _VERDICT = 1, 2, 3, 4


def own_numbers(layout: FoundLayout, computed: Computed) -> Iterator[Finding]:
    """Every number of the scheme that was replaced, at the input that holds it now."""
    ours = {pair.original.title: pair for pair in layout.pairs}
    if TITLE not in ours:
        return
    sheet, rows = ours[TITLE].original, computed[TITLE]
    for (row, column), formula in sheet.formulas.items():
        found = _INPUT.match(formula)
        if column != _NOW or not found or rows[row - 1][_VERDICT - 1] != _CHANGED:
            continue
        name, shipped = (said(sheet.constants.get((row, at))) for at in (_NAME, _SHIPPED))
        now = rows[row - 1][_NOW - 1]
        value = said(now) if isinstance(now, int | float | str) else ""
        text = f"{name}用的是 {value or '空'}，方案的来源写的是 {shipped or '空'}"
        title, cell = _where(layout, found)
        yield Finding("number-own", text, title, cell, shipped, value)


def _where(layout: FoundLayout, found: re.Match[str]) -> tuple[str, str]:
    """Sheet and cell of an input, where it stands now."""
    title, cell = found[1], found[2] + found[3]
    now = layout.moves.place(title, place(cell))
    return layout.moves.titles.get(title, title), reference(*now) if now else ""
