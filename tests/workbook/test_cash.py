"""工程付款, 补贴到账 and 资金: the registers as typed, and the cash position as the rule has it."""

import io
import random
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from buildings import ODD_AREAS, project
from editing import Book, with_inputs
from engines import differences, formula_cells, libreoffice
from following import with_rule
from standard import broken
from standard.model import Book as File

from elevshare.project import CostItem, SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.cash import Agreed, CashAccount, CashPayment, Moved, Spending, position
from elevshare.rules.subsidy import Subsidy, fixed
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.subjects.cash.inputs import ARRIVALS, GRANTS, METHODS, PAYMENTS, SPENDING
from elevshare.workbook.subjects.cash.places import grants, payments
from elevshare.workbook.subjects.cash.position import figure, items
from elevshare.workbook.subjects.ledger import payments as ledger
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.CASH})
PAID, CAME, TOLD, BANK, REASONS = (
    "工程付款各行填写无误", "补贴到账各行填写无误", "补贴到账与“参数”一致", "账上应有与银行、现金相符",
    "最后结余说得清来由",
)  # fmt: skip
DAY = 46_100
COSTS = (
    CostItem("设备", 30_000_001), CostItem("安装", 9_999_999), CostItem("设备", 5_000_000),
    CostItem("", 1_234_567), CostItem("监理*", 2_000_000),
)  # fmt: skip
#: Six flats of three storeys, two items of one name and one without any, a subsidy, compensation.
CASE = project(
    storeys=3, areas=ODD_AREAS[:2], costs=COSTS, compensation=3_000_003, topics=TOPICS,
    subsidy=SubsidyChoice(SubsidyMode.MANUAL, 10_000_001),
)  # fmt: skip


@cache
def _opened():
    return Book(make_book(CASE), SharingPlan(CASE))


@pytest.fixture
def case():
    return _opened().as_made()


def fill(book, block, row, **inputs):
    for key, value in inputs.items():
        book.type(block(book.plan).at(key, row), value)


def spend(book, row, spending=Spending.ENGINEERING, item=None, yuan=1_000, **more):
    """Type one payment; compensation goes to 101."""
    payee = "101" if spending is Spending.COMPENSATION else "电梯公司"
    inputs = {"day": DAY, "spending": spending.value, "item": item, "payee": payee,
              "amount": yuan, "method": METHODS[0], **more}  # fmt: skip
    fill(book, payments, row, **inputs)


def arrive(book, row, yuan=1_000, **more):
    """Type one subsidy that has arrived."""
    fill(book, grants, row, **{"level": "市级", "arrived_on": DAY, "arrived": yuan, **more})


def collect(book, row, room, yuan, side="收款"):
    values = {"day": DAY, "room": room, "side": side, "amount": yuan, "method": "转账"}
    fill(book, ledger.typed, row, **values)


def said_of(said, key):
    value = said.at(figure(said.plan, key))
    assert value == round(value), key
    return round(value)


# --- rows of the registers ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [({"day": None}, "日期"), ({"day": "三月"}, "日期"), ({"day": 36_525}, "日期"),
     ({"day": 73_051}, "日期"), ({"day": DAY + 0.5}, "日期"), ({"spending": None}, "类别"),
     ({"spending": "工程"}, "类别"), ({"item": "设计"}, "没有这个费用项目"), ({"item": "监理"}, "没有这个费用项目"),
     ({"item": "*"}, "没有这个费用项目"), ({"spending": "其他支出", "item": "设备"}, "只用于工程款"),
     ({"payee": None}, "收款单位"), ({"spending": "补偿"}, "房号"), ({"spending": "补偿", "payee": "1*"}, "房号"),
     ({"amount": None}, "金额"), ({"amount": 0}, "金额"), ({"amount": -5}, "金额"), ({"amount": "一千"}, "金额"),
     ({"amount": 1.005}, "金额"), ({"amount": 10_000_000.01}, "金额"), ({"method": None}, "方式"),
     ({"method": "赊账"}, "方式")],
)  # fmt: skip
def test_a_payment_that_cannot_be_meant_is_marked_and_counts_nothing(case, wrong, hint):
    spend(case, 0, item="设备", yuan=0.01)
    spend(case, PAYMENTS - 1)
    fill(case, payments, PAYMENTS - 1, **wrong)
    said = case.read()
    hints = said.block(payments(case.plan), "hint")
    assert (
        hints[0] == "√" and hint in hints[-1] and hints[-1][0] == "←" and set(hints[1:-1]) == {""}
    )
    assert said.failed == [PAID] and said.errors == []
    assert said_of(said, "spent") == 1
    assert "有误 1 行" in said.at("工程付款!A2")


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [({"level": None}, "级别"), ({"applied_on": "三月"}, "申领日期"), ({"applied_on": 1}, "申领日期"),
     ({"arrived_on": "三月"}, "到账日期"), ({"arrived_on": DAY + 0.5}, "到账日期"), ({"applied": -1}, "金额"),
     ({"applied": "多少"}, "金额"), ({"approved": 1.001}, "金额"), ({"arrived": "待定"}, "金额"),
     ({"arrived": -0.01}, "金额"), ({"arrived": None}, "一起填"), ({"arrived_on": None}, "一起填"),
     ({"applied": None, "approved": None, "arrived": None}, "至少填一个"),
     ({"arrived_on": DAY - 31}, "早于"), ({"arrived": 1_000.01}, "多于")],
)  # fmt: skip
def test_a_subsidy_that_cannot_be_meant_is_marked_and_counts_nothing(case, wrong, hint):
    arrive(case, 0, 0.01)
    row = {"applied_on": DAY - 30, "applied": 2_000, "approved": 1_000, "number": "文 1 号"}
    arrive(case, GRANTS - 1, 1_000, **row)
    assert case.read().failed == []
    fill(case, grants, GRANTS - 1, **wrong)
    said = case.read()
    hints = said.block(grants(case.plan), "hint")
    assert (
        hints[0] == "√" and hint in hints[-1] and hints[-1][0] == "←" and set(hints[1:-1]) == {""}
    )
    assert said.failed == [CAME] and said.errors == []
    assert said_of(said, "arrived") == 1


@pytest.mark.parametrize(
    "row",
    [{}, {"item": "监理*"}, {"item": None, "voucher": None}, {"amount": "1000.00"}, {"day": 36_526},
     {"day": 73_050}, {"spending": "补偿", "payee": "102"}, {"spending": "补偿", "payee": 102},
     {"spending": "其他支出"}, {"method": "现金"}],
)  # fmt: skip
def test_a_payment_as_it_should_be_counts(case, row):
    spend(case, 3)
    fill(case, payments, 3, **row)
    said = case.read()
    assert said.failed == [] and said_of(said, "spent") == 100_000
    assert said.block(payments(case.plan), "hint")[3] == "√"


def test_a_subsidy_applied_for_and_approved_in_steps_is_right(case):
    fill(case, grants, 0, level="区级", applied_on=DAY, applied=100_000)
    fill(case, grants, 1, level="区级", approved=90_000, number="〔2026〕1 号")
    said = case.read()
    assert said.failed == [] and said_of(said, "arrived") == 0
    assert "申领 100,000.00 元，批复 90,000.00 元，到账 0.00 元" in said.at("补贴到账!A2")


def test_the_register_says_when_its_rows_run_out(case):
    for row in range(PAYMENTS - 3):
        spend(case, row)
        if row == PAYMENTS - 5:
            assert case.read().at("工程付款!A2").startswith("已填 26 行，还剩 4 行")
    assert case.read().at("工程付款!A2").startswith("注意：行快用完；已填 27 行，还剩 3 行")


# --- the position ---------------------------------------------------------------------------


def typed_at_random(case, chance):
    """Fill in both registers, the ledger and the single inputs; what the rule is told of it."""
    rooms = [flat.room for flat in CASE.flats]
    subsidy = replace(CASE.subsidy, billing=chance.choice(list(Billing)))
    arrivals = [chance.randint(1, 6_000_000) for _ in range(chance.randint(0, 3))]
    if sum(arrivals) >= subsidy.amount:
        subsidy = replace(subsidy, arrival=SubsidyArrival.RECEIVED)
    changed = replace(CASE, subsidy=subsidy)
    case.turn_into(changed)
    outcome = assess(changed)
    ahead = subsidy.billing is Billing.GROSS and subsidy.arrival is SubsidyArrival.EXPECTED
    accounts = []
    for row, (room, due) in enumerate(zip(rooms, outcome.dues, strict=True)):
        relief = chance.randint(0, due) * (chance.random() < 0.3)
        back = outcome.refunds[row] if ahead else 0
        # The fund's own checks are not the matter here.
        received = chance.randint(1, max(2, 2 * due))
        refunded = chance.randint(1, received) * (chance.random() < 0.3)
        case.household(row, relief=relief / 100)
        collect(case, 2 * row, room, received / 100)
        if refunded:
            collect(case, 2 * row + 1, room, refunded / 100, "退款")
        accounts.append(CashAccount(due, relief, back, 0, received, refunded))
    paid = []
    for row in range(chance.randint(0, 20)):
        spending = chance.choice(list(Spending))
        item = chance.choice(["", "设备", "安装", "监理*"]) * (spending is Spending.ENGINEERING)
        paid.append(CashPayment(spending, chance.randint(1, 4_000_000), item))
        spend(case, row, spending, item or None, paid[-1].fen / 100)
    for row, fen in enumerate(arrivals):
        arrive(case, row, fen / 100)
    opening, other = (chance.choice([0, chance.randint(1, 999_999)]) for _ in range(2))
    case.parameter("cash_opening", opening / 100 or None)
    case.parameter("cash_other", other / 100 or None)
    named = {"设备": 35_000_001, "安装": 9_999_999, "监理*": 2_000_000, "": 1_234_567}
    return (
        Agreed(named, outcome.compensation, outcome.subsidy),
        accounts,
        Moved(opening, sum(arrivals), other, paid),
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_position_is_the_rules_whatever_was_paid(case, seed):
    agreed, accounts, moved = typed_at_random(case, random.Random(seed))
    found, said = position(agreed, accounts, moved), case.read()
    assert said.failed == [] and said.errors == []
    for key in (
        "income",
        "hand",
        "due",
        "overpaid",
        "grant_due",
        "cost_left",
        "payout_left",
        "left",
    ):
        assert said_of(said, key) == getattr(found, key), key
    names = {"grant_over": "grant", "cost_over": "cost", "payout_over": "payout"}
    for key, fen in found.reasons.items():
        assert said_of(said, f"why_{names.get(key, key)}") == fen, key
    assert said_of(said, "spent") + said_of(said, "refunded") == found.outgo
    assert moved.opening + found.income == found.outgo + said_of(said, "hand")


def test_the_fund_that_households_bring_is_income(case):
    for row in range(6):
        case.household(row, fund=10.01 * row)
    said = case.read()
    assert said_of(said, "fund") == said_of(said, "hand") == 15_015
    assert said_of(said, "left") == 0


def test_a_plan_carried_out_leaves_nothing(case):
    for row, due in enumerate(assess(CASE).dues):
        if due:
            collect(case, row, CASE.flats[row].room, due / 100)
    spend(case, 0, item="设备", yuan=350_000.01)
    spend(case, 1, item="安装", yuan=99_999.99)
    spend(case, 2, item="监理*", yuan=20_000)
    spend(case, 3, yuan=12_345.67)
    spend(case, 4, Spending.COMPENSATION, yuan=30_000.03)
    assert case.read().at("资金!A5").startswith("注意：账上应有是负数")
    arrive(case, 0, 100_000.01)
    case.parameter("arrival", SubsidyArrival.RECEIVED.value)
    said = case.read()
    assert said.failed == []
    assert said_of(said, "hand") == said_of(said, "left") == said_of(said, "cost_left") == 0
    assert said.at("资金!A3").startswith("收支两清") and said.at("资金!A5") == "没有超出计划的收付"
    assert set(said.block(items(case.plan), "state")) == {"付清", ""}


def test_of_items_with_one_name_the_first_stands_for_all(case):
    spend(case, 0, item="设备", yuan=350_001)
    spend(case, 1, item="安装", yuan=1)
    spend(case, 2, yuan=20_000)
    said, rows = case.read(), items(case.plan)
    shown = [said.block(rows, key) for key in ("item", "planned", "paid", "left", "state")]
    lines = [line for line in zip(*shown, strict=True) if line[0] != ""]
    assert lines == [
        ("设备", 350_000.01, 350_001, 0, "超出计划 0.99 元"),
        ("安装", 99_999.99, 1, 99_998.99, ""),
        ("监理*", 20_000, 0, 20_000, ""),
        ("（没有写项目的）", 12_345.67, 20_000, 0, "先抵各项未付"),
    ]
    below = rows.last + 1
    sums = [said.at(f"资金!{column}{below}") for column in "BCD"]
    assert sums == [482_345.67, 370_002, 119_998.99]
    assert said.failed == [] and said_of(said, "left") == -99
    assert said.at("资金!A3") == "注意：该收的收齐、该付的付清以后，还差 0.99 元，来由见三"
    assert "1 项费用付款超过计划" in said.at("资金!A5") and "总共超出 0.99 元" in said.at("资金!A5")


def test_compensation_and_subsidy_beyond_the_plan_are_told_and_are_no_mistake(case):
    spend(case, 0, Spending.COMPENSATION, yuan=30_000.04)
    arrive(case, 0, 100_000.03)
    case.parameter("arrival", SubsidyArrival.RECEIVED.value)
    said = case.read()
    assert said.failed == []
    assert said.at("资金!A5") == "注意：补偿多付 0.01 元；补贴多到账 0.02 元，请按批复改“参数”；"
    assert said.at("资金!A3") == "该收的收齐、该付的付清以后，还多 0.01 元，来由见三"


def test_what_of_a_subsidy_is_kept_for_upkeep_is_expected_and_not_left_over():
    one = replace(with_rule(Subsidy(fixed(20_000_001), upkeep=1_234)), topics=TOPICS)
    book = Book(make_book(one), SharingPlan(one))
    said = book.read()
    assert (said_of(said, "grant_due"), said_of(said, "upkeep")) == (20_000_001, 2_468_000)
    assert said_of(said, "left") == 0
    arrive(book, 0, 200_000.01)
    book.parameter("arrival", SubsidyArrival.RECEIVED.value)
    said = book.read()
    assert said.failed == [] and (said_of(said, "grant_due"), said_of(said, "left")) == (0, 0)


def test_a_refund_beyond_what_came_in_has_no_reason(case):
    collect(case, 0, "101", 5, "退款")
    assert REASONS in case.read().failed


# --- 参数 and the bank ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("came", "arrival", "right"),
    [(None, SubsidyArrival.EXPECTED, True), (None, SubsidyArrival.RECEIVED, True), (99_999, SubsidyArrival.EXPECTED, True),
     (99_999, SubsidyArrival.RECEIVED, True), (100_000.01, SubsidyArrival.EXPECTED, False),
     (100_000.01, SubsidyArrival.RECEIVED, True), (200_000, SubsidyArrival.EXPECTED, False)],
)  # fmt: skip
def test_the_parameters_say_that_the_subsidy_has_arrived_when_it_has(case, came, arrival, right):
    case.parameter("arrival", arrival.value)
    if came is not None:
        arrive(case, 0, came)
    assert case.read().failed == ([] if right else [TOLD])


def test_a_subsidy_said_to_have_arrived_must_be_registered_once_a_register_is_used(case):
    case.parameter("arrival", SubsidyArrival.RECEIVED.value)
    spend(case, 0)
    assert case.read().failed == [TOLD]
    case.parameter("subsidy_mode", SubsidyMode.NONE.value)
    assert case.read().failed == []


def test_a_subsidy_of_which_a_part_is_still_to_come_has_not_arrived(case):
    case.parameter("arrival", SubsidyArrival.RECEIVED.value)
    arrive(case, 0, 60_000, approved=60_000)
    fill(case, grants, 1, level="区级", approved=40_000.01)
    assert case.read().failed == [TOLD]
    fill(case, grants, 1, arrived_on=DAY, arrived=40_000)
    assert case.read().failed == []
    # One approval that comes in two parts, each in a row of its own.
    arrive(case, 0, None, approved=100_000, arrived_on=None)
    arrive(case, 1, 60_000, approved=None)
    arrive(case, 2, 40_000)
    assert case.read().failed == []


@pytest.mark.parametrize(
    ("bank", "till", "gap", "words"),
    [(None, None, 0, "不核对"), (900, 100, 0, "相符"), (1_000, None, 0, "相符"), (None, 1_000, 0, "相符"),
     (900.5, 99.49, -1, "少 0.01 元"), (0, None, -100_000, "少 1,000.00 元"), (1_000, 0.02, 2, "多 0.02 元")],
)  # fmt: skip
def test_the_bank_and_the_till_are_held_against_the_book(case, bank, till, gap, words):
    collect(case, 0, "101", 3_000)
    spend(case, 0, yuan=2_000)
    case.parameter("cash_bank", bank)
    case.parameter("cash_till", till)
    said = case.read()
    assert said_of(said, "gap") == gap and words in said.at("资金!A4")
    assert said.failed == ([BANK] if gap else [])
    assert said.at("资金!A4").startswith("注意：") == bool(gap)


@pytest.mark.parametrize(
    "key", ["cash_opening", "cash_other", "cash_date", "cash_bank", "cash_till"]
)
def test_a_single_input_that_cannot_be_meant_is_marked(case, key):
    for typed in ("没有", -1, 0.001):
        case.parameter(key, typed)
        said = case.read()
        assert said.failed == ["参数中的数字有效"] and said.errors == []
        assert said.at(case.plan.parameter(key).replace("$B", "$C")).startswith("←")


def test_the_day_of_the_bank_is_said(case):
    case.parameter("cash_bank", 0)
    assert "（核对日期待填）" in case.read().at("资金!A4")
    case.parameter("cash_date", DAY)
    assert "（2026-03-19）" in case.read().at("资金!A4")


# --- the book -------------------------------------------------------------------------------


def test_a_blank_book_fails_none_of_it(template):
    said = template.read()
    assert not {PAID, CAME, TOLD, BANK, REASONS} & set(said.failed) and said.errors == []
    assert said.at("资金!A3") == "先在“参数”填建设费用"


def test_the_sheets_are_made_of_what_every_book_is_made_of(case):
    data = make_book(CASE)
    assert broken(File("cash", data)) == {}
    loaded = openpyxl.load_workbook(io.BytesIO(data))
    choices = [r for r in loaded[SPENDING].data_validations.dataValidation if "$" in r.formula1]
    assert [loaded[SPENDING][r.formula1][0][0].value for r in choices] == [
        f"={case.plan.items.at('item', 0)}"
    ]


@pytest.mark.sampled(0)
def test_libreoffice_agrees_on_every_cell_of_the_sheets(case, tmp_path):
    typed_at_random(case, random.Random(3))
    spend(case, 29, yuan="一千")
    arrive(case, 11, 5, applied_on=DAY + 1)
    case.parameter("cash_bank", 1_234.56)
    file = with_inputs(draft(case.plan), case.typed)
    path = tmp_path / "book.xlsx"
    path.write_bytes(file)
    cells = [cell for cell in formula_cells(file) if cell[0] in ("资金", SPENDING, ARRIVALS)]
    assert len({sheet for sheet, _ in cells}) == 3
    assert differences(case.values(), libreoffice([path], tmp_path)[0], cells) == []
