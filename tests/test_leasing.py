from dataclasses import replace

import pytest
from buildings import project_from

from elevshare.errors import InputError
from elevshare.leasing import assess, fee, period_of, unused, validate
from elevshare.project import CostItem, Project
from elevshare.rules.lease import Lease, LeasePeriod
from elevshare.rules.share import Flat, Method
from elevshare.schemes import find


def lease(company="beijing-yanyuan", storeys=6, flats=2, **changes):
    plain = project_from(find(company), storeys=str(storeys), areas=",".join(["60"] * flats))
    return replace(plain, **changes)


def test_a_year_of_a_stairwell():
    outcome = assess(lease())
    monthly = (0, 20, 160, 180, 270, 270)
    assert outcome.dues == tuple(fee * 1_200 for fee in monthly for _ in range(2))
    assert outcome.net == sum(outcome.dues) == 2_160_000
    assert (outcome.cost, outcome.subsidy, outcome.compensation) == (0, 0, 0)
    assert outcome.passed
    assert "平均每月 1,800.00 元" in outcome.checks[-1].message


def test_a_charge_by_the_year_is_not_what_is_printed_by_the_month():
    outcome = assess(lease("beijing-hualing", 5, 3))
    assert outcome.dues[3] == 64_000 != 12 * 5_300


def test_who_stays_out_owes_nothing_and_the_income_falls():
    project = lease()
    flats = tuple(replace(one, taking_part=one.room != "501") for one in project.flats)
    outcome = assess(replace(project, flats=flats))
    assert outcome.dues[8] == 0 and outcome.dues[9] == 324_000
    assert outcome.net == 2_160_000 - 324_000
    assert "全部住户都使用时全年 21,600.00 元" in outcome.checks[-1].message


def test_a_size_without_a_table_fails_and_names_the_storeys():
    outcome = assess(lease(storeys=7))
    failed = [check for check in outcome.checks if not check.passed]
    assert [check.name for check in failed] == ["收费标准已填齐", "有人交费"]
    assert (
        "1、2、3、4、5、6、7 层没有收费标准（方案没有 7 层、每层 2 户的收费表）"
        in failed[0].message
    )


def test_own_fees_fill_the_gap():
    project = lease(storeys=7, lease=Lease(fees=(0, *[10_000] * 6)))
    outcome = assess(project)
    assert outcome.passed and outcome.net == 6 * 2 * 120_000
    assert fee(project, 7) == 10_000


def test_the_table_is_chosen_by_the_households_of_a_roster():
    storeys = (1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    flats = tuple(Flat(f"{i}", storey, 6000) for i, storey in enumerate(storeys))
    project = replace(lease(), flats=flats, storeys=5)
    assert assess(project).dues[4] == 120 * 1_200


def test_the_period_follows_what_the_fee_is_of():
    assert period_of(lease()) is LeasePeriod.MONTH
    assert period_of(lease("beijing-hualing")) is LeasePeriod.YEAR
    assert period_of(lease(lease=Lease(LeasePeriod.QUARTER))) is LeasePeriod.QUARTER


@pytest.mark.parametrize(
    ("company", "choice"),
    [
        ("beijing-yanyuan", Lease(LeasePeriod.QUARTER, 5)),
        ("beijing-hualing", Lease(number=2)),
    ],
)
def test_a_period_that_the_year_does_not_have_is_refused(company, choice):
    with pytest.raises(InputError, match=f"没有第 {choice.number} 期"):
        validate(lease(company, lease=choice))


def test_a_flat_above_the_building_is_refused():
    with pytest.raises(InputError, match="有住户在第 6 层，而楼只有 5 层"):
        validate(replace(lease(), storeys=5))


def test_without_flats_there_is_nothing_to_charge():
    with pytest.raises(InputError, match="没有住户"):
        assess(project_from(find("beijing-yanyuan")))


def test_a_scheme_that_is_no_lease_is_refused():
    with pytest.raises(InputError, match="「南京」不是租赁方案"):
        period_of(Project(find("nanjing"), Method()))


def test_what_a_lease_has_no_use_for_is_named():
    assert unused(lease()) == ()
    costs = (CostItem("总费用", 60_000_000),)
    assert unused(lease(costs=costs, compensation=1, weights={2: 1})) == (
        "费用",
        "补偿",
        "楼层系数",
    )


@pytest.mark.parametrize(("storey", "words"), [(5.5, "5.5"), (0, "一层以下"), (-1, "-1")])
def test_storeys_that_no_fee_table_has_are_refused(storey, words):
    project = lease()
    flats = (*project.flats[:-1], replace(project.flats[-1], storey=storey))
    with pytest.raises(InputError, match=f"租赁按整层收费，没有 602 所在的楼层（{words}）的标准"):
        validate(replace(project, flats=flats))


@pytest.mark.parametrize("change", [{"own_weight": 15_000}, {"fixed": 0}])
def test_terms_of_households_are_not_used(change):
    project = lease()
    flats = (*project.flats[:-1], replace(project.flats[-1], **change))
    assert unused(replace(project, flats=flats)) == ("个别系数、定额",)
