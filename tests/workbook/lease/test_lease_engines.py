"""One book a company in LibreOffice, one in the package ``formulas``: all agree to the fen."""

from dataclasses import replace

import pytest
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    libreoffice,
)
from leases import COMPANIES, expected, lease

from elevshare.rules.lease import LeasePeriod
from elevshare.rules.notice import OwnersNotice
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.lease import LeasePlan

PROJECTS = [
    replace(
        lease("beijing-yanyuan", 6, 2, period=LeasePeriod.QUARTER, number=3, start="2027-01-31"),
        topics=None,  # those that lease books usually have: all there are
        notice=OwnersNotice(start="2026-12-30", holidays=("2027-01-01",)),
    ),
    lease("beijing-chengjian", 5, 3, period=LeasePeriod.MONTH, number=12),
    lease("beijing-hualing", 5, 3, period=LeasePeriod.CHOSEN, first=2, last=6, start="2026-11-01"),
]
assert [project.scheme.id for project in PROJECTS] == list(COMPANIES)


def fees(plan, values):
    """The fee column of 收费 in fen, for every household."""
    letter, first = plan.shares.letter("fee_fen"), plan.shares.first
    return [
        int(values.get(("收费", f"{letter}{first + i}"), 0)) for i in range(len(plan.project.flats))
    ]


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell(tmp_path):
    drafts = [draft(LeasePlan(project)) for project in PROJECTS]
    paths = [tmp_path / f"{company}.xlsx" for company in COMPANIES]
    for path, data in zip(paths, drafts, strict=True):
        path.write_bytes(data)
    found = libreoffice(paths, tmp_path)
    for project, data, values in zip(PROJECTS, drafts, found, strict=True):
        assert differences(cached(filled(data)), values, formula_cells(data)) == []
        assert fees(LeasePlan(project), values) == [line.fee for line in expected(project)]


@pytest.mark.sampled(0)
def test_formulas_agrees_on_fees_and_the_period(tmp_path):
    project = replace(PROJECTS[2], flats=PROJECTS[2].flats[:6])
    plan, path = LeasePlan(project), tmp_path / "book.xlsx"
    data = draft(plan)
    path.write_bytes(data)
    columns = [plan.shares.letter(key) for key in ("fee_fen", "to_pay")]
    cells = [("收费", f"{column}{row}") for column in columns for row in plan.shares.rows]
    cells.append(("收费", plan.period_words.split("!")[1].replace("$", "")))
    values = formulas_values(formulas_model(path, cells))
    assert differences(cached(filled(data)), values, cells) == []
    assert fees(plan, values) == [line.fee for line in expected(project)]
