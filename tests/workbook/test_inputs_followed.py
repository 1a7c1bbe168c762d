"""Open a book anywhere, change any input, and every figure follows, to the fen, with no Python.

Each test types into the input cells of a finished book, as a user or a program does, lets an
engine recompute it, and holds what the book then says against the rules.
"""

import io
from dataclasses import replace
from functools import cache
from itertools import product

import formualizer
import openpyxl
import pytest
from buildings import ODD_AREAS, project
from editing import Book, place, sheets, with_inputs
from engines import cached, differences, formula_cells, libreoffice
from hypothesis import given, settings
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.money import UNITS, largest_remainder
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess, granted
from elevshare.rules.share import Flat, Form, Method, OptOut, Within, counted_weights
from elevshare.rules.subsidy import Subsidy, Tier, fixed, stepped
from elevshare.schemes import find, load_all
from elevshare.schemes.model import SubsidyRule
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.cached import finish
from elevshare.workbook.plan import Plan

#: Five storeys of two odd flats, 302 stays out; storeys 1 and 2 pay nothing.
BASE = project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, out=("302",))
BLANK = Project(find("nanjing"), Method())
METHODS = [Method(*choice) for choice in product(Form, Within, OptOut)]


@cache
def base_book():
    """The finished book of BASE, opened once and typed into by one test after the other."""
    return Book(make_book(BASE), Plan(BASE))


@cache
def blank_book():
    """The blank template, likewise."""
    return Book(make_book(BLANK), Plan(BLANK))


@pytest.fixture
def book():
    """The book of BASE, as it was made."""
    return base_book().as_made()


@pytest.fixture
def template():
    """A blank template for 40 households, as it was made."""
    return blank_book().as_made()


def assert_follows(book, project, rows=None, red=()):
    """The book says what the rules say of the project, and only the checks ``red`` fail."""
    said, outcome = book.read(), assess(project)
    rows = range(len(project.flats)) if rows is None else rows
    assert said.errors == []
    assert said.failed == list(red)
    dues = dict(zip(rows, outcome.dues, strict=True))
    assert said.dues == [dues.get(row, "") for row in range(book.plan.flats)]
    assert sum(dues.values()) == outcome.net
    figures = ("total_cost", "subsidy", "compensation", "net_cost")
    assert [said.named(name) for name in figures] == [
        fen / 100 for fen in (outcome.cost, outcome.subsidy, outcome.compensation, outcome.net)
    ]
    assert floors(said) == expected_floors(project, outcome, book.plan.storeys)
    households = dict(zip(rows, expected_households(project, outcome), strict=True))
    assert shown(said) == [households.get(row, ("",) * 7) for row in range(book.plan.flats)]
    assert bills(said) == expected_bills(project, outcome)
    assert said.to_pay == list(outcome.dues)


def floors(said):
    """The floor table: flats, areas in m², coefficients, amounts in yuan."""
    keys = ("flats", "taking", "area", "taking_area", "coefficient", "counted_coefficient",
            "amount")  # fmt: skip
    return list(zip(*(said.block(said.plan.floors, key) for key in keys), strict=True))


def expected_floors(project, outcome, storeys):
    """The same from the rules."""
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    counted = counted_weights(project.flats, weights, project.method)
    scale = 1_000_000 if project.method.form is Form.FLOORS else 10_000
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
    unit, by_floor = UNITS[project.unit], method.form is Form.FLOORS
    units = largest_remainder(outcome.net // unit, list(counted.values()))
    of_floor = dict(zip(counted, units, strict=True))
    own = [
        method.size(flat) * flat.taking_part * (1 if by_floor else counted[flat.storey])
        for flat in flats
    ]

    def household(flat, part, due):
        group = sum(
            other
            for neighbour, other in zip(flats, own, strict=True)
            if not by_floor or neighbour.storey == flat.storey
        )
        base = of_floor[flat.storey] if by_floor else outcome.net // unit
        return (
            flat.storey,
            flat.area / 100,
            "是" if flat.taking_part else "否",
            counted[flat.storey] / (1_000_000 if by_floor else 10_000),
            base * unit / 100,
            part / group if group else 0,
            due / 100,
        )

    return [household(*line) for line in zip(flats, own, outcome.dues, strict=True)]


BILLED = ("房号", "楼层", "建筑面积㎡", "是否参与", "总费用", "减：补贴", "加：补偿支出",
          "应分摊净额", "本层金额", "本户应分摊", "本期应缴")  # fmt: skip


def bills(said):
    """What the bills say, household by household."""
    return [tuple(bill[label] for label in BILLED) for bill in said.bills]


def expected_bills(project, outcome):
    """The same from the rules."""
    dues = list(zip(project.flats, outcome.dues, strict=True))
    whole = (outcome.cost, outcome.subsidy, outcome.compensation, outcome.net)

    def bill(flat, due):
        floor = sum(other for neighbour, other in dues if neighbour.storey == flat.storey)
        money = (fen / 100 for fen in (*whole, floor, due, due))
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


# --- the inputs that the rules know ----------------------------------------------------------


def test_a_new_book_needs_no_change_to_be_of_its_own_project(book):
    book.turn_into(BASE)
    assert book.typed == {}
    assert_follows(book, BASE)


@pytest.mark.parametrize(
    "amounts",
    [(1,), (7,), (99,), (60_000_000,), (999_999_999,), (1_000_000_000,),
     (12_345_678, 1, 10, 30_000_001), (3_333_333,) * 10],
    ids=str,
)  # fmt: skip
def test_cost(book, amounts):
    changed = replace(BASE, costs=costs(*amounts))
    book.turn_into(changed)
    assert_follows(book, changed)


def test_a_cost_typed_into_the_cells_that_the_name_tells(book):
    book.cost(0, 400_000.05)
    book.cost(9, 0.02)
    assert_follows(book, replace(BASE, costs=costs(40_000_005, 2)))


def test_a_cost_of_zero_leaves_nothing_to_pay_and_is_told(book):
    book.cost(0, 0)
    assert_follows(book, replace(BASE, costs=costs(0)), red=["已填建设费用"])


@pytest.mark.parametrize("storey", [1, 2, 3, 4, 5])
def test_each_coefficient(book, storey):
    for weight in (1, 12_345, 10_000_000, 0, 5_000):
        book.coefficient(storey, weight / 10_000)
        assert_follows(book, replace(BASE, weights={storey: weight}))


def test_a_blank_coefficient_counts_as_zero_and_is_told(book):
    book.coefficient(4, None)
    assert_follows(book, replace(BASE, weights={4: None}), red=["有住户的楼层系数已填"])
    assert book.read().at(book.plan.coefficients.at("hint", 3)) == "← 待填"


def test_a_changed_coefficient_is_said_to_be_changed_on_the_sheet_of_sources(book):
    book.coefficient(4, 1.35)
    said = book.read()
    rows = [row for (sheet, cell), row in said.values.items() if sheet == "来源" and cell[0] == "D"]
    assert rows.count("已改动") == 1


@pytest.mark.parametrize("method", METHODS, ids=lambda m: f"{m.form}-{m.within}-{m.opt_out}")
def test_each_method_in_each_unit(book, method):
    for unit in UNITS:
        changed = replace(BASE, method=method, unit=unit)
        book.turn_into(changed)
        assert_follows(book, changed)


@pytest.mark.parametrize(("unit", "base"), [("分", 1), ("角", 10), ("元", 100), ("百元", 10_000)])
def test_every_amount_but_one_is_whole_in_the_unit(book, unit, base):
    book.parameter("unit", unit)
    dues = [due for due in book.read().dues if due != ""]
    assert sum(due % base > 0 for due in dues) <= 1


@pytest.mark.parametrize("row", [0, 4, 5, 9])
def test_each_input_of_a_flat(book, row):
    for changes in ({"area": 1}, {"area": 999_999}, {"storey": 3}, {"taking_part": False},
                    {"taking_part": True}, {"room": "3-1 东"}):  # fmt: skip
        changed = with_flat(row, **changes)
        book.turn_into(changed)
        assert_follows(book, changed)


def test_a_household_added_in_a_spare_row(book):
    changed = replace(BASE, flats=(*BASE.flats, Flat("阁楼", 5, 4_321)))
    book.turn_into(changed)
    assert len(book.typed) == 4
    assert_follows(book, changed)


def test_the_last_spare_row_counts_though_the_rows_before_it_are_empty(book):
    changed = replace(BASE, flats=(*BASE.flats, Flat("阁楼", 5, 4_321)))
    rows = [*range(10), book.plan.flats - 1]
    book.turn_into(changed, rows)
    assert_follows(book, changed, rows)


@pytest.mark.parametrize("gone", [0, 4, 6])
def test_a_household_blanked_in_the_middle(book, gone):
    book.household(gone, room=None, storey=None, area=None, taking=None)
    rows = [row for row in range(10) if row != gone]
    left = replace(BASE, flats=tuple(BASE.flats[row] for row in rows))
    # The name of the owner stays behind: it is no household by itself.
    assert_follows(book, left, rows)


def test_a_book_of_two_households_where_there_were_ten(book):
    changed = replace(BASE, flats=BASE.flats[6:8])
    book.turn_into(changed)
    assert_follows(book, changed)


def test_a_book_with_all_households_blanked_shows_no_amount_and_says_so(book):
    for row in range(10):
        book.household(row, room=None, storey=None, area=None, taking=None)
    said = book.read()
    assert said.errors == said.bills == []
    assert set(said.dues) == {""}
    assert {"已填住户", "有人分摊"} <= set(said.failed)


# --- the blank template ----------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 12, 40])
@pytest.mark.parametrize("typed", ["as-numbers", "as-text"])
def test_a_blank_template_filled_in(template, count, typed):
    flats = tuple(
        Flat(f"{1 + i // 4}{1 + i % 4:02}", 1 + i // 4, ODD_AREAS[i % 4] + i, taking_part=i % 7 < 6)
        for i in range(count)
    )
    filled = replace(BLANK, flats=flats, storeys=12, costs=costs(45_678_901))
    if count == 1:
        filled = replace(filled, flats=(Flat("301", 3, 8_000),))
    template.turn_into(filled)
    for row, flat in enumerate(filled.flats):
        if typed == "as-text":
            template.household(row, storey=str(flat.storey), area=f"{flat.area / 100}")
        else:
            template.household(row, room=int(flat.room))
    assert_follows(template, filled)


def test_a_blank_template_says_that_nothing_is_filled_in(template):
    said = template.read()
    assert said.errors == said.bills == []
    assert set(said.dues) == {""}
    assert said.named("net_cost") == said.named("total_cost") == 0
    assert {"已填建设费用", "已填住户", "有人分摊"} <= set(said.failed)


def test_a_filled_template_says_the_same_as_a_book_made_of_the_project(template):
    template.turn_into(BASE)
    one = template.read()
    other = base_book().as_made().read()
    assert one.dues[:10] == other.dues[:10]
    assert bills(one) == bills(other)
    assert [bill["本户怎么算"] for bill in one.bills] == [
        bill["本户怎么算"] for bill in other.bills
    ]


# --- the file itself -------------------------------------------------------------------------


def test_a_program_fills_the_template_through_the_names_and_reads_the_amounts():
    file = openpyxl.load_workbook(io.BytesIO(make_book(BLANK)))

    def cells(name):
        sheet, area = place(file.defined_names[name].attr_text)
        return [row[0] for row in file[sheet][area]]

    for row, flat in enumerate(BASE.flats):
        values = (flat.room, flat.storey, flat.area / 100, "是" if flat.taking_part else "否")
        names = ("room_no", "storey", "floor_area", "taking_part")
        for name, value in zip(names, values, strict=True):
            cells(name)[row].value = value
    cells("cost_items")[0].value = BASE.cost / 100
    buffer = io.BytesIO()
    file.save(buffer)
    values = cached(formualizer.recalculate_xlsx_bytes(buffer.getvalue())["bytes"])
    dues = [values.get(("分摊", cell.coordinate), "") for cell in cells("amount_due")]
    assert dues == [due / 100 for due in assess(BASE).dues] + [""] * 30
    assert values[place(file.defined_names["failed_checks"].attr_text)] == 0


def test_a_book_in_which_all_was_changed_is_the_book_made_of_that_project(book):
    changed = replace(
        with_amount(12_345_678, compensation=1_000_001, unit="元"),
        method=Method(Form.WHOLE, Within.AREA, OptOut.FLOOR),
        costs=costs(23_456_789, 34_567_890),
        weights={1: 1_000, 2: 2_345, 5: 33_333},
        flats=tuple(
            replace(flat, area=flat.area + 7 * i, taking_part=i != 3, owner=flat.owner)
            for i, flat in enumerate(BASE.flats)
        ),
    )
    book.turn_into(changed)
    file = make_book(changed)
    assert differences(book.values(), cached(file), formula_cells(file)) == []


# --- subsidy and compensation ----------------------------------------------------------------

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
    names, amounts = (said.block(book.plan.government, key) for key in ("level", "amount"))
    rows = [(name, amount) for name, amount in zip(names, amounts, strict=True) if amount != ""]
    assert rows == [(name, part / 100) for name, part in found.split]
    if rows:
        assert sum(round(amount * 100) for _, amount in rows) == found.total


@pytest.mark.parametrize("name", SUBSIDIES)
def test_a_subsidy_by_rule(book, name):
    book.turn_into(SUBSIDIES[name])
    assert_follows(book, SUBSIDIES[name])
    assert_grant_follows(book, SUBSIDIES[name])


@pytest.mark.parametrize(
    "rule",
    [Subsidy(HALVES), Subsidy(stepped(6_000_000, 6, 500_000, lowest=5)),
     Subsidy(stepped(6_000_000, 6, 333_333, lowest=4)), Subsidy((Tier(0, 9_000_000, -500_000),))],
    ids=["half-storeys", "stepped", "odd-steps", "downwards"],
)  # fmt: skip
def test_a_subsidy_by_level(book, rule):
    for level in (*range(10, 17), None):
        changed = with_rule(rule, level=level)
        book.turn_into(changed)
        assert_follows(book, changed)
        assert_grant_follows(book, changed)


@pytest.mark.parametrize("level", [6, 7])
def test_a_level_below_the_lowest_tier_gets_nothing_and_is_no_mistake(book, level):
    changed = with_rule(Subsidy(HALVES), level=level)
    book.turn_into(changed)
    assert_follows(book, changed)


def test_half_a_storey_of_an_odd_step_downwards(book):
    changed = with_rule(Subsidy((Tier(2, 9_000_000, -333_333),)), level=11)
    book.turn_into(changed)
    assert_grant_follows(book, changed)


def test_a_shaft_factor_left_blank_takes_nothing_off(book):
    book.turn_into(with_rule(Subsidy(fixed(20_000_000)), reserved_shaft=True))
    book.parameter("shaft_factor", None)
    said = book.read()
    assert said.failed or said.fen("分摊!D5") == 20_000_000


def test_the_storeys_of_the_building_are_the_level_where_none_is_filled_in(template):
    filled = replace(BASE, scheme=with_rule(Subsidy(HALVES)).scheme, storeys=6,
                     subsidy=SubsidyChoice(SubsidyMode.RULE))  # fmt: skip
    template.turn_into(filled)
    assert_follows(template, filled)
    template.parameter("storeys", 5)
    assert_follows(template, replace(filled, storeys=5))


@pytest.mark.parametrize("amount", [1, 20_000_000, 61_234_566, 61_234_567])
def test_a_subsidy_filled_in_by_hand(book, amount):
    book.turn_into(with_amount(amount))
    assert_follows(book, with_amount(amount))


def test_a_subsidy_not_chosen_counts_nothing(book):
    book.parameter("subsidy_amount", 200_000)
    assert_follows(book, BASE)
    book.parameter("subsidy_mode", "手工填写")
    assert_follows(book, with_amount(20_000_000))
    book.parameter("subsidy_mode", "不计补贴")
    assert_follows(book, BASE)


@pytest.mark.parametrize("compensation", [1, 5_000_000, 12_345_678])
def test_compensation(book, compensation):
    changed = with_amount(20_000_000, compensation=compensation, unit="元")
    book.turn_into(changed)
    assert_follows(book, changed)


# --- what is to be paid now ------------------------------------------------------------------


def test_relief_fund_and_what_was_paid_are_taken_off_the_bill(book):
    dues = list(assess(BASE).dues)
    book.household(6, relief=1_000.01, fund=20_000, paid=0.99)
    book.household(7, relief=dues[7] / 100)
    book.household(8, fund=999_999)
    book.household(9, paid="1000.5")
    dues[6] -= 100_001 + 2_000_000 + 99
    dues[7] = dues[8] = 0
    dues[9] -= 100_050
    said = book.read()
    assert said.errors == said.failed == []
    assert said.to_pay == dues
    assert said.dues[:10] == list(assess(BASE).dues)


@pytest.mark.parametrize("periods", [2, 3, 7, 120])
def test_the_instalments_sum_to_the_due_and_the_last_takes_what_does_not_divide(book, periods):
    dues = assess(BASE).dues
    book.parameter("instalments", periods)
    for period in [1, 2, periods]:
        book.parameter("instalment", period)
        said = book.read()
        assert said.errors == said.failed == []
        now = [round(bill["本期应缴"] * 100) for bill in said.bills]
        assert now == [
            due - due // periods * (periods - 1) if period == periods else due // periods
            for due in dues
        ]


def test_the_bills_of_all_instalments_sum_to_the_due_when_each_is_paid(book):
    dues = list(assess(BASE).dues)
    paid = [0] * 10
    book.parameter("instalments", 3)
    for period in (1, 2, 3):
        book.parameter("instalment", period)
        paid = [one + other for one, other in zip(paid, book.read().to_pay, strict=True)]
        for row, amount in enumerate(paid):
            book.household(row, paid=amount / 100)
    assert paid == dues
    assert book.read().to_pay == [0] * 10


def test_what_was_not_paid_comes_with_the_next_instalment(book):
    due = assess(BASE).dues[6]
    book.parameter("instalments", 3)
    book.parameter("instalment", 2)
    book.household(6, paid=10, fund=5)
    said = book.read()
    assert said.to_pay[6] == due // 3 * 2 - 1_500
    assert round(said.bills[6]["上期结转"] * 100) == due // 3 - 1_500


def test_what_was_paid_beyond_the_due_is_never_asked_back_with_a_minus(book):
    book.household(6, paid=999_999)
    assert book.read().to_pay[6] == 0


def test_bills_only_for_those_who_pay(book):
    book.parameter("bill_scope", "只给应缴户")
    payers = [
        (flat.room, due) for flat, due in zip(BASE.flats, assess(BASE).dues, strict=True) if due
    ]
    said = book.read()
    assert [bill["房号"] for bill in said.bills] == [room for room, _ in payers]
    assert said.to_pay == [due for _, due in payers]
    book.household(7, taking="否")
    assert [bill["房号"] for bill in book.read().bills] == ["301", "401", "501", "502"]


def test_what_the_papers_say_follows_too(book):
    texts = {"estate": "幸福里", "payee": "幸福里业委会", "bank": "工行", "account": "6222 0001",
             "contact": "王工 138"}  # fmt: skip
    for key, text in texts.items():
        book.parameter(key, text)
    book.parameter("building", "3 幢")
    book.parameter("entrance", "2 单元")
    book.parameter("due_date", 46_112)
    book.household(4, owner="张三")
    said = book.read()
    bill = said.bills[4]
    assert set(texts.values()) | {"3 幢 2 单元", "张三"} <= set(bill.values())
    assert bill["截止日期"] == 46_112
    assert said.errors == []


# --- wrong inputs ----------------------------------------------------------------------------


def household(row, **inputs):
    """Type into one household."""
    return lambda book: book.household(row, **inputs)


def parameter(key, value):
    """Type into a single input."""
    return lambda book: book.parameter(key, value)


def both(*edits):
    """One edit after the other."""

    def all_of_them(book):
        for edit in edits:
            edit(book)

    return all_of_them


def subsidy(amount):
    """A subsidy filled in by hand, in yuan."""
    return both(parameter("subsidy_mode", "手工填写"), parameter("subsidy_amount", amount))


def coefficients(*values):
    """Type coefficients from the first storey on."""
    return both(*(lambda b, s=s, v=v: b.coefficient(s, v) for s, v in enumerate(values, 1)))


def cost(*amounts):
    """Type cost items."""
    return both(*(lambda b, i=i, a=a: b.cost(i, a) for i, a in enumerate(amounts)))


ROWS_RIGHT, COSTS_RIGHT = "住户各行填写无误", "费用没有负数，最多两位小数"
WEIGHTS_RIGHT, CHOICES = "系数在 0 到 1000 之间，最多四位小数", "分摊办法选得正确"

#: What is typed, and the check that must say so.
WRONG = {
    "area-with-its-unit": (household(6, area="80㎡"), ROWS_RIGHT),
    "area-blank": (household(6, area=None), ROWS_RIGHT),
    "area-zero": (household(6, area=0), ROWS_RIGHT),
    "area-negative": (household(6, area=-80), ROWS_RIGHT),
    "area-too-large": (household(6, area=10_000), ROWS_RIGHT),
    "storey-zero": (household(6, storey=0), ROWS_RIGHT),
    "storey-half": (household(6, storey=3.5), ROWS_RIGHT),
    "storey-beyond-the-building": (household(6, storey=6), ROWS_RIGHT),
    "storey-in-words": (household(6, storey="四层"), ROWS_RIGHT),
    "storey-blank": (household(6, storey=None), ROWS_RIGHT),
    "room-blank": (household(6, room=None), ROWS_RIGHT),
    "room-twice": (household(6, room="301"), ROWS_RIGHT),
    "room-twice-as-number": (household(6, room=301), ROWS_RIGHT),
    "taking-blank": (household(6, taking=None), ROWS_RIGHT),
    "taking-in-other-words": (household(6, taking="参加"), ROWS_RIGHT),
    "nobody-to-pay-the-net": (both(*(household(row, taking="否") for row in range(10))), "各户合计等于应分摊净额"),
    "products-beyond-exactness": (
        both(parameter("form", "全梯统算"), coefficients(0, 0, 1, 1, 1_000), household(9, area=9_999.99)),
        "取整没有超出精确范围",
    ),
    "nobody-takes-part": (both(*(household(row, taking="否") for row in range(10))), "有人分摊"),
    "fewer-storeys-than-flats-have": (parameter("storeys", 4), ROWS_RIGHT),
    "cost-blank": (cost(None), "已填建设费用"),
    "cost-negative": (cost(600_000, -0.01), COSTS_RIGHT),
    "cost-below-zero": (cost(-600_000), "已填建设费用"),
    "cost-finer-than-a-fen": (cost(600_000.005), COSTS_RIGHT),
    "cost-tiny": (cost(0.005), COSTS_RIGHT),
    "costs-finer-than-a-fen-that-sum-to-one": (cost(600_000.005, 0.005), COSTS_RIGHT),
    "cost-absurd": (cost(10_000_000.01), "费用没有超过上限"),
    "cost-beyond-all-bounds": (cost(1e30), "费用没有超过上限"),
    "subsidy-above-the-cost": (subsidy(612_345.68), "补贴不超过总费用"),
    "subsidy-negative": (subsidy(-0.01), "参数中的数字有效"),
    "subsidy-above-the-cap": (both(subsidy(200_000), parameter("cap", 199_999.99)), "补贴不超过方案上限"),
    "subsidy-by-no-rule": (parameter("subsidy_mode", "按规则计算"), "按规则计算时规则可用"),
    "subsidy-mode-mistyped": (parameter("subsidy_mode", "手工"), CHOICES),
    "compensation-negative": (parameter("compensation", -1), "参数中的数字有效"),
    "coefficients-all-zero": (coefficients(0, 0, 0, 0, 0), "有人分摊"),
    "coefficients-all-blank": (coefficients(*[None] * 5), "有住户的楼层系数已填"),
    "coefficient-with-five-decimals": (coefficients(0, 0, 1.00005), WEIGHTS_RIGHT),
    "coefficients-whose-fifth-decimals-make-up": (coefficients(0, 0, 1.00004, 1.00006), WEIGHTS_RIGHT),
    "coefficient-negative": (coefficients(0, 0, 1, -1), WEIGHTS_RIGHT),
    "coefficient-absurd": (coefficients(0, 0, 1, 1_000.1), WEIGHTS_RIGHT),
    "unit-mistyped": (parameter("unit", "块"), CHOICES),
    "unit-blank": (parameter("unit", None), CHOICES),
    "form-mistyped": (parameter("form", "分楼层"), CHOICES),
    "within-mistyped": (parameter("within", "面积"), CHOICES),
    "opt-out-mistyped": (parameter("opt_out", "全体"), CHOICES),
    "instalment-3-of-2": (both(parameter("instalments", 2), parameter("instalment", 3)), "期次填写正确"),
    "instalments-blank": (parameter("instalments", None), "期次填写正确"),
    "instalments-and-a-half": (parameter("instalments", 2.5), "期次填写正确"),
    "instalment-zero": (parameter("instalment", 0), "期次填写正确"),
    "relief-above-the-due": (household(6, relief=999_999), "减免不超过应分摊"),
    "relief-of-one-who-pays-nothing": (household(0, relief=0.01), "减免不超过应分摊"),
    "split-not-whole": (
        lambda b: b.type(b.plan.split.at("share", 0), 0.5),
        "各级分担合计 100%",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(book, name):
    edit, check = WRONG[name]
    edit(book)
    said = book.read()
    assert said.errors == []
    assert check in said.failed
    assert said.warned


def test_a_wrong_row_is_named_and_its_neighbours_keep_their_bills(book):
    book.household(6, area="80㎡")
    said = book.read()
    assert said.at(book.plan.households.at("hint", 6)) == "面积有误"
    assert "如“住户”第 11 行" in str(said.block(book.plan.checks, "state"))
    assert len(said.bills) == 9
    assert said.dues[6] == ""


def test_a_wrong_input_put_right_again_leaves_no_trace(book):
    for row, storey in ((6, "四层"), (6, 4)):
        book.household(row, storey=storey)
    assert_follows(book, BASE)


#: Numbers on 参数 and 住户 that decide amounts, and the block (or single input) they are of.
SINGLE = ("storeys", "level", "compensation", "subsidy_amount", "rate", "cap", "shaft_factor",
          "owners_minimum", "upkeep", "instalments", "instalment")  # fmt: skip


def numbers(plan):
    """Name → address of every input that should be a number, one of each kind."""
    return {
        **{key: plan.parameter(key) for key in SINGLE},
        "cost": plan.costs.at("yuan", 1),
        "coefficient": plan.coefficients.at("weight", 3),
        **{f"tier {key}": plan.tiers.at(key, 0) for key in ("reach", "yuan", "step")},
        "split": plan.split.at("share", 0),
        **{key: plan.households.at(key, 6) for key in ("relief", "fund", "paid")},
    }


#: In which case each number decides amounts; the others always do.
RELEVANT = {
    "storeys": with_rule(Subsidy(HALVES)),
    "level": SUBSIDIES["everything"],
    "subsidy_amount": with_amount(20_000_000),
    "rate": SUBSIDIES["rate"],
    "cap": SUBSIDIES["rate"],
    "shaft_factor": SUBSIDIES["everything"],
    "owners_minimum": SUBSIDIES["everything"],
    "upkeep": SUBSIDIES["everything"],
    "tier reach": SUBSIDIES["everything"],
    "tier yuan": with_rule(Subsidy(fixed(20_000_000))),
    "tier step": with_rule(Subsidy((Tier(2, 20_000_000, 100_000),))),
    "split": SUBSIDIES["split-three-ways"],
}


@pytest.mark.parametrize("key", numbers(Plan(BASE)))
def test_text_instead_of_a_number_makes_no_error_value(book, key):
    book.type(numbers(book.plan)[key], "待定")
    assert book.read().errors == []


@pytest.mark.parametrize("key", numbers(Plan(BASE)))
def test_text_instead_of_a_number_fails_a_check(book, key):
    book.turn_into(RELEVANT.get(key, BASE))
    assert book.read().failed == []
    book.type(numbers(book.plan)[key], "待定")
    assert book.read().failed != []


@pytest.mark.parametrize("key", [key for key in numbers(Plan(BASE)) if key != "tier step"])
def test_a_negative_number_fails_a_check_or_changes_nothing(book, key):
    book.turn_into(RELEVANT.get(key, BASE))
    before = book.read()
    book.type(numbers(book.plan)[key], -1)
    said = book.read()
    assert said.errors == []
    assert said.failed or (said.dues, said.to_pay) == (before.dues, before.to_pay)


def test_a_cost_pasted_as_text_is_counted_or_told(book):
    book.cost(1, "100000")
    said = book.read()
    assert said.failed or said.fen("分摊!D4") == BASE.cost + 10_000_000


def test_tiers_out_of_order_are_told(book):
    book.turn_into(with_rule(Subsidy((Tier(12, 20_000_000), Tier(8, 10_000_000))), level=9))
    said = book.read()
    assert said.failed or said.fen("分摊!D5") == 10_000_000


@pytest.mark.parametrize("key", ["reserved_shaft", "other_grant", "exclusive", "bill_scope"])
def test_a_mistyped_choice_is_told(book, key):
    book.turn_into(SUBSIDIES["everything"])
    book.parameter(key, "有")
    assert book.read().failed != []


def test_a_mistyped_eligible_is_told(book):
    book.turn_into(SUBSIDIES["rate"])
    book.type(book.plan.costs.at("eligible", 1), "计入")
    assert book.read().failed != []


def test_a_rate_typed_as_40_for_40_percent_is_told(book):
    book.turn_into(SUBSIDIES["rate"])
    book.parameter("rate", 40)
    assert book.read().failed != []


@pytest.mark.parametrize("typed", [20_260_301, "20260301", "三月"])
def test_a_date_typed_otherwise_makes_no_error_value(book, typed):
    for key in ("made_on", "due_date"):
        book.parameter(key, typed)
    assert book.read().errors == []


# --- any building ----------------------------------------------------------------------------


@st.composite
def projects(draw):
    """A building of 1 to 40 flats with ties and gaps, any choices, and the rows of its flats."""
    storeys = draw(st.integers(1, 12))
    areas = st.one_of(st.sampled_from([8_000, 10_000, 6_103]), st.integers(1, 999_999))
    flat = st.tuples(st.integers(1, storeys), areas, st.sampled_from([True, True, True, False]))
    flats = draw(st.lists(flat, min_size=1, max_size=40))
    rows = sorted(draw(st.permutations(range(40)))[: len(flats)])
    scheme = draw(st.sampled_from(load_all()))
    own = st.dictionaries(st.integers(1, storeys), st.integers(0, 60_000), max_size=storeys)
    amounts = draw(st.lists(st.integers(0, 99_999_999), min_size=1, max_size=10))
    rule = draw(st.sampled_from([case.scheme.subsidy for case in SUBSIDIES.values()]))
    subsidy = SubsidyChoice(
        draw(st.sampled_from(SubsidyMode)),
        draw(st.integers(0, sum(amounts) // 2)),
        draw(st.integers(10, 24)),
        draw(st.booleans()),
        draw(st.booleans()),
    )
    if subsidy.mode is not SubsidyMode.RULE:
        rule = None
    found = Project(
        replace(scheme, subsidy=rule),
        draw(st.sampled_from(METHODS)),
        tuple(Flat(f"{i:03}", *one[:2], taking_part=one[2]) for i, one in enumerate(flats)),
        storeys,
        costs(*amounts),
        subsidy,
        draw(st.integers(0, 1_000_000)),
        draw(st.sampled_from(list(UNITS))),
        draw(own),
    )
    return found, rows


@settings(max_examples=50, deadline=None)
@given(projects())
def test_any_building_with_any_choices_typed_into_one_template(case):
    found, rows = case
    book = blank_book()
    book.turn_into(found, rows)
    try:
        outcome = assess(found)
    except InputError:
        said = book.read()
        assert said.errors == []
        assert said.failed != []
        return
    red = []
    if not found.cost:
        red.append("已填建设费用")
    if not outcome.passed:
        red.append("有住户的楼层系数已填")
    assert_follows(book, found, rows, red)


# --- the hardest cases in another engine -----------------------------------------------------

HARDEST = {
    "odd-unit": replace(BASE, unit="百元", method=Method(Form.WHOLE, Within.AREA, OptOut.FLOOR)),
    "ten-items": replace(BASE, costs=costs(*[99_999_999] * 10), unit="角"),
    "four-decimals": replace(BASE, weights={1: 1, 2: 9_999, 3: 12_345, 4: 33_333, 5: 98_765}),
    "equal": replace(BASE, method=Method(Form.FLOORS, Within.EQUAL, OptOut.ALL), unit="元"),
    "subsidy": SUBSIDIES["everything"],
    "rate": SUBSIDIES["rate-of-odd-fen"],
    "compensation": with_amount(61_234_566, compensation=7),
}
HARDEST_EDITS = {
    **{name: lambda b, p=p: b.turn_into(p) for name, p in HARDEST.items()},
    "text": both(household(6, room=401, storey="4", area="61.03", relief="100.5", paid="0.01")),
    "instalments": both(parameter("instalments", 7), parameter("instalment", 7), household(6, fund=1.01)),
    "payers": both(parameter("bill_scope", "只给应缴户"), household(4, taking="否")),
    "hole": both(household(6, room=None, storey=None, area=None, taking=None)),
    "wrong": both(household(6, area="80㎡"), household(7, storey=3.5), parameter("unit", "块")),
    "nothing": both(cost(None), coefficients(*[None] * 5)),
}  # fmt: skip


def test_libreoffice_agrees_in_every_formula_cell(book, tmp_path):
    plan = Plan(BASE)
    empty, files, ours = draft(plan), [], []
    for name, edit in HARDEST_EDITS.items():
        edit(book.as_made())
        ours.append(book.values())
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(with_inputs(empty, book.typed))
    cells = formula_cells(empty)
    assert len(cells) > 1_000
    for path, one, other in zip(files, ours, libreoffice(files, tmp_path), strict=True):
        assert differences(one, other, cells) == [], path.stem
        converted = sheets((tmp_path / "lo" / path.name).read_bytes())
        assert not any(' t="e"' in part for part in converted.values()), path.stem
        assert differences(one, cached(finish(path.read_bytes())), cells) == [], path.stem


def test_a_storey_whose_coefficient_is_missing_is_not_told_that_it_pays_nothing(book):
    book.coefficient(4, None)
    bills = book.read().bills
    assert bills[6]["本户怎么算"] == "本层系数待填，暂按 0 计"
    assert bills[0]["本户怎么算"] == "本层系数为 0，本户不出资"
