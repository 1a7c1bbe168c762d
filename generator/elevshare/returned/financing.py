"""筹资, 公积金 and 还款表 of a book that came back."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.returned.cells import Cells, Reading, amounts, at
from elevshare.returned.singles import Singles
from elevshare.rules import budget, fund
from elevshare.rules.loan import Loan
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import Scheme
from elevshare.schemes.parts.fund import FundRule
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.finance import tables as finance
from elevshare.workbook.subjects.fund import tables as fund_cells

_ORDERS = {order.value: order for order in fund.Order}


def budget_of(cells: Cells, plan: Plan) -> budget.Budget:
    """The items and their sources, and what a document claims."""
    block, claims, keys = finance.inputs(plan), finance.claims(plan), finance.KEYS
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


def loan_of(singles: Singles) -> Loan:
    """What is paid back month by month."""
    return Loan(
        amount=singles.known("loan_amount"),
        rate=singles.known("loan_rate"),
        months=singles.known("loan_months"),
        first_on=singles.day("loan_first"),
        advance=singles.known("advance"),
        fee=singles.known("advance_fee"),
        advertising=singles.known("advance_ads"),
    )


def with_fund(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with the provident fund's rule as the book states it, and the family's balances."""
    block = fund_cells.inputs(plan)
    persons = tuple(
        (cells.text(at(block, row)("relation")), found.units)
        for row, found in amounts(cells, block, "balance", "公积金余额")
        if found.right
    )
    project = replace(project, scheme=_with_fund_rule(project.scheme, singles))
    given = fund.Fund(singles.day("fund_registered"), singles.text("fund_room"), persons)
    return replace(project, fund=given)


def _with_fund_rule(scheme: Scheme, singles: Singles) -> Scheme:
    """The scheme with the provident fund's rule as the book states it, itself where that is its own."""
    unit, shipped = singles.number("fund_unit") or 1, scheme.fund
    order, months = (
        singles.choice("fund_order", _ORDERS, None),
        singles.number("fund_months") or None,
    )
    if shipped:
        return replace(scheme, fund=replace(shipped, unit=unit, order=order, months=months))
    if (unit, order, months) == (1, None, None):
        return scheme
    stated = FundRule(unit, order, months, "待填", "", "由使用者填写", scheme.document.source)
    return replace(scheme, fund=stated)


def _part(cells: Cells, block: Block, row: int, key: str) -> Reading:
    """The part that one source pays."""
    return cells.number(at(block, row)(key), "来源比例", RATE_SCALE, "0", "1")
