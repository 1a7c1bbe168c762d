"""The upkeep part of a scheme: how the running cost is shared."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.upkeep import Sharing
from elevshare.schemes.cite import cited
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table

_RULES = {sharing.value: sharing for sharing in Sharing}


@dataclass(frozen=True, slots=True)
class UpkeepRule:
    """A rule for sharing the running cost, with its source."""

    rule: Sharing
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW


def read(table: Table, keys: set[str]) -> UpkeepRule:
    """Read the ``[upkeep]`` of a scheme."""
    rule = UpkeepRule(
        rule=table.choice("rule", _RULES),
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return rule
