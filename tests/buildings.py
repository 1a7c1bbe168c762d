"""Projects for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from elevshare.project import CostItem, Project, Topic
from elevshare.project.topics import ALL_SHEETS
from elevshare.rules.share import Flat, Method, OptOut
from elevshare.schemes import find, load_all

#: The schemes that a contribution book can be made of.
SHARING = [scheme for scheme in load_all() if scheme.share]
#: Those whose books differ: six tables of 上海 are as empty as that of 六层错层入户, and 北京 has
#: the same intervals six times.
_ALIKE = ("shanghai-", "beijing-4-", "beijing-5-", "beijing-6-")
DISTINCT = [
    scheme
    for scheme in SHARING
    if not scheme.id.startswith(_ALIKE)
    or scheme.id in ("shanghai-7-level", "shanghai-6-split", "beijing-6-half")
]
#: No subjects but those that a project's data needs, and all of them.
NONE, EVERY = frozenset[Topic](), ALL_SHEETS
#: Odd areas in 0.01 m²: no two alike, none a round number.
ODD_AREAS = (6103, 8017, 9999, 10451)


def flats(storeys: int, areas: Sequence[int], out: Sequence[str] = ()) -> tuple[Flat, ...]:
    """Flats 101, 102 … of a building; the rooms of ``out`` do not take part."""
    return tuple(
        Flat(room := f"{storey}{number:02}", storey, area, f"业主{room}", room not in out)
        for storey in range(1, storeys + 1)
        for number, area in enumerate(areas, 1)
    )


def project(
    scheme: str = "nanjing",
    storeys: int = 7,
    areas: Sequence[int] = (8000, 10000),
    cost: int = 60_000_000,
    out: Sequence[str] = (),
    opt_out: OptOut = OptOut.ALL,
    **more: Any,
) -> Project:
    """A project with one cost item, in fen; its book has the subjects that it needs."""
    found = find(scheme)
    method = Method(found.sharing.form, found.share.within, opt_out)
    given = {"costs": (CostItem("加装电梯总费用", cost),), "method": method, "topics": NONE, **more}
    return Project(found, flats=flats(storeys, areas, out), storeys=storeys, **given)


def bare(project: Project) -> Project:
    """A project whose book has the subjects that it needs, and no others."""
    return replace(project, topics=NONE)
