"""Inserted and deleted lines: found, and every original line mapped to where it is now."""

import pytest

from elevshare.audit.axis import FORMULA, Axis, Step, aligned


def lines(*numbers):
    """Lines that tell themselves apart, from 1."""
    return {at: {1: number, 2: FORMULA} for at, number in enumerate(numbers, 1)}


OURS = lines(*range(1, 31))


def without(first, count):
    """The original lines less some."""
    return lines(*(n for n in range(1, 31) if not first <= n < first + count))


def with_more(at, count):
    """The original lines with some inserted before ``at``."""
    return lines(*range(1, at), *["new"] * count, *range(at, 31))


@pytest.mark.parametrize("at", [2, 10, 22])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_lines_inserted_or_deleted(at, count):
    assert aligned(OURS, with_more(at, count)).steps == [Step(at, count, True)]
    assert aligned(OURS, without(at, count)).steps == [Step(at, count, False)]


def test_nothing_moved_and_single_lines_changed():
    assert aligned(OURS, OURS).steps == [] == aligned({}, {}).steps
    assert aligned(OURS, OURS | {9: {1: "other"}}).steps == []
    assert aligned(OURS, {}).steps == []


def test_several_steps_one_after_the_other():
    theirs = lines(*range(1, 5), "new", "new", *range(5, 12), *range(13, 31))
    assert aligned(OURS, theirs).steps == [Step(5, 2, True), Step(12, 1, False)]


def test_the_farthest_step():
    ours = lines(*range(1, 101))
    for count in (60, 61):
        theirs = lines(*range(1, 6), *["new"] * count, *range(6, 101))
        assert aligned(ours, theirs).steps == ([Step(6, 60, True)] if count == 60 else [])


def test_lines_without_constants_are_known_by_where_their_formulas_are():
    ours = {n: {1 + n % 7: FORMULA} for n in range(1, 25)}
    theirs = {n + (n > 9): line for n, line in ours.items()}
    assert aligned(ours, theirs).steps == [Step(10, 1, True)]


def test_too_little_that_matches_is_no_move():
    """Six of ten cells of a line that match after a move are not enough."""
    wide = {n: {c: (n, c) for c in range(10)} for n in range(1, 20)}
    for same, steps in ((6, []), (8, [Step(5, 1, True)])):
        theirs = {
            n + (n > 4): {c: (n, c) if c < same or n < 5 else "other" for c in range(10)}
            for n in wide
        }
        assert aligned(wide, theirs).steps == steps


def test_places_and_spans():
    axis = Axis([Step(5, 2, True), Step(9, 2, False)])
    assert [axis.place(n) for n in (1, 4, 5, 8, 9, 10, 11, 12)] == [1, 4, 7, 10, None, None, 11, 12]
    assert axis.span(1, 4) == (1, 4) and axis.span(4, 5) == (4, 7)
    assert axis.span(8, 9) == (10, 10) and axis.span(10, 11) == (11, 11)
    assert axis.span(9, 10) is None and axis.span(9, 9) is None
    assert Axis([]).place(7) == 7 and Axis([]).span(2, 3) == (2, 3)


def test_lines_are_known_by_their_constants_whatever_their_formulas():
    theirs = {n + (n > 9): {1: n} for n in OURS}
    assert aligned(OURS, theirs).steps == [Step(10, 1, True)]
