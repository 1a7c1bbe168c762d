"""Read 补贴到账 of a returned book: the rows that the book counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elevshare.project import Project
from elevshare.workbook.reading.entries import ArrivalEntry, Entries
from elevshare.workbook.reading.numbers import day_of
from elevshare.workbook.reading.rows import InputRow, Typed

_DAYS, _AMOUNTS = ("applied_on", "arrived_on"), ("applied", "approved", "arrived")


def entered(project: Project, entries: Entries, typed: Typed) -> Entries:
    """The entries with the subsidies applied for, approved or received."""
    return replace(entries, arrivals=tuple(arrivals_of(typed)))


def arrivals_of(typed: Typed) -> Iterator[ArrivalEntry]:
    """The subsidies of 补贴到账 from valid rows."""
    for row in typed.rows("arrivals"):
        if row.filled(("level", "number", *_DAYS, *_AMOUNTS)) and (arrival := _arrival(row)):
            yield arrival


def _arrival(row: InputRow) -> ArrivalEntry | None:
    """The subsidy of a row; ``None`` if the row is empty or invalid."""
    days = {key: row.number(key) for key in _DAYS}
    amounts = {key: row.number(key) for key in _AMOUNTS}
    level = row.text("level")
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
            row.note(key, what, todo)
    unreadable = any(one.wrong for one in (*days.values(), *amounts.values()))
    if unreadable or any(wrong for _, wrong, _, _ in flaws):
        return None
    first, last = (day_of(found.units) if found.right else "" for found in (applied, came))
    asked, granted, there = (found.units for found in amounts.values())
    return ArrivalEntry(level, first, asked, granted, last, there)
