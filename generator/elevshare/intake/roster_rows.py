"""The households of a roster: the rows that are some, each with its stairwell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elevshare.errors import InputError
from elevshare.intake.columns import (
    AREA,
    BUILDING,
    ENTRANCE,
    ESTATE,
    KIND,
    NEEDED,
    OWNER,
    ROOM,
    STAIRWELL,
    STOREY,
    TAKING_PART,
)
from elevshare.intake.fields import person_of
from elevshare.intake.missing_columns import refuse_missing
from elevshare.intake.own_terms import look_at_headings
from elevshare.intake.stairwells import Stairwell, distinct, of_rooms
from elevshare.intake.storeys_below import filled_storeys
from elevshare.intake.tables import fates
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.dittos import dittos
from elevshare.intake.tables.reading import FoundTable, TableRow
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenSheet
from elevshare.intake.tables.sheet_choice import chosen_sheet
from elevshare.project import MAX_FLATS
from elevshare.text import shown
from elevshare.vocabulary import folded, words


@dataclass(frozen=True, slots=True)
class FoundRoster:
    """The table of a roster, and its households, each with its stairwell."""

    table: FoundTable
    rows: tuple[tuple[Stairwell, TableRow], ...]

    @property
    def stairwells(self) -> list[Stairwell]:
        """The stairwells, each once, in the order of the roster."""
        return distinct(stairwell for stairwell, _ in self.rows)


def found_roster(
    sheets: Sequence[SeenSheet], choices: TableChoices, report: TableReport
) -> FoundRoster:
    """Find the roster in the sheets of a file, with the households of all its stairwells.

    Raises:
        InputError: there is no heading, a column is missing, or several sheets have a roster of
            which none is chosen.
    """
    needed = tuple(one for one in NEEDED if one != TAKING_PART or not choices.everyone)
    sheet, heading = chosen_sheet(sheets, KIND, needed, choices, report)
    table = FoundTable(sheet, heading, KIND, report, choices)
    refuse_missing(table, needed, choices)
    look_at_headings(table)
    rows = _bounded(_filled(table, report), sheet.name)
    rows = dittos(rows, report, ROOM)
    titles = [_section(row) for row in rows]
    rows = filled_storeys(rows, titles, report)
    if OWNER not in table.columns and report.unclear:
        report.look(f"没有业主一栏，账单上没有姓名；看不懂的栏：{''.join(report.unclear)}")
    named = _stairwells(rows, titles, table, report)
    households = [row for row, title in zip(rows, titles, strict=True) if not title]
    return FoundRoster(table, tuple(zip(named, households, strict=True)))


def _bounded(rows: Iterator[TableRow], where: str) -> list[TableRow]:
    """The rows; more than any estate has are refused."""
    found = []
    for row in rows:
        found.append(row)
        if len(found) > 50 * MAX_FLATS:
            raise InputError("住户太多", where=where, todo="请把名册按楼栋分开")
    return found


def _filled(table: FoundTable, report: TableReport) -> Iterator[TableRow]:
    """The rows that are households, or the title of a stairwell's; others are reported."""
    for row in table.rows():
        if set(row.cells) <= row.merged:  # the second line of a household on two
            continue
        if _empty(row) and not _section(row):
            rest = [text for text in (cell.text.strip() for cell in row.cells.values()) if text]
            report.leave_out(row.number, fates.UNSAID, shown(" ".join(rest)))
        else:
            yield row


def _empty(row: TableRow) -> bool:
    """Whether a row names no household: it may still have a number, 参与, or formulas that give 0."""
    nothing = {"", "0", "0.00", "0.0"}
    none = nothing | words("业主", "没有")
    own = [row.text(one) for one in (ROOM, AREA, STOREY) if one not in row.merged]
    owner = "" if OWNER in row.merged else row.text(OWNER)
    return all(folded(text) in nothing for text in own) and folded(owner) in none


def _section(row: TableRow) -> tuple[str, str] | None:
    """Building and entrance, of a row that is the title of a stairwell's rows."""
    texts = list(dict.fromkeys(cell.text.strip() for cell in row.cells.values()))
    return fates.section_of(texts)


def _stairwells(
    rows: Sequence[TableRow],
    titles: Sequence[tuple[str, str] | None],
    table: FoundTable,
    report: TableReport,
) -> list[Stairwell]:
    """The stairwell of every household: by columns, by titles between the rows, or by rooms.

    ``titles`` has building and entrance of each row that is a title.

    Raises:
        InputError: a name is not safe in a cell.
    """
    columns = [one for one in STAIRWELL if one in table.columns]
    found, now = [], dict.fromkeys(STAIRWELL, "")
    above = [title for row in table.above() if (title := fates.section_of(row))]
    if above:
        now[BUILDING], now[ENTRANCE] = _safe(above[-1], table.where)
    for row, title in zip(rows, titles, strict=True):
        if title:
            building, now[ENTRANCE] = _safe(title, row.where)
            now[BUILDING] = building or now[BUILDING]
            continue
        _enter(row, columns, now, report)
        found.append(Stairwell(now[ESTATE], now[BUILDING], now[ENTRANCE]))
    if ENTRANCE in columns or above or any(titles):
        return found
    by_room = of_rooms([row.text(ROOM) for row in rows])
    pairs = zip(found, by_room, strict=True) if by_room else ()
    return [_named(one, door) for one, door in pairs] or found


def _named(one: Stairwell, door: Stairwell) -> Stairwell:
    """The stairwell of a row's columns with the names that its room has and they have not."""
    return one._replace(building=one.building or door.building, entrance=door.entrance)


def _safe(title: tuple[str, str], where: str) -> tuple[str, str]:
    """Building and entrance of a title; what is not safe in a cell is refused."""
    building, entrance = (person_of(text, where, what=ENTRANCE) for text in title)
    return building, entrance


def _enter(row: TableRow, columns: Sequence[str], now: dict[str, str], report: TableReport) -> None:
    """Take the names of a row's stairwell over into ``now``; what is blank goes on as above.

    Another building has other entrances: none of them goes on from the building above.
    """
    for at, column in enumerate(columns):
        if text := person_of(row.text(column), row.where, what=column):
            if now[column] and folded(text) != folded(now[column]):
                now.update(dict.fromkeys(columns[at + 1 :], ""))
            now[column] = text
        elif now[column]:
            report.look(f"“{column}”空着的行，照上面的填")
