"""``elevshare compare``: one building under several schemes, side by side in one book."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.commands.building import add_building, add_parts, project_under, scheme_of

if TYPE_CHECKING:
    from elevshare.project import Project
    from elevshare.schemes import Scheme


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument(
        "schemes",
        metavar="方案",
        nargs="+",
        help="二到六个方案的代号或名称，如 南京 咸阳；第一个是基准",
    )
    add_parts(parser)
    add_building(parser)
    parser.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个 .xlsx 文件")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write the book; 1 where something is wrong with a scheme's coefficients."""
    from elevshare.commands.understood import say
    from elevshare.comparison import compared, findings
    from elevshare.files import check_target, write_whole
    from elevshare.intake.tables.report import TableReport
    from elevshare.project.notices import notices
    from elevshare.workbook.compare.book import make_comparison

    target = Path(options.output)
    check_target(target, force=options.force)
    schemes, reports = [scheme_of(name, options) for name in options.schemes], [TableReport()]

    def project(scheme: Scheme) -> Project:
        reports.append(TableReport())
        return project_under(scheme, options, reports[-1])

    projects, notes = compared(schemes, project)
    say(reports[-1], sys.stdout)
    write_whole(target, make_comparison(projects))
    print("\n".join([f"已生成 {target}：{_done(projects[0], len(projects))}", *_lines(projects)]))
    times = [f"方案「{p.scheme.name}」{text}" for p in projects for text in notices(p)]
    for note in (*notes, *times):
        print(f"注意：{note}", file=sys.stderr)
    found = [(p.scheme.name, what) for p in projects for what in findings(p)]
    for name, what in found:
        print(f"注意：方案「{name}」{what}", file=sys.stderr)
    return 1 if found else 0


def _done(project: Project, count: int) -> str:
    """What was written."""
    from elevshare.money import yuan

    missing = [
        what for what, given in (("住户", project.flats), ("费用", project.costs)) if not given
    ]
    if missing:
        return f"{count} 个方案，请打开后填写{'和'.join(missing)}"
    return f"{count} 个方案，{len(project.flats)} 户，总费用 {yuan(project.cost)} 元"


def _lines(projects: tuple[Project, ...]) -> list[str]:
    """One line a scheme: its net amount, and the average of a payer on the top storey."""
    from elevshare.commands.output import rows_text
    from elevshare.money import round_half_up, yuan
    from elevshare.project import assess

    if not (projects[0].flats and projects[0].costs):
        return []
    rows = [("方案", "补贴（元）", "应分摊净额（元）", "顶层平均每户（元）")]
    for project in projects:
        outcome = assess(project)
        top = max(flat.storey for flat in project.flats if flat.taking_part)
        pairs = zip(project.flats, outcome.dues, strict=True)
        dues = [due for flat, due in pairs if flat.storey == top and flat.taking_part]
        mean = round_half_up(sum(dues), len(dues))
        amounts = (outcome.subsidy, outcome.net, mean)
        rows.append((project.scheme.name, *map(yuan, amounts)))  # type: ignore[arg-type]
    return rows_text(rows, right=(1, 2, 3)).splitlines()
