"""``elevshare make``: write a book."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.commands.building import add_options, project_of

if TYPE_CHECKING:
    from elevshare.project import Outcome, Project

_FROM = "把填过的簿子（本版或较早的版本）里填的内容带入新簿子，没有地方放的逐个列出；方案不写则照旧"
_HOUSEHOLDS = "留几户的行，如 80；不写则照住户数留余，空白模板 40 户"
_OVER = "文件已存在时覆盖；和 --from 同用时，不可信的簿子也带入"
_JSON = "和 --from 同用：以 JSON 输出带入了什么、各户金额怎样变"
_WITH = "除常用的页外还要哪些，逗号隔开，如 决算,公积金；全部 为所有的页"


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    add_options(parser)
    parser.add_argument("--from", dest="source", metavar="簿子", help=_FROM)
    parser.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个 .xlsx 文件")
    parser.add_argument("--with", dest="topics", metavar="事项", help=_WITH)
    parser.add_argument("--households", metavar="户数", help=_HOUSEHOLDS)
    parser.add_argument("--two-a-page", action="store_true", help="账单一页印两户，省纸")
    parser.add_argument("--force", action="store_true", help=_OVER)
    parser.add_argument("--json", action="store_true", help=_JSON)


def run(options: Namespace) -> int:
    """Write the book; 1 where its checks fail."""
    from elevshare.errors import InputError
    from elevshare.files import check_target

    target = Path(options.output)
    check_target(target, force=options.force)
    if options.source is not None:
        from elevshare.commands import carried

        return carried.run(options, target)
    if options.json:
        raise InputError("--json 要和 --from 同用", todo="请去掉 --json，或给出填过的簿子")
    return _made(_project(options), options, target)


def _project(options: Namespace) -> Project:
    """The project that is asked for, with the rows and the bills that are."""
    project = project_of(options)
    return replace(
        project,
        two_a_page=project.two_a_page or options.two_a_page,
        rows=rows_for(options.households, len(project.flats)),
    )


def _made(project: Project, options: Namespace, target: Path) -> int:
    """Write the book of a project, and say what there is to know of it."""
    from elevshare import leasing
    from elevshare.commands import leased
    from elevshare.files import write_whole
    from elevshare.project import assess
    from elevshare.project.notices import notices
    from elevshare.project.unready import unready
    from elevshare.workbook.book import make_book

    needed, sum_of, rule = {"住户": project.flats, "费用": project.costs}, "应分摊净额", assess
    if leased.is_lease(project):
        leased.note_unused(project)
        needed, sum_of, rule = {"住户": project.flats}, "全年使用费", leasing.assess
    for text in (*notices(project), *(problem := unready(project))):
        print(f"注意：{text}", file=sys.stderr)
    missing = [what for what, given in needed.items() if not given]
    outcome = None if missing else rule(project)
    book = make_book(project)
    write_whole(target, book)
    if outcome is None:
        print(f"已生成 {target}：方案 {project.scheme.name}，请打开后填写{'和'.join(missing)}")
        return 0
    _say(project, outcome, f"已生成 {target}：{len(project.flats)} 户，{sum_of}", options)
    return 1 if problem or not outcome.passed else _drafted(book)


def _say(project: Project, outcome: Outcome, made: str, options: Namespace) -> None:
    """Say what was made, its sum, what it still lacks, and which checks of the rules fail."""
    from elevshare.commands.subsidies import forgone
    from elevshare.money import yuan
    from elevshare.project.papers import lacking

    print(f"{made} {yuan(outcome.net)} 元")
    if blank := "、".join(lacking(project)):
        print(f"现在还是草案，不能收款：还没有填{blank}；打开在“参数”里填，或写在项目文件里")
    if text := forgone(project, options, "本簿"):
        print(text)
    for check in outcome.checks:
        if not check.passed:
            print(f"注意：{check.name}没有通过：{check.message}", file=sys.stderr)


def _drafted(book: bytes) -> int:
    """Name the checks of a book that fail for another reason than waiting to be filled in; 1 if any."""
    from elevshare.workbook.failing import failing

    drafts = [check for check in failing(book) if not check.waits]
    for draft in drafts:  # whatever is wrong besides, nobody takes a draft for a finished book
        print(f"注意：{draft.name}没有通过：{draft.state}。{draft.advice}", file=sys.stderr)
    return 1 if drafts else 0


def rows_for(text: str | None, known: int) -> int:
    """Rows for households; 0 where nothing is asked for.

    Raises:
        InputError: it is no number, there are more households, or so many rows that no book has.
    """
    from elevshare.errors import InputError
    from elevshare.project import MAX_FLATS
    from elevshare.text import shown

    if text is None:
        return 0
    rows = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not max(known, 1) <= rows <= MAX_FLATS:
        what = f"{rows} 行放不下 {known} 户" if 0 < rows < known else f"户数「{shown(text)}」不能用"
        todo = f"请填 {max(known, 1)} 到 {MAX_FLATS} 的整数"
        raise InputError(what, where="--households", todo=todo)
    return rows
