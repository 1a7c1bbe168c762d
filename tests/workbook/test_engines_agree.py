"""Every scheme × storeys × flats: the rules and every engine give the same amounts, to the fen.

The books of one shape of building have the same formulas whatever the scheme (a test says so), so
one book a shape is given every scheme's inputs and recomputed by formualizer; LibreOffice, which
takes two seconds a book, recomputes one book of every shape, every scheme in its turn, in EVERY
formula cell. The package ``formulas`` takes a millisecond a cell, so it gets the books of one
shape of 8 households under every third scheme.
"""

import re

import pytest
from buildings import DISTINCT, ODD_AREAS, project
from editing import Book, sheets
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    gnumeric,
    libreoffice,
)

from elevshare.project import assess
from elevshare.rules.share import OptOut
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: Six tables of 上海 are as empty as one another.
TURNS = [scheme.id for scheme in DISTINCT]
HEIGHTS = (4, 5, 6, 7, 8)
SHAPES = [(storeys, flats) for storeys in HEIGHTS for flats in (1, 2, 3, 4)]
COST = 61_234_567
#: What stands in for a weight that no source gives, in 1/10,000.
FILLED = {storey: 10_000 * storey + 7 for storey in range(1, 9)}
SMALL = [(4, 2)]


def plan_of(scheme, storeys, flats):
    """A plan whose weights are all there; where a floor has more than one flat, 302 stays out."""
    out = ("302",) if flats > 1 else ()
    opt_out = OptOut.FLOOR if storeys % 2 else OptOut.ALL
    one = project(scheme, storeys, ODD_AREAS[:flats], COST, out, opt_out)
    missing = {s: FILLED[s] for s in range(1, storeys + 1) if one.weight(s) is None}
    return SharingPlan(
        project(scheme, storeys, ODD_AREAS[:flats], COST, out, opt_out, weights=missing)
    )


def of(shape):
    """The scheme whose book of a shape LibreOffice recomputes: all have their turn."""
    return TURNS[SHAPES.index(shape) % len(TURNS)]


def amounts(plan, values):
    """The fen column of 分摊, for every household."""
    letter, first = plan.shares.letter("fen"), plan.shares.first
    count = len(plan.project.flats)
    return [int(values.get(("分摊", f"{letter}{first + i}"), 0)) for i in range(count)]


def inputs_of(data):
    """The numbers and words on 参数 and 住户, blanks as 0."""
    formulas = set(formula_cells(data))
    return {
        place: value
        for place, value in cached(data).items()
        if place[0] in ("参数", "住户") and place not in formulas
    }


def formulas_of(data):
    """Every formula of the sheets that a scheme does not describe itself on."""
    return {
        title: re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)</f>', part)
        for title, part in sheets(data).items()
        # Some rules are only for some buildings, which 校验 looks at; 参数 says what a subsidy would be.
        if title not in ("说明", "来源", "校验", "参数")
    }


def test_the_books_of_a_shape_have_the_same_formulas_whatever_the_scheme():
    first, *others = (
        formulas_of(draft(plan_of(scheme, 6, 2)))
        for scheme in ("nanjing", "xianyang", "wuxi", "general-equal", "general-usage")
    )
    assert all(other == first for other in others)
    percent, ranges = (
        formulas_of(draft(plan_of(scheme, 6, 2)))
        for scheme in ("shanghai-7-level", "general-ranges")
    )
    assert percent == ranges and percent.keys() == {*first, "区间"}
    assert all(percent[title] == first[title] for title in first)


def test_every_scheme_has_its_turn_in_libreoffice():
    assert {of(shape) for shape in SHAPES} == set(TURNS)


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("storeys", "flats"), SHAPES)
def test_the_rules_and_the_book_agree_under_every_scheme(storeys, flats):
    plans = [plan_of(scheme, storeys, flats) for scheme in TURNS]
    book = Book(filled(draft(plans[0])), plans[0])
    for plan in plans:
        book.turn_into(plan.project)
        outcome, said = assess(plan.project), book.read()
        assert said.errors == []
        assert [due for due in said.dues if due != ""] == list(outcome.dues)
        assert sum(outcome.dues) == COST
        failed = [name for name in said.failed if "适用范围" not in name]  # of the first scheme
        assert (failed == []) == all(c.passed for c in outcome.checks if "适用范围" not in c.name)


@pytest.mark.sampled(5)
@pytest.mark.parametrize("storeys", HEIGHTS)
def test_libreoffice_agrees_with_the_cached_values_in_every_cell(storeys, tmp_path):
    plans = [plan_of(of(shape), *shape) for shape in SHAPES if shape[0] == storeys]
    drafts = [draft(plan) for plan in plans]
    stored = [cached(filled(data)) for data in drafts]
    expected = [list(assess(plan.project).dues) for plan in plans]
    assert [amounts(*pair) for pair in zip(plans, stored, strict=True)] == expected
    paths = [tmp_path / f"{number}.xlsx" for number in range(len(plans))]
    for path, data in zip(paths, drafts, strict=True):
        path.write_bytes(data)
    for data, one, other in zip(drafts, stored, libreoffice(paths, tmp_path), strict=True):
        assert differences(one, other, formula_cells(data)) == []


@pytest.mark.sampled(0)
@pytest.mark.parametrize(("storeys", "flats"), SMALL)
def test_formulas_agrees_with_the_rules_on_every_amount(storeys, flats, tmp_path):
    plans = [plan_of(scheme, storeys, flats) for scheme in TURNS[flats % 2 :: 3]]
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plans[0]))
    cells = [("分摊", f"{plans[0].shares.letter('fen')}{row}") for row in plans[0].shares.rows]
    model = formulas_model(path, cells)
    blank = {("参数", f"B{row}"): 0 for row in plans[0].coefficients.rows}
    for plan in plans:
        found = formulas_values(model, blank | inputs_of(draft(plan)))
        assert amounts(plan, found) == list(assess(plan.project).dues)


@pytest.mark.parametrize("scheme", ["nanjing", "general-equal"])
def test_gnumeric_agrees_with_the_cached_values_in_every_cell(scheme, tmp_path):
    plan = SharingPlan(project(scheme, 3, ODD_AREAS[:2], COST, ("302",), OptOut.FLOOR, unit="元"))
    data = draft(plan)
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    stored = cached(filled(data))
    assert differences(stored, gnumeric(path, tmp_path), formula_cells(data)) == []


@pytest.mark.sampled(0)
def test_formulas_agrees_with_the_cached_values_in_every_cell_of_the_shares(tmp_path):
    plan = SharingPlan(
        project("nanjing", 3, ODD_AREAS[:1], COST, ("302",), OptOut.FLOOR, unit="元")
    )
    data = draft(plan)
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    stored = cached(filled(data))
    cells = [cell for cell in formula_cells(data) if cell[0] == "分摊"]
    assert differences(stored, formulas_values(formulas_model(path, cells)), cells) == []
