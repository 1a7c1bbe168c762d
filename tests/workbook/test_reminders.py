"""催缴单 and 收款日报: who is overdue, and what came in on a day."""

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import Book, fen
from leases import lease, opened
from test_ledger import DAY, fall_due, pay

from elevshare.project import CostItem, Topic, assess
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.ledger.inputs import METHODS
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.reminders import daily
from elevshare.workbook.subjects.reminders.reminders_paper import LAYOUT
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.REMINDERS})
ROWS = len(LAYOUT.rows)


@pytest.fixture(scope="module")
def made():
    costs = (CostItem("费用", 30_000_001),)
    one = project(storeys=5, areas=ODD_AREAS[:2], costs=costs, topics=TOPICS)
    return Book(make_book(one), SharingPlan(one))


@pytest.fixture
def book(made):
    return made.as_made()


def reminders(said, count):
    return [said.form("催缴单", number * ROWS + 1, ROWS) for number in range(count)]


def test_every_overdue_household_has_a_reminder_without_gaps(book):
    one = book.plan.project
    dues = assess(one).dues
    payers = [number for number, due in enumerate(dues) if due]
    fall_due(book, DAY, DAY + 30)
    for key, value in (("instalments", 2), ("as_of", DAY + 40)):
        book.parameter(key, value)
    whole, half, *others = payers
    pay(book, 0, one.flats[whole].room, dues[whole] / 100)
    pay(book, 1, one.flats[half].room, (dues[half] // 2) / 100)
    said = book.read()
    late = [half, *others]
    papers = reminders(said, len(late) + 1)
    assert [paper.get("房号") for paper in papers] == [*(one.flats[row].room for row in late), None]
    left = [dues[half] - dues[half] // 2, *(dues[row] for row in others)]
    assert [fen(paper["逾期未缴"]) for paper in papers[:-1]] == left
    assert [paper["到期日"] for paper in papers[:2]] == ["2026-04-18", "2026-03-19"]
    book.parameter("as_of", None)
    assert "房号" not in reminders(book.read(), 1)[0]


def test_a_day_is_reported_by_method_and_one_by_one(book):
    rooms = [flat.room for flat in book.plan.project.flats]
    pay(book, 0, rooms[2], 100, day=DAY)
    pay(book, 1, rooms[3], 7, day=DAY + 1, method="现金")
    pay(book, 2, rooms[4], 20, day=DAY + 1, method="微信支付")
    pay(book, 3, rooms[3], 2, "退款", day=DAY + 1, method="现金")
    book.parameter("report_on", DAY + 1)
    said = book.read()
    assert said.block(daily.listed(book.plan), "amount")[:4] == [7, 20, -2, ""]
    sums = {said.at(f"收款日报!{left}{row}"): said.at(f"收款日报!{value}{row}")
            for row in range(5, 9) for left, value in ("AC", "EG")}  # fmt: skip
    assert sums == {**dict.fromkeys(METHODS, 0), "现金": 5, "微信": 20, "其中银行": 20, "合计": 25}
    assert said.failed == []


def test_a_lease_has_reminders_too():
    book = opened(replace(lease("beijing-hualing", 5, 2), topics=TOPICS))
    book.parameter("as_of", DAY)
    book.parameter("due_date", DAY)
    said = book.read()
    late = [value for value in said.block(collected(book.plan), "overdue") if value]
    assert late and [paper["逾期未缴"] for paper in reminders(said, len(late))] == late
