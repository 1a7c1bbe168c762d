"""Write the cells of a sheet as XML into the part that openpyxl wrote without cells.

openpyxl makes an XML element for every cell, which takes three quarters of the time for a book; our
cells are simple enough to be written as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.descriptors.serialisable import Serialisable
from openpyxl.xml.functions import tostring

from elevshare.opened.xmltext import escape, quoteattr

Value = str | int | float | None

_NO_CELLS, _NO_SIZE = b"<sheetData></sheetData>", b'<dimension ref="A1:A1" />'
_QUOTES = {"'": "&apos;", '"': "&quot;"}
_NEXT = b"<printOptions"


def xml(part: Serialisable) -> bytes:
    """Something that openpyxl holds as an object, as XML."""
    found: Any = tostring(part.to_tree())
    return bytes(found)


def formula_cell(place: str, style: int, formula: str) -> str:
    """A cell with a formula (without its ``=``) and an empty value."""
    return f'<c r="{place}" s="{style}"><f>{escape(formula)}</f><v/></c>'


def value_cell(place: str, style: int, value: Value) -> str:
    """A cell with a number, with a text (never a formula), or blank with a style.

    >>> value_cell("A1", 3, "=1+1")
    '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'

    Raises:
        ValueError: the text has a character that XML cannot carry.
    """
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, str):
        if ILLEGAL_CHARACTERS_RE.search(value):
            raise ValueError(f"{place}: a control character in {value!r}")
        text = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return f'<c r="{place}" s="{style}" t="inlineStr">{text}</c>'
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def value_text(value: str | float) -> str:
    """A formula's value as XML text; numbers without exponent.

    >>> [value_text(value) for value in (2.0, 0.1, 1e-07, -0.0, 1e+16, "a'<b>")]
    ['2', '0.1', '0.0000001', '0', '10000000000000000', 'a&apos;&lt;b&gt;']
    """
    if isinstance(value, str):
        return escape(value, _QUOTES)
    text = repr(float(value)) if value else "0"
    return format(Decimal(text), "f") if "e" in text else text.removesuffix(".0")


def with_cells(
    part: bytes,
    rows: Mapping[int, Mapping[int, str]],
    heights: Mapping[int, float],
    links: Mapping[str, str],
    merges: Sequence[str],
    rules: str,
    size: str,
) -> bytes:
    """A sheet's part with its cells.

    ``heights`` are row → points, ``links`` cell → sheet, ``merges`` areas, ``rules`` conditional
    formats and validations as XML.
    """
    if not all(known in part for known in (_NO_CELLS, _NO_SIZE, _NEXT)):
        raise ValueError("openpyxl no longer writes an empty sheet as it used to")
    data = "".join(_row(row, rows[row], heights.get(row)) for row in sorted(rows))
    part = part.replace(_NO_CELLS, f"<sheetData>{data}</sheetData>".encode(), 1)
    part = part.replace(_NO_SIZE, f'<dimension ref="{size}"/>'.encode(), 1)
    more = f"{_merges(merges) if merges else ''}{rules}{_links(links) if links else ''}"
    return part.replace(_NEXT, more.encode() + _NEXT, 1)


def _row(row: int, cells: Mapping[int, str], height: float | None) -> str:
    """One row, its cells from left to right."""
    tall = "" if height is None else f' ht="{height}" customHeight="1"'
    return f'<row r="{row}"{tall}>{"".join(cells[column] for column in sorted(cells))}</row>'


def _links(links: Mapping[str, str]) -> str:
    """Links inside the book."""
    items = "".join(
        f'<hyperlink ref="{place}" location={quoteattr(f"{title}!A1")} display={quoteattr(title)}/>'
        for place, title in links.items()
    )
    return f"<hyperlinks>{items}</hyperlinks>"


def _merges(areas: Sequence[str]) -> str:
    """Merged cells."""
    items = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f'<mergeCells count="{len(areas)}">{items}</mergeCells>'
