"""Make the project of a row: from its cells, the files that it names and the command's options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath

from elevshare import leasing
from elevshare.batch.columns import (
    AREAS,
    BUILDING,
    ENTRANCE,
    ESTATE,
    OPT_OUT,
    OPTIONS,
    PAPERS,
    PROJECT,
    ROSTER,
    SCHEME,
    SHEET,
    STOREYS,
    SUBSIDY,
    TOPICS,
    TWO_A_PAGE,
)
from elevshare.batch.listing import ListedBuilding
from elevshare.errors import InputError
from elevshare.intake import project_from, safe_text, scheme_named
from elevshare.intake.fields import yes_no_of
from elevshare.intake.stairwells import short_name
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.report import TableReport
from elevshare.project import MAX_AREA, Papers, Project, assess
from elevshare.project.unready import unready
from elevshare.rules.share import OptOut
from elevshare.schemes.days import today
from elevshare.text import shown

#: What people write in a list, and the option's own word.
_WAYS = {
    **dict.fromkeys(("全体", "全体分担"), "all"),
    **dict.fromkeys(("同层", "同层分担"), "floor"),
}
_CHOSEN = "指定楼层"
_GRANTS = {
    **dict.fromkeys(("自动", "按规则", "按规则计算"), "auto"),
    **dict.fromkeys(("无", "不计", "不计补贴", "没有"), "0"),
}
#: What the command line calls an option → the column.
_COLUMNS = {f"--{key.replace('_', '-')}": column for column, key in OPTIONS.items()}
_COLUMNS |= {"--project": PROJECT, "--with": TOPICS, "--sheet": SHEET, "--entrance": ENTRANCE}
_FLAG = re.compile(rf" ?({'|'.join(sorted(_COLUMNS, key=len, reverse=True))})(?![\w-]) ?")
#: What is advised outside a list, and what in it.
_BATCH, _ROWS = "请用 batch 命令", "请在清单里各写一行"
_LONGEST = 50
#: Options that say what building it is.
_BUILDING = ("storeys", "areas", "roster", "project_file", "entry")


@dataclass(frozen=True, slots=True)
class Defaults:
    """Choices of the command line, for every row that leaves them open."""

    scheme: str | None = None
    options: Mapping[str, str | None] = field(default_factory=dict)
    two_a_page: bool = False
    choices: TableChoices = ASKED_NOTHING


def read_project(
    entry: ListedBuilding, folder: Path, defaults: Defaults, report: TableReport | None = None
) -> Project:
    """The project of a row.

    Args:
        entry: the row.
        folder: the folder of the rosters and project files that it names.
        defaults: choices for what the row leaves open.
        report: what was understood of its roster is added to it.

    Raises:
        InputError: the row or a file that it names is wrong; the message uses the list's words
            if there is a list.
    """
    try:
        if entry.problem:
            raise entry.problem
        return _project(entry, folder, defaults, report)
    except InputError as error:
        if not entry.listed:
            raise
        raise InputError(
            _named(error.what), where=_named(error.where), todo=_named(error.todo)
        ) from None


def _project(
    entry: ListedBuilding, folder: Path, defaults: Defaults, report: TableReport | None
) -> Project:
    """The project of a row; messages still name options of the command line."""
    texts = entry.texts
    scheme = texts.get(SCHEME) or defaults.scheme
    if not scheme:
        way = "请填“方案”一栏，或" if entry.listed else "请"
        raise InputError("没有写方案", todo=f"{way}用 --scheme 给出全部楼的方案")
    options, choices = _options(texts, folder, defaults), _choices(texts, defaults)
    building = {key: options.get(key) for key in _BUILDING}
    found = scheme_named(scheme, **building, choices=choices)
    project = project_from(
        found, **options, parts=None, day=today(), choices=choices, report=report
    )
    two = yes_no_of(texts.get(TWO_A_PAGE, ""), what=TWO_A_PAGE)
    two = (project.two_a_page or defaults.two_a_page) if two is None else two
    return replace(project, two_a_page=two, papers=_papers(texts, project.papers))


def _choices(texts: Mapping[str, str], defaults: Defaults) -> TableChoices:
    """What of the roster is taken: by the row, else by the command line."""
    building, door = texts.get(BUILDING, ""), texts.get(ENTRANCE, "")
    return replace(
        defaults.choices,
        sheet=texts.get(SHEET, defaults.choices.sheet),
        # What a row says of its stairwell counts, not what is said for all rows.
        entrance="" if building or door else defaults.choices.entrance,
        estate=texts.get(ESTATE, ""),
        building=building,
        door=door,
    )


def _options(texts: Mapping[str, str], folder: Path, defaults: Defaults) -> dict[str, str | None]:
    """The options for ``project_from``: from the row, else from the command line."""
    given = {OPTIONS[column]: text for column, text in texts.items() if column in OPTIONS}
    found = {key: value for key, value in defaults.options.items() if value is not None}
    if ROSTER in texts:
        given["roster"] = str(_beside(folder, texts[ROSTER], ROSTER))
        found.pop("areas", None)  # the way of the row counts, not that of all rows
        found.pop("storeys", None)
    if PROJECT in texts:
        given["project_file"] = str(_beside(folder, texts[PROJECT], PROJECT))
    if AREAS in texts:
        _refuse_joined(texts[AREAS])
    if STOREYS in texts:
        given["storeys"] = texts[STOREYS]
    if OPT_OUT in texts:
        given["opt_out"] = _way(texts[OPT_OUT])
    if SUBSIDY in texts:
        given["subsidy"] = _GRANTS.get(texts[SUBSIDY], texts[SUBSIDY])
    return {**found, **given}


def _way(text: str) -> str:
    """The option's text of who carries the part of those who stay out.

    >>> _way("同层"), _way("指定楼层：5、6、7"), _way("5-7")
    ('floor', '5、6、7', '5-7')
    """
    named = text.removeprefix(_CHOSEN).lstrip(" :：")
    return _WAYS.get(text, named or OptOut.CHOSEN.value)


def _beside(folder: Path, text: str, what: str) -> Path:
    """The path of a file that a list names: it must be below the list's folder.

    >>> _beside(Path("清单夹"), "名册\\\\1.csv", "名册").as_posix()
    '清单夹/名册/1.csv'
    """
    path = PureWindowsPath(text)
    if path.drive or path.root or ".." in path.parts:
        raise InputError(
            f"{what}「{shown(text)}」不在清单所在的文件夹里",
            todo="请把文件放到清单旁边，只写文件名",
        )
    return folder.joinpath(*path.parts)


def _refuse_joined(text: str) -> None:
    """Refuse 80100, which a spreadsheet makes of the two areas 80,100.

    >>> _refuse_joined("80100")
    Traceback (most recent call last):
    elevshare.errors.InputError: 每层面积「80100」是一个数，可能是「80,100」被 Excel 当成了一个数。请写成 80、100，用顿号隔开。
    """
    if text.isdecimal() and int(text) * 100 > MAX_AREA:
        raise InputError(
            f"{AREAS}「{text}」是一个数，可能是「{int(text):,}」被 Excel 当成了一个数",
            todo=f"请写成 {f'{int(text):,}'.replace(',', '、')}，用顿号隔开",
        )


def _papers(texts: Mapping[str, str], papers: Papers) -> Papers:
    """The texts for the papers, with those of the row in place of the project file's.

    The roster's 12 栋 stays where the row only says 12.
    """
    given = {
        key: safe_text(texts[column], what=column, limit=_LONGEST)
        for column, key in PAPERS.items()
        if column in texts and not _same_place(column, texts[column], getattr(papers, key))
    }
    return replace(papers, **given)


def _same_place(column: str, text: str, known: str) -> bool:
    """Whether a building or entrance is the one that is known already, in fewer words."""
    return column in (BUILDING, ENTRANCE) and short_name(text) == short_name(known)


def _named(text: str) -> str:
    """A message with columns of the list in place of options.

    >>> _named("请补上总层数：--storeys"), _named("请用 --sheet 选一张，如 住户")
    ('请补上总层数：“层数”', '请用“工作表”选一张，如 住户')
    """
    return _FLAG.sub(lambda flag: f"“{_COLUMNS[flag[1]]}”", text.replace(_BATCH, _ROWS))


def failing(project: Project) -> list[str]:
    """The checks that the book will fail, as texts; none where inputs are still missing."""
    lease = project.scheme.lease is not None
    if to_fill(project):
        return []
    outcome = (leasing.assess if lease else assess)(project)
    checks = [f"{check.name}：{check.message}" for check in outcome.checks if not check.passed]
    return [*checks, *unready(project)]


def to_fill(project: Project) -> bool:
    """Whether the book still lacks households or costs."""
    return not project.flats or not (project.costs or project.scheme.lease)
