"""Every sheet of forms of every family, as it is printed: whole, on A4, all in Chinese."""

import re

import pytest
import samples
from printing import LATIN, Paper, printouts


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Name → the filled book on paper."""
    books = {name: samples.sample(name).data for name in samples.NAMES}
    return printouts(books, tmp_path_factory.mktemp("print"))


@pytest.fixture(params=samples.NAMES)
def printout(printed, request):
    return printed[request.param]


def test_every_sheet_is_printed_on_a4_and_no_page_is_empty(printout):
    assert list(printout.starts) == list(printout.book.sheets)
    assert all("A4" in size for size in printout.sizes) and printout.sizes
    assert all(printout.pages)


def test_a_paper_has_a_page_for_each_of_its_breaks_and_no_more(printout):
    for title in printout.papers:
        paper = Paper(printout.book.sheets[title])
        assert len(printout.of(title)) == len(paper.ends) or paper.flows, title


#: Book and sheet → forms a page; each household has one.
A_PAGE = {
    ("contribution", "账单"): 1,
    ("halves", "账单"): 2,
    ("percent", "账单"): 1,
    ("prepaid", "账单"): 1,
    ("prepaid", "使用费单"): 3,
}


@pytest.mark.parametrize(("name", "sheet"), A_PAGE)
def test_every_household_has_its_bill_and_every_page_is_full(printed, name, sheet):
    pages, households = printed[name].of(sheet), samples.sample(name).households
    counts = [page.count("通知单") for page in pages]
    full, rest = divmod(households, A_PAGE[name, sheet])
    assert counts == [A_PAGE[name, sheet]] * full + [rest] * bool(rest)


def test_the_household_chosen_has_its_bill_on_one_page(printed):
    (page,) = printed["contribution"].of("单户")
    assert f"房号{samples.CHOSEN}" in page and "人民币" in page


def test_nothing_on_a_paper_is_missing(printout):
    for title in printout.papers:
        paper = Paper(printout.book.sheets[title])
        assert paper.printed, title
        assert list(paper.missing(printout.of(title)))[:5] == [], title


def test_no_number_is_cut_to_hashes_and_no_word_is_english(printout):
    text = "\n".join(printout.pages)
    assert "##" not in text
    assert set(re.findall(r"[A-Za-z]{2,}", text)) <= LATIN.keys()
