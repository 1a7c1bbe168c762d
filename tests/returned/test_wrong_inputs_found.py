"""What cannot be meant is found, with its sheet and cell; all of it, not only the first."""

from __future__ import annotations

import pytest
import returning
import test_any_life
import test_wrong_inputs
from buildings import NONE
from edits import both, household, parameter
from following import base_book
from leases import lease, template
from returning import amounts, assert_agrees, cell_of, filled, returned

from elevshare.errors import InputError
from elevshare.opened import Cell
from elevshare.returned import project_of, read_back
from elevshare.workbook.subjects.cash import places as cashbook
from elevshare.workbook.subjects.ledger import payments as ledger
from elevshare.workbook.subjects.settlement import items as settled
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: Wrong inputs of the book's own tests that stand in a cell, by that cell; a row that does not
#: count is still in the sums of its storey in the book, and only there.
CELLS = {
    "relief-above-the-due": "住户!H11",
    "relief-of-one-who-pays-nothing": "住户!H5",
    "fund-above-the-due": "住户!I11",
    "fund-of-one-who-pays-nothing": "住户!I5",
    "area-in-words": "住户!D11", "area-blank": "住户!D11", "area-zero": "住户!D11",
    "area-negative": "住户!D11", "area-too-large": "住户!D11", "storey-zero": "住户!C11",
    "storey-half": "住户!C11", "storey-in-words": "住户!C11", "storey-blank": "住户!C11",
    "storey-beyond-the-building": "住户!C11", "room-blank": "住户!B11",
    "room-twice": "住户!B9 住户!B11", "room-twice-as-number": "住户!B9 住户!B11",
    "room-twice-with-a-blank": "住户!B9 住户!B11", "room-made-a-date": "住户!B11",
    "taking-blank": "住户!F11", "taking-in-other-words": "住户!F11",
    "fewer-storeys-than-flats-have": "住户!C13 住户!C14", "cost-negative": "参数!B13",
    "cost-below-zero": "参数!B12", "cost-finer-than-a-fen": "参数!B12", "cost-tiny": "参数!B12",
    "costs-finer-than-a-fen-that-sum-to-one": "参数!B12 参数!B13", "cost-absurd": "参数!B12",
    "cost-beyond-all-bounds": "参数!B12", "subsidy-negative": "参数!B25",
    "subsidy-mode-mistyped": "参数!B24", "compensation-negative": "参数!B33",
    "coefficient-with-five-decimals": "参数!B46", "coefficient-negative": "参数!B47",
    "coefficients-whose-fifth-decimals-make-up": "参数!B46 参数!B47",
    "coefficient-absurd": "参数!B47", "unit-mistyped": "参数!B40", "unit-blank": "参数!B40",
    "form-mistyped": "参数!B36", "within-mistyped": "参数!B37", "opt-out-mistyped": "参数!B38",
    "instalments-and-a-half": "参数!B56", "instalment-zero": "参数!B57",
}  # fmt: skip
#: A row that does not count is still part of its storey's area in the book, not for the rules.
OUT = ("room-blank", "room-twice", "room-twice-as-number", "room-twice-with-a-blank", "room-made-a-date", "taking-blank", "taking-in-other-words",
       "area-negative", "area-too-large")  # fmt: skip


def found_in(book):
    return [f"{one.sheet}!{one.cell}" for one in returning.read(book).findings]


@pytest.mark.parametrize("name", test_wrong_inputs.WRONG)
def test_a_wrong_input_is_found_in_its_cell_and_counts_as_in_the_book(name):
    book = base_book(NONE).as_made()
    test_wrong_inputs.WRONG[name][0](book)
    assert found_in(book) == CELLS.get(name, "").split()
    try:
        amounts(book)
    except InputError:
        assert book.read().failed
        return
    if name not in OUT:
        assert_agrees(book)


@pytest.mark.parametrize("key", test_wrong_inputs.numbers(SharingPlan(test_wrong_inputs.BASE)))
def test_a_text_in_place_of_a_number_is_found_and_counts_as_in_the_book(key):
    book = base_book(NONE).as_made()
    address = test_wrong_inputs.numbers(book.plan)[key]
    book.type(address, "待定")
    assert address.replace("$", "") in found_in(book)
    assert_agrees(book)


def test_a_text_that_is_a_number_counts_as_the_number():
    book = base_book(NONE).as_made()
    both(household(6, room=401, storey="4", area=" 61.03 ", relief="100.5"),
         parameter("compensation", "3e3"), parameter("expected_on", "2026-12-31"))(book)  # fmt: skip
    found = returning.read(book)
    assert found.findings == ()
    flat = found.project.flats[6]
    assert (flat.room, flat.storey, flat.area) == ("401", 4, 6_103)
    assert found.entries.standings[6].relief == 10_050
    assert found.project.subsidy.expected_on == "2026-12-31"
    assert_agrees(book)


def test_a_number_that_programs_read_differently_counts_and_is_told():
    book = base_book(NONE).as_made()
    book.cost(0, "612,345.67")
    found = returning.read(book)
    assert found.project.cost == 61_234_567
    assert [one.what for one in found.findings] == [
        "费用金额「612,345.67」是带逗号的文字，各软件读法不同"
    ]


def test_all_that_is_wrong_is_told_at_once():
    book = base_book(NONE).as_made()
    both(household(6, area="80左右"), household(7, storey="4跃5"), parameter("unit", "块"))(book)
    with pytest.raises(InputError) as error:
        project_of(returned(book))
    assert str(error.value).splitlines() == [
        "退回.xlsx 工作表「参数」B40：“计算单位”「块」不在可选之中。请选：分、角、元、百元。",
        "退回.xlsx 工作表「住户」D11：建筑面积「80左右」不是数字。请填 0.01 到 9999.99 之间的数，不写单位。",
        "退回.xlsx 工作表「住户」C12：楼层「4跃5」不是数字。请填 1 到 5 之间的数，不写单位。",
    ]


@pytest.mark.parametrize(
    ("cell", "what"),
    [(Cell(None, "#REF!", "e", 0), "费用金额显示错误值 #REF!"),
     (Cell("A1+1", None, "n", 0), "费用金额是公式，没有存下算出的值"),
     (cell_of(True), None), (Cell("300000*2", 600_000, "n", 0), None), (cell_of(1e-30), None),
     (cell_of("1e999999999"), "费用金额「1e999999999」不在允许的范围内")],
    ids=str,
)  # fmt: skip
def test_what_a_cell_can_hold_besides_numbers_and_texts(cell, what):
    book = returned(base_book(NONE).as_made())
    book.sheet("参数").cells[12, 2] = cell
    assert [one.what for one in read_back(book).findings] == ([what] if what else [])


def test_dates_that_count_from_1904_are_the_same_days():
    book = base_book(NONE).as_made()
    book.parameter("due_date", 46_082 - 1462)
    book = returned(book)
    book.from_1904 = True
    assert read_back(book).project.papers.due_date == "2026-03-01"


def life():
    return test_any_life.opened().as_made()


def row_of(block, row, **values):
    """An edit that types a row of a table."""

    def edit(book):
        for key, value in values.items():
            book.type(block(book.plan).at(key, row), value)

    return edit


PAID = {"day": 46_100, "room": "401", "side": "收款", "amount": 100, "method": "转账"}
CAME = {"level": "市级", "arrived_on": 46_100, "arrived": 100}
#: What is typed into registers and 专项, and the column (or single input) in which it is found.
REGISTERS = {
    "no-such-room": (ledger.typed, {**PAID, "room": "909"}, "room"),
    "no-day": (ledger.typed, {**PAID, "day": None}, "day"),
    "no-side": (ledger.typed, {**PAID, "side": None}, "side"),
    "refund-below-0": (ledger.typed, {**PAID, "side": "退款", "amount": -5}, "amount"),
    "nothing-paid": (ledger.typed, {**PAID, "amount": None}, "amount"),
    "side": (ledger.typed, {**PAID, "side": "还款"}, "side"),
    "no-level": (cashbook.grants, {**CAME, "level": None}, "level"),
    "no-arrival": (cashbook.grants, {**CAME, "arrived_on": None}, "arrived"),
    "early": (cashbook.grants, {**CAME, "applied_on": 46_101}, "arrived_on"),
    "more": (cashbook.grants, {**CAME, "approved": 99}, "arrived"),
    "arrived-in-words": (cashbook.grants, {**CAME, "arrived": "一百元"}, "arrived"),
    "actual": (settled.typed, {"yuan": "约五万"}, "yuan"),
}  # fmt: skip


@pytest.mark.parametrize("name", REGISTERS)
def test_a_wrong_row_of_a_register_is_found_and_counts_nothing(name):
    block, values, column = REGISTERS[name]
    book = life()
    row_of(block, 2, **values)(book)
    assert found_in(book) == [block(book.plan).at(column, 2).replace("$", "")]
    entries = returning.read(book).entries
    assert (entries.payments, entries.arrivals) == ((), ())


def test_what_was_used_in_a_row_without_a_household_is_found():
    book = filled("prepaid").as_made()
    plan = book.plan
    for key, row, value in (("rides", 13, 5), ("cards", 2, "两张"), ("visitors", 3, 1.5)):
        book.type(plan.usage.at(key, row), value)
    cells = {
        plan.usage.at(*at).replace("$", "") for at in (("rides", 13), ("cards", 2), ("visitors", 3))
    }
    assert set(found_in(book)) == cells


def test_what_is_wrong_in_a_lease_book():
    book = template("beijing-yanyuan")
    book.fill(lease("beijing-yanyuan", 5, 3))
    book.type(book.plan.fees.at("own", 2), "免费")
    book.type(book.plan.sizes.at("t1", 0), None)
    book.parameter("period_no", 13)
    book.household(4, arrears="五元")
    at = (book.plan.parameter("period_no"), book.plan.sizes.at("t1", 0),
          book.plan.fees.at("own", 2), book.plan.households.at("arrears", 4))  # fmt: skip
    assert found_in(book) == [address.replace("$", "") for address in at]
    book.as_made()


def test_a_room_with_blanks_around_it_is_the_room():
    """In 住户, and where payments name it, by hand or from the list of rooms as typed."""
    book = life()
    first = book.plan.households.at("room", 6)
    book.type(first, "401\u3000\n")
    row_of(ledger.typed, 2, **PAID | {"room": " 401"})(book)
    assert found_in(book) == []
    assert [one.room for one in returning.read(book).entries.payments] == ["401"]
    assert_agrees(book)
