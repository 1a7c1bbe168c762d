"""Prices by storey typed into a prepaid book: fees, caps, free rides, break-evens, bills, reading back."""

from dataclasses import replace
from functools import cache

import pytest
from buildings import project_from
from editing import AS_FOUND, Book, asked, fen, with_inputs
from engines import cached, differences, formula_cells, formulas_model, formulas_values, libreoffice
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.opened import opened as read_book
from elevshare.project import Topic
from elevshare.returned import amounts_of, read_back
from elevshare.rules.fares import Fare, Fares, card_pays, fare_bill, months_of_year_card
from elevshare.rules.rides import Tariff, Usage
from elevshare.schemes import find
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine import filling
from elevshare.workbook.subjects.rides import storey_fares
from elevshare.workbook.subjects.rides.bills_paper import shape_of
from elevshare.workbook.subjects.rides.fare_inputs import PRICES
from elevshare.workbook.subjects.rides.fees import fees as fees_of
from elevshare.workbook.subjects.rides.fees import problems_of
from elevshare.workbook.subjects.sharing.plan import SharingPlan

SCHEME = find("beijing-rongsheng")
PLAIN = project_from(SCHEME, storeys="6", areas="60,60.5")
PROJECT = replace(PLAIN, topics=frozenset({Topic.FARES}))
TARIFF = SCHEME.rides.tariffs[0].fees
KEYS = ("rides", "cards", "visitors", "owing", "credit", "years", "persons", "free_persons",
        "free_rides")  # fmt: skip
#: The ends of a real table of cards; what lies between was not seen.
SEEN = Fares(
    (Fare(), Fare(20, 1_900, 19_900), Fare(20), Fare(25), Fare(25), Fare(30, 13_900, 139_900))
)
MONTH = {
    0: Usage(rides=99, persons=2),
    2: Usage(rides=95, persons=1, years=1),
    3: Usage(rides=120, persons=3, free_persons=1, free_rides=20, visitors=2),
    6: Usage(cards=2, credit=7_001),
    9: Usage(rides=9_999, persons=5, owing=3),
    10: Usage(rides=31, cards=1, years=2, visitors=10, owing=1, credit=99, persons=1),
    11: Usage(rides=20, free_rides=20, free_persons=2, persons=2),
}


@cache
def opened():
    """The finished book, opened once and typed into by one test after the other."""
    return Book(make_book(PROJECT), SharingPlan(PROJECT))


@pytest.fixture
def book():
    return opened().as_made()


def type_fares(book, fares):
    """Fill in the prices and the caps, in yuan; ``None`` stays blank."""
    block = storey_fares.typed(book.plan)
    for row, fare in enumerate(fares.storeys):
        for key, price in zip(PRICES, (fare.ride, fare.month_card, fare.year_card), strict=True):
            book.type(block.at(key, row), None if price is None else price / 100)
    for key, cap in (("fare_household", fares.household_cap), ("fare_person", fares.person_cap)):
        book.parameter(key, None if cap is None else cap / 100)


def type_month(book, month):
    """Fill in the month's usage by household row; 0 is left blank."""
    book.parameter("usage_year", 2026)
    book.parameter("usage_month", 3)
    book.parameter("usage_due", 46_112)
    for row, usage in month.items():
        for key in KEYS:
            value = getattr(usage, key)
            book.type(book.plan.usage.at(key, row), (value / 100 if key in ("owing", "credit") else value) or None)  # fmt: skip
        if usage.free_persons:
            book.type(book.plan.usage.at("who", row), "张老太")


SHOWN = ("ride_fee", "card_fee", "year_fee", "visitor_fee", "fee", "to_pay", "left")


def line(flat, usage, tariff, fares):
    """One row of 使用费 by the rules, in fen."""
    bill = fare_bill(tariff, usage, fares, flat.storey)
    return (bill.rides, bill.cards, bill.years, bill.visitors, bill.fee, bill.to_pay, bill.left)


def assert_month(book, month, fares, tariff=TARIFF):
    """Fees, break-evens and bills are what the rules say, and no check fails."""
    said = book.read()
    assert said.errors == []
    assert said.failed == []
    flats = PROJECT.flats
    lines = [line(flat, month.get(row, Usage()), tariff, fares) for row, flat in enumerate(flats)]
    columns = [said.block(fees_of(book.plan), key)[: len(flats)] for key in SHOWN]
    assert [tuple(map(fen, row)) for row in zip(*columns, strict=True)] == lines
    assert_even(said, fares, tariff)
    if month:
        rows = shape_of(book.plan).rows
        for number, found in enumerate(lines):
            page = form(said, number, rows)
            assert asked(page) == found[5]
            assert (fen(page["次卡费"]), fen(page["年卡费"])) == (found[0], found[2])
            assert page["收费标准"].startswith(f"{flats[number].storey} 层，")


def form(said, number, rows):
    """Label → value of one bill."""
    pairs = (("A", "B"), ("C", "D"), ("E", "F"))
    lines = range(number * rows + 1, (number + 1) * rows + 1)
    return {said.at(f"使用费单!{a}{row}"): said.at(f"使用费单!{b}{row}") for row in lines for a, b in pairs}  # fmt: skip


def assert_even(said, fares, tariff):
    """From how many rides on each card pays on each storey, as the rules say."""
    table, cap = storey_fares.storey_fares(said.plan), fares.person_cap
    for row in range(6):
        fare = fares.on(row + 1, tariff)
        expected = (
            card_pays(fare.month_card, fare.ride, 1, cap) or 0,
            card_pays(fare.year_card, fare.ride, 12, cap) or 0,
            months_of_year_card(fare) or 0,
        )
        keys = ("even_card_no", "even_year_no", "even_months_no")
        assert tuple(said.at(table.at(key, row)) for key in keys) == expected, row


def test_without_the_subject_a_book_has_nothing_of_it():
    plan = SharingPlan(PLAIN)
    assert Topic.FARES not in plan.topics
    assert "years" not in plan.usage.columns and "fare_words" not in fees_of(plan).columns


def test_before_anything_is_filled_in_the_tariff_holds_on_every_storey(book):
    assert_month(book, {}, Fares())


def test_the_ends_that_were_seen_and_the_tariff_between(book):
    type_fares(book, SEEN)
    type_month(book, MONTH)
    assert_month(book, MONTH, SEEN)


@pytest.mark.parametrize(
    ("household", "person"), [(2_000, None), (None, 1_000), (None, 10_000), (1_500, 1_000), (0, 0)]
)
def test_a_month_under_caps(book, household, person):
    fares = replace(SEEN, household_cap=household, person_cap=person)
    type_fares(book, fares)
    type_month(book, MONTH)
    assert_month(book, MONTH, fares)


def test_a_bill_says_who_rides_free_and_what_the_cap_spares(book):
    type_fares(book, replace(SEEN, person_cap=900))
    type_month(book, MONTH)
    one = form(book.read(), 3, shape_of(book.plan).rows)
    assert one["收费标准"] == "2 层，次卡每人每次 0.20 元，月卡每人每月 19.00 元，年卡每人每年 199.00 元，访客每次 1.00 元（分层票价）"  # fmt: skip
    assert one["次卡费怎么来"] == "（120 次－免费 20 次）×0.20＝20.00 元，封顶后 18.00 元；免费 1 人：张老太"  # fmt: skip


prices = st.one_of(st.none(), st.integers(0, 100_000), st.sampled_from([0, 20, 25, 1_900]))
year_prices = st.one_of(st.none(), st.integers(0, 1_000_000))
caps = st.one_of(st.none(), st.integers(0, 20_000))
all_fares = st.builds(
    Fares, st.lists(st.builds(Fare, prices, prices, year_prices), min_size=6, max_size=6).map(tuple), caps, caps
)  # fmt: skip


@st.composite
def usages(draw):
    """A month that is filled in without contradictions; year cards only come with a price."""
    rides, persons = draw(st.integers(0, 9_999)), draw(st.integers(1, 99))
    free = draw(st.integers(0, persons))
    return Usage(
        rides, draw(st.integers(0, 99)), draw(st.integers(0, 9_999)), draw(st.integers(0, 10**9)),
        draw(st.integers(0, 10**9)), draw(st.integers(0, 99)), persons, free,
        draw(st.integers(0, rides)) if free else 0,
    )  # fmt: skip


@settings(AS_FOUND, max_examples=examples(15))
@given(st.dictionaries(st.integers(0, 11), usages(), max_size=12), all_fares)
def test_any_month_by_any_fares(month, fares):
    book = opened().as_made()
    month = {
        row: usage if fares.storeys[PROJECT.flats[row].storey - 1].year_card is not None else replace(usage, years=0)
        for row, usage in month.items()
    }  # fmt: skip
    type_fares(book, fares)
    type_month(book, month)
    assert_month(book, month, fares)


def test_a_returned_book_gives_the_fares_back_and_the_rules_agree(book):
    fares = replace(SEEN, household_cap=2_000, person_cap=1_000)
    type_fares(book, fares)
    type_month(book, MONTH)
    found = read_book(filling.filled(with_inputs(draft(book.plan), book.typed)), "book.xlsx")
    returned = read_back(found)
    assert returned.findings == ()
    assert returned.project.fares == fares
    amounts = amounts_of(returned.project, returned.entries)
    assert [one.fee for one in amounts.households] == [
        fare_bill(TARIFF, MONTH.get(row, Usage()), fares, flat.storey).fee
        for row, flat in enumerate(PROJECT.flats)
    ]


RED = "用量填写无误"
CLASHES = {
    "more-free-persons": (Usage(rides=3, persons=1, free_persons=2), {}, 12),
    "more-free-rides": (Usage(rides=3, persons=2, free_persons=1, free_rides=4), {}, 13),
    "free-but-nobody": (Usage(rides=3, persons=2, free_rides=1), {}, 14),
    "a-cap-and-no-persons": (Usage(rides=3), {"fare_person": 5}, 15),
}


@pytest.mark.parametrize("name", CLASHES)
def test_what_contradicts_itself_is_told_beside_it(book, name):
    usage, caps, number = CLASHES[name]
    type_month(book, {3: usage})
    for key, cap in caps.items():
        book.parameter(key, cap)
    said = book.read()
    assert said.errors == [] and said.failed == [RED]
    assert said.at(book.plan.usage.at("hint", 3)) == problems_of(book.plan)[number]


def test_free_rides_need_a_name(book):
    type_month(book, {3: Usage(rides=3, persons=2, free_persons=1, free_rides=1)})
    book.type(book.plan.usage.at("who", 3), "  ")
    assert book.read().failed == [RED]


@pytest.mark.parametrize("key", ["years", "persons", "free_persons", "free_rides"])
@pytest.mark.parametrize("value", ["两个", -1, 1.5, 10_000])
def test_a_wrong_number_is_marked_and_counts_as_blank(book, key, value):
    type_month(book, {3: Usage(rides=10)})
    book.type(book.plan.usage.at(key, 3), value)
    said = book.read()
    assert said.errors == [] and said.failed == [RED]
    assert said.at(book.plan.usage.at("hint", 3)) == problems_of(book.plan)[3 + KEYS.index(key)]
    assert fen(said.block(fees_of(book.plan), "fee")[3]) == 500


@pytest.mark.parametrize("key", PRICES)
@pytest.mark.parametrize("value", ["两毛", -0.2, 0.205, 10_000.01])
def test_a_wrong_price_is_marked_and_the_tariff_holds(book, key, value):
    type_month(book, {3: Usage(rides=10, cards=1)})
    block = storey_fares.typed(book.plan)
    book.type(block.at(key, 1), value)
    said = book.read()
    assert said.errors == [] and said.failed == ["分层票价填写无误"]
    assert "←" in said.at(block.at("hint", 1))
    assert fen(said.block(fees_of(book.plan), "fee")[3]) == 5_500


def test_a_year_card_without_a_price_is_told(book):
    type_month(book, {3: Usage(years=1)})
    assert book.read().failed == ["用到的使用费都有单价"]


def test_a_storey_price_makes_up_for_a_tariff_without_one(book):
    book.type(book.plan.tariffs.at("ride", 0), None)
    type_month(book, {3: Usage(rides=10)})
    assert book.read().failed == ["用到的使用费都有单价"]
    type_fares(book, SEEN)
    assert_month(book, {3: Usage(rides=10)}, SEEN, Tariff(0, TARIFF.month_card, TARIFF.visitor))


@pytest.fixture(scope="module")
def filled():
    """The file of a filled book without cached values, and with them."""
    book = opened().as_made()
    type_fares(book, replace(SEEN, household_cap=2_000, person_cap=1_000))
    type_month(book, MONTH)
    data = with_inputs(draft(book.plan), book.typed)
    return data, cached(filling.filled(data))


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    (found,) = libreoffice([path], tmp_path)
    assert differences(stored, found, formula_cells(data)) == []


@pytest.mark.sampled(0)
def test_the_package_formulas_agrees_on_fees_and_break_evens(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    plan = opened().plan
    rows, table = fees_of(plan), storey_fares.storey_fares(plan)
    cells = [
        ("使用费", f"{rows.letter(key)}{rows.first + 3}") for key in ("fee", "to_pay", "ride_words")
    ]
    cells += [
        ("使用费", f"{table.letter(key)}{table.first + 1}") for key in ("even_card", "even_year")
    ]
    found = formulas_values(formulas_model(path, cells))
    assert differences(stored, found, cells) == []


def test_half_stops_and_basements_have_a_price():
    """A half stop pays as the storey below it, a flat below storey 1 by the tariff."""
    flats = tuple(
        replace(flat, storey={"302": 3.5, "101": -1}.get(flat.room, flat.storey))
        for flat in PROJECT.flats
    )
    project = replace(PROJECT, flats=flats, fares=SEEN, topics=frozenset({Topic.FARES}))
    book = Book(make_book(project), SharingPlan(project))
    month = {0: Usage(rides=10, cards=1), 5: Usage(rides=10), 6: Usage(rides=10)}
    type_month(book, month)
    said = book.read()
    assert said.errors == []
    assert not {RED, "使用费合计等于用量乘单价", "用到的使用费都有单价"} & set(said.failed)
    found = [fen(one) for one in said.block(fees_of(book.plan), "fee")[:12]]
    assert found == [fare_bill(TARIFF, month.get(row, Usage()), SEEN, flat.storey).fee
                     for row, flat in enumerate(flats)]  # fmt: skip
    assert (found[0], found[5], found[6]) == (5_500, 200, 250)
