"""The ready books in xlsx_templates/ are what the generator writes today."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from elevshare.schemes import Family, load_all
from elevshare.templates import EXAMPLE, FULL_BLANK, FULL_EXAMPLE, ready_books, template_name
from elevshare.workbook.book import make_book

FOLDER = Path(__file__).parent.parent / "xlsx_templates"
BOOKS = ready_books()


def test_there_is_a_blank_template_for_every_scheme_with_a_book_and_three_more():
    blank = {template_name(s) for s in load_all() if s.family is not Family.NONE}
    assert set(BOOKS) == blank | {EXAMPLE, FULL_BLANK, FULL_EXAMPLE}
    assert {path.name for path in FOLDER.glob("*.xlsx")} == set(BOOKS)


@pytest.mark.sampled(6)
@pytest.mark.parametrize("name", BOOKS)
def test_the_committed_book_is_what_is_made_today(name):
    assert (FOLDER / name).read_bytes() == make_book(BOOKS[name]), (
        "out of date: run elevshare templates xlsx_templates --force"
    )


def test_the_everyday_template_of_nanjing_is_not_heavier_than_before_rarer_subjects_came():
    with ZipFile(FOLDER / "加梯分摊-南京.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sum(book.read(name).count(b"<f>") for name in sheets) <= 11_112
