"""The households of a roster as they were understood, and those of the page's table as they are read."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict

from elevshare.commands.building import (
    add_building,
    add_options,
    choices_from,
    name_of,
    project_under,
    scheme_of,
)
from elevshare.commands.roster import record_of
from elevshare.errors import InputError
from elevshare.intake import roster_flats
from elevshare.intake.columns import AREA, KIND, OWNER, PERCENT, ROOM, STOREY, TAKING_PART
from elevshare.intake.doubts import look_at_storeys
from elevshare.intake.fields import stated_storey_of
from elevshare.intake.project_file import MORE
from elevshare.intake.roster_rows import found_roster
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.files import sheets_of
from elevshare.intake.tables.report import TableReport
from elevshare.money import yuan
from elevshare.project import Project
from elevshare.project.checks import scope_checks
from elevshare.project.notices import notices
from elevshare.rules.share import WEIGHT_SCALE, Flat
from elevshare.text import storey_text

#: Key of ``[[flat]]`` in a project file → the name of its column.
NAMES = {"room": ROOM, "storey": STOREY, "area": AREA, "owner": OWNER, "taking_part": TAKING_PART,
         **MORE}  # fmt: skip
_KEYS = {**{column: key for key, column in NAMES.items()}, PERCENT: "own_weight"}
_WEIGHTS = "--coefficients"
#: What a message says of the command line → the field of the page that does the same.
_FIELDS = {
    "请用 batch 命令": "请一个一个选",
    "--entrance": "下面的“单元”",
    "--sheet": "下面的“工作表”",
    "--columns": "下面的“哪一栏当作什么”",
    "--rows": "下面的“只取哪几行”",
    "--everyone-takes-part": "下面的“全体都参与”",
    _WEIGHTS: "下一步的“各层系数”",
    "--storeys": "“总层数”",
}
_COLUMNS = re.compile("用 --columns (.+?) 指定")
_PLACE = re.compile(r"\S*\.toml 第 (\d+) 行")
_OTHER = re.compile(r" ?(?:\S*\.toml )?第 (\d+) 行")


class Mark(TypedDict):
    """What is said of a cell: the household's number from 0, its key in ``[[flat]]``, the words."""

    row: int
    key: str
    text: str


class Building(TypedDict):
    """The households that a project file makes, and what is wrong with them or to be looked at.

    ``later`` says that the error is not one of the households: weights are filled in afterwards.
    """

    error: str
    later: bool
    wrong: list[Mark]
    doubts: list[Mark]
    remarks: list[str]
    rows: list[dict[str, str]]


def read_roster(words: Sequence[str]) -> dict[str, Any]:
    """What ``elevshare roster --json`` says of a file, and its households as texts of ``[[flat]]``.

    Of a roster that is refused: the error, and the sheets and stairwells to choose from.
    ``words`` are the file and the options of the command.
    """
    parser = ArgumentParser()
    parser.add_argument("file")
    add_building(parser)
    options = parser.parse_args(words)
    highest = stated_storey_of(options.storeys, "", what="总层数") if options.storeys else None
    choices = choices_from(options)
    try:
        report, flats = roster_flats(options.file, choices, highest)
    except InputError as error:
        sheets, stairwells = _choices(Path(options.file), choices)
        return {"error": on_page(str(error)), "sheets": sheets, "stairwells": stairwells}
    seen = [Mark(row=row, key=_KEYS[one.column], text=f"“{' '.join(one.before.split())}”→{one.after}")
            for one in report.translated if one.column in _KEYS
            for row in _rows(one.where, report, flats)]  # fmt: skip
    return {
        **record_of(options.file, report, flats),
        "rows": [texts_of(flat, percent=report.by_household) for flat in flats],
        "seen": seen,
        "doubtful": _doubts(report, flats),
        "papers": dict(zip(("estate", "building", "entrance"), report.named, strict=True)),
    }


def _choices(path: Path, choices: TableChoices) -> tuple[list[str], list[str]]:
    """The sheets of a file, and the stairwells of its roster, where there are several."""
    sheets, stairwells = [], []
    with suppress(InputError):
        seen = sheets_of(path, KIND.name)
        sheets = [one.title for one in seen if not one.hidden]
        found = found_roster(seen, replace(choices, everyone=True), TableReport())
        stairwells = [one.name for one in found.stairwells if one.name]
    return sheets if len(sheets) > 1 else [], stairwells if len(stairwells) > 1 else []


def on_page(text: str) -> str:
    """A message with the page's own fields in place of options.

    >>> on_page("请用 --entrance 选一个，如 1")
    '请用下面的“单元”选一个，如 1'
    """
    text = _COLUMNS.sub(r"在下面的“哪一栏当作什么”里写 \1", text)
    for option, name in _FIELDS.items():
        text = re.sub(f" ?{option} ?", name, text)
    return text


def building(words: Sequence[str]) -> Building:
    """How the building of a project file is read under a scheme.

    ``words`` are those of a command that takes a building: the scheme and --project.
    """
    parser = ArgumentParser()
    add_options(parser)
    options = parser.parse_args(words)
    report = TableReport()
    try:
        project = project_under(scheme_of(name_of(options) or "", options), options, report)
        look_at_storeys(project.flats, report)
    except InputError as error:
        starts = _starts(Path(options.project))
        lines = [_said(line, starts) for line in str(error).splitlines()]
        wrong = [mark for mark, _ in lines if mark]
        text = on_page("\n".join(line for _, line in lines))
        later = not wrong and _WEIGHTS in str(error)
        return {
            "error": text,
            "later": later,
            "wrong": wrong,
            "doubts": [],
            "remarks": [],
            "rows": [],
        }
    remarks = [*(_PLACE.sub("", one) for one in report.remarks), *_of_scheme(project)]
    rows = [texts_of(flat, percent=project.by_household) for flat in project.flats]
    doubts = _doubts(report, project.flats)
    return {
        "error": "",
        "later": False,
        "wrong": [],
        "doubts": doubts,
        "remarks": remarks,
        "rows": rows,
    }


def texts_of(flat: Flat, *, percent: bool = False) -> dict[str, str]:
    """A household as the texts of ``[[flat]]``; what it does not have is left out.

    ``percent`` says that its own weight is a percentage.

    >>> texts_of(Flat("101", 5.5, 6103, own_weight=205_000), percent=True)
    {'room': '101', 'storey': '5.5', 'area': '61.03', 'taking_part': '是', 'own_weight': '20.5%'}
    """
    own = "" if flat.own_weight is None else f"{_decimal(flat.own_weight)}{'%' if percent else ''}"
    texts = {
        "room": flat.room,
        "storey": storey_text(flat.storey) if flat.storey else _BELOW,
        "area": f"{flat.area // 100}.{flat.area % 100:02d}" if flat.area else "",
        "owner": flat.owner,
        "taking_part": _answer(flat.taking_part),
        "vote": _answer(flat.vote),
        "agrees": _answer(flat.agrees),
        "person": flat.person,
        "exempt": "是" if flat.exempt else "",
        "payout": yuan(flat.payout) if flat.payout else "",
        "own_weight": own,
        "fixed": "" if flat.fixed is None else yuan(flat.fixed),
        "reason": flat.reason,
        "reserve": yuan(flat.reserve) if flat.reserve else "",
        "reserve_left": "" if flat.reserve_left is None else yuan(flat.reserve_left),
        "term": _TERMS.get(flat.term, ""),
    }
    return {key: text for key, text in texts.items() if text}


#: How a storey is written that is below the first one, nobody says how deep.
_BELOW = "地下"
_TERMS = {"month": "按月", "year": "按年"}


def _answer(answer: bool | None) -> str:
    """是, 否, or nothing."""
    return "" if answer is None else "是" if answer else "否"


def _decimal(weight: int) -> str:
    """A weight with all its decimals."""
    whole, rest = divmod(weight, WEIGHT_SCALE)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def _rows(at: str, report: TableReport, flats: Sequence[Flat]) -> Iterator[int]:
    """The numbers of the households at a place, or with a room."""
    for row, (place, flat) in enumerate(zip(report.places, flats, strict=True)):
        if at in (place, flat.room):
            yield row


def _doubts(report: TableReport, flats: Sequence[Flat]) -> list[Mark]:
    """The doubts of a report at their cells."""
    places = report.places or [""] * len(flats)
    report.places = places
    return [
        Mark(row=row, key=_KEYS[one.column], text=one.text)
        for one in report.doubts if one.column in _KEYS
        for row in _rows(one.at, report, flats)
    ]  # fmt: skip


def _of_scheme(project: Project) -> Iterable[str]:
    """What does not fit between the building and the scheme."""
    if project.scheme.share is not None:
        yield from (one.message for one in scope_checks(project) if not one.passed)
    yield from notices(project)


def _starts(path: Path) -> list[int]:
    """The lines of a project file on which its households begin."""
    lines = path.read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.startswith("[[flat]]")]


def _said(line: str, starts: Sequence[int]) -> tuple[Mark | None, str]:
    """A line of an error as the page says it, and the mark where it is about a household.

    >>> _said("项目.toml 第 7 行：楼层「x」看不懂。", [3, 6])
    ({'row': 1, 'key': 'storey', 'text': '楼层「x」看不懂。'}, '第 2 户：楼层「x」看不懂。')
    """
    found = _PLACE.match(line)
    if found is None:
        return None, line
    rest = line[found.end() :].lstrip("：")
    rest = _OTHER.sub(lambda one: f"第 {_row(int(one[1]), starts)} 户", rest)
    row = _row(int(found[1]), starts)
    if not row:
        return None, rest
    key = next((key for column, key in _KEYS.items() if rest.startswith(column)), "room")
    return Mark(row=row - 1, key=key, text=rest), f"第 {row} 户：{rest}"


def _row(line: int, starts: Sequence[int]) -> int:
    """Which household stands on a line, from 1; 0 for none."""
    return sum(start <= line for start in starts)
