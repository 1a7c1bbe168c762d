import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import subsidy
from elevshare.rules.subsidy import Subsidy, Tier, fixed, grant, stepped

WAN = 1_000_000
HALF = (("市", 5000), ("区", 5000))


def table(*rows):
    """Tiers from (storeys, amount in 万) pairs; half storeys are written 4.5."""
    return tuple(Tier(int(storeys * 2), int(wan * WAN)) for storeys, wan in rows)


SHANGHAI = Subsidy(rate=4000, cap=28 * WAN, split=HALF)
XIANYANG = Subsidy(fixed(20 * WAN), exclusive=True, split=HALF)
BEIJING = Subsidy(table((4, 20), (5, 22), (6, 24)), owners_minimum=3000)
GUANGZHOU = Subsidy(cap=20 * WAN)
HANGZHOU = Subsidy(fixed(20 * WAN))
CHENGDU = Subsidy(table((6, 20)))
WUHAN = Subsidy(fixed(20 * WAN), upkeep=5000)
HUANGSHI = Subsidy(fixed(10 * WAN), upkeep=5000, split=HALF)
ZHENGZHOU = Subsidy(rate=2500, cap=15 * WAN)
XIAN = Subsidy(table((4, 15)))
HUAIYUAN = Subsidy(table((4, 12), (5, 13), (6, 14), (7, 15)))
DONGYING = Subsidy(table((4, 16), (5, 18), (6, 20)), reserved_shaft=5000, split=HALF)
WUXI = Subsidy(table((0, 14), (4.5, 16), (5.5, 18), (6.5, 20)))
CHANGZHOU = Subsidy(table((0, 8), (5, 9), (6, 10)))
XUZHOU = Subsidy(table((0, 8), (6, 10)), split=HALF)
SHANGHANG = Subsidy(stepped(6 * WAN, 6, WAN // 2, lowest=5))

STOREYS = [
    (XIANYANG, 4, 20), (XIANYANG, 7, 20),
    (BEIJING, 4, 20), (BEIJING, 5, 22), (BEIJING, 6, 24),
    (HANGZHOU, 3, 20), (HANGZHOU, 7, 20),
    (CHENGDU, 5, 0), (CHENGDU, 5.5, 0), (CHENGDU, 6, 20), (CHENGDU, 8, 20),
    (WUHAN, 7, 20), (HUANGSHI, 7, 10),
    (XIAN, 3, 0), (XIAN, 4, 15), (XIAN, 7, 15),
    (HUAIYUAN, 4, 12), (HUAIYUAN, 5, 13), (HUAIYUAN, 6, 14), (HUAIYUAN, 7, 15),
    (DONGYING, 3, 0), (DONGYING, 4, 16), (DONGYING, 5, 18), (DONGYING, 6, 20), (DONGYING, 9, 20),
    (WUXI, 3, 14), (WUXI, 4, 14), (WUXI, 4.5, 16), (WUXI, 5, 16), (WUXI, 5.5, 18), (WUXI, 6, 18),
    (WUXI, 6.5, 20), (WUXI, 7, 20),
    (CHANGZHOU, 3, 8), (CHANGZHOU, 4, 8), (CHANGZHOU, 5, 9), (CHANGZHOU, 6, 10), (CHANGZHOU, 7, 10),
    (XUZHOU, 4, 8), (XUZHOU, 5, 8), (XUZHOU, 6, 10), (XUZHOU, 7, 10),
    (SHANGHANG, 3, 0), (SHANGHANG, 4, 0), (SHANGHANG, 4.5, 0), (SHANGHANG, 5, 5.5),
    (SHANGHANG, 6, 6), (SHANGHANG, 7, 6.5), (SHANGHANG, 8, 7),
]  # fmt: skip
NAMES = {
    id(rule): name.lower() for name, rule in list(globals().items()) if isinstance(rule, Subsidy)
}


@pytest.mark.parametrize(
    ("rule", "storeys", "wan"), STOREYS, ids=[f"{NAMES[id(r)]}-{s}" for r, s, _ in STOREYS]
)
def test_each_city_by_the_highest_storey_reached(rule, storeys, wan):
    assert grant(rule, 0, 100 * WAN, int(storeys * 2)).total == wan * WAN


@pytest.mark.parametrize(
    ("rule", "eligible", "wan"),
    [
        (SHANGHAI, 50, 20), (SHANGHAI, 70, 28), (SHANGHAI, 70.01, 28), (SHANGHAI, 80, 28),
        (SHANGHAI, 0, 0), (ZHENGZHOU, 40, 10), (ZHENGZHOU, 60, 15), (ZHENGZHOU, 61, 15),
    ],
)  # fmt: skip
def test_a_rate_of_the_eligible_cost_up_to_its_cap(rule, eligible, wan):
    assert grant(rule, int(eligible * WAN), 100 * WAN, 12).total == wan * WAN


def test_a_rate_is_of_the_eligible_cost_not_of_the_whole_cost():
    assert grant(SHANGHAI, 30 * WAN, 90 * WAN, 12).total == 12 * WAN


def test_a_rate_is_rounded_half_up_to_the_fen():
    assert [grant(SHANGHAI, eligible, WAN, 12).total for eligible in (1, 2, 3)] == [0, 1, 1]
    assert grant(Subsidy(rate=5000), 1, WAN, 12).total == 1


@pytest.mark.parametrize("rule", [SHANGHAI, XIANYANG, HUANGSHI, DONGYING, XUZHOU])
def test_two_levels_of_government_pay_half_each(rule):
    granted = grant(rule, 50 * WAN, 100 * WAN, 12)
    assert granted.split == (("市", granted.total // 2), ("区", granted.total // 2))


def test_the_split_gives_the_odd_fen_to_the_first_level():
    rule = Subsidy(fixed(101), split=(("市", 5000), ("区", 5000)))
    assert grant(rule, 0, WAN, 12).split == (("市", 51), ("区", 50))


def test_without_levels_there_is_no_split():
    assert grant(HANGZHOU, 0, 60 * WAN, 12).split == ()


def test_only_a_cap_grants_nothing_by_itself():
    assert grant(GUANGZHOU, 60 * WAN, 60 * WAN, 12).total == 0


def test_xianyang_is_not_granted_beside_another_grant():
    assert grant(XIANYANG, 0, 60 * WAN, 12, other_grant=True).total == 0
    assert grant(XIANYANG, 0, 60 * WAN, 12, other_grant=True).split == (("市", 0), ("区", 0))


@pytest.mark.parametrize("rule", [BEIJING, HANGZHOU, WUHAN, WUXI])
def test_a_rule_that_excludes_nothing_is_granted_beside_another_grant(rule):
    assert grant(rule, 0, 90 * WAN, 12, other_grant=True) == grant(rule, 0, 90 * WAN, 12)


@pytest.mark.parametrize(("cost", "total"), [(60, 24), (35, 24), (34, 23.8), (20, 14), (0, 0)])
def test_in_beijing_the_owners_carry_at_least_30_percent(cost, total):
    assert grant(BEIJING, 0, cost * WAN, 12).total == total * WAN


def test_the_owners_minimum_is_rounded_in_favour_of_the_minimum():
    assert grant(BEIJING, 0, 101, 12).total == 70  # 70.7: 31 of 101 is above 30 percent, 30 is not


@pytest.mark.parametrize("rule", [WUHAN, HUANGSHI])
def test_half_is_kept_for_upkeep(rule):
    granted = grant(rule, 0, 60 * WAN, 12)
    assert granted.building == granted.upkeep == granted.total // 2


def test_without_upkeep_all_is_for_building():
    granted = grant(XIANYANG, 0, 60 * WAN, 12)
    assert (granted.building, granted.upkeep) == (20 * WAN, 0)


@pytest.mark.parametrize(("storeys", "wan"), [(4, 8), (5, 9), (6, 10)])
def test_dongying_grants_half_where_a_shaft_was_reserved(storeys, wan):
    assert grant(DONGYING, 0, 60 * WAN, storeys * 2, reserved_shaft=True).total == wan * WAN


def test_a_reserved_shaft_changes_nothing_where_the_rule_does_not_say_so():
    assert grant(BEIJING, 0, 90 * WAN, 12, reserved_shaft=True).total == 24 * WAN


def test_the_cap_comes_before_the_half_for_a_reserved_shaft():
    rule = Subsidy(rate=4000, cap=28 * WAN, reserved_shaft=5000)
    assert grant(rule, 100 * WAN, 100 * WAN, 12, reserved_shaft=True).total == 14 * WAN


def test_a_base_and_step_stops_at_its_cap():
    rule = Subsidy(stepped(6 * WAN, 6, WAN // 2, lowest=5), cap=7 * WAN)
    assert [grant(rule, 0, 60 * WAN, 2 * n).total for n in (7, 8, 9, 30)] == [
        int(6.5 * WAN), 7 * WAN, 7 * WAN, 7 * WAN
    ]  # fmt: skip


def test_the_order_of_the_tiers_does_not_matter():
    shuffled = Subsidy(WUXI.tiers[::-1])
    for level in range(20):
        assert grant(shuffled, 0, WAN, level) == grant(WUXI, 0, WAN, level)


def test_an_empty_rule_grants_nothing():
    assert grant(Subsidy(), 60 * WAN, 60 * WAN, 12).total == 0


SHARES = st.integers(0, 10_000)
AMOUNTS = st.integers(0, 10**9)
RULES = st.builds(
    Subsidy,
    tiers=st.lists(st.builds(Tier, st.integers(0, 16), AMOUNTS, AMOUNTS), max_size=4).map(tuple),
    rate=st.none() | SHARES,
    cap=st.none() | AMOUNTS,
    reserved_shaft=SHARES,
    exclusive=st.booleans(),
    owners_minimum=SHARES,
    upkeep=SHARES,
    split=st.just(()) | SHARES.map(lambda part: (("市", part), ("区", 10_000 - part))),
)


@given(RULES, AMOUNTS, AMOUNTS, st.integers(0, 20), st.booleans(), st.booleans())
def test_whatever_the_rule_the_parts_make_the_whole_within_its_limits(
    rule, eligible, cost, level, reserved, other
):
    granted = grant(rule, eligible, cost, level, reserved_shaft=reserved, other_grant=other)
    assert granted.building + granted.upkeep == granted.total
    assert min(granted.total, granted.building, granted.upkeep) >= 0
    assert sum(fen for _, fen in granted.split) == (granted.total if rule.split else 0)
    assert rule.cap is None or granted.total <= rule.cap
    assert not (rule.exclusive and other) or granted.total == 0
    if rule.owners_minimum:
        assert (cost - granted.total) * 10_000 >= cost * rule.owners_minimum


def test_what_a_rule_does_not_say_it_does_not_limit():
    rule = subsidy.Subsidy((), None, None, 10_000, False, 0, 0, ())
    assert subsidy.Subsidy() == rule
    assert subsidy.Tier(0, 5) == subsidy.Tier(0, 5, 0)
    assert subsidy.fixed(5) == (subsidy.Tier(0, 5, 0),)


def test_the_declarations_are_not_made_unless_somebody_makes_them():
    rule = subsidy.Subsidy(subsidy.fixed(101), reserved_shaft=5_000, exclusive=True)
    assert subsidy.grant(rule, 0, 0, 0).total == 101
    assert subsidy.grant(rule, 0, 0, 0, reserved_shaft=True).total == 51
    assert subsidy.grant(rule, 0, 0, 0, other_grant=True).total == 0
    assert subsidy.grant(subsidy.Subsidy(subsidy.fixed(7)), 0, 0, 0, other_grant=True).total == 7


def test_limits_one_after_the_other():
    rule = subsidy.Subsidy(rate=5_000, cap=100, owners_minimum=3_000, upkeep=2_500)
    assert subsidy.grant(rule, 198, 1_000, 0) == subsidy.Grant(99, 74, 25, ())
    assert subsidy.grant(rule, 400, 1_000, 0).total == 100
    assert subsidy.grant(rule, 400, 100, 0) == subsidy.Grant(70, 52, 18, ())
    assert subsidy.grant(subsidy.Subsidy(rate=5_000, cap=0), 400, 100, 0).total == 0


def test_the_highest_tier_reached_and_half_storeys():
    tiers = (subsidy.Tier(8, 100, 11), subsidy.Tier(12, 50, -20))
    totals = [
        subsidy.grant(subsidy.Subsidy(tiers), 0, 0, level).total
        for level in (7, 8, 9, 11, 12, 13, 20)
    ]
    assert totals == [0, 100, 106, 117, 50, 40, 0]
    assert subsidy.stepped(60, 6, 5, lowest=5) == (subsidy.Tier(10, 55, 5),)
