"""台账 and 补贴到账 of a book that came back: the rows that count, as the book counts them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from elevshare.returned.cells import Cells, at
from elevshare.returned.entries import Arrival, Payment
from elevshare.returned.numbers import day_of
from elevshare.text import shown
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import DATES
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.cash.places import grants
from elevshare.workbook.subjects.ledger.inputs import METHODS, Side
from elevshare.workbook.subjects.ledger.payments import typed

_SIGNS = {Side.RECEIVED.value: 1, Side.REFUNDED.value: -1}
_METHODS = {method: method for method in METHODS}
_DAYS, _AMOUNTS = ("applied_on", "arrived_on"), ("applied", "approved", "arrived")
_LABELS = {"applied_on": "申领日期", "arrived_on": "到账日期", "applied": "申领金额",
           "approved": "批复金额", "arrived": "到账金额"}  # fmt: skip


def payments_of(cells: Cells, plan: Accounts, rooms: Collection[str]) -> Iterator[Payment]:
    """The payments of the households in ``rooms``; a row that cannot be meant counts nothing."""
    block, known = typed(plan), {room.casefold(): room for room in rooms}
    for row in range(block.count):
        here = at(block, row)
        filled = any(cells.value(here(key)) is not None for key in ("day", "room", "amount"))
        if filled and (payment := _payment(cells, block, row, known)):
            yield payment


def _payment(cells: Cells, block: Block, row: int, known: dict[str, str]) -> Payment | None:
    """One payment, ``None`` where something of it is wrong."""
    here = at(block, row)
    day = cells.number(here("day"), "日期", 1, *DATES, day=True)
    room, amount = cells.text(here("room")), cells.money(here("amount"), "金额")
    sign = cells.word(here("side"), "收款或退款", _SIGNS, 0)
    method = cells.word(here("method"), "方式", _METHODS, "")
    if room.casefold() not in known:
        cells.note(here("room"), f"“住户”里没有房号「{shown(room)}」", "请改成“住户”里的房号")
    if day.blank:
        cells.note(here("day"), "没有填日期", "请填日期，如 2026-03-31")
    if not amount.wrong and amount.units <= 0:
        cells.note(here("amount"), "金额不是大于 0 的数", "请填大于 0 的数，最多写两位小数")
    right = room.casefold() in known and day.right and amount.right and amount.units > 0
    if not right or not sign or not method:
        return None
    return Payment(day_of(day.units), known[room.casefold()], sign * amount.units, method)


def arrivals_of(cells: Cells, plan: Accounts) -> Iterator[Arrival]:
    """The subsidies that are applied for, approved or there; what cannot be meant counts nothing."""
    block = grants(plan)
    for row in range(block.count):
        here = at(block, row)
        keys = ("level", "number", *_DAYS, *_AMOUNTS)
        filled = any(cells.value(here(key)) is not None for key in keys)
        if filled and (arrival := _arrival(cells, block, row)):
            yield arrival


def _arrival(cells: Cells, block: Block, row: int) -> Arrival | None:
    """One subsidy, ``None`` where something of it is wrong."""
    here = at(block, row)
    days = {key: cells.number(here(key), _LABELS[key], 1, *DATES, day=True) for key in _DAYS}
    amounts = {key: cells.money(here(key), _LABELS[key]) for key in _AMOUNTS}
    level = cells.text(here("level"))
    applied, came = days["applied_on"], days["arrived_on"]
    approved, arrived = amounts["approved"], amounts["arrived"]
    flaws = (
        ("level", not level, "没有填级别", "请填级别，如 市级、区级"),
        ("applied", all(one.blank for one in amounts.values()), "没有金额",
         "申领、批复、到账金额至少填一个"),
        ("arrived", arrived.blank != came.blank, "到账日期和到账金额没有一起填", "请把两项填齐"),
        ("arrived_on", applied.right and came.right and came.units < applied.units,
         "到账日期早于申领日期", "请核对两个日期"),
        ("arrived", approved.right and arrived.units > approved.units,
         "到账金额多于批复金额", "请核对两个金额"),
    )  # fmt: skip
    for key, wrong, what, todo in flaws:
        if wrong:
            cells.note(here(key), what, todo)
    unreadable = any(one.wrong for one in (*days.values(), *amounts.values()))
    if unreadable or any(wrong for _, wrong, _, _ in flaws):
        return None
    first, last = (day_of(found.units) if found.right else "" for found in (applied, came))
    asked, granted, there = (found.units for found in amounts.values())
    return Arrival(level, first, asked, granted, last, there)
