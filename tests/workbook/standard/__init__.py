"""What a good workbook is, as a checker: one function a point, over a light model of a file.

The points are those of the FAST standard and of the ICAEW's principles and modelling code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from standard import aligned, arithmetic, flow, inputs, legible, looks, sheets
from standard.exceptions import exempt
from standard.finding import Finding
from standard.model import Book

Checker = Callable[[Book], Iterator[Finding]]

#: Point → what it wants, and the functions that look.
POINTS: dict[int, tuple[str, Sequence[Checker]]] = {
    1: ("every sheet has one role", (sheets.roles,)),
    2: ("a cover", (sheets.cover,)),
    3: ("inputs look like inputs, are unlocked and constant", (inputs.told,)),
    4: ("no constants among calculations", (arithmetic.literals,)),
    5: ("one formula for a column of a table", (arithmetic.consistent,)),
    6: ("short formulas", (arithmetic.short,)),
    7: ("the safe subset only, nothing volatile", (arithmetic.safe,)),
    8: ("no circles, no external links, no broken names", (flow.acyclic, sheets.self_contained)),
    9: ("inputs, calculation, papers", (flow.directed, flow.from_hints)),
    10: ("units shown", (looks.units,)),
    11: ("one sign convention", (flow.signs,)),
    12: ("checks and one master check, on the cover and every paper", (flow.checks,)),
    13: ("rounding in one place", (arithmetic.rounded,)),
    14: ("named styles only", (sheets.named,)),
    15: ("merges on papers only", (sheets.merges,)),
    16: ("nothing hidden", (sheets.hidden,)),
    17: ("every input validated in Chinese", (inputs.validated,)),
    18: ("calculations protected, no secret password", (sheets.protected,)),
    19: ("print set-up", (sheets.printing,)),
    20: ("frozen heads, wide enough columns", (sheets.frozen, looks.fitting)),
    21: ("cached values, none an error", (flow.cached, flow.current)),
    22: ("the source beside every parameter", (inputs.sourced,)),
    23: ("printed large enough, within the page", (legible.large,)),
    24: ("a way back to the first sheet", (legible.way_back,)),
    25: ("sums below amounts", (legible.summed,)),
    26: ("whole tables, or heads on every page", (legible.whole,)),
    27: ("amounts in sentences have separators", (aligned.thousands,)),
    28: ("frozen heads belong to all rows below", (aligned.frozen_heads,)),
    29: ("one alignment a column", (aligned.one_alignment,)),
}


def findings(book: Book, point: int) -> list[Finding]:
    """What breaks a point in a book, exemptions not yet taken into account."""
    return [found for checker in POINTS[point][1] for found in checker(book)]


def broken(book: Book) -> dict[int, list[Finding]]:
    """Point → the first things that break it and are not meant; empty for a good workbook."""
    found = {
        point: [one for one in findings(book, point) if not exempt(point, one)] for point in POINTS
    }
    return {point: some[:5] for point, some in found.items() if some}
