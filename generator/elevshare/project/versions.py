"""The amounts that a project's first notice announces, kept for the day they change."""

from __future__ import annotations

from elevshare.project.assess import assess
from elevshare.project.model import Project


def first_version(project: Project) -> tuple[int, ...]:
    """Every household's amount in fen, where the project is complete; else none."""
    if not project.flats or not project.cost:
        return ()
    outcome = assess(project)
    return outcome.dues if outcome.passed else ()
