"""The notice of a book that came back."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.workbook.reading.rows import Typed


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the days that are off and worked."""
    rows = list(typed.rows("notice"))
    off, on = (
        tuple(day for row in rows if (day := row.day(key, "放假安排"))) for key in ("off", "on")
    )
    return replace(project, notice=replace(project.notice, holidays=off, workdays=on))
