"""后加入: the book works out the joiner's payment and the refunds as the rules do."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, Book
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

from elevshare.money import UNITS
from elevshare.project import Topic, assess, joined_parts, joined_share
from elevshare.rules.late import Joining, JoiningWay, RefundBasis, settle
from elevshare.rules.share import Method, SplitForm
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.late.inputs import COMPUTED, MANUAL
from elevshare.workbook.subjects.late.joined import refunds
from elevshare.workbook.subjects.late.tables import steps
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.LATE})

FOUND, TOLD = "后加入的户找到且原来没有参与", "后加入要用的数已填齐"
SOMEBODY, WHOLE = "后加入的钱有户可退", "退还合计等于后加入者所缴"
JOINED_EXACT = "后加入的计算没有超出精确范围"
BASE = replace(BASE, joining=Joining("302"))


@cache
def base_book():
    return Book(make_book(BASE), SharingPlan(BASE))


@pytest.fixture
def book():
    return base_book().as_made()


def join(book, joining):
    """Type the owners' choices."""

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
    }
    for key, value in inputs.items():
        book.parameter(key, value)


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
    assert said.at(steps(plan).joined) == share
    assert said.at(steps(plan).original) == settled.original
    assert said.at(steps(plan).payment) == settled.payment
    assert said.at(steps(plan).refunded) == settled.payment
    found = said.block(refunds(plan), "refund")
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
)


@pytest.mark.parametrize("joining", WAYS, ids=lambda j: f"{j.way}-{j.original}-{j.months}")
def test_each_way_of_joining(book, joining):
    join(book, joining)
    assert_follows(book.read(), BASE, joining)


def test_the_published_case_in_words(book):
    join(book, Joining("302", original=1_007_700))
    said = book.read()
    assert [said.at(f"后加入!A{row}") for row in (2, 3, 4)] == [
        "302 业主302 后加入，原应分摊 10077.00 元",
        "不加不减；现在应缴 10077.00 元",
        "退给 5 户（按应分摊的比例），合计 10077.00 元，一分不差",
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
    assert joined_parts(replace(left, joining=joining), paid)[6] == 0
    assert said.at(refunds(book.plan).at("paid", 6)) == 20_000


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


@settings(AS_FOUND, max_examples=6)
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


# ---------------------------------------------------------------- nobody, or nobody that can


def test_nobody_joins_and_nothing_is_said(template):
    said = template.read()
    assert not {FOUND, TOLD, SOMEBODY, WHOLE} & set(said.failed)
    assert said.at("后加入!A2").startswith("没有人后加入")
    assert said.at(steps(said.plan).payment) == 0


@pytest.mark.parametrize(
    ("room", "words"), [("999", "没有这一户"), ("301", "已经参与"), ("3*", "没有这一户")]
)
def test_a_room_that_cannot_join(book, room, words):
    book.parameter("late_room", room)
    said = book.read()
    assert said.errors == [] and FOUND in said.failed
    assert words in said.at("后加入!A2")
    assert said.at(steps(said.plan).payment) == 0


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
    assert said.at(steps(said.plan).payment) == 0


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
    assert book.read().failed == [SOMEBODY, WHOLE]


# ---------------------------------------------------------------- other engines


def test_libreoffice_and_formulas_agree_on_every_cell_of_the_sheet(tmp_path):
    joining = Joining("301", way=JoiningWay.INTEREST, rate=350, months=18)
    one = project("xianyang", 3, ODD_AREAS[:1], out=("301",), unit="元", joining=joining)
    data = draft(SharingPlan(one))
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = [cell for cell in formula_cells(data) if cell[0] == "后加入"]
    stored = cached(filled(data))
    assert stored["后加入", "A4"].startswith("退给")
    assert differences(stored, libreoffice([path], tmp_path)[0], cells) == []
    few = [cell for cell in cells if cell[1][0] in "DEF"]  # the steps and the refunds
    assert differences(stored, formulas_values(formulas_model(path, few)), few) == []
