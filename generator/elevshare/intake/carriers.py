"""Who carries the part of those who stay out: all, the neighbours, or storeys that are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from elevshare.digits import half_width
from elevshare.errors import InputError
from elevshare.intake.fields import stated_stop_of
from elevshare.intake.tables.report import TableReport
from elevshare.project import Project
from elevshare.rules.share import Method, OptOut, Storey
from elevshare.text import shown

_WHAT = "分担的楼层"
_TODO = "请写楼层，如 5,6,7 或 5-7"
_MARKS = re.compile("[,、;和]")
_RANGE = re.compile(r"(.+?)(?:层|楼)?\s*[-–—~到至]\s*(.+)")


def with_opt_out(method: Method, text: str, where: str) -> Method:
    """The method with who carries the gap: a word of ``OptOut``, or storeys such as 5,6,7.

    Raises:
        InputError: it is neither, or storeys are to be chosen and none is named.

    >>> with_opt_out(Method(), "floor", "--opt-out").opt_out
    <OptOut.FLOOR: 'floor'>
    >>> sorted(with_opt_out(Method(), "5、6-7层", "--opt-out").carriers)
    [5, 6, 6.5, 7]
    """
    plain = half_width(text).strip().casefold()
    if not any(map(str.isdigit, plain)):
        return _by_word(method, plain, text, where)
    named = plain.removeprefix(OptOut.CHOSEN.value).lstrip(" :=")
    found = storeys_of(_MARKS.split(named), where)
    return replace(method, opt_out=OptOut.CHOSEN, carriers=found)


def look_at_half_stops(project: Project, report: TableReport) -> None:
    """Tell of half stops beside a storey that carries the gap, which were not named."""
    carriers = project.method.carriers
    beside = (stop for stop in project.stops if stop % 1 and {stop - 0.5, stop + 0.5} & carriers)
    left = [f"{stop:g}" for stop in beside if stop not in carriers]
    if left:
        report.look(f"第 {'、'.join(left)} 层没有指定来分担退出份额；要分担的话也写上，如 5,5.5,6")


def _by_word(method: Method, plain: str, text: str, where: str) -> Method:
    """The method with a way that a word names; chosen storeys must be known already."""
    ways = {way.value: way for way in OptOut}
    if plain not in ways:
        words = "、".join(way for way in ways if way != OptOut.CHOSEN.value)
        raise InputError(
            f"「{shown(text)}」不在可选之列", where=where, todo=f"请选：{words}，或写楼层，如 5,6,7"
        )
    way = ways[plain]
    if way is OptOut.CHOSEN and not method.carriers:
        raise InputError("没有写由哪几层分担", where=where, todo=_TODO)
    carriers = method.carriers if way is OptOut.CHOSEN else frozenset()
    return replace(method, opt_out=way, carriers=carriers)


def storeys_of(parts: Sequence[str], where: str) -> frozenset[Storey]:
    """Storeys of a list, each a storey or a range such as 5-7, which has the half stops in it too.

    Raises:
        InputError: a part is neither, a range runs downwards, or there is none.
    """
    found: set[Storey] = set()
    for part in parts:
        if ends := _RANGE.fullmatch(part.strip()):
            low, high = (stated_stop_of(end, where, what=_WHAT) for end in ends.groups())
            if low > high:
                raise InputError(f"{_WHAT}「{shown(part)}」从高到低", where=where, todo=_TODO)
            found |= _between(low, high)
        else:
            found.add(stated_stop_of(part, where, what=_WHAT))
    if not found:
        raise InputError("没有写由哪几层分担", where=where, todo=_TODO)
    return frozenset(found)


def _between(low: Storey, high: Storey) -> set[Storey]:
    """The storeys and half stops from one to another, both with them."""
    steps = range(int(2 * low), int(2 * high) + 1)
    return {step // 2 if step % 2 == 0 else step / 2 for step in steps}


def with_stops(project: Project) -> Project:
    """The project whose carriers are storeys, and only those half stops that it has.

    A range has all half stops between its ends, before it is known which there are.
    """
    kept = frozenset(one for one in project.method.carriers if one % 1 == 0 or one in project.stops)
    return replace(project, method=replace(project.method, carriers=kept))
