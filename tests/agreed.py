"""Examples of what owners agree: ``project`` of a case is the text of a project file.

Names of figures: ``flats.301`` (and ``payouts.101``, ``upkeep.301``), ``joined.301`` (what later
joiners add, less what goes back), ``floors.5`` or ``floors.5.5`` (what the flats of a storey pay
together), ``percent.501`` (of the net amount), ``net``, ``total``.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from buildings import bare
from example import Case, Found
from example_book import Cells, Reading

from elevshare.intake import read_project
from elevshare.project import Project, assess, joined_parts
from elevshare.rules.upkeep import Sharing, year_of
from elevshare.schemes import find
from elevshare.text import storey_text
from elevshare.workbook.subjects.compensation import tables as compensation
from elevshare.workbook.subjects.sharing.plan import SharingPlan
from elevshare.workbook.subjects.upkeep import tables as upkeep


def agreed(case: Case) -> Project:
    """The project of a case, read as the program reads the file of a user."""
    assert case.input.keys() == {"project"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "项目.toml"
        path.write_text(case.input["project"], encoding="utf-8")
        return bare(read_project(path, find(case.scheme)))


def agreed_found(case: Case) -> Found:
    """What the rules say; every check passes, or the example would be of a book that is none."""
    project = agreed(case)
    outcome = assess(project)
    assert outcome.passed, [check for check in outcome.checks if not check.passed]
    rooms = [flat.room for flat in project.flats]
    floors: defaultdict[str, int] = defaultdict(int)
    for flat, due in zip(project.flats, outcome.dues, strict=True):
        floors[f"floors.{storey_text(flat.storey)}"] += due
    by_room = {
        "flats": outcome.dues,
        "payouts": outcome.payouts,
        "percent": [Fraction(100 * due, outcome.net) for due in outcome.dues],
        "upkeep": _upkeep(project),
        "joined": joined_parts(project, (0,) * len(rooms)),
    }
    return {
        **{f"{name}.{room}": fen for name, fens in by_room.items()
           for room, fen in zip(rooms, fens, strict=True)},
        **floors, "net": outcome.net, "total": sum(outcome.dues),
    }  # fmt: skip


def _upkeep(project: Project) -> tuple[int, ...]:
    """A year's running cost of each flat, 0 where the project states none."""
    if not project.upkeep.items:
        return (0,) * len(project.flats)
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    year = year_of(project.upkeep, 0, project.flats, weights, project.method, Sharing.COEFFICIENT)
    return year.dues


def agreed_cells(case: Case) -> Reading:
    """The same in the book: 分摊, 补偿 and 运维."""
    project = agreed(case)
    plan = SharingPlan(project)
    cells: Cells = {}
    for row, flat in enumerate(project.flats):
        due = plan.shares.at("fen", row)
        cells[f"flats.{flat.room}"] = ((due,), 1)
        name = f"floors.{storey_text(flat.storey)}"
        cells[name] = ((*cells.get(name, ((), 1))[0], due), 1)
        if project.payouts != type(project.payouts)():
            cells[f"payouts.{flat.room}"] = ((compensation.households(plan).at("fen", row),), 1)
        if project.joinings:
            cells[f"joined.{flat.room}"] = ((plan.shares.at("late", row),), 1)
        if project.upkeep.items:
            cells[f"upkeep.{flat.room}"] = ((upkeep.flats(plan).at("fen", row),), 1)
    cells["total"] = (tuple(plan.shares.at("fen", row) for row in range(len(project.flats))), 1)
    return Reading(project, plan, cells)
