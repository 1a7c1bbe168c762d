"""Building areas."""

from __future__ import annotations

import re
from functools import cache

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import refuse_error
from elevshare.money import scaled
from elevshare.project import MAX_AREA
from elevshare.text import shown
from elevshare.vocabulary import folded, is_parted

#: Decimals of an area in m².
PLACES = 2
#: A raised digit behind a number: 80² is not 802.
_RAISED = re.compile(r"[0-9]\s*[²³¹⁰-⁹]")
_DECIMAL = re.compile(r"-?[0-9,]*[0-9](?:\.[0-9]+)?")


@cache
def _unit() -> re.Pattern[str]:
    """The unit behind an area."""
    words = sorted(vocabulary.words("单位", "面积"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})$")


def area_of(text: str, where: str = "", *, what: str = "建筑面积") -> int:
    """A building area in 0.01 m², above 0 and at most ``MAX_AREA``.

    Raises:
        InputError: it is no area, or has more than two decimals.

    >>> area_of("61.03"), area_of("80㎡"), area_of("80 平方米"), area_of("８０m2"), area_of("1,080.5")
    (6103, 8000, 8000, 8000, 108050)
    """
    refuse_error(text, what, where)
    if not folded(text):
        raise InputError(f"{what}是空的", where=where, todo="请填平方米数，如 61.03")
    number = number_of(text)
    if not _DECIMAL.fullmatch(number):
        raise _wrong(text, what, where, "不是数字", "请只填平方米数，如 61.03")
    area = scaled(number, PLACES, where=where, what=what)
    if area <= 0:
        raise _wrong(text, what, where, "不是正数", "请填大于 0 的平方米数")
    if area > MAX_AREA:
        limit = f"超过上限 {MAX_AREA // 100} 平方米"
        raise _wrong(text, what, where, limit, "请检查小数点")
    return area


def _wrong(text: str, what: str, where: str, why: str, todo: str) -> InputError:
    """An error about an area."""
    return InputError(f"{what}「{shown(text.strip())}」{why}", where=where, todo=todo)


def number_of(text: str) -> str:
    """The number of an area, without its unit; what is no number is given back.

    >>> number_of("80.5 平方米"), number_of("８０㎡"), number_of("80左右"), number_of("80 90")
    ('80.5', '80', '80左右', '80 90')
    >>> number_of("80.5m²"), number_of("80.5²")
    ('80.5', '80.5²')
    """
    return text if is_parted(text) or _RAISED.search(text) else _unit().sub("", folded(text))
