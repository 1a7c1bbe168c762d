"""后加入: the book works out the joiner's payment and the refunds as the rules do."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, Book
from editing import fen as in_fen
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    libreoffice,
)
from exactness import EXACT, exact
from following import BASE, METHODS, blank_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.money import UNITS
from elevshare.opened import opened
from elevshare.project import Topic, assess, joined_parts, joined_share
from elevshare.project import join as settled_join
from elevshare.project.join import first_standing
from elevshare.returned import read_back
from elevshare.rules.late import Advance, Joining, JoiningWay, RefundBasis, WriteOff, settle
from elevshare.rules.share import Method, OptOut, SplitForm
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.field import day_number
from elevshare.workbook.subjects.late.accounts import accounts
from elevshare.workbook.subjects.late.advances import table, typed
from elevshare.workbook.subjects.late.inputs import COMPUTED, MANUAL, key
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.LATE})

FOUND, TOLD = "后加入的户找到且原来没有参与", "后加入要用的数已填齐"
SOMEBODY, WHOLE = "后加入的钱有户可退", "退还合计等于后加入者所缴"
JOINED_EXACT = "后加入的计算没有超出精确范围"
IN_ORDER, ADVANCED, SUM = "后加入的日期由先到后", "后加入的垫付填写无误", "后加入以后各户合计不变"
BASE = replace(BASE, joinings=(Joining("302"),))


@cache
def base_book():
    return Book(make_book(BASE), SharingPlan(BASE))


@pytest.fixture
def book():
    return base_book().as_made()


def first(plan):
    """The first joiner."""
    return joiners(plan)[0]


def join(book, joining, number=1):
    """Type the owners' choices on one joiner."""

    def scaled(number, scale):
        return None if number is None else number / scale

    inputs = {
        "late_room": joining.room,
        "late_original": COMPUTED if joining.original is None else MANUAL,
        "late_amount": scaled(joining.original, 100),
        "late_way": joining.way.value,
        "late_months": joining.months,
        "late_rate": scaled(joining.rate, 10_000),
        "late_years": joining.years,
        "late_multiple": scaled(joining.multiple, 100),
        "late_basis": joining.basis.value,
        "late_free": joining.free,
        "late_write_off": joining.write_off.value,
        "late_day": day_number(joining.day),
    }
    for name, value in inputs.items():
        book.parameter(key(name, number), value)


def too_large(project, joining):
    """The checks that fail because a split needs too large numbers; refunds by ``WAYS`` need none."""
    net = assess(project).net
    flats = (replace(f, taking_part=f.taking_part or f.room == joining.room) for f in project.flats)
    together = replace(project, flats=tuple(flats))
    return [EXACT] * (not exact(project, net)) + [JOINED_EXACT] * (not exact(together, net))


def assert_follows(said, project, joining, paid=(), rows=None):
    rows = range(len(project.flats)) if rows is None else rows
    share = joined_share(project, joining.room)
    weights = list(paid if joining.basis is RefundBasis.PAID else assess(project).dues)
    settled = settle(joining, share, weights)
    plan = said.plan
    assert said.errors == [] and said.failed == too_large(project, joining)
    assert said.at(first(plan).steps.joined) == share
    assert said.at(first(plan).steps.original) == settled.original
    assert said.at(first(plan).steps.payment) == settled.payment
    assert said.at(first(plan).steps.refunded) == settled.payment
    found = said.block(first(plan).refunds, "refund")
    expected = dict(zip(rows, settled.refunds, strict=True))
    assert found == [expected[i] / 100 if i in expected else "" for i in range(plan.flats)]


# ---------------------------------------------------------------- follows the rules

WAYS = (
    Joining("302"),
    Joining("302", original=1_007_700),
    Joining("302", original=0),
    Joining("302", way=JoiningWay.INTEREST, rate=350, months=18),
    Joining("302", way=JoiningWay.INTEREST, rate=10_000, months=600),
    Joining("302", way=JoiningWay.DEPRECIATION, years=15, months=37),
    Joining("302", way=JoiningWay.DEPRECIATION, years=1, months=12),
    Joining("302", way=JoiningWay.MULTIPLE, multiple=120),
    Joining("302", way=JoiningWay.MULTIPLE, multiple=33),
    Joining("302", way=JoiningWay.MULTIPLE, multiple=200),
    Joining("302", way=JoiningWay.DEPRECIATION, years=15, months=60, free=5),
    Joining("302", way=JoiningWay.DEPRECIATION, years=15, months=61, free=5),
    Joining(
        "302", way=JoiningWay.DEPRECIATION, years=15, months=83, free=5, write_off=WriteOff.YEARLY
    ),
    Joining(
        "302", way=JoiningWay.DEPRECIATION, years=15, months=84, free=5, write_off=WriteOff.YEARLY
    ),
    Joining("302", way=JoiningWay.DEPRECIATION, years=1, months=600, free=100),
)


@pytest.mark.parametrize(
    "joining", WAYS, ids=lambda j: f"{j.way}-{j.original}-{j.months}-{j.multiple}"
)
def test_each_way_of_joining(book, joining):
    join(book, joining)
    assert_follows(book.read(), BASE, joining)


def test_the_published_case_in_words(book):
    join(book, Joining("302", original=1_007_700))
    said = book.read()
    assert [said.at(f"后加入!A{row}") for row in (2, 3, 4)] == [
        "302 业主302 后加入，原应分摊 10,077.00 元",
        "不加不减；现在应缴 10,077.00 元",
        "退给 5 户（按应分摊的比例），合计 10,077.00 元，一分不差",
    ]


def test_refunds_in_proportion_to_what_was_paid(book):
    paid = [0] * 10
    for row, fen in ((4, 1_234_567), (6, 2_000_000), (5, 99_999)):
        book.household(row, paid=fen / 100)
        paid[row] = fen if row != 5 else 0  # what the joiner has paid does not come back to him
    joining = Joining("302", way=JoiningWay.MULTIPLE, multiple=110, basis=RefundBasis.PAID)
    join(book, joining)
    assert_follows(book.read(), BASE, joining, paid)


def test_who_has_left_gets_nothing_of_what_a_joiner_pays(book):
    left = replace(BASE, flats=tuple(replace(f, taking_part=f.room not in ("302", "401")) for f in BASE.flats))  # fmt: skip
    book.household(6, taking="否")
    paid = [0, 0, 0, 0, 1_234_567, 0, 2_000_000, 300_000, 0, 0]
    for row, fen in enumerate(paid):
        book.household(row, paid=fen / 100 or None)
    joining = Joining("302", basis=RefundBasis.PAID)
    join(book, joining)
    said = book.read()
    assert_follows(said, left, joining, [*paid[:6], 0, *paid[7:]])
    assert joined_parts(replace(left, joinings=(joining,)), paid)[6] == 0
    assert said.at(first(book.plan).refunds.at("paid", 6)) == 20_000


@pytest.mark.parametrize("method", METHODS, ids=str)
@pytest.mark.parametrize("unit", ["分", "百元"])
def test_every_way_of_sharing_with_a_part_below_the_unit(book, method, unit):
    changed = replace(BASE, method=method, unit=unit)
    book.turn_into(changed)
    join(book, Joining("302"))
    assert_follows(book.read(), changed, Joining("302"))


@st.composite
def cases(draw):
    """A building some of whose flats stay out, any way of sharing, and one of them that joins."""
    storeys = draw(st.integers(2, 8))
    areas = draw(st.lists(st.integers(1, 999_999), min_size=1, max_size=4))
    rooms = [
        f"{storey}{n:02}" for storey in range(1, storeys + 1) for n in range(1, 1 + len(areas))
    ]
    out = draw(st.lists(st.sampled_from(rooms), min_size=1, max_size=len(rooms) - 1, unique=True))
    found = project(
        "xianyang", storeys, areas, draw(st.integers(1, 10**9)), out,
        weights={storey: draw(st.integers(1, 60_000)) for storey in range(1, storeys + 1)},
        unit=draw(st.sampled_from(list(UNITS))),
    )  # fmt: skip
    joining = replace(draw(st.sampled_from(WAYS)), room=draw(st.sampled_from(out)))
    return replace(found, method=draw(st.sampled_from(METHODS))), joining


@settings(AS_FOUND, max_examples=examples(6))
@given(cases())
def test_any_joiner_of_any_building(case):
    found, joining = case
    book = blank_book(TOPICS).as_made()
    book.turn_into(found)
    join(book, joining)
    assert_follows(book.read(), found, joining)


def test_a_joiner_alone_may_make_the_stairwell_too_large():
    method = Method(SplitForm.WHOLE)
    found = project("xianyang", 2, (999_999,), 99_999_999, out=("201",), method=method, weights={1: 60_000, 2: 60_000})  # fmt: skip
    joining = Joining("201", original=1_007_700)
    assert too_large(found, joining) == [JOINED_EXACT]
    book = blank_book(TOPICS).as_made()
    book.turn_into(found)
    join(book, joining)
    assert_follows(book.read(), found, joining)


# ---------------------------------------------------------------- several, one after another

#: 302, 401 and 501 stay out at first; everybody of storeys 3 to 5 has paid something.
THREE = project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, out=("302", "401", "501"))
PAID = (0, 0, 0, 0, 10_000_000, 3_000_000, 4_000_001, 9_999_999, 0, 12_345_678)
ADVANCES = (Advance("502", 300_000), Advance("301", 100_001))
SEVERAL = (
    (Joining("302"), Joining("401"), Joining("501")),
    (
        Joining("501", way=JoiningWay.MULTIPLE, multiple=200, day="2026-05-01"),
        Joining(
            "302",
            way=JoiningWay.DEPRECIATION,
            years=15,
            months=80,
            free=5,
            write_off=WriteOff.YEARLY,
        ),
        Joining("401", way=JoiningWay.INTEREST, rate=435, months=90, day="2033-01-02"),
    ),
    (Joining("401", basis=RefundBasis.PAID), Joining("302", 5_000_000, basis=RefundBasis.PAID)),
    (
        Joining("401"),
        Joining("302", basis=RefundBasis.PAID),
        Joining("501", way=JoiningWay.MULTIPLE, multiple=1000),
    ),
    (
        Joining("302", basis=RefundBasis.ADVANCED, advances=ADVANCES),
        Joining("501", basis=RefundBasis.ALIKE, advances=(*ADVANCES, Advance("302"))),
        Joining("401", basis=RefundBasis.PAID),
    ),
    (Joining("401"), Joining(), Joining("302")),
)


def owed_after(one, paid):
    """What each household owes after each joining, by the rules."""
    standing = first_standing(one)
    for joining in one.joinings:
        if joining.room:
            _, standing = settled_join(one, joining, standing, paid)
        yield standing.accounts


def assert_reconciles(said, one, paid):
    """After each joining the book's accounts are those of the rules, and sum to the net amount."""
    count, net = len(one.flats), assess(one).net
    now = said.block(accounts(said.plan), "fen")[:count]
    assert said.errors == [] and said.failed == []
    *_, last = owed_after(one, paid)
    assert now == list(last) and sum(now) == net
    after = zip(
        joiners(said.plan)[1:],
        owed_after(replace(one, joinings=filled_up(one.joinings)), paid),
        strict=False,
    )
    for joiner, owed in after:
        found = said.block(joiner.refunds, "owed")[:count]
        assert found == list(owed) and sum(found) == net
    late = said.block(said.plan.shares, "late")[:count]
    assert late == list(joined_parts(one, paid))


def filled_up(joinings):
    """The joiners until the first that is nobody."""
    return joinings[: next((n for n, one in enumerate(joinings) if not one.room), len(joinings))]


@pytest.mark.parametrize("joinings", SEVERAL, ids=lambda some: "-".join(one.room for one in some))
def test_several_join_one_after_another(joinings):
    one = replace(THREE, joinings=joinings)
    book = Book(make_book(one), SharingPlan(one))
    for row, fen in enumerate(PAID):
        book.household(row, paid=fen / 100 or None)
    assert_reconciles(book.read(), one, PAID)
    assert len(joiners(book.plan)) == len(joinings)


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_several_join_a_template_however_it_is_shared(method):
    book = blank_book(TOPICS).as_made()
    one = replace(THREE, joinings=SEVERAL[1], method=method, unit="元")
    book.turn_into(one)
    for number, joining in enumerate(one.joinings, 1):
        join(book, joining, number)
    assert_reconciles(book.read(), one, (0,) * 10)


def test_who_joined_before_shares_the_later_money_and_its_bill_says_both():
    one = replace(THREE, joinings=SEVERAL[0])
    book = Book(make_book(one), SharingPlan(one))
    said = book.read()
    first_paid, back = (said.at(accounts(book.plan).at(key, 5)) for key in ("pays", "back"))
    assert first_paid > 0 < back
    bill = said.bills[5]  # 302, the first
    assert bill["是否参与"].startswith("后加入") and "现在应缴" in bill["本户怎么算"]
    assert (in_fen(bill["加：后加入"]), in_fen(bill["减：后加入退回"])) == (first_paid, back)


@pytest.mark.parametrize("form", SplitForm)
def test_one_who_is_not_settled_yet_takes_no_part_for_those_who_come_after(form):
    waits = Joining("302", way=JoiningWay.INTEREST, rate=300, months=5)
    both = replace(THREE, joinings=(waits, Joining("401")), method=Method(form))
    book = Book(make_book(both), SharingPlan(both))
    book.parameter("late_rate", None)
    said, alone = book.read(), replace(both, joinings=(Joining("401"),))
    assert said.errors == [] and said.failed == [TOLD]
    assert said.at(joiners(book.plan)[1].steps.payment) == joined_share(alone, "401")


@pytest.mark.parametrize("terms", ["fixed", "carriers"])
def test_where_some_have_terms_of_their_own_an_agreed_share_is_read_back(terms):
    one = replace(
        THREE,
        joinings=(
            Joining("302", 5_000_000),
            Joining("401", 3_000_000, JoiningWay.MULTIPLE, multiple=200),
        ),
    )
    if terms == "fixed":
        flats = (
            replace(one.flats[0], fixed=50_000),
            *one.flats[1:-1],
            replace(one.flats[-1], own_weight=12_000),
        )
        one = replace(one, flats=flats)
    else:
        one = replace(
            one, method=replace(one.method, opt_out=OptOut.CHOSEN, carriers=frozenset({3, 5}))
        )
    book = Book(make_book(one), SharingPlan(one))
    assert_reconciles(book.read(), one, (0,) * 10)
    assert read_back(opened(book.data, "簿.xlsx")).project.joinings == one.joinings


def test_a_flat_of_a_half_stop_joins():
    one = replace(THREE, flats=tuple(replace(f, storey=3.5) if f.room in ("302", "301") else f for f in THREE.flats),
                  weights={3.5: 11_000}, joinings=SEVERAL[1])  # fmt: skip
    book = Book(make_book(one), SharingPlan(one))
    assert_reconciles(book.read(), one, (0,) * 10)


def test_the_same_flat_cannot_join_twice():
    both = replace(THREE, joinings=(Joining("302"), Joining("401")))
    book = Book(make_book(both), SharingPlan(both))
    book.parameter("late_room_2", "302")
    said = book.read()
    assert said.errors == [] and said.failed == [f"{name}（第 2 户）" for name in (FOUND, TOLD)]
    assert "已经参与" in said.at(f"后加入!A{joiners(book.plan)[1].top + 1}")


def test_days_in_the_wrong_order_are_told():
    both = replace(
        THREE, joinings=(Joining("302", day="2027-01-01"), Joining("401", day="2027-01-01"))
    )
    book = Book(make_book(both), SharingPlan(both))
    assert book.read().failed == []
    book.parameter("late_day_2", day_number("2026-12-31"))
    assert book.read().failed == [IN_ORDER]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("cells", "problem"),
    [({"room": "601"}, 2), ({"yuan": -1}, 3), ({"yuan": "三千"}, 3), ({"joiner": 2}, 4), ({"joiner": 0.5}, 4),
     ({"room": None}, 2), ({"room": " 502 "}, 1), ({"room": 502, "joiner": 1}, 1)],
)  # fmt: skip
def test_who_advanced_is_read_with_care(cells, problem):
    one = replace(THREE, joinings=(Joining("302", basis=RefundBasis.ADVANCED, advances=ADVANCES),))
    book = Book(make_book(one), SharingPlan(one))
    for key_, value in cells.items():
        book.type(typed(book.plan).at(key_, 0), value)
    said = book.read()
    assert said.errors == [] and said.at(table(book.plan).at("problem", 0)) == problem
    assert said.failed == [ADVANCED] * (problem > 1)
    weights = said.block(first(book.plan).refunds, "part")[:10]
    assert weights[9] == (300_000 if problem == 1 else 0) and weights[4] == 100_001


def test_nobody_is_said_to_have_advanced():
    book = base_book().as_made()
    book.parameter("late_basis", RefundBasis.ALIKE.value)
    assert book.read().failed == [SOMEBODY, WHOLE, SUM]
    book.type(typed(book.plan).at("room", 3), "301")
    said = book.read()
    assert said.failed == [] and said.at(first(said.plan).steps.payees) == 1
    assert said.at("后加入!A4").startswith("退给 1 户（垫付户平分），")


# ---------------------------------------------------------------- nobody, or nobody that can


def test_nobody_joins_and_nothing_is_said(template):
    said = template.read()
    assert not {FOUND, TOLD, SOMEBODY, WHOLE} & set(said.failed)
    assert said.at("后加入!A2").startswith("没有人后加入")
    assert said.at(first(said.plan).steps.payment) == 0


@pytest.mark.parametrize(
    ("room", "words"), [("999", "没有这一户"), ("301", "已经参与"), ("3*", "没有这一户")]
)
def test_a_room_that_cannot_join(book, room, words):
    book.parameter("late_room", room)
    said = book.read()
    assert said.errors == [] and FOUND in said.failed
    assert words in said.at("后加入!A2")
    assert said.at(first(said.plan).steps.payment) == 0


def test_a_room_typed_as_a_number_is_found(book):
    book.parameter("late_room", 302)
    assert_follows(book.read(), BASE, Joining("302"))


@pytest.mark.parametrize(
    ("way", "key"),
    [(JoiningWay.INTEREST, "late_rate"), (JoiningWay.INTEREST, "late_months"), (JoiningWay.DEPRECIATION, "late_years"),
     (JoiningWay.DEPRECIATION, "late_months"), (JoiningWay.MULTIPLE, "late_multiple"), (None, "late_amount")],
)  # fmt: skip
@pytest.mark.parametrize("typed", [None, "待定", -1])
def test_a_number_that_the_way_needs_must_be_there(book, way, key, typed):
    join(book, Joining("302", 100_000, way or JoiningWay.PLAIN, 300, 10, 120, 24))
    assert book.read().failed == []
    book.parameter(key, typed)
    said = book.read()
    assert said.errors == [] and TOLD in said.failed
    assert said.at(first(said.plan).steps.payment) == 0


def test_a_number_that_the_way_does_not_need_may_be_missing(book):
    join(book, Joining("302", way=JoiningWay.MULTIPLE, multiple=100))
    assert book.read().failed == []


@pytest.mark.parametrize("key", ["late_way", "late_original", "late_basis"])
def test_a_mistyped_choice_is_told(book, key):
    book.parameter(key, "随便")
    said = book.read()
    assert said.errors == [] and said.failed != []


def test_nobody_has_paid(book):
    book.parameter("late_basis", RefundBasis.PAID.value)
    assert book.read().failed == [SOMEBODY, WHOLE, SUM]


# ---------------------------------------------------------------- other engines


@pytest.mark.sampled(0)
def test_libreoffice_and_formulas_agree_on_every_cell_of_the_sheet(tmp_path):
    joining = Joining("301", way=JoiningWay.INTEREST, rate=350, months=18)
    second = Joining("201", basis=RefundBasis.ADVANCED, advances=(Advance("401", 300),))
    one = project(
        "xianyang", 4, ODD_AREAS[:1], out=("301", "201"), unit="元", joinings=(joining, second)
    )
    data = draft(SharingPlan(one))
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = [cell for cell in formula_cells(data) if cell[0] == "后加入"]
    stored = cached(filled(data))
    assert stored["后加入", "A4"].startswith("退给")
    assert differences(stored, libreoffice([path], tmp_path)[0], cells) == []
    few = [cell for cell in cells if cell[1][0] in "DEF"]  # the steps and the refunds
    assert differences(stored, formulas_values(formulas_model(path, few)), few) == []
