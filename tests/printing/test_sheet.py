import io
import zipfile

import openpyxl
import pytest
from papers import OWNERS, PLAN, book, typed

from elevshare.printing.forms import forms_of, pages_of
from elevshare.printing.sheet import Writer
from elevshare.workbook.style import BARE, edge

LOOKS = ("value", "number_format", "font", "fill", "alignment")
SIDES = ("left", "right", "top", "bottom")


#: The frame that a paper's style has on a form in use: its sides.
FRAMES = {
    "box": ["thin"] * 4,
    "band": ["thin"] * 4,
    "cut": [None, None, "dashed", None],
    "": [None] * 4,
}


def looks(cell, names):
    return [repr(getattr(cell, x)) for x in names]


def frame(cell):
    sides = [getattr(cell.border, side) for side in SIDES]
    return [side and side.style for side in sides]


def written(sheet, pages, title="标题"):
    data = Writer(sheet).workbook(pages, title)
    return data, openpyxl.load_workbook(io.BytesIO(data))


def assert_same(sheet, form, copy, start):
    """Every printed cell of a form looks as it does in the book, and so do its rows."""
    for row in range(form.first, form.last + 1):
        down = start + row - form.first
        assert copy.row_dimensions[down].height == sheet.row_dimensions[row].height
        for column in range(1, copy.max_column + 1):
            one, other = sheet.cell(row, column), copy.cell(down, column)
            styled = row != form.first + 1 and BARE in one.style
            kind = edge(one.style.removesuffix(BARE)) if styled else ""
            same = [name for name in LOOKS if (name, kind) != ("fill", "band")]
            assert looks(one, same) == looks(other, same)
            if kind == "band":
                assert other.fill.fgColor.rgb.endswith("EDEDED")
            if BARE not in one.style:
                continue  # the further cells of merged ones
            assert frame(other) == FRAMES[kind], (row, column)


@pytest.mark.parametrize("title", ["账单", "运维账单"])
def test_a_households_workbook_is_its_form_and_nothing_else(sheet_of, title):
    sheet = sheet_of(book(), title)
    for form in forms_of(sheet):
        data, copy = written(sheet, [[form]])
        (only,) = copy.worksheets
        rows = form.last - form.first + 1
        assert only.dimensions == only.print_area.replace("$", "").partition("!")[2]
        assert only.max_row == rows and only.title == title
        assert_same(sheet, form, only, 1)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "".join(archive.read(name).decode() for name in archive.namelist())
        others = {word for pair in OWNERS.items() if form.room not in pair for word in pair}
        assert OWNERS[form.room] in text
        assert not {word for word in others if word in text}


def test_the_paper_is_set_up_as_in_the_book(sheet_of):
    sheet = sheet_of(book(), "运维账单")
    forms = forms_of(sheet)
    _, copy = written(sheet, [forms])
    (only,) = copy.worksheets
    assert (only.page_setup.paperSize, only.page_setup.orientation) == (9, "portrait")
    assert only.page_margins == sheet.page_margins and only.print_options.horizontalCentered
    widths = {key: one.width for key, one in only.column_dimensions.items()}
    assert widths == {key: sheet.column_dimensions[key].width for key in widths} != {}
    first = forms[0].last
    inside = {area.coord for area in sheet.merged_cells.ranges if area.max_row <= first}
    assert {a.coord for a in only.merged_cells.ranges if a.max_row <= first} == inside != set()
    for start, form in zip((1, first + 1, 2 * first + 1), forms, strict=True):
        assert_same(sheet, form, only, start)


@pytest.mark.parametrize(("count", "breaks"), [(1, [1, 2]), (2, [2]), (3, [])])
def test_a_new_page_begins_after_so_many_forms(sheet_of, count, breaks):
    sheet = sheet_of(book(), "账单")
    _, copy = written(sheet, pages_of(forms_of(sheet), count))
    rows = forms_of(sheet)[0].last
    assert [one.id for one in copy.worksheets[0].row_breaks.brk] == [rows * n for n in breaks]


@pytest.mark.parametrize("area", [None, "A1:B35", "A1:G400"])
def test_what_is_beside_the_forms_stays_behind_whatever_the_print_area(sheet_of, area):
    sheet = sheet_of(book(), "账单")
    sheet["F3"], sheet.print_area = "别户", area
    sheet.column_dimensions.group("A", "B", hidden=False)
    sheet.column_dimensions["A"].width = 17
    _, copy = written(sheet, [forms_of(sheet)[:1]])
    (only,) = copy.worksheets
    assert (only.max_column, only.print_area) == (4, f"'账单'!$A$1:$D${forms_of(sheet)[0].last}")
    # Neighbours of one width are stored as one.
    width = only.column_dimensions["A"]
    assert (width.min, width.max, width.width) in [(1, 1, 17), (1, 2, 17)]
    assert "A1:D1" in {area.coord for area in only.merged_cells.ranges}


def test_a_text_that_begins_like_a_formula_stays_a_text(sheet_of):
    data = typed(book(), {PLAN.households.at("owner", 0): "=1+1"})
    sheet = sheet_of(data, "账单")
    _, copy = written(sheet, [forms_of(sheet)[:1]])
    assert (copy.worksheets[0]["D6"].value, copy.worksheets[0]["D6"].data_type) == ("=1+1", "s")


def test_the_files_property_is_what_is_given(sheet_of):
    sheet = sheet_of(book(), "账单")
    _, copy = written(sheet, [forms_of(sheet)[:1]], "101")
    assert (copy.properties.title, copy.properties.creator) == ("101", "加梯分摊")


def test_a_draft_is_tinted_and_framed(sheet_of):
    sheet = sheet_of(typed(book(), {PLAN.households.at("area", 0): "一百"}), "账单")
    _, copy = written(sheet, [forms_of(sheet)[:1]])
    cell = copy.worksheets[0]["A5"]
    assert copy.worksheets[0]["A2"].value.startswith("草案")
    assert (cell.fill.fgColor.rgb[-6:], frame(cell)) == ("F2D7D5", FRAMES["box"])
