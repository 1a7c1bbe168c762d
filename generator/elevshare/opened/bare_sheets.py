"""A worksheet with nothing but cells, for an engine that is not given a file from outside."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.opened.model import Cell
from elevshare.opened.places import Place, reference
from elevshare.opened.xmltext import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: How the kind of a constant is written.
_KINDS = {"n": "", "s": ' t="str"', "b": ' t="b"', "e": ' t="e"'}


def bare_sheet(cells: Mapping[Place, Cell]) -> bytes:
    """Return the XML of a worksheet with some cells; formulas are without stored values.

    >>> bare_sheet({(2, 1): Cell("1+1", 2, "n", 0)}).decode()[-65:]
    '<row r="2"><c r="A2"><f>1+1</f></c></row></sheetData></worksheet>'
    """
    rows: dict[int, list[str]] = {}
    for place, cell in sorted(cells.items()):
        if cell.formula is not None or cell.value is not None:
            rows.setdefault(place[0], []).append(_cell(reference(*place), cell))
    lines = (f'<row r="{row}">{"".join(found)}</row>' for row, found in rows.items())
    text = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    return text.encode("utf-8", "surrogatepass")


def _cell(name: str, cell: Cell) -> str:
    """Return the XML of a cell."""
    if cell.formula is not None:
        return f'<c r="{name}"><f>{escape(cell.formula)}</f></c>'
    value = int(cell.value) if isinstance(cell.value, bool) else cell.value
    return f'<c r="{name}"{_KINDS[cell.kind]}><v>{escape(str(value))}</v></c>'
