"""Read 后加入 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.late import Joining
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.subjects.late.inputs import MANUAL


def read_back(project: Project, typed: Typed) -> Project:
    """The project; the typed original share counts only if it was agreed."""
    if not typed.singles.choice("late_original", {MANUAL: True}, False):
        return replace(project, joining=replace(project.joining, original=None))
    # As the book: nothing is worked out until the amount is there.
    known = project.joining.original is not None
    return project if known else replace(project, joining=Joining())
