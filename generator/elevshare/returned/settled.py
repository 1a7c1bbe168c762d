"""决算 of a book that came back: what every item has cost in the end."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import CostItem, Project, SubsidyMode, Topic, granted
from elevshare.returned.cells import Cells, at
from elevshare.returned.entries import Arrival
from elevshare.returned.singles import Singles
from elevshare.rules import arrival
from elevshare.rules.settlement import Actual
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.settlement.items import typed


def actual_of(
    project: Project,
    cells: Cells,
    singles: Singles,
    plan: Plan,
    rows: Sequence[CostItem | None],
    arrivals: Sequence[Arrival],
) -> Actual:
    """What has come about in place of the plan.

    ``rows`` is what every row of the planned costs holds, ``arrivals`` what is known of the subsidy.
    """
    given = singles.number("actual_subsidy")
    return Actual(
        day=singles.day("settled_on"),
        costs=_costs(cells, plan, rows),
        subsidy=_arrived(project, plan, arrivals) if given is None else given,
        compensation=singles.number("actual_compensation"),
    )


def _costs(cells: Cells, plan: Plan, rows: Sequence[CostItem | None]) -> tuple[int | None, ...]:
    """What every planned item has cost, and after them what was not planned and has cost something."""
    block = typed(plan)
    found: list[int | None] = []
    unplanned: list[int | None] = []
    for row, item in enumerate(rows):
        place = at(block, row)("yuan")
        amount = cells.money(place, "实际金额")
        if item is not None:
            found.append(amount.units if amount.right else None)
        elif amount.right and cells.value(at(plan.costs, row)("item")) is not None:
            unplanned.append(amount.units)
        elif amount.right:
            cells.note(
                place, "“参数”第二节没有这一项费用", "请先在“参数”写上项目名称，或清空这一格"
            )
    return (*found, *unplanned) if found else ()


def _arrived(project: Project, plan: Plan, arrivals: Sequence[Arrival]) -> int | None:
    """The subsidy for building that has arrived, where the book knows and it is said to be all."""
    received = project.subsidy.arrival is arrival.Arrival.RECEIVED
    if not plan.has(Topic.CASH) or not received:
        return None
    by_rule = project.subsidy.mode is SubsidyMode.RULE
    kept = granted(project).upkeep if by_rule else 0
    return max(0, sum(one.arrived for one in arrivals) - kept)
