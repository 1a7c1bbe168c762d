"""Every sheet of forms of every family, as it is printed: whole, on A4, all in Chinese.

One test a book: a book is printed once, on whichever core.
"""

import re

import pytest
import samples
from printing import LATIN, Paper, printouts

#: Book and sheet → forms a page; each household has one.
A_PAGE = {
    ("contribution", "账单"): 1,
    ("halves", "账单"): 2,
    ("percent", "账单"): 1,
    ("prepaid", "账单"): 1,
    ("prepaid", "使用费单"): 3,
}


@pytest.mark.sampled(9)
@pytest.mark.parametrize("name", samples.NAMES)
def test_the_printed_papers_of_a_book(name, tmp_path):
    printout = printouts({name: samples.sample(name).data}, tmp_path)[name]
    assert_on_a4_and_no_page_empty(printout)
    for title in printout.papers:
        assert_a_page_for_each_break_and_nothing_missing(printout, title)
    assert_no_number_cut_and_no_word_english(printout)
    for book, sheet in A_PAGE:
        if book == name:
            assert_every_household_has_its_bill_and_every_page_is_full(printout, name, sheet)
    if name == "contribution":
        assert_the_household_chosen_has_its_bill_on_one_page(printout)


def assert_on_a4_and_no_page_empty(printout):
    assert list(printout.starts) == list(printout.book.sheets)
    large = range(printout.starts.get("公示大字", 0), printout.starts.get("签字表", 0))
    assert printout.sizes
    for page, size in enumerate(printout.sizes, 1):
        assert ("A3" if page in large else "A4") in size
    assert all(printout.pages)


def assert_a_page_for_each_break_and_nothing_missing(printout, title):
    paper = Paper(printout.book.sheets[title])
    assert len(printout.of(title)) == len(paper.ends) or paper.flows, title
    assert paper.printed, title
    assert list(paper.missing(printout.of(title)))[:5] == [], title


def assert_no_number_cut_and_no_word_english(printout):
    text = "\n".join(printout.pages)
    assert "##" not in text
    # Without blanks, ids that stand beside each other are one word.
    known = re.compile("(?:" + "|".join(map(re.escape, LATIN)) + ")+")
    assert [
        word for word in set(re.findall(r"[A-Za-z]{2,}", text)) if not known.fullmatch(word)
    ] == []


def assert_every_household_has_its_bill_and_every_page_is_full(printout, name, sheet):
    counts = [len(re.findall("通知单|费用确认单", page)) for page in printout.of(sheet)]
    full, rest = divmod(samples.sample(name).households, A_PAGE[name, sheet])
    assert counts == [A_PAGE[name, sheet]] * full + [rest] * bool(rest)


def assert_the_household_chosen_has_its_bill_on_one_page(printout):
    (page,) = printout.of("单户")
    assert f"房号{samples.CHOSEN}" in page and "人民币" in page
