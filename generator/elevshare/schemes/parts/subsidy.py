"""The subsidy part of a scheme."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.subsidy import RATE_SCALE, Subsidy, Tier, fixed, stepped
from elevshare.schemes.cite import cited, number, rate
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import SEEN, STATUSES
from elevshare.toml_table import Table

_STEPPED = ("amount", "storey", "step", "lowest")
#: Most tiers and levels of government of a book.
MAX_TIERS = 6
MAX_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Extra:
    """A further grant, such as for moving pipes: at most ``cap`` (fen)."""

    name: str
    cap: int
    source: str


@dataclass(frozen=True, slots=True)
class SubsidyRule:
    """A subsidy rule with its source; a ``rule`` without tiers and rate has only a cap.

    ``base``: a storey and its amount in fen, if the source states these and a step for each storey.
    ``upkeep_years``: for how many years a part of the amount pays for the upkeep. ``extras``: what
    is granted besides; no book counts it.
    """

    rule: Subsidy
    status: str
    article: str
    note: str
    source: str
    base: tuple[int, int] | None = None
    law: Law = NO_LAW
    upkeep_years: int | None = None
    extras: tuple[Extra, ...] = ()

    @property
    def doubt(self) -> str:
        """The status in brackets, empty where the rule has been seen in its source."""
        return "" if self.status == SEEN else f"（{self.status}）"

    @property
    def computable(self) -> bool:
        """Whether the rule gives an amount, not only a cap."""
        return bool(self.rule.tiers) or self.rule.rate is not None


def read(table: Table, keys: set[str]) -> SubsidyRule:
    """Read the ``[subsidy]`` of a scheme, in any of its forms."""
    base = _base(table) if table.has("stepped") and not table.has("amount") else None
    rule = Subsidy(
        tiers=stepped(*base) if base else _tiers(table, keys),
        rate=rate(table, "rate") if table.has("rate") else None,
        cap=number(table, "cap", 2) if table.has("cap") else None,
        reserved_shaft=rate(table, "reserved_shaft", RATE_SCALE),
        exclusive=table.flag("exclusive", False),
        owners_minimum=rate(table, "owners_minimum", 0),
        upkeep=rate(table, "upkeep", 0),
        split=_split(table),
    )
    subsidy = SubsidyRule(
        rule=rule,
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        base=(base[1], base[0]) if base else None,
        law=read_law(table),
        upkeep_years=number(table, "upkeep_years", 0) if table.has("upkeep_years") else None,
        extras=_extras(table, keys),
    )
    if len(rule.tiers) > MAX_TIERS:
        raise table.wrong("tier", f"超过 {MAX_TIERS} 档", "请合并相邻的分档")
    if len(rule.split) > MAX_LEVELS:
        raise table.wrong("split", f"超过 {MAX_LEVELS} 级", "请合并出资的级别")
    if rule.tiers and rule.rate is not None:
        raise table.wrong("rate", "与分档金额只能有一种", "请删去其中一种")
    if not subsidy.computable and rule.cap is None:
        raise table.wrong("cap", "、金额、分档、比例都没有填写", "请至少填写一种")
    table.done()
    return subsidy


def _base(table: Table) -> list[int]:
    """Read the ``[subsidy.stepped]``: amount (fen), its storey, step (fen), lowest storey."""
    base = table.table("stepped")
    numbers = [number(base, key, 2 if key in ("amount", "step") else 0) for key in _STEPPED]
    base.done()
    return numbers


def _extras(table: Table, keys: set[str]) -> tuple[Extra, ...]:
    """Read what is granted besides."""
    found = []
    for row in table.tables("extra"):
        found.append(Extra(row.text("name"), number(row, "cap", 2), cited(row, keys)))
        row.done()
    return tuple(found)


def _tiers(table: Table, keys: set[str]) -> tuple[Tier, ...]:
    """Read one amount, or tiers by the highest level that the lift reaches."""
    if table.has("amount"):
        return fixed(number(table, "amount", 2))
    tiers: tuple[Tier, ...] = ()
    for row in table.tables("tier"):
        reach, odd = divmod(number(row, "reach", 1), 5)
        if odd:
            raise row.wrong("reach", "只能是整层或半层", "请改成如 4 或 4.5 的数")
        tier = Tier(reach, number(row, "amount", 2), number(row, "step", 2, 0))
        if tiers and tier.reach <= tiers[-1].reach:
            raise row.wrong("reach", "没有高于上一档", "请按层数从低到高排列")
        cited(row, keys)
        row.done()
        tiers = (*tiers, tier)
    return tiers


def _split(table: Table) -> tuple[tuple[str, int], ...]:
    """Read the levels of government and their shares (1/10,000), which must sum to 1."""
    split = []
    for row in table.tables("split"):
        split.append((row.text("level"), rate(row, "share")))
        row.done()
    shares = [share for _, share in split]
    # Three equal parts are 0.3333 each; amounts are split by the shares' proportion.
    if split and sum(shares) != RATE_SCALE and shares != 3 * [RATE_SCALE // 3]:
        raise table.wrong("split", "各级比例之和不是 1", "请改正各级的 share")
    return tuple(split)
