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
    reserve_checks,
    scope_checks,
    share_checks,
)
from elevshare.project.model import Project
from elevshare.project.outcome import Outcome, PoolParts
from elevshare.project.sharing import divided
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
    net = cost - subsidy - project.from_others + compensation
    parts = divided(project, net, project.pooled)
    dues = parts.dues
    back = tuple(refunds(subsidy, parts.main))  # the subsidy is the main cost's alone
    pools = tuple(
        PoolParts(pool.name, fen, part)
        for pool, fen, part in zip(project.pools, project.pooled, parts.pools, strict=True)
    )
    checks = (
        *share_checks(project, subsidy, net, dues),
        *fixed_checks(project),
        *scope_checks(project),
        *percentage_checks(project),
        *limit_checks(project, compensation, paid, back),
        *reserve_checks(project, dues),
    )
    return Outcome(cost, subsidy, compensation, net, dues, checks, paid, back, parts.main, pools,
                   project.from_others)  # fmt: skip


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
    return divided(project, assess(project).net, project.pooled, flats).dues[rows[0]]
