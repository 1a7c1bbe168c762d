"""运维 of a book that came back."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.upkeep import UpkeepItem
from elevshare.workbook.reading.rows import Typed


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the items of a year."""
    items = tuple(
        UpkeepItem(row.text("item"), found.units)
        for row in typed.rows("running")
        if (found := row.number("yuan", "运维金额")).right
    )
    return replace(project, upkeep=replace(project.upkeep, items=items))
