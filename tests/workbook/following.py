"""What a book says, held against the rules: every figure, table and bill."""

from dataclasses import replace
from functools import cache
from itertools import product

from buildings import NONE, ODD_AREAS, payable, project
from editing import Book
from exactness import EXACT, exact

from elevshare.money import UNITS, largest_remainder
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess, granted
from elevshare.rules.share import Method, OptOut, SplitForm, Within, counted_weights
from elevshare.rules.subsidy import Subsidy, Tier, fixed
from elevshare.schemes import find
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.grants import government
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: Five storeys of two odd flats, 302 stays out; storeys 1 and 2 pay nothing.
BASE = project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, out=("302",))
BLANK = payable(Project(find("nanjing"), Method(), topics=NONE))
METHODS = [Method(*choice) for choice in product(SplitForm, Within, (OptOut.ALL, OptOut.FLOOR))]


@cache
def base_book(topics):
    """The finished book of BASE, opened once and typed into by one test after the other."""
    return _opened(replace(BASE, topics=topics))


@cache
def blank_book(topics):
    """The blank template, with what every bill has to tell filled in, likewise."""
    return _opened(payable(replace(BLANK, topics=topics)))


def _opened(project):
    return Book(make_book(project), SharingPlan(project))


def assert_follows(book, project, rows=None, red=()):
    """The book says what the rules say; only the checks ``red`` fail, and that of too large numbers."""
    said, outcome = book.read(), assess(project)
    rows = range(len(project.flats)) if rows is None else rows
    assert said.errors == []
    assert said.failed == [*red, *[EXACT] * (not exact(project, outcome.net))]
    dues = dict(zip(rows, outcome.dues, strict=True))
    assert said.dues == [dues.get(row, "") for row in range(book.plan.flats)]
    assert sum(dues.values()) == outcome.net
    figures = ("total_cost", "subsidy", "compensation", "net_cost")
    assert [said.named(name) for name in figures] == [
        fen / 100 for fen in (outcome.cost, outcome.subsidy, outcome.compensation, outcome.net)
    ]
    assert storeys(said) == expected_storeys(project, outcome, book.plan.storeys)
    households = dict(zip(rows, expected_households(project, outcome), strict=True))
    assert shown(said) == [households.get(row, ("",) * 7) for row in range(book.plan.flats)]
    assert bills(said) == expected_bills(project, outcome)
    assert said.to_pay == list(outcome.dues)


def storeys(said):
    """The floor table: flats, areas in m², coefficients, amounts in yuan."""
    keys = ("flats", "taking", "area", "taking_area", "coefficient", "counted_coefficient",
            "amount")  # fmt: skip
    return list(zip(*(said.block(said.plan.storey_table, key) for key in keys), strict=True))


def expected_storeys(project, outcome, storeys):
    """The same from the rules."""
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    counted = counted_weights(project.flats, weights, project.method)
    scale = 1_000_000 if project.method.form is SplitForm.FLOORS else 10_000
    dues = list(zip(project.flats, outcome.dues, strict=True))

    def line(storey):
        here = [flat for flat in project.flats if flat.storey == storey]
        taking = [flat for flat in here if flat.taking_part]
        return (
            len(here),
            len(taking),
            sum(flat.area for flat in here) / 100,
            sum(flat.area for flat in taking) / 100,
            (project.weight(storey) or 0) / 10_000,
            counted.get(storey, 0) / scale,
            sum(due for flat, due in dues if flat.storey == storey) / 100,
        )

    return [line(storey) for storey in range(1, storeys + 1)]


def shown(said):
    """The household table: storey, m², whether it takes part, coefficient, base, portion, due."""
    keys = ("storey", "area", "taking", "coefficient", "base", "portion", "due")
    return list(zip(*(said.block(said.plan.shares, key) for key in keys), strict=True))


def expected_households(project, outcome):
    """The same from the rules."""
    flats, method = project.flats, project.method
    counted = counted_weights(
        flats, {f.storey: project.weight(f.storey) or 0 for f in flats}, method
    )
    unit, storeys_first = UNITS[project.unit], method.form is SplitForm.FLOORS
    units = largest_remainder(outcome.net // unit, list(counted.values()))
    of_storey = dict(zip(counted, units, strict=True))
    own = [
        method.size(flat) * flat.taking_part * (1 if storeys_first else counted[flat.storey])
        for flat in flats
    ]

    def household(flat, part, due):
        group = sum(
            other
            for neighbour, other in zip(flats, own, strict=True)
            if not storeys_first or neighbour.storey == flat.storey
        )
        base = of_storey[flat.storey] if storeys_first else outcome.net // unit
        return (
            flat.storey,
            flat.area / 100,
            "是" if flat.taking_part else "否",
            counted[flat.storey] / (1_000_000 if storeys_first else 10_000),
            base * unit / 100,
            part / group if group else 0,
            due / 100,
        )

    return [household(*line) for line in zip(flats, own, outcome.dues, strict=True)]


BILLED = ("房号", "楼层", "建筑面积㎡", "是否参与", "总费用", "减：补贴", "加：补偿支出",
          "大家分摊的钱", "本户应分摊", "应缴合计")  # fmt: skip


def bills(said):
    """What the bills say, household by household."""
    return [tuple(bill[label] for label in BILLED) for bill in said.bills]


def expected_bills(project, outcome):
    """The same from the rules."""
    dues = list(zip(project.flats, outcome.dues, strict=True))
    whole = (outcome.cost, outcome.subsidy, outcome.compensation, outcome.net)

    def bill(flat, due):
        money = (fen / 100 for fen in (*whole, due, due))
        taking = "是" if flat.taking_part else "否"
        return (flat.room, f"{flat.storey} 层", flat.area / 100, taking, *money)

    return [bill(*pair) for pair in dues]


def with_flat(row, **changes):
    """BASE with one flat changed."""
    flats = list(BASE.flats)
    flats[row] = replace(flats[row], **changes)
    return replace(BASE, flats=tuple(flats))


def with_rule(rule, cost=65_432_101, **choice):
    """BASE under a subsidy rule; the design (about a seventh) is not eligible for a rate."""
    source = BASE.scheme.sources[0].key
    scheme = replace(BASE.scheme, subsidy=SubsidyRule(rule, "示例", "", "", source))
    design = cost // 7
    return replace(
        BASE,
        scheme=scheme,
        costs=(CostItem("设计", design, eligible=False), CostItem("施工", cost - design)),
        subsidy=SubsidyChoice(SubsidyMode.RULE, **choice),
    )


def with_amount(amount, **more):
    """BASE with a subsidy filled in by hand."""
    return replace(BASE, subsidy=SubsidyChoice(SubsidyMode.MANUAL, amount), **more)


def costs(*amounts):
    """Cost items in fen."""
    return tuple(CostItem(f"第 {i} 项", fen) for i, fen in enumerate(amounts, 1))


HALVES = (Tier(8, 10_000_000), Tier(9, 12_000_000), Tier(12, 20_000_001, 1_000_000))
CITY_DISTRICT_STREET = (("市级", 3_333), ("区级", 3_333), ("街道", 3_334))
RATE = Subsidy(rate=4_000, cap=28_000_000, split=(("市级", 5_000), ("区级", 5_000)))

SUBSIDIES = {
    "fixed": with_rule(Subsidy(fixed(20_000_000))),
    "rate": with_rule(RATE),
    "rate-of-odd-fen": with_rule(Subsidy(rate=3_333), cost=77_777_777),
    "rate-above-its-cap": with_rule(RATE, cost=123_456_789),
    "rate-of-all": with_rule(Subsidy(rate=10_000)),
    "rate-of-nothing": with_rule(Subsidy(rate=0)),
    "cap-of-tiers": with_rule(Subsidy(HALVES, cap=15_000_000), level=14),
    "shaft-halves": with_rule(replace(RATE, reserved_shaft=5_000), reserved_shaft=True),
    "shaft-of-odd-fen": with_rule(
        Subsidy(fixed(20_000_001), reserved_shaft=5_000), reserved_shaft=True
    ),
    "shaft-not-reserved": with_rule(replace(RATE, reserved_shaft=5_000)),
    "other-grant-excluded": with_rule(replace(RATE, exclusive=True), other_grant=True),
    "other-grant-allowed": with_rule(RATE, other_grant=True),
    "no-other-grant": with_rule(replace(RATE, exclusive=True)),
    "owners-minimum": with_rule(Subsidy(fixed(50_000_000), owners_minimum=3_333)),
    "owners-minimum-not-reached": with_rule(Subsidy(fixed(5_000_000), owners_minimum=1_000)),
    "owners-all": with_rule(Subsidy(fixed(5_000_000), owners_minimum=10_000)),
    "upkeep": with_rule(Subsidy(fixed(20_000_001), upkeep=1_234, split=CITY_DISTRICT_STREET)),
    "split-three-ways": with_rule(Subsidy(fixed(20_000_000), split=CITY_DISTRICT_STREET)),
    "everything": with_rule(
        Subsidy(HALVES, None, 19_999_999, 5_001, True, 7_001, 999, CITY_DISTRICT_STREET),
        cost=31_234_567,
        level=13,
        reserved_shaft=True,
    ),
}


def assert_grant_follows(book, project):
    """What the whole subsidy is, what is kept for upkeep, and what each level pays."""
    said, found = book.read(), granted(project)
    assert said.at(book.plan.grant("limited")) == found.total
    assert said.at(book.plan.grant("upkeep")) == found.upkeep
    names, amounts = (said.block(government(book.plan), key) for key in ("level", "amount"))
    rows = [(name, amount) for name, amount in zip(names, amounts, strict=True) if amount != ""]
    assert rows == [(name, part / 100) for name, part in found.split]
    if rows:
        assert sum(round(amount * 100) for _, amount in rows) == found.total
