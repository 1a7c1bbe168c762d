import io
import re
import zipfile

import openpyxl
import pytest
from papers import FULL_PLAN, FULL_PROJECT, LEASE_PLAN, OWNERS, PLAN, book, full, lease, typed

from elevshare.errors import InputError
from elevshare.printing.forms import PaperForm, a_page, forms_of
from elevshare.workbook.lease.sheets.bills import layout as lease_layout
from elevshare.workbook.papers.bill import FULL, half
from elevshare.workbook.papers.bill import full as full_page
from elevshare.workbook.subjects.upkeep.bills_paper import ROWS as UPKEEP_ROWS

ROWS = len(FULL.rows)


def in_use(rows, households, rooms):
    """Forms of so many rows from the top on."""
    return [
        PaperForm(n * rows + 1, (n + 1) * rows, household, room)
        for n, (household, room) in enumerate(zip(households, rooms, strict=True))
    ]


def edited(data, pattern, new, part="xl/styles.xml"):
    """A book's file with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as target:
        for name in old.namelist():
            text = old.read(name)
            target.writestr(name, re.sub(pattern, new, text) if name == part else text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("title", "rows", "on_a_page"), [("账单", ROWS, 1), ("运维账单", UPKEEP_ROWS, 3)]
)
def test_the_forms_in_use_are_found_and_no_others(sheet_of, title, rows, on_a_page):
    found = sheet_of(book(), title)
    assert forms_of(found) == in_use(rows, (1, 2, 3), OWNERS)
    assert a_page(found) == on_a_page


def test_half_pages_and_rows_without_a_bill(sheet_of):
    found = sheet_of(lease(), "收费单")
    rooms = [f"{storey}0{n}" for storey in range(2, 6) for n in (1, 2)]
    assert forms_of(found) == in_use(len(lease_layout(LEASE_PLAN).rows), range(3, 11), rooms)
    assert a_page(found) == 2


def test_styles_may_lose_their_names(sheet_of):
    """LibreOffice saves a book so."""
    nameless = edited(book(), '<cellStyle name="单据'.encode(), '<cellStyle name="样式'.encode())
    found = sheet_of(nameless, "账单")
    assert found["D3"].style != "单据-户"
    assert [form.room for form in forms_of(found)] == [*OWNERS]


def test_a_room_typed_as_a_number_is_read_as_it_is_shown(sheet_of):
    data = typed(book(), {PLAN.households.at("room", 1): 402})
    assert [form.room for form in forms_of(sheet_of(data, "账单"))] == ["1/2", "402", "101."]


def test_bills_of_half_a_page(sheet_of):
    found = sheet_of(full(), "账单")
    assert forms_of(found) == in_use(len(half(FULL_PLAN).rows), range(2, 5), OWNERS)
    assert a_page(found) == 2


def test_receipts_are_known_by_their_room(sheet_of):
    found = sheet_of(full(), "收据")
    assert [(form.household, form.room) for form in forms_of(found)] == [
        (0, "CON"), (0, "1/2"), (0, "CON")
    ]  # fmt: skip
    assert a_page(found) == 3


def test_a_paper_that_names_no_room_alone_is_known_by_its_household(sheet_of):
    found, rooms = sheet_of(full(), "公积金证明"), [flat.room for flat in FULL_PROJECT.flats]
    assert [form.room for form in forms_of(found, rooms)] == [*OWNERS]
    with pytest.raises(InputError, match=r"^「公积金证明」第 1 行：单据上没有房号，不能按户打印"):
        forms_of(found)


def test_a_single_form_is_as_long_as_what_is_printed(sheet_of):
    found = sheet_of(typed(full(), {"单户!G1": "CON"}), "单户")
    assert forms_of(found) == [PaperForm(1, len(full_page(FULL_PLAN).rows), 3, "CON")]
    assert forms_of(sheet_of(full(), "单户")) == []


def test_every_paper_of_a_full_book_is_found(sheet_of):
    vouchers = sheet_of(full(), "补偿凭证")
    assert [(form.household, form.room) for form in forms_of(vouchers)] == [(1, "101")]
    assert [form.room for form in forms_of(sheet_of(full(), "运维账单"))] == [*OWNERS]
    for title in ("公示", "参数", "台账", "校验"):
        assert forms_of(sheet_of(full(), title)) == []


def test_sheets_without_forms_have_none(sheet_of):
    assert forms_of(sheet_of(book(), "住户")) == []
    assert forms_of(sheet_of(typed(lease(), _rooms(None)), "收费单")) == []


def test_an_error_value_is_not_printed(sheet_of):
    found = sheet_of(book(), "账单")
    found.cell(ROWS + 9, 2).value = "#REF!"
    with pytest.raises(InputError, match=f"^「账单」B{ROWS + 9}：是错误值 #REF!。请检查是否删除"):
        forms_of(found)


def test_a_form_that_is_nobodys_is_not_printed(sheet_of):
    found = sheet_of(book(), "账单")
    found["A6"] = "户主"
    with pytest.raises(InputError, match=r"^「账单」第 1 行：单据上没有房号"):
        forms_of(found)


def test_without_page_breaks_all_forms_are_on_one_page():
    empty = openpyxl.Workbook().active
    assert (forms_of(empty), a_page(empty)) == ([], 1)


def _rooms(room):
    return {LEASE_PLAN.households.at("room", row): room for row in range(LEASE_PLAN.flats)}
