"""Projects for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from elevshare import intake
from elevshare.project import CostItem, Papers, Project, Topic
from elevshare.project.topics import ALL_SHEETS
from elevshare.rules.share import Flat, Method, OptOut
from elevshare.schemes import Scheme, find, load_all

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
#: What every bill has to tell.
PAYEE = Papers(
    estate="幸福里",
    building="3 幢",
    payee="幸福里加装电梯专户",
    bank="南京银行",
    account="0301 0152 0910 0123 456",
    due_date="2026-12-31",
)
#: Until when a running cost is to be paid.
RUNNING_DUE = "2026-12-30"


def payable(project: Project) -> Project:
    """A project with what every bill has to tell, where it does not state that itself."""
    names = [one.name for one in fields(Papers)]
    own = {name: getattr(project.papers, name) or getattr(PAYEE, name) for name in names}
    upkeep = project.upkeep
    if upkeep.items or upkeep.fund:
        upkeep = replace(upkeep, due_date=upkeep.due_date or RUNNING_DUE)
    return replace(project, papers=Papers(**own), upkeep=upkeep)


def project_from(scheme: Scheme, **said: Any) -> Project:
    """What the command line makes of its options, with what every bill has to tell."""
    return payable(intake.project_from(scheme, **said))


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
    return payable(Project(found, flats=flats(storeys, areas, out), storeys=storeys, **given))


def bare(project: Project) -> Project:
    """A project whose book has the subjects that it needs, and no others."""
    return replace(project, topics=NONE)
