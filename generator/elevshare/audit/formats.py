"""Number formats that show another number than a cell holds, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.runs import Difference, runs
from elevshare.opened import Cell, OpenedBook
from elevshare.text import shown

#: What a format writes of its own: in quotes, behind a sign, as a currency, over and over.
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)|\[\$([^\]-]*)|\*(.)')
_NO_DIGITS = re.compile(r'"[^"]*"|[\\!].|\[[^\]]*\]|_.|\*.')
_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)')
#: A comma behind the digits shows thousands only; a condition chooses among the sections.
_THOUSANDS = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION, _WHITE = re.compile(r"\[[<>=]"), re.compile(r"\[(?:white|白色?)\]", re.IGNORECASE)
_SIGNED = re.compile(r'[-(\["\\]')
_MARKS = ".,．，"


def misleading_format(code: str) -> bool:
    """Whether a number format shows figures of its own, not all of a number, or nothing of it.

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
    told = [any(sign in one for sign in "0#?@ymdhsgeb") for one in plain]
    if not any(told[:1]) or any(_THOUSANDS.search(one) for one in plain):
        return True
    if _CONDITION.search(code):
        return not all(told)
    return any(told[1:2]) and not _SIGNED.search(sections[1])


def misleading_formats(book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Cells of ours whose number format hides what they hold."""
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
        for area in _looks(book, pair):
            text = "条件格式换了显示的数字，会掩盖真实的数字"
            yield Finding("format-misleading", text, title, area)


def _dated(book: OpenedBook, pair: Pair, layout: FoundLayout) -> Iterator[Difference]:
    """Numbers that nobody types and that now look like dates."""
    for place in pair.original.locked():
        cell: Cell | None = pair.cells.get(place)
        if cell is None or cell.style not in book.dates or place in pair.original.dated:
            continue
        now = layout.moves.place(pair.original.title, place)
        if now is not None and isinstance(cell.value, int | float):
            yield Difference("format-misleading", *now)


def _looks(book: OpenedBook, pair: Pair) -> Iterator[str]:
    """Areas where a conditional look shows other numbers; our own hides all of an empty paper."""
    for area, number in pair.now.looks:
        code = book.look_formats.get(number)
        ours = pair.original.veiled and code is not None and not code.strip(";")
        if code is not None and not ours and misleading_format(code):
            yield shown(area)
    if any(map(misleading_format, pair.now.own_formats)):
        yield ""
