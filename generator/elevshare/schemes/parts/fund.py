"""What may be drawn from the provident fund."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.schemes.cite import cited
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table


@dataclass(frozen=True, slots=True)
class FundRule:
    """What may be drawn from the provident fund, with where it comes from."""

    status: str
    article: str
    note: str
    source: str


def read(table: Table, keys: set[str]) -> FundRule:
    """The ``[fund]`` of a scheme."""
    rule = FundRule(
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
    )
    table.done()
    return rule
