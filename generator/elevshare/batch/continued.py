"""Rows of a list that go on with the building above: what is blank is as there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.batch.columns import BUILDING, ENTRANCE, ESTATE, FILE, MONEY
from elevshare.intake.tables.reading import TableRow
from elevshare.intake.tables.report import TableReport

_NAMES = (ESTATE, BUILDING)


def continued(rows: Sequence[TableRow], report: TableReport) -> list[TableRow]:
    """The rows, with what is written only once filled in and reported.

    A row with neither estate nor building is of the building above: all that is blank is as there,
    except a file's name. A row that only lacks the estate takes that alone: what else it leaves
    open is left to the choices for all rows.
    """
    found: list[TableRow] = []
    for row in rows:
        _tell_merged(row, report)
        above = found[-1] if found else None
        found.append(_filled(above, row, report) if above else row)
    return found


def _tell_merged(row: TableRow, report: TableReport) -> None:
    """Tell what a row has from a cell merged with the row above; an amount may be that of both."""
    for column in sorted(row.merged):
        text = row.text(column).strip()
        report.translate(row.where, column, "合并的格", f"{text}（照上一行）")
        if column in MONEY:
            report.look(f"{column}有合并的格，每一行都算全数；是几行合计的，请分开填")


def _filled(above: TableRow, row: TableRow, report: TableReport) -> TableRow:
    """A row with the cells of the row above where it goes on with it."""
    named = [name for name in _NAMES if above.text(name)]
    if not named or (not row.text(ENTRANCE) and not row.text(BUILDING)):
        return row
    goes_on = not any(row.text(name) for name in named)
    taken = {
        column: cell
        for column, cell in above.cells.items()
        if column not in row.cells
        and column not in (FILE, ENTRANCE)
        and (goes_on or column == ESTATE)
    }
    for column, cell in taken.items():
        report.translate(row.where, column, "空着", f"{cell.text.strip()}（照上一行）")
    return replace(row, cells={**row.cells, **taken}) if taken else row
