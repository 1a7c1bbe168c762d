"""What a comparison book says, held against the rules scheme by scheme."""

from dataclasses import replace
from functools import cache

from buildings import ODD_AREAS, project
from editing import FORMS, OPT_OUT, WITHIN, YES_NO, Book, column, fen, place
from exactness import EXACT, exact

from elevshare.comparison import compared
from elevshare.money import round_half_up
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess
from elevshare.project.checks import percentage_checks
from elevshare.rules.share import Method
from elevshare.schemes import Family, find, load_all
from elevshare.workbook.check import block_of
from elevshare.workbook.compare.book import make_comparison
from elevshare.workbook.compare.checking import check_list
from elevshare.workbook.compare.gains import others
from elevshare.workbook.compare.plan import ComparePlan

#: What can be compared.
SCHEMES = [scheme for scheme in load_all() if scheme.family is Family.CONTRIBUTION]
THREE = ("nanjing", "xianyang", "general-area")


def under(schemes, one):
    """A project under each of some schemes."""
    return compared([find(name) for name in schemes], lambda s: replace(one, scheme=s))[0]


def filled(schemes=THREE, storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, **more):
    """A building under some schemes; 302 stays out, one amount of subsidy for all."""
    subsidy = SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)
    given = {"out": ("302",), "subsidy": subsidy, **more}
    return under(schemes, project("nanjing", storeys, areas, cost, **given))


def plan_of(projects):
    return ComparePlan(projects[0], tuple(projects))


@cache
def base_book():
    """The finished book of ``filled()``, opened once."""
    projects = filled()
    return Book(make_comparison(projects), plan_of(projects))


@cache
def blank_book():
    """A blank template of the same schemes, likewise."""
    projects = under(THREE, Project(find("nanjing"), Method()))
    return Book(make_comparison(projects), plan_of(projects))


def inputs(plan, projects, base=0):
    """The value of every input that decides something, by address."""
    one = projects[0]
    cells = {
        plan.parameter("storeys"): one.storeys or None,
        plan.parameter("compensation"): one.compensation / 100,
        plan.parameter("opt_out"): OPT_OUT[one.method.opt_out],
        plan.parameter("unit"): one.unit,
        plan.parameter("base"): projects[base].scheme.name,
    }
    for row in range(plan.costs.count):
        item = one.costs[row] if row < len(one.costs) else None
        cells[plan.costs.at("yuan", row)] = item.fen / 100 if item else None
    for row in range(plan.flats):
        flat = one.flats[row] if row < len(one.flats) else None
        values = (
            (flat.room, flat.storey, flat.area / 100, YES_NO[flat.taking_part])
            if flat
            else [None] * 4
        )
        for key, value in zip(("room", "storey", "area", "taking"), values, strict=True):
            cells[plan.households.at(key, row)] = value
    for part, own in zip(plan.parts, projects, strict=True):
        cells[part.choice("form")] = FORMS[own.method.form]
        cells[part.choice("within")] = WITHIN[own.method.within]
        cells[part.choice("subsidy")] = assess(own).subsidy / 100
        for storey in range(1, plan.storeys + 1):
            weight = own.weight(storey)
            value = None if weight is None else weight / 10_000
            cells[part.coefficients.at("weight", storey - 1)] = value
    return cells


def turn_into(book, projects, base=0):
    """Type what makes the book one of other projects."""
    for address, value in inputs(book.plan, projects, base).items():
        book.type(address, value)


class Said:
    """What a comparison book says."""

    def __init__(self, plan, values):
        self.plan, self.values = plan, values

    def at(self, address):
        return self.values.get(place(address), "")

    def block(self, block, key):
        return [self.at(address) for address in column(block.all(key))]

    @property
    def failed(self):
        """Names of the failed checks; the count, the master and the page say the same."""
        checks = block_of(check_list(self.plan))
        results = zip(self.block(checks, "name"), self.block(checks, "result"), strict=True)
        names = [name for name, result in results if result != "通过"]
        assert self.at(self.plan.failed) == len(names)
        for cell in ("说明!A4", "比较!A3", "图表!A2"):
            assert ("【草案】" in self.at(cell)) == bool(names)
        return names

    @property
    def errors(self):
        """Where the book shows an error value."""
        return [key for key, value in self.values.items()
                if isinstance(value, dict) or str(value).startswith("#")]  # fmt: skip


def wrong_weights(plan, projects):
    """The checks that fail for weights that are 待填, or percentages that cannot be."""
    return [
        f"{part.mark} {one.scheme.name}：{name}"
        for part, one in zip(plan.parts, projects, strict=True)
        for name in [
            *["有住户的楼层系数已填"] * any(one.weight(f.storey) is None for f in one.flats),
            *(check.name for check in percentage_checks(one) if not check.passed),
        ]
    ]


def assert_follows(plan, values, projects, base=0):
    """The book says what the rules say; only wrong weights and too large numbers fail checks."""
    said, page = Said(plan, values), plan.page
    outcomes = [assess(one) for one in projects]
    assert said.errors == []
    near = all(exact(one, outcome.net) for one, outcome in zip(projects, outcomes, strict=True))
    assert said.failed == [*wrong_weights(plan, projects), *[EXACT] * (not near)]
    flats = projects[0].flats
    spare = [""] * (plan.flats - len(flats))
    shown = [[one.room, one.storey, one.area / 100, YES_NO[one.taking_part]] for one in flats]
    for number, key in enumerate(("room", "storey", "area", "taking")):
        assert said.block(page, key) == [line[number] for line in shown] + spare
    for part, outcome in zip(plan.parts, outcomes, strict=True):
        assert said.block(page, f"s{part.index}") == [due / 100 for due in outcome.dues] + spare
        top = plan.page.letter(f"s{part.index}")
        money = (outcome.cost, outcome.subsidy, outcome.net)
        assert [fen(said.at(f"比较!{top}{row}")) for row in (6, 7, 8)] == list(money)
        assert fen(said.at(part.figures.yuan("net"))) == outcome.net
    _assert_gains(said, outcomes, base, spare)
    _assert_storeys(said, projects, outcomes)


def _assert_gains(said, outcomes, base, spare):
    """What the schemes beside the base ask more or less, and of how many."""
    plan = said.plan
    beside = [index for index in range(len(outcomes)) if index != base]
    for number, index in enumerate(beside):
        pairs = zip(outcomes[index].dues, outcomes[base].dues, strict=True)
        gains = [due - other for due, other in pairs]
        key = f"o{number}"
        letter = plan.page.letter(key)
        head = f"{plan.parts[index].mark} {plan.parts[index].project.scheme.name}"
        assert said.at(f"比较!{letter}5") == head
        found = said.block(plan.page, key)
        assert [fen(gain) for gain in found[: len(gains)]] == gains
        assert found[len(gains) :] == spare
        assert fen(said.at(f"比较!{letter}8")) == sum(gains)
        assert said.at(f"比较!{letter}9") == sum(gain > 0 for gain in gains)
        assert said.at(f"比较!{letter}10") == sum(gain < 0 for gain in gains)
        assert said.at(others(plan).at("same", number)) == gains.count(0)


def _assert_storeys(said, projects, outcomes):
    """The numbers of the chart: what storeys pay, and on average a household that takes part."""
    block, flats = said.plan.by_storey, projects[0].flats
    for index, outcome in enumerate(outcomes):
        for row in range(block.count):
            dues = [
                due for flat, due in zip(flats, outcome.dues, strict=True) if flat.storey == row + 1
            ]
            taking = sum(flat.taking_part for flat in flats if flat.storey == row + 1)
            mean = round_half_up(sum(dues), taking) if taking else 0
            assert fen(said.at(block.at(f"t{index}", row))) == sum(dues)
            assert fen(said.at(block.at(f"a{index}", row))) == mean


def with_flat(projects, row, **changes):
    """The same building with one flat changed."""
    flats = list(projects[0].flats)
    flats[row] = replace(flats[row], **changes)
    return [replace(one, flats=tuple(flats)) for one in projects]


def with_all(projects, **changes):
    """The same change under every scheme."""
    return [replace(one, **changes) for one in projects]


def with_cost(projects, *amounts):
    """Other cost items, in fen."""
    return with_all(projects, costs=tuple(CostItem("项目", amount) for amount in amounts))
