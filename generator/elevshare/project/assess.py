"""Compute each household's amount due from a project."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from elevshare.errors import InputError
from elevshare.project.amounts import compensated, granted
from elevshare.project.checks import (
    fixed_checks,
    limit_checks,
    percentage_checks,
    scope_checks,
    share_checks,
)
from elevshare.project.model import Project
from elevshare.project.outcome import Outcome
from elevshare.project.sharing import shared
from elevshare.project.validate import validate
from elevshare.rules.arrival import refunds


def assess(project: Project) -> Outcome:
    """Return the amounts of a project by the rules, with checks.

    Raises:
        InputError: the cost is missing, negative or far too large; the subsidy is above the cost;
            nobody takes part; every weight is 0.
    """
    if not project.flats or not project.costs:
        raise InputError("没有住户或没有费用，无法计算", todo="请给出住户和费用")
    validate(project)
    cost, subsidy = project.cost, granted(project).building
    compensation, paid = compensated(project)
    net = cost - subsidy + compensation
    dues = tuple(shared(project, net))
    back = tuple(refunds(subsidy, dues))
    checks = (
        *share_checks(project, subsidy, net, dues),
        *fixed_checks(project),
        *scope_checks(project),
        *percentage_checks(project),
        *limit_checks(project, compensation, paid, back),
    )
    return Outcome(cost, subsidy, compensation, net, dues, checks, paid, back)


def joined_share(project: Project, room: str, earlier: Collection[str] = ()) -> int:
    """Return what a flat that did not take part would owe of the same net amount if it did, in fen.

    Those in the rooms ``earlier`` have joined before, and take part then too.

    Raises:
        InputError: there is no such flat, it takes part already, or ``assess`` refuses.
    """
    # Whoever joins later does so on his own terms: a fixed sum was meant for one who takes part.
    flats = [
        replace(flat, taking_part=True, fixed=None)
        if flat.room in earlier and not flat.taking_part
        else flat
        for flat in project.flats
    ]
    rows = [row for row, flat in enumerate(flats) if flat.room == room]
    if not rows or flats[rows[0]].taking_part:
        what = "已经参与分摊" if rows else "不在住户之中"
        raise InputError(f"后加入的「{room}」{what}", todo="请填一户原来没有参与的房号")
    flats[rows[0]] = replace(flats[rows[0]], taking_part=True, fixed=None)
    return shared(project, assess(project).net, flats)[rows[0]]
