"""Calls for the tests: one good call of every function, and the vectors."""

import json
from functools import cache
from pathlib import Path

from share_cases import building, column
from stand_in.excel import cells
from vector_cases import CASES

VECTORS = Path(__file__).parent.parent / "vectors"
_STOREYS, _AREAS = building(6, (61.25, 90.5, 120))
_YES = column(*["是"] * 17, "否")
_OWN = column(*[None] * 9, 1.25, *[None] * 8)
_FIXED = column(5000.5, *[None] * 17)

#: A call of every function in which each argument counts for something.
GOOD = {
    "ELEVSHARE": (
        "南京",
        600000.5,
        _STOREYS,
        _AREAS,
        _YES,
        "角",
        "指定楼层",
        _OWN,
        _FIXED,
        column(5, 6),
    ),
    "ELEVCOEF": ("南京", 4, 7),
    "ELEVRANGE": ("上海-七层平层入户", 4, 7, "上限"),
    "SUBSIDY": ("东营", 600000, 5, "是", "否", 500000),
    "ELEVNET": (600000, 200000.25, 10000.5),
    "ELEVCOMP": ("厦门", 600000, _STOREYS, _AREAS, 10000.25),
    "ELEVLEASE": ("燕园图新", 6, 2, 3, 5),
    "ELEVFUND": ("南京", 30000.5, 10000.25),
    "ELEVINSTALMENT": (15000.5, 12, 0.0375),
    "ELEVUPKEEP": ("咸阳", 6000.5, _STOREYS, _AREAS, _YES),
    "ELEVLATE": (10077.5, "加利息", 18, 0.03),
    "ELEVVOTE": ("民法典278-改建", _AREAS, _YES, _YES, column(*"甲乙丙丁戊己" * 3)),
    "RMBUPPER": (1409.5,),
    "ELEVSOURCE": ("上海", "补贴"),
    "ELEVCHECK": ("ELEVNET", 600000, 200000.25),
}
#: Arguments that are a column of cells, one a household, and those that may be.
COLUMNS = {
    "storeys", "areas", "taking_part", "took_part", "agreed", "owner", "own_weights", "fixed",
}  # fmt: skip
MAYBE = {"storey", "carriers"}
#: Arguments that are words, not numbers.
WORDS = {
    "scheme", "taking_part", "unit", "opt_out", "bound", "reserved_shaft", "other_grant", "city",
    "way", "rule", "took_part", "agreed", "owner", "what", "name",
}  # fmt: skip


@cache
def vectors(name):
    """The committed cases of a function."""
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))["cases"]


ALL = list(CASES)


def excel_number(value):
    """Numbers are floats in Excel."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def as_cells(value):
    """An argument of a vector as a range."""
    rows = value if isinstance(value, list) else [[value]]
    return cells([[excel_number(cell) for cell in row] for row in rows])


def seen(result):
    """A result as ``CallUDF`` hands it back: one row is flat, nothing is an empty text."""
    if not isinstance(result, list):
        return result
    rows = [["" if cell is None else cell for cell in row] for row in result]
    return rows[0] if len(rows) == 1 else rows


def changed(function, at, value):
    """The good call of a function with one argument changed, as ranges."""
    arguments = [as_cells(one) for one in GOOD[function]]
    arguments[at] = value
    return arguments
