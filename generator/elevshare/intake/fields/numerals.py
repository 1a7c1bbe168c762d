"""Whole numbers, and halves of storeys, in digits or in Chinese."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[+-]?[0-9]{1,6}(?:\.0+)?")
_HALF = re.compile(r"(.+?)(?:\.50*(?:层|楼|f)?|(?:层|楼)?半(?:层|楼)?)")
_CHINESE = re.compile("[负一二两三四五六七八九十廿百〇零壹贰叁肆伍陆柒捌玖拾]+")


def whole_of(word: str) -> int | None:
    """The whole number that a folded word is, or ``None``.

    >>> whole_of("12"), whole_of("3.0"), whole_of("十二"), whole_of("两"), whole_of("三a")
    (12, 3, 12, 2, None)
    """
    if _DIGITS.fullmatch(word):
        return int(word.partition(".")[0])
    if not _CHINESE.fullmatch(word):
        return None
    from cn2an import cn2an  # only for Chinese numerals: it takes a tenth of a second

    try:
        return int(cn2an(word.replace("两", "二").replace("〇", "零"), "strict"))
    except ValueError:
        return None


def half_of(word: str) -> float | None:
    """The half storey that a folded word is, or ``None``.

    >>> half_of("5.5"), half_of("五层半"), half_of("12.50层"), half_of("5.25"), half_of("半层")
    (5.5, 5.5, 12.5, None, None)
    """
    match = _HALF.fullmatch(word)
    number = whole_of(match[1]) if match else None
    return None if number is None else number + 0.5
