"""Find a scheme by its name, or by its city and what is known of the building."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from elevshare.schemes import index, wording
from elevshare.schemes.combine import PARTS
from elevshare.schemes.index import SchemeEntry, named, short_place
from elevshare.schemes.load import shipped, unknown, versioned
from elevshare.schemes.status import EXAMPLE, MISSING, SEEN

if TYPE_CHECKING:
    from elevshare.schemes.model import Scheme

#: A worked case (示例) is of one building, and what is general is no city's:
#: neither is a rule of a city.
GENERAL = "通用"


def of_city(name: str) -> tuple[SchemeEntry, ...]:
    """The schemes of a city, or of the city of the scheme with a name or id.

    Raises:
        InputError: there is no such city or scheme.

    >>> [entry.id for entry in of_city("厦门市")], len(of_city("shanghai"))
    (['xiamen'], 10)
    """
    own = named(name)
    city = short_place(own.city if own else name)
    if found := tuple(one for one in index.entries() if short_place(one.city) == city):
        return found
    raise unknown(name)


def is_rule(entry: SchemeEntry) -> bool:
    """Whether a city's name may mean a scheme: one of its rules for sharing what a lift costs."""
    return _shares_cost(entry) and entry.status != EXAMPLE and entry.city != GENERAL


def choices(name: str) -> tuple[SchemeEntry, ...]:
    """The schemes that a name may mean: the one with that name, else the rules of that city.

    Raises:
        InputError: there is none; or those that there are do not share anything.

    >>> [one.id for one in choices("南京")], len(choices("上海"))
    (['nanjing'], 8)
    """
    own = named(name)
    if own and _makes_a_book(own):
        return (own,)
    city = of_city(name)
    rules = tuple(filter(is_rule, city))
    if rules and (own is None or own.name == own.city):
        return rules
    if own is None and (books := [one.name for one in city if _makes_a_book(one)]):
        raise wording.only_by_name(name, books)
    raise wording.not_alone(own or city[0], city, rules, _for_any_building())


def chosen(name: str, storeys: int = 0, entry: str = "") -> Scheme:
    """Return the scheme that a name and what is known of the building decide.

    Args:
        name: an id, a name or a city; a scheme's own name always goes first.
        storeys: of the building, 0 where they are not known.
        entry: a word of ``Entry``, empty where it is not known.

    Raises:
        InputError: none fits, or several do; the message says what there is and what to add.

    >>> chosen("上海", 7, "平层入户").name, chosen("南京").name
    ('上海-七层平层入户', '南京')
    """
    found = choices(name)
    fitting = found if len(found) == 1 else fits(found, storeys, entry)
    if len(fitting) == 1:
        return versioned(shipped(fitting[0].id), name)
    if not fitting:
        raise wording.none_fits(found, storeys, entry)
    others = [one for one in of_city(name) if _makes_a_book(one) and not is_rule(one)]
    raise wording.undecided(fitting, others, storeys, entry)


def fits(found: Iterable[SchemeEntry], storeys: int, entry: str) -> tuple[SchemeEntry, ...]:
    """Those that are made for such a building, as far as it is known.

    >>> [one.name for one in fits(choices("北京"), 5, "半层入户")]
    ['北京-五层半层入户']
    """
    return tuple(
        one
        for one in found
        if (not storeys or one.storeys in ("", str(storeys)))
        and (not entry or one.entry in ("", entry))
    )


def part_of(name: str, part: str) -> Scheme:
    """Return the scheme from which a part is taken, by its own name.

    A city's name does not stand for a rule of one of its districts: it is only listed.

    Args:
        name: an id or a name.
        part: a key of ``PARTS``.

    Raises:
        InputError: there is no such scheme, or it does not have the part.

    >>> part_of("咸阳", "subsidy").id
    'xianyang'
    """
    own = named(name)
    if own and part in own.parts:
        return versioned(shipped(own.id), name)
    having = [one for one in of_city(name) if part in one.parts]
    raise wording.lacks(own, name, PARTS[part], having)


def _makes_a_book(entry: SchemeEntry) -> bool:
    """Whether a book can be made of a scheme alone."""
    return bool({"share", "lease"} & {*entry.parts})


def _shares_cost(entry: SchemeEntry) -> bool:
    """Whether a scheme shares what a lift costs."""
    return "share" in entry.parts and "rides" not in entry.parts


def _for_any_building() -> list[SchemeEntry]:
    """Ways of sharing that have all their numbers, for buildings of any height; the surest first."""
    usable = [
        one for one in index.entries()
        if _shares_cost(one) and not one.storeys and one.status != MISSING
    ]  # fmt: skip
    return sorted(usable, key=lambda one: (one.city == GENERAL, one.status != SEEN))
