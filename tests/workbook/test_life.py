"""The whole life of one building in one book, typed in step by step as an accountant would.

A blank template, the roster, the vote, the notice, the bills, payments in three instalments, one
household leaves, one joins late, the subsidy arrives, the settlement. After each step the cash and
every household's balance are held against the rules, to the fen.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cached_property

import formualizer
import pytest
from buildings import EVERY, ODD_AREAS, PAYEE, flats
from editing import Book, column, fen, with_inputs

from elevshare.carrying.carry import carry
from elevshare.carrying.source import source_of
from elevshare.carrying.target import Wanted
from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, assess, joined_share
from elevshare.rules.arrival import SubsidyArrival
from elevshare.rules.late import Joining, settle
from elevshare.rules.notice import end_of_notice
from elevshare.rules.share import Method
from elevshare.schemes import find
from elevshare.templates.cities import city_books
from elevshare.workbook.book import make_book
from elevshare.workbook.field import day_number
from elevshare.workbook.subjects.cash import places as cashbook
from elevshare.workbook.subjects.cash import position
from elevshare.workbook.subjects.changes import versions
from elevshare.workbook.subjects.ledger.payments import schedule, typed
from elevshare.workbook.subjects.ledger.places import collected, total
from elevshare.workbook.subjects.notice import working_days
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.settlement.items import typed as typed_actual
from elevshare.workbook.subjects.sharing.plan import SharingPlan

COSTS = (
    CostItem("设备与安装", 38_000_000),
    CostItem("土建", 20_123_457),
    CostItem("设计监理", 3_111_110),
)
ACTUAL = (38_000_000, 20_987_654, 2_999_999)
SUBSIDY, ARRIVED = 20_000_000, 19_500_001
BLANK = Project(find("nanjing"), Method(), topics=EVERY)
DAY = 46_400
#: When the notice is put up: the Monday before a holiday that is arranged every year.
POSTED = date(2026, 9, 21)
INSTALMENTS = 3
#: What every bill has to tell.
PAPERS = {
    **{key: getattr(PAYEE, key) for key in ("estate", "building", "payee", "bank", "account")},
    "due_date": DAY + 90,
}


class Life:
    """The book as it is being filled in, and what ought to be true of it."""

    def __init__(self, blank=BLANK):
        self.book = Book(make_book(blank), SharingPlan(blank))
        self.plan, self.rows, self.spent = self.book.plan, 0, 0
        self.paid = defaultdict(int)
        self.project = replace(
            blank, flats=flats(6, ODD_AREAS[:2], ("302",)), storeys=6, costs=COSTS
        )

    def move(self, path, households):
        """Carry what is filled in over into a new book with more rows."""
        saved = formualizer.recalculate_xlsx_bytes(with_inputs(self.book.data, self.book.typed))
        path.write_bytes(saved["bytes"])
        carried = carry(source_of(path, force=False), Wanted(households=households))
        assert carried.lost == [] == carried.results
        assert carried.before == carried.after
        self.plan = SharingPlan(carried.project)
        self.book = Book(carried.data, self.plan)

    def type(self, block, row, **values):
        for key, value in values.items():
            self.book.type(block.at(key, row), value)

    def pay(self, room, amount, day):
        """Money of a household comes in, or below 0 goes back, as one row of 台账."""
        if amount:
            side = "收款" if amount > 0 else "退款"
            self.type(typed(self.plan), self.rows, day=day, room=room, side=side,
                      amount=abs(amount) / 100, method="转账")  # fmt: skip
            self.rows += 1
            self.paid[room] += amount

    def spend(self, row, item, amount, kind="工程款"):
        self.type(cashbook.payments(self.plan), row, day=DAY + row, spending=kind, item=item,
                  payee="施工单位", amount=amount / 100, method="转账")  # fmt: skip
        self.spent += amount

    def leave(self, room):
        self.project = self._with(room, taking_part=False)
        self.book.household(self.row(room), taking="否")

    def row(self, room):
        return [flat.room for flat in self.project.flats].index(room)

    def _with(self, room, **changes):
        new = [replace(f, **changes) if f.room == room else f for f in self.project.flats]
        return replace(self.project, flats=tuple(new))

    @cached_property
    def joining(self):
        return Joining("302")

    def owed(self, joined=False):
        """Room → what its household owes by now, in fen."""
        dues = assess(self.project).dues
        rooms = [flat.room for flat in self.project.flats]
        owed = dict(zip(rooms, dues, strict=True))
        if joined:
            late = settle(self.joining, joined_share(self.project, "302"), list(dues))
            for room, back in zip(rooms, late.refunds, strict=True):
                owed[room] -= back
            owed["302"] += late.payment
        return owed

    def reconcile(self, owed, arrived=0):
        """Every household's balance and the cash, read from the book, are as they must be."""
        said = self.book.read()
        assert said.errors == [] and said.failed == []
        rooms = [flat.room for flat in self.project.flats]
        balances = [owed[room] - self.paid[room] for room in rooms]
        left, over = (
            said.block(collected(self.plan), key)[: len(rooms)] for key in ("left", "over")
        )
        assert [fen(x) for x in left] == [max(0, b) for b in balances]
        assert [fen(x) for x in over] == [max(0, -b) for b in balances]
        money = {key: round(said.at(position.figure(self.plan, key)))
                 for key in ("received", "refunded", "arrived", "spent", "hand", "due", "overpaid")}  # fmt: skip
        assert money["received"] - money["refunded"] == sum(self.paid.values())
        assert (money["arrived"], money["spent"]) == (arrived, self.spent)
        assert money["hand"] == sum(self.paid.values()) + arrived - self.spent
        assert money["due"] - money["overpaid"] == sum(balances)
        return said


def a_roster_and_costs_make_bills(life):
    book = life.book
    assert book.read().failed  # a blank book is a draft
    for row, flat in enumerate(life.project.flats):
        book.household(row, room=flat.room, storey=flat.storey, area=flat.area / 100,
                       owner=flat.owner, taking="是" if flat.taking_part else "否")  # fmt: skip
    for row, item in enumerate(COSTS):
        book.type(life.plan.costs.at("item", row), item.name)
        book.cost(row, item.fen / 100)
    book.parameter("storeys", 6)
    for key, told in PAPERS.items():
        assert book.read().failed  # a bill without it cannot be paid
        book.parameter(key, told)
    said = life.reconcile(life.owed())
    assert said.dues[:12] == list(assess(life.project).dues)


def the_vote_is_held_and_carried(life):
    for row in range(12):
        life.book.household(row, vote="是", agree="是" if row != 3 else "否")
    life.book.parameter("consent_rule", "民法典278-改建")
    life.book.parameter("consent_part", "是")
    life.book.parameter("consent_peace", "是")
    life.reconcile(life.owed())


def the_subsidy_is_promised(life):
    choice = SubsidyChoice(SubsidyMode.MANUAL, SUBSIDY)
    life.project = replace(life.project, subsidy=choice)
    life.book.parameter("subsidy_mode", "手工填写")
    life.book.parameter("subsidy_amount", SUBSIDY / 100)
    life.type(cashbook.grants(life.plan), 0, level="市级", applied_on=DAY, applied=SUBSIDY / 100)
    life.reconcile(life.owed())


def the_notice_says_until_when_it_hangs(life):
    off, on = (list(map(date.fromisoformat, days)) for days in
               (life.project.notice.holidays, life.project.notice.workdays))  # fmt: skip
    life.book.parameter("notice_start", day_number(str(POSTED)))
    said = life.reconcile(life.owed())
    end = end_of_notice(POSTED, 7, off, on)
    assert said.at(working_days.figures(said.plan).end) == day_number(str(end))
    first = column(versions.typed(life.plan).all("v1"))
    for cell, due in zip(first, assess(life.project).dues, strict=False):
        life.book.type(cell, due / 100)
    life.book.parameter("version_on_1", day_number(str(POSTED)))
    life.reconcile(life.owed())


def two_instalments_are_paid(life):
    life.book.parameter("instalments", INSTALMENTS)
    for k in range(INSTALMENTS):
        life.type(schedule(life.plan), k, day=DAY + 100 * k)
    for k in (1, 2):
        life.book.parameter("instalment", k)
        bills = life.book.read()
        asked = dict(zip([bill["房号"] for bill in bills.bills], bills.to_pay, strict=True))
        assert asked == {room: due // INSTALMENTS for room, due in life.owed().items()}
        for room, amount in asked.items():
            life.pay(room, amount, DAY + 100 * (k - 1))
        life.book.parameter("as_of", DAY + 100 * (k - 1))
        said = life.reconcile(life.owed())
        assert said.at(total(life.plan, "overdue")) == 0
        life.spend(k, COSTS[0].name, 15_000_000)
        life.reconcile(life.owed())


def one_household_leaves_and_is_paid_back(life):
    life.leave("402")
    said = life.reconcile(life.owed())
    assert fen(said.block(collected(life.plan), "over")[life.row("402")]) == life.paid["402"] > 0
    assert "402" in str([value for (sheet, _), value in said.values.items() if sheet == "变更表"])
    life.pay("402", -life.paid["402"], DAY + 150)
    life.reconcile(life.owed())


def the_last_instalment_settles_what_is_left(life):
    life.book.parameter("instalment", 3)
    bills = life.book.read()
    for bill, amount in zip(bills.bills, bills.to_pay, strict=True):
        life.pay(bill["房号"], amount, DAY + 200)
    said = life.reconcile(life.owed())
    assert said.at(total(life.plan, "left")) == 0 == said.at(total(life.plan, "over"))


def one_joins_late_and_the_others_are_paid_back(life):
    life.book.parameter("late_room", "302")
    owed = life.owed(joined=True)
    said = life.reconcile(owed)
    bill = next(bill for bill in said.bills if bill["房号"] == "302")
    assert fen(bill["本次应缴"]) == owed["302"] > 0
    assert "现在应缴" in bill["本户怎么算"] and fen(bill["加：后加入"]) > 0
    for room, amount in owed.items():
        life.pay(room, amount - life.paid[room], DAY + 250)
    said = life.reconcile(owed)
    assert said.at(total(life.plan, "left")) == 0 == said.at(total(life.plan, "over"))


def the_subsidy_arrives_a_little_short(life):
    life.type(cashbook.grants(life.plan), 0, approved=ARRIVED / 100, arrived_on=DAY + 300,
              arrived=ARRIVED / 100)  # fmt: skip
    life.book.parameter("arrival", SubsidyArrival.RECEIVED.value)
    life.reconcile(life.owed(joined=True), ARRIVED)


def the_settlement_leaves_no_money_and_no_debt(life):
    for row, (item, amount) in enumerate(zip(COSTS, ACTUAL, strict=True)):
        life.type(typed_actual(life.plan), row, yuan=amount / 100)
        done = 30_000_000 if row == 0 else 0
        life.spend(3 + row, item.name, amount - done)
    said = life.book.read()
    assert said.errors == [] and said.failed == []
    net = sum(ACTUAL) - ARRIVED
    assert said.at(settled.figure(life.plan, "net")) == net
    done = replace(
        life.project,
        costs=tuple(replace(c, fen=fen) for c, fen in zip(COSTS, ACTUAL, strict=True)),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, ARRIVED),
    )
    owed = life.owed(joined=True)
    shifts = {room: owed[room] - due for room, due in life.owed().items()}
    rooms = [flat.room for flat in life.project.flats]
    owed = {room: due + shifts[room] for room, due in zip(rooms, assess(done).dues, strict=True)}
    life.reconcile(owed, ARRIVED)
    for row, room in enumerate(rooms):
        more, back = (
            said.block(settled.flats(life.plan), key)[row] for key in ("more_fen", "back_fen")
        )
        assert round(more - back) == owed[room] - life.paid[room]
        life.pay(room, round(more - back), DAY + 400)
    said = life.reconcile(owed, ARRIVED)
    assert sum(life.paid.values()) == net
    assert (
        said.at(settled.figure(life.plan, "more"))
        == 0
        == said.at(settled.figure(life.plan, "back"))
    )
    # What was raised is what was spent; nothing is left, nothing is to come.
    assert (
        said.at(position.figure(life.plan, "hand"))
        == 0
        == said.at(position.figure(life.plan, "left"))
    )
    assert "【草案】" not in said.at("决算表!A2")


STEPS = (
    a_roster_and_costs_make_bills,
    the_vote_is_held_and_carried,
    the_subsidy_is_promised,
    the_notice_says_until_when_it_hangs,
    two_instalments_are_paid,
    one_household_leaves_and_is_paid_back,
    the_last_instalment_settles_what_is_left,
    one_joins_late_and_the_others_are_paid_back,
    the_subsidy_arrives_a_little_short,
    the_settlement_leaves_no_money_and_no_debt,
)


@pytest.mark.sampled(0)
def test_the_whole_life_of_a_building():
    """One test: the steps follow each other, and workers share tests out as they like."""
    life = Life()
    for step in STEPS:
        step(life)


@pytest.mark.sampled(0)
def test_the_whole_life_in_the_template_of_a_city():
    """From the notice to the settlement in the book that is downloaded, with all its sheets."""
    life = Life(city_books("南京")["南京"]["加梯分摊-南京-40户-全部页.xlsx"])
    for step in STEPS:
        step(life)
    assert life.plan.flats == 40


@pytest.mark.sampled(0)
def test_the_life_goes_on_in_a_second_book(tmp_path):
    """After the instalments more rows are needed: the book is carried over, and the life goes on."""
    life = Life()
    for number, step in enumerate(STEPS):
        if step in (one_household_leaves_and_is_paid_back, the_subsidy_arrives_a_little_short):
            life.move(tmp_path / f"{number}.xlsx", 40 + number)
        step(life)
    assert life.plan.flats == 48
