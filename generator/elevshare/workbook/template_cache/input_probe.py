"""Find the sheets that depend on a project's inputs: those whose writers read an input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elevshare.project import Project, Topic
from elevshare.rules.share import Flat
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.family import BookFamily

#: The attributes of a project that follow from its recipe.
_COMMON = frozenset(
    {"scheme", "storeys", "has", "two_a_page", "stops_below", "joining_blocks", "usual_joiners",
     "rules_day", "printed"}
)  # fmt: skip


class InputProbe:
    """A project that notices when more of it is read than its recipe holds.

    The number of flats is part of the recipe; their properties are not.

    >>> from elevshare.workbook.recipe import Recipe
    >>> probe = InputProbe(Recipe("nanjing", flats=14, storeys=7).project())
    >>> len(probe.flats), probe.storeys, probe.asked
    (14, 7, False)
    >>> probe.flats[0].storey, probe.asked
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
    """The flats of a probed project."""

    def __init__(self, flats: tuple[Flat, ...], project: InputProbe) -> None:
        self._flats, self._project = flats, project

    def __len__(self) -> int:
        return len(self._flats)

    def __iter__(self) -> Iterator[Flat]:
        self._project.asked = True
        return iter(self._flats)

    def __getitem__(self, index: Any) -> Any:
        self._project.asked = True
        return self._flats[index]


def probed_plan(family: BookFamily, project: Project) -> tuple[Accounts, InputProbe]:
    """A new plan and its probed project, of which only the recipe has been read so far."""
    probe = InputProbe(project)
    plan: Any = family.plan(probe)  # type: ignore[arg-type]
    # Which subjects there are is asked of all inputs, and is part of the recipe.
    plan.has(Topic.NOTICE), plan.sections
    probe.asked = False
    return plan, probe
