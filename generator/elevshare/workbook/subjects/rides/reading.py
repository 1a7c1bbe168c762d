"""Read 使用费 of a returned book: the tariffs, the chosen one, each household's usage."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.fares import Fare
from elevshare.rules.rides import Tariff, Usage
from elevshare.workbook.reading.entries import Entries
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.reading.singles import Singles
from elevshare.workbook.subjects.rides.fare_inputs import PRICES
from elevshare.workbook.subjects.rides.inputs import FEES

_LABELS = {"ride": "次卡", "card": "月卡", "visitor": "访客"}
_USED = {"rides": "次卡次数", "cards": "月卡张数", "visitors": "访客次数", "owing": "欠费",
         "credit": "预存", "years": "年卡张数", "persons": "用次卡的人数", "free_persons": "免费人数",
         "free_rides": "免费次数"}  # fmt: skip


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the book's fees instead of the scheme's."""
    rides = project.scheme.rides
    if rides is None:
        return project
    tariffs = _tariffs(typed)
    stated = tuple(replace(one, fees=tariffs.get(one.name, one.fees)) for one in rides.tariffs)
    return replace(project, scheme=replace(project.scheme, rides=replace(rides, tariffs=stated)))


def entered(project: Project, entries: Entries, typed: Typed) -> Entries:
    """The entries with the month and its tariff; without a tariff all fees are 0."""
    rows = list(typed.rows("usage"))
    used = tuple(replace(one, usage=_usage(rows[one.row])) for one in entries.standings)
    filled = {one.row for one in used}
    for row in rows:
        if row.index not in filled:
            _check_stray(row)
    tariff = typed.singles.choice("ride_tariff", _tariffs(typed), Tariff(0, 0, 0))
    return replace(entries, standings=used, tariff=tariff, month=_month(typed.singles))


def fares(project: Project, typed: Typed) -> Project:
    """The project with the prices of the storeys; trailing blank storeys are left out."""
    found = [Fare(*(_price(row, key) for key in PRICES)) for row in typed.rows("fares")]
    while found and found[-1] == Fare():
        found.pop()
    return replace(project, fares=replace(project.fares, storeys=tuple(found)))


def _price(row: InputRow, key: str) -> int | None:
    """A price in fen; a blank or invalid one counts as none."""
    read = row.number(key, f"{row.index + 1} 层的{row.name(key)}")
    return read.units if read.right else None


def _tariffs(typed: Typed) -> dict[str, Tariff]:
    """Name → tariff. A blank or invalid fee is 0; of equal names the first counts."""
    found: dict[str, Tariff] = {}
    for row in typed.rows("tariffs"):
        read = (row.number(key, f"{_LABELS[key]}单价") for key in FEES)
        fees = [one.units if one.right else 0 for one in read]
        found.setdefault(row.text("name"), Tariff(*fees))
    return found


def _month(singles: Singles) -> str:
    """The billed month as yyyy-mm; empty if unknown."""
    year, month = singles.known("usage_year"), singles.known("usage_month")
    return f"{year}-{month:02}" if year and month else ""


def _usage(row: InputRow) -> Usage:
    """One household's usage; an invalid entry counts as 0."""
    read = {key: row.number(key, name) for key, name in _USED.items() if key in row}
    return Usage(**{key: one.units if one.right else 0 for key, one in read.items()})


def _check_stray(row: InputRow) -> None:
    """Note a finding for usage in a row without a household."""
    for key in (key for key in (*_USED, "who") if key in row):
        if row.value(key) is not None:
            row.note(key, "“住户”的这一行没有填好", "请先填好“住户”，或清空这一行")
            break
