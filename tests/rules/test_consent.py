from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import consent
from elevshare.rules.consent import Count, Majority, Tally, decide, enough, least, tally
from elevshare.rules.share import Flat

REBUILD = Majority(Fraction(3, 4), Fraction(2, 3))
OTHER = Majority(Fraction(1, 2), Fraction(2, 3), strict=True)
OLD_LAW = Majority(Fraction(2, 3), of_all=True)
HEADS_ONLY = Majority(
    Fraction(2, 3), of_all=True, by_area=False, exclusive_part=True, no_objection=True
)


def equal_flats(count, voting, agreeing):
    return [
        Flat(f"{i:03}", 1, 8000, vote=i < voting, agrees=i < agreeing) for i in range(count)
    ]  # fmt: skip


def passed(rule, *counts, **declared):
    return decide(rule, tally(equal_flats(*counts)), **declared).passed


# ---------------------------------------------------------------- rules as they are printed


@pytest.mark.parametrize(("counts", "yes"), [((12, 8, 6), True), ((12, 7, 7), False),
                                             ((12, 8, 5), False), ((12, 12, 9), True),
                                             ((12, 12, 8), False), ((12, 0, 0), False)])  # fmt: skip
def test_rebuilding_by_the_civil_code_with_twelve_equal_flats(counts, yes):
    assert passed(REBUILD, *counts) is yes


def test_with_nobody_voting_eight_of_twelve_must_and_then_six_agree():
    hurdles = decide(REBUILD, tally(equal_flats(12, 0, 0))).hurdles
    assert [(one.name, one.missing) for one in hurdles] == [
        ("参与面积", 64_000), ("参与人数", 8), ("同意面积", 48_000), ("同意人数", 6)
    ]  # fmt: skip


def test_with_all_voting_nine_of_twelve_must_agree():
    hurdles = decide(REBUILD, tally(equal_flats(12, 12, 0))).hurdles
    assert [one.missing for one in hurdles] == [0, 0, 72_000, 9]


def test_too_few_who_all_agree_pass_their_own_test_but_more_will_have_to():
    quorum, approval = decide(REBUILD, tally(equal_flats(12, 4, 4))).hurdles[1::2]
    assert (quorum.passed, quorum.missing) == (False, 4)
    assert (approval.passed, approval.missing) == (True, 2)


@pytest.mark.parametrize(("counts", "yes"), [((12, 8, 5), True), ((12, 8, 4), False)])
def test_more_than_half_is_not_half(counts, yes):
    assert passed(OTHER, *counts) is yes


@pytest.mark.parametrize(("counts", "yes"), [((12, 8, 8), True), ((12, 12, 7), False)])
def test_the_old_law_asks_two_thirds_of_all_and_no_quorum(counts, yes):
    assert passed(OLD_LAW, *counts) is yes


def test_heads_alone_with_two_declarations():
    large, small = Flat("1", 1, 99_999, vote=True), Flat("2", 2, 1, vote=True, agrees=True)
    votes = tally([large, small, Flat("3", 3, 1, vote=True, agrees=True)])
    assert decide(HEADS_ONLY, votes).undeclared == (
        "占用专有部分须经该业主同意", "受影响的相关方没有反对意见"
    )  # fmt: skip
    assert not decide(HEADS_ONLY, votes, exclusive_part=True).passed
    decision = decide(HEADS_ONLY, votes, exclusive_part=True, no_objection=True)
    assert decision.passed and [one.name for one in decision.hurdles] == ["同意人数"]


def test_the_area_may_fail_where_the_heads_pass():
    flats = [Flat("1", 1, 30_000), *(Flat(str(i), 1, 8000, vote=True, agrees=True) for i in (2, 3))]
    assert [one.passed for one in decide(REBUILD, tally(flats)).hurdles] == [
        False, True, True, True
    ]  # fmt: skip


def test_nobody_at_all_agrees_to_nothing():
    assert not decide(OLD_LAW, tally([])).passed


# ---------------------------------------------------------------- persons and slips


def test_one_buyers_flats_are_one_person_with_the_area_of_all():
    flats = [Flat(str(i), i, 5000, vote=True, agrees=True, person="甲" * (i < 3)) for i in range(5)]
    every = Count(25_000, 3)
    assert tally(flats) == Tally(every, every, every)


def test_a_person_takes_part_with_one_flat_but_its_flats_must_be_marked_alike():
    flats = [Flat("1", 1, 5000, vote=True, person="甲"), Flat("2", 2, 6000, person="甲")]
    assert tally(flats) == Tally(Count(11_000, 1), Count(5000, 1), Count(0, 0), ("1", "2"))


@pytest.mark.parametrize(("vote", "slips"), [(None, ("1",)), (False, ("1",)), (True, ())])
def test_agreeing_without_taking_part_is_a_slip_and_does_not_count(vote, slips):
    votes = tally([Flat("1", 1, 5000, vote=vote, agrees=True)])
    assert votes.slips == slips
    assert votes.agreeing.persons == (vote is True)


# ---------------------------------------------------------------- any vote

PARTS = st.builds(lambda a, b: Fraction(min(a, b), max(a, b)), *[st.integers(1, 999)] * 2)
MARKS = st.sampled_from([None, True, False])
FLATS = st.lists(
    st.builds(
        Flat,
        room=st.integers(0, 10**6).map(str),
        storey=st.just(1),
        area=st.integers(1, 999_999),
        vote=MARKS,
        agrees=MARKS,
        person=st.sampled_from(["", "", "甲", "乙", "Ab", "aB"]),
    ),
    max_size=12,
)
RULES = st.builds(Majority, PARTS, st.none() | PARTS, *[st.booleans()] * 5)


@given(PARTS, st.integers(0, 10**9), st.booleans())
def test_the_least_is_enough_and_one_less_is_not(part, base, strict):
    need = least(part, base, strict)
    if base or not strict:
        assert enough(need, part, base, strict)
    assert not enough(need - 1, part, base, strict)


@given(RULES, FLATS, st.booleans(), st.booleans())
def test_a_decision_is_what_fractions_say(rule, flats, part, peace):
    votes = tally(flats)
    decision = decide(rule, votes, exclusive_part=part, no_objection=peace)
    right = (part or not rule.exclusive_part) and (peace or not rule.no_objection)
    for measure in ("area", "persons") if rule.by_area else ("persons",):
        whole, taking, agreeing = (
            getattr(count, measure) for count in (votes.whole, votes.taking_part, votes.agreeing)
        )
        bar = rule.approval * (whole if rule.of_all else taking)
        right &= agreeing > bar or (agreeing == bar > 0 and not rule.strict)
        right &= rule.quorum is None or taking >= rule.quorum * whole > 0
    assert decision.passed == right


@given(RULES, FLATS)
def test_nothing_is_missing_just_where_every_test_has_passed(rule, flats):
    hurdles = decide(rule, tally(flats)).hurdles
    assert all(one.passed for one in hurdles) == all(one.missing == 0 for one in hurdles)


@given(FLATS)
def test_the_counts_lie_within_each_other(flats):
    votes = tally(flats)
    assert votes.agreeing.area <= votes.taking_part.area <= votes.whole.area
    assert votes.agreeing.persons <= votes.taking_part.persons <= votes.whole.persons <= len(flats)


def test_what_a_rule_does_not_say_it_does_not_ask():
    whole = consent.Count(1, 1)
    rule = consent.Majority(Fraction(1, 2))
    assert rule == consent.Majority(Fraction(1, 2), None, False, False, True, False, False)
    assert consent.Voting() == consent.Voting("", False, False)
    assert consent.Tally(whole, whole, whole) == consent.Tally(whole, whole, whole, ())


def test_the_least_that_is_enough_by_one():
    half = Fraction(1, 2)
    assert [consent.least(half, base) for base in (0, 1, 8, 9)] == [1, 1, 4, 5]
    assert [consent.least(half, base, True) for base in (0, 1, 8, 9)] == [1, 1, 5, 5]
    assert [consent.enough(have, half, 8) for have in (3, 4, 5)] == [False, True, True]
    assert [consent.enough(have, half, 8, True) for have in (3, 4, 5)] == [False, False, True]
    assert not consent.enough(0, half, 0) and consent.enough(1, half, 0)


def test_what_is_missing_of_a_hurdle_is_never_negative():
    assert consent.Hurdle("", 3, 9, 3, True).missing == 0
    assert consent.Hurdle("", 4, 9, 3, True).missing == 0
    assert consent.Hurdle("", 1, 9, 3, False).missing == 2


def test_declarations_that_are_asked_for_and_those_that_were_made():
    one = consent.Count(1, 1)
    votes = consent.Tally(one, one, one)
    rule = consent.Majority(Fraction(1, 2), exclusive_part=True, no_objection=True)
    assert len(consent.decide(rule, votes).undeclared) == 2
    assert not consent.decide(rule, votes, exclusive_part=True).passed
    assert consent.decide(rule, votes, exclusive_part=True, no_objection=True).passed
    assert consent.decide(consent.Majority(Fraction(1, 2)), votes).passed
