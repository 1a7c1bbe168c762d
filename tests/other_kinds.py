"""Examples of what is not a sharing or a subsidy: the project of each, the rules, the book's cells.

A ``Reading`` says which project makes the book, what is typed into it besides, and where a
figure of the example stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from agreed import agreed_cells, agreed_found
from buildings import bare, flats, project_from
from example import Case, Found
from example_book import Cells, Reading
from paying_kinds import budget_cells, budget_found, late_cells, late_found

from elevshare import leasing
from elevshare.money import largest_remainder, parse_yuan
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess
from elevshare.rules import fares, fund, lease, loan, rides
from elevshare.rules.compensation import CompensationWay, breaches, caps
from elevshare.rules.consent import Voting, decide, tally
from elevshare.rules.share import Flat, Method
from elevshare.schemes import find, with_part
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.calc.months import months
from elevshare.workbook.subjects.compensation import tables as compensation
from elevshare.workbook.subjects.consent import decision as consent
from elevshare.workbook.subjects.fund import tables as fund_cells
from elevshare.workbook.subjects.loans import tables as loans
from elevshare.workbook.subjects.pools import splits
from elevshare.workbook.subjects.pools.tables import PLANNED
from elevshare.workbook.subjects.rides import storey_fares, tariffs
from elevshare.workbook.subjects.sharing.plan import SharingPlan


def compensated(case: Case) -> Project:
    """南京's sharing with the case's compensation; 厦门's at the cap, for it states no amount."""
    options = {key: str(value) for key, value in case.input.items()}
    one = project_from(find("nanjing"), **options)
    scheme = with_part(one.scheme, "compensation", find(case.scheme))
    found = scheme.compensation
    rule, amounts = found.rule, dict(found.flats)
    if rule.way is CompensationWay.FIRST:
        rule = replace(rule, first=caps(rule, one.cost, len(one.flats))[0])
    households = tuple(replace(flat, payout=amounts.get(flat.room, 0)) for flat in one.flats)
    return replace(one, scheme=scheme, payouts=rule, flats=households)


def compensation_found(case: Case) -> Found:
    """Every flat's amount, the caps and the total, which breaks no limit (珠海's is the limit)."""
    project = compensated(case)
    outcome, rule = assess(project), project.payouts
    total, cost = outcome.compensation, project.cost
    if rule.way is CompensationWay.TABLE and rule.total_cap:
        total = cost * rule.total_cap // 10_000
        assert breaches(rule, total + 1, cost, project.flats, outcome.payouts)
    assert not breaches(rule, total, cost, project.flats, outcome.payouts)
    first, second = caps(rule, cost, len(project.flats))
    by_flat = zip(project.flats, outcome.payouts, strict=True)
    paid = {f"flats.{flat.room}": fen for flat, fen in by_flat}
    share = Fraction(100 * total, cost)
    return {**paid, "first": first, "second": second, "total": total, "share.of_cost": share}


def compensation_cells(case: Case) -> Reading:
    """The same figures on 补偿."""
    project = compensated(case)
    plan, capped = SharingPlan(bare(project)), project.payouts.total_cap is not None
    rows = compensation.households(plan)
    paid = {f"flats.{f.room}": ((rows.at("fen", n),), 1) for n, f in enumerate(project.flats)}
    keys = {
        "first": "first_cap",
        "second": "second_cap",
        "total": "total_cap" if capped else "total",
    }
    figures = {name: ((compensation.figures(plan)[key],), 1) for name, key in keys.items()}
    return Reading(project, plan, {**paid, **figures})


def leased(case: Case) -> Project:
    """A building of equal flats under the case's fee table."""
    areas = ",".join(["60"] * case.input["flats"])
    return project_from(find(case.scheme), storeys=str(case.input["storeys"]), areas=areas)


def lease_found(case: Case) -> Found:
    """Fees as printed, a month of the stairwell, a converted month, twelve months of one flat."""
    project, charge = leased(case), find(case.scheme).lease.charge
    storeys = range(1, case.input["storeys"] + 1)
    fees = {storey: leasing.fee(project, storey) or 0 for storey in storeys}
    years = {storey: lease.annual(fee, charge) for storey, fee in fees.items()}
    twelve = {s: sum(lease.month(year, n) for n in range(1, 13)) for s, year in years.items()}
    return {
        "income": Fraction(sum(years.values()) * case.input["flats"], 12),
        **{f"fees.{storey}": fee for storey, fee in fees.items()},
        **{f"monthly.{storey}": Fraction(year, 12) for storey, year in years.items()},
        **{f"twelve.{storey}": fen for storey, fen in twelve.items()},
    }


def lease_cells(case: Case) -> Reading:
    """The same on 收费 and 分月, but the conversion, which nobody is billed."""
    project = leased(case)
    plan, cells = LeasePlan(bare(project)), {}
    for row in range(case.input["storeys"]):
        cells[f"fees.{row + 1}"] = ((plan.fees.at("used", row),), 100)
        cells[f"twelve.{row + 1}"] = ((months(plan).at("total", row),), 100)
    cells["income"] = ((plan.figure("full_month"),), 1)
    return Reading(project, plan, cells)


def voted(case: Case) -> Project:
    """Equal flats of one owner each, of whom some took part."""
    rows = range(case.input["flats"])
    households = tuple(
        Flat(str(n + 101), 3, 8000, vote=n < case.input["taking_part"], agrees=False) for n in rows
    )
    scheme = find("nanjing")
    return Project(scheme, Method(), households, 3, (CostItem("费用", 100),),
                   voting=Voting(find(case.scheme).name))  # fmt: skip


def consent_found(case: Case) -> Found:
    """How many must take part, and how many of those must agree."""
    rule = find(case.scheme).consent.rule
    needs = [hurdle.need for hurdle in decide(rule, tally(voted(case).flats)).hurdles]
    return {"part": needs[1], "agree": needs[3]}


def consent_cells(case: Case) -> Reading:
    """The same on 表决."""
    project = voted(case)
    rows = consent.hurdles(plan := SharingPlan(bare(project)))
    cells = {"part": ((rows.at("need", 1),), 1), "agree": ((rows.at("need", 3),), 1)}
    return Reading(project, plan, cells)


def rides_found(case: Case) -> Found:
    """From how many rides a month card costs no more."""
    given = {key: parse_yuan(case.input[key]) for key in ("ride", "card")}
    return {"breakeven": rides.break_even(rides.Tariff(given["ride"], given["card"], 0)) or 0}


def rides_cells(case: Case) -> Reading:
    """The same on 使用费, with the scheme's tariff of that fee chosen."""
    scheme, ride = find(case.scheme), parse_yuan(case.input["ride"])
    name = next(one.name for one in scheme.rides.tariffs if one.fees.ride == ride)
    project = project_from(scheme, storeys="6", areas="60")
    plan = SharingPlan(bare(project))
    cells = {"breakeven": ((tariffs.figures(plan).even,), 1)}
    return Reading(project, plan, cells, {plan.parameter("ride_tariff"): name})


def fared(case: Case) -> Project:
    """A building whose storey of the case has cards of a month and of a year."""
    storey, (month, year) = (
        case.input["storey"],
        (parse_yuan(case.input[k]) for k in ("month", "year")),
    )
    prices = (*[fares.Fare()] * (storey - 1), fares.Fare(None, month, year))
    project = project_from(find("beijing-rongsheng"), storeys="7", areas="60")
    return replace(project, fares=fares.Fares(prices))


def fares_found(case: Case) -> Found:
    """In how many months a year card costs no more than month cards."""
    return {"months": fares.months_of_year_card(fared(case).fares.storeys[-1]) or 0}


def fares_cells(case: Case) -> Reading:
    """The same on 使用费."""
    project = fared(case)
    plan = SharingPlan(bare(project))
    row = storey_fares.storey_fares(plan).at("even_months_no", case.input["storey"] - 1)
    return Reading(project, plan, {"months": ((row,), 1)})


def fund_found(case: Case) -> Found:
    """What a family may draw."""
    share, subsidy = (parse_yuan(case.input[key]) for key in ("share", "subsidy"))
    return {"limit": fund.limit(share - subsidy)}


def fund_cells_of(case: Case) -> Reading:
    """One household that pays all: its share and its subsidy are the lift's."""
    share, subsidy = (parse_yuan(case.input[key]) for key in ("share", "subsidy"))
    project = Project(
        find(case.scheme), Method(), flats(3, [8000])[2:], 3, (CostItem("费用", share),),
        SubsidyChoice(SubsidyMode.MANUAL, subsidy), fund=fund.Fund(room="301"),
    )  # fmt: skip
    plan = SharingPlan(bare(project))
    return Reading(project, plan, {"limit": ((fund_cells.figures(plan).limit,), 1)})


def loan_found(case: Case) -> Found:
    """A month of the stairwell, a month of each payer, all instalments together."""
    amount = parse_yuan(case.input["amount"])
    lines = loan.schedule(amount, 0, case.input["months"])
    each = largest_remainder(lines[0].payment, [1] * case.input["payers"])
    return {
        "monthly": lines[0].payment,
        "each": each[0],
        "total": sum(line.payment for line in lines),
    }


def loan_cells(case: Case) -> Reading:
    """The same on 还款表, every payer owing the same."""
    amount = parse_yuan(case.input["amount"])
    households = flats(case.input["payers"], [8000])
    project = Project(
        find("general-equal"), Method(find("general-equal").sharing.form,
        find("general-equal").sharing.within), households, len(households),
        (CostItem("费用", amount),), loan=loan.Loan(amount, 0, case.input["months"]),
    )  # fmt: skip
    plan = SharingPlan(bare(project))
    cells = {
        "monthly": ((loans.figures(plan).payment,), 1),
        "each": ((loans.households(plan).at("units", 0),), 1),
        "total": ((loans.figures(plan).amount, loans.figures(plan).interest), 1),
    }
    return Reading(project, plan, cells)


def pooled(case: Case) -> Project:
    """A building whose scheme has one pool, which costs ``pooled``."""
    given = {key: str(value) for key, value in case.input.items() if key != "pooled"}
    one = project_from(find(case.scheme), **given)
    name = one.pools[0].name
    item = CostItem(name, parse_yuan(case.input["pooled"]), pool=name)
    return replace(one, costs=(*one.costs, item))


def pooled_found(case: Case) -> Found:
    """Each storey's main part and part of the pool, each flat's sum, the total."""
    project = pooled(case)
    found = assess(project)
    figures: dict[str, int] = {"total": sum(found.dues)}
    parts = zip(project.flats, found.dues, found.main, found.pools[0].parts, strict=True)
    for flat, due, main, part in parts:
        figures[f"flats.{flat.room}"] = due
        for key, fen in (("floors", main), ("pool", part)):
            figures[f"{key}.{flat.storey}"] = figures.get(f"{key}.{flat.storey}", 0) + fen
    return figures


def pooled_cells(case: Case) -> Reading:
    """The same on 分摊 and 分项."""
    project = pooled(case)
    plan = SharingPlan(bare(project))
    storeys = (("floors", plan.storey_table), ("pool", splits.split(plan, PLANNED, 0).storeys))
    cells: Cells = {"total": ((plan.figures.net,), 1)}
    for key, table in storeys:
        amounts = {f"{key}.{n + 1}": ((table.at("amount", n),), 100) for n in range(plan.storeys)}
        cells |= amounts
    for row, flat in enumerate(project.flats):
        cells[f"flats.{flat.room}"] = ((plan.shares.at("fen", row),), 1)
    return Reading(project, plan, cells)


#: Kind → what the rules make of a case, and where its book says the same.
KINDS: dict[str, tuple[Callable[[Case], Found], Callable[[Case], Reading]]] = {
    "compensation": (compensation_found, compensation_cells),
    "lease": (lease_found, lease_cells),
    "consent": (consent_found, consent_cells),
    "rides": (rides_found, rides_cells),
    "fares": (fares_found, fares_cells),
    "fund": (fund_found, fund_cells_of),
    "loan": (loan_found, loan_cells),
    "pools": (pooled_found, pooled_cells),
    "late": (late_found, late_cells),
    "budget": (budget_found, budget_cells),
    "agreement": (agreed_found, agreed_cells),
}
