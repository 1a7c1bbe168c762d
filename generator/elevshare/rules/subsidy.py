"""The government's subsidy for one lift: every shape that the cities' rules take.

A rule is either a table by the highest level reached or a rate of the eligible cost, and then,
in this order: a cap, half for a reserved shaft, nothing beside another grant, never so much
that the owners carry less than their minimum share. What is kept for upkeep is set apart last.
"""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.money import largest_remainder, round_half_up

#: Rates and shares are whole numbers of 1/10,000 (40% is 4000).
RATE_SCALE = 10_000


@dataclass(frozen=True, slots=True)
class Tier:
    """From the level ``reach`` on: ``amount`` fen, and ``step`` fen more for each further storey.

    ``reach`` counts half storeys, so that a stop on a half landing can be told: 4.5 is 9.
    """

    reach: int
    amount: int
    step: int = 0


@dataclass(frozen=True, slots=True)
class Subsidy:
    """A subsidy rule; amounts in fen, rates in 1/10,000, ``None`` where the rule has none.

    ``split`` names the levels of government and their shares, which sum to 10,000.
    """

    tiers: tuple[Tier, ...] = ()
    rate: int | None = None
    cap: int | None = None
    reserved_shaft: int = RATE_SCALE
    exclusive: bool = False
    owners_minimum: int = 0
    upkeep: int = 0
    split: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """What a rule grants, in fen: the whole, the part for building, the part kept for upkeep."""

    total: int
    building: int
    upkeep: int
    split: tuple[tuple[str, int], ...]


def fixed(amount: int) -> tuple[Tier, ...]:
    """Tiers of one amount in fen whatever the height."""
    return (Tier(0, amount),)


def stepped(base: int, at: int, step: int, lowest: int) -> tuple[Tier, ...]:
    """Tiers of a base amount ± a step a storey.

    Args:
        base: fen granted at storey ``at``.
        at: the storey of the base amount.
        step: fen more (or less) for each storey above (or below).
        lowest: the lowest storey that is granted anything.

    60,000 yuan at 6 storeys ± 5,000 a storey, none up to 4 (上杭县):

    >>> rule = Subsidy(stepped(6_000_000, 6, 500_000, lowest=5))
    >>> [grant(rule, 0, 50_000_000, levels * 2).total // 100 for levels in (4, 5, 6, 7)]
    [0, 55000, 60000, 65000]
    """
    return (Tier(2 * lowest, base - (at - lowest) * step, step),)


def grant(
    rule: Subsidy,
    eligible: int,
    cost: int,
    level: int,
    *,
    reserved_shaft: bool = False,
    other_grant: bool = False,
) -> Grant:
    """Apply a subsidy rule to one lift.

    Args:
        rule: the scheme's rule.
        eligible: cost in fen that a rate applies to (上海: the construction amount).
        cost: whole cost in fen, which the owners' minimum share is taken of.
        level: highest level reached, in half storeys (6 storeys is 12).
        reserved_shaft: the building was built with a shaft for a lift.
        other_grant: the project already has a grant that the rule excludes.

    40% of the construction amount, at most 280,000 yuan, city and district half each (上海):

    >>> rule = Subsidy(rate=4000, cap=28_000_000, split=(("市", 5000), ("区", 5000)))
    >>> grant(rule, 50_000_000, 65_000_000, 12).split
    (('市', 10000000), ('区', 10000000))
    >>> grant(rule, 80_000_000, 90_000_000, 12).total
    28000000
    """
    total = _before_limits(rule, eligible, level)
    if rule.cap is not None:
        total = min(total, rule.cap)
    if reserved_shaft:
        total = round_half_up(total * rule.reserved_shaft, RATE_SCALE)
    if other_grant and rule.exclusive:
        total = 0
    if rule.owners_minimum:
        total = min(total, cost * (RATE_SCALE - rule.owners_minimum) // RATE_SCALE)
    upkeep = round_half_up(total * rule.upkeep, RATE_SCALE)
    parts = largest_remainder(total, [share for _, share in rule.split]) if rule.split else []
    names = [name for name, _ in rule.split]
    return Grant(total, total - upkeep, upkeep, tuple(zip(names, parts, strict=True)))


def _before_limits(rule: Subsidy, eligible: int, level: int) -> int:
    """The rate of the eligible cost, or the amount of the highest tier reached."""
    if rule.rate is not None:
        return round_half_up(eligible * rule.rate, RATE_SCALE)
    reached = [tier for tier in rule.tiers if tier.reach <= level]
    if not reached:
        return 0
    tier = max(reached, key=lambda tier: tier.reach)
    return max(0, tier.amount + round_half_up((level - tier.reach) * tier.step, 2))
