"""No text of a user becomes a formula: neither in a book nor in a table as text."""

from __future__ import annotations

import subprocess
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import handmade
import pytest
from buildings import EVERY, payable
from engines import need

from elevshare.cli import main
from elevshare.errors import InputError
from elevshare.intake import flats_from_rows, project_from, read_project
from elevshare.intake.columns import PERSON
from elevshare.intake.flats import RosterRow
from elevshare.money import UNITS
from elevshare.opened import open_book, opened, recalculated
from elevshare.returned import read_back
from elevshare.rules.budget import BudgetItem, FinancingPlan
from elevshare.rules.upkeep import Upkeep, UpkeepItem
from elevshare.schemes import Scheme, find
from elevshare.workbook.book import make_book
from elevshare.workbook.sheetxml import value_cell

EXAMPLE = Path(__file__).parents[2] / "docs" / "示例" / "项目.toml"
#: What spreadsheets take for formulas, and DDE.
STARTS = ("=cmd|'/C calc'!A0", "+1+calc", "-2+cmd|'/C calc'!A0", "@SUM(calc)", "\t=calc", "＝calc",
          '=HYPERLINK("http://127.0.0.1/calc")', "{=calc}", "'=calc", '"&calc&"')  # fmt: skip


def poisoned(value, start):
    """The same with ``start`` before every text that a user wrote; days and choices stay."""
    if isinstance(value, tuple):
        return tuple(poisoned(one, start) for one in value)
    if is_dataclass(value) and not isinstance(value, Scheme):
        texts = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        return replace(value, **{name: poisoned(text, start) for name, text in texts.items()})
    plain = type(value) is str and value not in UNITS and value[:3] not in ("", "202")
    return start + value if plain else value


def filled_project():
    one = read_project(EXAMPLE, find("南京"))
    upkeep = Upkeep(items=(UpkeepItem("维保", 600_000),))
    budget = FinancingPlan((BudgetItem("电梯设备", 60_000_000, (10_000, 0, 0, 0, 0, 0)),))
    return replace(one, topics=EVERY, upkeep=upkeep, budget=budget)


def lease_project():
    one = project_from(find("beijing-hualing"), storeys="5", areas="61.03")
    flats = tuple(replace(flat, owner="王五") for flat in one.flats)
    papers = replace(one.papers, **dict.fromkeys(("estate", "payee", "contact"), "某"))
    return replace(one, flats=flats, papers=papers)


@pytest.mark.parametrize(
    ("make", "start"), [(filled_project, STARTS[0]), (lease_project, "+1+calc")]
)
def test_in_a_book(make, start):
    book = opened(make_book(poisoned(make(), start)), "簿.xlsx")
    cells = [cell for sheet in book.sheets for cell in sheet.cells.values()]
    assert not [cell for cell in cells if "calc" in (cell.formula or "")]
    written = [cell for cell in cells if cell.formula is None and start in str(cell.value)]
    assert len(written) > 10 and all(cell.kind == "s" for cell in written)
    assert [cell for cell in cells if cell.formula and str(cell.value).startswith(start)]
    assert not [text for text in book.names.values() if "calc" in text]


def test_other_programs_see_no_formula(tmp_path):
    """Each start in one cell: Gnumeric and formualizer keep it as it is."""
    grid = {n: value_cell(f"A{n}", 0, start) for n, start in enumerate(STARTS, 1)}
    path = tmp_path / "簿.xlsx"
    path.write_bytes(
        handmade.book("".join(f'<row r="{n}">{cell}</row>' for n, cell in grid.items()))
    )
    need("ssconvert")
    subprocess.run(["ssconvert", path, tmp_path / "g.xlsx"], check=True, capture_output=True)
    for data in (recalculated(open_book(path)), (tmp_path / "g.xlsx").read_bytes()):
        cells = opened(data, "簿.xlsx").sheets[0].cells
        assert [cells[n, 1][:3] for n in grid] == [(None, start, "s") for start in STARTS]


# --- what comes in ------------------------------------------------------------------------------

ROSTER = ("101", "1", "80", "张三", "是")
OWN_TEXTS = (
    *(f'[project]\n{key} = "{{}}"' for key in ("estate", "building", "entrance", "payee", "bank",
                                               "account", "contact")),
    *(f'[notice]\n{key} = "{{}}"' for key in ("place", "contact")),
    *(f'[[flat]]\nroom = "101"\nstorey = 1\narea = 80\n{key} = "{{}}"' for key in ("owner", "person")),
    '[[flat]]\nroom = "{}"\nstorey = 1\narea = 80',
    '[[fund.person]]\nrelation = "{}"\nbalance = 1',
    '[[cost]]\nitem = "{}"\namount = 1',
    '[[upkeep.item]]\nitem = "{}"\namount = 1',
    '[[budget.item]]\nname = "{}"\namount = 1',
    '[[change]]\nday = 2026-01-01\nkind = "退出"\nroom = "{}"\nreason = "x"',
    *(
        f'[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "x"\n{key} = "{{}}"'
        for key in ("before", "after", "by")
    ),
    '[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "{}"',
)  # fmt: skip


@pytest.mark.parametrize("section", OWN_TEXTS)
def test_in_a_project_file(tmp_path, section):
    path = tmp_path / "项目.toml"
    for start in STARTS[:4]:
        path.write_text(section.replace("{}", start), "utf-8")
        try:
            read_project(path, find("南京"))
        except InputError as error:
            assert "公式" not in str(error)
    path.write_text(section.replace("{}", "\\u0007=calc"), "utf-8")
    with pytest.raises(InputError, match=r"看不见"):
        read_project(path, find("南京"))


def test_every_text_of_the_project_file_is_known(tmp_path):
    path = tmp_path / "项目.toml"
    for section in OWN_TEXTS:
        path.write_text(section.replace("{}", "301"), "utf-8")
        try:
            read_project(path, find("南京"))
        except InputError as error:
            assert "不认识" not in str(error)


@pytest.mark.parametrize("start", ["=1+1", "+1+calc", "-2", "@SUM(calc)"])
def test_in_a_roster(start):
    room, *more = ROSTER[0], *ROSTER[1:]
    owned = flats_from_rows(
        [RosterRow(room, *more[:2], start, more[3], "第 2 行", {PERSON: start})], None
    )
    assert (owned[0].owner, owned[0].person) == (start, start)
    named = flats_from_rows([RosterRow(start, *more, "第 2 行")], None)
    assert named[0].room == start


@pytest.mark.sampled(0)
def test_on_paper(tmp_path):
    """Bills as PDF: LibreOffice prints what was written, and calculates nothing."""
    need("soffice")
    one = payable(project_from(find("nanjing"), storeys="5", areas="80", cost="60万"))
    flats = tuple(replace(flat, owner=owner) for flat, owner in
                  zip(one.flats, ("", "", "=1+1", "+86138", "@SUM(1)"), strict=True))  # fmt: skip
    papers = replace(one.papers, estate="=2+3")
    path = tmp_path / "簿.xlsx"
    path.write_bytes(make_book(replace(one, flats=flats, papers=papers)))
    assert main(["bills", str(path), "-o", str(tmp_path / "单")]) == 0
    (whole,) = (tmp_path / "单").glob("*全部*.pdf")
    text = subprocess.run(["pdftotext", whole, "-"], check=True, capture_output=True).stdout
    assert all(said in text.decode() for said in ("=1+1", "+86138", "@SUM(1)", "=2+3"))
    found = read_back(open_book(path)).project
    assert [flat.owner for flat in found.flats] == [flat.owner for flat in flats]
