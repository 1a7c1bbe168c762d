"""The numbers and texts that a chart stores beside its references, as a preview shows it.

Without them a phone, mail or WeChat shows the chart of a book empty. openpyxl writes none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.sax.saxutils import escape

from openpyxl.utils import rows_from_range

#: A sheet's values, texts as ``str``, by cell.
Values = Mapping[str, str | float]

_REFERENCE = re.compile(r"<(num|str)Ref><f>([^<]+)</f></\1Ref>")
_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_TEXT = re.compile(r"<t[^>]*>([^<]*)</t>")
_NUMBER = re.compile(r"<v>([^<]*)</v>")


def filled(chart: bytes, values_of: Callable[[str], Values]) -> bytes:
    """A chart's part with a cache in every reference; ``values_of`` gives a sheet by its title."""

    def cached(reference: re.Match[str]) -> str:
        kind, address = reference.groups()
        return (
            f"<{kind}Ref><f>{address}</f>{_cache(kind, unescape(address), values_of)}</{kind}Ref>"
        )

    return _REFERENCE.sub(cached, chart.decode()).encode()


def _cache(kind: str, address: str, values_of: Callable[[str], Values]) -> str:
    """The cache of one reference; a cell without a number has no point among numbers."""
    sheet, area = address.rsplit("!", 1)
    values = values_of(sheet.strip("'"))
    cells = _cells(area)
    found = [values.get(cell, "") for cell in cells]
    points = "".join(
        f'<pt idx="{index}"><v>{escape(str(value))}</v></pt>'
        for index, value in enumerate(found)
        if value != "" and (kind == "str" or not isinstance(value, str))
    )
    shown = "<formatCode>General</formatCode>" if kind == "num" else ""
    return f'<{kind}Cache>{shown}<ptCount val="{len(cells)}"/>{points}</{kind}Cache>'


def _cells(area: str) -> list[str]:
    """The cells of an area, top down.

    >>> _cells("$B$2:$B$4"), _cells("$C$45")
    (['B2', 'B3', 'B4'], ['C45'])
    """
    return [cell for row in rows_from_range(area.replace("$", "")) for cell in row]


def sheet_values(part: bytes) -> dict[str, str | float]:
    """The values of a finished sheet's cells, from its XML.

    >>> part = b'<row><c r="A1" s="3" t="str"><f>1</f><v>a&amp;b</v></c><c r="B1"><v>2.50</v></c></row>'
    >>> sheet_values(part)
    {'A1': 'a&b', 'B1': 2.5}
    """
    cells = _CELL.findall(part.decode())
    return {cell: _value(kind, inside) for cell, kind, inside in cells if inside}


def _value(kind: str, inside: str) -> str | float:
    """The value of a cell, by its type."""
    if 't="inlineStr"' in kind:
        return unescape("".join(_TEXT.findall(inside)))
    found = _NUMBER.search(inside)
    text = unescape(found.group(1)) if found else ""
    if not text or ('t="' in kind and 't="n"' not in kind):
        return text
    number = float(text)
    return int(number) if number.is_integer() else number
