"""Own coefficients, fixed sums, half stops, storeys below 1, and a gap that chosen storeys carry."""

from dataclasses import replace

from buildings import NONE, payable, project
from engines import cached
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.errors import InputError
from elevshare.money import UNITS
from elevshare.opened import opened
from elevshare.project import CostItem, Project, assess, joined_parts, joined_share, settle
from elevshare.returned import read_back
from elevshare.rules.late import Joining, RefundBasis
from elevshare.rules.settlement import Actual, HouseholdAccount
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.settlement import places
from elevshare.workbook.subjects.sharing.plan import SharingPlan

BASE = project(storeys=6, topics=NONE)


@st.composite
def projects(draw):
    """A small building in which anything may be agreed with anybody."""
    storeys = draw(st.integers(1, 6))
    stops = st.integers(1, storeys)
    anywhere = st.one_of(stops, stops, stops.map(lambda s: s + 0.5), st.sampled_from([0, -1]))
    flat = st.builds(
        Flat,
        room=st.just(""),
        storey=anywhere,
        area=st.sampled_from([8_000, 10_000, 6_103, 1]),
        taking_part=st.sampled_from([True, True, False]),
        own_weight=st.one_of(st.none(), st.none(), st.integers(0, 40_000)),
        fixed=st.one_of(st.none(), st.none(), st.none(), st.integers(0, 90_000)),
        reason=st.sampled_from(["", "跃层"]),
    )
    flats = draw(st.lists(flat, min_size=1, max_size=10))
    levels = sorted({one.storey for one in flats if one.storey >= 1})
    weights = {
        one: draw(st.integers(0, 40_000)) for one in levels if one % 1 or draw(st.booleans())
    }
    carriers = draw(st.sets(st.sampled_from(levels))) if levels else set()
    found = Project(
        find(draw(st.sampled_from(["nanjing", "general-area", "guangzhou"]))),
        Method(
            draw(st.sampled_from(SplitForm)),
            draw(st.sampled_from(Within)),
            draw(st.sampled_from(OptOut)),
            frozenset(carriers),
        ),
        tuple(replace(one, room=f"{i:02}") for i, one in enumerate(flats)),
        storeys,
        (CostItem("费用", draw(st.integers(1, 99_999_999))),),
        unit=draw(st.sampled_from(list(UNITS))),
        weights=weights,
        by_household=draw(st.sampled_from([False, False, False, True])),
        topics=NONE,
    )
    return payable(found)


def book_of(found):
    """The cached values of a project's book, the amounts in fen, and the checks that fail."""
    data = make_book(found)
    values, plan = cached(data), SharingPlan(found)
    dues = tuple(values["分摊", f"{plan.shares.letter('fen')}{row}"] for row in plan.shares.rows)
    failed = [
        values["校验", f"B{row}"]
        for row in range(6, 200)
        if values.get(("校验", f"C{row}")) == "不通过"
    ]
    return data, values, dues, failed


@settings(deadline=None, max_examples=examples(25))
@given(projects())
def test_the_book_has_the_amounts_of_the_rules_and_is_read_back_as_it_was(found):
    try:
        outcome = assess(found)
    except InputError:
        return  # no book is made of it
    data, _, dues, failed = book_of(found)
    assert dues[: len(found.flats)] == outcome.dues
    assert (failed == []) == outcome.passed, (failed, outcome.checks)
    said = read_back(opened(data, "簿子.xlsx")).project
    assert said.flats == found.flats
    assert (said.method.opt_out, said.by_household) == (found.method.opt_out, found.by_household)
    assert assess(said).dues == outcome.dues


@settings(deadline=None, max_examples=examples(12))
@given(projects(), st.integers(0, 99_999_999))
def test_the_settlement_shares_the_actual_net_amount_by_the_same_terms(found, actual):
    try:
        assess(found)
        found = replace(found, settlement=Actual(day="2026-03-01", costs=(actual,)))
        settled = settle(found, [HouseholdAccount()] * len(found.flats))
    except InputError:
        return
    values, plan = cached(make_book(found)), SharingPlan(found)
    table = places.flats(plan)
    fen = tuple(values["决算", f"{table.letter('fen')}{row}"] for row in table.rows)
    assert fen[: len(found.flats)] == settled.shares
    assert set(fen[len(found.flats) :]) <= {0}


@settings(deadline=None, max_examples=examples(40))
@given(projects(), st.data())
def test_a_later_joiner_pays_his_share_by_the_same_terms(found, data):
    out = [flat.room for flat in found.flats if not flat.taking_part]
    if not out:
        return
    rooms = data.draw(st.permutations(out))[:2]
    basis = data.draw(st.sampled_from([RefundBasis.DUE, RefundBasis.CARRIED]))
    found = replace(found, joinings=tuple(Joining(room, basis=basis) for room in rooms))
    paid = (0,) * len(found.flats)
    try:
        assess(found)
        parts = joined_parts(found, paid)
    except (InputError, ValueError):
        return
    values, plan = cached(make_book(found)), SharingPlan(found)
    late = [values["分摊", f"{plan.shares.letter('late')}{row}"] for row in plan.shares.rows]
    assert tuple(late[: len(found.flats)]) == parts
    originals = [values[joiner.steps["joined"].split("!")[0], joiner.steps["joined"].split("!")[1].replace("$", "")]
                 for joiner in joiners(plan)]  # fmt: skip
    earlier = []
    for room, original in zip(rooms, originals, strict=False):
        assert original == joined_share(found, room, earlier)
        earlier.append(room)
