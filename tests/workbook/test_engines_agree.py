"""Every scheme × storeys × flats: the rules and every engine give the same amounts, to the fen.

One test a shape of building, for the rules, the cached values (formualizer) and LibreOffice. The
package ``formulas`` takes a millisecond a cell, so it gets the books of up to 12 households; the
books of a shape have the same formulas under every scheme, so it loads one of them and is given
the others' inputs.
"""

import pytest
from buildings import ODD_AREAS, project
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
from elevshare.schemes import load_all
from elevshare.workbook.book import draft
from elevshare.workbook.cached import finish
from elevshare.workbook.plan import Plan

SCHEMES = [scheme.id for scheme in load_all() if scheme.share]
SHAPES = [(storeys, flats) for storeys in (4, 5, 6, 7, 8) for flats in (1, 2, 3, 4)]
COST = 61_234_567


def plans_of(storeys, flats):
    """One plan a scheme; where a floor has more than one flat, 302 stays out."""
    out = ("302",) if flats > 1 else ()
    opt_out = OptOut.FLOOR if storeys % 2 else OptOut.ALL
    return [
        Plan(project(scheme, storeys, ODD_AREAS[:flats], COST, out, opt_out)) for scheme in SCHEMES
    ]


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


@pytest.mark.parametrize(("storeys", "flats"), SHAPES)
def test_rules_and_engines_agree_on_every_amount(storeys, flats, tmp_path):
    plans = plans_of(storeys, flats)
    expected = [list(assess(plan.project).dues) for plan in plans]
    assert all(sum(dues) == COST for dues in expected)

    drafts = [draft(plan) for plan in plans]
    stored = [cached(finish(data)) for data in drafts]
    assert [amounts(*pair) for pair in zip(plans, stored, strict=True)] == expected

    paths = [tmp_path / f"{scheme}.xlsx" for scheme in SCHEMES]
    for path, data in zip(paths, drafts, strict=True):
        path.write_bytes(data)
    for data, one, other in zip(drafts, stored, libreoffice(paths, tmp_path), strict=True):
        assert differences(one, other, formula_cells(data)) == []


@pytest.mark.parametrize(("storeys", "flats"), [(s, f) for s, f in SHAPES if s * f <= 12])
def test_formulas_agrees_with_the_rules_on_every_amount(storeys, flats, tmp_path):
    plans = plans_of(storeys, flats)
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plans[0]))
    cells = [("分摊", f"{plans[0].shares.letter('fen')}{row}") for row in plans[0].shares.rows]
    model = formulas_model(path, cells)
    blank = {("参数", f"B{row}"): 0 for row in plans[0].coefficients.rows}
    for plan in plans:
        found = formulas_values(model, blank | inputs_of(draft(plan)))
        assert amounts(plan, found) == list(assess(plan.project).dues)


@pytest.mark.parametrize("scheme", ["nanjing", "general-equal"])
def test_formulas_and_gnumeric_agree_with_the_cached_values_in_every_cell(scheme, tmp_path):
    plan = Plan(project(scheme, 3, ODD_AREAS[:2], COST, ("302",), OptOut.FLOOR, unit="元"))
    data = draft(plan)
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells, stored = formula_cells(data), cached(finish(data))
    assert differences(stored, gnumeric(path, tmp_path), cells) == []
    assert differences(stored, formulas_values(formulas_model(path)), cells) == []
