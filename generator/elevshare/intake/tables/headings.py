"""What a heading means: its column, its unit, and whether a qualifier changes the meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from elevshare import vocabulary
from elevshare.vocabulary import UNUSED, folded

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】|<([^<>]*)>|「([^「」]*)」")
_NOISE = re.compile(r"[*:：。．.、,;★※#]+$|^[*:★※#]+")
_SPLIT = re.compile(r"[/、,，;；|和及或]")
#: Headings kept in memory: a file has few, and the same in every file of a batch.
_KEPT = 4096
#: A longer text is no heading; to take it apart would take long.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading means.

    Attributes:
        column: the column of ``vocabulary.columns``, ``UNUSED`` if it is known and not used, or
            ``None`` if it is not understood.
        unit: yuan in the unit of an amount, such as 10,000 for 万元; 0 where none is stated.
        doubt: the qualifier because of which a known word was not taken, or empty.
        meant: the column that the word means without the qualifier.
    """

    column: str | None = None
    unit: int = 0
    doubt: str = ""
    meant: str = ""

    @property
    def used(self) -> bool:
        """Whether it names a column that is read."""
        return self.column not in (None, UNUSED)


def meaning(table: str, *texts: str) -> Heading:
    """The meaning of a heading in a table of ``vocabulary``.

    ``texts`` are the cells of the heading from the top down: above 套内 and 建筑 there may be 面积.

    >>> meaning("名册", "建筑面积（㎡）").column, meaning("名册", "补偿（万元）").unit
    ('建筑面积', 10000)
    >>> meaning("名册", "面积（套内）").column, meaning("名册", "面积", "建筑").column
    ('不用', '建筑面积')
    >>> meaning("名册", "面积（变更前）")
    Heading(column=None, unit=0, doubt='变更前', meant='建筑面积')
    """
    if any(len(text) > _LONGEST for text in texts):
        return Heading()
    return _meaning(table, *[folded(text) for text in texts if text.strip()])


def bare(table: str, text: str) -> str:
    """The words of a heading without brackets, stars and unit.

    >>> bare("名册", "*使用面积（㎡）"), bare("名册", "使用面积㎡")
    ('使用面积', '使用面积')
    """
    return _plain(table, _parts(table, folded(text))[0]).base


@lru_cache(_KEPT)
def _meaning(table: str, *texts: str) -> Heading:
    """The same for folded texts."""
    found: _Words | None = None
    for text in texts:
        found = _below(table, found, *_parts(table, text))
    return found.heading(table) if found else Heading()


@dataclass(frozen=True, slots=True)
class _Words:
    """A heading that is being understood: its words so far, and what is known of them."""

    base: str
    column: str | None
    unit: int
    doubt: str

    def heading(self, table: str) -> Heading:
        """What it means; a word with a doubtful qualifier means nothing."""
        if self.column is None or self.column == UNUSED:
            return Heading(self.column)
        if self.unit and _kind(table, self.column) != "money":
            return Heading(doubt=self.doubt or _unit_name(self.unit), meant=self.column)
        if self.doubt:
            return Heading(doubt=self.doubt, meant=self.column)
        return Heading(self.column, self.unit)


def _unit_name(yuan: int) -> str:
    """What a unit of money is called."""
    return next(name for name, times in vocabulary.units().items() if times == yuan)


def _kind(table: str, column: str | None) -> str:
    """What a column holds."""
    about = vocabulary.columns(table).get(column or "")
    return about.kind if about else ""


def _parts(table: str, text: str) -> tuple[str, list[str]]:
    """The words of a heading outside its brackets, and what stands in each bracket."""
    inside = [
        part
        for groups in _BRACKETS.findall(text)
        for group in groups
        if group
        for part in ([group] if _harmless(group) or _is_rate(group) else _SPLIT.split(group))
        if part
    ]
    base = _NOISE.sub("", _BRACKETS.sub("", text))
    return base, inside


def _below(table: str, above: _Words | None, base: str, inside: Sequence[str]) -> _Words:
    """The words of a heading below those of the row above it."""
    words = _qualified(table, _plain(table, base), inside)
    return _combined(table, above, words) if above else words


def _plain(table: str, base: str) -> _Words:
    """The words outside brackets: known as they are, with a unit behind, or several of one meaning."""
    known = vocabulary.headings(table)
    if base in known or not base:
        return _Words(base, known.get(base), 0, "")
    if (unit := _unit(base)) is not None:
        return _Words("", None, unit, "")
    for size in range(len(base) - 1, 0, -1):
        rest = _NOISE.sub("", base[:size]).rstrip("/-_")
        if rest in known and (unit := _unit(base[size:])) is not None:
            return _Words(rest, known[rest], unit, "")
    pieces = [piece for piece in _SPLIT.split(base) if piece]
    if len(pieces) > 1:
        first = _plain(table, pieces[0])
        about = vocabulary.columns(table).get(first.column or "")
        beside = about.beside if about else ()
        return _qualified(table, first, [part for part in pieces[1:] if part not in beside])
    return _Words(base, None, 0, "")


def _qualified(table: str, words: _Words, more: Sequence[str]) -> _Words:
    """The words with those of brackets, each a unit, harmless, of the same meaning, or a doubt."""
    known = vocabulary.headings(table)
    for part in more:
        unit = _unit(part)
        joined = known.get(part + words.base) or known.get(words.base + part)
        alone = known.get(part)
        if unit is not None:
            words = replace(words, unit=unit or words.unit)
        elif words.column is None and not words.base:
            words = replace(words, column=alone, base=part)
        elif joined or alone == UNUSED:
            words = replace(words, column=joined or alone)
        elif not (_harmless(part) or alone == words.column or words.column == UNUSED):
            words = replace(words, doubt=part)
    return words


def _combined(table: str, above: _Words, below: _Words) -> _Words:
    """The words of two rows of a heading."""
    known, unit = vocabulary.headings(table), below.unit or above.unit
    joined = known.get(above.base + below.base) or known.get(below.base + above.base)
    doubt = below.doubt or above.doubt
    if joined and above.base and below.base:
        return _Words(below.base, joined, unit, doubt)
    if not below.base:
        return replace(above, unit=unit, doubt=doubt)
    if below.column is None and above.column not in (None, UNUSED):
        return replace(above, unit=unit, doubt=doubt or below.base)
    neutral = not above.base or _harmless(above.base) or above.column not in (None, UNUSED)
    if below.column == UNUSED or below.column is None or neutral:
        return replace(below, unit=unit, doubt=doubt)
    return replace(below, unit=unit, doubt=doubt or above.base)


def _is_rate(text: str) -> bool:
    """Whether a text is an amount for something, such as 元/m2: that is no unit of an amount."""
    return "/" in text and _unit(text.partition("/")[0]) is not None


def _harmless(text: str) -> bool:
    """Whether a qualifier leaves the meaning as it is.

    >>> _harmless("以房产证为准"), _harmless("以套内为准")
    (True, False)
    """
    if any(word in text for word in vocabulary.words("栏名", "有碍")):
        return False
    return vocabulary.harmless().fullmatch(text) is not None


def _unit(text: str) -> int | None:
    """Yuan in a unit of money, 0 for a unit of area, ``None`` for no unit."""
    plain = text.removeprefix("单位:").removeprefix("单位").strip(":/-_")
    if plain in vocabulary.words("单位", "面积"):
        return 0
    return vocabulary.units().get(plain)
