"""Choose among the versions of a scheme's parts by a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

from elevshare.schemes.days import first_day, last_day
from elevshare.schemes.law import Law


class HasLaw(Protocol):
    """A part of a scheme, which says from when on it holds."""

    @property
    def law(self) -> Law:
        """When and for what it holds."""


Version = TypeVar("Version", bound=HasLaw)


def version_on(versions: Sequence[Version], day: str) -> Version:
    """Return the last version that is in force by a day; before all of them, the first one."""
    begun = [one for one in versions if first_day(one.law.in_force) <= day]
    return begun[-1] if begun else versions[0]


def on_day(versions: Mapping[str, Sequence[Version]], day: str) -> dict[str, Version]:
    """Return the version of each part on a day."""
    return {part: version_on(every, day) for part, every in versions.items()}


def label_on(versions: Mapping[str, Sequence[Version]], day: str) -> str:
    """Return the name of the versions on a day: the name chooses the same ones.

    It is what one of them states as its first day, or the day before the second one begins where
    nobody knows when the first one did.
    """
    chosen = on_day(versions, day)
    stated = sorted({one.law.in_force for one in chosen.values()} - {""}, key=first_day)
    for label in reversed(stated):
        for text in (label, first_day(label)):
            if on_day(versions, last_day(text)) == chosen:
                return text
    return _before_all(versions)


def labels(versions: Mapping[str, Sequence[Version]]) -> tuple[str, ...]:
    """Return the names of all versions, the oldest first."""
    if not versions:
        return ()
    days = [_before_all(versions), *sorted(_begins(versions))]
    return tuple(label_on(versions, day) for day in days)


def _begins(versions: Mapping[str, Sequence[HasLaw]]) -> set[str]:
    """Return the days on which versions that replace others begin."""
    return {first_day(one.law.in_force) for every in versions.values() for one in every[1:]}


def _before_all(versions: Mapping[str, Sequence[HasLaw]]) -> str:
    """Return the last day of the oldest versions."""
    return str(date.fromisoformat(min(_begins(versions))) - timedelta(1))
