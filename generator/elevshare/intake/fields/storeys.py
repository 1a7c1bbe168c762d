"""Storeys: 3, 3层, 三层, 第三层, 底层, 顶层, 3/6, −1, 车库."""

from __future__ import annotations

import re

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.numerals import whole_of
from elevshare.intake.fields.problems import refuse_error
from elevshare.project import MAX_STOREYS
from elevshare.text import shown
from elevshare.vocabulary import folded, is_parted

_OF_ALL = re.compile(r"(.+?)(?:层|楼|f)?/(?:共|总)?[0-9]{1,2}(?:层|楼|f)?")
_NUMBER = re.compile(r"第?(.+?)(?:层|楼|f)*")
_BELOW = re.compile(r"(?:负|地下|b)(?:[0-9]+|[一二三])(?:层|楼|f)?")
_HALF = re.compile(
    r"第?[0-9]+\.50*(?:层|楼|f)?|第?[0-9一二三四五六七八九十]+(?:层|楼)?半(?:层|楼)?|.*夹层.*"
)
_TODO = f"请填 1 到 {MAX_STOREYS} 的整数"


def storey_of(
    text: str,
    where: str = "",
    *,
    what: str = "楼层",
    highest: int | None = None,
    top: int | None = None,
) -> int:
    """A storey from 1 to ``highest``, at most ``MAX_STOREYS``.

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
    >>> storey_of("8", "第 2 行", highest=7)
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：楼层「8」超过总层数 7。请改正楼层或总层数。
    """
    storey = level_of(text, where, what=what, top=top)
    if storey is None or storey < 1:
        todo = "请从 1 起填；车库、地下室不参与的，参与填 否"
        raise _wrong(text, what, where, "在一层以下", todo)
    if storey > MAX_STOREYS:
        raise _wrong(text, what, where, f"超过上限 {MAX_STOREYS}", _TODO)
    if highest is not None and storey > highest:
        raise _wrong(text, what, where, f"超过总层数 {highest}", "请改正楼层或总层数")
    return storey


def _wrong(text: str, what: str, where: str, why: str, todo: str) -> InputError:
    """An error about a storey."""
    return InputError(f"{what}「{shown(text.strip())}」{why}", where=where, todo=todo)


def level_of(
    text: str, where: str = "", *, what: str = "楼层", top: int | None = None
) -> int | None:
    """A storey, which may be too high; ``None`` for what lies below storey 1, such as a garage.

    Raises:
        InputError: it is empty, or cannot be understood.

    >>> level_of("-1"), level_of("车库"), level_of("负一层"), level_of("十二层")
    (None, None, None, 12)
    """
    refuse_error(text, what, where)
    plain = folded(text)
    if not plain:
        raise InputError(f"{what}是空的", where=where, todo="请填整数，如 3")
    if is_parted(text):
        raise _wrong(text, what, where, "不是整数", _TODO)
    if (number := whole_of(plain)) is not None:
        return number if number > 0 else None
    plain = _first_storey(_of_all(plain))
    if plain in vocabulary.words("楼层", "最低"):
        return 1
    if plain in vocabulary.words("楼层", "最高"):
        if top is None:
            todo = "请填数字，或用 --storeys 给出总层数"
            raise _wrong(text, what, where, "是第几层，看不出来", todo)
        return top
    if _is_below(plain):
        return None
    if _HALF.fullmatch(plain):
        todo = "请按平层或上一层填整数，并在协议里写明"
        raise _wrong(text, what, where, "是半层，现在还不能算", todo)
    if (number := _number(plain)) is None:
        raise _wrong(text, what, where, "不是整数", _TODO)
    return number if number > 0 else None


def _of_all(plain: str) -> str:
    """The storey of a text that names all storeys too: 3 of 3/6."""
    match = _OF_ALL.fullmatch(plain)
    return match[1] if match else plain


def _first_storey(plain: str) -> str:
    """The entrance storey of a flat on two: 6层 of 6层(跃7层)."""
    words = "|".join(vocabulary.words("楼层", "跃层"))
    match = re.fullmatch(rf"(.+?层?)[(\[、]?(?:{words})[^()]*[)\]]?", plain)
    return match[1] if match else plain


def _is_below(plain: str) -> bool:
    """Whether a text names a place below storey 1."""
    word = plain.rstrip("0123456789-#号")
    return word in vocabulary.words("楼层", "一层以下") or _BELOW.fullmatch(plain) is not None


def _number(plain: str) -> int | None:
    """The number that a text names in digits or in Chinese, or ``None``."""
    match = _NUMBER.fullmatch(plain)
    return whole_of((match[1] if match else plain).replace("−", "-"))
