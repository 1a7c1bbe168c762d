"""Draw a roster on a sheet: titles, headings, lines, what is merged and what is hidden."""

from __future__ import annotations

from drawn_sheet import Cell, Sheet
from roster_draft import Column, Draft, Line


def drawn(draft: Draft) -> list[Sheet]:
    """The sheets of the workbook."""
    sheet = Sheet(draft.title)
    row = draft.top
    for title in draft.titles:
        for number, value in title.items():
            sheet.put(row, draft.left + number, value)
        if len(title) == 1 and 0 in title and draft.rng.random() < 0.5:
            sheet.merge(row, draft.left, row, draft.left + len(draft.columns) - 1)
        row += 1
    for left, lines in _halves(draft):
        _table(draft, sheet, row, left, lines)
    for number, column in enumerate(draft.columns):
        if column.hidden:
            sheet.hidden_columns.add(draft.left + number)
    return [*draft.before, sheet, *draft.after]


def _halves(draft: Draft) -> list[tuple[int, list[Line]]]:
    """The lines and the column they begin at: one table, or two beside each other."""
    if not draft.beside:
        return [(draft.left, draft.lines)]
    half = (len(draft.lines) + 1) // 2
    right = draft.left + len(draft.columns) + draft.rng.randint(0, 1)
    return [(draft.left, draft.lines[:half]), (right, draft.lines[half:])]


def _table(draft: Draft, sheet: Sheet, row: int, left: int, lines: list[Line]) -> None:
    row = _headings(sheet, draft.columns, row, left)
    places = {column.key: left + number for number, column in enumerate(draft.columns)}
    first = row
    for line in lines:
        if line.heading:
            row = _headings(sheet, draft.columns, row, left)
            continue
        for key, cell in line.cells.items():
            if key in places:
                sheet.put(row, places[key], cell)
        if line.wide:
            start, width = places[line.wide[0]], line.wide[1]
            sheet.merge(row, start, row, min(start + width, left + len(places)) - 1)
        if line.hidden:
            sheet.hidden_rows.add(row)
        row += 1
    if not any(line.heading for line in lines):
        for key in (draft.merged | draft.once) & places.keys():
            _runs(draft, sheet, lines, first, places[key], key)


def _headings(sheet: Sheet, columns: list[Column], row: int, left: int) -> int:
    """Write one heading row, or two where a heading has another above it; the row below."""
    two = any(column.group for column in columns)
    for number, column in enumerate(columns, left):
        sheet.put(row, number, column.group or column.heading)
        if two and column.group:
            sheet.put(row + 1, number, column.heading)
        elif two:
            sheet.merge(row, number, row + 1, number)
    start = 0
    while two and start < len(columns):
        end = start
        while end + 1 < len(columns) and columns[end + 1].group == columns[start].group != "":
            end += 1
        if columns[start].group:
            sheet.merge(row, left + start, row, left + end)
        start = end + 1
    return row + (2 if two else 1)


def _runs(draft: Draft, sheet: Sheet, lines: list[Line], row: int, column: int, key: str) -> None:
    """Merge the cells of one column that say the same, or write them once."""
    start = 0
    while start < len(lines):
        end = start
        while end + 1 < len(lines) and _same(lines[start], lines[end + 1], key):
            end += 1
        if key in draft.merged:
            sheet.merge(row + start, column, row + end, column)
        else:
            for below in range(start + 1, end + 1):
                sheet.cells.pop((row + below, column), None)
        start = end + 1


def _same(one: Line, other: Line, key: str) -> bool:
    if not (one.household and other.household) or one.hidden != other.hidden:
        return False
    return one.cells.get(key, Cell()).text == other.cells.get(key, Cell()).text != ""
