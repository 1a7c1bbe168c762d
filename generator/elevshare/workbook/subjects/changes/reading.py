"""Read the register of changes of a returned book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.changes import Change, ChangeKind
from elevshare.workbook.field import values_of
from elevshare.workbook.reading.rows import Typed

_TEXTS = ("room", "before", "after", "reason", "by")


def read_back(project: Project, typed: Typed) -> Project:
    """The project with its changes."""
    return replace(project, changes=tuple(_changes(typed)))


def _changes(typed: Typed) -> Iterator[Change]:
    """The rows with a date and a kind."""
    for row in typed.rows("changes"):
        texts = {key: row.text(key) for key in _TEXTS} | {"room": row.room()}
        if not row.filled(("day", "kind")):
            continue
        day = row.day("day", "变更日期")
        kind = row.word("kind", values_of(ChangeKind), None, "变更类型")
        if day and kind:
            yield Change(day, kind, **texts)
