"""Storeys: 3, 3层, 三层, 第三层, 底层, 顶层, 3/6; 5.5, 五层半; −1, 负一层, 车库."""

from __future__ import annotations

import re

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.numerals import half_of, whole_of
from elevshare.intake.fields.problems import refuse_error
from elevshare.project import MAX_STOREYS
from elevshare.rules.share import Storey
from elevshare.text import shown
from elevshare.vocabulary import folded, is_parted

_OF_ALL = re.compile(r"(.+?)(?:层|楼|f)?/(?:共|总)?[0-9]{1,2}(?:层|楼|f)?")
_NUMBER = re.compile(r"第?(.+?)(?:层|楼|f)*")
_BELOW = re.compile(r"(?:负|地下|b)([0-9]+|[一二三])(?:层|楼|f)?")
_TODO = f"请填 1 到 {MAX_STOREYS} 的整数；电梯停在两层之间的，填 5.5 的样子"
#: The lowest storey that is believed.
_LOWEST = -9


def storey_of(
    text: str,
    where: str = "",
    *,
    what: str = "楼层",
    highest: int | None = None,
    top: int | None = None,
) -> Storey:
    """A storey up to ``highest`` and ``MAX_STOREYS``: whole, a half one such as 5.5, or below 1.

    What lies below storey 1 is −1, −2 …, and 0 where it does not say how deep, such as a garage.

    Args:
        text: as written.
        where: the place, for messages.
        what: what messages call it.
        highest: the storeys of the building, where known.
        top: the storey that 顶层 is, where known.

    Raises:
        InputError: it is no storey, or none of this building.

    >>> storey_of("3层"), storey_of("3.0"), storey_of("第３楼"), storey_of("3F"), storey_of("三层")
    (3, 3, 3, 3, 3)
    >>> storey_of("底层"), storey_of("3/6"), storey_of("6层（跃7层）"), storey_of("顶层", top=6)
    (1, 3, 6, 6)
    >>> storey_of("5.5"), storey_of("五层半"), storey_of("负一层"), storey_of("车库")
    (5.5, 5.5, -1, 0)
    >>> storey_of("8", "第 2 行", highest=7)
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：楼层「8」超过总层数 7。请改正楼层或总层数。
    """
    storey = level_of(text, where, what=what, top=top)
    if storey < _LOWEST:
        raise _wrong(text, what, where, f"低于 {_LOWEST} 层", "请改正楼层；车库、地下室可以直接写")
    if storey > MAX_STOREYS:
        raise _wrong(text, what, where, f"超过上限 {MAX_STOREYS}", _TODO)
    if highest is not None and int(storey) > highest:
        raise _wrong(text, what, where, f"超过总层数 {highest}", "请改正楼层或总层数")
    return storey


def _wrong(text: str, what: str, where: str, why: str, todo: str) -> InputError:
    """An error about a storey."""
    return InputError(f"{what}「{shown(text.strip())}」{why}", where=where, todo=todo)


def level_of(text: str, where: str = "", *, what: str = "楼层", top: int | None = None) -> Storey:
    """A storey, which may be too high or too low; below 1 for a garage or a basement.

    Raises:
        InputError: it is empty, or cannot be understood.

    >>> level_of("-1"), level_of("车库"), level_of("负一层"), level_of("十二层")
    (-1, 0, -1, 12)
    """
    refuse_error(text, what, where)
    plain = folded(text)
    if not plain:
        raise InputError(f"{what}是空的", where=where, todo="请填整数，如 3")
    if is_parted(text):
        raise _wrong(text, what, where, "不是整数", _TODO)
    if (number := whole_of(plain)) is not None:
        return number
    plain = _first_storey(_of_all(plain))
    if plain in vocabulary.words("楼层", "最低"):
        return 1
    if plain in vocabulary.words("楼层", "最高"):
        if top is None:
            todo = "请填数字，或用 --storeys 给出总层数"
            raise _wrong(text, what, where, "是第几层，看不出来", todo)
        return top
    if (below := _below(plain)) is not None:
        return below
    if "夹层" in plain:
        todo = "请填电梯停的那一站，如 5 层和 6 层之间填 5.5"
        raise _wrong(text, what, where, "是夹层，看不出在哪两层之间", todo)
    if (number := _number(plain)) is not None:
        return number
    return _half(plain, text, what, where)


def _half(plain: str, text: str, what: str, where: str) -> float:
    """The half storey that a text names.

    Raises:
        InputError: it names none, or one below storey 1.
    """
    half = half_of(plain.removeprefix("第"))
    if half is None:
        raise _wrong(text, what, where, "不是整数", _TODO)
    if half < 1:
        raise _wrong(text, what, where, "是一层以下的半层", "请填 1.5 起的半层，或 0、-1")
    return half


def _of_all(plain: str) -> str:
    """The storey of a text that names all storeys too: 3 of 3/6."""
    match = _OF_ALL.fullmatch(plain)
    return match[1] if match else plain


def _first_storey(plain: str) -> str:
    """The entrance storey of a flat on two: 6层 of 6层(跃7层)."""
    words = "|".join(vocabulary.words("楼层", "跃层"))
    match = re.fullmatch(rf"(.+?层?)[(\[、]?(?:{words})[^()]*[)\]]?", plain)
    return match[1] if match else plain


def _below(plain: str) -> int | None:
    """The storey of a place below storey 1, 0 where it does not say how deep; ``None`` for others."""
    if (match := _BELOW.fullmatch(plain)) and (depth := whole_of(match[1])) is not None:
        return -depth
    word = plain.rstrip("0123456789-#号")
    return 0 if word in vocabulary.words("楼层", "一层以下") else None


def _number(plain: str) -> int | None:
    """The number that a text names in digits or in Chinese, or ``None``."""
    match = _NUMBER.fullmatch(plain)
    return whole_of((match[1] if match else plain).replace("−", "-"))
