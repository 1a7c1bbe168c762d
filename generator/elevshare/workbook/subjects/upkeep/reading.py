"""Read 运维 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.upkeep import UpkeepItem
from elevshare.workbook.reading.rows import Typed


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the yearly items."""
    items = tuple(
        UpkeepItem(row.text("item"), found.units)
        for row in typed.rows("running")
        if (found := row.number("yuan", "运维金额")).right
    )
    return replace(project, upkeep=replace(project.upkeep, items=items))
