"""Read 公积金 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.schemes import Scheme
from elevshare.schemes.parts.fund import FundRule
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.reading.singles import Singles


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the book's rule and the balances of the family."""
    persons = tuple(
        (row.text("relation"), found.units)
        for row in typed.rows("fund")
        if (found := row.number("balance", "公积金余额")).right
    )
    return replace(
        project,
        scheme=_with_rule(project.scheme, typed.singles),
        fund=replace(project.fund, persons=persons),
    )


def _with_rule(scheme: Scheme, singles: Singles) -> Scheme:
    """The scheme with the book's rule; the same object if the rule is unchanged."""
    nothing = FundRule(1, None, None, "待填", "", "由使用者填写", scheme.document.source)
    stated = singles.into(replace(scheme.fund or nothing, order=None, months=None), "scheme.fund")
    stated = replace(stated, unit=stated.unit or 1)
    return scheme if stated == (scheme.fund or nothing) else replace(scheme, fund=stated)
