"""Buildings made up by chance: what a roster written from one must be read as."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗欧阳司马䶮"
_GIVEN = "建国秀英桂兰志强永福凤英长贵小明丽娟德华玉珍海燕一二三万合计平方元层户号楼"
_ODD_NAMES = (
    "阿依古丽·买买提",
    "欧阳小敏",
    "𠮷田一郎",
    "John Smith",
    "张三（代）",
    "李四、王五",
    "中国石化集团",
)


@dataclass(frozen=True)
class Household:
    """One household: the area in 0.01 m², the compensation and the fixed sum in fen.

    ``own_weight`` is a weight of its own, or a percentage, in 1/10,000.
    ``owners`` has the names of the owner's cell, one a line of it; none where nobody is known.
    """

    room: str
    storey: float
    area: int
    owners: tuple[str, ...] = ()
    taking_part: bool = True
    payout: int = 0
    own_weight: int | None = None
    fixed: int | None = None


@dataclass(frozen=True)
class Stairwell:
    """The households of one stairwell in the order of the roster, and where it stands."""

    households: tuple[Household, ...]
    building: str = "12"
    entrance: str = "3"


def stairwell(rng: Random, building: str = "12", entrance: str = "3") -> Stairwell:
    """A stairwell of 2 to 18 storeys of one to four flats each."""
    storeys = rng.choice((2, 3, 6, 6, 6, 7, 7, 9, 11, 18))
    areas = [area(rng) for _ in range(rng.choice((1, 2, 2, 2, 3, 4)))]
    households = tuple(
        Household(f"{storey}{door:02}", storey, size, (name(rng),), rng.random() < 0.8)
        for storey in range(1, storeys + 1)
        for door, size in enumerate(areas, 1)
    )
    return Stairwell(_somebody(households), building, entrance)


def _somebody(households: tuple[Household, ...]) -> tuple[Household, ...]:
    """The last household takes part at least: nobody shares with nobody."""
    return (*households[:-1], replace(households[-1], taking_part=True))


def area(rng: Random) -> int:
    """An area as flats have it, some without decimals, a few above 1,000 m²."""
    whole = rng.choice((rng.randint(35, 160), rng.randint(35, 160), rng.randint(1000, 1999)))
    return whole * 100 + rng.choice((0, 3, 5, 50, 90, rng.randint(0, 99)))


def name(rng: Random) -> str:
    """The name of an owner; syllables that mean something elsewhere in a roster are among them."""
    if rng.random() < 0.1:
        return rng.choice(_ODD_NAMES)
    return rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2))))
