"""Compare the guards of a sheet: protection, locks, validations, merged cells, hidden lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.links import PAPER
from elevshare.audit.moves import Moves
from elevshare.audit.rules import Rule, Rules
from elevshare.audit.runs import Difference, runs
from elevshare.opened import OpenedBook
from elevshare.opened.areas import address
from elevshare.opened.areas import runs as spans_of
from elevshare.opened.places import column_letters
from elevshare.text import shown

#: Attributes of a protection with a password.
_PASSWORDS = ("password", "hashValue")
#: Attributes of a validation that users read.
_PROMPTS = ("promptTitle", "prompt", "errorTitle", "error")
#: Codes in headers and footers: font, size, position, page number.
#: Codes of headers that print a text → what it is.
_PRINTED = {
    "&F": "〔文件名〕",
    "&A": "〔页名〕",
    "&Z": "〔文件夹〕",
    "&D": "〔日期〕",
    "&T": "〔时间〕",
}
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|.)|\s', re.IGNORECASE)


def guards_changed(book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report guards that were removed, added or changed on the sheets of the original."""
    for pair in layout.pairs:
        title = shown(pair.now.title)
        yield from _protection(pair, title)
        yield from _locks(pair, title, book.unlocked, layout.moves)
        yield from _validations(pair, title, layout.moves)
        yield from _prompts(pair, title)
        yield from _merges(pair, title, layout.moves)
        yield from _hidden_rows(pair, title, layout.moves)
        yield from _hidden_columns(pair, title)
        yield from _margins(pair, title)


def _protection(pair: Pair, title: str) -> Iterator[Finding]:
    """Report protection that was removed, given a password, or opened for some areas."""
    if pair.original.opened.protected and not pair.now.protected:
        yield Finding("protection-off", f"“{title}”的工作表保护被撤销", title)
    elif any((pair.now.protection or {}).get(key) for key in _PASSWORDS):
        yield Finding("protection-password", f"“{title}”的工作表保护加了密码", title)
    for area in pair.now.open_areas:
        yield Finding("cell-unlocked", "设成了保护以后也允许编辑的区域", title, shown(area))


def _locks(pair: Pair, title: str, unlocked: set[int], moves: Moves) -> Iterator[Finding]:
    """Report locked cells that are unlocked now, and inputs that are locked now."""
    cells, sheet = pair.cells, pair.original
    found = [
        *(("cell-unlocked", p) for p in sheet.locked() if p in cells and cells[p].style in unlocked),
        *(("input-locked", p) for p in sheet.inputs
          if p in cells and cells[p].style not in unlocked),
    ]  # fmt: skip
    words = {"cell-unlocked": "本来锁定的 {} 格被解锁", "input-locked": "{} 个输入格被锁定"}
    yield from _areas(found, title, sheet.title, words, moves)


def _validations(pair: Pair, title: str, moves: Moves) -> Iterator[Finding]:
    """Report inputs whose validation is missing or changed."""
    after = Rules(pair.now.validations)
    if after == pair.original.rules:
        return
    found: list[tuple[str, tuple[int, int]]] = []
    for place, rule in pair.original.ruled:
        now = moves.place(pair.original.title, place)
        if now is not None and not _same(rule, after.at(now), moves, pair.original.title):
            found.append(("validation-changed", place))
    words = {"validation-changed": "{} 个输入格的填写限制丢失或被改"}
    yield from _areas(found, title, pair.original.title, words, moves)


def _prompts(pair: Pair, title: str) -> Iterator[Finding]:
    """Report texts that pop up beside a cell and that the original does not have."""
    before, now = (
        {
            text: one.cells
            for one in some
            for key in _PROMPTS
            if (text := one.attributes.get(key, "").strip())
        }
        for some in (pair.original.opened.validations, pair.now.validations)
    )
    for text in sorted(set(now) - set(before)):
        words = f"点到格子时跳出来的话被改成“{shown(text)}”"
        yield Finding("prompt-changed", words, title, shown(now[text]), now=shown(text))


def _same(before: Rule, now: Rule | None, moves: Moves, sheet: str) -> bool:
    """Return whether a validation is unchanged, apart from moved cells."""
    return before == now or (now is not None and before.moved(moves, sheet) == now)


def _areas(
    found: Iterable[tuple[str, tuple[int, int]]],
    title: str,
    sheet: str,
    words: Mapping[str, str],
    moves: Moves,
) -> Iterator[Finding]:
    """Report (kind, original cell) pairs by area; ``words`` has the message of each kind."""
    places = ((kind, moves.place(sheet, place)) for kind, place in found)
    for run in runs(Difference(kind, *place) for kind, place in places if place):
        kind = run.first.kind
        yield Finding(kind, words[kind].format(run.count), title, run.area, count=run.count)


def _merges(pair: Pair, title: str, moves: Moves) -> Iterator[Finding]:
    """Report merged areas that were added or split."""
    before = {moves.formula(area, pair.original.title) for area in pair.original.opened.merges}
    now = {area.replace("$", "") for area in pair.now.merges}
    before, now = ({one for one in areas if not _single(one)} for areas in (before, now))
    for area in sorted(before - now):
        yield Finding("merge-changed", "合并的格子被拆开", title, area, was=area)
    for area in sorted(now - before):
        yield Finding("merge-changed", "有格子被合并", title, area, now=area)


def _single(area: str) -> bool:
    """Return whether an area is a single cell, which some programs store as merged.

    >>> _single("E16:E16"), _single("E16"), _single("E16:F16")
    (True, True, False)
    """
    first, _, last = area.partition(":")
    return last in ("", first)


def _hidden_rows(pair: Pair, title: str, moves: Moves) -> Iterator[Finding]:
    """Report rows within the area of the original sheet that cannot be seen, though they were made so."""
    sheet, (bottom, _) = pair.original, pair.original.size
    low = {
        place[0]
        for span in sheet.opened.hidden_rows
        for row in span
        if (place := moves.place(sheet.title, (row, 1)))
    }
    every = {
        row
        for span in pair.now.hidden_rows
        for row in range(span.start, min(span.stop, bottom + 1))
    } - low
    areas = [_rows_of(text) for text in pair.now.filtered]
    left_out = {row for row in every if any(row in rows for rows in areas)}
    for kind, rows, why in (
        ("rows-filtered", left_out, "行没有显示：筛选还没有取消；点“数据→清除”就都显示"),
        ("rows-hidden", every - left_out, "行被隐藏，或压得看不见"),
    ):
        for span in spans_of(rows):
            first, last = span.start, span.stop - 1
            lines = f"{first} 到 {last}" if last > first else f"{first}"
            text, where = f"第 {lines} {why}", f"{first}:{last}"
            yield Finding(kind, text, title, where, count=last - first + 1)


def _rows_of(text: str) -> range:
    """The rows of an area below its first, which has the heads; none where it is no area."""
    try:
        _, found = address(text)
    except ValueError:
        return range(0)
    return range(found.top + 1, found.bottom + 1)


def _hidden_columns(pair: Pair, title: str) -> Iterator[Finding]:
    """Report hidden columns within the area of the original sheet."""
    _, right = pair.original.size
    for span in pair.now.hidden_columns:
        if span.start <= right:
            first, last = column_letters(span.start), column_letters(span.stop - 1)
            lines = f"{first} 到 {last}" if len(span) > 1 else first
            text, area = f"{lines} 列被隐藏，或压得看不见", f"{first}:{last}"
            yield Finding("columns-hidden", text, title, area, count=len(span))


def _printed(code: re.Match[str]) -> str:
    """What a code of a header prints besides numbers of pages: the name of the file or sheet, a day."""
    return _PRINTED.get(code[0].upper(), "")


def _margins(pair: Pair, title: str) -> Iterator[Finding]:
    """Report texts in headers and footers that the original does not have."""
    before, now = (
        {text for one in sheet.margins.values() if (text := _CODES.sub(_printed, one))}
        for sheet in (pair.original.opened, pair.now)
    )
    for text in sorted(now - before):
        printed = shown(text)
        words = f"每页上面或下面印的字被改成“{printed}”"
        kind = "paper-typed" if pair.original.role == PAPER else "margins-changed"
        yield Finding(kind, words, title, now=printed)
