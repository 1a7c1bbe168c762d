"""The fees of the three companies as printed in S0, tables 1 to 4, and what was seen in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schemes.test_load import check_refused

from elevshare.rules.lease import MAX_FEE, Charge, annual
from elevshare.schemes import Family, find

#: Scheme → (storeys, flats a storey) → yuan by storey; hand-typed from the source.
PRINTED = {
    "beijing-yanyuan": {
        (6, 2): (0, 20, 160, 180, 270, 270),
        (6, 3): (0, 13, 57, 110, 210, 210),
        (5, 2): (0, 120, 180, 300, 300),
        (5, 3): (0, 70, 110, 210, 210),
    },
    "beijing-chengjian": {
        (6, 2): (0, 109, 109, 172, 235, 235),
        (6, 3): (0, 54, 54, 120, 186, 186),
        (5, 2): (0, 160, 160, 256, 256),
        (5, 3): (0, 106, 106, 194, 194),
    },
    "beijing-hualing": {
        (6, 2): (0, 540, 1620, 2340, 2940, 3360),
        (6, 3): (0, 360, 1080, 1560, 1920, 2280),
        (5, 2): (0, 840, 2520, 3480, 3960),
        (5, 3): (0, 640, 1640, 2280, 2640),
    },
}
each = pytest.mark.parametrize("scheme", PRINTED)


@each
def test_the_fees_are_those_that_are_printed(scheme):
    found = find(scheme)
    tables = {(t.storeys, t.flats): t.fees for t in found.lease.fee_tables}
    assert tables == {
        size: tuple(fee * 100 for fee in fees) for size, fees in PRINTED[scheme].items()
    }
    assert found.family is Family.LEASE and found.status == found.lease.status == "已核实"


@pytest.mark.parametrize(("company", "name"), [("燕园图新", "yanyuan"), ("城建汇友", "chengjian"), ("华龄安康", "hualing")])  # fmt: skip
def test_a_company_is_found_by_its_name(company, name):
    assert find(company).id == f"beijing-{name}"


def incomes(scheme):
    """What a stairwell pays in a year where everyone takes part, in yuan."""
    rule = find(scheme).lease
    return [
        sum(annual(fee, rule.charge) for fee in t.fees) * t.flats // 100 for t in rule.fee_tables
    ]


def test_a_stairwell_brings_in_1800_a_month_but_for_two_tables():
    assert incomes("beijing-yanyuan") == [21_600] * 4
    assert incomes("beijing-hualing") == [21_600] * 4
    assert incomes("beijing-chengjian") == [1_720 * 12, 21_600, 1_664 * 12, 21_600]


def test_only_two_printed_months_are_rounded():
    rule = find("beijing-hualing").lease
    assert rule.charge is Charge.YEAR
    rounded = [
        (one.table.storeys, one.table.flats, storey)
        for one in rule.tables
        for storey, (year, printed) in enumerate(zip(one.table.fees, one.printed, strict=True), 1)
        if printed * 12 != year
    ]
    assert rounded == [(5, 3, 2), (5, 3, 3)]
    assert rule.tables[3].printed[1:3] == (5_300, 13_700)


FEES = "fees = [0, 20, 160, 180, 270, 270]"
PRINTED_MONTHS = "printed_month = [0, 45, 135, 195, 245, 280]"


@pytest.mark.parametrize(
    ("scheme", "old", "new", "words"),
    [
        ("yanyuan", FEES, "fees = [0, 20] #!", "应是 6 个数"),
        ("yanyuan", FEES, "fees = 20 #!", "应是 6 个数"),
        ("yanyuan", FEES, "fees = [0, 0, 0, 0, 0, -0.01] #!", "是负数或过大"),
        ("yanyuan", FEES, "fees = [0, 0, 0, 0, 0, 100000.01] #!", "是负数或过大"),
        ("yanyuan", FEES, 'fees = [0, 0, 0, 0, 0, "二十"] #!', "不是数字"),
        ("yanyuan", FEES, "fees = [0, 0, 0, 0, 0, 20.005] #!", "小数超过 2 位"),
        ("yanyuan", "storeys = 6\nflats = 3", "storeys = 6 #!\nflats = 0", "每层户数应不少于 1"),
        ("yanyuan", "storeys = 6\nflats = 3", "storeys = 6 #!\nflats = 2", "与另一张表相同"),
        ("yanyuan", "storeys = 6\nflats = 2", "storeys = 1 #!\nflats = 2", "应不少于 2"),
        ("yanyuan", 'charge = "month"', 'charge = "week" #!', "不在可选之列"),
        ("yanyuan", "flats = 2\n", f"flats = 2\n{PRINTED_MONTHS} #!\n", "只用于按年收费"),
        (
            "yanyuan",
            "flats = 2\n",
            "flats = 2\nfloors = 3 #!\n",
            "不认识的项目「lease.table.floors」",
        ),
        ("hualing", PRINTED_MONTHS, "printed_month = [0, 45] #!", "应是 6 个数"),
    ],
)
def test_a_malformed_table_is_refused_with_its_line(tmp_path, scheme, old, new, words):
    check_refused(tmp_path, f"beijing-{scheme}", old, new, words)


@given(st.integers(0, MAX_FEE))
def test_a_years_charge_is_twelve_monthly_fees(fee):
    assert annual(fee, Charge.MONTH) == 12 * fee and annual(fee, Charge.YEAR) == fee
