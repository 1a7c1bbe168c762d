"""Examples of who pays: later joiners, and the sources of the money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from buildings import bare, project_from
from example import Case, Found
from example_book import Cells, Reading

from elevshare.money import parse_yuan
from elevshare.project import Project, join
from elevshare.project.join import first_standing
from elevshare.rules import budget, late
from elevshare.schemes import find
from elevshare.workbook.subjects.finance import tables as finance
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.sharing.plan import SharingPlan

NANJING = {"storeys": "4", "areas": "80", "cost": "60万"}


def late_project(case: Case) -> Project:
    """A stairwell that 301 joins on the terms of a case; the share is as agreed."""
    told, amounts = case.input, case.input.get("advanced", {})
    joining = late.Joining(
        "301", parse_yuan(told["share"]), late.JoiningWay(told.get("way", "不加不减")),
        years=told.get("years"), months=told.get("months"), free=told.get("free", 0),
        multiple=round(100 * Fraction(told["multiple"])) if "multiple" in told else None,
        write_off=late.WriteOff(told.get("write_off", "按月")),
        basis=late.RefundBasis(told.get("basis", "按应分摊")),
        advances=tuple(late.Advance(room, parse_yuan(yuan)) for room, yuan in amounts.items()),
    )  # fmt: skip
    one = project_from(find("nanjing"), **NANJING)
    households = tuple(replace(flat, taking_part=flat.room != "301") for flat in one.flats)
    return replace(one, flats=households, joinings=(joining,))


def late_found(case: Case) -> Found:
    """What the joiner pays, and what goes back to the others."""
    one = late_project(case)
    done, _ = join(one, one.joinings[0], first_standing(one), (0,) * len(one.flats))
    back = {f"back.{flat.room}": fen for flat, fen in zip(one.flats, done.refunds, strict=True)}
    return {"due": done.payment, "refunded": sum(done.refunds), **back}


def late_cells(case: Case) -> Reading:
    """The same on 后加入."""
    project = late_project(case)
    plan = SharingPlan(bare(project))
    (joiner,) = joiners(plan)
    cells: Cells = {"due": ((joiner.steps.payment,), 1), "refunded": ((joiner.steps.refunded,), 1)}
    cells |= {
        f"back.{flat.room}": ((joiner.refunds.at("units", row),), 1)
        for row, flat in enumerate(project.flats)
    }
    return Reading(project, plan, cells)


_BUDGET = ("own", "subsidy", "fund", "repair")


def budgeted(case: Case) -> budget.FinancingPlan:
    """The case's items."""
    items = []
    for one in case.input["items"]:
        parts = [round(10_000 * Fraction(one["sources"].get(key, "0"))) for key in _BUDGET]
        items.append(budget.BudgetItem(one["name"], parse_yuan(one["amount"]), (*parts, 0, 0)))
    return budget.FinancingPlan(tuple(items))


def budget_found(case: Case) -> Found:
    """What each source pays, and its part of all; ``others`` is neither own money nor subsidy."""
    found = budget.totals(budgeted(case).items)
    return _shares(dict(zip(_BUDGET, found, strict=False)), sum(found))


def _shares(paid: Mapping[str, int], total: int) -> Found:
    share = {f"share.{key}": Fraction(100 * fen, total) for key, fen in paid.items()}
    others = share["share.fund"] + share["share.repair"]
    return {**paid, "total": total, **share, "share.others": others}


def budget_cells(case: Case) -> Reading:
    """The same on 筹资."""
    project = replace(project_from(find("nanjing"), **NANJING), budget=budgeted(case))
    plan = SharingPlan(bare(project))
    rows = finance.sources(plan)
    at = {key: rows.at("ratio", n) for n, key in enumerate(_BUDGET)}
    cells: Cells = {key: ((rows.at("sum_fen", n),), 1) for n, key in enumerate(_BUDGET)}
    cells |= {f"share.{key}": ((cell,), 100) for key, cell in at.items()}
    cells["share.others"] = ((at["fund"], at["repair"]), 100)
    cells["total"] = (tuple(rows.at("sum_fen", n) for n in range(len(_BUDGET))), 1)
    return Reading(project, plan, cells)
