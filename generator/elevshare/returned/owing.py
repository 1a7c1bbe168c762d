"""What each household of a returned book has paid and should have paid until now; in fen."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.project import Outcome, Project, joined_parts, joined_share, settle
from elevshare.rules import late
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.settlement import HouseholdAccount
from elevshare.workbook.reading.entries import Entries


def paid_of(project: Project, entries: Entries, row: int) -> tuple[int, int]:
    """Return what the household in ``row`` (from 0) has paid, and what was refunded to it."""
    if not entries.ledger:
        return entries.standings[row].paid, 0
    mine = [one.fen for one in entries.payments if one.room == project.flats[row].room]
    return sum(fen for fen in mine if fen > 0), -sum(fen for fen in mine if fen < 0)


def owed_of(project: Project, entries: Entries, outcome: Outcome, received: list[int]) -> list[int]:
    """Return what each household should have paid until now.

    That is its share, plus its part of a subsidy that is billed until it arrives, less relief, plus
    what it owes (below 0: gets) for a later joiner. ``received`` is what each has paid.
    """
    choice, joined = project.subsidy, _joined(project, received)
    ahead = choice.billing is Billing.GROSS and choice.arrival is not SubsidyArrival.RECEIVED
    shares = _shares(project, entries, outcome)
    fore = outcome.refunds if ahead else (0,) * len(shares)
    return [
        max(0, share + stood - one.relief) + late
        for share, stood, one, late in zip(shares, fore, entries.standings, joined, strict=True)
    ]


def _shares(project: Project, entries: Entries, outcome: Outcome) -> tuple[int, ...]:
    """Return each household's share: of the final cost if it is known, else of the planned cost."""
    if not project.settlement.complete:
        return outcome.dues
    return settle(project, [HouseholdAccount()] * len(entries.standings)).shares


def _joined(project: Project, received: list[int]) -> tuple[int, ...]:
    """Return what each owes (below 0: gets) for a later joiner; 0 while data is missing."""
    nothing = (0,) * len(project.flats)
    try:
        return joined_parts(project, received)
    except InputError:
        return nothing
    except ValueError:
        return _unrefunded(project) or nothing


def _unrefunded(project: Project) -> tuple[int, ...]:
    """Return what the joiner pays when nobody can be refunded yet; empty if a number is missing."""
    joining = project.joining
    try:
        paid = late.settle(joining, joined_share(project, joining.room), [1]).payment
    except ValueError:
        return ()
    return tuple(paid * (flat.room == joining.room) for flat in project.flats)
