"""What the rules make of a book that came back: every household's amounts and the book's totals.

The rules are those of ``project.assess`` and ``leasing.assess``; the book's formulas are another
statement of them, so that the two can be held against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from elevshare import leasing
from elevshare.errors import InputError
from elevshare.intake.returned.entries import Entries, Standing
from elevshare.project import Outcome, Project, assess, granted, joined_parts, joined_share, settle
from elevshare.rules import late
from elevshare.rules.arrival import Arrival, Billing
from elevshare.rules.lease import bill, months, span
from elevshare.rules.rides import Tariff, usage_bill
from elevshare.rules.settlement import Account
from elevshare.schemes import Family

_FREE = Tariff(0, 0, 0)


@dataclass(frozen=True, slots=True)
class HouseholdAmounts:
    """One household's amounts in fen.

    ``due`` is what ``amount_due`` of the book shows: its share, in a lease book what is to be paid
    now. ``fee`` is ``fee_due``, ``None`` in a book without usage fees. ``owed`` is what it should
    have paid in all until now, ``paid`` what it has paid less what went back, ``fund`` what its
    provident fund has paid; ``left`` is what is missing, ``over`` what is too much.
    """

    room: str
    row: int
    due: int
    fee: int | None
    payout: int
    owed: int
    paid: int
    fund: int
    left: int
    over: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one book in fen, households in the order of the project's flats.

    ``levels`` is the subsidy by level of government, where the rule splits it; ``upkeep`` what of
    it is kept for upkeep, beside ``subsidy``. ``arrived`` is what of the subsidy has come. In a
    lease book ``net`` is what the stairwell pays in a year.
    """

    cost: int
    subsidy: int
    levels: tuple[tuple[str, int], ...]
    upkeep: int
    compensation: int
    net: int
    arrived: int
    households: tuple[HouseholdAmounts, ...]

    @property
    def dues(self) -> dict[str, int]:
        """Room → what it owes in fen."""
        return {one.room: one.due for one in self.households}


def amounts_of(project: Project, entries: Entries | None = None) -> Amounts:
    """The amounts of a project, and of what a book says besides.

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
        return _leased(project, entries)
    return _contributed(project, entries)


def _contributed(project: Project, entries: Entries) -> Amounts:
    """The amounts of a book whose households share a cost."""
    outcome, grant = assess(project), granted(project)
    paid = [_paid(project, entries, row) for row in range(len(project.flats))]
    owed = _owed(project, entries, outcome, [received for received, _ in paid])
    payouts = outcome.payouts or (0,) * len(project.flats)
    rides = project.scheme.family is Family.PREPAID
    households = []
    for row, (flat, one) in enumerate(zip(project.flats, entries.standings, strict=True)):
        received, refunded = paid[row]
        net = max(-one.fund, received - refunded)
        fee = usage_bill(entries.tariff or _FREE, one.usage).fee if rides else None
        missing = owed[row] - net - one.fund
        households.append(
            HouseholdAmounts(flat.room, one.row, outcome.dues[row], fee, payouts[row], owed[row],
                             net, one.fund, max(0, missing), max(0, -missing))
        )  # fmt: skip
    return Amounts(outcome.cost, outcome.subsidy, grant.split, grant.upkeep, outcome.compensation,
                   outcome.net, _arrived(entries), tuple(households))  # fmt: skip


def _paid(project: Project, entries: Entries, row: int) -> tuple[int, int]:
    """What a household has paid, and what went back to it."""
    if not entries.ledger:
        return entries.standings[row].paid, 0
    mine = [one.fen for one in entries.payments if one.room == project.flats[row].room]
    return sum(fen for fen in mine if fen > 0), -sum(fen for fen in mine if fen < 0)


def _owed(project: Project, entries: Entries, outcome: Outcome, received: list[int]) -> list[int]:
    """What every household should have paid: its share, what it stands in for, less relief."""
    choice, joined = project.subsidy, _joined(project, received)
    ahead = choice.billing is Billing.GROSS and choice.arrival is not Arrival.RECEIVED
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
    return settle(project, [Account()] * len(entries.standings)).shares


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


def _arrived(entries: Entries) -> int:
    """The subsidy that has arrived."""
    return sum(one.arrived for one in entries.arrivals)


def _leased(project: Project, entries: Entries) -> Amounts:
    """The amounts of a lease book: the bills of its period, the balances of its year."""
    outcome, choice = leasing.assess(project), project.lease
    term = span(leasing.period_of(project), choice.number, choice.first, choice.last)
    households = tuple(
        _tenant(project, entries, row, year, term) for row, year in enumerate(outcome.dues)
    )
    return Amounts(0, 0, (), 0, 0, outcome.net, 0, households)


def _tenant(
    project: Project, entries: Entries, row: int, year: int, term: tuple[int, int]
) -> HouseholdAmounts:
    """One household of a lease book; with a ledger the year's earlier periods are owed too."""
    one, (first, last) = entries.standings[row], term
    received, refunded = _paid(project, entries, row)
    paid = max(0, received - refunded)
    fee = months(year, first, last) if first <= last else 0
    before = months(year, 1, first - 1) if entries.ledger and first > 1 else 0
    now = bill(fee, one.arrears + before, paid, one.relief)
    owed = max(0, one.arrears + before + fee - one.relief)
    return HouseholdAmounts(project.flats[row].room, one.row, now.to_pay, fee, 0, owed, paid, 0,
                            max(0, owed - paid), max(0, paid - owed))  # fmt: skip
