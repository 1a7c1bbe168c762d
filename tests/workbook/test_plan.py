"""The plans of all books: each table and figure is made once, and none stands on another."""

from collections import defaultdict
from dataclasses import replace

import pytest
from buildings import project, project_from
from comparing import THREE, under

from elevshare.project.topics import ALL_SHEETS
from elevshare.schemes import find
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.compare.book import draft as draft_comparison
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice.lines import Lines
from elevshare.workbook.subjects.sharing.plan import SharingPlan
from elevshare.workbook.table import FormulaTable, numbered

SMALL = project("nanjing", 3, (6_103, 9_017))
BOOKS = {
    "contribution": SMALL,
    "every": replace(SMALL, topics=ALL_SHEETS),
    "interval": project_from(find("shanghai-7-level"), storeys="7", areas="80", cost="600000"),
    "prepaid": project_from(find("beijing-rongsheng"), storeys="4", areas="80", cost="600000"),
    "lease": project_from(find("beijing-hualing"), storeys="4", areas="80,100"),
    "lease-plain": replace(
        project_from(find("beijing-hualing"), storeys="4", areas="80,100"), topics=frozenset()
    ),
}


def drafted(one):
    """The plan of a book that has been written."""
    plan = family_of(one).plan(one)
    draft(plan)
    return plan


def made(plan):
    """All tables and figures that a plan has made."""
    found = []
    for value in list(vars(plan).values()):
        several = value.values() if isinstance(value, dict) else [value]
        for one in several:
            parts = vars(one).values() if isinstance(one, Lines) else [one]
            found += [part for part in parts if isinstance(part, FormulaTable | Figures)]
    return list({id(one): one for one in found}.values())


def cells(one):
    """Sheet, row and column of all that a table or figures hold, and of the heads."""
    if isinstance(one, Figures):
        sheet = one[next(iter(one.figures))].split("!")[0]
        rows, columns = range(one.first_row, one.last_row + 1), [one.value]
        return {(sheet, row, column) for row in rows for column in columns}
    rows = range(one.first - bool(one.title), one.last + 1)  # without a title it has no heads
    places = [place for place, column in enumerate(one.stated, one.left) if column.formula]
    return {(one.sheet, row, place) for row in rows for place in places}


def overlaps(plan):
    """The cells that two of a plan's tables and figures claim."""
    claims = defaultdict(int)
    for one in made(plan):
        for cell in cells(one):
            claims[cell] += 1
    return [cell for cell, count in claims.items() if count > 1]


@pytest.mark.parametrize("name", BOOKS)
def test_no_table_stands_on_another(name):
    plan = drafted(BOOKS[name])
    assert len(made(plan)) > 6
    assert overlaps(plan) == []


def test_no_table_of_a_comparison_stands_on_another():
    plan = ComparePlan((one := under(THREE, SMALL))[0], tuple(one))
    draft_comparison(plan)
    assert len(made(plan)) > 5 and all(len(made(part)) == 3 for part in plan.parts)
    assert overlaps(plan) == [] and all(overlaps(part) == [] for part in plan.parts)


def test_an_overlap_is_found():
    plan = drafted(SMALL)
    block: Block = plan.shares
    vars(plan)["more"] = FormulaTable("多一张", block.sheet, block.last + 1, 1, (numbered(),))
    assert overlaps(plan) == [(block.sheet, block.last, 1)]


def test_the_plan_of_what_is_typed_alone_cannot_be_made():
    with pytest.raises(TypeError, match="abstract"):
        Plan(SMALL)
    assert SharingPlan(SMALL).shares is not SharingPlan(SMALL).shares


def test_a_number_among_figures_is_no_formula():
    figures = Figures("算", 4, {"rows": Figure("行数", None, lambda f: 15)})
    assert figures.formula(figures.figures["rows"]) == 15
    assert figures.formula(Figure("和", None, lambda f: "1+1")) == "=1+1"
