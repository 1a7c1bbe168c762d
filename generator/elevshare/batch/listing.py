"""Read the list of buildings: a table with one row a building, a roster, or a folder of rosters."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from elevshare.batch.columns import FILE, KIND, ROSTER
from elevshare.batch.continued import continued
from elevshare.batch.estate import RosterPart, parts_of, roster_sheets
from elevshare.batch.list_cells import texts_of
from elevshare.errors import InputError
from elevshare.intake import columns as roster
from elevshare.intake.roster_rows import found_roster
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.dittos import dittos
from elevshare.intake.tables.files import sheets_of
from elevshare.intake.tables.heading_rows import HeadingRows, heading_of
from elevshare.intake.tables.reading import FoundTable
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenSheet
from elevshare.text import noting, raise_all, shown

#: Most buildings of one list.
MAX_ROWS = 20_000
_ROSTERS = (".xlsx", ".csv", ".txt")
#: A heading of a list has at least so many columns, unless there is no better one.
_SOME = 2


@dataclass(frozen=True, slots=True)
class ListedBuilding:
    """One building of a list.

    Attributes:
        place: its row, for messages.
        texts: the filled cells, by column.
        listed: whether a list has it; else it is of a roster, and there are no cells to fill in.
        problem: what makes a book of it impossible; it must not stop the others.
    """

    place: str
    texts: Mapping[str, str]
    listed: bool = True
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was read: its path, the folder of the files it names, its buildings.

    ``report`` says what was understood of it.
    """

    path: Path
    folder: Path
    entries: tuple[ListedBuilding, ...]
    report: TableReport = field(default_factory=TableReport)


def read_list(path: Path, choices: TableChoices = ASKED_NOTHING) -> Listing:
    """The buildings of a list (.xlsx, .csv), of one roster, or of a folder of rosters.

    A roster of several sheets or stairwells gives a building for each.

    Raises:
        InputError: it cannot be read, has no heading or no building, or holds dates where
            none can be.
    """
    if path.is_dir():
        return _folder(path, choices)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheets = sheets_of(path, KIND.name)
        if parts := _roster(path, sheets, choices):
            entries = tuple(_entry(path, part) for part in parts)
            return Listing(path, path.parent, entries)
    return _table(path, sheets, choices)


def _roster(path: Path, sheets: Sequence[SeenSheet], choices: TableChoices) -> list[RosterPart]:
    """The parts of a file that is a roster itself; none if it is a list."""
    rosters = roster_sheets(path, choices)
    return parts_of(path, rosters, choices) if rosters else []


def _folder(path: Path, choices: TableChoices) -> Listing:
    """A building for every part of every roster in a folder, in the order of the names."""
    try:
        files = sorted(file for file in path.iterdir() if _is_roster(file))
    except OSError:
        raise InputError("不能查看这个文件夹", where=str(path), todo="请检查权限") from None
    if not files:
        raise InputError("文件夹里没有名册", where=str(path), todo="请放入 .xlsx 或 .csv 名册")
    return Listing(path, path, tuple(one for file in files for one in _file(file, choices)))


def _file(file: Path, choices: TableChoices) -> list[ListedBuilding]:
    """The buildings of one roster; one that cannot be read is one building, and fails later."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parts = parts_of(file, roster_sheets(file, choices), choices)
    except InputError:
        parts = []
    return [_entry(file, part) for part in parts or [RosterPart()]]


def _entry(file: Path, part: RosterPart) -> ListedBuilding:
    """The building of a part of a roster."""
    texts = {ROSTER: file.name, **part.texts}
    if not part.named:
        texts[FILE] = "-".join(text for text in (file.stem, part.sheet) if text)
    return ListedBuilding(
        " ".join(text for text in (file.name, part.place) if text), texts, listed=False
    )


def _is_roster(file: Path) -> bool:
    """Whether a file may be a roster: not hidden, and not the lock file of an open Excel."""
    hidden = file.name.startswith((".", "~$"))
    return file.suffix.lower() in _ROSTERS and not hidden and file.is_file()


def _table(path: Path, sheets: Sequence[SeenSheet], choices: TableChoices) -> Listing:
    """The buildings of the sheet that has a list."""
    sheet, heading = _chosen(path, sheets, choices)
    report = TableReport()
    table = FoundTable(sheet, heading, KIND, report)
    problems: list[InputError] = []
    entries = []
    rows = continued(dittos(list(table.rows()), report, ""), report)
    for row in rows:
        with noting(problems):
            texts, problem = texts_of(row, table)
            entries.append(ListedBuilding(row.where, texts, problem=problem))
        if len(entries) > MAX_ROWS:
            raise InputError(f"超过 {MAX_ROWS} 行", where=sheet.name, todo="请分成几个清单")
    raise_all(problems)
    if not entries:
        raise InputError("清单里没有一栋楼", where=sheet.name, todo="请在标题下面每栋楼写一行")
    return Listing(path, path.parent, tuple(entries), report)


def _chosen(
    path: Path, sheets: Sequence[SeenSheet], choices: TableChoices
) -> tuple[SeenSheet, HeadingRows]:
    """The visible sheet with the heading of a list; the first of several.

    Raises:
        InputError: there is none, or several; or there is a roster that lacks a column.
    """
    seen = [sheet for sheet in sheets if not sheet.hidden]
    rosters = [one for one in seen if heading_of(one, roster.KIND.name, roster.ROOM, choices)]
    found = [
        (sheet, heading)
        for sheet in seen
        if sheet not in rosters and (heading := heading_of(sheet, KIND.name))
    ]
    if rosters and not found:
        found_roster(rosters, choices, TableReport())
    best = [one for one in found if len(one[1].found) >= _SOME] or found
    if not best:
        raise InputError(
            "没有看得懂的标题行",
            where=shown(path.name),
            todo="请加一行标题，如：文件名、方案、名册、总费用、补贴",
        )
    if len(best) > 1:
        titles = "、".join(f"「{sheet.title}」" for sheet, _ in best)
        raise InputError(
            f"有 {len(best)} 张工作表都像清单：{titles}",
            where=shown(path.name),
            todo="请只留一张，或把别的隐藏起来",
        )
    return best[0]
