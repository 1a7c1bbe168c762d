"""The replacements that turn what people write into plain text, in the order of their use.

A step is a text and what replaces it, as in SUBSTITUTE. The texts of quantities stand in
brackets, so that a step can remove a unit at the end (``㎡〕``) without touching any other place; a blank
between two digits stays, and is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from elevshare.vocabulary import listed

Step = tuple[str, str]
Steps = tuple[Step, ...]

#: The brackets of texts that are looked up: hardly anybody types them, and no program takes them
#: for a part of a formula.
OPEN, CLOSE = "〔〕"
#: Full-width forms stand this far from the ASCII characters.
_WIDE = 0xFEE0
_UNSEEN: Steps = (("\r", ""), ("\u200b", ""), ("\ufeff", ""))
_BLANKS: Steps = (("\t", " "), ("\u00a0", " "), ("\u3000", " "))
#: For names and quantities: every blank becomes a plain one, nothing unseen is left.
TEXT: Steps = (("\n", " "), *_BLANKS, *_UNSEEN)
#: For words: no blanks at all.
BARE: Steps = (*((old, "") for old, _ in TEXT), (" ", ""))
_DIGITS: Steps = tuple((chr(ord(digit) + _WIDE), digit) for digit in "0123456789")
#: For rooms: a line break within is none, and figures are in half width.
ROOM: Steps = (("\n", ""), *_BLANKS, *_UNSEEN, *_DIGITS, ("－", "-"))
_MARKS: Steps = (("．", "."), ("，", ","))
_SQUARE: Steps = (("㎡", "m2"), ("²", "2"), ("ｍ", "m"))
#: From the digits of a number to its shape: 0, 0.0 and so on, without thousands commas.
SHAPE: Steps = (*((digit, "0") for digit in "123456789"), (",000", ""), *(("00", "0"),) * 4)
#: The shapes of numbers; what a text in brackets of another shape holds is no number.
SHAPES = "〔0〕〔0.0〕〔0.〕〔.0〕"
#: What is left of a number's text once brackets and commas are gone can be calculated with.
NUMBER: Steps = ((OPEN, ""), (CLOSE, ""), (",", ""))
#: The end of an amount in units of 10,000 yuan.
TEN_THOUSANDS = f"万{CLOSE}"


@cache
def of_area() -> Steps:
    """The steps for an area in m².

    >>> applied("〔８０．５ 平方米〕", of_area()), applied("〔80㎡〕", of_area())
    ('〔80.5〕', '〔80〕')
    """
    return (*_DIGITS, *_MARKS, *_SQUARE, *_ends("单位", "面积"))


@cache
def of_coefficient() -> Steps:
    """The steps for a coefficient, which has no unit.

    >>> applied("〔１．５ 〕", of_coefficient())
    '〔1.5〕'
    """
    return (*_DIGITS, *_MARKS, (f" {CLOSE}", CLOSE), (f"{OPEN} ", OPEN))


@cache
def of_amount() -> Steps:
    """The steps for an amount of money.

    >>> applied("〔￥1,200 元〕", of_amount()), applied("〔1.5万元〕", of_amount())
    ('〔1,200〕', '〔1.5万〕')
    """
    return (*_DIGITS, *_MARKS, *_ends("单位", "元"), *_starts("簿子", "金额前"))


@cache
def of_storey() -> Steps:
    """The steps for the number of a storey.

    >>> applied("〔第３层〕", of_storey()), applied("〔十二楼〕", of_storey())
    ('〔3〕', '〔十二〕')
    """
    return (*_DIGITS, *_ends("簿子", "楼层后"), *_starts("簿子", "楼层前"))


def bracketed(text: str) -> str:
    """A text in brackets.

    >>> bracketed("3层")
    '〔3层〕'
    """
    return f"{OPEN}{text}{CLOSE}"


def applied(text: str, steps: Iterable[Step]) -> str:
    """A text after some steps."""
    for old, new in steps:
        text = text.replace(old, new)
    return text


def cases(name: str) -> Iterator[str]:
    """A word as listed, and in upper and lower case.

    >>> sorted(cases("m2"))
    ['M2', 'm2']
    """
    return iter(dict.fromkeys((name, name.upper(), name.lower())))


def wide(name: str) -> str:
    """An ASCII word in full-width characters; any other text as it is.

    >>> wide("Y"), wide("是")
    ('Ｙ', '是')
    """
    return "".join(chr(ord(one) + _WIDE) if "!" <= one <= "~" else one for one in name)


def _ends(topic: str, meaning: str) -> Iterator[Step]:
    """Remove a unit at the end; the longest first, since it may end like a shorter one."""
    for name in sorted(listed(topic, meaning), key=len, reverse=True):
        yield from ((one + CLOSE, CLOSE) for one in cases(name))
    yield f" {CLOSE}", CLOSE


def _starts(topic: str, meaning: str) -> Iterator[Step]:
    """Remove a sign in front."""
    for name in listed(topic, meaning):
        yield from ((OPEN + one, OPEN) for one in cases(name))
    yield f"{OPEN} ", OPEN
