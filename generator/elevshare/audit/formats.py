"""Find number formats that show another number than the cell holds, or hide it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.runs import Difference, runs
from elevshare.opened import Cell, OpenedBook
from elevshare.text import shown

#: Literal text in a format: quoted, escaped, a currency, or repeated to fill the cell.
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)|\[\$([^\]-]*)|\*(.)')
_NO_DIGITS = re.compile(r'"[^"]*"|[\\!].|\[[^\]]*\]|_.|\*.')
_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)')
#: A comma behind the digits shows thousands only; a condition chooses among the sections.
_THOUSANDS = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION, _WHITE = re.compile(r"\[[<>=]"), re.compile(r"\[(?:white|白色?)\]", re.IGNORECASE)
_SIGNED = re.compile(r'[-(\["\\]')
_MARKS = ".,．，"


def misleading_format(code: str) -> bool:
    """Return whether a number format adds digits, leaves out part of a number, or hides it.

    >>> [misleading_format(code) for code in ('"1,000.00"', ";;;", '0"."\\\\5', '""', '0"贰"')]
    [True, True, True, True, True]
    >>> [misleading_format(code) for code in ("0.00,", "0.00;0.00", '0.0;[<9]0;"免"', "[White]0")]
    [True, True, True, True]
    >>> [misleading_format(code) for code in ("#,##0.00", '"第 "0" 号"', "yyyy-mm-dd;;", "@", "General")]
    [False, False, False, False, False]
    >>> misleading_format('"多 "#,##0.00;"少 "#,##0.00;"不变"'), misleading_format("0.00;[Red]0.00")
    (False, False)
    """
    written = "".join("".join(groups) for groups in _LITERAL.findall(code))
    if any(c.isnumeric() or c in _MARKS for c in written) or _WHITE.search(code):
        return True
    sections = _SECTIONS.findall(code)[:3]
    plain = [_NO_DIGITS.sub("", one).casefold() for one in sections]
    shows = [any(sign in one for sign in "0#?@ymdhsgeb") for one in plain]
    if not any(shows[:1]) or any(_THOUSANDS.search(one) for one in plain):
        return True
    if _CONDITION.search(code):
        return not all(shows)
    return any(shows[1:2]) and not _SIGNED.search(sections[1])


def misleading_formats(book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report cells and conditional formats that show something else than the cells hold."""
    styles = {n for n, codes in book.formats.items() if any(map(misleading_format, codes))}
    for pair in layout.pairs:
        title = shown(pair.now.title)
        odd = [
            Difference("format-misleading", *place)
            for place, cell in pair.now.cells.items()
            if cell.style in styles and cell.value not in (None, "")
        ]
        odd += _dated(book, pair, layout)
        for run in runs(odd):
            text = f"{run.count} 格的显示格式会掩盖真实的数字"
            yield Finding("format-misleading", text, title, run.area, count=run.count)
        for area in _conditional_formats(book, pair):
            text = "条件格式换了显示的数字，会掩盖真实的数字"
            yield Finding("format-misleading", text, title, area)


def _dated(book: OpenedBook, pair: Pair, layout: FoundLayout) -> Iterator[Difference]:
    """Find locked numbers that are formatted as dates now and were not in the original."""
    for place in pair.original.locked():
        cell: Cell | None = pair.cells.get(place)
        if cell is None or cell.style not in book.dates or place in pair.original.dated:
            continue
        now = layout.moves.place(pair.original.title, place)
        if now is not None and isinstance(cell.value, int | float):
            yield Difference("format-misleading", *now)


def _conditional_formats(book: OpenedBook, pair: Pair) -> Iterator[str]:
    """Return the areas of misleading conditional formats; ours hide empty papers only."""
    for area, number in pair.now.conditional_formats:
        code = book.conditional_codes.get(number)
        ours = pair.original.veiled and code is not None and not code.strip('";')
        if code is not None and not ours and misleading_format(code):
            yield shown(area)
    if any(map(misleading_format, pair.now.own_formats)):
        yield ""
