"""Change a subsidy, a compensation or a payment: every figure and bill follows."""

import re
from dataclasses import replace

import pytest
from buildings import PAYEE
from editing import asked, fen
from following import (
    BASE,
    HALVES,
    SUBSIDIES,
    assert_follows,
    assert_grant_follows,
    with_amount,
    with_rule,
)

from elevshare.project import SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.subsidy import Subsidy, Tier, fixed, stepped

#: What is drawn from a fund is held against a limit where the book has one.
TOPICS = frozenset({Topic.FUND})


@pytest.mark.parametrize("name", SUBSIDIES)
def test_a_subsidy_by_rule(book, name):
    book.turn_into(SUBSIDIES[name])
    assert_follows(book, SUBSIDIES[name])
    assert_grant_follows(book, SUBSIDIES[name])


@pytest.mark.parametrize(
    "rule",
    [Subsidy(HALVES), Subsidy(stepped(6_000_000, 6, 500_000, lowest=5)),
     Subsidy(stepped(6_000_000, 6, 333_333, lowest=4)), Subsidy((Tier(0, 9_000_000, -500_000),))],
    ids=["half-storeys", "stepped", "odd-steps", "downwards"],
)  # fmt: skip
def test_a_subsidy_by_level(book, rule):
    for level in (*range(10, 17), None):
        changed = with_rule(rule, level=level)
        book.turn_into(changed)
        assert_follows(book, changed)
        assert_grant_follows(book, changed)


@pytest.mark.parametrize("level", [6, 7])
def test_a_level_below_the_lowest_tier_gets_nothing_and_is_no_mistake(book, level):
    changed = with_rule(Subsidy(HALVES), level=level)
    book.turn_into(changed)
    assert_follows(book, changed)


def test_half_a_storey_of_an_odd_step_downwards(book):
    changed = with_rule(Subsidy((Tier(2, 9_000_000, -333_333),)), level=11)
    book.turn_into(changed)
    assert_grant_follows(book, changed)


def test_a_shaft_factor_left_blank_takes_nothing_off(book):
    book.turn_into(with_rule(Subsidy(fixed(20_000_000)), reserved_shaft=True))
    book.parameter("shaft_factor", None)
    said = book.read()
    assert said.failed or said.fen("分摊!D5") == 20_000_000


def test_the_storeys_of_the_building_are_the_level_where_none_is_filled_in(template):
    filled = replace(BASE, scheme=with_rule(Subsidy(HALVES)).scheme, storeys=6,
                     subsidy=SubsidyChoice(SubsidyMode.RULE))  # fmt: skip
    template.turn_into(filled)
    assert_follows(template, filled)
    template.parameter("storeys", 5)
    assert_follows(template, replace(filled, storeys=5))


@pytest.mark.parametrize("amount", [1, 20_000_000, 61_234_566, 61_234_567])
def test_a_subsidy_filled_in_by_hand(book, amount):
    book.turn_into(with_amount(amount))
    assert_follows(book, with_amount(amount))


def test_a_subsidy_not_chosen_counts_nothing(book):
    book.parameter("subsidy_amount", 200_000)
    assert_follows(book, BASE)
    book.parameter("subsidy_mode", "手工填写")
    assert_follows(book, with_amount(20_000_000))
    book.parameter("subsidy_mode", "不计补贴")
    assert_follows(book, BASE)


@pytest.mark.parametrize("compensation", [1, 5_000_000, 12_345_678])
def test_compensation(book, compensation):
    changed = with_amount(20_000_000, compensation=compensation, unit="元")
    book.turn_into(changed)
    assert_follows(book, changed)


# --- what is to be paid now ------------------------------------------------------------------


def test_relief_fund_and_what_was_paid_are_taken_off_the_bill(book):
    dues = list(assess(BASE).dues)
    book.household(6, relief=1_000.01, fund=20_000, paid=0.99)
    book.household(7, relief=dues[7] / 100)
    book.household(8, fund=999_999)
    book.household(9, paid="1000.5")
    dues[6] -= 100_001 + 2_000_000 + 99
    dues[7] = dues[8] = 0
    dues[9] -= 100_050
    said = book.read()
    assert said.errors == [] and said.failed == [
        "减免和公积金不超过应分摊",
        "公积金不超过最多可提",
    ]  # flat 8's
    assert said.to_pay == dues
    assert said.dues[:10] == list(assess(BASE).dues)


def told_in(bill):
    """The instalments of a bill added up, in fen."""
    return sum(
        fen(float(one.replace(",", "")))
        for one in re.findall(r"([\d,.]+)，已缴", bill.get("各期", ""))
    )


@pytest.mark.parametrize("periods", [2, 3, 7, 120])
def test_the_instalments_sum_to_the_due_and_the_last_takes_what_does_not_divide(book, periods):
    dues = assess(BASE).dues
    book.parameter("instalments", periods)
    for period in [1, 2, periods]:
        book.parameter("instalment", period)
        said = book.read()
        assert said.errors == said.failed == []
        assert said.to_pay == [
            due if period == periods else due // periods * period for due in dues
        ]
        told = [told_in(bill) for bill in said.bills]
        assert told == [due if due else 0 for due in dues]


def test_the_bills_of_all_instalments_sum_to_the_due_when_each_is_paid(book):
    dues = list(assess(BASE).dues)
    paid = [0] * 10
    book.parameter("instalments", 3)
    for period in (1, 2, 3):
        book.parameter("instalment", period)
        paid = [one + other for one, other in zip(paid, book.read().to_pay, strict=True)]
        for row, amount in enumerate(paid):
            book.household(row, paid=amount / 100)
    assert paid == dues
    assert book.read().to_pay == [0] * 10


def test_what_was_not_paid_comes_with_the_next_instalment(book):
    due = assess(BASE).dues[6]
    book.parameter("instalments", 3)
    book.parameter("instalment", 2)
    book.household(6, paid=10, fund=5)
    said = book.read()
    assert said.to_pay[6] == due // 3 * 2 - 1_500
    assert said.bills[6]["各期"].split("\n")[:2] == [
        f"第 1 期 {due // 3 / 100:,.2f}，已缴（含公积金） 15.00，还差 {(due // 3 - 1_500) / 100:,.2f}",
        f"第 2 期（{PAYEE.due_date} 前） {due // 3 / 100:,.2f}，已缴 0.00，还差 {due // 3 / 100:,.2f}",
    ]


def test_what_was_paid_beyond_the_due_is_never_asked_back_with_a_minus(book):
    due = assess(BASE).dues[6]
    book.household(6, paid=999_999)
    said = book.read()
    assert said.to_pay[6] == 0 and asked(said.bills[6]) == due - 99_999_900


def test_bills_only_for_those_who_pay(book):
    book.parameter("bill_scope", "不发账单")
    payers = [
        (flat.room, due) for flat, due in zip(BASE.flats, assess(BASE).dues, strict=True) if due
    ]
    said = book.read()
    assert [bill["房号"] for bill in said.bills] == [room for room, _ in payers]
    assert said.to_pay == [due for _, due in payers]
    book.household(7, taking="否")
    assert [bill["房号"] for bill in book.read().bills] == ["301", "401", "501", "502"]


def test_what_the_papers_say_follows_too(book):
    texts = {"estate": "幸福里", "payee": "幸福里业委会", "bank": "工行", "account": "6222 0001",
             "contact": "王工 138"}  # fmt: skip
    for key, text in texts.items():
        book.parameter(key, text)
    book.parameter("building", "3 幢")
    book.parameter("entrance", "2 单元")
    book.parameter("due_date", 46_112)
    book.household(4, owner="张三")
    said = book.read()
    bill = said.bills[4]
    assert bill["小区楼栋"] == "幸福里 3 幢 2 单元"
    assert (set(texts.values()) - {"幸福里"}) | {"张三"} <= set(bill.values())
    assert bill["截止日期"] == 46_112
    assert said.errors == []
