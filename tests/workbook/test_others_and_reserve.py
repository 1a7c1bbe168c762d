"""其他来源 and 维修资金: the book against the rules, from the net amount to what is left to pay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples
from test_pools import Read

from elevshare.errors import InputError
from elevshare.intake.project_file import read_project
from elevshare.opened import opened
from elevshare.project import CostItem, SubsidyChoice, SubsidyMode, Topic, assess, settle
from elevshare.returned import amounts_of, read_back
from elevshare.rules.pools import Pool, PoolWay
from elevshare.rules.settlement import Actual, HouseholdAccount
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.settlement.places import figure
from elevshare.workbook.subjects.settlement.places import flats as settled_flats

COSTS = (CostItem("电梯", 40_000_001), CostItem("管线", 1_200_005, pool="管线"))
BASE = project(
    storeys=4,
    areas=ODD_AREAS[:2],
    costs=COSTS,
    pools=(Pool("管线", PoolWay.EQUAL),),
    subsidy=SubsidyChoice(SubsidyMode.MANUAL, 20_000_000),
    others=(("公共维修资金", 3_000_000), ("原单位", 1_234_567)),
)


def sums(said, key):
    return said.block(said.plan.shares, key, len(said.plan.project.flats))


def test_money_of_others_lowers_the_main_net_amount():
    said, found = Read(BASE), assess(BASE)
    assert said.failed == []
    assert found.net == 41_200_006 - 20_000_000 - 4_234_567 == said.at(said.plan.figure("net"))
    assert found.others == said.at(said.plan.figure("others")) == 4_234_567
    assert sums(said, "fen") == list(found.dues)
    assert sum(found.main) == found.net - 1_200_005
    assert read_back(opened(said.data, "退回.xlsx")).project.others == BASE.others


def test_the_bill_and_the_notice_name_the_sources():
    said = Read(replace(BASE, topics=frozenset({Topic.NOTICE})))
    told = "公共维修资金 30,000.00 元、原单位 12,345.67 元"
    assert [sheet for (sheet, _), value in said.values.items() if value == told].count("账单") == 8
    assert ("公示", told) in {(sheet, value) for (sheet, _), value in said.values.items()}


def test_more_than_is_left_to_pay_is_refused():
    with pytest.raises(InputError, match=r"其他来源 200,000.02 元超过费用减补贴后的 200,000.01 元"):
        make_book(replace(BASE, others=(("公共维修资金", 20_000_002),)))


@settings(AS_FOUND, max_examples=examples(8), deadline=None)
@given(st.integers(0, 19_000_000), st.none() | st.integers(0, 20_000_000))
def test_the_settlement_takes_the_planned_or_the_final_money_of_others(planned, final):
    one = replace(
        BASE,
        others=(("公共维修资金", planned),),
        settlement=Actual(costs=(41_111_111, 1_300_000), others=final),
    )
    said, found = Read(one), settle(one, [HouseholdAccount()] * 8)
    assert said.failed == []
    assert said.at(figure(said.plan, "net")) == found.net
    assert said.block(settled_flats(said.plan), "fen", 8) == list(found.shares)
    back = read_back(opened(said.data, "退回.xlsx")).project
    assert settle(back, [HouseholdAccount()] * 8).shares == found.shares


def with_reserve(rate=None, **of):
    """301 pays 5,000 yuan out of the maintenance fund."""
    one = replace(BASE, reserve_rate=rate)
    flats = [replace(f, **(of if f.room == "301" else {})) for f in one.flats]
    return replace(one, flats=tuple(flats))


def test_the_maintenance_fund_reduces_what_a_household_still_pays():
    one = with_reserve(7_000, reserve=500_000, reserve_left=800_000)
    said, found = Read(one), assess(one)
    assert said.failed == [] and found.passed
    row = [flat.room for flat in one.flats].index("301")
    assert sums(said, "to_pay")[row] == found.dues[row] - 500_000
    back = read_back(opened(said.data, "退回.xlsx"))
    assert (back.project.flats, back.project.reserve_rate) == (one.flats, 7_000)
    amounts = amounts_of(back.project, back.entries).households[row]
    assert (amounts.fund, amounts.left) == (500_000, found.dues[row] - 500_000)


@pytest.mark.parametrize(
    ("rate", "reserve", "left", "failed"),
    [
        (7_000, 700, 1_000, []),
        (7_000, 701, 1_000, ["维修资金不超过可用的余额"]),
        (None, 1_001, 1_000, ["维修资金不超过可用的余额"]),
        (7_000, 701, None, []),
        (None, 30_000_000, None, ["减免和公积金不超过应分摊", "维修资金加公积金不超过应分摊"]),
    ],
)
def test_no_more_than_may_be_used_and_no_more_than_is_owed(rate, reserve, left, failed):
    one = with_reserve(rate, reserve=reserve, reserve_left=left)
    assert Read(one).failed == failed
    assert len([check for check in assess(one).checks if not check.passed]) == bool(failed)


def test_all_of_it_in_a_project_file(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text(
        """
[[flat]]
room = "301"
storey = 3
area = 90
reserve = 5000
reserve_left = "1万"
[[cost]]
item = "电梯"
amount = "60万"
[[other]]
source = "公共维修资金"
amount = "3万"
[reserve]
rate = 0.7
""",
        "utf-8",
    )
    one = read_project(path, find("nanjing"))
    assert one.others == (("公共维修资金", 3_000_000),) and one.reserve_rate == 7_000
    assert (one.flats[0].reserve, one.flats[0].reserve_left) == (500_000, 1_000_000)
    assert one.has(Topic.OTHERS) and one.has(Topic.RESERVE)
