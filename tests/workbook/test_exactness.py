"""The books stay exact for every ordinary building, and say where a building is too large."""

from dataclasses import replace

import pytest
from buildings import NONE, SHARING, project
from exactness import EXACT, LIMIT, exact, largest
from following import METHODS, assert_follows, blank_book

from elevshare.money import MAX_FEN
from elevshare.rules.share import Method, SplitForm

WHOLE = Method(SplitForm.WHOLE)


@pytest.mark.parametrize(("area", "reached"), [(99_999, False), (100_000, True)])
def test_the_check_fails_from_the_limit_on(area, reached):
    one = project("xianyang", 1, (area,), MAX_FEN, method=WHOLE, weights={1: 1_000_000})
    assert largest(one, MAX_FEN) == area * 10**9 and (area * 10**9 == LIMIT) == reached
    book = blank_book(NONE).as_made()
    book.turn_into(one)
    assert book.read().failed == [EXACT] * reached
    assert_follows(book, one)


@pytest.mark.parametrize("scheme", [scheme.id for scheme in SHARING])
def test_no_ordinary_building_reaches_the_limit(scheme):
    for storeys in range(2, 11):
        one = project(scheme, storeys, (15_001, 14_999, 13_579, 12_345), MAX_FEN, out=("201",))
        agreed = {s: one.weight(s) or s * 10_000 for s in range(1, storeys + 1)}
        ways = (replace(one, weights=agreed, method=method) for method in METHODS)
        assert all(exact(way, MAX_FEN) for way in ways)
