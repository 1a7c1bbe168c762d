"""Type something wrong: the right check fails, no error value appears, nothing else moves."""

import pytest
from edits import both, coefficients, cost, household, parameter, subsidy
from following import BASE, HALVES, SUBSIDIES, assert_follows, with_amount, with_rule

from elevshare.rules.subsidy import Subsidy, Tier, fixed
from elevshare.workbook.checks import check_block
from elevshare.workbook.subjects.sharing.plan import SharingPlan

ROWS_RIGHT, COSTS_RIGHT = "住户各行填写无误", "费用没有负数，最多两位小数"
WEIGHTS_RIGHT, CHOICES = "系数在 0 到 1000 之间，最多四位小数", "分摊办法选得正确"

#: What is typed, and the check that must say so.
WRONG = {
    "area-in-words": (household(6, area="80左右"), ROWS_RIGHT),
    "area-blank": (household(6, area=None), ROWS_RIGHT),
    "area-zero": (household(6, area=0), ROWS_RIGHT),
    "area-negative": (household(6, area=-80), ROWS_RIGHT),
    "area-too-large": (household(6, area=10_000), ROWS_RIGHT),
    "storey-zero": (household(6, storey=0), ROWS_RIGHT),
    "storey-half": (household(6, storey=3.5), ROWS_RIGHT),
    "storey-beyond-the-building": (household(6, storey=6), ROWS_RIGHT),
    "storey-in-words": (household(6, storey="4跃5"), ROWS_RIGHT),
    "storey-blank": (household(6, storey=None), ROWS_RIGHT),
    "room-blank": (household(6, room=None), ROWS_RIGHT),
    "room-twice": (household(6, room="301"), ROWS_RIGHT),
    "room-twice-as-number": (household(6, room=301), ROWS_RIGHT),
    "room-twice-with-a-blank": (household(6, room="301 "), ROWS_RIGHT),
    "room-made-a-date": (household(6, room=46_023), ROWS_RIGHT),
    "taking-blank": (household(6, taking=None), ROWS_RIGHT),
    "taking-in-other-words": (household(6, taking="看情况"), ROWS_RIGHT),
    "nobody-to-pay-the-net": (both(*(household(row, taking="否") for row in range(10))), "各户合计等于应分摊净额"),
    "products-beyond-exactness": (
        both(parameter("form", "全梯统算"), coefficients(0, 0, 1, 1, 1_000), household(9, area=9_999.99)),
        "取整没有超出精确范围",
    ),
    "nobody-takes-part": (both(*(household(row, taking="否") for row in range(10))), "有人分摊"),
    "fewer-storeys-than-flats-have": (parameter("storeys", 4), ROWS_RIGHT),
    "cost-blank": (cost(None), "已填建设费用"),
    "cost-negative": (cost(600_000, -0.01), COSTS_RIGHT),
    "cost-below-zero": (cost(-600_000), "已填建设费用"),
    "cost-finer-than-a-fen": (cost(600_000.005), COSTS_RIGHT),
    "cost-tiny": (cost(0.005), COSTS_RIGHT),
    "costs-finer-than-a-fen-that-sum-to-one": (cost(600_000.005, 0.005), COSTS_RIGHT),
    "cost-absurd": (cost(10_000_000.01), "费用没有超过上限"),
    "cost-beyond-all-bounds": (cost(1e30), "费用没有超过上限"),
    "subsidy-above-the-cost": (subsidy(612_345.68), "补贴不超过总费用"),
    "subsidy-negative": (subsidy(-0.01), "参数中的数字有效"),
    "subsidy-above-the-cap": (both(subsidy(200_000), parameter("cap", 199_999.99)), "补贴不超过方案上限"),
    "subsidy-by-no-rule": (parameter("subsidy_mode", "按规则计算"), "按规则计算时规则可用"),
    "subsidy-mode-mistyped": (parameter("subsidy_mode", "手工"), CHOICES),
    "compensation-negative": (parameter("compensation", -1), "参数中的数字有效"),
    "coefficients-all-zero": (coefficients(0, 0, 0, 0, 0), "有人分摊"),
    "coefficients-all-blank": (coefficients(*[None] * 5), "有住户的楼层系数已填"),
    "coefficient-with-five-decimals": (coefficients(0, 0, 1.00005), WEIGHTS_RIGHT),
    "coefficients-whose-fifth-decimals-make-up": (coefficients(0, 0, 1.00004, 1.00006), WEIGHTS_RIGHT),
    "coefficient-negative": (coefficients(0, 0, 1, -1), WEIGHTS_RIGHT),
    "coefficient-absurd": (coefficients(0, 0, 1, 1_000.1), WEIGHTS_RIGHT),
    "unit-mistyped": (parameter("unit", "块"), CHOICES),
    "unit-blank": (parameter("unit", None), CHOICES),
    "form-mistyped": (parameter("form", "分楼层"), CHOICES),
    "within-mistyped": (parameter("within", "面积"), CHOICES),
    "opt-out-mistyped": (parameter("opt_out", "全体"), CHOICES),
    "instalment-3-of-2": (both(parameter("instalments", 2), parameter("instalment", 3)), "期次填写正确"),
    "instalments-blank": (parameter("instalments", None), "期次填写正确"),
    "instalments-and-a-half": (parameter("instalments", 2.5), "期次填写正确"),
    "instalment-zero": (parameter("instalment", 0), "期次填写正确"),
    "relief-above-the-due": (household(6, relief=999_999), "减免和公积金不超过应分摊"),
    "relief-of-one-who-pays-nothing": (household(0, relief=0.01), "减免和公积金不超过应分摊"),
    "fund-above-the-due": (household(6, fund=199_999), "减免和公积金不超过应分摊"),
    "fund-of-one-who-pays-nothing": (household(0, fund=0.01), "减免和公积金不超过应分摊"),
    "split-not-whole": (
        lambda b: b.type(b.plan.split.at("share", 0), 0.5),
        "各级分担合计 100%",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(book, name):
    edit, check = WRONG[name]
    edit(book)
    said = book.read()
    assert said.errors == []
    assert check in said.failed
    assert said.warned


def test_a_wrong_row_is_named_and_its_neighbours_keep_their_bills(book):
    book.household(6, area="80左右")
    said = book.read()
    assert said.at(book.plan.households.at("hint", 6)) == "面积「80左右」：只留数字，如 80.5"
    assert "如“住户”第 11 行" in str(said.block(check_block(book.plan), "state"))
    assert len(said.bills) == 9
    assert said.dues[6] == ""


def test_a_wrong_input_put_right_again_leaves_no_trace(book):
    for row, storey in ((6, "4跃5"), (6, 4)):
        book.household(row, storey=storey)
    assert_follows(book, BASE)


#: Numbers on 参数 and 住户 that decide amounts, and the block (or single input) they are of.
SINGLE = ("storeys", "level", "compensation", "subsidy_amount", "rate", "cap", "shaft_factor",
          "owners_minimum", "upkeep", "instalments", "instalment")  # fmt: skip


def numbers(plan):
    """Name → address of every input that should be a number, one of each kind."""
    return {
        **{key: plan.parameter(key) for key in SINGLE},
        "cost": plan.costs.at("yuan", 1),
        "coefficient": plan.coefficients.at("weight", 3),
        **{f"tier {key}": plan.tiers.at(key, 0) for key in ("reach", "yuan", "step")},
        "split": plan.split.at("share", 0),
        **{key: plan.households.at(key, 6) for key in ("relief", "fund", "paid")},
    }


#: In which case each number decides amounts; the others always do.
RELEVANT = {
    "storeys": with_rule(Subsidy(HALVES)),
    "level": SUBSIDIES["everything"],
    "subsidy_amount": with_amount(20_000_000),
    "rate": SUBSIDIES["rate"],
    "cap": SUBSIDIES["rate"],
    "shaft_factor": SUBSIDIES["everything"],
    "owners_minimum": SUBSIDIES["everything"],
    "upkeep": SUBSIDIES["everything"],
    "tier reach": SUBSIDIES["everything"],
    "tier yuan": with_rule(Subsidy(fixed(20_000_000))),
    "tier step": with_rule(Subsidy((Tier(2, 20_000_000, 100_000),))),
    "split": SUBSIDIES["split-three-ways"],
}


@pytest.mark.parametrize("key", numbers(SharingPlan(BASE)))
def test_text_instead_of_a_number_makes_no_error_value(book, key):
    book.type(numbers(book.plan)[key], "待定")
    assert book.read().errors == []


@pytest.mark.parametrize("key", numbers(SharingPlan(BASE)))
def test_text_instead_of_a_number_fails_a_check(book, key):
    book.turn_into(RELEVANT.get(key, BASE))
    assert book.read().failed == []
    book.type(numbers(book.plan)[key], "待定")
    assert book.read().failed != []


@pytest.mark.parametrize("key", [key for key in numbers(SharingPlan(BASE)) if key != "tier step"])
def test_a_negative_number_fails_a_check_or_changes_nothing(book, key):
    book.turn_into(RELEVANT.get(key, BASE))
    before = book.read()
    book.type(numbers(book.plan)[key], -1)
    said = book.read()
    assert said.errors == []
    assert said.failed or (said.dues, said.to_pay) == (before.dues, before.to_pay)


def test_a_cost_pasted_as_text_is_counted_or_told(book):
    book.cost(1, "100000")
    said = book.read()
    assert said.failed or said.fen("分摊!D4") == BASE.cost + 10_000_000


def test_tiers_out_of_order_are_told(book):
    book.turn_into(with_rule(Subsidy((Tier(12, 20_000_000), Tier(8, 10_000_000))), level=9))
    said = book.read()
    assert said.failed or said.fen("分摊!D5") == 10_000_000


@pytest.mark.parametrize("key", ["reserved_shaft", "other_grant", "exclusive", "bill_scope"])
def test_a_mistyped_choice_is_told(book, key):
    book.turn_into(SUBSIDIES["everything"])
    book.parameter(key, "有")
    assert book.read().failed != []


def test_a_mistyped_eligible_is_told(book):
    book.turn_into(SUBSIDIES["rate"])
    book.type(book.plan.costs.at("eligible", 1), "计入")
    assert book.read().failed != []


def test_a_rate_typed_as_40_for_40_percent_is_told(book):
    book.turn_into(SUBSIDIES["rate"])
    book.parameter("rate", 40)
    assert book.read().failed != []


@pytest.mark.parametrize("typed", [20_260_301, "20260301", "三月"])
def test_a_date_typed_otherwise_makes_no_error_value(book, typed):
    for key in ("made_on", "due_date"):
        book.parameter(key, typed)
    assert book.read().errors == []


@pytest.mark.parametrize("relief", [0, 123.45])
def test_the_provident_fund_pays_at_most_what_relief_leaves_of_the_share(book, relief):
    """南京's rule, in every book: the share is net of the subsidy already."""
    due = book.read().at(book.plan.shares.at("fen", 6)) / 100
    household(6, relief=relief, fund=round(due - relief, 2))(book)
    assert book.read().failed == []
    household(6, relief=relief, fund=round(due - relief + 0.01, 2))(book)
    assert book.read().failed == ["减免和公积金不超过应分摊"]
