"""Write sheets as the programs of ordinary people write them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import openpyxl
import xlsxwriter
from drawn_sheet import Sheet
from openpyxl.utils import get_column_letter

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
DELIMITERS = (",", "\t", ";", "，")


def by_openpyxl(path: Path, sheets: list[Sheet]) -> None:
    """Texts in the cells themselves, formulas without a stored value."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for drawn in sheets:
        sheet = book.create_sheet(drawn.title)
        for (row, column), cell in drawn.cells.items():
            written = sheet.cell(row, column)
            written.value = f"={cell.formula}" if cell.formula else cell.value
            written.number_format = cell.form
            if isinstance(cell.value, str):
                written.data_type = "s"
        for top, left, bottom, right in drawn.merged:
            sheet.merge_cells(None, top, left, bottom, right)
        for row in drawn.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in drawn.hidden_columns:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        sheet.sheet_state = "hidden" if drawn.hidden else "visible"
    book.active = next(n for n, drawn in enumerate(sheets) if not drawn.hidden)
    book.save(path)


def by_xlsxwriter(path: Path, sheets: list[Sheet]) -> None:
    """Shared texts, formulas with the value that is stored beside them."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_numbers": False})
    forms = {form: book.add_format({"num_format": form}) for form in _forms(sheets)}
    for drawn in sheets:
        sheet = book.add_worksheet(drawn.title)
        for top, left, bottom, right in drawn.merged:
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for (row, column), cell in drawn.cells.items():
            form = forms[cell.form]
            if cell.formula:
                sheet.write_formula(row - 1, column - 1, f"={cell.formula}", form, cell.value)
            elif isinstance(cell.value, str):
                sheet.write_string(row - 1, column - 1, cell.value, form)
            else:
                sheet.write(row - 1, column - 1, cell.value, form)
        for row in drawn.hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for column in drawn.hidden_columns:
            sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
        if drawn.hidden:
            sheet.hide()
    next(
        sheet for sheet, drawn in zip(book.worksheets(), sheets, strict=True) if not drawn.hidden
    ).activate()
    book.close()


def _forms(sheets: list[Sheet]) -> set[str]:
    return {cell.form for drawn in sheets for cell in drawn.cells.values()} | {"General"}


def by_text(path: Path, sheets: list[Sheet], rng: Random) -> None:
    """What is seen of the first sheet, in an encoding and with a delimiter by chance."""
    (drawn,) = sheets
    last_row, last_column = (max(side) for side in zip(*drawn.cells, strict=True))
    out = io.StringIO(newline="")
    writer = csv.writer(
        out, delimiter=rng.choice(DELIMITERS), lineterminator=rng.choice(("\r\n", "\n"))
    )
    ragged = rng.random() < 0.3
    for row in range(1, last_row + 1):
        texts = [_text(drawn, row, column) for column in range(1, last_column + 1)]
        while ragged and texts and not texts[-1]:
            texts.pop()
        writer.writerow(texts)
    path.write_bytes(out.getvalue().encode(rng.choice(ENCODINGS)))


def _text(drawn: Sheet, row: int, column: int) -> str:
    cell = drawn.cells.get((row, column))
    return cell.text if cell else ""
