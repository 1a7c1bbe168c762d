"""What a defined name of a book stands for, however a program has written it."""

import pytest
from handmade import book, relations, workbook

from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.opened.areas import Area
from elevshare.opened.relations import pointers
from elevshare.opened.relations import relations as relations_of

SHEETS = '<sheet name="住户" sheetId="1" r:id="rId1"/>'


def named(address, asked="room_no", sheet="住户", name="room_no"):
    more = f'<definedNames><definedName name="{name}">{address}</definedName></definedNames>'
    sheets = SHEETS.replace("住户", sheet)
    return opened(book(workbook=workbook(sheets, more)), "簿.xlsx").named(asked)


@pytest.mark.parametrize(
    "address", ["住户!$B$5:$B$9", "'住户'!$B$5:$B$9", "=住户!B5:B9", "住户!$B$9:$B$5", "住户!b5:b9"]
)
def test_an_address_in_any_spelling(address):
    found = named(address)
    assert (found.sheet.title, found.area) == ("住户", Area(5, 9, 2, 2))


def test_one_cell_and_a_title_with_a_quote():
    found = named("'A''B'!$C$1", sheet="A'B")
    assert (found.sheet.title, found.area.first, found.area.size) == ("A'B", (1, 3), 1)


def test_capitals_in_a_name_make_no_difference():
    assert named("住户!$B$5", asked="ROOM_no", name="Room_No").area.first == (5, 2)


@pytest.mark.parametrize(
    "address",
    ["", "#REF!", "住户!#REF!", "没有!$B$5", "$B$5", "住户!$B:$B", "住户!$5:$9", "住户!$XFE$1",
     "住户!$A$0", "住户!$A$1,住户!$A$3", "SUM(住户!$A$1)", "[1]住户!$A$1", "1.5"],
)  # fmt: skip
def test_what_names_no_cells_of_one_sheet(address):
    assert named(address) is None


def test_a_name_that_is_not_there():
    assert named("住户!$B$5", asked="storey") is None


def test_targets_are_written_in_code_inside_the_file_only():
    inside = relations(
        ("worksheet", "worksheets/sheet%31.xml"), ("styles", "/xl/styles.xml"),
        ("sharedStrings", "../xl/sharedStrings.xml"),
    )  # fmt: skip
    one = opened(book(rels=inside), "簿.xlsx")
    assert [found.target for found in pointers(one.package, "xl/workbook.xml")] == [
        "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
    ]  # fmt: skip


def test_one_name_for_two_parts_is_refused():
    parts = relations(("officeDocument", "xl/workbook.xml"), ("officeDocument", "xl/other.xml"))
    with pytest.raises(InputError, match="已损坏"):
        opened(book(root=parts.replace("rId2", "rId1")), "簿.xlsx")


def test_what_leads_outside_is_told_and_never_read():
    outside = relations(("hyperlink", "http://example.com/%31"), mode=' TargetMode="External"')
    parts = relations(("officeDocument", "xl/workbook.xml"))
    link = outside.partition("<Relationship ")[2].partition("/>")[0].replace("rId1", "rId2")
    root = parts.replace("</Relationships>", f"<Relationship {link}/></Relationships>")
    one = opened(book(root=root), "簿.xlsx")
    assert [found.target for found in relations_of(one.package, "")] == ["xl/workbook.xml"]
    (found,) = (found for found in pointers(one.package, "") if found.outside)
    assert (found.kind, found.target) == ("hyperlink", "http://example.com/%31")
