"""Where the households stand between two later joinings, and who gets what the next one pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.rules.late import BY_ADVANCE, Joining, RefundBasis, Settlement


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the households stand between two joinings, in the order of the flats; in fen.

    ``accounts``: what each owes by now; ``refunded``: what each got back until now; ``taking``:
    who takes part by now.
    """

    accounts: tuple[int, ...]
    refunded: tuple[int, ...]
    taking: tuple[bool, ...]

    def after(self, row: int, found: Settlement) -> Standing:
        """Where they stand once the household in ``row`` (from 0) has joined.

        >>> start = Standing((300, 0), (0, 0), (True, False))
        >>> start.after(1, Settlement(100, 100, (100, 0)))
        Standing(accounts=(200, 100), refunded=(100, 0), taking=(True, True))
        """
        pairs = enumerate(zip(self.accounts, found.refunds, strict=True))
        return Standing(
            tuple(owed - back + found.payment * (place == row) for place, (owed, back) in pairs),
            tuple(map(sum, zip(self.refunded, found.refunds, strict=True))),
            tuple(takes or place == row for place, takes in enumerate(self.taking)),
        )


def weights(
    joining: Joining,
    rooms: Sequence[str],
    standing: Standing,
    paid: Sequence[int],
    carried: Sequence[int] = (),
) -> list[int]:
    """What the refunds of each household are in proportion to, in fen; never below 0.

    ``paid`` is all that each has paid, ``rooms`` their rooms, in the order of the flats. By what
    is paid, what came back from earlier joinings is taken off, and who does not take part gets
    nothing of another's money. The joiner himself gets nothing. ``carried`` is the weight with which
    each carries the gap of those who stay out.

    >>> before = Standing((200, 100, 0), (100, 0, 0), (True, True, False))
    >>> weights(Joining("3"), ["1", "2", "3"], before, [300, 0, 0])
    [200, 100, 0]
    >>> weights(Joining("3", basis=RefundBasis.PAID), ["1", "2", "3"], before, [300, 0, 0])
    [200, 0, 0]
    """
    if joining.basis in BY_ADVANCE:
        found = _advanced(joining, rooms)
    elif joining.basis is RefundBasis.CARRIED:
        found = list(carried)
    elif joining.basis is RefundBasis.PAID:
        rows = zip(paid, standing.refunded, standing.taking, strict=True)
        found = [fen * takes - back for fen, back, takes in rows]
    else:
        found = list(standing.accounts)
    found = found or [0] * len(rooms)
    return [max(0, fen) * (room != joining.room) for room, fen in zip(rooms, found, strict=True)]


def _advanced(joining: Joining, rooms: Sequence[str]) -> list[int]:
    """What each household advanced; 1 of each that did if all are alike."""
    alike = joining.basis is RefundBasis.ALIKE
    mine = [[one.fen for one in joining.advances if one.room == room] for room in rooms]
    return [int(bool(fen)) if alike else sum(fen) for fen in mine]
