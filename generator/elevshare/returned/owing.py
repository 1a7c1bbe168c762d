"""What the households of a returned book should have paid until now, and what they have paid; in fen."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.project import Outcome, Project, joined_parts, joined_share, settle
from elevshare.rules import late
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.settlement import HouseholdAccount
from elevshare.workbook.reading.entries import Entries


def paid_of(project: Project, entries: Entries, row: int) -> tuple[int, int]:
    """What a household has paid, and what went back to it."""
    if not entries.ledger:
        return entries.standings[row].paid, 0
    mine = [one.fen for one in entries.payments if one.room == project.flats[row].room]
    return sum(fen for fen in mine if fen > 0), -sum(fen for fen in mine if fen < 0)


def owed_of(project: Project, entries: Entries, outcome: Outcome, received: list[int]) -> list[int]:
    """What every household should have paid: its share, what it stands in for, less relief."""
    choice, joined = project.subsidy, _joined(project, received)
    ahead = choice.billing is Billing.GROSS and choice.arrival is not SubsidyArrival.RECEIVED
    shares = _shares(project, entries, outcome)
    fore = outcome.refunds if ahead else (0,) * len(shares)
    return [
        max(0, share + stood - one.relief) + late
        for share, stood, one, late in zip(shares, fore, entries.standings, joined, strict=True)
    ]


def _shares(project: Project, entries: Entries, outcome: Outcome) -> tuple[int, ...]:
    """Every household's share, of what the lift has cost in the end once that is known."""
    if not project.settlement.complete:
        return outcome.dues
    return settle(project, [HouseholdAccount()] * len(entries.standings)).shares


def _joined(project: Project, received: list[int]) -> tuple[int, ...]:
    """What each pays for joining later, or gets of it; nothing until all that it needs is told."""
    nothing = (0,) * len(project.flats)
    try:
        return joined_parts(project, received)
    except InputError:
        return nothing
    except ValueError:
        return _unrefunded(project) or nothing


def _unrefunded(project: Project) -> tuple[int, ...]:
    """What the joiner pays while there is nobody yet to refund; nothing where a number is missing."""
    joining = project.joining
    try:
        paid = late.settle(joining, joined_share(project, joining.room), [1]).payment
    except ValueError:
        return ()
    return tuple(paid * (flat.room == joining.room) for flat in project.flats)
