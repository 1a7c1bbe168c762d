"""Books of earlier versions, read by a program that has grown since."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import bases
import pytest
from bookfile import BookFile
from growing import LATER, grown
from sampling import some, whole
from tampering import TAMPERINGS

from elevshare.audit.audited import audit_file
from elevshare.audit.finding import Level
from elevshare.cli import main
from elevshare.opened import open_book, opened, recalculated
from elevshare.returned import amounts_of, read_back
from elevshare.returned.located import parsed
from elevshare.returned.made import made_of
from elevshare.returned.translated import translated
from elevshare.returned.version import Age
from elevshare.workbook import seal_inputs
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.subjects.late.inputs import columns, fields
from elevshare.workbook.subjects.notice.inputs import DAYS_OFF

FOLDER = Path(__file__).parent / "0.1.0"
BOOKS = sorted(
    path for path in FOLDER.parent.glob("*/*.xlsx") if path.stem[:2] not in ("比较", "汇总")
)
#: Inputs that earlier versions did not have: some of every later joiner, all of the second and third.
_LATER = {"加入的日期", "前几年不折旧（年）", "折旧按月还是按年"}
_AGAIN = {field.label for number in (2, 3) for field in fields(number)}
_LEDGER = {"登记序号", "交款人或领款人", "款项期次", "退款凭证从第几号起", "收款日报的日期"}
_SEAL = {field.label for field in seal_inputs.FIELDS}
NEW_SINCE = frozenset(
    {
        "新来的输入",
        "新来的一栏",
        *_LATER,
        *_AGAIN,
        *_LEDGER,
        *_SEAL,
        *(one.head for one in columns(1)),
    }
)
#: What nobody can see in a book that is not made again (docs/13 says so): texts, rules for typing,
#: merged cells, notes beside tables, lines that moved with all that refers to them, and one formula
#: written otherwise that gives the same.
UNSEEN = frozenset({
    "the_master_check_typed_over", "a_hint_emptied", "a_column_of_formulas_emptied",
    "a_figure_of_another_cell", "a_check_that_always_passes", "a_title_retyped", "a_label_emptied",
    "an_advice_made_a_formula", "a_note_beside_the_table", "a_sum_above_the_table",
    "a_household_below_the_table", "a_row_inserted_among_households",
    "three_rows_inserted_above_the_floors", "a_column_inserted",
    "cells_merged", "cells_taken_apart", "a_rule_for_storeys_lost", "a_rule_for_storeys_widened",
    "another_list_of_choices", "an_amount_shown_as_a_year", "another_amount_below_each_bill",
    "a_recipe_of_another_building",
})  # fmt: skip
#: What is found by its consequences, at other cells.
ELSEWHERE = frozenset({
    "a_column_pasted_as_values", "a_line_inserted_in_a_bill", "the_basis_retyped", "a_shipped_number_retyped",
    "a_formula_beside_a_bill", "a_household_deleted", "a_row_of_shares_deleted", "a_column_deleted",
    "households_sorted_with_their_numbers", "shares_sorted", "a_sheet_renamed",
})  # fmt: skip


def _further_day(label):
    """Whether it is one of the days off that there are rows for since 0.5.0, beyond the thirtieth."""
    return label.head in DAYS_OFF and int(label.row) > 30


@pytest.fixture(scope="module", autouse=True)
def later():
    """The program has grown since the books were made, those of today, too."""
    for name in bases.PROJECTS:
        bases.book(name)  # kept by the module
    with grown():
        yield


def test_the_program_has_grown():
    old = open_book(FOLDER / "小-plain.xlsx")
    made = made_of(recipe_of(read_back(old).project))
    heads = {label.head for label in made.labels}
    assert {"新来的输入", "新来的一栏"} <= heads
    assert made.book.author == f"加梯分摊 {LATER}"
    assert [one.names["amount_due"].split("$")[1] for one in (old, made)] == ["J", "K"]


@pytest.mark.sampled(8)
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_untouched_book_passes_and_names_its_version(path):
    audit = audit_file(path)
    assert (audit.verdict, audit.version, audit.age) == ("通过", path.parent.name, Age.OLDER)
    kinds = {one.kind for one in audit.findings}
    assert "version-older" in kinds
    assert kinds <= {"version-older", "draft", "number-own", "amounts-refused"}


@pytest.mark.sampled(8)
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_input_of_an_old_book_has_its_place(path):
    """A label that was changed without its former text in ``formerly`` would be missing here."""
    book = open_book(path)
    moved = translated(book, made_of(parsed(book)))
    assert {label.head for label in moved.missing if not _further_day(label)} <= NEW_SINCE
    assert moved.unread == ()


@pytest.mark.sampled(8)
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_its_amounts_by_the_rules_are_those_that_it_shows(path):
    book = open_book(path)
    returned = read_back(book)
    if not returned.project.flats or not (returned.project.costs or "租赁" in str(path) or "lease" in str(path)):  # fmt: skip
        return
    assert returned.unread == ()
    title, _, cells = book.names["amount_due"].replace("$", "").partition("!")
    shown = book.sheet(title.strip("'")).cells
    column, first = cells[0], int(cells.split(":")[0][1:])
    for one in amounts_of(returned.project, returned.entries).households:
        assert round(shown[first + one.row, ord(column) - 64].value * 100) == one.due


@pytest.mark.sampled(6)
@pytest.mark.parametrize(
    "name",
    ["加梯分摊-通用-按面积", "加梯分摊-上海-七层平层入户", "加梯分摊-通用-楼层系数-全部页", "加梯租赁-华龄安康",
     "加梯刷卡-融盛安泰", "加梯分摊-广州"],
)  # fmt: skip
def test_the_books_of_today_will_pass_when_they_are_old(name):
    audit = audit_file(FOLDER.parents[2] / "xlsx_templates" / f"{name}.xlsx")
    assert (audit.verdict, audit.age) == ("通过", Age.OLDER), audit.findings


def test_a_sum_in_an_input_counts_as_what_it_gives_though_nothing_is_stored(tmp_path):
    """As openpyxl saves a book: no result is stored anywhere."""
    file = BookFile((FOLDER / "小-plain.xlsx").read_bytes())
    file.calculate("参数", "B12", "300000+300000", "")
    for part in file.parts:
        if part.startswith("xl/worksheets/sheet"):
            file.parts[part] = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", file.parts[part])
    path = tmp_path / "簿.xlsx"
    path.write_bytes(file.data())
    audit = audit_file(path)
    kinds = {one.kind for one in audit.findings}
    assert (audit.verdict, kinds) == ("通过", {"version-older", "values-missing", "input-formula"})


@pytest.mark.parametrize("text", ["80.17㎡", "80.17左右"])
def test_what_only_later_versions_understand_counts_as_the_old_book_counts_it(tmp_path, text):
    """Its formulas take 80㎡ for an error: the amounts that it shows are right without that row."""
    file = BookFile((FOLDER.parent / "0.2.0" / "小-plain.xlsx").read_bytes())
    file.words("住户", "D7", text)
    path = tmp_path / "簿.xlsx"
    path.write_bytes(recalculated(opened(file.data(), "簿.xlsx")))
    audit = audit_file(path)
    kinds = {one.kind for one in audit.findings}
    assert (audit.verdict, kinds) == ("有改动", {"version-older", "draft", "input-out-of-range"})


def test_tampered_books_are_found_out(tmp_path, record_property):
    found: dict[str, str] = {}
    tried = some(TAMPERINGS, 10)
    for one in tried:
        file = BookFile(bases.book(one.base))  # the tamperings are of today's cells
        one.do(file)
        path = tmp_path / "簿.xlsx"
        path.write_bytes(file.data())
        audit = audit_file(path)
        at = {(each.kind, each.sheet, each.area) for each in audit.findings}
        there = (one.kind, one.sheet, one.area) in at
        found[one.name] = (
            "there" if there else "elsewhere" if audit.level > Level.NOTE else "unseen"
        )
    count = {word: sum(each == word for each in found.values()) for word in ("there", "elsewhere", "unseen")}  # fmt: skip
    record_property("figure", f"旧簿子篡改 {len(found)} 种：{count}")
    assert {name for name, word in found.items() if word == "unseen"} == UNSEEN & found.keys()
    assert {name for name, word in found.items() if word == "elsewhere"} == ELSEWHERE & found.keys()
    assert count["there"] >= (70 if whole() else 5)


@pytest.mark.sampled(0)
def test_old_books_are_collected(tmp_path, capsys):
    for path in BOOKS:  # those since 0.3.0 are of the same buildings
        if path.stem.startswith(("出资-一生", "刷卡")) and path.parent.name < "0.3.0":
            shutil.copy(path, tmp_path / f"{path.parent.name}-{path.name}")
    assert main(["collect", str(tmp_path), "-o", str(tmp_path / "汇总.xlsx")]) == 0
    assert "收进来 3 本，计入 3 本" in capsys.readouterr().out


@pytest.mark.sampled(0)
def test_the_bills_of_an_old_book_are_printed(tmp_path):
    book = FOLDER / "小-plain.xlsx"
    assert main(["bills", str(book), "-o", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 7  # six households, and all of them


@pytest.mark.parametrize("name", ["比较-六个方案.xlsx", "汇总.xlsx"])
def test_what_is_no_book_of_households_is_still_told_apart(name, capsys):
    assert main(["check", str(FOLDER / name)]) == 2
    assert ("是比较簿" if "比较" in name else "是汇总簿") in capsys.readouterr().err
