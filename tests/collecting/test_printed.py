"""A summary on paper: of a few books and of very many, in one run of LibreOffice."""

import re

import pytest
from printing import LATIN, Paper, printouts
from records import many, mixed

from elevshare.collecting.book import make_summary
from elevshare.collecting.pages import breaks

SIZES = {"mixed": mixed(), "three": many(3), "hundreds": many(120)}
WORDS = LATIN.keys() | {"xlsx", "xls", "Excel", "WPS", "elevsharecheck"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    books = {name: make_summary(collection) for name, collection in SIZES.items()}
    return printouts(books, tmp_path_factory.mktemp("print"))


@pytest.fixture(params=SIZES)
def printout(printed, request):
    return printed[request.param]


def test_no_page_is_empty_no_number_cut_no_word_english(printout):
    assert list(printout.starts) == list(printout.book.sheets)
    assert all("A4" in size for size in printout.sizes) and all(printout.pages)
    text = "\n".join(printout.pages)
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub("[0-9a-f]{16}", "", text)))
    assert "##" not in text and words <= WORDS


def test_nothing_on_a_paper_is_missing(printout):
    for title in printout.papers:
        paper = Paper(printout.book.sheets[title])
        assert list(paper.missing(printout.of(title)))[:5] == [], title


def test_the_application_has_its_heads_on_every_page_and_its_foot_whole(printed):
    for name, lines in (("three", 3), ("mixed", 12), ("hundreds", 120)):
        pages = printed[name].of("补贴申请")
        assert len(pages) == len(breaks(lines)) + 1
        assert all("申请补贴（元）市级（元）" in page for page in pages)
        assert all(word in pages[-1] for word in ("合计", "大写", "盖章", "个单元"))


def test_long_tables_repeat_their_heads(printed):
    for title, head in (("收回", "核对结果"), ("汇总", "应分摊净额（元）"), ("来源", "内容指纹")):
        pages = printed["hundreds"].of(title)
        # A wide table goes on two pages side by side, and the head stands on one of them;
        # the first page of 汇总 has the sums alone.
        across, before = (1 if title == "来源" else 2), int(title == "汇总")
        found = sum(head in page for page in pages)
        assert len(pages) > 2 and found >= (len(pages) - before) / across
