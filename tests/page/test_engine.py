"""IronCalc, the page's engine, makes the very bytes that formualizer makes."""

from __future__ import annotations

import pytest
from bridging import NodeBridge

from elevshare.page.engine import IronCalcEngine
from elevshare.templates import ready_books
from elevshare.workbook.book import make_book
from elevshare.workbook.engine.native import NativeEngine
from elevshare.workbook.engine.opening import use_engine


@pytest.fixture(scope="module")
def bridge():
    one = NodeBridge()
    yield one
    one.close()


@pytest.fixture
def ironcalc(bridge):
    before = use_engine(lambda draft: IronCalcEngine(draft, bridge))
    yield
    use_engine(before)


READY = ready_books()


@pytest.mark.parametrize("name", READY)
def test_a_ready_book_is_the_same_by_ironcalc(name, ironcalc):
    made = make_book(READY[name])
    use_engine(NativeEngine)
    assert made == make_book(READY[name])
