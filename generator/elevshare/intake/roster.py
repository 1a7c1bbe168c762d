"""Read a roster of households from a CSV or XLSX file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import islice
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.columns import (
    AREA,
    MORE,
    OWNER,
    ROOM,
    STOREY,
    TAKING_PART,
    columns_of,
    is_header,
    listed,
)
from elevshare.intake.fields import date_error
from elevshare.intake.flats import RosterRow, check_count
from elevshare.intake.sheets import HEADER_ROWS, InputTable, sheets_of
from elevshare.project import MAX_FLATS
from elevshare.text import raise_all, shown

_FIELDS = (ROOM, STOREY, AREA, OWNER, TAKING_PART)
_TOTALS = ("合计", "总计")
#: Rows read before giving up: one above the limit, and a total.
_READ = MAX_FLATS + 2


def read_roster(path: Path) -> list[RosterRow]:
    """The texts of every household, from the first sheet whose header has 房号.

    Title rows above the header, unknown columns, empty rows and a last row 合计 are skipped. The
    texts are not validated here; ``flats_from_rows`` does that.

    Raises:
        InputError: the file cannot be read, has no header, lacks a column or is too large.
    """
    first_row = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for sheet in sheets_of(path):
            rows = iter(sheet.rows)
            for number, cells in enumerate(islice(rows, HEADER_ROWS), 1):
                texts = [header_text(cell) for cell in cells]
                if is_header(texts):
                    return _households(sheet, rows, number, texts)
                first_row = first_row or listed(texts)
    raise InputError(
        f"前 {HEADER_ROWS} 行里没有写着「{ROOM}」的标题行，第一行是{first_row or '空的'}",
        where=shown(path.name),
        todo="请加一行标题：房号、楼层、建筑面积、业主、参与",
    )


def _households(
    sheet: InputTable, rows: Iterator[Sequence[object]], header: int, texts: Sequence[str]
) -> list[RosterRow]:
    """The rows below the header."""
    columns = columns_of(texts, sheet.place(header))
    problems: list[InputError] = []
    found: list[RosterRow] = []
    for number, cells in enumerate(rows, header + 1):
        where = sheet.place(number)
        values = {
            name: cells[position] if position < len(cells) else None
            for name, position in columns.items()
        }
        if row := _row(values, where, problems):
            found.append(row)
        if len(found) == _READ:
            break
    if len(found) < _READ and found and _is_total(found[-1]):
        found.pop()
    check_count(len(found), sheet.name)
    raise_all(problems)
    return found


def _row(values: dict[str, object], where: str, problems: list[InputError]) -> RosterRow | None:
    """One household, or ``None`` where every column is empty."""
    texts: dict[str, str] = {}
    dated = False
    for name, value in values.items():
        if isinstance(value, date | time | timedelta):
            dated = True
            problems.append(date_error(name, date_text(value), where))
        else:
            texts[name] = cell_text(value)
    if not dated and not any(text.strip() for text in texts.values()):
        return None
    room, storey, area, owner, taking_part = (texts.get(name, "") for name in _FIELDS)
    more = {name: texts[name] for name in MORE if name in texts}
    return RosterRow(room, storey, area, owner, taking_part, where, more)


def _is_total(row: RosterRow) -> bool:
    """Whether a row is the total below the households."""
    return "".join(row.room.split()).rstrip("：:") in _TOTALS and not row.storey.strip()


def header_text(value: object) -> str:
    """A header cell as text."""
    return str(value) if isinstance(value, date | time | timedelta) else cell_text(value)


def date_text(value: date | time | timedelta) -> str:
    """A date as a cell shows it, like 3月1日."""
    return f"{value.month}月{value.day}日" if isinstance(value, date) else str(value)


def cell_text(value: object) -> str:
    """The value of a cell as the text that it shows: numbers have at most 15 digits.

    >>> cell_text(101.0), cell_text(61.029999999999994), cell_text(7), cell_text(True)
    ('101', '61.03', '7', '是')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
