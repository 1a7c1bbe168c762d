"""The options that describe a building, shared by the commands that take one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.intake.tables.choices import TableChoices
    from elevshare.intake.tables.report import TableReport
    from elevshare.project import Project
    from elevshare.schemes import Scheme

_OPTIONS = (
    ("--storeys", "层数", "总层数，如 7"),
    ("--areas", "面积", "一层各户的建筑面积，逗号隔开，如 80,100；房号自动编为 101、102、201……"),
    (
        "--roster",
        "名册",
        "住户名册（.xlsx 或 .csv），要有 房号、楼层、建筑面积、参与 各列，可有 业主、个别系数、定额 等；写法见手册的词表",
    ),
    ("--project", "项目", "项目文件（.toml），费用可以逐项写"),
    ("--cost", "费用", "总费用（元），如 600000 或 60万"),
    ("--subsidy", "补贴", "补贴（元）；0 为不计，auto 为按方案规则计算"),
    ("--unit", "单位", "计算单位：分、角、元 或 百元（默认 分）"),
    (
        "--opt-out",
        "方式",
        "有人不参与时：all 全体分担（默认），floor 同层分担；由指定楼层分担的写楼层，如 5,6,7 或 5-7",
    ),
    ("--coefficients", "系数", "自定楼层系数，从 1 层起，如 0,0.5,1；或只写几层，如 7=3.5,5.5=1.4"),
)
#: What may be chosen of a roster by hand.
_CHOICES = (
    ("--sheet", "工作表", "名册在哪一张工作表，写表名或第几张"),
    ("--columns", "栏", "哪一栏当作什么，如 面积=套内面积,楼层=层数；右边写栏名，或栏的字母"),
    ("--rows", "行", "名册只取哪几行，如 3-40"),
    ("--entrance", "单元", "名册有几个单元时取哪一个，如 3 或 12-3"),
)
_EVERYONE = "everyone_takes_part"


def add_options(parser: ArgumentParser, *, optional: bool = False) -> None:
    """Add the scheme, which may be left out where it is ``optional``, and the building's options."""
    parser.add_argument("scheme", metavar="方案", nargs="?" if optional else None,
                        help="方案代号或名称，如 nanjing 或 南京")  # fmt: skip
    add_building(parser)


def add_building(parser: ArgumentParser, without: Container[str] = ()) -> None:
    """Add the building's options, except ``without``."""
    for flag, metavar, text in _OPTIONS:
        if flag not in without:
            parser.add_argument(flag, metavar=metavar, help=text)
    add_choices(parser)


def add_choices(parser: ArgumentParser) -> None:
    """Add the options that choose by hand what of a roster is taken."""
    for flag, metavar, text in _CHOICES:
        parser.add_argument(flag, metavar=metavar, help=text)
    parser.add_argument(
        f"--{_EVERYONE.replace('_', '-')}",
        action="store_true",
        help="名册没有“参与”一栏时，全体都参与",
    )


def choices_from(options: Namespace) -> TableChoices:
    """What the options choose of a roster."""
    from elevshare.intake.tables.choices import choices_of

    return choices_of(
        options.columns,
        options.sheet,
        options.rows,
        options.entrance,
        everyone=getattr(options, _EVERYONE),
    )


def project_of(options: Namespace) -> Project:
    """The project that the options describe; what was understood of a roster is printed."""
    from elevshare.commands.understood import say
    from elevshare.intake.tables.report import TableReport
    from elevshare.schemes import find

    report = TableReport()
    project = project_under(find(options.scheme), options, report)
    say(report, sys.stderr if getattr(options, "json", False) else sys.stdout)
    return project


def project_under(scheme: Scheme, options: Namespace, report: TableReport | None = None) -> Project:
    """The project that the building's options describe, under a scheme.

    What was understood of a roster is added to ``report``.
    """
    from elevshare.intake import project_from

    return project_from(
        scheme,
        storeys=options.storeys,
        areas=options.areas,
        roster=options.roster,
        project_file=options.project,
        cost=options.cost,
        subsidy=options.subsidy,
        unit=options.unit,
        opt_out=options.opt_out,
        coefficients=options.coefficients,
        topics=getattr(options, "topics", None),  # only books have them
        choices=choices_from(options),
        report=report,
    )
