"""The compensation part of a scheme: what low storeys are paid."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes.cite import cited, number, rate
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table

_WAYS = {way.value: way for way in CompensationWay}


@dataclass(frozen=True, slots=True)
class CompensationRule:
    """A compensation rule with its source.

    ``flats`` are the amounts of a published case: room, fen.
    """

    rule: Compensation
    flats: tuple[tuple[str, int], ...]
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW


def read(table: Table, keys: set[str]) -> CompensationRule:
    """Read the ``[compensation]`` of a scheme."""
    rule = Compensation(
        way=table.choice("way", _WAYS),
        second=rate(table, "second", RATE_SCALE // 2),
        pool=number(table, "pool", 2, 0),
        household_cap=table.flag("household_cap", False),
        total_cap=rate(table, "total_cap") if table.has("total_cap") else None,
    )
    flats = []
    for flat in table.tables("flat"):
        flats.append((flat.word("room"), number(flat, "amount", 2)))
        flat.done()
    found = CompensationRule(
        rule=rule,
        flats=tuple(flats),
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return found
