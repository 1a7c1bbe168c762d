"""A subject of a contribution book: its sheets, inputs, checks and reading back, in one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from elevshare.project import Project, Topic
from elevshare.workbook.field import Section

if TYPE_CHECKING:
    from elevshare.workbook.check import BookCheck
    from elevshare.workbook.grid import Grid
    from elevshare.workbook.origin import Origin
    from elevshare.workbook.papers.forms import Forms
    from elevshare.workbook.plan import Plan
    from elevshare.workbook.reading.entries import Entries
    from elevshare.workbook.reading.rows import Typed


def _nothing_written(grid: Grid, plan: Plan) -> None:
    """For a subject without tables of inputs."""


def _as_it_is(project: Project, typed: Typed) -> Project:
    """For a subject of which the single inputs hold everything."""
    return project


def _no_entries(project: Project, entries: Entries, typed: Typed) -> Entries:
    """For a subject of which nothing is typed that is not in the project."""
    return entries


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: everything that a book contains because of it.

    Attributes:
        topic: the choice by which users ask for it; ``None`` if ``when`` decides.
        sheets: modules with ``TITLE``, ``ROLE``, ``ABOUT`` (the purpose in one line, for 说明) and
            ``write(grid, plan)``; their place in the book follows from ``sheets.ORDER``.
        sections: sheet → its sections of inputs.
        write_inputs: writes its tables of inputs on 专项.
        origins: the numbers that the scheme ships for it, except single inputs; called for books
            without the subject too.
        checks: its checks.
        last: whether its checks come after those of all other subjects.
        read_back: adds what a returned book has of the subject to the project, which already has
            the single inputs.
        entered: adds what is typed for the subject but is not part of the project.
        forms: its papers with numbered forms.
        when: whether a book without ``topic`` has the subject.
    """

    topic: Topic | None = None
    sheets: tuple[ModuleType, ...] = ()
    sections: Callable[[Plan], Mapping[str, tuple[Section, ...]]] = lambda plan: {}
    write_inputs: Callable[[Grid, Plan], None] = _nothing_written
    origins: Callable[[Plan], Iterable[Origin]] = lambda plan: ()
    checks: Callable[[Plan], list[BookCheck]] = lambda plan: []
    last: bool = False
    read_back: Callable[[Project, Typed], Project] = _as_it_is
    entered: Callable[[Project, Entries, Typed], Entries] = _no_entries
    forms: Callable[[Plan], Mapping[str, Forms]] = lambda plan: {}
    when: Callable[[Plan], bool] | None = None

    def belongs(self, plan: Plan) -> bool:
        """Whether a book has this subject."""
        if self.when:
            return self.when(plan)
        return self.topic is None or plan.has(self.topic)


def on_special(
    sections: tuple[Section, ...],
) -> Callable[[Plan], Mapping[str, tuple[Section, ...]]]:
    """A function that gives these sections of 专项 for every plan."""
    return lambda plan: {"专项": sections}
