"""The vote on adding the lift: who took part, who agrees, and whether that is enough.

A rule is a *quorum* (the part of all that must take part in the vote, or none) and an *approval*
(the part that must agree, of those who took part or of all), by head count and, in most rules,
by area too. One buyer's several flats count as one person. Every test compares whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from elevshare.rules.share import Flat


@dataclass(frozen=True, slots=True)
class Voting:
    """The vote on adding the lift: the owners' choices.

    ``rule`` is the name of a scheme whose consent rule is applied, empty where the vote is not
    checked. The rest is declared by hand: the owner of an ``exclusive_part`` that is built on
    consents (or none is built on); there is ``no_objection`` of affected neighbours.
    """

    rule: str = ""
    exclusive_part: bool = False
    no_objection: bool = False


@dataclass(frozen=True, slots=True)
class Majority:
    """What a rule asks for.

    ``quorum`` is the part of all that must take part, ``None`` for no quorum; ``approval`` the
    part that must agree: of all where ``of_all`` says so, else of those who took part; where
    ``strict``, more than that part must agree, and exactly that part is not enough (以上 includes
    the number itself, 过半数 does not: 民法典 art. 1259). Without ``by_area`` heads alone count.
    ``exclusive_part`` and ``no_objection`` say which declarations the rule asks for.
    """

    approval: Fraction
    quorum: Fraction | None = None
    of_all: bool = False
    strict: bool = False
    by_area: bool = True
    exclusive_part: bool = False
    no_objection: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """Flats as the law counts them: area in 0.01 m², and persons."""

    area: int
    persons: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote counted out; ``slips`` are the rooms whose marks contradict each other."""

    whole: Count
    taking_part: Count
    agreeing: Count
    slips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hurdle:
    """One test: whether ``have`` of ``base`` is enough; areas in 0.01 m², persons in heads.

    ``need`` is the least that is enough. Where too few take part, it is the least that agree
    once just so many take part as must: a test may be ``passed`` now and ask for more then.
    """

    name: str
    have: int
    base: int
    need: int
    passed: bool

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return max(0, self.need - self.have)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule makes of a tally; ``undeclared`` names the declarations still missing."""

    hurdles: tuple[Hurdle, ...]
    undeclared: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the lift is agreed upon."""
        return not self.undeclared and all(hurdle.passed for hurdle in self.hurdles)


def tally(flats: Iterable[Flat]) -> Tally:
    """Count a vote: areas flat by flat, persons once each.

    A person takes part, or agrees, where one of his flats is marked so; whoever did not take
    part does not agree. A slip is a flat that agrees without taking part, or whose person's
    flats are not marked alike.

    >>> flats = [Flat("101", 1, 8000, vote=True, agrees=True, person="甲"),
    ...          Flat("201", 2, 9000, vote=True, agrees=True, person="甲"),
    ...          Flat("301", 3, 7000, vote=True), Flat("401", 4, 6000)]
    >>> tally(flats).taking_part, tally(flats).agreeing
    (Count(area=24000, persons=2), Count(area=17000, persons=1))
    """
    every = list(flats)
    groups: dict[str | int, list[Flat]] = {}
    for row, flat in enumerate(every):
        groups.setdefault(_person(flat) or row, []).append(flat)
    return Tally(
        _count(every, len(groups)),
        _count(filter(_votes, every), _persons(groups.values(), _votes)),
        _count(filter(_agrees, every), _persons(groups.values(), _agrees)),
        tuple(flat.room for flat in every if _slips(flat, groups)),
    )


def _person(flat: Flat) -> str:
    """What a flat's person is known by; a spreadsheet's = does not tell A from a."""
    return flat.person.casefold()


def _votes(flat: Flat) -> bool:
    return flat.vote is True


def _agrees(flat: Flat) -> bool:
    return flat.vote is True and flat.agrees is True


def _count(flats: Iterable[Flat], persons: int) -> Count:
    """The area of some flats, with their number of persons."""
    return Count(sum(flat.area for flat in flats), persons)


def _persons(groups: Iterable[list[Flat]], of: Callable[[Flat], bool]) -> int:
    """How many persons have a flat of which something holds."""
    return sum(any(map(of, group)) for group in groups)


def _slips(flat: Flat, groups: dict[str | int, list[Flat]]) -> bool:
    """Whether the marks of a flat contradict themselves or those of its person's other flats."""
    mates = groups.get(_person(flat), [flat])
    unlike = any(len({of(mate) for mate in mates}) > 1 for of in (_votes, _agrees))
    return unlike or (flat.agrees is True and flat.vote is not True)


def least(part: Fraction, base: int, strict: bool = False) -> int:
    """The least whole number that is at least (or, ``strict``, more than) a part of ``base``.

    It is never 0: nobody has agreed where nobody has voted.

    >>> least(Fraction(2, 3), 12), least(Fraction(3, 4), 8), least(Fraction(1, 2), 8, strict=True)
    (8, 6, 5)
    """
    exact = part * base
    whole = exact.numerator // exact.denominator
    return max(1, whole + 1 if strict or exact != whole else whole)


def enough(have: int, part: Fraction, base: int, strict: bool = False) -> bool:
    """Whether ``have`` is at least (or, ``strict``, more than) a part of ``base``, and not 0.

    >>> enough(8, Fraction(2, 3), 12), enough(6, Fraction(1, 2), 12, strict=True)
    (True, False)
    """
    mine, bar = part.denominator * have, part.numerator * base
    return have > 0 and (mine > bar or (mine == bar and not strict))


def decide(
    rule: Majority, votes: Tally, *, exclusive_part: bool = False, no_objection: bool = False
) -> Decision:
    """Hold a tally against a rule.

    Args:
        rule: what is asked for.
        votes: the vote, counted out.
        exclusive_part: declared: the owner of an exclusive part that is built on consents.
        no_objection: declared: no affected neighbour objects.

    Twelve equal flats under 民法典 art. 278 (rebuilding): 8 must take part, then 6 agree.

    >>> rule = Majority(Fraction(3, 4), Fraction(2, 3))
    >>> votes = Tally(Count(96000, 12), Count(64000, 8), Count(40000, 5))
    >>> [(test.name, test.need, test.missing, test.passed) for test in decide(rule, votes).hurdles]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('参与面积', 64000, 0, True), ('参与人数', 8, 0, True),
     ('同意面积', 48000, 8000, False), ('同意人数', 6, 1, False)]
    """
    areas = (votes.whole.area, votes.taking_part.area, votes.agreeing.area)
    heads = (votes.whole.persons, votes.taking_part.persons, votes.agreeing.persons)
    measures = [("面积", areas), ("人数", heads)] if rule.by_area else [("人数", heads)]
    hurdles = [_quorum(rule.quorum, name, *three) for name, three in measures if rule.quorum]
    hurdles += [_approval(rule, name, *three) for name, three in measures]
    asked = (
        ("占用专有部分须经该业主同意", rule.exclusive_part and not exclusive_part),
        ("受影响的相关方没有反对意见", rule.no_objection and not no_objection),
    )
    return Decision(tuple(hurdles), tuple(name for name, lacking in asked if lacking))


def _quorum(part: Fraction | None, measure: str, whole: int, taking: int, _: int) -> Hurdle:
    """Whether enough take part."""
    bar = part or Fraction(0)
    need = least(bar, whole)
    return Hurdle(f"参与{measure}", taking, whole, need, enough(taking, bar, whole))


def _approval(rule: Majority, measure: str, whole: int, taking: int, agreeing: int) -> Hurdle:
    """Whether enough agree."""
    part, strict = rule.approval, rule.strict
    base = then = whole if rule.of_all else taking
    if rule.quorum and not rule.of_all:
        then = max(taking, least(rule.quorum, whole))
    return Hurdle(
        f"同意{measure}",
        agreeing,
        base,
        least(part, then, strict),
        enough(agreeing, part, base, strict),
    )
