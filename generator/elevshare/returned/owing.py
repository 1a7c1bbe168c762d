"""What each household of a returned book has paid and should have paid until now; in fen."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.project import Outcome, Project, settle
from elevshare.project.join import first_standing, join, parts
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
    what it owes (below 0: gets) for later joiners. ``received`` is what each has paid.
    """
    choice, joined = project.subsidy, joined_of(project, received)
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


def joined_of(project: Project, received: list[int]) -> tuple[int, ...]:
    """Return what each owes (below 0: gets) for later joiners; without those of missing data."""
    try:
        start = standing = first_standing(project)
    except InputError:
        return (0,) * len(project.flats)
    for joining in project.joinings:
        try:
            _, standing = join(project, joining, standing, received, unrefunded=True)
        except (InputError, ValueError):
            continue  # no such flat, or a number is missing: the book works nothing out for him
    return parts(start, standing)
