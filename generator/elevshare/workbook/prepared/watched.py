"""Which sheets depend on a project's inputs: told by what their writers ask the project for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elevshare.project import Project, Topic
from elevshare.rules.share import Flat
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.family import Kind

#: What all projects of a recipe have in common.
_COMMON = frozenset({"scheme", "storeys", "has", "two_a_page"})


class Watched:
    """A project that notices when it is asked for more than its recipe tells.

    How many flats there are is part of the recipe; what they are like is not.

    >>> from elevshare.workbook.recipe import Recipe
    >>> watched = Watched(Recipe("nanjing", flats=14, storeys=7).project())
    >>> len(watched.flats), watched.storeys, watched.asked
    (14, 7, False)
    >>> watched.flats[0].storey, watched.asked
    (1, True)
    """

    def __init__(self, project: Project) -> None:
        self._project, self.asked = project, False

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._project, name)
        if name == "flats":
            return _Flats(found, self)
        self.asked = self.asked or name not in _COMMON
        return found


class _Flats:
    """The flats of a watched project."""

    def __init__(self, flats: tuple[Flat, ...], project: Watched) -> None:
        self._flats, self._project = flats, project

    def __len__(self) -> int:
        return len(self._flats)

    def __iter__(self) -> Iterator[Flat]:
        self._project.asked = True
        return iter(self._flats)

    def __getitem__(self, index: Any) -> Any:
        self._project.asked = True
        return self._flats[index]


def watched_plan(kind: Kind, project: Project) -> tuple[Accounts, Watched]:
    """A new plan and its project, which has not been asked for more than its recipe yet."""
    watched = Watched(project)
    plan: Any = kind.plan(watched)  # type: ignore[arg-type]
    # Which subjects there are is asked of all inputs, and is part of the recipe.
    plan.has(Topic.NOTICE), plan.sections
    watched.asked = False
    return plan, watched
