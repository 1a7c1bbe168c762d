"""The consent part of a scheme: which majority must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from elevshare.rules.consent import Majority
from elevshare.schemes.cite import cited
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table

#: The largest numerator or denominator of a fraction; the books are exact up to here.
MAX_TERM = 999

_FRACTION = re.compile("([0-9]{1,3})/([0-9]{1,3})")
_OF = {"participating": False, "all": True}


@dataclass(frozen=True, slots=True)
class ConsentRule:
    """A majority rule with its source."""

    rule: Majority
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW


def read(table: Table, keys: set[str]) -> ConsentRule:
    """Read the ``[consent]`` of a scheme."""
    rule = ConsentRule(
        rule=Majority(
            approval=_fraction(table, "approval"),
            quorum=_fraction(table, "quorum") if table.has("quorum") else None,
            of_all=table.choice("of", _OF),
            strict=table.flag("strict", False),
            by_area=table.flag("by_area", True),
            exclusive_part=table.flag("exclusive_part", False),
            no_objection=table.flag("no_objection", False),
        ),
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return rule


def _fraction(table: Table, key: str) -> Fraction:
    """Read a fraction above 0 and up to 1, written as 2/3."""
    text = table.text(key)
    match = _FRACTION.fullmatch(text)
    if not match or not 0 < int(match[1]) <= int(match[2]):
        raise table.wrong(key, f"是「{text}」，不是 0 到 1 的分数", '请写成 "2/3" 的样子')
    return Fraction(int(match[1]), int(match[2]))
