"""Make a project from options of the command line, and from a project file if one is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date  # noqa: N812 — an option is called date
from pathlib import Path
from typing import TypeVar

from elevshare.digits import half_width
from elevshare.errors import InputError
from elevshare.intake.carriers import with_opt_out
from elevshare.intake.draft import BuildingInput, Draft, blank, finished, weights_of
from elevshare.intake.fields import (
    amount_of,
    area_of,
    entry_of,
    fen_of,
    stated_stop_of,
    stated_storey_of,
)
from elevshare.intake.fields.amounts import FEW_FOR_A_LIFT, parts_of
from elevshare.intake.project_file import read_draft
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.report import TableReport
from elevshare.money import UNITS, yuan
from elevshare.opened.days import day_of
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode
from elevshare.project.topics import chosen
from elevshare.rules.share import Storey
from elevshare.schemes import Scheme, with_part
from elevshare.schemes.choose import part_of
from elevshare.schemes.wording import PART_OPTIONS
from elevshare.text import shown
from elevshare.toml_table import FIRST_YEAR, LAST_YEAR
from elevshare.vocabulary import folded

#: What the one cost item is called where only a total is given.
TOTAL_COST = "加装电梯总费用"
_LIST_MARKS = re.compile("[,、;]")
Chosen = TypeVar("Chosen")


def project_from(
    scheme: Scheme,
    *,
    storeys: str | None = None,
    areas: str | None = None,
    roster: str | None = None,
    project_file: str | None = None,
    cost: str | None = None,
    subsidy: str | None = None,
    unit: str | None = None,
    opt_out: str | None = None,
    coefficients: str | None = None,
    entry: str | None = None,
    parts: Mapping[str, str] | None = None,
    topics: str | None = None,
    date: str | None = None,
    day: str = "",
    choices: TableChoices = ASKED_NOTHING,
    report: TableReport | None = None,
) -> Project:
    """A project from the texts of options; an option overrides the project file.

    ``parts`` has the schemes of which parts are taken, by part (a key of ``schemes.PARTS``).
    ``choices`` says what of the roster is taken; what was understood of it is added to ``report``.
    ``date`` is 编制日期. Of rules with several versions those of 编制日期 are taken, where nobody gives
    it those of ``day`` (yyyy-mm-dd), and the newest ones where that is empty.

    Raises:
        InputError: an option or file is wrong, or they contradict each other.

    >>> from elevshare.schemes import find
    >>> project = project_from(find("nanjing"), storeys="7", areas="80,100", cost="60万")
    >>> len(project.flats), project.cost, project.flats[-1].room
    (14, 60000000, '702')
    """
    made_on = "" if date is None else _date(date)
    draft = _drafted(scheme, project_file, parts or {}, made_on, day)
    scheme = draft.project.scheme
    building = building_from(draft.building, storeys, areas, roster, entry)
    _check_entry(scheme, building)
    building, project = replace(building, choices=choices), draft.project
    if cost is not None:
        project = replace(project, costs=(_cost(cost, scheme, report),))
    if subsidy is not None:
        project = replace(project, subsidy=_subsidy(subsidy, project.subsidy))
    if unit is not None:
        project = replace(project, unit=_chosen("--unit", unit, {name: name for name in UNITS}))
    if opt_out is not None:
        project = replace(project, method=with_opt_out(project.method, opt_out, "--opt-out"))
    where = draft.weights_where if coefficients is None else "--coefficients"
    if coefficients is not None:
        project = replace(project, weights=weights_of(_coefficients(coefficients), where))
    if topics is not None:
        named = chosen([shown(word) for word in _parts(topics)], scheme.family, "--with")
        project = replace(project, topics=named | (project.topics or frozenset()))
    if not project.papers.made_on and project.scheme.dated_parts:
        project = replace(project, rules_day=day)
    return finished(Draft(project, building, where), report)


def _date(text: str) -> str:
    """A date as yyyy-mm-dd, however people write it.

    >>> _date("2026-03-01"), _date("2026/3/1"), _date("２０２６年3月1日")
    ('2026-03-01', '2026-03-01', '2026-03-01')
    """
    found = _iso(text.strip()) or day_of(half_width(text))
    if found is None:
        todo = "请写成 2026-06-30 或 2026年6月30日 的样子"
        raise InputError(f"「{shown(text)}」不是日期", where="--date", todo=todo)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        what = f"日期 {found} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 年之间"
        raise InputError(what, where="--date", todo="请改正年份")
    return str(found)


def _iso(text: str) -> Date | None:
    """A day of any year, written as yyyy-mm-dd."""
    try:
        return (
            Date.fromisoformat(text) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
        )
    except ValueError:
        return None


def _drafted(
    scheme: Scheme, project_file: str | None, parts: Mapping[str, str], made_on: str, day: str
) -> Draft:
    """The draft of the project file, or a blank one; with the parts of other schemes."""
    taken = {part: _taken(name, part) for part, name in parts.items()}
    if project_file is not None:
        return read_draft(Path(project_file), scheme, taken, made_on, day)
    scheme = scheme.on(made_on or day)
    for part, other in taken.items():
        scheme = with_part(scheme, part, other.on(made_on or day))
    draft = blank(scheme, made_on)
    if "subsidy" not in taken:
        return draft
    by_rule = replace(draft.project.subsidy, mode=SubsidyMode.RULE)
    return replace(draft, project=replace(draft.project, subsidy=by_rule))


def _taken(name: str, part: str) -> Scheme:
    """The scheme of which an option takes a part."""
    try:
        return part_of(name, part)
    except InputError as error:
        raise InputError(error.what, where=PART_OPTIONS[part], todo=error.todo) from None


def _check_entry(scheme: Scheme, building: BuildingInput) -> None:
    """Refuse a scheme that is made for another way of entry than the building has."""
    made_for = scheme.share.entry if scheme.share else None
    if made_for and building.entry and made_for != building.entry:
        raise InputError(
            f"方案「{scheme.name}」是{made_for}的，而楼是{building.entry}的",
            todo=f"请改正入户方式，或只写城市「{scheme.city}」，由层数和入户方式来定",
        )


def _cost(text: str, scheme: Scheme, report: TableReport | None) -> CostItem:
    """The one cost item; an amount too small for a lift, of no unit, is doubted in the report."""
    fen, text = _yuan("--cost", text, "总费用"), text.strip()
    if report is not None and 0 < fen < 100 * FEW_FOR_A_LIFT and not parts_of(folded(text))[1]:
        report.look(f"总费用只有 {yuan(fen)} 元；是 {text} 万元的，请写 --cost {text}万")
    return CostItem(scheme.rides.item if scheme.rides else TOTAL_COST, fen)


def building_from(
    base: BuildingInput,
    storeys: str | None,
    areas: str | None,
    roster: str | None,
    entry: str | None,
) -> BuildingInput:
    """The building of the project file, with the options' values in place of its own."""
    base = replace(base, entry=entry_of(entry or "", "--entry") or base.entry)
    if areas is not None and roster is not None:
        raise InputError("--areas 和 --roster 同时出现", todo="两者只能用一个，请删去一个")
    given = 0 if storeys is None else stated_storey_of(storeys, "--storeys", what="总层数")
    if roster is not None:
        if not roster.strip():
            raise InputError("名册的文件名是空的", where="--roster", todo="请给出文件名")
        return BuildingInput(given, roster=Path(roster), entry=base.entry)
    if areas is not None:
        found = _areas(areas)
        return BuildingInput(given or base.storeys, areas=found, where="--areas", entry=base.entry)
    return replace(base, storeys=given or base.storeys)


def _areas(text: str) -> tuple[int, ...]:
    """Areas of the flats of a storey, in 0.01 m²."""
    return tuple(
        area_of(part, "--areas", what=f"第 {number} 户的建筑面积")
        for number, part in enumerate(_parts(text), 1)
    )


def _parts(text: str) -> list[str]:
    """The parts of a list; full-width commas separate, too.

    >>> _parts("80，100、 61.03")
    ['80', '100', '61.03']
    """
    return [part.strip() for part in _LIST_MARKS.split(half_width(text))]


def _yuan(option: str, text: str, what: str) -> int:
    """A valid amount in fen."""
    return amount_of(fen_of(shown(text), option, what=what), option, what)


def _subsidy(text: str, base: SubsidyChoice) -> SubsidyChoice:
    """The choice of subsidy: none for 0, by the rule for auto, else the amount given."""
    if text.strip().casefold() == "auto":
        return replace(base, mode=SubsidyMode.RULE, amount=0)
    amount = _yuan("--subsidy", text, "补贴")
    mode = SubsidyMode.MANUAL if amount else SubsidyMode.NONE
    return replace(base, mode=mode, amount=amount)


def _chosen(option: str, text: str, choices: Mapping[str, Chosen]) -> Chosen:
    """The value of one of a few words."""
    if text not in choices:
        raise InputError(
            f"「{shown(text)}」不在可选之列", where=option, todo=f"请选：{'、'.join(choices)}"
        )
    return choices[text]


def _coefficients(text: str) -> list[tuple[Storey, str]]:
    """Storeys with coefficients, from a list that begins at storey 1, or from storey=value pairs.

    >>> _coefficients("0,0.5"), _coefficients("7=3.5，5.5＝1.4")
    ([(1, '0'), (2, '0.5')], [(7, '3.5'), (5.5, '1.4')])
    """
    parts = _parts(text)
    if not any("=" in part for part in parts):
        return list(enumerate(parts, 1))
    pairs: list[tuple[Storey, str]] = []
    for part in parts:
        storey, sign, value = part.partition("=")
        if not sign:
            raise InputError(
                f"「{shown(part)}」没有写是第几层",
                where="--coefficients",
                todo="请写成 0,0.5,1（从 1 层起每层一个）或 7=3.5,8=4",
            )
        pairs.append((stated_stop_of(storey, "--coefficients", what="系数的楼层"), value))
    return pairs
