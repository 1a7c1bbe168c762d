"""Rooms, owners and other names."""

from __future__ import annotations

import re
from string import ascii_letters, digits

from elevshare import vocabulary
from elevshare.errors import InputError
from elevshare.intake.fields.problems import date_error, refuse_cut, refuse_error
from elevshare.opened.days import looks_like_date
from elevshare.text import safe_text
from elevshare.vocabulary import folded, visible

_ROOM_LIMIT, _OWNER_LIMIT = 20, 50
_WHOLE = re.compile(r"([0-9]+)\.0+")
#: What spreadsheets write for a truth value: nobody calls a room so.
_TRUTHS = ("true", "false")
_BREAKS = re.compile(r"\s*[\r\n\v\f]+\s*")
_PERSON = "同一人"
#: Full-width letters and digits → narrow ones.
_NARROWED = {0xFEE0 + ord(mark): mark for mark in ascii_letters + digits}


def room_of(text: str, where: str = "") -> str:
    """A room number in half-width characters, so that a search for it succeeds.

    Raises:
        InputError: it is empty, an error value, a date, a truth value, a number that has lost digits, or not safe in a cell.

    >>> room_of("１０１ "), room_of("101.0"), room_of("3-1")
    ('101', '101', '3-1')
    """
    refuse_error(text, "房号", where)
    refuse_cut(text, "房号", where)
    plain = " ".join(_BREAKS.sub("", visible(text)).strip(" ").split(" "))
    room = safe_text(plain, what="房号", limit=_ROOM_LIMIT, where=where)
    nothing = vocabulary.words("行", "同上") | vocabulary.words("业主", "没有")
    if (room and not room.strip("0")) or (not room.isdigit() and folded(text) in nothing):
        raise InputError(f"房号写的是「{room}」", where=where, todo="请写出房号")
    if not room:
        raise InputError("房号是空的", where=where, todo="请填房号，或删去这一行")
    if room.casefold() in _TRUTHS:
        raise InputError(
            f"房号「{room}」是表格的对错值", where=where, todo="请先把这一格设成文本，再写房号"
        )
    if not room.isdigit() and looks_like_date(room):
        raise date_error("房号", room, where)
    return _WHOLE.sub(r"\1", room) if _WHOLE.fullmatch(room) else room


def owner_of(text: str, where: str = "") -> str:
    r"""The owner's name; empty where a sign says that there is none. Lines are joined by 、.

    Raises:
        InputError: it is an error value, or not safe in a cell.

    >>> owner_of("刘志强\n（共有）李小明"), owner_of("—"), owner_of("  王 五 ")
    ('刘志强、（共有）李小明', '', '王 五')
    """
    refuse_error(text, "业主", where)
    if folded(text) in vocabulary.words("业主", "没有"):
        return ""
    return person_of(text, where, what="业主")


def person_of(text: str, where: str = "", *, what: str = _PERSON) -> str:
    """The text that all flats of one owner have in common; it may be empty.

    Its full-width letters and digits become narrow ones: programs differ in whether they tell Ａ from ａ.

    >>> person_of("Ａ１"), person_of("ａ1")
    ('A1', 'a1')
    """
    refuse_error(text, what, where)
    refuse_cut(text, what, where)
    plain = _BREAKS.sub("、", vocabulary.without_unseen(text).strip())
    if what == _PERSON:
        plain = plain.translate(_NARROWED)
    return safe_text(plain, what=what, limit=_OWNER_LIMIT, where=where)
