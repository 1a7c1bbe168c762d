"""Read the list of buildings: a table with one row a building, or a folder of rosters."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import chain, islice
from pathlib import Path

from elevshare.batch.columns import FILE, ROSTER, WORDS
from elevshare.errors import InputError
from elevshare.intake.columns import known, listed, meaning, positions
from elevshare.intake.fields import date_error
from elevshare.intake.roster import cell_text, date_text, header_text
from elevshare.intake.sheets import HEADER_ROWS, InputTable, sheets_of
from elevshare.text import noting, raise_all, shown

#: Most buildings of one list.
MAX_ROWS = 20_000
_ROSTERS = (".xlsx", ".csv", ".txt")


@dataclass(frozen=True, slots=True)
class ListedBuilding:
    """One building of a list: the place of its row for messages, and its filled cells by column."""

    place: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was read: its path, the folder of the files it names, its buildings.

    ``ignored`` has the headers that are not known, as one text.
    """

    path: Path
    folder: Path
    entries: tuple[ListedBuilding, ...]
    ignored: str = ""


def read_list(path: Path) -> Listing:
    """The buildings of a list (.xlsx, .csv) or of a folder of rosters.

    Raises:
        InputError: it cannot be read, has no header or no building, or holds dates where
            none can be.
    """
    return _folder(path) if path.is_dir() else _table(path)


def _folder(path: Path) -> Listing:
    """A building for every roster in a folder, in the order of the names."""
    try:
        files = sorted(file for file in path.iterdir() if _is_roster(file))
    except OSError:
        raise InputError("不能查看这个文件夹", where=str(path), todo="请检查权限") from None
    if not files:
        raise InputError("文件夹里没有名册", where=str(path), todo="请放入 .xlsx 或 .csv 名册")
    return Listing(
        path,
        path,
        tuple(ListedBuilding(file.name, {ROSTER: file.name, FILE: file.stem}) for file in files),
    )


def _is_roster(file: Path) -> bool:
    """Whether a file may be a roster: not hidden, and not the lock file of an open Excel."""
    hidden = file.name.startswith((".", "~$"))
    return file.suffix.lower() in _ROSTERS and not hidden and file.is_file()


def _table(path: Path) -> Listing:
    """The buildings of the first sheet that has a header."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for sheet in sheets_of(path, WORDS):
            rows = iter(sheet.rows)
            top = [*islice(rows, HEADER_ROWS)]
            counts = [known([header_text(cell) for cell in cells], WORDS) for cells in top]
            if most := max(counts, default=0):
                header = counts.index(most)
                return _listing(path, sheet, header + 1, chain(top[header:], rows))
    raise InputError(
        f"前 {HEADER_ROWS} 行里没有看得懂的标题行",
        where=shown(path.name),
        todo="请加一行标题，如：文件名、方案、名册、总费用、补贴",
    )


def _listing(
    path: Path, sheet: InputTable, header: int, rows: Iterator[Sequence[object]]
) -> Listing:
    """The buildings of a sheet.

    Args:
        path: the list.
        sheet: the sheet, for messages.
        header: number of the header's row.
        rows: the header and the rows below it.
    """
    texts = [header_text(cell) for cell in next(rows)]
    columns = positions(texts, sheet.place(header), WORDS)
    problems: list[InputError] = []
    entries = []
    for number, cells in enumerate(rows, header + 1):
        with noting(problems):
            if found := _texts(columns, cells, sheet.place(number)):
                entries.append(ListedBuilding(sheet.place(number), found))
        if len(entries) > MAX_ROWS:
            raise InputError(f"超过 {MAX_ROWS} 行", where=sheet.name, todo="请分成几个清单")
    raise_all(problems)
    if not entries:
        raise InputError("清单里没有一栋楼", where=sheet.name, todo="请在标题下面每栋楼写一行")
    unknown = [text for text in texts if text.strip() and not meaning(text, WORDS)]
    return Listing(path, path.parent, tuple(entries), listed(unknown))


def _texts(columns: Mapping[str, int], cells: Sequence[object], where: str) -> dict[str, str]:
    """The filled cells of a row as texts, by column."""
    found = {}
    for column, position in columns.items():
        value = cells[position] if position < len(cells) else None
        if isinstance(value, date | time | timedelta):
            raise date_error(column, date_text(value), where)
        if text := cell_text(value).strip():
            found[column] = text
    return found
