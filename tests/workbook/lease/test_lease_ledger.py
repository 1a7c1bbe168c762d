"""台账 of a lease year: every bill reckons with what was paid before; 收缴, 收据, 单户."""

import random
from dataclasses import replace
from functools import cache

import pytest
from editing import fen
from leases import lease, opened

from elevshare.leasing import fee, rule_of
from elevshare.money import upper
from elevshare.project import Topic
from elevshare.rules.lease import MONTHS, LeasePeriod, annual, bill, months, span, standing
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.sheets.bills import layout
from elevshare.workbook.subjects.ledger.inputs import CASH
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import collected, total
from elevshare.workbook.subjects.ledger.receipts_paper import LAYOUT
from elevshare.workbook.subjects.ledger.refunds_paper import LAYOUT as REFUND
from elevshare.workbook.subjects.ledger.slips import receipts, refunds

TOPICS = frozenset({Topic.RECEIPTS, Topic.SINGLE})
#: Fees of their own on two storeys, which twelve does not divide.
FEES = (None, 64_000, None, 164_001)
PROJECT = replace(
    lease("beijing-hualing", 5, 2, period=LeasePeriod.MONTH, fees=FEES), topics=TOPICS
)
YEARS = [
    annual(fee(PROJECT, flat.storey) or 0, rule_of(PROJECT).charge) * flat.taking_part
    for flat in PROJECT.flats
]
ROOMS = [flat.room for flat in PROJECT.flats]
ROWS, BACK, RELIEF = "台账各行填写无误", "退款不超过收款", "减免不超过费用加欠费"
DAY = 46_100


@cache
def base():
    return opened(PROJECT)


@pytest.fixture
def book():
    """The book of PROJECT as it was made."""
    return base().as_made()


def pay(book, row, room, yuan, side="收款", day=DAY, method="转账"):
    """Type one payment, rows counting from 0."""
    values = {"day": day, "room": room, "side": side, "amount": yuan, "method": method}
    for key, value in values.items():
        book.type(typed(book.plan).at(key, row), value)


def column(said, key):
    """A column of 收缴 in fen, of the households that there are."""
    return [fen(value) for value in said.block(collected(said.plan), key) if value != ""]


def states(said):
    return [word for word in said.block(collected(said.plan), "state") if word != ""]


def figure(said, key):
    return round(said.at(total(said.plan, key)))


# --- bills ------------------------------------------------------------------------------------


def test_twelve_bills_that_are_paid_in_full_each_ask_for_one_months_fee(book):
    payers = [(room, year) for room, year in zip(ROOMS, YEARS, strict=True) if year]
    for number in range(1, MONTHS + 1):
        book.parameter("period_no", number)
        said = book.read()
        asked = [months(year, number, number) for _, year in payers]
        assert [one["房号"] for one in said.bills] == [room for room, _ in payers]
        assert said.to_pay == [fen(one["本期费用"]) for one in said.bills] == asked
        before = [months(year, 1, number - 1) if number > 1 else 0 for _, year in payers]
        assert [fen(one["减：本年已缴"]) for one in said.bills] == before
        told = [
            f"本年前 {number - 1} 个月 {fen / 100:,.2f} 元" if number > 1 else "没有"
            for fen in before
        ]
        assert [one["以前怎么来"] for one in said.bills] == told
        for place, ((room, _), amount) in enumerate(zip(payers, asked, strict=True)):
            pay(book, (number - 1) * len(payers) + place, room, amount / 100, day=DAY + number)
    said = book.read()
    assert (said.failed, set(said.to_pay), set(column(said, "rest"))) == ([], {0}, {0})
    assert figure(said, "received") == figure(said, "year") == sum(YEARS)
    assert states(said) == ["已缴清" if year else "不用缴" for year in YEARS]


TERMS = [
    {"period": LeasePeriod.MONTH, "number": 7},
    {"period": LeasePeriod.QUARTER, "number": 3},
    {"period": LeasePeriod.YEAR},
    {"period": LeasePeriod.CHOSEN, "first": 5, "last": 9},
]


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("seed", range(2))
def test_a_bill_and_the_standing_follow_the_rules_whatever_was_paid(book, term, seed):
    chance, row, wanted = random.Random(seed), 0, []
    project = replace(PROJECT, lease=replace(PROJECT.lease, **term))
    book.fill(project)
    choice = project.lease
    first, last = span(choice.period, choice.number, choice.first, choice.last)
    for place, (room, year) in enumerate(zip(ROOMS, YEARS, strict=True)):
        arrears, net = chance.choice([0, chance.randint(1, 99_999)]), 0
        relief = chance.randint(0, arrears + months(year, 1, last))
        book.household(place, arrears=arrears / 100, relief=relief / 100)
        for _ in range(chance.randint(0, 4)):
            amount = chance.randint(1, max(2, year // 2))
            back = net >= amount and chance.random() < 0.4
            pay(book, row, room, amount / 100, "退款" if back else "收款")
            net, row = net - amount if back else net + amount, row + 1
        before = arrears + (months(year, 1, first - 1) if first > 1 else 0)
        asked = bill(months(year, first, last), before, net, relief)
        wanted.append((asked, standing(year, last, arrears, relief, net), net))
    said = book.read()
    assert (said.failed, said.errors) == ([], [])
    assert said.dues[: len(wanted)] == [asked.to_pay for asked, *_ in wanted]
    shown = {key: column(said, key) for key in ("owed", "left", "over", "rest")}
    assert shown == {key: [getattr(one, key) for _, one, _ in wanted] for key in shown}
    # Two ways to the same: what a bill asks for is what is left, what it carries over is ahead.
    assert shown["left"] == [asked.to_pay for asked, *_ in wanted]
    assert shown["over"] == [asked.carried for asked, *_ in wanted]
    ins, outs = column(said, "in"), column(said, "out")
    assert [i - o for i, o in zip(ins, outs, strict=True)] == [net for *_, net in wanted]
    assert column(said, "year") == YEARS


def test_a_bill_says_what_has_become_of_the_periods_before(book):
    row = ROOMS.index("201")
    book.parameter("period_no", 3)
    said = book.read().bills[0]
    assert (said["房号"], said["加：以前应缴"]) == ("201", 106.66)
    assert said["以前怎么来"] == "本年前 2 个月 106.66 元"
    book.household(row, arrears=10, relief=5.5)
    pay(book, 0, "201", 116.66)
    assert book.read().bills[0]["以前怎么来"] == ("上年欠费 10.00＋本年前 2 个月 106.66＝116.66 元")


def test_relief_beyond_what_is_due_is_told(book):
    book.household(ROOMS.index("201"), relief=53.34)
    assert book.read().failed == [RELIEF]
    book.parameter("period_no", 2)
    assert book.read().failed == []


def test_arrears_of_the_year_are_typed_only_where_there_is_no_ledger(book):
    without = LeasePlan(replace(PROJECT, topics=frozenset()))
    assert "paid" in without.households.columns and "paid" not in book.plan.households.columns
    said = book.read()
    heads = [said.at(f"住户!{letter}4") for letter in "HIJ"]
    assert heads == ["上年欠费（元）", "本年累计减免（元）", "备注"]
    assert "不要再填" in said.at("住户!A3")


# --- 收缴 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "due", "overdue"),
    [(None, DAY, 0), (DAY, DAY, 10_666), (DAY - 1, DAY, 5_333), (DAY, None, 10_666)],
)
def test_what_is_overdue_on_a_day(book, as_of, due, overdue):
    book.parameter("period_no", 2)
    book.parameter("as_of", as_of)
    book.parameter("due_date", due)
    said = book.read()
    assert column(said, "overdue")[ROOMS.index("201")] == overdue
    assert (states(said)[ROOMS.index("201")] == "逾期") == (overdue > 0)


def test_who_pays_ahead_is_not_said_to_have_paid_too_much(book):
    row = ROOMS.index("201")
    pay(book, 0, "201", 640)
    assert states(book.read())[row] == "已预缴"
    pay(book, 1, "201", 0.01)
    said = book.read()
    assert states(said)[row] == "多缴，应退"
    assert column(said, "over")[row] == 64_001 - 5_333
    assert (said.failed, said.to_pay[0]) == ([], 0)


@pytest.mark.parametrize(("wrong", "hint"), [({"room": "9*"}, "房号"), ({"amount": -5}, "金额")])
def test_a_row_that_cannot_be_meant_is_marked_and_counts_nothing(book, wrong, hint):
    pay(book, 0, "201", 10)
    pay(book, 1, "301", 20)
    for key, value in wrong.items():
        book.type(typed(book.plan).at(key, 1), value)
    said = book.read()
    assert hint in said.block(typed(book.plan), "hint")[1]
    assert said.failed == [ROWS] and figure(said, "received") == 1_000
    assert said.at("收费单!A2").startswith("草案")


def test_more_given_back_than_came_in_is_told(book):
    pay(book, 0, "201", 10)
    pay(book, 1, "201", 10.01, "退款")
    assert BACK in book.read().failed


def test_the_bank_is_held_against_what_did_not_come_in_cash(book):
    pay(book, 0, "201", 10)
    pay(book, 1, "301", 20, method=CASH)
    book.parameter("bank_total", 10)
    assert book.read().failed == []
    book.parameter("bank_total", 30)
    assert book.read().failed == ["台账与银行流水一致"]


@pytest.mark.parametrize("value", ["待定", "", -1, 1e12, 0.001, True])
def test_nothing_that_is_typed_on_the_ledger_makes_an_error_value(book, value):
    pay(book, 0, "201", 10)
    for key in ("as_of", "receipts_from", "bank_total", "print_from", "refunds_from"):
        book.parameter(key, value)
    for key in ("serial", "day", "room", "side", "amount", "method", "period"):
        book.type(typed(book.plan).at(key, 1), value)
    assert book.read().errors == []


# --- 收据 and 单户 ----------------------------------------------------------------------------


def test_a_receipt_says_the_same_when_it_is_printed_again_in_a_later_period(book):
    pay(book, 0, "201", 75)
    pay(book, 1, "201", 0.5, "退款")
    first = book.read()
    book.parameter("period_no", 9)
    book.household(ROOMS.index("201"), arrears=10, relief=5)
    pay(book, 2, "201", 600)
    again, slips = book.read(), receipts(book.plan)
    words = "至本笔共缴（减去退款） 75.00 元。"
    assert first.block(slips, "words")[0] == again.block(slips, "words")[0] == words
    assert again.block(slips, "upper")[:2] == [upper(7_500), upper(60_000)]
    assert again.block(refunds(book.plan), "upper")[0] == upper(50)
    form, back = (
        again.form("收据", 1, len(LAYOUT.rows)),
        again.form("退款凭证", 1, len(REFUND.rows)),
    )
    assert [one["款项"].strip() for one in (form, back)] == ["电梯使用费", "退还电梯使用费"]
    assert [again.at(f"{title}!A1") for title in ("收据", "退款凭证")] == ["收款收据", "退款凭证"]


def test_the_bill_of_one_room(book):
    pay(book, 0, "401", 12)
    book.type("单户!$G$1", "401")
    said, rows = book.read(), len(layout(book.plan).rows)
    one = said.form("单户", 1, rows)
    bill = next(bill for bill in said.bills if bill["房号"] == "401")
    assert {label: one[label] for label in bill} == bill
    assert one["减：本年已缴"] == 12
    book.type("单户!$G$1", "4*")
    assert book.read().at("单户!A2").startswith("没有这一户")


# --- topics -----------------------------------------------------------------------------------


def test_a_ledger_has_rows_for_a_payment_of_every_month(book):
    assert typed(book.plan).count >= MONTHS * book.plan.flats


def test_steps_and_contents_of_the_cover_are_those_of_the_book(book):
    def cover(said):
        return [said.at(f"说明!A{row}") for row in range(8, 30)], said.at("说明!C12")

    names, last = cover(book.read())
    assert names[:5] == ["参数", "住户", "校验", "收费", "收费单"] and "台账" in last
    assert {"台账", "收缴", "收据", "单户"} <= set(names) and "公示" not in names
    names, last = cover(opened(replace(PROJECT, topics=frozenset())).read())
    assert not {"台账", "收缴", "收据", "单户"} & set(names) and "欠费" in last
