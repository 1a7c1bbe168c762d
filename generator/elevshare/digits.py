"""Digits as people and spreadsheets write them: half width, and none that was lost."""

from __future__ import annotations

import re
import unicodedata

#: The digits that a spreadsheet keeps of a number; what is longer ends in zeros.
KEPT = 15
#: What to do where a number stands in place of a text.
RETYPE = "请先把这一格设成文本，或在最前面打一个英文单引号 '，再照原件重打"
_SQUARED = re.compile("(?<=[mMｍＭ米])²")
#: Signs that have a digit in them and are none: raised, lowered, in circles, fractions, ornamental.
#: In half width 5² would be 52.
_ODD = re.compile(
    "([²³¹¼-¾⁰⁴-⁹₀-₉⅐-⅟↉①-⒛⓪㉈-㉏㉑-㉟㊱-㊿\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a\U0001fbf0-\U0001fbf9]+)"
)
_POWERED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{1,3}", re.IGNORECASE)


def half_width(text: str) -> str:
    """A text in half width; a sign with a digit in it stays, as it is no plain digit.

    >>> half_width("１０１"), half_width("80㎡"), half_width("80m²"), half_width("5²"), half_width("③")
    ('101', '80m2', '80m2', '5²', '③')
    """
    if text.isascii():
        return text
    parts = _ODD.split(_SQUARED.sub("2", text))
    return "".join(
        part if place % 2 else unicodedata.normalize("NFKC", part)
        for place, part in enumerate(parts)
    )


def is_cut(value: object) -> bool:
    """Whether a value is a number that has lost digits, or a text that shows such a number.

    >>> is_cut(6217001234567890445), is_cut(6.2e18), is_cut("6.217E+18"), is_cut(123456789012345)
    (True, True, True, False)
    >>> is_cut("6217001234567890445"), is_cut(True)
    (False, False)
    """
    if isinstance(value, str):
        return _POWERED.fullmatch(value.strip()) is not None
    return isinstance(value, int | float) and abs(value) >= 10**KEPT
