"""Cells that say 同上: they are as the one above."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.intake.tables.filling import is_ditto
from elevshare.intake.tables.reading import TableRow
from elevshare.intake.tables.report import TableReport
from elevshare.text import shown


def dittos(rows: Sequence[TableRow], report: TableReport, key: str) -> list[TableRow]:
    """The rows with 同上 replaced by the text above; a key cannot be written so.

    Raises:
        InputError: there is nothing above.
    """
    found: list[TableRow] = []
    for row in rows:
        same = [name for name, cell in row.cells.items() if name != key and is_ditto(cell)]
        cells = dict(row.cells)
        for name in same:
            above = found[-1].cells.get(name) if found else None
            if above is None:
                raise InputError(f"{name}写着「{shown(row.text(name))}」，上面没有", where=row.where,
                                 todo="请写出来")  # fmt: skip
            report.translate(row.where, name, row.text(name), above.text)
            cells[name] = above
        found.append(TableRow(row.number, row.where, cells, row.merged) if same else row)
    return found
