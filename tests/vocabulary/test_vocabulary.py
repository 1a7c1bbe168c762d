"""The words as data: each means one thing, in a form in which it can be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare import vocabulary
from elevshare.vocabulary import LIST, ROSTER, STATEMENT, UNUSED, folded, visible

TABLES = (ROSTER, LIST, STATEMENT)


@pytest.mark.parametrize("table", TABLES)
def test_a_heading_means_one_column(table):
    names = [folded(name) for words in vocabulary.columns(table).values() for name in words.names]
    assert len(names) == len(set(names))
    assert vocabulary.headings(table).keys() == set(names)


@pytest.mark.parametrize("table", TABLES)
def test_a_column_is_called_by_its_own_name(table):
    for column in vocabulary.columns(table):
        assert column == UNUSED or vocabulary.headings(table)[folded(column)] == column


def test_a_column_that_stands_in_names_one_that_there_is():
    for table in TABLES:
        columns = vocabulary.columns(table)
        assert all(not one.instead or one.instead in columns for one in columns.values())


def test_every_section_has_words_or_patterns():
    for topic, meaning, about in vocabulary.sections():
        assert about.get("names") or about.get("patterns"), (topic, meaning)


def test_units_are_of_one_size_each():
    units = vocabulary.units()
    assert set(units.values()) == {1, 1_000, 10_000}
    assert not units.keys() & vocabulary.words("单位", "面积")


@given(st.text())
def test_folding_and_seeing_are_done_once(text):
    assert folded(visible(text)) == folded(text)


@pytest.mark.parametrize("text", ["\u200b", "\ufeff", "\u00ad", "\u2060"])
def test_what_nobody_sees_is_no_difference(text):
    assert folded(f"房{text}号") == "房号" and visible(f"1{text}01") == "101"


def test_marks_that_turn_the_writing_are_seen():
    assert folded("1\u202e01") == "1\u202e01"
