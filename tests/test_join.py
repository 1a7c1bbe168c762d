"""Several owners join later, one after another: every account stays exact."""

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.project import assess, join, joined_parts, joined_share
from elevshare.project.join import first_standing, unsettled
from elevshare.rules.late import BY_ADVANCE, Advance, Joining, JoiningWay, RefundBasis, WriteOff
from elevshare.rules.share import OptOut

#: 302, 401 and 501 stay out at first.
BASE = project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, out=("302", "401", "501"))
ROOMS = [flat.room for flat in BASE.flats]
NOTHING = (0,) * len(ROOMS)


def test_the_second_owes_what_he_would_had_both_taken_part_from_the_start():
    both = project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567, out=("501",))
    assert joined_share(BASE, "401", ["302"]) == assess(both).dues[ROOMS.index("401")]
    assert joined_share(BASE, "401", ["302"]) < joined_share(BASE, "401")


def test_whoever_joins_at_his_original_share_ends_near_what_all_had_owed():
    """By what each owes the later money reaches the earlier joiners; by rounding alone it differs."""
    one = replace(BASE, joinings=tuple(map(Joining, ("302", "401", "501"))))
    owed = [
        due + part for due, part in zip(assess(one).dues, joined_parts(one, NOTHING), strict=True)
    ]
    all_in = assess(project(storeys=5, areas=ODD_AREAS[:2], cost=61_234_567)).dues
    assert all(abs(now - then) <= 3 for now, then in zip(owed, all_in, strict=True))


def test_earlier_refunds_are_taken_off_what_was_paid():
    paid = (0, 0, 0, 0, 1_000, 0, 0, 3_000, 0, 0)
    first, second = (Joining(room, 400, basis=RefundBasis.PAID) for room in ("302", "401"))
    found, then = join(BASE, first, first_standing(BASE), paid)
    assert found.refunds == (0, 0, 0, 0, 100, 0, 0, 300, 0, 0)
    assert join(BASE, second, then, paid)[0].refunds == (0, 0, 0, 0, 100, 0, 0, 300, 0, 0)
    much = replace(first, original=12_000)
    _, over = join(BASE, much, first_standing(BASE), paid)  # 301 and 402 have more back than paid
    with pytest.raises(ValueError):
        join(BASE, second, over, paid)


def test_nobody_joins_twice_or_without_a_flat():
    _, then = join(BASE, Joining("302"), first_standing(BASE), NOTHING)
    with pytest.raises(InputError, match="已经参与"):
        join(BASE, Joining("302"), then, NOTHING)
    assert joined_parts(replace(BASE, joinings=(Joining(),)), NOTHING) == NOTHING


@st.composite
def joinings(draw):
    """Some of those who stay out, in any order and on any terms."""
    rooms = draw(st.permutations(["302", "401", "501"]))[: draw(st.integers(1, 3))]
    advances = st.lists(
        st.builds(Advance, st.sampled_from(ROOMS), st.integers(0, 10**8)), max_size=4
    )
    return [
        Joining(
            room, draw(st.none() | st.integers(0, 10**8)), draw(st.sampled_from(JoiningWay)),
            draw(st.integers(0, 10_000)), draw(st.integers(1, 20)), draw(st.integers(0, 1000)),
            draw(st.integers(0, 300)), draw(st.sampled_from(RefundBasis)), draw(st.integers(0, 9)),
            draw(st.sampled_from(WriteOff)), tuple(draw(advances)),
        )
        for room in rooms
    ]  # fmt: skip


@given(joinings(), st.lists(st.integers(0, 10**8), min_size=10, max_size=10))
def test_after_every_joining_the_accounts_sum_to_the_net_amount(some, paid):
    standing, net = first_standing(BASE), assess(BASE).net
    for joining in some:
        before = standing
        try:
            found, standing = join(BASE, joining, before, paid)
        except ValueError:  # nobody to refund
            continue
        row = ROOMS.index(joining.room)
        assert sum(standing.accounts) == net and sum(found.refunds) == found.payment
        assert standing.accounts[row] == before.accounts[row] + found.payment
        assert found.refunds[row] == 0 and min(found.refunds) >= 0
        assert standing.taking[row] and not before.taking[row]
        for place, back in enumerate(found.refunds):
            assert not back or _gave(joining, before, paid, place)


def _gave(joining, before, paid, place):
    """Whether a household had any money in it, so that some may come back to it."""
    if joining.basis in BY_ADVANCE:
        return any(one.room == ROOMS[place] for one in joining.advances)
    if joining.basis is RefundBasis.PAID:
        return before.taking[place] and paid[place] > before.refunded[place]
    return before.accounts[place] > 0


def test_where_chosen_storeys_carry_the_gap_each_gets_back_what_it_carried():
    """Two flats of the fourth storey carry 301's part; he joins, and they stand as all others do."""
    one = replace(
        BASE,
        flats=tuple(
            replace(flat, taking_part=flat.room != "301", area=8_000) for flat in BASE.flats
        ),
        method=replace(BASE.method, opt_out=OptOut.CHOSEN, carriers=frozenset({4})),
        joinings=(Joining("301", basis=RefundBasis.CARRIED),),
    )
    everybody = replace(
        one, flats=tuple(replace(f, taking_part=True) for f in one.flats), joinings=()
    )
    parts = joined_parts(one, NOTHING)
    now = [due + part for due, part in zip(assess(one).dues, parts, strict=True)]
    assert max(abs(a - b) for a, b in zip(now, assess(everybody).dues, strict=True)) <= 1
    assert sum(parts) == 0


def test_a_joiner_who_cannot_be_settled_is_told_by_make():
    assert unsettled(replace(BASE, joinings=(Joining("909"),)))[0].startswith(
        "后加入的「909」不在住户之中"
    )
    assert unsettled(BASE) == ()
