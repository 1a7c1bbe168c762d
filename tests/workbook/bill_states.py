"""Books in the states that a bill can be asked for in, filled in as an accountant does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from buildings import EVERY, ODD_AREAS, project
from editing import Book, with_inputs

from elevshare.project import CostItem, Papers, Project, SubsidyChoice, SubsidyMode, Topic
from elevshare.project.topics import needed
from elevshare.rules.late import Joining, JoiningWay
from elevshare.rules.pools import Pool, PoolWay
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.papers import single
from elevshare.workbook.subjects.ledger.payments import schedule
from elevshare.workbook.subjects.ledger.payments import typed as payments
from elevshare.workbook.subjects.settlement.items import typed as actual
from elevshare.workbook.subjects.sharing.plan import SharingPlan

DAY = 46_100
#: As long as such texts get: estate of 17, payee of 35, bank of 30, owner of 20 characters.
PAPERS = Papers(
    estate="秦都区人民中路建设银行家属院东区",
    building="第 12 号楼",
    entrance="东 3 单元",
    payee="咸阳市秦都区人民路街道建行家属院社区居民委员会既有住宅加装电梯专户",
    bank="中国建设银行股份有限公司咸阳秦都区人民中路第二支行营业部柜台",
    account="6105 0163 6400 0000 1234 5678",
    due_date="2026-04-30",
    contact="社区张会计 029-3355 6677，工作日 9:00—17:00",
    made_on="2026-03-02",
)
OWNER = "阿布都热合曼·买买提艾力·吐尔逊江"
SUBSIDY = SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)
COSTS = (
    CostItem("设备", 38_000_000),
    CostItem("土建", 26_127_891),
    CostItem("监理", 300_000, False),
)


def building(*topics: Topic, **more: object) -> Project:
    """Six storeys of two odd flats; 302 stays out."""
    given = {"storeys": 6, "areas": ODD_AREAS[:2], "out": ("302",), "papers": PAPERS,
             "costs": COSTS, "subsidy": SUBSIDY, "topics": frozenset({*topics, Topic.SINGLE})} | more  # fmt: skip
    one = project(**given)  # type: ignore[arg-type]
    flats = (replace(f, owner=OWNER if f.room == "602" else f"业主{f.room}") for f in one.flats)
    return replace(one, flats=tuple(flats))


def pay(book: Book) -> None:
    """402 has paid a part, 501 too much, 502 all; 601 is relieved of a part and draws on its fund."""
    dues = dict(zip([f.room for f in book.plan.project.flats], book.read().dues, strict=False))
    paid = {"402": 1_000_001, "501": dues["501"] + 13_711, "502": dues["502"]}
    if book.plan.has(Topic.LEDGER):
        for row, (room, fen) in enumerate(paid.items()):
            values = {
                "day": DAY + row,
                "room": room,
                "side": "收款",
                "amount": fen / 100,
                "method": "转账",
            }
            for key, value in values.items():
                book.type(payments(book.plan).at(key, row), value)
    else:
        for room, fen in paid.items():
            book.household(row_of(book, room), paid=fen / 100)
    book.household(row_of(book, "601"), relief=1_234.56, fund=5_000)
    book.type(f"单户!{single.CHOSEN}", "501")


def row_of(book: Book, room: str) -> int:
    """The row of a room on 住户, from 0."""
    return [flat.room for flat in book.plan.project.flats].index(room)


def periods(count: int, now: int) -> Callable[[Book], None]:
    """Several instalments, with dates where the book has a ledger."""

    def fill(book: Book) -> None:
        pay(book)
        book.parameter("instalments", count)
        book.parameter("instalment", now)
        if book.plan.has(Topic.LEDGER):
            for row in range(min(count, 12)):
                book.type(schedule(book.plan).at("day", row), DAY + 42 + 30 * row)

    return fill


def gross(arrived: bool) -> Callable[[Book], None]:
    """The whole is asked for first; the subsidy is to come, or has arrived after all had paid."""

    def fill(book: Book) -> None:
        book.parameter("billing", "先收全额，到账后退")
        book.parameter("expected_on", 46_387)
        if arrived:
            for bill in book.read().bills[1:]:
                book.household(row_of(book, bill["房号"]), paid=bill["应缴合计"])
            book.parameter("arrival", "已到账")
            book.parameter("received_on", 46_384)
        book.household(6, relief=1_000)

    return fill


def settle(book: Book) -> None:
    """Paid in part, then settled for a little less than planned, and one item for more."""
    pay(book)
    for row, yuan in enumerate((370_000.55, 265_000, 3_000)):
        book.type(actual(book.plan).at("yuan", row), yuan)
    for row, item in enumerate(book.plan.project.costs[3:], 3):
        book.type(actual(book.plan).at("yuan", row), item.fen / 100)


def join(book: Book) -> None:
    """302 joins after the bills were due."""
    pay(book)
    book.parameter("late_day", 46_200)


def everything(book: Book) -> None:
    """All at once."""
    periods(3, 2)(book)
    settle(book)


def agreed(book: Book) -> None:
    """401 pays a fixed sum, 502 has a coefficient of its own."""
    pay(book)
    book.household(row_of(book, "401"), fixed=20_000)
    book.household(row_of(book, "502"), own=1.25, reason="跃层")


LATE = {"joinings": (Joining("302", way=JoiningWay.INTEREST, rate=350, months=18),)}
POOLS = {
    "costs": (*COSTS, CostItem("连廊", 9_000_007, pool="新增连廊"), CostItem("管线", 1_200_005, pool="管线")),
    "pools": (Pool("新增连廊", weights={2: 200_000, 3: 200_000, 4: 200_001}), Pool("管线", PoolWay.EQUAL)),
    "others": (("公共维修资金", 3_000_000), ("咸阳市第一纺织机械厂", 1_234_567)),
    "reserve_rate": 7_000,
}  # fmt: skip


def _reserved(one: Project) -> Project:
    flats = (replace(f, reserve=100_000 * (f.storey > 3), reserve_left=987_654) for f in one.flats)
    return replace(one, flats=tuple(flats))


#: Name → project, and what is typed into its book.
STATES: dict[str, tuple[Callable[[], Project], Callable[[Book], None]]] = {
    "one-period": (building, pay),
    "three-periods": (lambda: building(Topic.LEDGER), periods(3, 2)),
    "seven-periods": (lambda: building(Topic.LEDGER), periods(7, 4)),
    "gross": (building, gross(arrived=False)),
    "gross-arrived": (building, gross(arrived=True)),
    "settled": (lambda: building(Topic.SETTLEMENT, Topic.LEDGER), settle),
    "joined": (lambda: building(**LATE), join),
    "pools": (lambda: _reserved(building(**POOLS)), pay),
    "agreed": (lambda: building(Topic.OWN_TERMS), agreed),
    "everything": (lambda: _reserved(building(*EVERY, **POOLS, **LATE)), everything),
}  # fmt: skip
HALVES = ("one-period", "three-periods", "settled", "joined", "pools", "everything")


@dataclass(frozen=True)
class State:
    """A filled book, its plan and its file."""

    plan: SharingPlan
    book: Book

    @property
    def data(self) -> bytes:
        """The file with its cached values."""
        return filled(with_inputs(draft(self.plan), self.book.typed))


@cache
def state(name: str, two_a_page: bool = False) -> State:
    """The book in a state."""
    make, fill = STATES[name]
    one = replace(make(), two_a_page=two_a_page)
    one = replace(one, topics=needed(one) | one.topics)
    plan = SharingPlan(one)
    book = Book(make_book(one), plan)
    fill(book)
    return State(plan, book)
