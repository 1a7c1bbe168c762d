"""The options that describe a building, shared by the commands that take one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.project import Project
    from elevshare.schemes import Scheme

_OPTIONS = (
    ("--storeys", "层数", "总层数，如 7"),
    ("--areas", "面积", "一层各户的建筑面积，逗号隔开，如 80,100；房号自动编为 101、102、201……"),
    (
        "--roster",
        "名册",
        "住户名册（.xlsx 或 .csv），要有 房号、楼层、建筑面积、参与 各列，可有 业主",
    ),
    ("--project", "项目", "项目文件（.toml），费用可以逐项写"),
    ("--cost", "费用", "总费用（元），如 600000 或 60万"),
    ("--subsidy", "补贴", "补贴（元）；0 为不计，auto 为按方案规则计算"),
    ("--unit", "单位", "计算单位：分、角、元 或 百元（默认 分）"),
    ("--opt-out", "方式", "有人不参与时：all 全体分担（默认），floor 同层分担"),
    ("--coefficients", "系数", "自定楼层系数，从 1 层起，如 0,0.5,1；或只改几层，如 7=3.5,8=4"),
)


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


def project_of(options: Namespace) -> Project:
    """The project that the options describe."""
    from elevshare.schemes import find

    return project_under(find(options.scheme), options)


def project_under(scheme: Scheme, options: Namespace) -> Project:
    """The project that the building's options describe, under a scheme."""
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
    )
