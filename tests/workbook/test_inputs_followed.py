"""Open a book anywhere, change any input, and every figure follows, to the fen, with no Python.

Each test types into the input cells of a finished book, as a user or a program does, lets an
engine recompute it, and holds what the book then says against the rules.
"""

import io
from dataclasses import replace

import formualizer
import openpyxl
import pytest
from buildings import ODD_AREAS
from editing import place
from engines import cached, differences, formula_cells
from following import (
    BASE,
    BLANK,
    METHODS,
    assert_follows,
    bills,
    costs,
    with_amount,
    with_flat,
)

from elevshare.money import UNITS
from elevshare.project import assess
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.inputs import NO_PAPER


def test_a_new_book_needs_no_change_to_be_of_its_own_project(book):
    book.turn_into(BASE)
    assert book.typed == book.confirmed
    assert_follows(book, BASE)


@pytest.mark.parametrize(
    "amounts",
    [(1,), (7,), (99,), (60_000_000,), (999_999_999,), (1_000_000_000,),
     (12_345_678, 1, 10, 30_000_001), (3_333_333,) * 10],
    ids=str,
)  # fmt: skip
def test_cost(book, amounts):
    changed = replace(BASE, costs=costs(*amounts))
    book.turn_into(changed)
    assert_follows(book, changed)


def test_a_cost_typed_into_the_cells_that_the_name_tells(book):
    book.cost(0, 400_000.05)
    book.cost(9, 0.02)
    assert_follows(book, replace(BASE, costs=costs(40_000_005, 2)))


def test_a_cost_of_zero_leaves_nothing_to_pay_and_is_told(book):
    book.cost(0, 0)
    assert_follows(book, replace(BASE, costs=costs(0)), red=["已填建设费用"])


@pytest.mark.parametrize("storey", [1, 2, 3, 4, 5])
def test_each_coefficient(book, storey):
    for weight in (1, 12_345, 10_000_000, 0, 5_000):
        book.coefficient(storey, weight / 10_000)
        assert_follows(book, replace(BASE, weights={storey: weight}))


def test_a_blank_coefficient_counts_as_zero_and_is_told(book):
    book.coefficient(4, None)
    assert_follows(book, replace(BASE, weights={4: None}), red=["有住户的楼层系数已填"])
    assert book.read().at(book.plan.coefficients.at("hint", 3)) == "← 待填"


def test_a_changed_coefficient_is_said_to_be_changed_on_the_sheet_of_sources(book):
    book.coefficient(4, 1.35)
    said = book.read()
    rows = [row for (sheet, cell), row in said.values.items() if sheet == "来源" and cell[0] == "D"]
    assert rows.count("已改动") == 1


@pytest.mark.parametrize("method", METHODS, ids=lambda m: f"{m.form}-{m.within}-{m.opt_out}")
def test_each_method_in_each_unit(book, method):
    for unit in UNITS:
        changed = replace(BASE, method=method, unit=unit)
        book.turn_into(changed)
        assert_follows(book, changed)


@pytest.mark.parametrize(("unit", "base"), [("分", 1), ("角", 10), ("元", 100), ("百元", 10_000)])
def test_every_amount_but_one_is_whole_in_the_unit(book, unit, base):
    book.parameter("unit", unit)
    dues = [due for due in book.read().dues if due != ""]
    assert sum(due % base > 0 for due in dues) <= 1


@pytest.mark.parametrize("row", [0, 4, 5, 9])
def test_each_input_of_a_flat(book, row):
    for changes in ({"area": 1}, {"area": 999_999}, {"storey": 3}, {"taking_part": False},
                    {"taking_part": True}, {"room": "3-1 东"}):  # fmt: skip
        changed = with_flat(row, **changes)
        book.turn_into(changed)
        assert_follows(book, changed)


def test_a_household_added_in_a_spare_row(book):
    changed = replace(BASE, flats=(*BASE.flats, Flat("阁楼", 5, 4_321)))
    book.turn_into(changed)
    assert len(book.typed) == 4 + len(book.confirmed)
    assert_follows(book, changed)


def test_the_last_spare_row_counts_though_the_rows_before_it_are_empty(book):
    changed = replace(BASE, flats=(*BASE.flats, Flat("阁楼", 5, 4_321)))
    rows = [*range(10), book.plan.flats - 1]
    book.turn_into(changed, rows)
    assert_follows(book, changed, rows)


@pytest.mark.parametrize("gone", [0, 4, 6])
def test_a_household_blanked_in_the_middle(book, gone):
    book.household(gone, room=None, storey=None, area=None, taking=None)
    rows = [row for row in range(10) if row != gone]
    left = replace(BASE, flats=tuple(BASE.flats[row] for row in rows))
    # The name of the owner stays behind: it is no household by itself.
    assert_follows(book, left, rows)


def test_a_book_of_two_households_where_there_were_ten(book):
    changed = replace(BASE, flats=BASE.flats[6:8])
    book.turn_into(changed)
    assert_follows(book, changed)


def test_a_book_with_all_households_blanked_shows_no_amount_and_says_so(book):
    for row in range(10):
        book.household(row, room=None, storey=None, area=None, taking=None)
    said = book.read()
    assert said.errors == said.bills == []
    assert set(said.dues) == {""}
    assert {"已填住户", "有人分摊"} <= set(said.failed)


# --- the blank template ----------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 12, 40])
@pytest.mark.parametrize("typed", ["as-numbers", "as-text"])
def test_a_blank_template_filled_in(template, count, typed):
    flats = tuple(
        Flat(f"{1 + i // 4}{1 + i % 4:02}", 1 + i // 4, ODD_AREAS[i % 4] + i, taking_part=i % 7 < 6)
        for i in range(count)
    )
    filled = replace(BLANK, flats=flats, storeys=12, costs=costs(45_678_901))
    if count == 1:
        filled = replace(filled, flats=(Flat("301", 3, 8_000),))
    template.turn_into(filled)
    for row, flat in enumerate(filled.flats):
        if typed == "as-text":
            template.household(row, storey=str(flat.storey), area=f"{flat.area / 100}")
        else:
            template.household(row, room=int(flat.room))
    assert_follows(template, filled)


def test_a_blank_template_says_that_nothing_is_filled_in(template):
    said = template.read()
    assert said.errors == said.bills == []
    assert set(said.dues) == {""}
    assert said.named("net_cost") == said.named("total_cost") == 0
    assert {"已填建设费用", "已填住户", "有人分摊"} <= set(said.failed)


def test_a_filled_template_says_the_same_as_a_book_made_of_the_project(template, book):
    template.turn_into(BASE)
    one = template.read()
    other = book.read()
    assert one.dues[:10] == other.dues[:10]
    assert bills(one) == bills(other)
    assert [bill["本户怎么算"] for bill in one.bills] == [
        bill["本户怎么算"] for bill in other.bills
    ]


# --- the file itself -------------------------------------------------------------------------


def test_a_program_fills_the_template_through_the_names_and_reads_the_amounts():
    file = openpyxl.load_workbook(io.BytesIO(make_book(BLANK)))

    def cells(name):
        sheet, area = place(file.defined_names[name].attr_text)
        return [row[0] for row in file[sheet][area]]

    for row, flat in enumerate(BASE.flats):
        values = (flat.room, flat.storey, flat.area / 100, "是" if flat.taking_part else "否")
        names = ("room_no", "storey", "floor_area", "taking_part")
        for name, value in zip(names, values, strict=True):
            cells(name)[row].value = value
    cells("cost_items")[0].value = BASE.cost / 100
    buffer = io.BytesIO()
    file.save(buffer)
    values = cached(formualizer.recalculate_xlsx_bytes(buffer.getvalue())["bytes"])
    dues = [values.get(("分摊", cell.coordinate), "") for cell in cells("amount_due")]
    assert dues == [due / 100 for due in assess(BASE).dues] + [""] * 30
    assert values[place(file.defined_names["failed_checks"].attr_text)] == 0


def test_a_book_in_which_all_was_changed_is_the_book_made_of_that_project(book):
    changed = replace(
        with_amount(12_345_678, compensation=1_000_001, unit="元"),
        method=Method(SplitForm.WHOLE, Within.AREA, OptOut.FLOOR),
        costs=costs(23_456_789, 34_567_890),
        weights={1: 1_000, 2: 2_345, 5: 33_333},
        flats=tuple(
            replace(flat, area=flat.area + 7 * i, taking_part=i != 3, owner=flat.owner)
            for i, flat in enumerate(BASE.flats)
        ),
    )
    book.turn_into(changed)
    book.parameter("bill_scope", NO_PAPER)
    file = make_book(changed)
    assert differences(book.values(), cached(file), formula_cells(file)) == []
