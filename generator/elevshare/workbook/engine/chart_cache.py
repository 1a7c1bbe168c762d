"""The numbers and texts that a chart stores beside its references, as a preview shows it.

Without them a phone, mail or WeChat shows the chart of a book empty. openpyxl writes none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.sax.saxutils import escape

from elevshare.opened.areas import address
from elevshare.opened.places import reference

#: A sheet's values, texts as ``str``, by cell.
Values = Mapping[str, str | float]

_REFERENCE = re.compile(r"<(num|str)Ref><f>([^<]+)</f></\1Ref>")


def with_values(chart: bytes, values_of: Callable[[str], Values]) -> bytes:
    """A chart's part with a cache in every reference; ``values_of`` gives a sheet by its title."""

    def cached(found: re.Match[str]) -> str:
        kind, cells = found.groups()
        return f"<{kind}Ref><f>{cells}</f>{_cache(kind, unescape(cells), values_of)}</{kind}Ref>"

    return _REFERENCE.sub(cached, chart.decode()).encode()


def _cache(kind: str, cells: str, values_of: Callable[[str], Values]) -> str:
    """The cache of one reference; a cell without a number has no point among numbers."""
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
