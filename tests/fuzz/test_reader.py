"""A short run of the fuzzer; ``python tests/fuzz/reader.py`` is the long one."""

from __future__ import annotations

import reader


def test_broken_books_are_read_or_refused():
    told, slowest = reader.run(150, seed=3, computed=75)
    assert told.total() == 150 and slowest < reader.PATIENCE
    assert len(told) >= 4 and 5 < told[""] + told["（名册的问题）"] < 145


def test_the_fuzzer_finds_what_is_wrong(monkeypatch):
    """It is no good where it lets an exception pass."""

    def careless(data, name):
        return {0: "PK"}[data[0]]

    monkeypatch.setattr(reader, "opened", careless)
    try:
        reader.run(1, seed=3)
    except AssertionError as error:
        assert "seed 3, number 0" in str(error) and "KeyError" in str(error)
    else:
        raise AssertionError("nothing was found")
