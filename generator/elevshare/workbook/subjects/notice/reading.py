"""Read the notice of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.workbook.reading.rows import Typed


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the days off, and the days worked in their place."""
    rows = list(typed.rows("notice"))
    off, on = (
        tuple(day for row in rows if (day := row.day(key, "放假安排"))) for key in ("off", "on")
    )
    return replace(project, notice=replace(project.notice, holidays=off, workdays=on))
