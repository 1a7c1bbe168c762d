"""A project that is being put together from options and a project file; its flats come last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from elevshare import leasing
from elevshare.errors import InputError
from elevshare.intake.carriers import look_at_half_stops, with_stops
from elevshare.intake.flats import Expected, RosterRow, flats_from_rows
from elevshare.intake.grid import flats_from_grid
from elevshare.intake.roster_flats import flats_of
from elevshare.intake.stairwells import Stairwell
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.report import TableReport
from elevshare.money import scaled
from elevshare.project import MAX_STOREYS, CostItem, Papers, Project, validate
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.share import (
    MAX_WEIGHT,
    WEIGHT_PLACES,
    WEIGHT_SCALE,
    Flat,
    Method,
    Storey,
)
from elevshare.schemes import Family, Scheme
from elevshare.schemes.holidays import with_known_days
from elevshare.schemes.parts.share import Entry
from elevshare.text import shown


@dataclass(frozen=True, slots=True)
class BuildingInput:
    """What options and project file say of a building; ``storeys`` is 0 where it is not given.

    ``entry`` is where its lift stops, ``None`` where it is not given.
    At most one is given of ``areas`` (of the flats of a storey, in 0.01 m²), ``roster`` and ``rows``.
    ``choices`` says what of the roster is to be taken.
    """

    storeys: int = 0
    areas: tuple[int, ...] = ()
    roster: Path | None = None
    choices: TableChoices = ASKED_NOTHING
    rows: tuple[RosterRow, ...] = ()
    where: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A project without flats, its building, and the place of its coefficients for messages."""

    project: Project
    building: BuildingInput = field(default_factory=BuildingInput)
    weights_where: str = ""


def blank(scheme: Scheme, made_on: str = "") -> Draft:
    """A draft with only what the scheme states: its way of sharing and what is paid in advance.

    ``made_on`` is 编制日期, yyyy-mm-dd or empty.
    """
    papers = Papers(made_on=made_on)
    if scheme.family is Family.LEASE:
        return Draft(Project(scheme, Method(), papers=papers))
    method = Method(scheme.sharing.form, scheme.sharing.within)
    prepaid = (CostItem(scheme.rides.item, scheme.rides.prepaid),) if scheme.rides else ()
    rule = scheme.compensation.rule if scheme.compensation else Compensation()
    pools = tuple(one.pool for one in scheme.sharing.pools)
    return Draft(Project(scheme, method, costs=prepaid, payouts=rule, pools=pools, papers=papers))


def finished(draft: Draft, report: TableReport | None = None) -> Project:
    """The project with its flats read and everything checked.

    Args:
        draft: the project without flats.
        report: what was understood of the roster is added to it.

    Raises:
        InputError: the building, its roster or the amounts are wrong.
    """
    report = report if report is not None else TableReport()
    draft, flats = _read(draft, report)
    notice = with_known_days(draft.project.notice)
    draft = replace(draft, project=replace(draft.project, notice=notice))
    if report.by_household or draft.project.by_household:
        draft = replace(draft, project=replace(draft.project, by_household=True))
    storeys = draft.building.storeys or int(max((0, *(flat.storey for flat in flats))))
    if storeys:
        _refuse_above(draft, storeys)
    project = with_stops(
        replace(draft.project, flats=_compensated(draft.project, flats), storeys=storeys)
    )
    look_at_half_stops(project, report)
    leased = project.scheme.family is Family.LEASE
    (leasing.validate if leased else validate)(project)
    return project


def _refuse_above(draft: Draft, storeys: int) -> None:
    """Refuse coefficients and carriers of storeys that the building does not have."""
    above = [storey for storey in draft.project.weights if int(storey) > storeys]
    if above:
        raise InputError(
            f"给出了第 {max(above):g} 层的系数，而楼只有 {storeys} 层",
            where=draft.weights_where,
            todo="请删去多余的系数，或改正总层数",
        )
    if high := [storey for storey in draft.project.method.carriers if int(storey) > storeys]:
        raise InputError(
            f"由第 {max(high):g} 层分担退出份额，而楼只有 {storeys} 层",
            todo="请改正分担的楼层，或改正总层数",
        )


def _compensated(project: Project, flats: tuple[Flat, ...]) -> tuple[Flat, ...]:
    """The flats, with the compensations that a published case states for rooms of these numbers."""
    found = project.scheme.compensation
    amounts = dict(found.flats) if found else {}
    return tuple(
        flat if flat.payout else replace(flat, payout=amounts.get(flat.room, 0)) for flat in flats
    )


def _read(draft: Draft, report: TableReport) -> tuple[Draft, tuple[Flat, ...]]:
    """The flats of a building, from its areas, its roster or its rows.

    The draft is given back with the stairwell that the roster names.
    """
    building = draft.building
    expected = _expected(draft.project, building.storeys)
    if building.roster:
        stairwell, flats = flats_of(building.roster, building.choices, expected, report)
        return replace(draft, project=_named(draft.project, stairwell)), flats
    if building.rows:
        return draft, flats_from_rows(building.rows, expected, report)
    if not building.areas:
        return draft, ()
    if not building.storeys:
        raise InputError(
            "有每层各户的面积，没有总层数",
            where=building.where,
            todo="请补上总层数：--storeys，或项目文件 [building] 中的 storeys",
        )
    return draft, flats_from_grid(building.storeys, building.areas, building.where)


def _expected(project: Project, storeys: int) -> Expected:
    """What is known of a building under a scheme: who needs no area because it pays nothing."""
    if project.scheme.share is None:
        return Expected(storeys or None, percent=project.by_household)
    compensated = project.payouts.way is CompensationWay.POOL
    return Expected(
        storeys or None,
        free=lambda storey: project.weight(storey) == 0,
        measured=lambda storey: compensated and storey == 1,
        percent=project.by_household,
    )


def _named(project: Project, stairwell: Stairwell) -> Project:
    """The project with the names of its roster's stairwell, where it has none itself."""
    papers = project.papers
    given = {
        "estate": papers.estate or stairwell.estate,
        "building": papers.building or stairwell.building,
        "entrance": papers.entrance or stairwell.entrance,
    }
    return replace(project, papers=replace(papers, **given))


def weights_of(pairs: Sequence[tuple[Storey, str]], where: str) -> Mapping[Storey, int]:
    """Coefficients in 1/10,000 by storey.

    >>> dict(weights_of([(1, "0"), (2, "0.5")], "--coefficients"))
    {1: 0, 2: 5000}
    """
    weights: dict[Storey, int] = {}
    for storey, text in pairs:
        if not 1 <= storey <= MAX_STOREYS:
            raise InputError(
                f"系数的楼层 {storey:g} 不在 1 到 {MAX_STOREYS} 之间",
                where=where,
                todo="请改正楼层",
            )
        if storey in weights:
            raise InputError(f"第 {storey:g} 层的系数重复", where=where, todo="请每层只写一个")
        what = f"第 {storey:g} 层的系数"
        if not text.strip():
            raise InputError(f"{what}是空的", where=where, todo="请填数字，不出钱的层填 0")
        weight = scaled(shown(text), WEIGHT_PLACES, where=where, what=what)
        if not 0 <= weight <= MAX_WEIGHT:
            raise InputError(
                f"{what}「{shown(text)}」是负数或过大",
                where=where,
                todo=f"请填 0 到 {MAX_WEIGHT // WEIGHT_SCALE} 之间的数",
            )
        weights[storey] = weight
    return MappingProxyType(weights)
