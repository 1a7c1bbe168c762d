"""Read 决算 of a returned book: the actual amount of every item."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project, SubsidyMode, Topic, granted
from elevshare.rules.arrival import SubsidyArrival
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.subjects.cash.reading import arrivals_of
from elevshare.workbook.subjects.sharing.read_costs import cost_rows


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the actual amounts of the book."""
    stated = project.settlement
    if stated.subsidy is None:
        stated = replace(stated, subsidy=_arrived(project, typed))
    return replace(project, settlement=replace(stated, costs=_costs(typed)))


def _costs(typed: Typed) -> tuple[int | None, ...]:
    """The actual amount of every planned item, then of unplanned items with an amount."""
    found: list[int | None] = []
    unplanned: list[int | None] = []
    planned = typed.rows("costs")
    for row, plan, item in zip(typed.rows("settlement"), planned, cost_rows(typed), strict=True):
        amount = row.number("yuan")
        if item is not None:
            found.append(amount.units if amount.right else None)
        elif amount.right and plan.value("item") is not None:
            unplanned.append(amount.units)
        elif amount.right:
            row.note("yuan", "“参数”第二节没有这一项费用", "请先在“参数”写上项目名称，或清空这一格")
    return (*found, *unplanned) if found else ()


def _arrived(project: Project, typed: Typed) -> int | None:
    """The subsidy for building that arrived, in fen; ``None`` if that is not yet certain.

    It is certain if the book has 资金 and 参数 says that the subsidy has arrived.
    """
    received = project.subsidy.arrival is SubsidyArrival.RECEIVED
    if not typed.plan.has(Topic.CASH) or not received:
        return None
    by_rule = project.subsidy.mode is SubsidyMode.RULE
    kept = granted(project).upkeep if by_rule else 0
    return max(0, sum(one.arrived for one in arrivals_of(typed)) - kept)
