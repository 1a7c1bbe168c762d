"""Filled books of every family, with every sheet in use: what the checkers look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import comparing
from buildings import EVERY, ODD_AREAS, project, project_from
from editing import Book, with_inputs
from test_ledger import pay
from test_usage import type_month

from elevshare.project import CostItem, Papers, Project, SubsidyChoice, SubsidyMode, Topic
from elevshare.rules.budget import BudgetItem, FinancingPlan
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.consent import Voting
from elevshare.rules.fares import Fare, Fares
from elevshare.rules.fund import Fund
from elevshare.rules.late import Joining, JoiningWay
from elevshare.rules.lease import Lease
from elevshare.rules.loan import Loan
from elevshare.rules.notice import OwnersNotice
from elevshare.rules.pools import Pool, PoolWay
from elevshare.rules.rides import Usage
from elevshare.rules.upkeep import Upkeep, UpkeepItem, UpkeepPeriod
from elevshare.schemes import find
from elevshare.workbook import compare
from elevshare.workbook.book import draft, family_of, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.papers import single
from elevshare.workbook.subjects.settlement.items import typed as actual

#: As long as such texts get.
PAPERS = Papers(
    estate="安苑东里一区",
    building="12 幢",
    entrance="3 单元",
    payee="南京市幸福里社区居民委员会加装电梯专户",
    bank="中国工商银行南京分行鼓楼支行",
    account="4301 0152 0910 0123 456",
    due_date="2026-12-31",
    contact="李会计 025-8888 6666（工作日 9:00—17:00）",
)
ITEMS = (
    CostItem("设备", 380_000_00),
    CostItem("土建", 261_278_91),
    CostItem("监理", 3_000_00, False),
)
SUBSIDY = SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)
DAY = 46_100
CHOSEN = "501"


@dataclass(frozen=True)
class Sample:
    """A finished book, its file without cached values, and how many households it has."""

    name: str
    plan: Inputs
    bare: bytes
    households: int

    @property
    def data(self) -> bytes:
        """The finished book."""
        return _finished(self.name)


def _owned(one: Project) -> Project:
    """The project with names that are as long as names get."""
    return replace(one, flats=tuple(replace(flat, owner="欧阳明明") for flat in one.flats))


def _contribution() -> Project:
    """Every subject in use; 401 joins later, and voted against."""
    one = project(
        areas=(7983, 10126), out=("401",), unit="元", papers=PAPERS, costs=ITEMS, subsidy=SUBSIDY,
        payouts=Compensation(CompensationWay.POOL, pool=1_234_567), topics=EVERY,
        voting=Voting(find("civil-code-278-other").name, exclusive_part=True, no_objection=True),
        upkeep=Upkeep((UpkeepItem("电费", 480_000), UpkeepItem("维保", 720_001)), advertising=200_000,
                      fund=5_000, period=UpkeepPeriod.QUARTER, number=3, year=2026),
        budget=FinancingPlan((BudgetItem("设备采购", 30_000_000, (6000, 4000, 0, 0, 0, 0)),)),
        fund=Fund("2026-03-05", "502", (("本人", 8_000_000), ("配偶", 6_000_000))),
        loan=Loan(15_000_001, 485, 17, "2026-01-31", 5_000_000, 100_000, 2_000_001),
        joinings=(Joining("401", way=JoiningWay.INTEREST, rate=350, months=18),),
        notice=OwnersNotice("2026-04-28", place="单元门口", contact="李会计", holidays=("2026-05-01",)),
    )  # fmt: skip
    flats = (replace(flat, vote=True, agrees=flat.taking_part) for flat in one.flats)
    return _owned(replace(one, flats=tuple(flats)))


def _pay(book: Book) -> None:
    """Payments of half the households, two by two, and one refund."""
    for row, flat in enumerate(book.plan.project.flats[4::2]):
        pay(book, row, flat.room, 12_345.67 + row, day=DAY + row)
    pay(book, 9, book.plan.project.flats[4].room, 100.5, "退款", DAY + 30, "现金")
    book.parameter("as_of", DAY + 60)
    book.type(f"单户!{single.CHOSEN}", CHOSEN)


def _ride(book: Book) -> None:
    """A month of rides."""
    month = {0: Usage(rides=32), 1: Usage(1_999, 12, 999, 12_345_678, 100), 4: Usage(credit=99_999)}
    type_month(book, month, 2026, 12)
    book.parameter("usage_due", 46_387)
    _pay(book)


def _settle(book: Book) -> None:
    """Two items cost more and less than planned."""
    for row, yuan in enumerate((379_999.99, 265_000, 3_000)):
        book.type(actual(book.plan).at("yuan", row), yuan)


def _nothing(book: Book) -> None:
    """Nothing is typed besides."""


def _halves() -> Project:
    """Two bills a page, and the accounts settled."""
    one = project(areas=(7983, 10126), papers=PAPERS, costs=ITEMS, subsidy=SUBSIDY,
                  topics=frozenset({Topic.SETTLEMENT}))  # fmt: skip
    return _owned(replace(one, two_a_page=True))


def _percent() -> Project:
    """Percentages inside intervals, the usual subjects."""
    one = project("shanghai-7-level", 7, ODD_AREAS[:2], papers=PAPERS, subsidy=SUBSIDY)
    return _owned(replace(one, topics=None))


def _pools() -> Project:
    """Costs with rules of their own and money of others, settled; 401 joins later."""
    pools = (*(one.pool for one in find("beijing-6-level").sharing.pools), Pool("管线改造", PoolWay.EQUAL),
             Pool("二楼门洞", PoolWay.ROOMS, rooms={"201": 10_000, "202": 15_000}))  # fmt: skip
    costs = (*ITEMS, *(CostItem(pool.name, 9_000_001, pool=pool.name) for pool in pools))
    one = project("beijing-6-level", 6, (7983, 10126), out=("401",), papers=PAPERS, costs=costs,
                  subsidy=SUBSIDY, joinings=(Joining("401"),), pools=pools,
                  others=(("公共维修资金", 3_000_000), ("南京市第一纺织机械厂", 1_234_567)), reserve_rate=7_000,
                  notice=OwnersNotice("2026-04-28"))  # fmt: skip
    flats = (
        replace(flat, reserve=flat.taking_part * 100_000 * (flat.storey > 1), reserve_left=987_654)
        for flat in one.flats
    )
    topics = frozenset({Topic.SETTLEMENT, Topic.NOTICE, Topic.SINGLE, Topic.LEDGER, Topic.FUND})
    return _owned(replace(one, flats=tuple(flats), topics=topics))


def _settle_pools(book: Book) -> None:
    """Every item costs a little more than planned."""
    for row, item in enumerate(book.plan.project.costs):
        book.type(actual(book.plan).at("yuan", row), (item.fen + 1_234) / 100)


def _prepaid() -> Project:
    """Ride cards, the usual subjects."""
    one = project_from(find("beijing-rongsheng"), storeys="6", areas="60,60", cost="60万")
    return _owned(replace(one, papers=PAPERS))


def _lease() -> Project:
    """A lease of five storeys."""
    one = project_from(find("beijing-hualing"), storeys="5", areas="61.03,80.17,99.99")
    return _owned(replace(one, papers=PAPERS, lease=Lease(start="2026-03-01")))


def _fares() -> Project:
    """Ride cards with prices by storey and caps."""
    fares = Fares((Fare(), Fare(20, 1_900, 19_900), Fare(20), Fare(25), Fare(25), Fare(30, 13_900, 139_900)),
                  1_234_567, 10_000)  # fmt: skip
    return replace(_prepaid(), fares=fares)


def _ride_free(book: Book) -> None:
    """A month of rides, some of them free."""
    _ride(book)
    typed = {
        "years": 12,
        "persons": 12,
        "free_persons": 10,
        "free_rides": 1_000,
        "who": "欧阳明明等十人（七十岁以上）",
    }
    for row, values in ((0, {"persons": 3}), (1, typed)):
        for key, value in values.items():
            book.type(book.plan.usage.at(key, row), value)


def _terms() -> Project:
    """A lease by the month or by the year, with a running cost."""
    one = _lease()
    flats = tuple(
        replace(flat, term="month" if flat.room in ("301", "402") else "") for flat in one.flats
    )
    upkeep = Upkeep((UpkeepItem("电费", 480_000), UpkeepItem("维保", 720_001)), fund=5_000,
                    period=UpkeepPeriod.QUARTER, number=3, year=2026)  # fmt: skip
    return replace(one, flats=flats, upkeep=upkeep, lease=replace(one.lease, other_fees=(0, 5_500, 14_000, 19_999, 25_000)))  # fmt: skip


#: Name → project, and what is typed into its book besides.
PROJECTS: dict[str, tuple[Callable[[], Project], Callable[[Book], None]]] = {
    "contribution": (_contribution, _pay),
    "halves": (_halves, _settle),
    "percent": (_percent, _pay),
    "pools": (_pools, _settle_pools),
    "prepaid": (_prepaid, _ride),
    "lease": (_lease, _nothing),
    "fares": (_fares, _ride_free),
    "terms": (_terms, _nothing),
}
#: As many schemes as can be compared.
SIX = ("general-usage", *comparing.THREE, "general-equal", "guangzhou")
COMPARED = "compare"
NAMES = (*PROJECTS, COMPARED)


@cache
def sample(name: str) -> Sample:
    """A filled book by its name."""
    if name == COMPARED:
        projects = [replace(one, papers=PAPERS) for one in comparing.filled(SIX, storeys=6)]
        plan = comparing.plan_of(projects)
        return Sample(name, plan, compare.book.draft(plan), len(projects[0].flats))
    make, fill = PROJECTS[name]
    one = make()
    plan = family_of(one).plan(one)
    book = Book(make_book(one), plan)
    fill(book)
    return Sample(name, plan, with_inputs(draft(plan), book.typed), len(one.flats))


@cache
def _finished(name: str) -> bytes:
    """A filled book with its cached values."""
    return filled(sample(name).bare)
