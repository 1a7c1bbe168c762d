"""The ``[compensation]`` of a project file."""

from __future__ import annotations

from dataclasses import replace

from elevshare.intake.fields import amount_of
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes.parts.compensation import CompensationRule
from elevshare.toml_table import Table

_WAYS = {way.value: way for way in CompensationWay}
#: What counts under one way only.
_NEEDS = {"first": CompensationWay.FIRST, "pool": CompensationWay.POOL}


def read(table: Table, found: CompensationRule | None) -> tuple[int, Compensation]:
    """The total in fen, and how it is paid; what the section leaves open is taken from the scheme."""
    rule = found.rule if found else Compensation()
    total = _amount(table, "amount", 0)
    way = table.choice("way", _WAYS, rule.way.value)
    if total and way is not CompensationWay.TOTAL:
        raise table.wrong(
            "amount", f"与 way「{way.value}」矛盾", '请删去 amount，或写 way = "手工合计"'
        )
    for key, needs in _NEEDS.items():
        if table.has(key) and way is not needs:
            raise table.wrong(key, f"只在 way「{needs.value}」时有效，现在是「{way.value}」",
                              f'请写 way = "{needs.value}"，或删去 {key}')  # fmt: skip
    rule = replace(
        rule,
        way=way,
        first=_amount(table, "first", rule.first),
        second=_rate(table, "second", rule.second),
        pool=_amount(table, "pool", rule.pool),
        household_cap=table.flag("household_cap", rule.household_cap),
    )
    if table.has("total_cap"):
        rule = replace(rule, total_cap=_rate(table, "total_cap", 0))
    table.done()
    return total, rule


def _amount(table: Table, key: str, default: int) -> int:
    """A valid amount in fen."""
    return amount_of(table.number(key, 2, default), table.where(key), "补偿")


def _rate(table: Table, key: str, default: int) -> int:
    """A rate between 0 and 1, in 1/10,000."""
    value = table.number(key, 4, default)
    if not 0 <= value <= RATE_SCALE:
        raise table.wrong(key, "不在 0 到 1 之间", "请填如 0.5")
    return value
