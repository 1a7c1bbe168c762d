"""A month of rides, cards and visits typed into a prepaid book: the fees, the hints, the bills."""

from dataclasses import replace
from functools import cache

import pytest
from buildings import project_from
from editing import AS_FOUND, Book, fen, names, with_inputs
from engines import cached, differences, formula_cells, formulas_model, formulas_values, libreoffice
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.money import upper
from elevshare.rules.rides import Tariff, Usage, break_even, card_saving, usage_bill
from elevshare.schemes import find
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine import filling
from elevshare.workbook.subjects.rides import tariffs
from elevshare.workbook.subjects.rides.bills_paper import ROWS
from elevshare.workbook.subjects.rides.fees import PROBLEMS
from elevshare.workbook.subjects.rides.fees import fees as fees_of
from elevshare.workbook.subjects.sharing.plan import SharingPlan

SCHEME = find("beijing-rongsheng")
PROJECT = project_from(SCHEME, storeys="6", areas="60,60.5")
FIRST, SECOND = (tariff.fees for tariff in SCHEME.rides.tariffs)
KEYS = ("rides", "cards", "visitors", "owing", "credit")
#: A month with every case: nothing, rides, a card, ties, arrears, credit left over, both.
MONTH = {
    0: Usage(rides=99),
    1: Usage(rides=100, visitors=3),
    2: Usage(rides=120, owing=1_205),
    3: Usage(cards=2, credit=7_001),
    5: Usage(rides=31, cards=1, visitors=10, owing=1, credit=99),
    6: Usage(credit=12_345),
    7: Usage(rides=125, credit=6_250),
    11: Usage(rides=9_999, cards=99, visitors=9_999, owing=1_000_000_000),
}
RED = "用量填写无误"


@cache
def opened():
    """The finished book, opened once and typed into by one test after the other."""
    return Book(make_book(PROJECT), SharingPlan(PROJECT))


@pytest.fixture
def book():
    return opened().as_made()


#: Until when the fees of a month are to be paid.
DUE = 46_112


def type_month(book, month, year=2026, number=3):
    """Fill in the month's usage by household row, money in yuan; 0 is left blank."""
    book.parameter("usage_year", year)
    book.parameter("usage_month", number)
    book.parameter("usage_due", DUE)
    for row, usage in month.items():
        for key in KEYS:
            value = getattr(usage, key)
            money = value / 100 if key in ("owing", "credit") else value
            book.type(book.plan.usage.at(key, row), money or None)


def type_tariff(book, name, *fees):
    """Choose a tariff, and fill in the fees of the users' own one, in yuan."""
    book.parameter("ride_tariff", name)
    for key, fee in zip(tariffs.FEES, fees, strict=False):
        book.type(book.plan.tariffs.at(key, book.plan.tariffs.count - 1), fee)


def advice(tariff, usage):
    """What the hint of a household says, by the rules."""
    even = break_even(tariff)
    if usage.cards:
        return f"已办月卡 {usage.cards} 张"
    if not usage.rides or even is None:
        return ""
    if usage.rides < even:
        return "次卡合算"
    if saving := card_saving(tariff, usage.rides):
        return f"若一人乘坐，月卡可省 {saving / 100:,.2f} 元"
    return "若一人乘坐，与月卡持平"


def form(said, number):
    """Label → value of one bill."""
    found = {}
    for row in range(number * ROWS + 1, (number + 1) * ROWS + 1):
        for label, value in (("A", "B"), ("C", "D"), ("E", "F")):
            name = said.at(f"使用费单!{label}{row}")
            if name != "":
                found[name] = said.at(f"使用费单!{value}{row}")
    return found


def charged(tariff, usage):
    """Whether anything is charged: also where what was paid in advance covers it."""
    told = usage_bill(tariff, usage)
    return told.fee + told.owing > 0


def assert_month(said, month, tariff, payers_only=False):
    """Every figure of 使用费 and every bill is what the rules say."""
    usages = [month.get(row, Usage()) for row in range(len(PROJECT.flats))]
    lines = [line(tariff, usage) for usage in usages]
    assert said.errors == []
    assert shown(said) == [*lines, *[("",) * len(COLUMNS)] * (said.plan.flats - len(lines))]
    assert totals(said) == [fen(sum(amounts)) for amounts in list(zip(*lines, strict=True))[:-1]]
    pages = [form(said, number) for number in range(said.plan.flats)]
    bills = [
        bill(flat.room, tariff, usage)
        for flat, usage in zip(PROJECT.flats, usages, strict=True)
        if month and (charged(tariff, usage) or not payers_only)
    ]
    for page, expected in zip(pages, bills, strict=False):
        assert {key: page[key] for key in expected} == expected
    assert not any(value for page in pages[len(bills) :] for value in page.values())


COLUMNS = ("rides", "cards", "visitors", "ride_fee", "card_fee", "visitor_fee", "fee", "owing",
           "credit", "to_pay", "left", "advice")  # fmt: skip


def line(tariff, usage):
    """One row of 使用费 by the rules, money in yuan."""
    bill = usage_bill(tariff, usage)
    money = (bill.rides, bill.cards, bill.visitors, bill.fee, bill.owing, bill.credit,
             bill.to_pay, bill.left)  # fmt: skip
    counts = (usage.rides, usage.cards, usage.visitors)
    return (*counts, *(amount / 100 for amount in money), advice(tariff, usage))


def shown(said):
    """The rows of 使用费."""
    return list(zip(*(said.block(fees_of(said.plan), key) for key in COLUMNS), strict=True))


def totals(said):
    """The totals below them, all but the advice, in hundredths."""
    fees = fees_of(said.plan)
    cells = (f"使用费!{fees.letter(key)}{fees.last + 1}" for key in COLUMNS[:-1])
    return [fen(said.at(cell)) for cell in cells]


def bill(room, tariff, usage):
    """What a bill says by the rules."""
    counts = zip(
        ("次卡（次）", "月卡（张）", "访客（次）"),
        (usage.rides, usage.cards, usage.visitors),
        (tariff.ride, tariff.month_card, tariff.visitor),
        strict=True,
    )
    labels = ("次卡费", "月卡费", "访客费", "本月使用费", "加：以前欠", "减：预存", "本次应缴",
              "预存还剩")  # fmt: skip
    told = dict(zip(labels, line(tariff, usage)[3:-1], strict=True))
    to_pay = usage_bill(tariff, usage).to_pay
    told["本次应缴"] = told["本次应缴"] or "不用缴款"
    told["预存还剩"] = told["预存还剩"] or "没有 "
    return {
        "房号": room,
        **{label: f"{count}×{fee / 100:,.2f}" for label, count, fee in counts},
        **told,
        "金额大写": f"人民币{upper(to_pay)}" if to_pay else "本户不用缴款",
    }


# ---------------------------------------------------------------- before anything is filled in


def test_the_service_charge_is_shared_as_printed_and_nothing_is_charged_for_use(book):
    said = book.read()
    assert said.failed == []
    percent = (0, 0, 2, 2, 6, 6, 10, 10, 14, 14, 18, 18)
    assert said.dues == [part * 100_000 for part in percent] + [""] * 4
    assert_month(said, {}, FIRST)


def test_a_blank_template_waits_for_households_alone():
    one = project_from(SCHEME)
    said = Book(make_book(one), SharingPlan(one)).read()
    assert said.errors == []
    assert said.failed == ["已填住户", "有人分摊", "各户合计等于应分摊净额"]
    assert said.named("total_cost") == 100_000
    assert said.at(said.plan.costs.at("item", 0)) == "统筹服务费"
    assert said.block(fees_of(said.plan), "fee") == [""] * 40


# ---------------------------------------------------------------- a month


@pytest.mark.parametrize(("name", "tariff"), [("1、2 单元", FIRST), ("3、4 单元", SECOND)])
def test_a_month_by_each_published_tariff(book, name, tariff):
    type_month(book, MONTH)
    type_tariff(book, name)
    said = book.read()
    assert said.failed == []
    assert_month(said, MONTH, tariff)
    assert said.at(tariffs.figures(said.plan).even) == break_even(tariff)


def test_a_month_by_fees_of_ones_own(book):
    own = Tariff(33, 4_999, 0)
    type_month(book, MONTH)
    type_tariff(book, "自定", 0.33, 49.99, 0)
    said = book.read()
    assert said.failed == []
    assert_month(said, MONTH, own)


def test_the_name_fee_due_tells_the_fee_of_every_household_row():
    assert names(make_book(PROJECT))["fee_due"] == fees_of(opened().plan).all("fee")


def test_only_who_is_charged_gets_a_bill_unless_the_users_chose_otherwise(book):
    covered = {row: replace(usage, credit=999_999) for row, usage in MONTH.items() if usage.rides}
    month = {**MONTH, **dict(list(covered.items())[:1])}
    type_month(book, month)
    book.parameter("bill_scope", "不发账单")
    assert any(not usage_bill(FIRST, usage).to_pay and charged(FIRST, usage)
               for usage in month.values())  # fmt: skip
    assert_month(book.read(), month, FIRST, payers_only=True)


def test_a_spare_row_that_is_filled_in_is_charged(book):
    book.household(12, room="701", storey=6, area=50, taking="否")
    type_month(book, {12: Usage(rides=7)})
    said = book.read()
    assert said.failed == []
    assert fen(said.block(fees_of(book.plan), "fee")[12]) == 350
    assert form(said, 12)["房号"] == "701"


def test_a_bill_names_its_month_its_tariff_and_the_due_date(book):
    type_month(book, {0: Usage(rides=1)})
    book.parameter("usage_due", 46_112)
    one = form(book.read(), 0)
    assert one["账单月份"] == "2026年3月"
    assert (
        one["收费标准"]
        == "1、2 单元，次卡每人每次 0.50 元，月卡每人每月 50.00 元，访客每次 1.00 元"
    )
    assert one["截止日期"] == 46_112
    assert one["转账附言"] == "101电梯使用费2026年3月"


@pytest.mark.parametrize(
    ("fees", "words"),
    [
        ((0.5, 50, 1), "每人每月达到 100 次起与次卡持平，超过更省"),
        ((0.4, 50, 1), "每人每月达到 125 次起与次卡持平，超过更省"),
        ((0.3, 50, 1), "每人每月达到 167 次起月卡更省"),
        ((0.01, 1_000, 1), "每人每月达到 100000 次起与次卡持平，超过更省"),
        ((0, 50, 1), "次卡或月卡没有单价，不作比较"),
        ((0.5, None, 1), "次卡或月卡没有单价，不作比较"),
    ],
)
def test_from_how_many_rides_a_month_card_pays(book, fees, words):
    type_tariff(book, "自定", *fees)
    said = book.read()
    assert said.at(tariffs.figures(said.plan).noted("even")) == words
    assert said.failed == []


months = st.dictionaries(
    st.integers(0, 11),
    st.builds(
        Usage,
        st.one_of(st.integers(0, 9_999), st.sampled_from([99, 100, 101, 124, 125, 126])),
        st.sampled_from([0, 0, 0, 1, 2, 99]),
        st.integers(0, 9_999),
        st.integers(0, 1_000_000_000),
        st.integers(0, 1_000_000_000),
    ),
    max_size=12,
)
fees = st.one_of(st.integers(0, 100_000), st.sampled_from([0, 1, 40, 50, 5_000, 100_000]))


@settings(AS_FOUND, max_examples=examples(25))
@given(months, st.builds(Tariff, fees, fees, fees))
def test_any_month_by_any_fees(month, tariff):
    book = opened().as_made()
    month = {row: usage for row, usage in month.items() if usage != Usage()}
    type_month(book, month)
    type_tariff(
        book, "自定", *(fee / 100 for fee in (tariff.ride, tariff.month_card, tariff.visitor))
    )
    said = book.read()
    assert said.failed == []
    assert_month(said, month, tariff)


# ---------------------------------------------------------------- what cannot be meant


def typed(key, value):
    """Type into the fourth household's usage."""
    return lambda book: book.type(book.plan.usage.at(key, 3), value)


def fee_typed(key, value):
    """Type into the first tariff."""
    return lambda book: book.type(book.plan.tariffs.at(key, 0), value)


WRONG = {
    **{f"{key}-{value}": (typed(key, value), RED) for key in KEYS
       for value in ("三次", -1, 0.005, "10 次", 1e12)},
    **{f"{key}-half": (typed(key, 1.5), RED) for key in ("rides", "cards", "visitors")},
    "rides-10000": (typed("rides", 10_000), RED),
    "cards-100": (typed("cards", 100), RED),
    "owing-beyond-the-limit": (typed("owing", 10_000_000.01), RED),
    "a-row-without-a-household": (lambda b: b.type(b.plan.usage.at("rides", 14), 3), RED),
    "a-household-with-a-wrong-area": (lambda b: b.household(0, area="60左右"), RED),
    **{f"fee-{key}-{value}": (fee_typed(key, value), "使用费标准填写无误")
       for key in tariffs.FEES for value in ("五毛", -0.5, 0.405, 1_000.01)},
    **{f"no-fee-{key}": (fee_typed(key, None), "用到的使用费都有单价") for key in tariffs.FEES},
    "own-tariff-not-filled-in": (lambda b: type_tariff(b, "自定"), "用到的使用费都有单价"),
    "tariff-mistyped": (lambda b: type_tariff(b, "2 单元"), "分摊办法选得正确"),
    "tariff-blank": (lambda b: type_tariff(b, None), "分摊办法选得正确"),
    "no-year": (lambda b: b.parameter("usage_year", None), "使用费账单的年月已填"),
    "no-month": (lambda b: b.parameter("usage_month", None), "使用费账单的年月已填"),
    "month-13": (lambda b: b.parameter("usage_month", 13), "参数中的数字有效"),
    "month-in-words": (lambda b: b.parameter("usage_month", "三月"), "参数中的数字有效"),
    "due-date-in-words": (lambda b: b.parameter("usage_due", "月底"), "参数中的数字有效"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(book, name):
    edit, check = WRONG[name]
    type_month(book, MONTH)
    edit(book)
    said = book.read()
    assert said.errors == []
    assert check in said.failed
    assert all("草案" in said.at(f"使用费单!A{number * ROWS + 2}") for number in range(11))


@pytest.mark.parametrize("key", KEYS)
def test_what_cannot_be_meant_is_marked_and_counts_as_blank(book, key):
    type_month(book, {3: Usage(rides=10)})
    typed(key, "很多")(book)
    said = book.read()
    assert said.at(book.plan.usage.at("hint", 3)) == PROBLEMS[3 + KEYS.index(key)]
    assert fen(said.block(fees_of(book.plan), "fee")[3]) == (0 if key == "rides" else 500)


def test_usage_in_a_row_without_a_household_counts_for_nothing(book):
    type_month(book, {0: Usage(rides=2), 14: Usage(3, 2, 1, 500, 100)})
    said = book.read()
    assert said.at(book.plan.usage.at("hint", 14)) == PROBLEMS[2]
    assert totals(said) == totals_of({0: Usage(rides=2)})


def totals_of(month):
    """The totals of a month by the first tariff."""
    lines = [line(FIRST, usage)[:-1] for usage in month.values()]
    return [fen(sum(amounts)) for amounts in zip(*lines, strict=True)]


def test_a_wrong_fee_is_marked_beside_it(book):
    fee_typed("card", "五十")(book)
    assert "←" in book.read().at(book.plan.tariffs.at("hint", 0))


def test_a_number_pasted_as_text_counts(book):
    type_month(book, {})
    typed("rides", "12")(book)
    said = book.read()
    assert said.failed == []
    assert fen(said.block(fees_of(book.plan), "fee")[3]) == 600


# ---------------------------------------------------------------- other engines


@pytest.fixture(scope="module")
def filled():
    """The file of a filled book without cached values, and with them."""
    book = opened().as_made()
    type_month(book, MONTH)
    type_tariff(book, "3、4 单元")
    data = with_inputs(draft(book.plan), book.typed)
    return data, cached(filling.filled(data))


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    (found,) = libreoffice([path], tmp_path)
    assert differences(stored, found, formula_cells(data)) == []


@pytest.mark.sampled(0)
def test_the_package_formulas_agrees_on_the_fees_and_the_break_even(filled, tmp_path):
    data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    plan = opened().plan
    rows = [fees_of(plan).first + row for row in (2, 3)]
    cells = [("使用费", f"{fees_of(plan).letter(key)}{row}") for row in rows
             for key in ("fee", "to_pay", "left", "upper")]  # fmt: skip
    cells += [("使用费", "E8"), ("使用费", "F8")]
    found = formulas_values(formulas_model(path, cells))
    assert differences(stored, found, cells) == []
