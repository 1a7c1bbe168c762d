"""The ``[fund]`` of a project file."""

from __future__ import annotations

from elevshare.intake.fields import amount_of, room_of
from elevshare.rules.fund import MAX_PERSONS, Fund
from elevshare.text import safe_text
from elevshare.toml_table import Table


def read(table: Table) -> Fund:
    """The section; everything in it may be missing."""
    tables = table.tables("person")
    if len(tables) > MAX_PERSONS:
        raise table.wrong("person", f"超过 {MAX_PERSONS} 人", "请只列要提取的人")
    fund = Fund(
        registered_on=table.day("registered_on"),
        room=room_of(table.word("room"), table.where("room")) if table.has("room") else "",
        persons=tuple(_person(one) for one in tables),
    )
    table.done()
    return fund


def _person(table: Table) -> tuple[str, int]:
    """One ``[[fund.person]]``."""
    where = table.where("relation")
    relation = safe_text(table.text("relation"), what="关系", limit=20, where=where)
    balance = amount_of(table.number("balance", 2), table.where("balance"), f"「{relation}」的余额")
    table.done()
    return relation, balance
