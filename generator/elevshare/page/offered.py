"""What the page offers to fill in and to tick under a scheme."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.commands.building import project_under
from elevshare.money import UNITS, yuan
from elevshare.page.asking import options_of, project_asked
from elevshare.page.topics import topics_offered
from elevshare.project import MAX_COSTS, MAX_OTHERS, Project, SubsidyMode
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.compensation import CompensationWay
from elevshare.rules.lease import LeasePeriod
from elevshare.rules.pools import BY_STOREY, MAX_POOLS, PoolWay
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import Family
from elevshare.schemes.choose import part_of
from elevshare.schemes.load import shipped
from elevshare.text import storey_text

#: A scheme under which every building can be.
_EQUAL = "general-equal"


def offered(words: Sequence[str]) -> dict[str, object]:
    """What a scheme takes, from the words that name it (and what is known of the building)."""
    project = project_asked(words)
    family = project.scheme.family
    return {
        "family": family.value,
        "shares": family in (Family.CONTRIBUTION, Family.PREPAID),
        "subsidy": _subsidy(project),
        "by_rule": "--subsidy-of" in words,
        "granted": _granted(project, options_of(words).subsidy_of),
        "storeys": _weighed(project),
        "compensation": _compensation(project),
        "pools": [pool.name for pool in project.pools],
        "pool_ways": [way.value for way in PoolWay if way not in BY_STOREY],
        "lease": _lease(project),
        "billing": [one.value for one in Billing],
        "arrival": [one.value for one in SubsidyArrival],
        "most": {"costs": MAX_COSTS, "others": MAX_OTHERS, "pools": MAX_POOLS},
        "units": list(UNITS),
        "topics": topics_offered(project),
    }


def storeys(words: Sequence[str]) -> list[str]:
    """The storeys of a building for which the scheme of the words may have no weights."""
    options = options_of(words)
    return _weighed(project_under(shipped(_EQUAL), options))


def _subsidy(project: Project) -> dict[str, object] | None:
    """What the scheme's rule of subsidies needs; ``None`` where it gives no amount."""
    found = project.scheme.subsidy
    if not found or not found.computable:
        return None
    rule = found.rule
    cap = f"最多 {yuan(rule.cap)} 元" if rule.cap is not None else ""
    told = (found.article, found.doubt.strip("（）"), found.law.period, cap)
    return {
        "mode": SubsidyMode.RULE.value,
        "told": "，".join(filter(None, told)),
        "level": len(rule.tiers) > 1 or any(tier.step for tier in rule.tiers),
        "eligible": rule.rate is not None,
        "reserved_shaft": rule.reserved_shaft != RATE_SCALE,
        "other_grant": rule.exclusive,
    }


def _granted(project: Project, city: str | None) -> str:
    """What to know of a rule of subsidies that gives no amount; ``city``: whose it is, if another's."""
    found = project.scheme.subsidy
    if not found or found.computable:
        return ""
    name = part_of(city, "subsidy").name if city else project.scheme.name
    most = f"最高 {found.rule.cap / 1_000_000:g} 万元" if found.rule.cap else "金额没有查到"
    return f"{name}：{most}，请按批复的金额自己写"


def _weighed(project: Project) -> list[str]:
    """The storeys whose weights can be filled in: those of the households, else those of the building."""
    used = {flat.storey for flat in project.flats if flat.storey >= 1}
    halves = any(storey % 1 for storey in used)
    return [storey_text(storey) for storey in sorted(used if halves else {*used, *project.stops})]


def _compensation(project: Project) -> dict[str, object]:
    """The ways of compensating low floors that need no amount of each household, and the scheme's."""
    ways = [way.value for way in CompensationWay if way is not CompensationWay.TABLE]
    rule = project.scheme.compensation
    return {"ways": ways, "own": rule.rule.way.value if rule else ""}


def _lease(project: Project) -> dict[str, object] | None:
    """How often a lease may be billed; ``None`` for what is no lease."""
    return {"periods": [one.value for one in LeasePeriod]} if project.scheme.lease else None
