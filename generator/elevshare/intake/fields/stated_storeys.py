"""Storeys, and numbers of them, that an option or a project file states: 7, 7层, 七层, 5.5."""

from __future__ import annotations

import re

from elevshare.errors import InputError
from elevshare.intake.fields.numerals import half_of, whole_of
from elevshare.project import MAX_STOREYS
from elevshare.rules.share import Storey
from elevshare.text import shown
from elevshare.vocabulary import folded

_NUMBER = re.compile(r"第?(.+?)(?:层|楼|f)?")


def stated_storey_of(text: str, where: str, *, what: str) -> int:
    """A storey or a number of storeys, from 1 to ``MAX_STOREYS``.

    What only a roster says of its households, such as 底层 or 3/6, is no number here.

    Args:
        text: as written.
        where: option, or file and line, for messages.
        what: what messages call it.

    Raises:
        InputError: it is no such number.

    >>> stated_storey_of("7", "", what="总层数"), stated_storey_of("第七层", "", what="总层数")
    (7, 7)
    >>> stated_storey_of("3/6", "--storeys", what="总层数")
    Traceback (most recent call last):
    elevshare.errors.InputError: --storeys：总层数「3/6」不是整数。请填 1 到 40 的整数。
    """
    todo = f"请填 1 到 {MAX_STOREYS} 的整数"
    match = _NUMBER.fullmatch(folded(text).replace("−", "-"))
    if not match:
        raise InputError(f"{what}是空的", where=where, todo=todo)
    number, about = whole_of(match[1]), f"{what}「{shown(text.strip())}」"
    if number is None:
        raise InputError(f"{about}不是整数", where=where, todo=todo)
    if number < 1:
        raise InputError(f"{about}是 0 或负数", where=where, todo=todo)
    if number > MAX_STOREYS:
        raise InputError(f"{about}超过上限 {MAX_STOREYS}", where=where, todo=todo)
    return number


def stated_stop_of(text: str, where: str, *, what: str) -> Storey:
    """A storey, or a half one such as 5.5 between two.

    Raises:
        InputError: it is none.

    >>> stated_stop_of("5.5", "", what="楼层"), stated_stop_of("五层半", "", what="楼层")
    (5.5, 5.5)
    """
    half = half_of(folded(text).removeprefix("第"))
    return half if half and 1 < half < MAX_STOREYS else stated_storey_of(text, where, what=what)
