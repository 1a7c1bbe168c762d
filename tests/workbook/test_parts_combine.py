"""Any sharing rule with any subsidy and any compensation: every pair of choices, in one book.

The pairs are laid out by allpairspy; each row is typed into one finished book and held against
the rules. The subsidies and compensations are those that ship.
"""

from dataclasses import replace

import pytest
from allpairspy import AllPairs
from buildings import DISTINCT, ODD_AREAS, project
from editing import Book

from elevshare.errors import InputError
from elevshare.money import UNITS
from elevshare.project import CostItem, SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.arrival import Billing
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.share import OptOut
from elevshare.schemes import load_all, with_part
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan

BASE = project("nanjing", 7, ODD_AREAS[:2], 61_234_567, ("302", "601"))
COSTS = (CostItem("设计", 4_000_001, eligible=False), CostItem("施工", 57_234_566))
SUBSIDIES = [s for s in load_all() if s.subsidy and s.subsidy.computable and s.family == "仅规则"]
COMPENSATIONS = {
    "none": Compensation(),
    **{s.id: s.compensation.rule for s in load_all() if s.compensation},
    "xiamen-some": Compensation(CompensationWay.FIRST, first=2_000_001, household_cap=True),
}
FACTORS = {
    "sharing": [scheme.id for scheme in DISTINCT],
    "subsidy": [None, *SUBSIDIES],
    "compensation": list(COMPENSATIONS),
    "unit": list(UNITS),
    "opt_out": [OptOut.ALL, OptOut.FLOOR],
    "billing": list(Billing),
    "shaft": [False, True],
}
ROWS = [dict(zip(FACTORS, row, strict=True)) for row in AllPairs(list(FACTORS.values()))]
#: So many tests share the rows, to run side by side.
SHARES = 8
#: The book that all of them are typed into.
EMPTY = replace(BASE, topics=frozenset({Topic.COMPENSATION}))
FILLED = {storey: 10_000 * storey + 7 for storey in range(1, 8)}


def combined(sharing, subsidy, compensation, unit, opt_out, billing, shaft):
    """The project that a row of choices describes."""
    one = project(sharing, 7, ODD_AREAS[:2], 0, ("302", "601"), opt_out, unit=unit, costs=COSTS)
    mode = SubsidyMode.RULE if subsidy else SubsidyMode.NONE
    scheme = with_part(one.scheme, "subsidy", subsidy) if subsidy else one.scheme
    return replace(
        one,
        scheme=scheme,
        subsidy=SubsidyChoice(mode, reserved_shaft=shaft, billing=billing),
        payouts=COMPENSATIONS[compensation],
        flats=tuple(replace(f, payout=1_750_000 * (f.storey == 1)) for f in one.flats),
        weights={s: FILLED[s] for s in FILLED if one.weight(s) is None},
    )


def test_every_pair_of_choices_is_there():
    assert len(SUBSIDIES) >= 12 and len(ROWS) >= len(DISTINCT) * len(SUBSIDIES)
    pairs = {(row["sharing"], row["compensation"]) for row in ROWS}
    assert len(pairs) == len(DISTINCT) * len(COMPENSATIONS)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("share", range(SHARES))
def test_the_book_follows_every_combination(share):
    book = Book(make_book(EMPTY), SharingPlan(EMPTY))
    for row in ROWS[share::SHARES]:
        one = combined(**row)
        book.turn_into(one)
        said = book.read()
        assert said.errors == [], row
        try:
            outcome = assess(one)
        except InputError:
            assert said.failed, row
            continue
        assert [due for due in said.dues if due != ""] == list(outcome.dues), row
        assert sum(outcome.dues) == outcome.net, row
        assert said.fen(said._names["compensation"]) == outcome.compensation, row
        # The template is of another scheme, whose limits are not those of the typed rules.
        passed = all(one.passed for one in outcome.checks if "适用范围" not in one.name)
        assert (said.failed == []) == passed, (row, said.failed)
