"""Numbers in a remark that are no rooms: dates, amounts, telephone and card numbers."""

from __future__ import annotations

import re
from functools import cache

from elevshare.payments.stairwell import SAID
from elevshare.vocabulary import listed, visible

#: A digit in a row of Chinese ones, such as 三〇一.
_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_SPELLED = re.compile(rf"[{''.join(_DIGITS)}]{{3,4}}(?![{''.join(_DIGITS)}{SAID}百千万])")
#: What stands in place of a number that is no room.
_GONE = " ; "
_YEAR = r"(?<!\d)(?:19|20)\d\d"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The numbers that are no rooms, in the order in which they are taken out."""
    before = "|".join(map(re.escape, sorted(listed("房号", "前面"), key=len, reverse=True)))
    place = "|".join(
        re.escape(one) for what in ("幢", "单元", "层") for one in listed("房号", what)
    )
    after = "|".join(map(re.escape, sorted(listed("房号", "后面"), key=len, reverse=True)))
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_YEAR}\s*[-/.年]\s*\d{{1,2}}(?:\s*[-/.月]\s*\d{{1,2}}[日号]?)?(?!\d)",
            rf"{_YEAR}\s*年",
            r"(?<!\d)\d{1,2}月\d{1,2}[日号]?",
            r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?",
            r"(?<!\d)1\d{2}[- ]\d{4}[- ]\d{4}(?!\d)",
            r"[a-z\d*]*\d{5}[a-z\d*]*",
            r"[a-z\d]*\*+[a-z\d*]*",
            r"¥\s*-?\d[\d,]*(?:\.\d+)?",
            r"(?<![\d.])\d+\.\d+",
            r"\d{1,3}(?:,\d{3})+",
            rf"(?:{before})\s*:?\s*\d+(?!\d|\s*(?:{place}))",
            rf"(?<!\d)\d+\s*(?:{after})(?![a-z])",
        )
    )


def without_noise(remark: str) -> str:
    """Return a remark in half width and small letters, without the numbers that are no rooms.

    >>> without_noise("三〇一室加梯款２０２６年３月1日，5000元").split()
    ['301室加梯款', ';', ',', ';']
    """
    text = visible(remark).casefold()
    text = _SPELLED.sub(lambda found: "".join(_DIGITS[mark] for mark in found[0]), text)
    for pattern in _patterns():
        text = pattern.sub(_GONE, text)
    return text
