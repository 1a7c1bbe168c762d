"""The same book written by XlsxWriter and by plain openpyxl."""

from __future__ import annotations

from copy import copy
from io import BytesIO
from typing import Any
from unittest.mock import patch

import xlsxwriter
from content import Content, Item, Look, Sheet, paint
from openpyxl import Workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from xlsxwriter.worksheet import Worksheet

from elevshare.workbook.style import named_styles


class XlsxWriterBook:
    """Writes a content by XlsxWriter. What only has to be translated is translated beforehand."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._validations = {
            s.title: [_validation(v) for v in s.validations] for s in content.sheets
        }
        self._merges = {s.title: _merges(s) for s in content.sheets}
        self._conditions = {s.title: _conditions(s) for s in content.sheets}

    def write(self) -> bytes:
        """The book, with the cached values that it was handed."""
        buffer, content = BytesIO(), self._content
        with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
            formats = {number: book.add_format(look) for number, look in content.looks.items()}
            for sheet in content.sheets:
                self._sheet(book, sheet, formats)
            for name, place in content.names.items():
                book.define_name(name, f"={place}")
        return buffer.getvalue()

    def write_unsearched(self) -> bytes:
        """The book without XlsxWriter's own search of every formula for 29 newer functions.

        It has no option for this; a method of it is replaced.
        """
        with patch.object(Worksheet, "_prepare_formula", lambda _, formula, *more: formula[1:]):
            return self.write()

    def _sheet(self, book: Any, sheet: Sheet, formats: dict[int, Any]) -> None:
        """One sheet."""
        page = book.add_worksheet(sheet.title)
        for row, height in sheet.heights.items():
            page.set_row(row - 1, height)
        for letter, width in sheet.widths.items():
            page.set_column(f"{letter}:{letter}", width)
        for corners, look in self._merges[sheet.title]:
            page.merge_range(*corners, "", formats[look])
        for item in sheet.items:
            _put(page, item, formats[item.look])
        for area, rule in self._validations[sheet.title]:
            first, *others = area.split()
            page.data_validation(first, rule | {"other_cells": [list(_corners(a)) for a in others]})
        for area, formula, look in self._conditions[sheet.title]:
            style = book.add_format(look)
            rule = {"type": "formula", "criteria": formula, "format": style, "multi_range": area}
            page.conditional_format(area.split()[0], rule)


def _put(page: Any, item: Item, look: Any) -> None:
    """One cell, by the method that asks least about its value."""
    row, column, value = item.row - 1, item.column - 1, item.value
    if value == "":
        page.write_blank(row, column, None, look)
    elif not isinstance(value, str):
        page.write_number(row, column, value, look)
    elif value.startswith("="):
        page.write_formula(row, column, value, look, item.cached)
    else:
        page.write_string(row, column, value, look)


def _merges(sheet: Sheet) -> list[tuple[tuple[int, ...], int]]:
    """Corners (counted from 0) and look of all merged cells."""
    looks = {(item.row, item.column): item.look for item in sheet.items}
    found = []
    for area in sheet.merges:
        top, left, *_ = corners = _corners(area)
        found.append((corners, looks[top + 1, left + 1]))
    return found


def _corners(area: str) -> tuple[int, ...]:
    """First row and column, last row and column, counted from 0."""
    left, top, right, bottom = range_boundaries(area)
    return top - 1, left - 1, bottom - 1, right - 1


def _validation(found: Any) -> tuple[str, Look]:
    """A data validation as XlsxWriter's options."""
    kind = "length" if found.type == "textLength" else found.type
    rule: Look = {"validate": kind, "ignore_blank": found.allow_blank}
    rule |= {"input_title": found.promptTitle, "input_message": found.prompt}
    rule |= {"error_title": found.errorTitle, "error_message": found.error}
    if found.type == "list":
        words = found.formula1
        rule["source"] = words.strip('"').split(",") if words.startswith('"') else f"={words}"
    else:
        rule |= {"criteria": found.operator or "between"}
        rule |= {"minimum": f"={found.formula1}", "maximum": f"={found.formula2}"}
    return str(found.sqref), rule


def _conditions(sheet: Sheet) -> list[tuple[str, str, Look]]:
    """Area, formula and look of every conditional format."""
    found = []
    for block in sheet.formats:
        for rule in block.rules:
            dxf = rule.dxf
            look = paint(dxf.font, dxf.fill.bgColor if dxf.fill else None, dxf.border)
            if dxf.numFmt:
                look["num_format"] = dxf.numFmt.formatCode
            found.append((str(block.sqref), f"={rule.formula[0]}", look))
    return found


def openpyxl_book(content: Content) -> bytes:
    """The book by openpyxl's ordinary calls, without cached values."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for style in named_styles():
        book.add_named_style(style)
    for sheet in content.sheets:
        page = book.create_sheet(sheet.title)
        for item in sheet.items:
            value = None if item.value == "" else item.value
            page.cell(item.row, item.column, value).style = item.style
        for area in sheet.merges:
            page.merge_cells(area)
        for row, height in sheet.heights.items():
            page.row_dimensions[row].height = height
        for letter, width in sheet.widths.items():
            page.column_dimensions[letter].width = width
        for validation in sheet.validations:
            page.add_data_validation(copy(validation))
        for block in sheet.formats:
            for rule in block.rules:
                page.conditional_formatting.add(str(block.sqref), copy(rule))
    for name, place in content.names.items():
        book.defined_names[name] = DefinedName(name, attr_text=place)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
