"""Fill in storeys that a roster writes only once, for the first flat of a storey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.errors import InputError
from elevshare.intake.columns import ROOM, STOREY
from elevshare.intake.fields import level_of
from elevshare.intake.tables.filling import storey_in
from elevshare.intake.tables.reading import TableRow
from elevshare.intake.tables.report import TableReport


def filled_storeys(
    rows: Sequence[TableRow], titles: Sequence[object], report: TableReport
) -> list[TableRow]:
    """The rows, a blank storey filled in from the row above.

    It stays blank where room numbers name the storeys and this one names another: that is a gap
    and no repetition. Where rooms name no storeys the user is told to look. Rows that have an entry
    in ``titles`` are no households.
    """
    found: list[TableRow] = []
    above: TableRow | None = None
    for row, title in zip(rows, titles, strict=True):
        if title:
            above = None
        elif above and not row.text(STOREY).strip() and _goes_on(above, row, report):
            text = above.text(STOREY)
            report.translate(row.where, STOREY, "空着", f"{text.strip()}（照上一行）")
            above = replace(row, cells={**row.cells, STOREY: above.cells[STOREY]})
        else:
            above = row
        found.append(above or row)
    return found


def _goes_on(above: TableRow, row: TableRow, report: TableReport) -> bool:
    """Whether a flat is on the storey of the row above as far as room numbers tell."""
    if not above.text(STOREY).strip() or not row.text(ROOM).strip():
        return False
    named, here = storey_in(above.text(ROOM)), storey_in(row.text(ROOM))
    try:
        level = level_of(above.text(STOREY), top=named)
    except InputError:
        return False
    if named == int(level) or (named is None and level < 1):
        return here == named
    remark = "楼层空着的行照上一行填了，而房号看不出楼层，请核对"
    report.look(remark, STOREY, [row.where])
    return True
