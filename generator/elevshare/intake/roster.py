"""Read a roster of households from a CSV or XLSX file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.columns import (
    AMOUNTS,
    AREA,
    FIXED,
    KIND,
    MORE,
    OWN_WEIGHT,
    OWNER,
    PERCENT,
    ROOM,
    STOREY,
    TAKING_PART,
)
from elevshare.intake.fields import date_error, refuse_cut
from elevshare.intake.fields.areas import PLACES
from elevshare.intake.flats import RosterRow, check_count
from elevshare.intake.roster_rows import FoundRoster, found_roster
from elevshare.intake.stairwells import OTHERS, Stairwell, chosen, spoken
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.fates import HIDDEN
from elevshare.intake.tables.files import sheets_of
from elevshare.intake.tables.numbers import amount_of_cell, doubt_few, number_text, percent_text
from elevshare.intake.tables.reading import FoundTable, TableRow
from elevshare.intake.tables.report import TableReport, listed
from elevshare.intake.tables.seen import SeenCell
from elevshare.intake.tick_columns import answered
from elevshare.money import yuan
from elevshare.opened.days import looks_like_date
from elevshare.rules.share import WEIGHT_PLACES
from elevshare.text import noting, raise_all, shown

#: Decimals of a storey: a half one must not pass for a whole one because it is shown so.
_ANY = 15
#: Yuan below which a compensation without a unit is probably one in 万元.
_FEW = 100
#: Cells that must not be merged over several households.
_OWN = (ROOM, AREA, *AMOUNTS, OWN_WEIGHT, PERCENT, FIXED)


def read_roster(
    path: Path, choices: TableChoices = ASKED_NOTHING, report: TableReport | None = None
) -> list[RosterRow]:
    """The texts of every household of one stairwell.

    What is hidden, totals, notes and repeated headings are left out and reported; what is written
    once for several rows is filled in. The texts are not validated here; ``flats_from_rows`` does
    that.

    Raises:
        InputError: the file cannot be read, has no heading, lacks a column, has several sheets or
            stairwells of which none is chosen, or is too large.
    """
    return rows_of(path, choices, report if report is not None else TableReport())[1]


def rows_of(
    path: Path, choices: TableChoices, report: TableReport
) -> tuple[Stairwell, list[RosterRow]]:
    """The stairwell that is chosen, and its households.

    Raises:
        InputError: as ``read_roster``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = found_roster(sheets_of(path, KIND.name), choices, report)
    _look_at_hidden(report)
    if not found.rows:
        raise _nobody(report, choices)
    check_count(len(found.rows), report.source)
    one = chosen(found.stairwells, choices, report.source)
    same = {each for each in {name for name, _ in found.rows} if each.key == one.key}
    rows = [row for stairwell, row in found.rows if stairwell in same]
    check_count(len(rows), report.source)
    _look_at_others(found, one, report)
    report.stairwell = one.name
    struck = found.table.sheet.struck_rows
    if lines := [row for row in rows if row.number in struck]:
        numbers = listed([f"第 {row.number} 行" for row in lines])
        remark = f"画了删除线的行也列入了：{numbers}；不要的，请删去这些行"
        report.look(remark, ROOM, [row.where for row in lines])
    problems: list[InputError] = []
    texts = [_texts(row, found.table, problems, everyone=choices.everyone)
             for row in rows if not _is_stray(row, problems)]  # fmt: skip
    raise_all(problems)
    report.named = named = spoken(one, found.table.headings)
    return named, texts


def _look_at_others(found: FoundRoster, one: Stairwell, report: TableReport) -> None:
    """Say which rooms name no stairwell and were left out for it."""
    rooms = [row.text(ROOM).strip() for stairwell, row in found.rows
             if stairwell.entrance == OTHERS != one.entrance]  # fmt: skip
    if rooms:
        report.look(f"房号没有写单元的没有列入：{listed([shown(room) for room in rooms])}")


def _nobody(report: TableReport, choices: TableChoices) -> InputError:
    """The error where there is no household at all, with the reason."""
    what, todo = "没有任何住户", "请至少填一户，每户一行"
    if any(one.why == HIDDEN for one in report.left_out):
        what, todo = "住户都在隐藏的行里", "请先取消隐藏或筛选"
    elif choices.rows:
        what, todo = "没有住户，只取了第 {}–{} 行".format(*choices.rows), "请改正 --rows"
    return InputError(what, where=report.source, todo=todo)


def _look_at_hidden(report: TableReport) -> None:
    """Say which rows were left out because they are hidden."""
    hidden = [f"第 {one.row} 行" for one in report.left_out if one.why == HIDDEN]
    if hidden:
        report.look(f"隐藏的行没有列入：{listed(hidden)}；要列入，请先取消隐藏或筛选")


def _texts(
    row: TableRow, table: FoundTable, problems: list[InputError], *, everyone: bool
) -> RosterRow:
    """One household as texts. What is wrong is added to ``problems``."""
    problems += _merged(row)
    texts = {}
    for column, cell in row.cells.items():
        with noting(problems):
            texts[column] = _text(column, cell, row, table)
    with noting(problems):
        texts = answered(texts, table, row.where)
    everyone = everyone and TAKING_PART not in table.columns
    taking = texts.get(TAKING_PART, "是" if everyone else "")
    more = {column: text for column in MORE if (text := texts.get(column)) is not None}
    room, storey, area, owner = (texts.get(one, "") for one in (ROOM, STOREY, AREA, OWNER))
    return RosterRow(room, storey, area, owner, taking, row.where, more)


def _is_stray(row: TableRow, problems: list[InputError]) -> bool:
    """Whether all of a row is a text that is no room: a note, a date, a total without a word.

    That is added to ``problems`` as one, not as all that a household would lack.
    """
    own = [(column, cell) for column, cell in row.cells.items() if column not in row.merged]
    if len(own) != 1 or row.merged:
        return False
    column, cell = own[0]
    text = cell.text.strip()
    numbered = any(sign.isdigit() for sign in text) and not cell.dated and not looks_like_date(text)
    if column == ROOM and numbered:
        return False
    what = cell.day_text if cell.dated else shown(text)
    problems.append(
        InputError(
            f"这一行只有「{what}」，看不出是一户",
            where=row.where,
            todo="是住户的请填全，不是的请删去这一行，或用 --rows 只取住户的行",
        )
    )
    return True


def _merged(row: TableRow) -> Iterator[InputError]:
    """What must not be merged with the row above."""
    for column in _OWN:
        if column in row.merged:
            yield InputError(
                f"{column}和上一行合并在一起",
                where=row.where,
                todo="请取消合并，每户各填一格；是一户的几个业主，请写在同一格里",
            )


def _text(column: str, cell: SeenCell, row: TableRow, table: FoundTable) -> str:
    """The text of a cell, a number as it is seen; a date is refused, an amount is in yuan."""
    if cell.dated:
        raise date_error(column, cell.day_text, row.where)
    if column == AREA:
        return number_text(cell, PLACES, row.where, column, table.report)
    if column == STOREY:
        return number_text(cell, _ANY, row.where, column, table.report)
    if column in (OWN_WEIGHT, PERCENT):
        return percent_text(cell, WEIGHT_PLACES, row.where, column, table.report)
    if column in AMOUNTS or (column == FIXED and any(map(str.isdigit, cell.text))):
        unit = table.unit(column)
        fen = amount_of_cell(cell, unit, row.where, column, table.report)
        doubt_few(fen, _FEW, cell, unit, row.where, column, table.report)
        return yuan(fen)
    if column == ROOM and isinstance(cell.value, bool):
        return str(cell.value)  # which is refused; 是 would pass for a name
    refuse_cut(cell.value, column, row.where)
    return cell.text
