"""The functions give what the rest of the project gives: the rules by project, and the books."""

import io
import json
import random
from contextlib import redirect_stdout
from dataclasses import replace

import openpyxl
import pytest
from buildings import ODD_AREAS, SHARING, project
from stand_in.excel import MISSING, column

from elevshare.cli import main
from elevshare.errors import InputError
from elevshare.leasing import assess as assess_lease
from elevshare.money import UNITS, yuan
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess
from elevshare.project.amounts import granted
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.consent import decide, tally
from elevshare.rules.late import Joining, JoiningWay, settle
from elevshare.rules.loan import schedule
from elevshare.rules.share import Flat, Method, OptOut
from elevshare.rules.upkeep import Sharing, Upkeep, UpkeepItem, year_of
from elevshare.schemes import find, load_all
from elevshare.workbook.book import make_book

OPT_OUTS = {OptOut.ALL: "全体", OptOut.FLOOR: "同层", OptOut.CHOSEN: "指定楼层"}
#: Schemes whose every storey has a weight and whose percentages, if any, make 100.
COMPLETE = [
    scheme
    for scheme in SHARING
    if all(scheme.share.weight(n) for n in range(1, (scheme.share.storeys or 6) + 1))
    and scheme.id != "general-ranges"
]


def fen(result):
    """A column of yuan in fen."""
    return [round(row[0] * 100) for row in result]


def columns(flats):
    """Storeys, areas and who takes part, as the accountant's sheet has them."""
    return (
        column(*(float(flat.storey) for flat in flats)),
        column(*(flat.area / 100 for flat in flats)),
        column(*("是" if flat.taking_part else "否" for flat in flats)),
    )


def shared(excel, one: Project):
    """ELEVSHARE of a project: amounts in fen, or an error."""
    net = (one.cost + one.compensation) / 100
    terms = (
        column(*(None if flat.own_weight is None else flat.own_weight / 10_000 for flat in one.flats)),
        column(*(None if flat.fixed is None else flat.fixed / 100 for flat in one.flats)),
    )  # fmt: skip
    carriers = column(*map(float, one.method.carriers)) if one.method.carriers else MISSING
    given = (*columns(one.flats), one.unit, OPT_OUTS[one.method.opt_out], *terms, carriers)
    found = excel.call("ELEVSHARE", one.scheme.name, net, *given)
    return found if isinstance(found, str) else fen(found)


@pytest.mark.parametrize("scheme", COMPLETE, ids=lambda scheme: scheme.id)
@pytest.mark.parametrize("opt_out", OPT_OUTS)
@pytest.mark.parametrize("unit", UNITS)
def test_share_is_that_of_a_project(scheme, opt_out, unit, excel):
    height = scheme.share.storeys or 6
    one = project(scheme.id, height, ODD_AREAS, 61_234_567, ("402", "303"), opt_out, unit=unit)
    carriers = frozenset({3, 4} if opt_out is OptOut.CHOSEN else ())
    one = replace(one, method=replace(one.method, carriers=carriers))
    assert shared(excel, one) == list(assess(one).dues)


@pytest.mark.parametrize("seed", range(40))
def test_share_of_buildings_nobody_would_think_of(seed, excel):
    dice = random.Random(seed)
    rows = [
        Flat(str(n), dice.randint(1, 12), dice.randint(1, 999_999), "", dice.random() < 0.8)
        for n in range(dice.randint(2, 60))
    ]
    rows.append(Flat("top", 12, 8000))
    found = dice.choice([scheme for scheme in COMPLETE if scheme.share.weight(12)])
    method = Method(found.share.form, found.share.within, dice.choice([OptOut.ALL, OptOut.FLOOR]))
    cost = (CostItem("", dice.randint(0, 10**9)),)
    one = Project(found, method, tuple(rows), 12, cost, unit=dice.choice(list(UNITS)))
    assert shared(excel, one) == list(assess(one).dues)


def odd_flat(dice, number):
    """A flat that may have terms of its own, on a half storey, or below storey 1."""
    storey = dice.choice([*range(1, 8), *range(1, 8), 4.5, 0, -1])
    own = dice.randint(0, 50_000) if storey % 1 or dice.random() < 0.2 else None
    fixed = dice.choice([0, 1, dice.randint(0, 500_000)]) if dice.random() < 0.2 else None
    taking = dice.random() < 0.8
    area = dice.randint(1, 999_999)
    return Flat(str(number), storey, area, taking_part=taking, own_weight=own, fixed=fixed)


@pytest.mark.parametrize("seed", range(120))
def test_share_with_terms_of_their_own_is_that_of_a_project(seed, excel):
    """Also where nothing can be shared: the project is refused, and so is the call."""
    dice = random.Random(seed)
    rows = tuple(odd_flat(dice, n) for n in range(dice.randint(2, 25)))
    found = dice.choice([scheme for scheme in COMPLETE if scheme.share.weight(12)])
    carriers = frozenset(dice.sample([1, 3, 4, 4.5, 5, 6, 7], dice.randint(1, 4)))
    opt_out = dice.choice(list(OPT_OUTS))
    carriers = carriers if opt_out is OptOut.CHOSEN else frozenset()
    method = Method(found.share.form, found.share.within, opt_out, carriers)
    cost = (CostItem("", dice.choice([dice.randint(0, 10**9), dice.randint(0, 10**6)])),)
    one = Project(found, method, rows, 12, cost, unit=dice.choice(list(UNITS)))
    try:
        expected = list(assess(one).dues)
    except (InputError, ValueError):
        expected = "#NUM!"
    assert shared(excel, one) == expected


def test_share_is_what_the_command_prints(excel):
    out = io.StringIO()
    with redirect_stdout(out):
        main(["shares", "nanjing", "--storeys", "7", "--areas", "80,100", "--cost", "600000", "--json"])  # fmt: skip
    flats = json.loads(out.getvalue())["flats"]
    storeys, areas = (column(*(float(one[key]) for one in flats)) for key in ("storey", "area_m2"))
    found = excel.call("ELEVSHARE", "南京", 600000.0, storeys, areas, *[MISSING] * 6)
    assert fen(found) == [one["due_fen"] for one in flats]


@pytest.mark.parametrize(
    ("scheme", "opt_out", "unit"),
    [("nanjing", OptOut.ALL, "分"), ("xianyang", OptOut.FLOOR, "元"), ("general-area", OptOut.ALL, "百元")],
)  # fmt: skip
def test_share_is_what_the_book_shows(scheme, opt_out, unit, excel):
    one = project(scheme, 6, ODD_AREAS[:2], 61_234_567, ("402",), opt_out, unit=unit)
    book = openpyxl.load_workbook(io.BytesIO(make_book(one)), data_only=True)
    ((sheet, cells),) = book.defined_names["amount_due"].destinations
    shown = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert shared(excel, one) == [round(value * 100) for value in shown[: len(one.flats)]]


@pytest.mark.parametrize(
    "scheme",
    [one for one in load_all() if one.subsidy and one.subsidy.computable],
    ids=lambda one: one.id,
)
@pytest.mark.parametrize("level", [8, 9, 10, 12, 14])
@pytest.mark.parametrize("flags", [(False, False), (True, False), (False, True)])
def test_subsidy_is_that_of_a_project(scheme, level, flags, excel):
    choice = SubsidyChoice(SubsidyMode.RULE, 0, level, *flags)
    costs = (CostItem("施工", 40_000_001), CostItem("其他", 10_000_000, eligible=False))
    expected = granted(Project(scheme, Method(), costs=costs, subsidy=choice)).building
    words = ["是" if flag else "否" for flag in flags]
    found = excel.call("SUBSIDY", scheme.id, 500_000.01, level / 2, *words, 400_000.01)
    assert round(found * 100) == expected


def test_net_is_that_of_a_project(excel):
    choice = SubsidyChoice(SubsidyMode.MANUAL, 20_000_001)
    one = project(cost=60_000_003, compensation=1_000_007, subsidy=choice)
    found = excel.call("ELEVNET", 600_000.03, 200_000.01, 10_000.07)
    assert round(found * 100) == assess(one).net


@pytest.mark.parametrize("scheme", ["xiamen", "rizhao"])
def test_compensation_is_that_of_a_project(scheme, excel):
    rule = find(scheme).compensation.rule
    first = 1_000_001 if rule.way is CompensationWay.FIRST else 0
    payouts = Compensation(rule.way, first, rule.second, rule.pool)
    one = project(areas=ODD_AREAS, payouts=payouts)
    given = (*columns(one.flats)[:2], first / 100 if first else MISSING)
    assert fen(excel.call("ELEVCOMP", scheme, 600000.0, *given)) == list(assess(one).payouts)


@pytest.mark.parametrize("scheme", [one for one in load_all() if one.lease], ids=lambda one: one.id)
def test_lease_of_a_year_is_that_of_a_project(scheme, excel):
    for table in scheme.lease.fee_tables:
        flats = tuple(
            Flat(f"{n}0{k}", n, 8000)
            for n in range(1, table.storeys + 1)
            for k in range(table.flats)
        )
        one = Project(scheme, Method(), flats, table.storeys)
        size = (float(table.storeys), float(table.flats))
        found = excel.call("ELEVLEASE", scheme.name, *size, columns(flats)[0], MISSING)
        assert fen(found) == list(assess_lease(one).dues)


def test_lease_months_add_up_to_the_year(excel):
    def first(months):
        return round(excel.call("ELEVLEASE", "华龄安康", 5.0, 3.0, 2.0, float(months)) * 100)

    assert first(12) == 64_000
    assert [first(n) - first(n - 1) for n in (2, 3, 4)] == [5333, 5334, 5333]


@pytest.mark.parametrize("scheme", ["nanjing", "xianyang", "general-equal"])
def test_upkeep_is_that_of_a_year(scheme, excel):
    one = project(scheme, areas=ODD_AREAS, out=("402",))
    weights = {flat.storey: one.weight(flat.storey) for flat in one.flats}
    rule = one.scheme.upkeep.rule if one.scheme.upkeep else Sharing.COEFFICIENT
    upkeep = Upkeep((UpkeepItem("维保", 600_001),))
    year = year_of(upkeep, 0, one.flats, weights, one.method, rule)
    assert fen(excel.call("ELEVUPKEEP", scheme, 6000.01, *columns(one.flats))) == list(year.dues)


@pytest.mark.parametrize(("amount", "months", "rate"), [(150_000.0, 120, 300), (12_345.67, 7, 0)])
def test_instalments_are_the_schedule(amount, months, rate, excel):
    found = excel.call("ELEVINSTALMENT", amount, float(months), rate / 10_000)
    lines = schedule(round(amount * 100), rate, months)
    assert [[round(cell * 100) for cell in row[1:]] for row in found] == [
        [line.payment, line.principal, line.interest, line.balance] for line in lines
    ]
    assert sum(round(row[2] * 100) for row in found) == round(amount * 100)


def test_who_joins_late_pays_what_is_settled(excel):
    for way, number, asked in (("加利息", 0.03, {"rate": 300}), ("折旧", 15.0, {"years": 15})):
        joining = Joining(way=JoiningWay(way), months=37, **asked)
        paid = settle(joining, 1_007_700, [1]).payment
        assert round(excel.call("ELEVLATE", 10_077.0, way, 37.0, number) * 100) == paid


@pytest.mark.parametrize(
    "scheme", [one for one in load_all() if one.consent], ids=lambda one: one.id
)
@pytest.mark.parametrize("seed", range(12))
def test_a_vote_is_decided_by_the_rule(scheme, seed, excel):
    dice = random.Random(seed)
    flats = []
    for n in range(9):
        vote = dice.random() < 0.85
        flats.append(Flat(str(n), 1, dice.randint(3000, 12_000), vote=vote, agrees=vote and dice.random() < 0.8))  # fmt: skip
    marks = [column(*("是" if mark else "否" for mark in marks)) for marks in ([f.vote for f in flats], [f.agrees for f in flats])]  # fmt: skip
    table = dict(excel.call("ELEVVOTE", scheme.id, columns(flats)[1], *marks, MISSING))
    decision = decide(scheme.consent.rule, tally(flats))
    enough = all(test.passed for test in decision.hurdles)
    assert table["结论"].startswith("票数够" if decision.undeclared else "通过") is enough
    for test in decision.hurdles:
        assert table[test.name] == pytest.approx(test.have / test.base, abs=5.1e-5)
        assert (test.name in table["还差"]) is (test.missing > 0)


def test_the_sum_is_always_the_net_amount(excel):
    """Floats only at the border: the cells, added up in fen, make the net amount."""
    for cost in (1, 99, 12_345_678, 999_999_999):
        found = shared(excel, project(areas=ODD_AREAS, cost=cost))
        assert sum(found) == cost, yuan(cost)
