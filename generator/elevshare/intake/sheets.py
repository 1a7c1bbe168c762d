"""The sheets of a roster file, XLSX or text, as rows of cell values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.columns import ROSTER, Words, known
from elevshare.opened import Cell, OpenedBook, OpenedSheet, limits, opened
from elevshare.opened.package import SAVE_AS
from elevshare.opened.user_file import MAX_TABLE, OLE_START, ZIP_START, decoded, read_bytes
from elevshare.text import shown

#: How many rows from the top the header is looked for in.
HEADER_ROWS = 15
_DELIMITERS = ",\t;，"
_TOO_LARGE = "请只把住户名册复制到新的工作簿中保存"


@dataclass(frozen=True, slots=True)
class InputTable:
    """One sheet: its name for messages, and its rows from row 1 on."""

    name: str
    rows: Iterable[Sequence[object]]

    def place(self, row: int) -> str:
        """The place of a row, for messages."""
        return f"{self.name}{'' if self.name.endswith('」') else ' '}第 {row} 行"


def sheets_of(path: Path, words: Words = ROSTER) -> Iterator[InputTable]:
    """The sheets of an .xlsx, or the one table of a .csv or .txt.

    Args:
        path: the file.
        words: known headers, by which the delimiter of a text is found.


    Raises:
        InputError: it is of another kind than its name says, damaged, or too large.
    """
    kind, name = path.suffix.lower(), shown(path.name)
    if kind in (".csv", ".txt"):
        yield InputTable(name, text_rows(read_bytes(path, MAX_TABLE), name, words))
    elif kind == ".xlsx":
        yield from _workbook(read_bytes(path), name)
    elif path.is_file():
        raise InputError("不是 .xlsx 或 .csv 文件", where=name, todo=SAVE_AS)
    else:
        read_bytes(path)


def text_rows(data: bytes, name: str, words: Words = ROSTER) -> Iterator[list[str]]:
    """The rows of a text table, split by the delimiter that finds most known headers.

    >>> list(text_rows("房号;楼层\\n101;1".encode(), "名册.csv"))
    [['房号', '楼层'], ['101', '1']]
    """
    if data.startswith((ZIP_START, OLE_START)):
        raise InputError(
            "内容是 Excel 工作簿，不是文本", where=name, todo="请把扩展名改回 .xlsx，或另存为 .xlsx"
        )
    text = decoded(data, name)
    return _split(text, max(_DELIMITERS, key=lambda sign: _fit(text, sign, words)), name)


def _fit(text: str, delimiter: str, words: Words) -> int:
    """The most known headers in one of the first rows, split by this delimiter."""
    best = 0
    try:
        for row in islice(_split(text, delimiter, ""), HEADER_ROWS):
            best = max(best, known(row, words))
    except InputError:
        pass
    return best


def _split(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """The rows of a text; a single quotation mark is refused, as it would swallow rows."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            if len(row) > limits.LAST_COLUMN:
                raise InputError(
                    f"有 {len(row)} 栏，太多了",
                    where=f"{name} 第 {number} 行",
                    todo="请只留住户名册要用的栏",
                )
            yield row
    except csv.Error as error:
        raise InputError(
            "引号没有成对，或一格太长",
            where=f"{name} 第 {number + 1} 行",
            todo="请检查这一行的引号",
        ) from error


def _workbook(data: bytes, name: str) -> Iterator[InputTable]:
    """The sheets of an .xlsx."""
    book = opened(data, name, _TOO_LARGE)
    for sheet in book.sheets:
        yield InputTable(book.where(sheet), _rows(book, sheet))


def _rows(book: OpenedBook, sheet: OpenedSheet) -> Iterator[Sequence[object]]:
    """The values of a sheet's rows, each up to its last filled cell."""
    rows: dict[int, dict[int, object]] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.value is not None:
            rows.setdefault(row, {})[column] = _seen(book, cell)
    for number in range(1, max(rows, default=0) + 1):
        cells = rows.get(number, {})
        yield [cells.get(column) for column in range(1, max(cells, default=0) + 1)]


def _seen(book: OpenedBook, cell: Cell) -> object:
    """The value of a cell; a number with a date format is a date."""
    if cell.kind != "n" or cell.style not in book.dates:
        return cell.value
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    try:
        epoch = CALENDAR_MAC_1904 if book.from_1904 else CALENDAR_WINDOWS_1900
        return from_excel(cell.value, epoch)
    except (OverflowError, ValueError):  # a spreadsheet shows it as ####
        return cell.value
