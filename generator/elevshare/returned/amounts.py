"""Compute the amounts of a returned book by the rules: each household's, and the totals.

The rules are those of ``project.assess`` and ``leasing.assess``. The book's formulas state the same
rules independently, so that one can be compared with the other.
"""

from __future__ import annotations

from elevshare.project import Project, assess, granted
from elevshare.returned.model import Amounts, HouseholdAmounts
from elevshare.returned.owing import owed_of, paid_of
from elevshare.returned.tenancy import leased
from elevshare.rules.fares import fare_bill
from elevshare.rules.rides import Tariff
from elevshare.schemes import Family
from elevshare.workbook.reading.entries import Entries, Standing

_FREE = Tariff(0, 0, 0)


def amounts_of(project: Project, entries: Entries | None = None) -> Amounts:
    """Return the amounts of a project in fen; ``entries`` are payments, readings and the like.

    Raises:
        InputError: the rules refuse it: no households, no cost, nobody pays, the subsidy is above
            the cost.

    >>> from elevshare.intake import project_from
    >>> from elevshare.schemes import find
    >>> found = amounts_of(project_from(find("nanjing"), storeys="7", areas="80,100", cost="60万"))
    >>> found.net, found.dues["702"]
    (60000000, 9166667)
    """
    if entries is None:
        entries = Entries(tuple(Standing(row) for row in range(len(project.flats))))
    if project.scheme.family is Family.LEASE:
        return leased(project, entries)
    return _contributed(project, entries)


def _contributed(project: Project, entries: Entries) -> Amounts:
    """Return the amounts of a contribution or prepaid book."""
    outcome, grant = assess(project), granted(project)
    arrived = sum(one.arrived for one in entries.arrivals)
    paid = [paid_of(project, entries, row) for row in range(len(project.flats))]
    owed = owed_of(project, entries, outcome, [received for received, _ in paid])
    payouts = outcome.payouts or (0,) * len(project.flats)
    rides = project.scheme.family is Family.PREPAID
    households = []
    for row, (flat, one) in enumerate(zip(project.flats, entries.standings, strict=True)):
        received, refunded = paid[row]
        drawn = one.fund + flat.reserve
        net = max(-drawn, received - refunded)
        tariff = entries.tariff or _FREE
        bill = fare_bill(tariff, one.usage, project.fares, flat.storey) if rides else None
        fee = bill.fee if bill else None
        missing = owed[row] - net - drawn
        households.append(
            HouseholdAmounts(flat.room, one.row, outcome.dues[row], fee, payouts[row], owed[row],
                             net, drawn, max(0, missing), max(0, -missing))
        )  # fmt: skip
    return Amounts(outcome.cost, outcome.subsidy, grant.split, grant.upkeep, outcome.compensation,
                   outcome.net, arrived, tuple(households), outcome.others)  # fmt: skip
