"""What the rules make of an example, by the kind of example: name → result, money in fen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from buildings import bare, flats, project_from
from example import Case, Found
from other_kinds import KINDS

from elevshare.money import parse_yuan, scaled, upper
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess, granted
from elevshare.rules.share import Method
from elevshare.schemes import find


def share_project(case: Case) -> Project:
    """The project of a sharing example, from the options that a user would give."""
    options = {key: str(value) for key, value in case.input.items()}
    return bare(project_from(find(case.scheme), **options))


def share_found(project: Project, floors: Sequence[int], dues: Sequence[int]) -> Found:
    """Amounts of the floors (storey 1 first) and flats, percentages of the whole, the total."""
    total = sum(dues)
    by_floor = {f"floors.{storey}": fen for storey, fen in enumerate(floors, 1)}
    percent = {f"percent.{s}": Fraction(100 * fen, total) for s, fen in enumerate(floors, 1)}
    by_flat = {f"flats.{flat.room}": due for flat, due in zip(project.flats, dues, strict=True)}
    return {**by_floor, **percent, **by_flat, "total": total}


def share(case: Case) -> Found:
    """A building's amounts."""
    project = share_project(case)
    dues = assess(project).dues
    floors = [0] * project.storeys
    for flat, due in zip(project.flats, dues, strict=True):
        floors[flat.storey - 1] += due
    return share_found(project, floors, dues)


def subsidy_project(case: Case) -> Project:
    """A project of one flat a storey that the subsidy is granted to.

    ``rest`` is the cost that a rate does not apply to; ``stop`` the highest level reached.
    """
    scheme, given = find(case.scheme), case.input
    assert given.keys() <= {"storeys", "cost", "rest", "stop", "reserved_shaft", "other_grant"}
    choice = SubsidyChoice(
        SubsidyMode.RULE,
        level=scaled(given["stop"], 1) // 5 if "stop" in given else None,
        reserved_shaft=given.get("reserved_shaft", False),
        other_grant=given.get("other_grant", False),
    )
    costs = (
        CostItem("施工", parse_yuan(given["cost"])),
        CostItem("其他", parse_yuan(given.get("rest", "0")), eligible=False),
    )
    lending = replace(find("general-equal"), subsidy=scheme.subsidy)
    building = flats(given["storeys"], [8000])
    return Project(lending, Method(), building, given["storeys"], costs, choice)


def subsidy(case: Case) -> Found:
    """The whole grant, its part for building and for upkeep, the levels' parts, what is left."""
    project = subsidy_project(case)
    grant = granted(project)
    split = {f"split.{level}": fen for level, fen in grant.split}
    return {
        "total": grant.total,
        "building": grant.building,
        "upkeep": grant.upkeep,
        "net": project.cost - grant.building,
        **split,
    }


def weights(case: Case) -> Found:
    """Coefficients or percentages of a table, their sum, and the sums of its intervals' ends."""
    options = {key: str(value) for key, value in case.input.items()}
    project = project_from(find(case.scheme), areas="100", cost="1", **options)
    values = [Fraction(project.weight(flat.storey) or 0, 10_000) for flat in project.flats]
    rows = project.scheme.sharing.weights
    lows, highs = (sum(getattr(row, end) or 0 for row in rows) for end in ("low", "high"))
    return {
        **{f"weights.{storey}": value for storey, value in enumerate(values, 1)},
        "sum": sum(values),
        "lows": Fraction(lows, 10_000),
        "highs": Fraction(highs, 10_000),
        "intervals.feasible": "是" if lows <= 1_000_000 <= highs else "否",
    }


def capitals(case: Case) -> Found:
    """Amounts in yuan in capital figures."""
    return {text: upper(parse_yuan(text)) for text in case.input["amounts"]}


#: Kind → runner.
RUNNERS: dict[str, Callable[[Case], Found]] = {
    "share": share,
    "subsidy": subsidy,
    "weights": weights,
    "capitals": capitals,
    **{kind: rules for kind, (rules, _) in KINDS.items()},
}
