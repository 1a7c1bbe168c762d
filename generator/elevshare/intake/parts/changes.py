"""The ``[[change]]`` entries of a project file."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.intake.fields import room_of
from elevshare.rules.changes import LIMITS, MAX_CHANGES, OF_A_ROOM, Change, ChangeKind
from elevshare.text import safe_text
from elevshare.toml_table import Table

_KINDS = {kind.value: kind for kind in ChangeKind}


def read(root: Table) -> tuple[Change, ...]:
    """All entries, in their order."""
    tables = root.tables("change")
    if len(tables) > MAX_CHANGES:
        where = tables[MAX_CHANGES].where()
        raise InputError(f"变更超过 {MAX_CHANGES} 条", where=where, todo="请把旧的删去")
    return tuple(_change(table) for table in tables)


def _change(table: Table) -> Change:
    """One entry; day, kind and reason are required, and the room where the kind concerns one."""
    day = table.day("day")
    if not day:
        raise table.wrong("day", "没有填写", "请填日期，如 2026-06-30")
    kind = table.choice("kind", _KINDS)
    room = room_of(table.word("room"), table.where("room")) if table.has("room") else ""
    if kind in OF_A_ROOM and not room:
        raise table.wrong("room", "没有填写", f"“{kind}”要写明是哪一户")
    reason = _text(table, "reason")
    if not reason:
        raise table.wrong("reason", "没有填写", "请写明原因")
    more = {key: _text(table, key) for key in ("before", "after", "by")}
    table.done()
    return Change(day, kind, room, reason=reason, **more)


def _text(table: Table, key: str) -> str:
    """A text that may go into a cell, empty where it is missing."""
    what = f"「{table.name(key)}」"
    return safe_text(table.word(key, ""), what=what, limit=LIMITS[key], where=table.where(key))
