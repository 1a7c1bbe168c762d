"""What concerns the rows of a table together: 同上, and columns that it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.intake.tables.filling import is_ditto
from elevshare.intake.tables.reading import FoundTable, TableRow
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


def missing(table: FoundTable, needed: Sequence[str]) -> None:
    """Refuse a table that lacks a column.

    Raises:
        InputError: with the headings that there are, and how to name one.
    """
    lacking = [column for column in needed if column not in table.columns]
    if not lacking:
        return
    heading, sheet = table.heading, table.sheet
    hidden = [
        f"「{shown(heading.texts[number])}」一栏是隐藏的"
        for number in heading.texts
        if number in sheet.hidden_columns and heading.meanings[number].column in lacking
    ]
    texts = [f"「{shown(text)}」" for text in heading.texts.values() if text]
    about = "".join(f"；{text}" for text in hidden)
    named = "".join(f"「{column}」" for column in lacking)
    raise InputError(
        f"缺少{named}栏，现有{''.join(texts[:12])}{'等' if len(texts) > 12 else ''}{about}",
        where=table.where,
        todo="请先取消隐藏"
        if hidden
        else f"请补上缺少的栏或改正栏名；哪一栏就是它，可用 --columns {lacking[0]}=那一栏的栏名 指定",
    )
