"""The printed bills of leases, rides and the running cost, added up as a neighbour does it."""

import re
from dataclasses import replace
from functools import cache

import pytest
from buildings import RUNNING_DUE, project_from
from editing import Book, with_inputs
from printing import printouts
from test_ledger import pay
from test_usage import type_month

from elevshare.rules.lease import Lease, LeasePeriod
from elevshare.rules.rides import Usage
from elevshare.rules.upkeep import Upkeep, UpkeepItem, UpkeepPeriod
from elevshare.schemes import find
from elevshare.workbook.book import draft, family_of, make_book
from elevshare.workbook.engine.filling import filled

UPKEEP = Upkeep((UpkeepItem("电费", 480_000), UpkeepItem("维保", 720_001)), advertising=200_000, fund=5_000,
                period=UpkeepPeriod.QUARTER, number=3, year=2026, due_date=RUNNING_DUE)  # fmt: skip
NOTHING = "不用缴款"


@cache
def opened(scheme, **more):
    """The book of a small building, and its rooms."""
    one = project_from(
        find(scheme),
        storeys="5" if scheme == "beijing-hualing" else "6",
        areas="61.03,80.17",
        **more,
    )
    one = replace(
        one, upkeep=UPKEEP, lease=Lease(start="2026-03-01", period=LeasePeriod.QUARTER, number=2)
    )
    return Book(make_book(one), family_of(one).plan(one)), [flat.room for flat in one.flats]


def leased():
    """201 paid a part, 202 too much, 301 all of it; 302 is relieved; 401 owes from last year."""
    book, rooms = opened("beijing-hualing")
    dues = dict(zip(rooms, book.as_made().read().dues, strict=False))
    for row, (room, yuan) in enumerate({"201": 50, "202": 9_999, "301": dues["301"] / 100}.items()):
        pay(book, row, room, yuan)
    book.household(rooms.index("302"), relief=3.5)
    book.household(rooms.index("401"), arrears=1_200.5)
    return book


def ridden():
    """201 is new, 202 owes, 301 has paid ahead more than the month, 302 just as much."""
    book, rooms = opened("beijing-rongsheng", cost="60万")
    book.as_made()
    used = {"201": Usage(rides=30), "202": Usage(rides=10, owing=120_050),
            "301": Usage(5, 1, 2, 3_000, 9_999_999), "302": Usage(rides=10, credit=500)}  # fmt: skip
    type_month(book, {rooms.index(room): one for room, one in used.items()})
    return book


def slips(book, folder, title, sheet):
    """Room → the printed text of its slip."""
    data = filled(with_inputs(draft(book.plan), book.typed))
    text = "\n".join(printouts({"one": data}, folder)["one"].of(sheet))
    found = {}
    for one in text.split(title)[1:]:
        found[re.search(r"房号(\d{3})", one)[1]] = one
    return found


def fen(slip, label):
    """The amount beside a label; nothing where the slip says so in words."""
    found = re.search(re.escape(label) + r"¥?(不用缴款|没有|[\d,]+\.\d\d)", slip)[1]
    return 0 if found in (NOTHING, "没有") else round(float(found.replace(",", "")) * 100)


CASES = {
    "lease": (leased, "收费单", "电梯使用费缴款通知单", ("本期费用", "加：以前应缴"),
              ("减：本年已缴", "减：减免"), "本次应缴", "多缴，抵下期"),
    "rides": (ridden, "使用费单", "电梯使用费缴款通知单", ("本月使用费", "加：以前欠"),
              ("减：预存",), "本次应缴", "预存还剩"),
    "upkeep": (ridden, "运维账单", "电梯运行维护费缴款通知单", ("本期运维费", "加：基金"), (), "合计应缴", ""),
}  # fmt: skip


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", CASES)
def test_a_neighbour_gets_the_same_sum(name, tmp_path):
    fill, sheet, title, plus, minus, due, over = CASES[name]
    found = slips(fill(), tmp_path, title, sheet)
    assert len(found) >= 3
    for slip in found.values():
        sum_ = sum(fen(slip, one) for one in plus) - sum(fen(slip, one) for one in minus)
        assert fen(slip, due) - (fen(slip, over) if over else 0) == sum_, slip
        assert (NOTHING in slip) == (sum_ <= 0) and "¥0.00" not in slip
        assert not re.search("待填|核实|草案|加梯分摊0|校验", slip)
    if name == "lease":
        assert fen(found["202"], over) > 0 and fen(found["401"], plus[1]) >= 120_050
