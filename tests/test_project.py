from dataclasses import replace

import pytest

from elevshare.errors import InputError
from elevshare.money import MAX_FEN
from elevshare.project import (
    MAX_COSTS,
    CostItem,
    Project,
    SubsidyChoice,
    SubsidyMode,
    assess,
    granted,
    validate,
)
from elevshare.rules.share import Flat, Method, OptOut, SplitForm
from elevshare.rules.subsidy import Tier
from elevshare.schemes import find

AUTO = SubsidyChoice(SubsidyMode.RULE)
FLATS = tuple(
    Flat(f"{storey}0{number}", storey, area)
    for storey in range(1, 8)
    for number, area in ((1, 8000), (2, 10_000))
)


def manual(fen):
    return SubsidyChoice(SubsidyMode.MANUAL, fen)


def costs(*amounts):
    return tuple(CostItem(f"费用{row}", fen) for row, fen in enumerate(amounts, 1))


def project(scheme="nanjing", **changes):
    plain = Project(find(scheme), Method(), FLATS, 7, costs(60_000_000))
    return replace(plain, **changes)


def with_rule(**changes):
    """A scheme whose subsidy rule is that of 咸阳, changed."""
    scheme = find("xianyang")
    rule = replace(scheme.subsidy.rule, **changes)
    return replace(scheme, subsidy=replace(scheme.subsidy, rule=rule))


def by_rule(scheme, **changes):
    choice = SubsidyChoice(SubsidyMode.RULE, **changes)
    return replace(project(), scheme=scheme, subsidy=choice)


def out(*rooms):
    return tuple(replace(flat, taking_part=flat.room not in rooms) for flat in FLATS)


def refusal(call, one):
    with pytest.raises(InputError) as caught:
        call(one)
    return str(caught.value)


def failed(outcome):
    return {check.name: check.message for check in outcome.checks if not check.passed}


each_call = pytest.mark.parametrize("call", [assess, validate])


# ---------------------------------------------------------------- what comes out


def test_the_printed_nanjing_case_passes_every_check():
    outcome = assess(project(unit="百元"))
    assert outcome.passed and len(outcome.checks) >= 5
    assert (outcome.cost, outcome.subsidy, outcome.compensation) == (60_000_000, 0, 0)
    assert outcome.dues[4:6] == (3_330_000, 4_170_000)
    assert sum(outcome.dues) == outcome.net == 60_000_000


def test_net_is_cost_less_subsidy_plus_compensation():
    one = project(costs=costs(35_000_000, 25_000_000), subsidy=manual(7_000_000), compensation=123)
    outcome = assess(one)
    assert (outcome.cost, outcome.subsidy, outcome.compensation) == (60_000_000, 7_000_000, 123)
    assert outcome.net == sum(outcome.dues) == 53_000_123


@pytest.mark.parametrize(("unit", "fen"), [("分", 1), ("角", 10), ("元", 100), ("百元", 10_000)])
def test_each_unit_of_money(unit, fen):
    dues = assess(project(unit=unit, costs=costs(59_995_432))).dues
    odd = [due % fen for due in dues if due % fen]
    assert sum(dues) == 59_995_432
    assert odd == ([59_995_432 % fen] if 59_995_432 % fen else [])


def test_an_opt_out_is_carried_as_chosen():
    alone = project(flats=out("701"))
    same_floor = project(flats=out("701"), method=Method(opt_out=OptOut.FLOOR))
    full = assess(project()).dues
    assert assess(same_floor).dues[-2:] == (0, full[-1] + full[-2])
    assert assess(alone).dues[-2] == 0 and assess(alone).dues[0:4] == (0, 0, 0, 0)
    assert assess(alone).dues[4] > full[4]


def test_own_weights_override_those_of_the_scheme():
    one = project(weights={1: 5000, 7: 0})
    assert [one.weight(storey) for storey in (1, 2, 3, 7)] == [5000, 0, 10_000, 0]
    dues = assess(one).dues
    assert dues[0] > 0 and dues[-1] == 0


def test_a_storey_that_nobody_gave_a_weight_counts_as_nothing_and_is_reported():
    one = project("general-coefficient", method=Method(SplitForm.WHOLE))
    outcome = assess(one)
    assert one.weight(7) is None
    assert outcome.dues[-2:] == (0, 0) and sum(outcome.dues) == outcome.net
    assert list(failed(outcome)) == ["楼层系数已填齐"]
    assert "7 层" in failed(outcome)["楼层系数已填齐"]
    assert assess(replace(one, weights={7: 35_000})).passed


def test_a_flat_above_the_storeys_of_the_building_is_not_let_off_in_silence():
    one = project(storeys=6)
    try:
        assert assess(one).dues[-1] > 0
    except InputError as error:
        assert "层" in str(error)


def test_the_order_of_the_dues_is_that_of_the_flats():
    assert assess(project(flats=FLATS[::-1])).dues == assess(project()).dues[::-1]


# ---------------------------------------------------------------- subsidy


def test_xianyang_is_granted_200000_yuan_by_its_rule():
    outcome = assess(project("xianyang", subsidy=AUTO))
    assert outcome.passed
    assert (outcome.subsidy, outcome.net) == (20_000_000, 40_000_000)
    assert granted(project("xianyang", subsidy=AUTO)).split == (
        ("市级", 10_000_000),
        ("区级", 10_000_000),
    )


def test_xianyang_is_granted_nothing_beside_another_grant():
    choice = replace(AUTO, other_grant=True)
    assert assess(project("xianyang", subsidy=choice)).subsidy == 0


@each_call
def test_guangzhou_knows_only_a_cap_and_is_refused_by_rule(call):
    message = refusal(call, project("guangzhou", subsidy=AUTO))
    assert "没有可计算的补贴标准" in message
    assert "最高 200,000.00 元" in message and "--subsidy 200000" in message


@each_call
def test_nanjing_has_no_subsidy_and_is_refused_by_rule(call):
    message = refusal(call, project(subsidy=AUTO))
    assert "没有可计算的补贴标准" in message and "最高" not in message


def test_a_subsidy_by_hand_is_taken_as_it_is():
    assert assess(project(subsidy=manual(12_345_678))).net == 60_000_000 - 12_345_678


def test_an_amount_by_hand_is_forgotten_where_no_subsidy_is_wanted():
    choice = SubsidyChoice(SubsidyMode.NONE, 12_345_678)
    assert assess(project(subsidy=choice)).subsidy == 0


@pytest.mark.parametrize(("fen", "passed"), [(20_000_000, True), (20_000_001, False)])
def test_above_the_cap_a_check_fails(fen, passed):
    outcome = assess(project("guangzhou", subsidy=manual(fen)))
    assert outcome.passed is passed
    assert list(failed(outcome)) == ([] if passed else ["补贴不超过方案上限"])


@each_call
def test_a_subsidy_above_the_cost_is_refused(call):
    message = refusal(call, project(subsidy=manual(60_000_001)))
    assert "补贴 600,000.01 元超过总费用 600,000.00 元" in message
    refusal(call, project("xianyang", subsidy=AUTO, costs=costs(19_999_999)))


def test_a_subsidy_of_the_whole_cost_leaves_nothing_to_pay():
    assert set(assess(project(subsidy=manual(60_000_000))).dues) == {0}


def test_a_rate_is_of_the_eligible_items_only():
    items = (CostItem("施工", 10_000_000), CostItem("设备", 30_000_000, eligible=False))
    one = replace(by_rule(with_rule(tiers=(), rate=4000)), costs=items)
    assert granted(one).total == 4_000_000


@pytest.mark.parametrize(("level", "total"), [(None, 14), (13, 13), (12, 12), (0, 0)])
def test_the_level_is_the_top_storey_unless_given(level, total):
    scheme = with_rule(tiers=tuple(Tier(level, level) for level in range(20)))
    assert granted(by_rule(scheme, level=level)).total == total


def test_the_owners_minimum_is_of_the_whole_cost():
    items = (CostItem("施工", 10_000_000), CostItem("设备", 10_000_000, eligible=False))
    one = replace(by_rule(with_rule(owners_minimum=3000)), costs=items)
    assert granted(one).total == 14_000_000


def test_a_reserved_shaft_reaches_the_rule():
    assert granted(by_rule(with_rule(reserved_shaft=5000), reserved_shaft=True)).total == 10_000_000


def test_what_is_kept_for_upkeep_does_not_lower_the_amount_to_share():
    outcome = assess(by_rule(with_rule(upkeep=5000)))
    assert (outcome.subsidy, outcome.net) == (10_000_000, 50_000_000)


# ---------------------------------------------------------------- what is refused


@each_call
def test_nobody_taking_part_is_refused(call):
    nobody = tuple(replace(flat, taking_part=False) for flat in FLATS)
    assert "没有任何一户参与分摊" in refusal(call, project(flats=nobody))


@each_call
@pytest.mark.parametrize(
    "changes",
    [
        {"weights": dict.fromkeys(range(1, 8), 0)},
        {"flats": FLATS[:4], "storeys": 2},
        {"flats": tuple(replace(flat, taking_part=flat.storey < 3) for flat in FLATS)},
        {"flats": tuple(replace(flat, area=0) for flat in FLATS)},
    ],
    ids=["own weights", "low building", "only the low take part", "no areas"],
)
def test_weights_of_all_zero_are_refused(call, changes):
    assert "系数全是 0" in refusal(call, project(**changes))


@each_call
def test_a_negative_cost_is_refused_by_name(call):
    assert "费用「费用2」是负数" in refusal(call, project(costs=costs(60_000_000, -1)))


@each_call
def test_a_negative_subsidy_is_refused(call):
    assert "补贴是负数" in refusal(call, project(subsidy=manual(-1)))


@each_call
def test_a_negative_compensation_is_refused(call):
    assert "补偿是负数" in refusal(call, project(compensation=-1))


@each_call
@pytest.mark.parametrize(
    "changes",
    [
        {"costs": costs(MAX_FEN + 1)},
        {"costs": costs(MAX_FEN, 1)},
        {"costs": costs(MAX_FEN), "compensation": 1},
    ],
)
def test_an_absurd_cost_is_refused(call, changes):
    message = refusal(call, project(**changes))
    assert "超过上限 10,000,000.00 元" in message and "是否多打了零" in message


def test_the_largest_cost_is_still_shared():
    assert sum(assess(project(costs=costs(MAX_FEN))).dues) == MAX_FEN


def test_a_blank_book_is_valid():
    validate(project(flats=(), storeys=0, costs=()))
    validate(project(costs=()))
    validate(project(flats=()))


def test_without_flats_there_is_nothing_to_assess():
    refusal(assess, project(flats=()))


@pytest.mark.parametrize("subsidy", [SubsidyChoice(), manual(100)])
def test_without_costs_there_is_nothing_to_assess(subsidy):
    refusal(assess, project(costs=(), subsidy=subsidy))


def test_more_costs_than_a_book_has_rows_are_refused():
    items = tuple(CostItem(str(i), 100) for i in range(MAX_COSTS + 1))
    with pytest.raises(InputError, match="费用超过 10 项"):
        validate(replace(project(), costs=items))


def test_a_flat_above_the_building_is_refused():
    with pytest.raises(InputError, match="第 7 层，而楼只有 6 层"):
        validate(replace(project(), storeys=6))
