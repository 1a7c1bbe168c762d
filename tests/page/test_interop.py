"""What the page makes, the command checks, and the other way round; both say the same of any book."""

from __future__ import annotations

import json
from pathlib import Path

import bases
import pytest
from bookfile import BookFile
from random_books import OUT, Case, case, made

MAKE = ("make", "南京", "--storeys", "4", "--areas", "80,100", "--cost", "600000", "-o", OUT)


def checked(book: bytes) -> tuple[int, dict]:
    """Status and record of the command's ``check``; the record goes into no file."""
    status, said, _ = made(Case("", ("check", OUT, "--json"), {OUT: book}))
    return status, json.loads(said)


def checked_by_the_page(desk, book: bytes) -> tuple[int, dict]:
    status, said, wrote = desk.run_on({OUT: book}, "check", OUT, "--json")
    assert wrote == {}
    return status, json.loads(said)


def test_a_book_of_the_page_passes_the_command(desk):
    _, _, wrote = desk.run_on({}, *MAKE)
    status, record = checked(wrote[OUT])
    assert status == 0 and record["books"][0]["verdict"] == "pass"


def test_a_book_of_the_command_passes_the_page(desk):
    _, _, book = made(Case("", MAKE, {}))
    status, record = checked_by_the_page(desk, book)
    assert status == 0 and record["books"][0]["verdict"] == "pass"


@pytest.mark.sampled(5)
@pytest.mark.parametrize("number", [0, 3, 4, 7, 8])
def test_both_say_the_same_of_a_book(number, desk):
    book = made(case(number))[2]
    assert checked_by_the_page(desk, book) == checked(book)


def _changed(file: BookFile) -> None:
    formula = file.formula("分摊", "J22").replace("&quot;", '"')
    file.calculate("分摊", "J22", f"{formula}+7", "1")


def test_both_say_the_same_of_a_book_that_was_tampered_with(desk):
    file = BookFile(bases.book("plain"))
    _changed(file)
    status, record = checked(file.data())
    assert "formula-edited" in {one["kind"] for one in record["books"][0]["findings"]}
    assert checked_by_the_page(desk, file.data()) == (status, record)


def test_both_say_the_same_of_a_book_of_an_earlier_version(desk):
    folder = Path(__file__).parents[1] / "old_books"
    (path, *_) = sorted(folder.rglob("*.xlsx"))
    assert checked_by_the_page(desk, path.read_bytes()) == checked(path.read_bytes())
