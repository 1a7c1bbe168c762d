"""Read a project file (TOML): what a whole project is, written down once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.draft import Building, Draft, amount_of, blank, finished, weights_of
from elevshare.intake.fields import area_of, storey_of
from elevshare.intake.files import decoded, read_bytes
from elevshare.intake.flats import Row
from elevshare.intake.parts import financing, joining, lease, upkeep, voting
from elevshare.intake.text import safe_text, shown
from elevshare.money import UNITS
from elevshare.project import (
    MAX_COSTS,
    MAX_STOREYS,
    CostItem,
    Papers,
    Project,
    SubsidyChoice,
    SubsidyMode,
)
from elevshare.rules.share import Form, Method, OptOut, Within
from elevshare.schemes import Scheme
from elevshare.toml_table import Table, parse

#: What one book can hold of cost items, and of characters in a text.
_TEXT_LIMIT = 50
_PAPERS = ("estate", "building", "entrance", "payee", "bank", "account", "contact")
_FORMS = {form.value: form for form in Form}
_WITHIN = {within.value: within for within in Within}
_OPT_OUT = {opt_out.value: opt_out for opt_out in OptOut}
_MODES = {mode.value: mode for mode in SubsidyMode}


def read_project(path: Path, scheme: Scheme) -> Project:
    """A project from a project file, under a scheme.

    Raises:
        InputError: unknown keys, wrong values or flats, with file and line.
    """
    return finished(read_draft(path, scheme))


def read_draft(path: Path, scheme: Scheme) -> Draft:
    """A project file without its roster being read yet."""
    name = shown(path.name)
    root = parse(decoded(read_bytes(path), name), name)
    share = root.table("share")
    project = replace(
        blank(scheme).project,
        papers=_papers(root.table("project")),
        costs=_costs(root),
        subsidy=_subsidy(root.table("subsidy")),
        compensation=_compensation(root.table("compensation")),
        unit=share.choice("unit", {unit: unit for unit in UNITS}, "分"),
        voting=voting.read(root.table("voting")),
        upkeep=upkeep.read(root.table("upkeep")),
        financing=financing.read(root.table("financing")),
        joining=joining.read(root.table("joining")),
        lease=lease.read(root.table("lease"), scheme),
    )
    building = _building(root, path)
    draft = _shared(share, project, building)
    root.done()
    return draft


def _papers(table: Table) -> Papers:
    """The ``[project]``: what the bills say."""
    texts = {key: _safe(table, key, "") for key in _PAPERS}
    papers = Papers(**texts, due_date=table.day("due_date"))
    table.done()
    return papers


def _safe(table: Table, key: str, default: str | None = None) -> str:
    """A text that may go into a cell."""
    name = f"「{table.name(key)}」"
    return safe_text(table.word(key, default), what=name, limit=_TEXT_LIMIT, where=table.where(key))


def _building(root: Table, path: Path) -> Building:
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
    building = Building(
        storeys=_storeys(table),
        areas=_areas(table),
        roster=path.parent / table.text("roster") if table.has("roster") else None,
        rows=rows,
        where=table.where("areas"),
    )
    table.done()
    return building


def _storeys(table: Table) -> int:
    """Storeys of the building, 0 where they are not told."""
    if not table.has("storeys"):
        return 0
    return storey_of(
        table.word("storeys"), table.where("storeys"), what=f"「{table.name('storeys')}」"
    )


def _areas(table: Table) -> tuple[int, ...]:
    """Areas of the flats of a floor, in 0.01 m²."""
    if not table.has("areas"):
        return ()
    texts = table.items("areas")
    if not texts:
        raise table.wrong("areas", "应是一列面积", "请写成如 [80, 100.5] 的样子")
    return tuple(
        area_of(text, table.where("areas"), what=f"第 {number} 户的建筑面积")
        for number, text in enumerate(texts, 1)
    )


def _row(table: Table) -> Row:
    """One ``[[flat]]`` as raw texts, for the one validator of all flats."""
    row = Row(
        room=table.word("room", ""),
        storey=table.word("storey", ""),
        area=table.word("area", ""),
        owner=table.word("owner", ""),
        taking_part="是" if table.flag("taking_part", True) else "否",
        where=table.where(),
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
        costs.append(CostItem(name, fen, table.flag("eligible", True)))
        table.done()
    return tuple(costs)


def _subsidy(table: Table) -> SubsidyChoice:
    """The ``[subsidy]``: none, by the scheme's rule, or an amount."""
    filled = table.has("amount")
    default = SubsidyMode.MANUAL if filled else SubsidyMode.NONE
    mode = table.choice("mode", _MODES, default.value)
    if filled and mode is not SubsidyMode.MANUAL:
        raise table.wrong(
            "amount", f"与 mode「{mode.value}」矛盾", "请删去 amount，或把 mode 改成 手工填写"
        )
    choice = SubsidyChoice(
        mode=mode,
        amount=amount_of(table.number("amount", 2, 0), table.where("amount"), "补贴"),
        level=_level(table) if table.has("level") else None,
        reserved_shaft=table.flag("reserved_shaft", False),
        other_grant=table.flag("other_grant", False),
    )
    table.done()
    return choice


def _level(table: Table) -> int:
    """The highest level reached, in half storeys."""
    level, odd = divmod(table.number("level", 1), 5)
    if odd:
        raise table.wrong("level", "只能是整层或半层", "请改成如 6 或 6.5 的数")
    if not 0 < level <= 2 * MAX_STOREYS:
        raise table.wrong("level", "不是合理的层数", f"请填 0.5 到 {MAX_STOREYS} 之间的数")
    return level


def _compensation(table: Table) -> int:
    """The ``[compensation]`` in fen."""
    fen = amount_of(table.number("amount", 2, 0), table.where("amount"), "补偿")
    table.done()
    return fen


def _shared(table: Table, project: Project, building: Building) -> Draft:
    """The ``[share]``: what of the scheme's way of sharing is done otherwise."""
    method = Method(
        table.choice("form", _FORMS, project.method.form.value),
        table.choice("within", _WITHIN, project.method.within.value),
        table.choice("opt_out", _OPT_OUT, project.method.opt_out.value),
    )
    where = table.where("coefficients")
    weights = weights_of(_coefficients(table), where)
    table.done()
    return Draft(replace(project, method=method, weights=weights), building, where)


def _coefficients(table: Table) -> list[tuple[int, str]]:
    """Storeys and coefficients: a list from storey 1 on, or a table by storey."""
    texts = table.items("coefficients")
    if texts is not None:
        return list(enumerate(texts, 1))
    inner = table.table("coefficients")
    return [(_storey_key(inner, key), inner.word(key)) for key in inner.keys()]  # noqa: SIM118


def _storey_key(table: Table, key: str) -> int:
    """The storey that a key of the coefficients names."""
    return storey_of(key, table.where(key), what="系数的楼层")
