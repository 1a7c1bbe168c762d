"""Store in a chart the numbers and texts of the cells that it refers to.

openpyxl stores none, and without them a preview on a phone, in a mail or in WeChat shows an empty
chart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from elevshare.opened.areas import address
from elevshare.opened.places import reference
from elevshare.opened.xmltext import escape

#: A sheet's values, texts as ``str``, by cell.
Values = Mapping[str, str | float]

_REFERENCE = re.compile(r"<(num|str)Ref><f>([^<]+)</f></\1Ref>")


def with_values(chart: bytes, values_of: Callable[[str], Values]) -> bytes:
    """A chart's XML with a cache in every reference; ``values_of`` takes a sheet's title."""

    def cached(found: re.Match[str]) -> str:
        kind, cells = found.groups()
        return f"<{kind}Ref><f>{cells}</f>{_cache(kind, unescape(cells), values_of)}</{kind}Ref>"

    return _REFERENCE.sub(cached, chart.decode()).encode()


def _cache(kind: str, cells: str, values_of: Callable[[str], Values]) -> str:
    """The cache of one reference; in a cache of numbers a cell without a number is left out."""
    title, area = address(cells)
    values = values_of(title)
    found = [values.get(reference(*place), "") for place in area.places]
    points = "".join(
        f'<pt idx="{index}"><v>{escape(str(value))}</v></pt>'
        for index, value in enumerate(found)
        if value != "" and (kind == "str" or not isinstance(value, str))
    )
    shown = "<formatCode>General</formatCode>" if kind == "num" else ""
    return f'<{kind}Cache>{shown}<ptCount val="{area.size}"/>{points}</{kind}Cache>'
