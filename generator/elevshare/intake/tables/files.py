"""Read the sheets of a user's table, XLSX or text, as its user sees them."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.tables.headings import meaning
from elevshare.intake.tables.seen import SeenCell, SeenSheet, Stored, text_of
from elevshare.opened import Cell, OpenedBook, OpenedSheet, limits, opened, with_values
from elevshare.opened.areas import area
from elevshare.opened.displayed import displayed
from elevshare.opened.package import SAVE_AS
from elevshare.opened.places import Place
from elevshare.opened.results import missing
from elevshare.opened.user_file import MAX_TABLE, OLE_START, ZIP_START, decoded, read_bytes
from elevshare.text import shown

#: How many rows from the top the heading is looked for in.
HEADING_ROWS = 200
#: A heading with so many columns is the one: no other is looked for.
ENOUGH = 4
_DELIMITERS = ",\t;，"
_WRAPPED = re.compile(r"""="([^"]*)"|'([0-9][^']*)""")
_TOO_LARGE = "请只把要用的表格复制到新的工作簿中保存"


def sheets_of(path: Path, table: str) -> list[SeenSheet]:
    """The sheets of an .xlsx, or the one table of a .csv or .txt.

    Args:
        path: the file.
        table: the table of ``vocabulary`` that is looked for; its headings find the delimiter.

    Raises:
        InputError: it is of another kind than its name says, damaged, or too large.
    """
    kind, name = path.suffix.lower(), shown(path.name)
    if kind in (".csv", ".txt"):
        return [_text_sheet(read_bytes(path, MAX_TABLE), name, table)]
    if kind == ".xlsx":
        return _workbook(opened(read_bytes(path), name, _TOO_LARGE))
    if path.is_file():
        raise InputError("不是 .xlsx 或 .csv 文件", where=name, todo=SAVE_AS)
    read_bytes(path)
    return []


def _text_sheet(data: bytes, name: str, table: str) -> SeenSheet:
    """The one sheet of a text table."""
    rows: dict[int, dict[int, SeenCell]] = {}
    left = limits.CELLS
    for number, row in enumerate(text_rows(data, name, table), 1):
        texts = [(column, _unwrapped(text)) for column, text in enumerate(row, 1)]
        cells = {column: SeenCell(text, text) for column, text in texts if text}
        left -= len(cells)
        if left < 0:
            raise InputError("内容太多", where=name, todo=_TOO_LARGE)
        if cells:
            rows[number] = cells
    return SeenSheet(name, rows=rows)


def _unwrapped(text: str) -> str:
    """A cell without what programs put around a number so that it stays a text.

    >>> _unwrapped('="0101"'), _unwrapped("0101\\t"), _unwrapped("'0101")
    ('0101', '0101', '0101')
    """
    match = _WRAPPED.fullmatch(text.strip())
    return (match[1] or match[2]) if match else text.strip()


def text_rows(data: bytes, name: str, table: str) -> Iterator[list[str]]:
    """The rows of a text table, split by the delimiter that finds most known headings.

    >>> list(text_rows("房号;楼层\\n101;1".encode(), "名册.csv", "名册"))
    [['房号', '楼层'], ['101', '1']]
    """
    if data.startswith((ZIP_START, OLE_START)):
        raise InputError(
            "内容是 Excel 工作簿，不是文本", where=name, todo="请把扩展名改回 .xlsx，或另存为 .xlsx"
        )
    text = decoded(data, name)
    return _split(text, max(_DELIMITERS, key=lambda sign: _fit(text, sign, table)), name)


def _fit(text: str, delimiter: str, table: str) -> int:
    """The most known headings in one of the first rows, split by this delimiter."""
    best = 0
    try:
        for row in islice(_split(text, delimiter, ""), HEADING_ROWS):
            best = max(best, known(row, table))
            if best >= ENOUGH:
                break
    except InputError:
        pass
    return best


def known(texts: Sequence[str], table: str) -> int:
    """How many cells of a row are headings of columns that are used."""
    return len({about.column for text in texts if (about := meaning(table, text)).used})


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
                    todo="请只留要用的栏",
                )
            yield row
    except csv.Error as error:
        raise InputError(
            "引号没有成对，或一格太长",
            where=f"{name} 第 {number + 1} 行",
            todo="请检查这一行的引号",
        ) from error


def _workbook(book: OpenedBook) -> list[SeenSheet]:
    """The sheets of a workbook; formulas without a stored value are computed.

    What cannot be computed is no error until it is needed.
    """
    lacking = {sheet.title: frozenset(missing(sheet)) for sheet in book.sheets}
    trouble: InputError | None = None
    if any(lacking.values()):
        try:
            book = with_values(book)
        except InputError as error:
            trouble = error
    return [
        _sheet(book, sheet, lacking[sheet.title], trouble)
        for sheet in book.sheets
        if sheet.kind == "worksheet"
    ]


def _sheet(
    book: OpenedBook, sheet: OpenedSheet, lacking: frozenset[Place], trouble: InputError | None
) -> SeenSheet:
    """A sheet of a workbook."""
    rows: dict[int, dict[int, SeenCell]] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.value is not None:
            rows.setdefault(row, {})[column] = _seen(book, cell)
    return SeenSheet(
        book.name,
        shown(sheet.title),
        sheet.state != "visible",
        {row: rows[row] for row in sorted(rows)},
        _within(sheet.hidden_rows, rows),
        frozenset(column for span in sheet.hidden_columns for column in span),
        _struck(book, sheet),
        tuple(area(reference) for reference in sheet.merges),
        frozenset() if trouble else lacking,
        dict.fromkeys(lacking, trouble) if trouble else {},
    )


def _struck(book: OpenedBook, sheet: OpenedSheet) -> frozenset[int]:
    """The rows of which most is struck out."""
    if not book.struck:
        return frozenset()
    counts: Counter[int] = Counter()
    for (row, _), cell in sheet.cells.items():
        if cell.value is not None:
            counts[row] += 1 if cell.style in book.struck else -1
    return frozenset(row for row, count in counts.items() if count > 0)


def _within(spans: Sequence[range], numbers: Iterable[int]) -> frozenset[int]:
    """The numbers that are in one of the spans, which are sorted: a span may be very long."""
    starts = [span.start for span in spans]
    found = ((number, bisect(starts, number)) for number in numbers)
    return frozenset(number for number, after in found if after and number in spans[after - 1])


def _seen(book: OpenedBook, cell: Cell) -> SeenCell:
    """A cell as it is seen; a number with a date format is a date."""
    value = cell.value
    if cell.kind != "n" or isinstance(value, str | bool | None):
        return SeenCell(text_of(value), value)
    if cell.style in book.dates:
        day = _date(book, cell)
        return SeenCell(text_of(day), day)
    seen = displayed(value, book.code_of(cell.style))
    return SeenCell(text_of(value) if seen is None else seen.strip(), value)


def _date(book: OpenedBook, cell: Cell) -> Stored:
    """The date of a number; the number where there is no such day."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    try:
        epoch = CALENDAR_MAC_1904 if book.from_1904 else CALENDAR_WINDOWS_1900
        found: Stored = from_excel(cell.value, epoch)
    except (OverflowError, ValueError):  # a spreadsheet shows it as ####
        found = cell.value
    return found
