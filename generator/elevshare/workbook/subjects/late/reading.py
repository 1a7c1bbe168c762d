"""Read 后加入 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.late import BY_ADVANCE, Advance, Joining
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.subjects.late import advances
from elevshare.workbook.subjects.late.inputs import MANUAL, key


def read_back(project: Project, typed: Typed) -> Project:
    """The project with its joiners; one without a room stands for nobody, none stand at the end."""
    advanced = advances.read_back(project, typed)
    numbers = range(1, typed.plan.project.joining_blocks + 1)
    joinings = [_joining(typed, number, advanced) for number in numbers]
    while joinings and not joinings[-1].room:
        joinings.pop()
    return replace(project, joinings=tuple(joinings))


def _joining(typed: Typed, number: int, advanced: list[tuple[Advance, int]]) -> Joining:
    """One joiner; the typed original share counts only if it was agreed."""
    found = typed.singles.into(Joining(), f"joinings.{number - 1}")
    manual = typed.singles.choice(key("late_original", number), {MANUAL: True}, False)
    if not found.room or (manual and found.original is None):
        return Joining()  # as the book: nothing is worked out until the amount is there
    mine = tuple(one for one, whose in advanced if whose in (0, number))
    return replace(
        found,
        original=found.original if manual else None,
        advances=mine if found.basis in BY_ADVANCE else (),
    )
