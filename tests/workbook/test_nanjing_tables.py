"""The printed 南京 tables, cell by cell, out of every engine (unit 百元, so 0.01 万元)."""

import pytest
from buildings import project
from engines import cached, formulas_model, formulas_values, libreoffice

from elevshare.project import assess
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.plan import Plan

#: Storey → 每层, 01室, 02室 in 0.01 万元, as printed.
FIVE = {3: (1282, 570, 712), 4: (1667, 741, 926), 5: (2051, 912, 1139)}
SEVEN = {
    3: (750, 333, 417),
    4: (975, 433, 542),
    5: (1200, 533, 667),
    6: (1425, 633, 792),
    7: (1650, 733, 917),
}
TABLES = [(5, 50_000_000, FIVE), (7, 60_000_000, SEVEN)]
HUNDREDTH_OF_WAN = 100  # yuan


def printed(storeys, table):
    """Floor and flat amounts in yuan, nothing for the storeys that are not printed."""
    rows = [table.get(storey, (0, 0, 0)) for storey in range(1, storeys + 1)]
    floors = [row[0] * HUNDREDTH_OF_WAN for row in rows]
    return floors, [cell * HUNDREDTH_OF_WAN for row in rows for cell in row[1:]]


def shown(plan, values):
    """Floor and flat amounts in yuan out of a book's values."""

    def column(block, key, count):
        letter = block.letter(key)
        return [values[block.sheet, f"{letter}{block.first + i}"] for i in range(count)]

    households = len(plan.project.flats)
    return (
        column(plan.floors, "amount", plan.project.storeys),
        column(plan.shares, "due", households),
    )


@pytest.fixture(params=TABLES, ids=["five", "seven"])
def case(request):
    storeys, cost, table = request.param
    return Plan(project(storeys=storeys, cost=cost, unit="百元")), printed(storeys, table)


def test_the_rules_give_the_printed_tables(case):
    plan, (_, flats) = case
    assert [due / 100 for due in assess(plan.project).dues] == flats


def test_the_cached_values_of_the_book_are_the_printed_tables(case):
    plan, expected = case
    assert shown(plan, cached(make_book(plan.project))) == expected


def test_formulas_computes_the_printed_tables(case, tmp_path):
    plan, expected = case
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    cells = [("分摊", f"{plan.floors.letter('amount')}{row}") for row in plan.floors.rows]
    cells += [("分摊", f"{plan.shares.letter('due')}{row}") for row in plan.shares.rows]
    assert shown(plan, formulas_values(formulas_model(path, cells))) == expected


def test_libreoffice_computes_the_printed_tables_without_cached_values(case, tmp_path):
    plan, expected = case
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    assert shown(plan, libreoffice([path], tmp_path)[0]) == expected
