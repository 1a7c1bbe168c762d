"""台账 and 收缴: payments typed in; every household's balance, the bank, instalments, receipts."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from buildings import ODD_AREAS, project
from editing import YES_NO, Book, fen
from engines import cached, formula_cells

from elevshare.money import upper
from elevshare.project import CostItem, SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.changes import versions
from elevshare.workbook.subjects.ledger.inputs import CASH, COLUMNS, METHODS, RECEIPTS
from elevshare.workbook.subjects.ledger.payments import schedule, typed
from elevshare.workbook.subjects.ledger.places import collected, figures, total
from elevshare.workbook.subjects.ledger.receipts_paper import LAYOUT
from elevshare.workbook.subjects.ledger.refunds_paper import LAYOUT as REFUND
from elevshare.workbook.subjects.ledger.slips import receipts, refunds
from elevshare.workbook.subjects.settlement import items as settled
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.LEDGER, Topic.RECEIPTS})
ROWS, BACK, SUMS, BANK, DAYS = (
    "台账各行填写无误", "退款不超过收款", "各户已缴合计等于台账净收", "台账与银行流水一致",
    "分期截止日期填写无误",
)  # fmt: skip
DAY = 46_100


def pay(book, row, room, yuan, side="收款", day=DAY, method="转账"):
    """Type one payment, rows counting from 0."""
    values = {"day": day, "room": room, "side": side, "amount": yuan, "method": method}
    for key, value in values.items():
        book.type(typed(book.plan).at(key, row), value)


def households(said, key):
    """A column of 收缴 in fen, of the households that there are."""
    return [fen(value) for value in said.block(collected(said.plan), key) if value != ""]


def figure(said, key):
    return round(said.at(total(said.plan, key)))


def random_payments(book, seed, count=30):
    """Payments of random households, refunds never above what was received; net by room."""
    chance, paid, cash = random.Random(seed), {}, 0
    rooms = [flat.room for flat in book.plan.project.flats]
    for row in range(count):
        room, amount = chance.choice(rooms), chance.randint(1, 9_999_999)
        refund = chance.random() < 0.3 and paid.get(room, 0) > 0
        signed = -min(amount, paid[room]) if refund else amount
        paid[room] = paid.get(room, 0) + signed
        method = chance.choice(METHODS)
        cash += signed * (method == CASH)
        side = "退款" if refund else "收款"
        pay(book, row, room, abs(signed) / 100, side, DAY + chance.randint(0, 99), method)
    return paid, cash


@pytest.mark.parametrize("seed", range(5))
def test_every_household_is_credited_with_its_own_payments(book, seed):
    paid, cash = random_payments(book, seed)
    said, flats = book.read(), book.plan.project.flats
    dues = assess(book.plan.project).dues
    mine = [paid.get(flat.room, 0) for flat in flats]
    assert said.failed == [] and said.errors == []
    net = [i - o for i, o in zip(households(said, "in"), households(said, "out"), strict=True)]
    assert net == mine
    assert households(said, "left") == [max(0, d - p) for d, p in zip(dues, mine, strict=True)]
    assert households(said, "over") == [max(0, p - d) for d, p in zip(dues, mine, strict=True)]
    assert figure(said, "received") - figure(said, "refunded") == sum(mine)
    assert (figure(said, "cash"), figure(said, "banked")) == (cash, sum(mine) - cash)
    assert [fen(bill["减：已缴"]) for bill in said.bills] == mine
    assert said.to_pay == [max(0, d - p) for d, p in zip(dues, mine, strict=True)]


def test_owed_is_paid_and_left_less_over(book):
    random_payments(book, 7)
    book.household(6, fund=1_234.56, relief=99.01)
    said = book.read()
    parts = {key: figure(said, key) for key in figures(book.plan).figures}
    settled = parts["received"] - parts["refunded"] + parts["fund"]
    assert parts["owed"] - settled == parts["left"] - parts["over"]
    assert parts["owed"] == assess(book.plan.project).net - 9_901


def test_a_room_typed_as_a_number_is_the_same_room(book):
    pay(book, 0, 401, 100)
    assert book.read().failed == []


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [({"day": None}, "日期"), ({"day": "三月"}, "日期"), ({"day": 1}, "日期"), ({"room": "999"}, "房号"),
     ({"room": "4*"}, "房号"), ({"side": "还款"}, "收款或退款"), ({"side": None}, "收款或退款"),
     ({"amount": "一百"}, "金额"), ({"amount": -5}, "金额"), ({"amount": 0}, "金额"),
     ({"amount": 1.005}, "金额"), ({"serial": None}, "序号"), ({"serial": 1}, "序号")],
)  # fmt: skip
def test_a_row_that_cannot_be_meant_is_marked_and_counts_nothing(book, wrong, hint):
    pay(book, 0, "401", 1_000)
    pay(book, 1, "402", 50)
    for key, value in wrong.items():
        book.type(typed(book.plan).at(key, 1), value)
    said = book.read()
    hints = said.block(typed(book.plan), "hint")
    assert hints[0] == "√ 业主401" and hint in hints[1] and hints[1][0] == "←"
    assert said.failed == [ROWS] and said.errors == []
    assert figure(said, "received") == 100_000


def test_more_given_back_than_came_in_is_told(book):
    pay(book, 0, "401", 100)
    pay(book, 1, "401", 100.01, "退款")
    assert book.read().failed == [BACK, SUMS]


def test_the_bank_is_held_against_what_did_not_come_in_cash(book):
    pay(book, 0, "401", 1_000.10)
    pay(book, 1, "402", 500, method=CASH)
    pay(book, 2, "401", 0.10, "退款", method="微信")
    book.parameter("bank_total", 1_000)
    assert book.read().failed == []
    book.parameter("bank_total", 1_500)
    said = book.read()
    assert said.failed == [BANK] and figure(said, "gap") == -50_000


def test_the_last_payment_is_the_latest_not_the_lowest(book):
    pay(book, 0, "401", 1, day=DAY + 9)
    pay(book, 1, "401", 1, day=DAY)
    last = book.read().block(collected(book.plan), "last")
    assert last[6] == DAY + 9 and last[7] == ""


# --- instalments ------------------------------------------------------------------------------


def fall_due(book, *days):
    for row, day in enumerate(days):
        book.type(schedule(book.plan).at("day", row), day)


@pytest.mark.parametrize(
    ("as_of", "periods"), [(DAY - 1, 0), (DAY, 1), (DAY + 30, 2), (DAY + 59, 2), (DAY + 60, 3), (None, 0)]
)  # fmt: skip
def test_what_has_fallen_due_by_a_day(book, as_of, periods):
    fall_due(book, DAY, DAY + 30, DAY + 60)
    book.parameter("instalments", 3)
    book.parameter("as_of", as_of)
    pay(book, 0, "401", 1)
    said, dues = book.read(), assess(book.plan.project).dues
    until = [due if periods == 3 else due // 3 * periods for due in dues]
    assert households(said, "until") == until
    until[6] = max(0, until[6] - 100)
    assert households(said, "overdue") == until


def test_a_bill_says_the_day_of_its_instalment(book):
    fall_due(book, DAY, DAY + 30)
    book.parameter("instalments", 2)
    book.parameter("instalment", 2)
    book.parameter("due_date", DAY + 99)
    assert days_told(book) == {DAY + 30}
    fall_due(book, None, None)
    assert days_told(book) == {DAY + 99}


def days_told(book):
    """The days on the bills; who has nothing to pay is told none."""
    bills = book.read().bills
    payers = [bill for bill in bills if bill["本次应缴"] != "不用缴款"]
    assert 0 < len(payers) < len(bills)
    assert not any("截止日期" in bill for bill in bills if bill not in payers)
    return {bill["截止日期"] for bill in payers}


@pytest.mark.parametrize("days", [(DAY, DAY), (DAY, DAY - 1), (None, DAY), (DAY, "四月")])
def test_days_that_do_not_follow_each_other_are_told(book, days):
    fall_due(book, *days)
    assert book.read().failed == [DAYS]


def test_one_day_of_the_parameters_serves_where_there_is_no_schedule(book):
    book.parameter("due_date", DAY)
    book.parameter("as_of", DAY)
    assert households(book.read(), "until") == list(assess(book.plan.project).dues)
    book.parameter("as_of", DAY - 1)
    assert set(households(book.read(), "until")) == {0}


# --- receipts ---------------------------------------------------------------------------------


def test_a_receipt_says_what_was_paid_until_then(book):
    pay(book, 0, "401", 1_000)
    pay(book, 1, "402", 5)
    pay(book, 2, "401", 0.5, "退款")
    pay(book, 3, "401", 7)
    said, block = book.read(), receipts(book.plan)
    assert said.block(block, "so_far")[:3] == [100_000, 500, 100_650]
    assert said.block(block, "upper")[:3] == [upper(x) for x in (100_000, 500, 700)]
    amounts = [said.form("收据", row, len(LAYOUT.rows)).get("金额") for row in starts(4)]
    assert amounts == [1_000, 5, 7, None]
    # The counterfoil stays in the receipt book: it says when, too; not when the book was made.
    assert said.at("收据!A3").startswith("存根联（收款单位留存、记账）　2026-")
    assert "编制日期" not in str(said.at("收据!A6"))


def starts(count):
    """The first rows of so many receipts."""
    return [number * len(LAYOUT.rows) + 1 for number in range(count)]


def test_a_refund_has_a_paper_of_its_own(book):
    pay(book, 0, "401", 1_000)
    pay(book, 1, "401", 0.5, "退款")
    book.type(typed(book.plan).at("remark", 1), "多汇退回")
    book.parameter("payee", "加梯专户")
    said = book.read()
    assert said.block(refunds(book.plan), "upper")[0] == upper(50)
    assert said.block(refunds(book.plan), "amount")[:2] == [0.5, ""]
    form = said.form("退款凭证", 1, len(REFUND.rows))
    paper = {key: form[key] for key in ("金额", "付款单位", "退款原因")}
    assert paper == {"金额": 0.5, "付款单位": "加梯专户", "退款原因": "多汇退回"}
    assert "领款人签字" in [said.at(f"退款凭证!A{row}") for row in range(1, 20)]
    assert said.block(receipts(book.plan), "amount")[:2] == [1_000, ""]


def test_the_numbers_of_receipts_stay_where_a_row_is_emptied(book):
    for row in range(3):
        pay(book, row, "401", row + 1)
    pay(book, 1, None, None, day=None)
    book.parameter("receipts_from", 101)
    said = book.read()
    numbers, rows = (said.block(receipts(book.plan), key)[:3] for key in ("number", "row"))
    assert numbers == [101, 103, ""] and rows == [1, 3, 0]
    assert said.failed == []


def test_receipts_start_from_the_number_that_was_asked_for(book):
    for row in range(20):
        pay(book, row, "401", row + 1)
    book.parameter("print_from", 18)
    amounts = book.read().block(receipts(book.plan), "amount")
    assert amounts == [18, 19, 20] + [""] * (RECEIPTS - 3)


def test_old_receipts_say_the_same_whatever_happens_later(book):
    book.parameter("payee", "加梯专户")
    pay(book, 0, "401", 1_000)
    pay(book, 1, "402", 5, method="微信")
    before = book.read()
    papers = [before.form("收据", row, len(LAYOUT.rows)) for row in starts(2)]
    assert [paper["已缴"] for paper in papers] == [
        "至本笔共缴（减去退款） 1,000.00 元。", "至本笔共缴（减去退款） 5.00 元。"]  # fmt: skip
    pay(book, 2, "401", 2_000, day=DAY + 5)
    pay(book, 3, "401", 500, "退款", day=DAY - 5)
    book.household(0, taking=YES_NO[False])
    book.household(6, fund=100, relief=50)
    book.cost(0, 123_456)
    book.parameter("as_of", DAY + 100)
    after = book.read()
    assert after.dues != before.dues
    assert [after.form("收据", row, len(LAYOUT.rows)) for row in starts(2)] == papers


def test_sorted_rows_keep_their_numbers_and_their_receipts(book):
    paid = [("401", 7, 3), ("402", 5, 1), ("401", 9, 2)]
    for row, (room, yuan, later) in enumerate(paid):
        pay(book, row, room, yuan, day=DAY + later)
    before, columns = book.read(), [one.key for one in COLUMNS if one.typed]
    rows = [[book.holds(typed(book.plan).at(key, row)) for key in columns] for row in range(3)]
    for row, values in enumerate([rows[1], rows[2], rows[0]]):
        for key, value in zip(columns, values, strict=True):
            book.type(typed(book.plan).at(key, row), value)
    after = book.read()
    for key in ("number", "room", "amount", "words"):
        block = receipts(book.plan)
        assert after.block(block, key) == before.block(block, key)
    assert after.block(typed(book.plan), "number")[:3] == [2, 3, 1]
    assert (after.failed, households(after, "in")) == ([], households(before, "in"))


@pytest.mark.parametrize(
    ("word", "cash", "said"),
    [("银行转账", 0, "√"), ("POS机", 0, "√"), ("现 金", 100, "√"), ("微信支付", 0, "√"),
     ("赊账", 0, "没有认出“赊账”，当作其他"), (None, 0, "没有填方式，当作其他")],
)  # fmt: skip
def test_a_payment_counts_however_its_method_is_written(book, word, cash, said):
    pay(book, 0, "401", 1, "缴款", method=word)
    found = book.read()
    assert found.failed == [] and found.block(typed(book.plan), "hint")[0].startswith(said)
    assert (figure(found, "received"), figure(found, "cash")) == (100, cash)


def test_a_book_with_a_ledger_has_no_second_place_for_what_was_paid(book):
    assert "paid" not in book.plan.households.columns
    assert "paid" in SharingPlan(replace(book.plan.project, topics=frozenset())).households.columns


def test_gross_bills_and_the_subsidy_that_came_leave_an_overpayment_to_give_back():
    one = project(
        storeys=3, areas=ODD_AREAS[:2], costs=(CostItem("费用", 30_000_001),), topics=TOPICS,
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, 6_000_001, billing=Billing.GROSS),
    )  # fmt: skip
    book, outcome = Book(make_book(one), SharingPlan(one)), assess(one)
    gross = [d + b for d, b in zip(outcome.dues, outcome.refunds, strict=True)]
    for row, (flat, amount) in enumerate(zip(one.flats, gross, strict=True)):
        if amount:
            pay(book, row, flat.room, amount / 100)
    assert households(book.read(), "left") == [0] * 6
    book.parameter("arrival", SubsidyArrival.RECEIVED.value)
    assert households(book.read(), "over") == list(outcome.refunds)


def test_nothing_but_a_value_is_in_a_formula_cell_of_a_new_book(book):
    data = make_book(book.plan.project)
    values = cached(data)
    assert not any(str(values.get(cell, "")).startswith("#") for cell in formula_cells(data))


def keep(book, number, day):
    """Keep a version of the amounts on 变更, as they are now."""
    for row, amount in enumerate(assess(book.plan.project).dues):
        book.type(versions.typed(book.plan).at(f"v{number}", row), amount / 100)
    book.parameter(f"version_on_{number}", day)


def test_a_receipt_says_the_share_that_was_published_by_its_day():
    one = project(
        storeys=3, areas=ODD_AREAS[:2], costs=(CostItem("费用", 30_000_001),),
        topics=TOPICS | {Topic.CHANGES, Topic.SETTLEMENT},
    )  # fmt: skip
    book = Book(make_book(one), SharingPlan(one))
    keep(book, 1, DAY)
    pay(book, 0, "301", 1_000, day=DAY - 1)
    pay(book, 1, "301", 1_000, day=DAY)
    said = book.read().block(receipts(book.plan), "words")[:2]
    share = f"{assess(one).dues[4] / 100:,.2f}"
    day = (date(1899, 12, 30) + timedelta(DAY)).isoformat()
    assert said == ["至本笔共缴（减去退款） 1,000.00 元。",
                    f"至本笔共缴（减去退款） 2,000.00 元；{day} 公布的本户分摊 {share} 元。"]  # fmt: skip
    keep(book, 2, DAY + 50)
    book.type(versions.typed(book.plan).at("v2", 4), 5)
    book.type(settled.typed(book.plan).at("yuan", 0), 200_000)
    book.parameter("settled_on", DAY + 60)
    pay(book, 2, "301", 1, day=DAY + 50)
    after = book.read().block(receipts(book.plan), "words")
    assert after[:2] == said and after[2].endswith("本户分摊 5.00 元。")
