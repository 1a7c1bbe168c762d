"""Where a split needs larger numbers than every spreadsheet program is sure of, apart from any book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare.money import UNITS, largest_remainder
from elevshare.project import Project
from elevshare.rules.share import SplitForm, counted_weights

#: Every number of a split must stay below it.
LIMIT = 10**14
#: The check that says so.
EXACT = "取整没有超出精确范围"


def exact(project: Project, net: int) -> bool:
    """Whether a net amount in fen is split among the flats with numbers below the limit."""
    return largest(project, net) < LIMIT


def largest(project: Project, net: int) -> int:
    """The largest number that the split of a net amount in fen comes by."""
    return max(
        product for units, parts in _splits(project, net) for product in _products(units, parts)
    )


def _splits(project: Project, net: int) -> list[tuple[int, list[int]]]:
    """What is split and among which parts: among the storeys, then in each; or among all flats."""
    flats, method = project.flats, project.method
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in flats}
    counted, units = counted_weights(flats, weights, method), net // UNITS[project.unit]
    sizes = [(flat.storey, method.size(flat) * flat.taking_part) for flat in flats]
    if method.form is SplitForm.WHOLE:
        return [(units, [counted[storey] * size for storey, size in sizes])]
    of_storeys = largest_remainder(units, list(counted.values()))
    return [
        (units, list(counted.values())),
        *(
            (quota, [size for at, size in sizes if at == storey])
            for storey, quota in zip(counted, of_storeys, strict=True)
        ),
    ]


def _products(units: int, parts: Sequence[int]) -> Iterator[int]:
    """The numbers that a long division in base 1,000 of units × part ÷ all parts comes by."""
    whole = sum(parts)
    yield 0
    for part in filter(None, parts):
        rest = 0
        for digits in (units // 1_000_000, units // 1_000 % 1_000, units % 1_000):
            product = rest * 1_000 + digits * part
            rest = product % whole
            yield product
