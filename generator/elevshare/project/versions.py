"""The amounts of a project's first notice, kept in the book to compare later ones with."""

from __future__ import annotations

from elevshare.project.assess import assess
from elevshare.project.model import Project


def first_version(project: Project) -> tuple[int, ...]:
    """Return each household's amount due in fen; empty if the project is incomplete."""
    if not project.flats or not project.cost:
        return ()
    outcome = assess(project)
    return outcome.dues if outcome.passed else ()
