"""Every book is the same, byte by byte, whether this machine or the page makes it.

By default a few of them, which differ from run to run of the workers in nothing; ``--all`` takes every one.
"""

from __future__ import annotations

import pytest
from node_bridge import ROOT
from random_books import FAMILIES, OUT, case, made
from sampling import BOOKS_KEPT, whole

from elevshare.page.engine import IronCalcEngine
from elevshare.returned import made as kept
from elevshare.templates import EXAMPLE, FULL_EXAMPLE, ready_books
from elevshare.workbook.book import make_book
from elevshare.workbook.engine.opening import use_engine

READY = ready_books()
#: Random books: all, and how many are made by default.
MANY, A_FEW = 100, 4
#: Of these numbers the page's own Python makes the books; the last family is that of summaries.
WHOLLY = range(MANY, MANY + len(FAMILIES))
_SAMPLE = (
    EXAMPLE, FULL_EXAMPLE, "加梯分摊-上海-七层平层入户.xlsx", "加梯租赁-华龄安康.xlsx",
    "加梯刷卡-融盛安泰.xlsx",
)  # fmt: skip


def pytest_generate_tests(metafunc):
    every = whole()
    if "ready" in metafunc.fixturenames:
        metafunc.parametrize("ready", READY if every else _SAMPLE)
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(MANY if every else A_FEW))
    if "wholly" in metafunc.fixturenames:
        metafunc.parametrize("wholly", WHOLLY if every else WHOLLY[:1])


@pytest.fixture
def by_the_page(node_bridge):
    """Books are computed by the page's engine from now on, when this is called."""
    before = []

    def start():
        kept.keep(8)
        before.append(use_engine(lambda draft: IronCalcEngine(draft, node_bridge)))

    yield start
    for opener in before:
        use_engine(opener)
    kept.keep(BOOKS_KEPT)


def test_a_ready_book(ready, by_the_page):
    by_the_page()
    assert make_book(READY[ready]) == (ROOT / "xlsx_templates" / ready).read_bytes()


def test_every_ready_book_is_shipped():
    assert {path.name for path in (ROOT / "xlsx_templates").glob("*.xlsx")} == READY.keys()


def test_a_random_book(number, by_the_page):
    one = case(number)
    here = made(one)
    assert here[2], here[1]
    by_the_page()
    assert made(one) == here


def test_a_random_book_by_the_pages_own_python(wholly, desk):
    one = case(wholly)
    status, said, book = made(one)
    found, told, wrote = desk.run_on(one.files, *one.words)
    assert (found, told) == (status, said)
    assert wrote == {OUT: book}
