"""Where printed pages end, and what 说明 says of printing."""

import pytest
import samples
from standard.model import Book

from elevshare.workbook.pagination import Part, column_end, page_ends, parts, scale


def test_a_table_that_fits_a_page_is_not_broken():
    found = parts([1, 10], [2, 11], 30)
    assert found == [Part(1, 2, 9), Part(10, 11, 30)]
    assert page_ends(found, lambda row: 10.0, 250) == [9]


def test_a_longer_table_begins_where_its_heads_and_three_rows_fit():
    found = parts([1, 10], [2, 11], 60)
    assert page_ends(found, lambda row: 10.0, 150, 10) == [15, 29, 43, 57]
    assert page_ends(found, lambda row: 10.0, 120, 10)[0] == 9


def test_a_page_begins_anew_where_it_must():
    assert page_ends([Part(1, 1, 4), Part(5, 5, 9)], lambda row: 10.0, 500, forced=[4]) == [4]


@pytest.mark.parametrize(("widths", "end"), [([50, 50], 0), ([20] * 10, 6)])
def test_a_wide_sheet_goes_on_two_pages(widths, end):
    assert column_end(widths, 2) == end


def test_texts_of_ten_points_are_read_at_the_widest():
    assert scale(157, True) >= 70 and scale(10, False) == 100


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", samples.NAMES)
def test_no_sheet_prints_a_page_beyond_its_content(name):
    for sheet in Book(name, samples.sample(name).data).sheets.values():
        if sheet.role not in ("说明", "单据"):
            assert all(end < sheet.printed[1] for end in sheet.breaks), sheet.title


def test_the_cover_says_what_to_print_and_what_words_mean():
    book = Book("halves", samples.sample("halves").data)
    cover = next(iter(book.sheets.values()))
    texts = [str(cell.value) for cell in cover.cells.values() if cell.value]
    papers = [sheet.title for sheet in book.of_role("单据")]
    assert {"打印什么", "词语", "净额", "计入系数", "尾差", "草案"} <= set(texts)
    assert all(texts.count(title) >= 2 for title in papers)
    assert any("张，打印第 1 至 " in text for text in texts)
