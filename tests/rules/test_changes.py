"""Changes after the amounts were announced: limits, and what a change does to an amount."""

from elevshare.rules import changes


def test_what_is_not_told_is_left_open():
    one = changes.Change("2026-03-01", changes.ChangeKind.COST)
    assert one == changes.Change("2026-03-01", changes.ChangeKind.COST, "", "", "", "", "")


def test_limits():
    assert (changes.MAX_CHANGES, changes.MAX_VERSIONS) == (12, 6)
    assert changes.LIMITS == {"before": 20, "after": 20, "reason": 45, "by": 20}


def test_the_turn_of_an_amount_by_one_fen():
    turns = changes.Turn
    found = [changes.turn(100, after) for after in (99, 100, 101)]
    assert found == [turns.LESS, turns.SAME, turns.MORE]
