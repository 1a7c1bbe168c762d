"""Rows and columns inserted, deleted and sorted as a spreadsheet program does it, formulas following."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.sax.saxutils import escape

from bookfile import BookFile
from openpyxl.formula import Tokenizer
from openpyxl.utils import column_index_from_string, get_column_letter

#: A line of before → the line of after, ``None`` where it was deleted.
Lines = Callable[[int], int | None]
_END = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)$")


def insert_rows(file: BookFile, title: str, at: int, count: int = 1) -> None:
    """Insert empty rows before row ``at``."""
    _move(file, title, lambda row: row + count if row >= at else row, None)


def delete_rows(file: BookFile, title: str, at: int, count: int = 1) -> None:
    """Delete rows from ``at`` on."""
    gone = range(at, at + count)
    _move(file, title, lambda row: None if row in gone else row - count * (row > at), None)


def insert_columns(file: BookFile, title: str, at: int, count: int = 1) -> None:
    """Insert empty columns before column ``at``."""
    _move(file, title, None, lambda column: column + count if column >= at else column)


def delete_columns(file: BookFile, title: str, at: int) -> None:
    """Delete one column."""
    _move(file, title, None, lambda column: None if column == at else column - (column > at))


def sort_rows(file: BookFile, title: str, order: dict[int, int]) -> None:
    """Put whole rows into another order: row → where it goes; formulas follow in their own row."""
    path = file.path(title)
    rows = dict(re.findall(r'(<row r="\d+"[^>]*>)(.*?)</row>', file.text(path), re.DOTALL))
    old = {int(re.search(r'r="(\d+)"', head)[1]): (head, body) for head, body in rows.items()}
    text = file.text(path)
    for row, target in order.items():
        body = old[row][1].replace("\0", "")
        body = re.sub(rf'r="([A-Z]+){row}"', rf'r="\g<1>{target}"', body)
        body = re.sub(
            rf"(?<![!:\d])(\$?[A-Z]{{1,3}}){row}(?!\d)(?![^<]*\">)", rf"\g<1>{target}", body
        )
        head, before = old[target]
        text = text.replace(f"{head}{before}</row>", f"{head}\0{body}</row>")
    file.parts[path] = text.replace("\0", "").encode()


def _move(file: BookFile, title: str, rows: Lines | None, columns: Lines | None) -> None:
    """Move the lines of a sheet; every formula, name and rule of the book follows."""
    rows, columns = rows or (lambda n: n), columns or (lambda n: n)
    for sheet in file.titles:
        path = file.path(sheet)

        def formula(match: re.Match[str], sheet: str = sheet) -> str:
            moved = _formula(unescape(match[2]), sheet, title, rows, columns)
            return match[1] + escape(moved) + match[3]

        text = re.sub(r"(<f>)(.*?)(</f>)", formula, file.text(path))
        text = re.sub(r"(<formula[12]?>)(.*?)(</formula[12]?>)", formula, text)
        file.parts[path] = text.encode()
    names = file.text("xl/workbook.xml")
    file.parts["xl/workbook.xml"] = re.sub(
        r"(<definedName name=\"\w+\">)(.*?)(</definedName>)",
        lambda m: m[1] + escape(_formula(unescape(m[2]), "", title, rows, columns)) + m[3],
        names,
    ).encode()
    _move_cells(file, title, rows, columns)


def _move_cells(file: BookFile, title: str, rows: Lines, columns: Lines) -> None:
    """The cells of a sheet, its merged areas and the areas of its rules."""
    path = file.path(title)
    found = re.findall(r'<row r="(\d+)"([^>]*)>(.*?)</row>', file.text(path), re.DOTALL)
    lines = []
    for number, about, body in found:
        row = rows(int(number))
        if row is None:
            continue
        cells = []
        for letters, rest in re.findall(
            r'<c r="([A-Z]+)\d+"((?: [^>]*?)?(?:/>|>.*?</c>))', body, re.DOTALL
        ):
            column = columns(column_index_from_string(letters))
            if column is not None:
                cells.append(f'<c r="{get_column_letter(column)}{row}"{rest}')
        lines.append(f'<row r="{row}"{about}>{"".join(cells)}</row>')
    file.sub(
        path, r"<sheetData>.*?</sheetData>", lambda _: f"<sheetData>{''.join(lines)}</sheetData>"
    )

    def areas(match: re.Match[str]) -> str:
        moved = [_area(area, rows, columns) for area in match[2].split()]
        return f'{match[1]}"{" ".join(area for area in moved if area)}"'

    text = re.sub(r'((?:sqref|<mergeCell ref)=)"([A-Z0-9: $]+)"', areas, file.text(path))
    file.parts[path] = text.replace('<mergeCell ref=""/>', "").encode()


def _formula(formula: str, own: str, title: str, rows: Lines, columns: Lines) -> str:
    """A formula that follows."""
    if own != title and title not in formula:
        return formula
    tokens = Tokenizer("=" + formula)
    for token in tokens.items:
        if token.type == "OPERAND" and token.subtype == "RANGE":
            sheet, mark, area = token.value.rpartition("!")
            if (sheet.strip("'") or own) == title:
                token.value = sheet + mark + (_area(area, rows, columns) or "#REF!")
    return "".join(token.value for token in tokens.items)


def _area(area: str, rows: Lines, columns: Lines) -> str:
    """An area that follows; empty where all of it is gone, names as they are."""
    ends = [_END.match(end) for end in area.split(":")]
    if None in ends:
        return area
    down = [int(end[4]) for end in ends]
    across = [column_index_from_string(end[2]) for end in ends]
    down, across = _span(down, rows), _span(across, columns)
    if not down or not across:
        return ""
    return ":".join(
        f"{end[1]}{get_column_letter(column)}{end[3]}{row}"
        for end, row, column in zip(ends, down, across, strict=True)
    )


def _span(ends: list[int], lines: Lines) -> list[int]:
    """Both ends of what is left of a span."""
    left = [n for n in (lines(line) for line in range(ends[0], ends[-1] + 1)) if n is not None]
    return [left[0], left[-1]][: len(ends)] if left else []
