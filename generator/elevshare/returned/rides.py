"""使用费 of a book that came back: the tariffs, the one chosen, and what every household used."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.returned.cells import Cells, at
from elevshare.returned.singles import Singles
from elevshare.rules.rides import Tariff, Usage
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.rides.fees import TYPED
from elevshare.workbook.subjects.rides.inputs import FEES, MAX_FEE_YUAN

_LABELS = {"ride": "次卡", "card": "月卡", "visitor": "访客"}
_USED = {"rides": "次卡次数", "cards": "月卡张数", "visitors": "访客次数", "owing": "欠费",
         "credit": "预存"}  # fmt: skip


def tariffs_of(cells: Cells, plan: Plan) -> dict[str, Tariff]:
    """Name → fees of every tariff; a fee that is blank or cannot be meant is 0. The first of a name counts."""
    found: dict[str, Tariff] = {}
    for row in range(plan.tariffs.count):
        here = at(plan.tariffs, row)
        read = (
            cells.number(here(key), f"{_LABELS[key]}单价", 100, "0", MAX_FEE_YUAN) for key in FEES
        )
        fees = [one.units if one.right else 0 for one in read]
        found.setdefault(cells.text(here("name")), Tariff(*fees))
    return found


def with_tariffs(project: Project, tariffs: dict[str, Tariff]) -> Project:
    """The project with the book's fees in place of the scheme's."""
    rides = project.scheme.rides
    if rides is None:
        return project
    stated = tuple(replace(one, fees=tariffs.get(one.name, one.fees)) for one in rides.tariffs)
    return replace(project, scheme=replace(project.scheme, rides=replace(rides, tariffs=stated)))


def chosen(singles: Singles, tariffs: dict[str, Tariff]) -> Tariff:
    """The tariff in force; without one nothing costs anything."""
    return singles.choice("ride_tariff", tariffs, Tariff(0, 0, 0))


def month_of(singles: Singles) -> str:
    """The month of the bills as yyyy-mm, empty where it is not told."""
    year, month = singles.known("usage_year"), singles.known("usage_month")
    return f"{year}-{month:02}" if year and month else ""


def usage_of(cells: Cells, plan: Plan, row: int) -> Usage:
    """What one household used; what cannot be meant counts as nothing."""
    here, found = at(plan.usage, row), {}
    for key, (high, scale) in TYPED.items():
        read = cells.number(here(key), _USED[key], scale, "0", high)
        found[key] = read.units if read.right else 0
    return Usage(**found)


def check_strays(cells: Cells, plan: Plan, rows: set[int]) -> None:
    """Note what was used in a row that has no household; ``rows`` are those that have."""
    for row in set(range(plan.usage.count)) - rows:
        here = at(plan.usage, row)
        for key in TYPED:
            if cells.value(here(key)) is not None:
                cells.note(here(key), "“住户”的这一行没有填好", "请先填好“住户”，或清空这一行")
                break
