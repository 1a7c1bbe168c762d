"""ELEVVOTE: whether a vote is enough, and what is missing."""

from __future__ import annotations

from functools import partial

from elevshare.money import round_half_up
from elevshare.rules.consent import Decision, Hurdle, Tally, decide, tally
from elevshare.rules.share import Flat
from elevshare_addin.blocks import Block, Result, beside, each, flat, needed, positions, size
from elevshare_addin.cells import AREA, Cell, empty, number, shown, yes
from elevshare_addin.lookup import part_of, scheme_of

#: Ratios are shown to four decimals; whether they are enough is tested exactly.
_RATIO = 10_000


def elevvote(
    rule: Block | None,
    areas: Block | None,
    took_part: Block | None,
    agreed: Block | None,
    owner: Block | None = None,
) -> Result:
    """Two columns: the verdict, the ratios by area and by people, what is missing.

    >>> for row in elevvote([["民法典278-改建"]], [[80.0]] * 4, [["是"]] * 4, [["是"]] * 3 + [["否"]]):
    ...     print(*row)
    结论 通过
    参与面积 1.0
    参与人数 1.0
    同意面积 0.75
    同意人数 0.75
    还差 无
    """
    found = scheme_of(rule, "表决", "rule")
    majority = part_of(found, found.consent, "表决", "rule").rule
    votes = tally(_flats(needed(areas, "areas"), took_part, agreed, owner))
    decision = decide(majority, votes)
    rows: list[list[float | str | None]] = [["结论", _verdict(decision, votes)]]
    rows += [[test.name, _ratio(test)] for test in decision.hurdles]
    rows.append(["还差", "；".join(map(_missing, filter(_lacks, decision.hurdles))) or "无"])
    if decision.undeclared:
        rows.append(["另须确认", "；".join(decision.undeclared)])
    if votes.slips:
        rows.append(
            ["须核对", f"{'、'.join(votes.slips)}：没有参加却同意，或同一人的几套房填得不同"]
        )
    return rows


def _flats(
    areas: Block, took_part: Block | None, agreed: Block | None, owner: Block | None
) -> list[Flat]:
    """The flats of a vote; a row without area is skipped."""
    shape, every = size(areas), flat(areas)
    no = partial(yes, blank=False)
    votes = beside(needed(took_part, "took_part"), "took_part", areas, "areas") or []
    agrees = beside(needed(agreed, "agreed"), "agreed", areas, "areas") or []
    owners = beside(owner, "owner", areas, "areas") or [None] * len(every)
    rows = positions(every, "areas")
    columns = (
        each(every, rows, partial(number, kind=AREA), "areas", shape),
        each(votes, rows, no, "took_part", shape),
        each(agrees, rows, no, "agreed", shape),
        each(owners, rows, _person, "owner", shape),
    )
    return [
        Flat(f"第 {at + 1} 户", 1, area, vote=vote, agrees=agree, person=person)
        for at, area, vote, agree, person in zip(rows, *columns, strict=True)
    ]


def _person(cell: Cell) -> str:
    """What a person is known by; empty cells are different people."""
    return "" if empty(cell) else shown(cell).strip()


def _verdict(decision: Decision, votes: Tally) -> str:
    """The outcome in a word."""
    if votes.slips:
        return "须核对"
    if not all(test.passed for test in decision.hurdles):
        return "未通过"
    return "票数够，另须确认" if decision.undeclared else "通过"


def _ratio(test: Hurdle) -> float:
    """What part there is, 0 where there is nothing to take a part of."""
    return round_half_up(test.have * _RATIO, test.base) / _RATIO if test.base else 0.0


def _lacks(test: Hurdle) -> bool:
    return test.missing > 0


def _missing(test: Hurdle) -> str:
    """What one test still needs."""
    if test.name.endswith("面积"):
        return f"{test.name} {test.missing / 100:.2f} ㎡"
    return f"{test.name} {test.missing} 人"
