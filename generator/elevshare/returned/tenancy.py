"""Compute the amounts of a returned lease book: bills of the period, balances of the year."""

from __future__ import annotations

from elevshare import leasing
from elevshare.project import Project
from elevshare.returned.model import Amounts, HouseholdAmounts
from elevshare.returned.owing import paid_of
from elevshare.rules.lease import bill, months, span
from elevshare.workbook.reading.entries import Entries


def leased(project: Project, entries: Entries) -> Amounts:
    """Return the amounts of a lease book in fen."""
    outcome, choice = leasing.assess(project), project.lease
    term = span(leasing.period_of(project), choice.number, choice.first, choice.last)
    households = tuple(
        _tenant(project, entries, row, year, term) for row, year in enumerate(outcome.dues)
    )
    return Amounts(0, 0, (), 0, 0, outcome.net, 0, households)


def _tenant(
    project: Project, entries: Entries, row: int, year: int, term: tuple[int, int]
) -> HouseholdAmounts:
    """Return one household's amounts; with a ledger it also owes the year's earlier periods.

    ``year`` is its fee of a year in fen, ``term`` the first and last month of the period.
    """
    one, (first, last) = entries.standings[row], term
    received, refunded = paid_of(project, entries, row)
    paid = max(0, received - refunded)
    at_once = leasing.at_once(project, project.flats[row])
    fee = months(year, first, last, at_once) if first <= last else 0
    before = months(year, 1, first - 1, at_once) if entries.ledger and first > 1 else 0
    now = bill(fee, one.arrears + before, paid, one.relief)
    owed = max(0, one.arrears + before + fee - one.relief)
    return HouseholdAmounts(project.flats[row].room, one.row, now.to_pay, fee, 0, owed, paid, 0,
                            max(0, owed - paid), max(0, paid - owed))  # fmt: skip
