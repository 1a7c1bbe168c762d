"""The list for a person at a real Excel: every number on it is what the functions return."""

import re
from pathlib import Path

import openpyxl
from addin_formulas import read, shown
from calls import ALL
from make_addin_book import BOOK
from stand_in.excel import MISSING, cells

from elevshare_addin.descriptions import FUNCTIONS

TEXT = (Path(__file__).parents[2] / "docs" / "加载项-冒烟清单.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^\| (\d+) ([^|]+?) \| (.*?) \| (.*) \|$", TEXT, re.M)
#: The cells that are filled in before the first step.
SHEET = {
    f"{letter}{row}": float(value)
    for row, *values in re.findall(r"^\| (\d) \| (\d*) \| (\d*) \| (\d*) ?\|$", TEXT, re.M)
    for letter, value in zip("ABC", values, strict=True)
    if value
}


def step(word):
    """What to do and what to see, of a step."""
    ((do, see),) = [(do, see) for _, name, do, see in STEPS if name == word]
    return do, see


def shown_for(see):
    """Formula and what it shows, of all in a text."""
    return re.findall(r"`(=[^`]+)` → \*\*(.+?)\*\*", see)


def answered(excel, formula, sheet):
    """What a formula shows, its cells joined as the list has them."""

    def value_of(area):
        first, _, last = area.partition(":")
        rows = range(int(first[1:]), int((last or first)[1:]) + 1)
        return cells([[sheet.get(f"{first[0]}{row}")] for row in rows])

    name, given = read(formula, value_of)
    given = [MISSING if one is None else one for one in given]
    found = excel.call(name, *given, *[MISSING] * (len(FUNCTIONS[name].arguments) - len(given)))
    rows = found if isinstance(found, list) else [[found]]
    return "；".join(shown(cell) for row in rows for cell in row)


def test_it_has_ten_steps():
    assert [int(number) for number, *_ in STEPS] == list(range(1, 11))


def test_every_formula_shows_what_the_list_says(excel):
    seen = [pair for _, _, _, see in STEPS for pair in shown_for(see)]
    ours = [pair for pair in seen if not pair[0].startswith("=SUM")]
    assert len(ours) >= 7 and len(seen) == len(ours) + 1
    for formula, result in ours:
        assert answered(excel, formula, SHEET) == result, formula


def test_the_column_adds_up_and_changes_with_the_cost(excel):
    (formula, before), (_, total) = shown_for(step("一列")[1])
    assert shown(round(sum(map(float, before.split("；"))), 2)) == total == shown(SHEET["C1"])
    do, see = step("重算")
    ((cell, cost),) = re.findall(r"把 (\w+) 改成 (\d+)", do)
    after, whole = re.findall(r"\*\*(.+?)\*\*", see)
    assert answered(excel, formula, {**SHEET, cell: float(cost)}) == after != before
    assert shown(round(sum(map(float, after.split("；"))), 2)) == whole == cost


def test_the_wizard_shows_what_the_list_says():
    _, see = step("向导")
    assert see.startswith(f"{len(ALL)} 个函数")
    arguments = FUNCTIONS["ELEVSHARE"].arguments
    assert f"有 {len(arguments)} 个参数" in see and f"“{arguments['scheme']}”" in see


def test_the_example_workbook_shows_what_the_list_says():
    sheet = openpyxl.load_workbook(BOOK, data_only=True)["分摊"]
    total = round(sum(sheet[f"G{row}"].value for row in range(17, 31)), 2)
    assert f"**{total:,.2f}**" in step("邮件来的")[1]
