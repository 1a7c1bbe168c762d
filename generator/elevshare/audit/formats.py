"""Number formats that show another number than a cell holds, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from elevshare.audit.finding import Finding
from elevshare.audit.layout import Layout
from elevshare.audit.runs import Difference, runs
from elevshare.intake.opened import OpenedBook
from elevshare.intake.text import shown

_STYLES = "xl/styles.xml"
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_CELL_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_ATTRIBUTE = re.compile(r"(numFmtId|formatCode)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NO_DIGITS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def misleading_format(code: str) -> bool:
    """Whether a number format shows digits of its own, or nothing of a number.

    >>> [misleading_format(code) for code in ('"1,000.00"', ";;;", '0"."\\\\5', '""')]
    [True, True, True, True]
    >>> [misleading_format(code) for code in ("#,##0.00", '"第 "0" 号"', "yyyy-mm-dd;;", "@", "General")]
    [False, False, False, False, False]
    """
    if any(c.isdigit() for one, two in _LITERAL.findall(code) for c in one + two):
        return True
    first = _NO_DIGITS.sub("", code.split(";")[0]).casefold()
    return not any(sign in first for sign in "0#?@ymdhsgeb")


def misleading_formats(book: OpenedBook, layout: Layout) -> Iterator[Finding]:
    """Cells of ours whose number format hides what they hold."""
    styles = _odd_styles(book)
    if not styles:
        return
    for pair in layout.pairs:
        odd = [
            Difference("format-misleading", *place)
            for place, cell in pair.now.cells.items()
            if cell.style in styles and cell.value not in (None, "")
        ]
        for run in runs(odd):
            text = f"{run.count} 格的显示格式会掩盖真实的数字"
            yield Finding(
                "format-misleading", text, shown(pair.now.title), run.area, count=run.count
            )


def _odd_styles(book: OpenedBook) -> set[int]:
    """Numbers of the styles with such a format."""
    if not book.package.has(_STYLES):
        return set()
    text = book.package.read(_STYLES).decode("utf-8", "replace")
    about = [_attributes(match[0]) for match in _FORMAT.finditer(text)]
    odd = {one["numFmtId"] for one in about if misleading_format(one.get("formatCode", "General"))}
    found = _CELL_STYLES.search(text)
    if not odd or not found:
        return set()
    styles = [_attributes(match[0]) for match in _STYLE.finditer(found[0])]
    return {number for number, one in enumerate(styles) if one.get("numFmtId") in odd}


def _attributes(element: str) -> dict[str, str]:
    """Number and code of a format."""
    return {m[1]: unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(element)}
