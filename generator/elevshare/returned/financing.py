"""筹资, 公积金 and 还款表 of a book that came back."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.returned.cells import Cells, Reading, amounts, at
from elevshare.returned.singles import Singles
from elevshare.rules import budget
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import Scheme
from elevshare.schemes.parts.fund import FundRule
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.finance import tables as finance
from elevshare.workbook.subjects.finance.inputs import KEYS
from elevshare.workbook.subjects.fund import tables as fund_cells


def budget_of(cells: Cells, plan: Plan) -> budget.Budget:
    """The items and their sources, and what a document claims."""
    block, claims, keys = finance.inputs(plan), finance.claims(plan), KEYS
    items = [
        budget.BudgetItem(
            cells.text(at(block, row)("item")),
            found.units,
            tuple(_part(cells, block, row, key).units for key in keys),
        )
        for row, found in amounts(cells, block, "yuan", "筹资金额")
        if found.right
    ]
    claimed = (_part(cells, claims, 0, key) for key in keys)
    return budget.Budget(tuple(items), tuple(one.units if one.right else None for one in claimed))


def with_fund(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with the provident fund's rule as the book states it, and the family's balances."""
    block = fund_cells.inputs(plan)
    persons = tuple(
        (cells.text(at(block, row)("relation")), found.units)
        for row, found in amounts(cells, block, "balance", "公积金余额")
        if found.right
    )
    project = replace(project, scheme=_with_fund_rule(project.scheme, singles))
    return replace(project, fund=replace(singles.into(project.fund, "fund"), persons=persons))


def _with_fund_rule(scheme: Scheme, singles: Singles) -> Scheme:
    """The scheme with the provident fund's rule as the book states it, itself where that is its own."""
    nothing = FundRule(1, None, None, "待填", "", "由使用者填写", scheme.document.source)
    stated = singles.into(replace(scheme.fund or nothing, order=None, months=None), "scheme.fund")
    stated = replace(stated, unit=stated.unit or 1)
    return scheme if stated == (scheme.fund or nothing) else replace(scheme, fund=stated)


def _part(cells: Cells, block: Block, row: int, key: str) -> Reading:
    """The part that one source pays."""
    return cells.number(at(block, row)(key), "来源比例", RATE_SCALE, "0", "1")
