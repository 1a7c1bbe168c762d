"""Read a returned lease book: its fee tables, the billed months, its households."""

from __future__ import annotations

from dataclasses import replace

from elevshare.leasing import rule_of
from elevshare.project import MAX_STOREYS, Project, Topic
from elevshare.rules.lease import (
    MONTHS,
    PERIODS,
    FeeTable,
    Lease,
    LeasePeriod,
    flats_a_storey,
    table_for,
)
from elevshare.schemes.parts.lease import LeaseTable
from elevshare.workbook.lease.fields import MAX_FEE_YUAN, MAX_LANDING, OTHER, TABLES
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.reading.cells import Cells, at
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.reading.singles import Singles


def read_back(project: Project, typed: Typed, plan: LeasePlan) -> Project:
    """The project with the fees and months of the returned book."""
    cells, singles = typed.cells, typed.singles
    tables = [one for key in TABLES if (one := _table(cells, plan, key))]
    landing = flats_a_storey(project.flats)
    stated = singles.known("landing") or landing
    storeys = singles.known("storeys") or int(
        max((flat.storey for flat in project.flats), default=0)
    )
    rule = rule_of(project)
    if stated != landing:
        tables = _moved(tables, storeys, stated, landing)
    replaced = tuple(LeaseTable(one, (), rule.source) for one in tables)
    if replaced and [one.table for one in rule.tables] != tables:
        rule = replace(rule, tables=replaced)
    rule = singles.into(rule, "scheme.lease")
    return replace(
        project,
        scheme=replace(project.scheme, lease=rule),
        storeys=storeys,
        lease=_lease(project.lease, cells, singles, plan),
    )


def _table(cells: Cells, plan: LeasePlan, key: str) -> FeeTable | None:
    """One fee table; ``None`` if the book does not state its size."""
    tops = (str(MAX_STOREYS), MAX_LANDING)
    size = [
        cells.number(at(plan.sizes, line)(key), what, 1, "1", top)
        for line, (what, top) in enumerate(
            zip(("收费表的总层数", "收费表的一梯几户"), tops, strict=True)
        )
    ]
    fees = [_fee(cells, plan, row, key) for row in range(plan.fees.count)]
    if not all(one.right for one in size):
        if size[0].right or size[1].right:
            cells.note(at(plan.sizes, 0)(key), "收费表的层数、户数没有填齐", "请把两格都填成整数")
        return None
    while fees and fees[-1] is None:
        fees.pop()
    return FeeTable(size[0].units, size[1].units, tuple(fee or 0 for fee in fees))


def _fee(cells: Cells, plan: LeasePlan, row: int, key: str) -> int | None:
    """A fee in fen; 0 if it is invalid, ``None`` if it is blank."""
    found = cells.number(
        at(plan.fees, row)(key), f"第 {row + 1} 层收费标准", 100, "0", MAX_FEE_YUAN
    )
    return None if found.blank else found.units if found.right else 0


def _moved(tables: list[FeeTable], storeys: int, typed: int, landing: int) -> list[FeeTable]:
    """The fee tables, adapted to the flats on a landing that the owners typed.

    The rules choose a table by the flats that exist, the book by the typed number. So the table
    that the book chooses is given the size of the building.
    """
    found = table_for(tables, storeys, typed)
    others = [
        one
        for one in tables
        if (one.storeys, one.flats) not in ((storeys, landing), (storeys, typed))
    ]
    return [*others, replace(found, flats=landing)] if found else others


def _lease(stated: Lease, cells: Cells, singles: Singles, plan: LeasePlan) -> Lease:
    """The billed months and the owners' own fees."""
    period, number = stated.period or LeasePeriod.YEAR, stated.number
    most = PERIODS.get(period, MONTHS)
    if number > most:
        where = singles.place("period_no")
        cells.note(where, f"{period.value}收费一年只有 {most} 期，没有第 {number} 期", "请改正期次")
    if period is LeasePeriod.CHOSEN and stated.first > stated.last:
        cells.note(singles.place("to_month"), "截止月早于起始月", "请改成不早于上一行的月份")
    own = _column(cells, plan, "own")
    other = _column(cells, plan, OTHER) if plan.has(Topic.TERMS) else ()
    return replace(stated, number=min(number, most), fees=own, other_fees=other)


def _column(cells: Cells, plan: LeasePlan, key: str) -> tuple[int | None, ...]:
    """The fees of a column in fen, up to the last one that is filled in."""
    fees = [_fee(cells, plan, row, key) for row in range(plan.fees.count)]
    while fees and fees[-1] is None:
        fees.pop()
    return tuple(fees)
