"""What a user can choose from: the cities, and what there is in each, as words and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from elevshare.page.rule_tables import RuleTable, missing_storeys, tables_of
from elevshare.schemes import Scheme
from elevshare.schemes.choose import GENERAL, fits, is_rule, of_city
from elevshare.schemes.combine import PARTS
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.days import today
from elevshare.schemes.index import SchemeEntry, entries, named
from elevshare.schemes.load import shipped, unknown
from elevshare.schemes.model import Family
from elevshare.schemes.status import MISSING, STATUSES

#: What stands on the card of a scheme itself; the rest is only named there.
_MAIN = ("share", "lease", "rides", "subsidy")
_GROUPS = ("没有自己城市的，选这个", "有分摊办法的城市", "只录入了补贴等规定的，分摊用通用的办法")


class City(TypedDict):
    """A city, and under which head it is listed."""

    name: str
    group: str


class Choice(TypedDict):
    """A scheme of which a part may be taken."""

    id: str
    name: str
    status: str


class Cities(TypedDict):
    """All cities, and by part (分摊 among them) the schemes that have it."""

    cities: list[City]
    parts: dict[str, list[Choice]]
    part_names: dict[str, str]


class Part(TypedDict):
    """One part of a scheme: how it stands today, its article, note and tables."""

    what: str
    status: str
    out: str
    article: str
    note: str
    tables: list[RuleTable]


class Card(TypedDict):
    """A scheme: its document, how far it can be trusted, its rule in one sentence and in tables."""

    id: str
    name: str
    city: str
    kind: str
    storeys: str
    entry: str
    status: str
    status_said: str
    out: list[str]
    lacking: str
    document: dict[str, str]
    summary: str
    parts: list[Part]
    also: list[Part]


class Offer(TypedDict):
    """What a city has: ways to share, subsidies to join them with, and what else was entered."""

    city: str
    storeys: list[str]
    entries: list[str]
    ways: list[Card]
    subsidies: list[Card]
    also: list[Card]
    said: str


def cities(words: Sequence[str] = ()) -> Cities:
    """All cities: 通用 first, then those with a way of sharing, each group as a dictionary has it."""
    every = entries()
    names = sorted({one.city for one in every}, key=lambda name: name.encode("gb18030"))
    found: list[City] = [{"name": name, "group": _group(name, every)} for name in names]
    found.sort(key=lambda city: _GROUPS.index(city["group"]))
    parts = {part: [_choice(one) for one in every if part in one.parts] for part in PARTS}
    ways = [_choice(one) for one in every if _makes_a_book(one)]
    return {"cities": found, "parts": {"share": ways, **parts}, "part_names": CONTENTS}


def _group(city: str, every: tuple[SchemeEntry, ...]) -> str:
    """The head under which a city is listed."""
    if city == GENERAL:
        return _GROUPS[0]
    has_way = any(_makes_a_book(one) for one in every if one.city == city)
    return _GROUPS[1 if has_way else 2]


def _choice(entry: SchemeEntry) -> Choice:
    """A scheme in a list."""
    return {"id": entry.id, "name": entry.name, "status": entry.status}


def _makes_a_book(entry: SchemeEntry) -> bool:
    """Whether a book can be made of a scheme alone."""
    return bool({"share", "lease"} & {*entry.parts})


def city(words: Sequence[str]) -> Offer:
    """What there is in a city for a building, as far as that is known.

    A city without a rule for sharing, which only grants money, is offered the general ways.

    ``words`` are the city, the storeys and the way of entry, the last two empty where not known.

    Raises:
        InputError: there is no such city.
    """
    name, storeys, entry = (*words, "", "")[:3]
    here = of_city(name)
    rules = [one for one in here if _makes_a_book(one)]
    ways = sorted(fits(rules, int(storeys or 0), entry), key=lambda one: one.status == MISSING)
    own = any(map(is_rule, rules))
    general = [] if own or here[0].city == GENERAL else _general()
    rest = [one for one in here if not _makes_a_book(one)]
    grants = [one for one in rest if "subsidy" in one.parts]
    return {
        "city": here[0].city,
        "storeys": sorted({one.storeys for one in rules if one.storeys}),
        "entries": sorted({one.entry for one in rules if one.entry}),
        "ways": [card([one.id]) for one in [*ways, *general]],
        "subsidies": [card([one.id]) for one in grants],
        "also": [card([one.id]) for one in rest if one not in grants],
        "said": _said(here[0].city, own=own, grants=bool(grants), found=bool(ways or general)),
    }


def _general() -> list[SchemeEntry]:
    """The general ways of sharing."""
    return [one for one in of_city(GENERAL) if _makes_a_book(one)]


def _said(place: str, *, own: bool, grants: bool, found: bool) -> str:
    """What a user should know of the list."""
    if not found:
        return f"{place}没有这样的楼的办法：请改层数或入户方式，或选“{GENERAL}”"
    if own:
        return ""
    if place == GENERAL:
        return "没有自己城市的，从这里选一个，由业主商量决定；当地有规定的，以规定为准"
    granted = "，补贴按当地的规定" if grants else ""
    return f"{place}没有录入统一的分摊办法：分摊用通用的一种{granted}，由业主商量决定"


def card(words: Sequence[str]) -> Card:
    """A scheme as it stands today.

    Raises:
        InputError: there is none.
    """
    (name,) = words
    entry = named(name)
    if entry is None:
        raise unknown(name)
    day = today()
    scheme = shipped(entry.id).on(day)
    document = scheme.document
    keys = ("title", "issuer", "number", "date", "article")
    return {
        "id": entry.id,
        "name": scheme.name,
        "city": scheme.city,
        "kind": "" if scheme.family is Family.NONE else scheme.family.value,
        "storeys": entry.storeys,
        "entry": entry.entry,
        "status": scheme.status,
        "status_said": STATUSES[scheme.status],
        "out": [f"{part}{law.standing(day)}（{law.period}）"
                for part, law in scheme.dated_parts if law.standing(day)],
        "lacking": _lacking(scheme),
        "document": {key: getattr(document, key) for key in keys},
        "summary": scheme.summary,
        "parts": _parts(scheme, day, main=True),
        "also": _parts(scheme, day, main=False),
    }  # fmt: skip


def _lacking(scheme: Scheme) -> str:
    """What the owners have to fill in themselves, in a sentence; empty where nothing lacks."""
    missing = missing_storeys(scheme.share) if scheme.share else []
    if missing is None:
        return "各层的系数待填：来源没有给出，选了以后要自己逐层填"
    if missing:
        listed = "、".join(map(str, missing))
        return f"{listed} 层的系数待填：来源没有给出，选了以后要自己逐层填"
    return f"{STATUSES[MISSING]}" if scheme.status == MISSING else ""


def _parts(scheme: Scheme, day: str, *, main: bool) -> list[Part]:
    """The parts of a scheme: the main ones, or the others."""
    found: list[Part] = []
    for key, what in CONTENTS.items():
        rule = getattr(scheme, key)
        if rule is None or (key in _MAIN) is not main:
            continue
        found.append(
            {
                "what": what,
                "status": getattr(rule, "status", scheme.status),
                "out": rule.law.standing(day),
                "article": rule.article,
                "note": rule.note,
                "tables": tables_of(key, rule),
            }
        )
    return found
