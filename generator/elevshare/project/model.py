"""One stairwell and its lift as data: flats, costs and the owners' choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from elevshare.project.topics import Topic, topics_of
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.budget import FinancingPlan
from elevshare.rules.changes import Change
from elevshare.rules.compensation import Compensation
from elevshare.rules.consent import Voting
from elevshare.rules.fares import Fares
from elevshare.rules.fund import Fund
from elevshare.rules.late import TEMPLATE_JOINERS, Joining
from elevshare.rules.lease import Lease
from elevshare.rules.loan import Loan
from elevshare.rules.notice import OwnersNotice
from elevshare.rules.pools import Pool
from elevshare.rules.settlement import Actual
from elevshare.rules.share import Flat, Method, Storey
from elevshare.rules.upkeep import Upkeep
from elevshare.schemes import Scheme

#: Most households and storeys of a book. A lift serves one stairwell, so these are generous.
MAX_FLATS = 200
MAX_STOREYS = 40
#: Household rows of a blank template; spare rows where the households are known.
TEMPLATE_FLATS, SPARE_FLATS = 40, 4
#: Most cost items of a book.
MAX_COSTS = 10
#: Most sources of money of others.
MAX_OTHERS = 5
#: The largest area of one flat, in 0.01 m².
MAX_AREA = 999_999


class SubsidyMode(StrEnum):
    """Where the subsidy comes from: none, the scheme's rule, or an amount filled in."""

    NONE = "不计补贴"
    RULE = "按规则计算"
    MANUAL = "手工填写"


@dataclass(frozen=True, slots=True)
class CostItem:
    """One cost item, in fen.

    ``eligible``: it counts for a subsidy that is a rate of the cost; ``pool`` is the name of the
    pool that it belongs to, empty for the main one.
    """

    name: str
    fen: int
    eligible: bool = True
    pool: str = ""


@dataclass(frozen=True, slots=True)
class SubsidyChoice:
    """How the subsidy is found.

    ``amount`` (fen) counts if filled in by hand. ``level`` is the highest level that the lift
    reaches, in half storeys, ``None`` for the top storey. ``billing`` is what bills ask for until
    the subsidy has arrived. Dates are yyyy-mm-dd or empty.
    """

    mode: SubsidyMode = SubsidyMode.NONE
    amount: int = 0
    level: int | None = None
    reserved_shaft: bool = False
    other_grant: bool = False
    billing: Billing = Billing.NET
    arrival: SubsidyArrival = SubsidyArrival.EXPECTED
    expected_on: str = ""
    received_on: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """Texts on bills: building, payee, bank account; users may fill them in later in the book.

    ``made_on`` (编制日期) and ``due_date`` are yyyy-mm-dd or empty.
    """

    estate: str = ""
    building: str = ""
    entrance: str = ""
    payee: str = ""
    bank: str = ""
    account: str = ""
    due_date: str = ""
    contact: str = ""
    made_on: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """One project under one scheme.

    Attributes:
        compensation: the total in fen; counts only if ``payouts`` is a total filled in by hand.
        unit: the smallest unit of an amount due, a key of ``money.UNITS``.
        weights: storey → weight in 1/10,000; overrides the scheme's.
        by_household: the weights are percentages of households, each one's ``own_weight``; the
            storeys' do not count.
        intervals: storey → lowest and highest percentage, in 1/10,000 of a percent; likewise.
        half_stops: the half stops of the book; empty for those that are used, or else for all.
        topics: the subjects of the book; ``None`` for the usual ones of the family.
        pools: costs that are shared by a rule of their own, beside the main one.
        others: money of others that comes off the net amount, each with its source and fen.
        reserve_rate: the part of its balance in the maintenance fund that a household may use, in
            1/10,000; ``None`` for all.
        two_a_page: print two bills on an A4 page instead of one.
        rows: household rows of the book; 0 for the households and some to spare, or a template's.
        rules_day: the day of making, yyyy-mm-dd, by which rules are judged that have a time, where
            ``papers.made_on`` is empty; empty where no rule has one, and in ready books.
        printed: title → how many forms of a paper were foreseen as the book was made, where another
            number than usual; ``None`` where that follows from the households.
        joinings: who joins later, in their order; one without a room is nobody.
        joiners: later joiners that the book has room for; 0 for the known ones, or a template's.
    """

    scheme: Scheme
    method: Method
    flats: tuple[Flat, ...] = ()
    storeys: int = 0
    costs: tuple[CostItem, ...] = ()
    subsidy: SubsidyChoice = SubsidyChoice()
    compensation: int = 0
    payouts: Compensation = field(default_factory=Compensation)
    unit: str = "分"
    weights: Mapping[Storey, int] = field(default_factory=lambda: MappingProxyType({}))
    by_household: bool = False
    half_stops: tuple[Storey, ...] = ()
    intervals: Mapping[Storey, tuple[int, int]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    papers: Papers = Papers()
    voting: Voting = field(default_factory=Voting)
    upkeep: Upkeep = field(default_factory=Upkeep)
    budget: FinancingPlan = field(default_factory=FinancingPlan)
    fund: Fund = field(default_factory=Fund)
    loan: Loan = field(default_factory=Loan)
    joinings: tuple[Joining, ...] = ()
    settlement: Actual = field(default_factory=Actual)
    changes: tuple[Change, ...] = ()
    lease: Lease = field(default_factory=Lease)
    fares: Fares = field(default_factory=Fares)
    notice: OwnersNotice = field(default_factory=OwnersNotice)
    pools: tuple[Pool, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    reserve_rate: int | None = None
    topics: frozenset[Topic] | None = None
    two_a_page: bool = False
    rows: int = 0
    joiners: int = 0
    rules_day: str = ""
    printed: tuple[tuple[str, int], ...] | None = None

    @property
    def day(self) -> str:
        """The day by which the rules are judged, yyyy-mm-dd: 编制日期, else the day of making."""
        return self.papers.made_on or self.rules_day

    @property
    def household_rows(self) -> int:
        """The number of household rows of the book."""
        known = len(self.flats)
        return (
            max(self.rows, known) if self.rows else known + SPARE_FLATS if known else TEMPLATE_FLATS
        )

    @property
    def joining_blocks(self) -> int:
        """The number of later joiners that the book has room for."""
        return max(self.joiners, len(self.joinings)) or self.usual_joiners

    @property
    def usual_joiners(self) -> int:
        """The same of a book in which nobody has joined later yet."""
        return 1 if self.flats else TEMPLATE_JOINERS

    @property
    def cost(self) -> int:
        """The total cost in fen."""
        return sum(item.fen for item in self.costs)

    @property
    def pooled(self) -> tuple[int, ...]:
        """The cost of each pool in fen, in the order of the pools."""
        return tuple(
            sum(item.fen for item in self.costs if item.pool == pool.name) for pool in self.pools
        )

    @property
    def from_others(self) -> int:
        """The money of others in fen."""
        return sum(fen for _, fen in self.others)

    def has(self, topic: Topic) -> bool:
        """Return whether the book of the project has a subject."""
        return topic in topics_of(self)

    @property
    def stops(self) -> tuple[Storey, ...]:
        """The storeys of the building that have a weight, see ``stops_below``."""
        return self.stops_below(self.storeys)

    def stops_below(self, storeys: int) -> tuple[Storey, ...]:
        """The storeys with a weight, lowest first: whole ones, and half stops such as 5.5.

        A book with half stops has those that are used; a blank one has all.
        """
        whole = range(1, storeys + 1)
        if not self.has(Topic.HALF_STOPS):
            return tuple(whole)
        halves = self.known_half_stops or tuple(one + 0.5 for one in whole)
        return tuple(sorted((*whole, *halves)))

    @property
    def known_half_stops(self) -> tuple[Storey, ...]:
        """The half stops that are stated or used, lowest first."""
        used = {flat.storey for flat in self.flats} | {*self.weights, *self.intervals}
        return self.half_stops or tuple(sorted(one for one in used if one % 1 and one > 1))

    def weight(self, storey: Storey) -> int | None:
        """Return the weight of a storey in 1/10,000; ``None`` if neither user nor scheme has it.

        What lies below storey 1 has none: 0.
        """
        if storey < 1:
            return 0
        if storey in self.weights:
            return self.weights[storey]
        weight = self.scheme.sharing.weight(storey)
        return weight.value if weight else None

    def interval(self, storey: Storey) -> tuple[int, int] | None:
        """Return a storey's lowest and highest percentage, in 1/10,000 of a percent, or ``None``."""
        if storey in self.intervals:
            return self.intervals[storey]
        weight = self.scheme.sharing.weight(storey)
        if weight is None or weight.low is None or weight.high is None:
            return None
        return weight.low, weight.high
