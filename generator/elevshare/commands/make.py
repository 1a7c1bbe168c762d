"""``elevshare make``: write a book."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from elevshare.commands.building import add_options, project_of


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    add_options(parser)
    parser.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个 .xlsx 文件")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write the book; 1 where its checks find something to be filled in or put right."""
    from elevshare.files import check_target, write_whole
    from elevshare.money import yuan
    from elevshare.project import assess
    from elevshare.workbook.book import make_book

    target = Path(options.output)
    check_target(target, force=options.force)
    project = project_of(options)
    outcome = assess(project) if project.flats and project.costs else None
    write_whole(target, make_book(project))
    if outcome is None:
        missing = {"住户": project.flats, "费用": project.costs}
        todo = "和".join(what for what, given in missing.items() if not given)
        print(f"已生成 {target}：方案 {project.scheme.name}，请打开后填写{todo}")
        return 0
    households = len(project.flats)
    print(f"已生成 {target}：{households} 户，应分摊净额 {yuan(outcome.net)} 元")
    for check in outcome.checks:
        if not check.passed:
            print(f"注意：{check.name}没有通过：{check.message}", file=sys.stderr)
    return 0 if outcome.passed else 1
