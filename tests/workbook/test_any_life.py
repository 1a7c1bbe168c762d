"""Random states of one building's accounts, all subjects at once: no fen is lost between sheets."""

import random
from dataclasses import replace
from functools import cache

import pytest
from buildings import EVERY, ODD_AREAS, project
from editing import Book, fen

from elevshare.project import CostItem
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.cash import places as cashbook
from elevshare.workbook.subjects.cash import position
from elevshare.workbook.subjects.charts import numbers as charts
from elevshare.workbook.subjects.late.advances import typed as advances
from elevshare.workbook.subjects.late.inputs import key as late_key
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import collected, total
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.settlement.items import typed as typed_actual
from elevshare.workbook.subjects.sharing.plan import SharingPlan

COSTS = (CostItem("设备", 30_000_001), CostItem("土建", 21_234_566), CostItem("设计", 999_999))
BASE = replace(
    project(storeys=5, areas=ODD_AREAS[:2], costs=COSTS, out=("302",)), topics=EVERY, joiners=2
)
ROOMS = [flat.room for flat in BASE.flats]


@cache
def opened():
    return Book(make_book(BASE), SharingPlan(BASE))


def fill(book, chance):
    """Type a random state: subsidy and its billing, relief, fund, payments, a joiner, actual costs."""
    plan = book.plan
    book.parameter("subsidy_mode", chance.choice(["不计补贴", "手工填写"]))
    subsidy = chance.randint(1, 20_000_000)
    book.parameter("subsidy_amount", subsidy / 100)
    book.parameter("billing", chance.choice(["按净额收", "先收全额，到账后退"]))
    book.parameter("compensation", chance.choice([0, 12_345.67]))
    book.parameter("unit", chance.choice(["分", "元", "百元"]))
    book.parameter("opt_out", chance.choice(["全体分担", "同层分担"]))
    periods = chance.randint(1, 4)
    book.parameter("instalments", periods)
    book.parameter("instalment", chance.randint(1, periods))
    for row in range(4, 10):
        if chance.random() < 0.3:
            book.household(row, relief=chance.randint(1, 300_000) / 100)
        if chance.random() < 0.3:
            book.household(row, fund=chance.randint(1, 400_000) / 100)
    left, out = chance.choice([6, 7, 8]), chance.random() < 0.5
    if out:
        book.household(left, taking="否")
    pay(book, chance)
    join(book, chance, 1, "302")
    if out:
        join(book, chance, 2, ROOMS[left])
    spend(book, chance)
    if chance.random() < 0.5:
        for row in range(3):
            book.type(typed_actual(plan).at("yuan", row), chance.randint(1, 30_000_000) / 100)


def join(book, chance, number, room):
    """One who stays out joins later, or not."""
    if chance.random() < 0.5:
        return
    book.parameter(late_key("late_room", number), room)
    book.parameter(
        late_key("late_basis", number),
        chance.choice(["按应分摊", "按已缴", "按垫付", "垫付户平分"]),
    )
    book.parameter(late_key("late_way", number), chance.choice(["不加不减", "倍数"]))
    book.parameter(late_key("late_multiple", number), chance.randint(0, 300) / 100)
    for row in range(chance.randint(0, 3)):
        of = {
            "room": chance.choice(ROOMS),
            "yuan": chance.randint(0, 10**7) / 100,
            "joiner": chance.choice([None, 1, 2]),
        }
        for column, value in of.items():
            book.type(advances(book.plan).at(column, row), value)


def pay(book, chance):
    paid = dict.fromkeys(ROOMS, 0)
    for row in range(chance.randint(0, 20)):
        room, amount = chance.choice(ROOMS[4:]), chance.randint(1, 9_000_000)
        back = chance.random() < 0.25 and paid[room] > 0
        amount = min(amount, paid[room]) if back else amount
        paid[room] += -amount if back else amount
        values = {"day": 46_100 + row, "room": room, "side": "退款" if back else "收款",
                  "amount": amount / 100, "method": chance.choice(["现金", "转账"])}  # fmt: skip
        for key, value in values.items():
            book.type(typed(book.plan).at(key, row), value)


def spend(book, chance):
    for row in range(chance.randint(0, 5)):
        kind = chance.choice(["工程款", "其他支出"])
        item = chance.choice([None, *(cost.name for cost in COSTS)]) if kind == "工程款" else None
        values = {"day": 46_100, "spending": kind, "item": item, "payee": "某公司",
                  "amount": chance.randint(1, 20_000_000) / 100, "method": "转账"}  # fmt: skip
        for key, value in values.items():
            book.type(cashbook.payments(book.plan).at(key, row), value)


def settling(said):
    return said.at(settled.figure(said.plan, "ready")) == 1


def ahead(said):
    """What is asked for until the subsidy has arrived."""
    return sum(x for x in said.block(said.plan.shares, "ahead") if x != "")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("seed", range(20))
def test_no_fen_is_lost_between_the_sheets(seed):
    book = opened().as_made()
    fill(book, random.Random(seed))
    said = book.read()
    assert said.errors == []

    def cash(key):
        return round(said.at(position.figure(book.plan, key)))

    def column(key):
        return [fen(x) for x in said.block(collected(book.plan), key)[: len(ROOMS)]]

    owed, left, over = column("owed"), column("left"), column("over")
    net = [i - o for i, o in zip(column("in"), column("out"), strict=True)]
    funds = column("fund")
    for due, paid, fund, less, more in zip(owed, net, funds, left, over, strict=True):
        assert due - paid - fund == less - more and min(less, more) == 0
    assert sum(left) == round(said.at(total(book.plan, "left")))
    assert cash("hand") == sum(net) + sum(funds) + cash("arrived") - cash("spent")
    going = ("cost_left", "payout_left", "overpaid", "ahead", "upkeep")
    coming = cash("hand") + cash("due") + cash("grant_due")
    assert cash("left") == coming - sum(map(cash, going)) == cash("why")
    last = said.at(book.plan.figure("period")) == said.at(book.plan.figure("periods"))
    if last:
        assert said.to_pay == left
    red = set(said.failed) - {
        "减免和公积金不超过应分摊",
        "公积金不超过最多可提",
        "决算的补贴不超过费用与补偿",
        "先收全额的补贴到账后才决算",
    }
    if settling(said) and not ahead(said):
        rows = settled.flats(book.plan)
        more, back = (
            [round(x) for x in said.block(rows, key)[: len(ROOMS)]]
            for key in ("more_fen", "back_fen")
        )
        assert (more, back) == (left, over)
    # A joiner whose money nobody can be given, because nobody has paid: the book says so.
    assert not red or any(name.startswith("后加入的钱有户可退") for name in red), said.failed


@pytest.mark.parametrize("settled_too", [False, True], ids=["planned", "settled"])
def test_relief_of_a_whole_share_does_not_swallow_what_a_joiner_pays_back(settled_too):
    book = opened().as_made()
    share = book.read().dues[6]
    book.household(6, relief=share / 100)
    book.parameter("late_room", "302")
    if settled_too:
        for row, cost in enumerate(COSTS):
            book.type(typed_actual(book.plan).at("yuan", row), cost.fen / 100)
    said = book.read()
    back = round(said.at(joiners(book.plan)[0].refunds.at("units", 6)))
    assert said.errors == [] and said.failed == [] and back > 0
    assert fen(said.at(collected(book.plan).at("over", 6))) == back
    assert fen(said.at(collected(book.plan).at("left", 6))) == said.to_pay[6] == 0
    assert said.at(settled.flats(book.plan).at("back_fen", 6)) == (back if settled_too else 0)
    owed = [fen(x) for x in said.block(collected(book.plan), "owed")[: len(ROOMS)]]
    assert sum(owed) == sum(said.dues[: len(ROOMS)]) - share
    assert min(said.block(charts.flats(book.plan), "paid")[: len(ROOMS)]) == 0


def test_what_is_billed_ahead_of_the_subsidy_is_not_settled_before_it_has_arrived():
    book = opened().as_made()
    book.parameter("subsidy_mode", "手工填写")
    book.parameter("subsidy_amount", 100_000)
    book.parameter("billing", "先收全额，到账后退")
    for row, cost in enumerate(COSTS):
        book.type(typed_actual(book.plan).at("yuan", row), cost.fen / 100)
    assert book.read().failed == ["先收全额的补贴到账后才决算"]
    book.parameter("arrival", "已到账")
    assert book.read().failed == []


def test_what_a_fund_has_brought_can_go_back_to_the_household():
    book = opened().as_made()
    share = book.read().dues[6]
    book.household(6, fund=share / 100, taking="否")
    back = {
        "day": 46_100,
        "room": ROOMS[6],
        "side": "退款",
        "amount": share / 100,
        "method": "转账",
    }
    for key, value in back.items():
        book.type(typed(book.plan).at(key, 0), value)
    said, row = book.read(), collected(book.plan)
    assert said.errors == [] and "退款不超过收款" not in said.failed
    assert "各户已缴合计等于台账净收" not in said.failed and "最后结余说得清来由" not in said.failed
    assert said.at(row.at("left", 6)) == said.at(row.at("over", 6)) == 0
    assert (
        said.at(position.figure(book.plan, "hand"))
        == said.at(position.figure(book.plan, "left"))
        == 0
    )
    book.type(typed(book.plan).at("amount", 0), (share + 1) / 100)
    assert "退款不超过收款" in book.read().failed
