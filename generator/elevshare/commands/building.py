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
    ("--entry", "入户方式", "电梯怎么入户：平层、错层 或 半层；只写城市时，和层数一起决定方案"),
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
    (
        "--date",
        "日期",
        "编制日期，如 2026-03-01 或 2026年3月1日；方案有几版的，用这一天有效的（不写则用今天的）",
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
#: What may be taken from another scheme: a key of ``schemes.PARTS``, and what it is in words.
_PARTS = {
    "subsidy": "补贴的规则（按它计算补贴）",
    "compensation": "低层补偿的规则",
    "consent": "表决的规则",
    "fund": "公积金提取的规则",
    "upkeep": "运行维护费的规则",
}


def add_options(parser: ArgumentParser) -> None:
    """Add the scheme, which another option may name instead, and the building's options."""
    parser.add_argument("scheme", metavar="方案", nargs="?",
                        help="方案的代号、名称或城市，如 nanjing 或 南京")  # fmt: skip
    parser.add_argument("--share", metavar="方案", help="分摊办法用哪个方案的，拼用时写，代替方案")
    add_parts(parser)
    add_building(parser)


def add_parts(parser: ArgumentParser) -> None:
    """Add the options that take parts of other schemes."""
    for part, text in _PARTS.items():
        parser.add_argument(f"--{part}-of", metavar="方案", help=f"{text}用哪个方案的")


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


def name_of(options: Namespace) -> str | None:
    """The scheme that is given, by itself or with --share; ``None`` where there is none.

    Raises:
        InputError: both are given.
    """
    from elevshare.errors import InputError

    if options.scheme is not None and options.share is not None:
        raise InputError(
            "方案和 --share 都写了",
            todo="请只写一个：它的分摊办法用来分摊；别的方案的补贴写在 --subsidy-of 后面",
        )
    given: str | None = options.share if options.scheme is None else options.scheme
    return given


def scheme_of(name: str, options: Namespace) -> Scheme:
    """The scheme with a name, or the one of a city for the building that the options describe."""
    from elevshare.intake import scheme_named

    return scheme_named(
        name,
        storeys=options.storeys,
        areas=options.areas,
        roster=options.roster,
        project_file=options.project,
        entry=options.entry,
        choices=choices_from(options),
    )


def parts_given(options: Namespace) -> dict[str, str]:
    """The names of the schemes of which parts are taken, by part."""
    given = {part: getattr(options, f"{part}_of") for part in _PARTS}
    return {part: name for part, name in given.items() if name is not None}


def project_of(options: Namespace) -> Project:
    """The project that the options describe; what was understood of a roster is printed."""
    from elevshare.commands.understood import say
    from elevshare.errors import InputError
    from elevshare.intake.tables.report import TableReport

    name = name_of(options)
    if name is None:
        raise InputError("缺少：方案", todo="请写方案的代号或名称；elevshare schemes 列出全部")
    report = TableReport()
    project = project_under(scheme_of(name, options), options, report)
    say(report, sys.stderr if getattr(options, "json", False) else sys.stdout)
    return project


def project_under(scheme: Scheme, options: Namespace, report: TableReport | None = None) -> Project:
    """The project that the building's options describe, under a scheme.

    What was understood of a roster is added to ``report``.
    """
    from elevshare.intake import project_from
    from elevshare.schemes.days import today

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
        date=options.date,
        day=today(),
        entry=options.entry,
        parts=parts_given(options),
        topics=getattr(options, "topics", None),  # only books have them
        choices=choices_from(options),
        report=report,
    )
