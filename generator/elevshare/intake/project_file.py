"""Read a project file (TOML), which has all inputs of a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.columns import (
    AGREES,
    EXEMPT,
    FIXED,
    OWN_WEIGHT,
    PAYOUT,
    PERSON,
    REASON,
    RESERVE,
    RESERVE_LEFT,
    TERM,
    VOTE,
)
from elevshare.intake.draft import BuildingInput, Draft, blank, finished
from elevshare.intake.fields import amount_of, area_of, entry_of, stated_storey_of
from elevshare.intake.flats import RosterRow
from elevshare.intake.parts import (
    budget,
    changes,
    compensation,
    fund,
    joining,
    lease,
    loan,
    notice,
    pools,
    rides,
    settlement,
    sharing,
    subsidy,
    upkeep,
    voting,
)
from elevshare.money import UNITS
from elevshare.opened.user_file import MAX_PROJECT, decoded, read_bytes
from elevshare.project import (
    MAX_COSTS,
    CostItem,
    Papers,
    Project,
    Topic,
)
from elevshare.project.topics import chosen
from elevshare.rules.late import RefundBasis
from elevshare.rules.pools import MAIN
from elevshare.rules.reserve import RATE_SCALE
from elevshare.schemes import Scheme, with_part
from elevshare.schemes.choose import part_of
from elevshare.text import safe_text, shown
from elevshare.toml_table import Table, parse

#: What one book can hold of cost items, and of characters in a text.
_TEXT_LIMIT = 50
#: Key of ``[[flat]]`` → the column of a roster that it stands for.
MORE = {
    "vote": VOTE,
    "agrees": AGREES,
    "person": PERSON,
    "exempt": EXEMPT,
    "payout": PAYOUT,
    "own_weight": OWN_WEIGHT,
    "fixed": FIXED,
    "reason": REASON,
    "reserve": RESERVE,
    "reserve_left": RESERVE_LEFT,
    "term": TERM,
}
_PAPERS = ("estate", "building", "entrance", "payee", "bank", "account", "contact")
#: The sections that may name another scheme, and the part that they take from it.
_PARTS = {
    "subsidy": "subsidy",
    "compensation": "compensation",
    "voting": "consent",
    "upkeep": "upkeep",
    "fund": "fund",
}


def read_project(path: Path, scheme: Scheme) -> Project:
    """A project from a project file, under a scheme.

    Raises:
        InputError: unknown keys, wrong values or flats, with file and line.
    """
    return finished(read_draft(path, scheme))


def read_draft(
    path: Path,
    scheme: Scheme,
    taken: Mapping[str, Scheme] | None = None,
    made_on: str = "",
    day: str = "",
) -> Draft:
    """The draft of a project file; its roster is not read yet.

    Args:
        path: the file.
        scheme: the scheme, in whatever version.
        taken: the schemes of which parts are taken, by part, whatever the file says.
        made_on: 编制日期, which overrides that of the file.
        day: the day of which rules are taken where there is no 编制日期; empty for the newest ones.
    """
    name = shown(path.name)
    root = parse(decoded(read_bytes(path, MAX_PROJECT), name), name)
    about = root.table("project")
    stated = about.day("made_on")
    made_on = made_on or stated
    scheme = scheme.on(made_on or day)
    share = root.table("share")
    parts = {key: root.table(key) for key in _PARTS}
    taken = taken or {}
    borrowed = parts["subsidy"].has("scheme") or "subsidy" in taken
    for key, part in _PARTS.items():
        scheme = _taken(parts[key], part, scheme, taken.get(part), made_on or day)
    total, payouts = compensation.read(parts["compensation"], scheme.compensation)
    empty = blank(scheme).project
    costs = _costs(root) or empty.costs
    topics = _topics(about, scheme)
    project = replace(
        empty,
        two_a_page=about.flag("two_a_page", False),
        papers=replace(_papers(about), made_on=made_on),
        topics=topics,
        costs=costs,
        subsidy=subsidy.read(parts["subsidy"], borrowed),
        compensation=total,
        payouts=payouts,
        unit=share.choice("unit", {unit: unit for unit in UNITS}, "分"),
        voting=voting.read(parts["voting"]),
        upkeep=upkeep.read(parts["upkeep"]),
        fund=fund.read(parts["fund"]),
        budget=budget.read(root.table("budget")),
        loan=loan.read(root.table("loan")),
        joinings=joining.read(
            root, RefundBasis.CARRIED if share.has("carriers") else RefundBasis.DUE
        ),
        settlement=settlement.read(root.table("settlement"), len(costs)),
        changes=changes.read(root),
        lease=lease.read(root.table("lease"), scheme),
        fares=rides.read(root.table("rides"), scheme),
        notice=notice.read(root.table("notice")),
        others=_others(root),
        reserve_rate=_reserve_rate(root.table("reserve")),
        pools=pools.read(root, empty.pools, sharing.coefficients),
    )
    building = _building(root, path)
    project, where = sharing.read(share, project)
    draft = Draft(project, building, where)
    root.done()
    return draft


def _taken(table: Table, part: str, scheme: Scheme, other: Scheme | None, day: str) -> Scheme:
    """The scheme with a part of the ``other`` one, or of the one that a section names, if any.

    Of several versions the one of the day is taken.
    """
    where = table.where("scheme")
    name = table.text("scheme") if table.has("scheme") else ""
    if other or not name:
        return with_part(scheme, part, other.on(day)) if other else scheme
    try:
        return with_part(scheme, part, part_of(name, part).on(day))
    except InputError as error:
        raise InputError(error.what, where=where, todo=error.todo) from None


def _papers(table: Table) -> Papers:
    """The ``[project]``: texts for the bills."""
    texts = {key: _safe(table, key, "") for key in _PAPERS}
    papers = Papers(**texts, due_date=table.day("due_date"))
    table.done()
    return papers


def _topics(table: Table, scheme: Scheme) -> frozenset[Topic] | None:
    """The optional subjects that the book shall have, ``None`` where the file does not say."""
    words = table.items("with")
    if words is None:
        return None
    return chosen([shown(word) for word in words], scheme.family, table.where("with"))


def _safe(table: Table, key: str, default: str | None = None) -> str:
    """A text that may go into a cell."""
    name = f"「{table.name(key)}」"
    return safe_text(table.word(key, default), what=name, limit=_TEXT_LIMIT, where=table.where(key))


def _building(root: Table, path: Path) -> BuildingInput:
    """The ``[building]`` and ``[[flat]]``: areas, a roster, or flat by flat."""
    table = root.table("building")
    rows = tuple(_row(flat) for flat in root.tables("flat"))
    ways = [key for key in ("areas", "roster") if table.has(key)] + ["flat"] * bool(rows)
    if len(ways) > 1:
        raise InputError(
            f"{'、'.join(ways)} 同时出现",
            where=table.where(),
            todo="areas、roster 和 [[flat]] 只能用一种，请删去其余的",
        )
    building = BuildingInput(
        storeys=_storeys(table),
        areas=_areas(table),
        roster=path.parent / table.text("roster") if table.has("roster") else None,
        rows=rows,
        where=table.where("areas"),
        entry=entry_of(table.word("entry", ""), table.where("entry")),
    )
    table.done()
    return building


def _storeys(table: Table) -> int:
    """Storeys of the building, 0 where they are not given."""
    if not table.has("storeys"):
        return 0
    return stated_storey_of(
        table.word("storeys"), table.where("storeys"), what=f"「{table.name('storeys')}」"
    )


def _areas(table: Table) -> tuple[int, ...]:
    """Areas of the flats of a storey, in 0.01 m²."""
    if not table.has("areas"):
        return ()
    texts = table.items("areas")
    if not texts:
        raise table.wrong("areas", "应是一列面积", "请写成如 [80, 100.5] 的样子")
    return tuple(
        area_of(text, table.where("areas"), what=f"第 {number} 户的建筑面积")
        for number, text in enumerate(texts, 1)
    )


def _row(table: Table) -> RosterRow:
    """One ``[[flat]]`` as texts, to be validated like a row of a roster."""
    row = RosterRow(
        room=table.word("room", ""),
        storey=table.word("storey", ""),
        area=table.word("area", ""),
        owner=table.word("owner", ""),
        taking_part="是" if table.flag("taking_part", True) else "否",
        where=table.where(),
        more={column: table.word(key, "") for key, column in MORE.items() if table.has(key)},
    )
    table.done()
    return row


def _costs(root: Table) -> tuple[CostItem, ...]:
    """The ``[[cost]]`` items."""
    tables = root.tables("cost")
    if len(tables) > MAX_COSTS:
        raise InputError(
            f"费用超过 {MAX_COSTS} 项",
            where=tables[MAX_COSTS].where(),
            todo="请把小项合并",
        )
    costs = []
    for table in tables:
        name = _safe(table, "item")
        if not name:
            raise table.wrong("item", "是空的", "请填费用的名称")
        fen = amount_of(table.number("amount", 2), table.where("amount"), f"费用「{name}」")
        pool = table.word("pool", "").strip()
        eligible = table.flag("eligible", True)
        costs.append(CostItem(name, fen, eligible, "" if pool == MAIN else pool))
        table.done()
    return tuple(costs)


def _reserve_rate(table: Table) -> int | None:
    """The ``[reserve]``: the part of a household's balance that it may use, in 1/10,000."""
    rate = table.number("rate", 4) if table.has("rate") else None
    if rate is not None and not 0 <= rate <= RATE_SCALE:
        raise table.wrong("rate", "不在 0 到 1 之间", "请写成如 0.7 的比例")
    table.done()
    return rate


def _others(root: Table) -> tuple[tuple[str, int], ...]:
    """The ``[[other]]``: money of others, each with its source."""
    found = []
    for table in root.tables("other"):
        name = _safe(table, "source")
        if not name:
            raise table.wrong("source", "是空的", "请填谁出的钱，如 公共维修资金")
        what = f"其他来源「{name}」"
        found.append((name, amount_of(table.number("amount", 2), table.where("amount"), what)))
        table.done()
    return tuple(found)
