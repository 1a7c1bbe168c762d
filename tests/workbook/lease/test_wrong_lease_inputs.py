"""Type something wrong: the right check fails, no error value appears, nothing else moves."""

import pytest
from leases import assert_follows, lease

from elevshare.rules.lease import LeasePeriod
from elevshare.workbook.field import Field
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.sheets.bills import layout

BASE = lease("beijing-yanyuan", 6, 2, period=LeasePeriod.QUARTER, number=2)
PLAN = LeasePlan(BASE)
ROWS_RIGHT, NUMBERS, TERM = "住户各行填写无误", "参数中的数字有效", "收费的月份填写正确"
FEES, SIZES, CHOICES = (
    "收费标准是 0 或正数，最多两位小数",
    "收费表的层数户数填写无误",
    "下拉选项选得正确",
)


@pytest.fixture
def book(blank):
    """A template filled with BASE."""
    found = blank("beijing-yanyuan")
    found.fill(BASE)
    return found


def household(row, **inputs):
    return lambda book: book.household(row, **inputs)


def parameter(**inputs):
    def edit(book):
        for key, value in inputs.items():
            book.parameter(key, value)

    return edit


def fee(key, storey, value):
    return lambda book: book.type(book.plan.fees.at(key, storey - 1), value)


def size(key, line, value):
    return lambda book: book.type(book.plan.sizes.at(key, line), value)


#: What is typed, and the check that must say so.
WRONG = {
    "area-in-words": (household(6, area="80左右"), ROWS_RIGHT),
    "storey-in-words": (household(6, storey="4跃5"), ROWS_RIGHT),
    "storey-beyond-the-building": (
        lambda b: (b.parameter("storeys", 6), b.household(6, storey=7)),
        ROWS_RIGHT,
    ),
    "room-twice": (household(6, room="301"), ROWS_RIGHT),
    "taking-blank": (household(6, taking=None), ROWS_RIGHT),
    "arrears-in-words": (household(6, arrears="两个月"), ROWS_RIGHT),
    "arrears-negative": (household(6, arrears=-1), ROWS_RIGHT),
    "paid-finer-than-a-fen": (household(6, paid=0.005), ROWS_RIGHT),
    "relief-absurd": (household(6, relief=1e9), ROWS_RIGHT),
    "relief-above-the-fee": (household(6, relief=540.01), "减免不超过费用加欠费"),
    "quarter-5": (parameter(period_no=5), TERM),
    "quarter-0": (parameter(period_no=0), NUMBERS),
    "quarter-in-words": (parameter(period_no="二"), NUMBERS),
    "year-2": (parameter(period="按年"), TERM),
    "months-backwards": (parameter(period="自选月份", from_month=5, to_month=3), TERM),
    "month-13": (parameter(to_month=13), NUMBERS),
    "period-mistyped": (parameter(period="季度"), CHOICES),
    "charge-mistyped": (parameter(charge="月"), CHOICES),
    "scope-mistyped": (parameter(bill_scope="都发"), CHOICES),
    "start-no-day": (parameter(year_start="一月"), NUMBERS),
    "start-as-a-number": (parameter(year_start=20270101), NUMBERS),
    "landing-too-small": (parameter(landing=1), "各层户数不超过一梯户数"),
    "fee-in-words": (fee("t1", 4, "面议"), FEES),
    "fee-negative": (fee("t1", 4, -1), FEES),
    "fee-of-a-table-not-used": (fee("t4", 2, "面议"), FEES),
    "fee-finer-than-a-fen": (fee("t1", 4, 180.005), FEES),
    "fee-absurd": (fee("own", 4, 100_000.01), FEES),
    "fee-blank": (fee("t1", 4, None), "有住户的楼层都有收费标准"),
    "own-in-words": (fee("own", 4, "面议"), FEES),
    "size-in-words": (size("t2", 0, "六"), SIZES),
    "size-half-blank": (size("t2", 1, None), SIZES),
    "size-twice": (size("t2", 1, 2), SIZES),
    "size-and-a-half": (size("t2", 0, 5.5), SIZES),
    "nobody": (lambda b: [b.household(row, taking="否") for row in range(12)], "有人交费"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_fails_the_right_check_and_makes_no_error_value(book, name):
    edit, check = WRONG[name]
    edit(book)
    said = book.read()
    assert said.errors == []
    assert check in said.failed
    rows = len(layout(book.plan).rows)
    drafts = [said.at(f"收费单!A{page * rows + 2}") for page in range(len(said.bills))]
    assert all("草案" in line for line in [*drafts, said.at("收费!A2")])


def test_a_wrong_input_put_right_leaves_no_trace(book):
    for edit in (fee("t1", 4, "面议"), household(6, arrears="两个月"), size("t2", 0, "六")):
        edit(book)
    book.read()
    book.fill(BASE)
    assert_follows(book, BASE)


def test_a_wrong_amount_counts_as_none_and_its_row_still_pays(book):
    book.household(6, arrears="两个月")
    said = book.read()
    assert said.at(book.plan.households.at("hint", 6)) == "欠费「两个月」：只填数字，最多两位小数"
    assert said.dues[6] == said.fees[6] == 54_000


def test_a_wrong_fee_is_marked_beside_it(book):
    fee("t1", 4, "面议")(book)
    assert book.read().at(book.plan.fees.at("hint", 3)) == "← 应填 0 或正数，最多两位小数"


def inputs(plan):
    """Name → address of every single input and one of each other kind."""
    return {
        **{field.key: plan.parameter(field.key) for field in plan.fields},
        **{
            key: plan.households.at(key, 6)
            for key in plan.households.columns
            if key not in ("n", "hint")
        },
        "size": plan.sizes.at("t1", 0),
        "fee": plan.fees.at("t1", 3),
        "own": plan.fees.at("own", 3),
    }


@pytest.mark.parametrize("value", ["待定", "", -1, 1e12, 0.001, True])
def test_nothing_that_is_typed_makes_an_error_value(book, value):
    for address in inputs(book.plan).values():
        book.type(address, value)
        assert book.read().errors == []


@pytest.mark.parametrize("key", [key for key in inputs(PLAN) if key not in ("remark", "owner")])
def test_a_text_that_cannot_be_meant_is_told(book, key):
    texts = {field.key for field in PLAN.fields if free(field)} - {"account"} | {"room"}
    book.type(inputs(book.plan)[key], "待定")
    assert bool(book.read().failed) == (key not in texts)


def free(field: Field) -> bool:
    """Whether any text may be filled in."""
    return field.kind == "text" and not field.choices
