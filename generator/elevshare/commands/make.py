"""``elevshare make``: write a book."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from elevshare.commands.building import add_options, project_of

_WITH = "除常用的页外还要哪些，逗号隔开，如 决算,公积金；全部 为所有的页"


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    add_options(parser)
    parser.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个 .xlsx 文件")
    parser.add_argument("--with", dest="topics", metavar="事项", help=_WITH)
    parser.add_argument("--two-a-page", action="store_true", help="账单一页印两户，省纸")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write the book; 1 where its checks fail."""
    from elevshare import leasing
    from elevshare.commands import leased
    from elevshare.files import check_target, write_whole
    from elevshare.money import yuan
    from elevshare.project import assess
    from elevshare.workbook.prepared import book_of

    target = Path(options.output)
    check_target(target, force=options.force)
    project = project_of(options)
    project = replace(project, two_a_page=project.two_a_page or options.two_a_page)
    needed, sum_of, rule = {"住户": project.flats, "费用": project.costs}, "应分摊净额", assess
    if leased.is_lease(project):
        leased.note_unused(project)
        needed, sum_of, rule = {"住户": project.flats}, "全年使用费", leasing.assess
    missing = [what for what, given in needed.items() if not given]
    outcome = None if missing else rule(project)
    write_whole(target, book_of(project))
    if outcome is None:
        print(f"已生成 {target}：方案 {project.scheme.name}，请打开后填写{'和'.join(missing)}")
        return 0
    households = len(project.flats)
    print(f"已生成 {target}：{households} 户，{sum_of} {yuan(outcome.net)} 元")
    for check in outcome.checks:
        if not check.passed:
            print(f"注意：{check.name}没有通过：{check.message}", file=sys.stderr)
    return 0 if outcome.passed else 1
