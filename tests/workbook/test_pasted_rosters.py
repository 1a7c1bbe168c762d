"""The ready template, filled by pasting what people have, formats and all."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from bookfile import BookFile
from buildings import EVERY, NONE, PAYEE, project
from editing import Reading, column, names, sheets, with_inputs
from engines import cached, formulas_model, formulas_values, gnumeric, libreoffice
from leases import lease

from elevshare.project import CostItem, assess
from elevshare.rules.share import Flat
from elevshare.templates import ready_books
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.ledger.inputs import COLUMNS as LEDGER
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TEMPLATE = "加梯分摊-通用-按面积.xlsx"
KEYS = ("room", "storey", "area", "owner", "taking")
#: Rows as they come out of registers, chats and other tables, and the household that each is.
PASTED = {
    ("101", "1层", "61.03㎡", "张\u3000三", "√"): Flat("101", 1, 6103, "张 三"),
    ("102 ", "第１层", "８０．５ 平方米", "李四\n（共有）王五", "是 "): Flat("102", 1, 8050, "李四 （共有）王五"),
    ("\u200b201", "二层", "1,061.03", "=1+1", "同意参与"): Flat("201", 2, 106103, "=1+1"),
    (202, 2, 80.5, "-", "YES"): Flat("202", 2, 8050),
    ("301\n", "3F", "61.03 m²", "+8613800000000", "参与"): Flat("301", 3, 6103, "+8613800000000"),
    ("3-2", " 3 ", "", "@赵六", "不参与"): Flat("3-2", 3, 0, "@赵六", False),
    ("４01", "四楼", "80平\u00a0", None, 1): Flat("401", 4, 8050 - 50, ""),
}  # fmt: skip
#: What cannot be understood, and what the hint says.
WRONG = {
    (46_023, 5, 80, None, "是"): "房号 46023 像是日期（如 2-1 变成了日期）：把这一格设为文本格式再重填",
    ("501", "5跃6", "80左右", None, "看情况"):
        "楼层「5跃6」：只填整数，如 3；面积「80左右」：只留数字，如 80.5；参与「看情况」：填 是 或 否",
    (None, None, "80 90", None, None): "缺房号；缺楼层；面积「80 90」：只留数字，如 80.5；缺参与：填 是 或 否",
    ("503", 9, 80.333, None, "是"): "楼层 9 超过总层数 6；面积 80.333：最多两位小数",
    ("504 ", "5", "0", None, "是"): "房号 504 重复；面积是 0：填平方米数，如 80.5",
    ("504", "五层", None, None, "是"): "房号 504 重复；缺面积",
    ("505", 5, 80, "—", "○"): "参与「○」：填 是 或 否",
}  # fmt: skip
COST = 600_000
#: What every bill has to tell.
PAPERS = {
    **{key: getattr(PAYEE, key) for key in ("estate", "building", "payee", "bank", "account")},
    "due_date": 46_387,
}


def pasted(rows, cost=COST):
    """The ready template without cached values, and its plan; pasted cells have no format."""
    plan = SharingPlan(ready_books()[TEMPLATE])
    typed = {(plan.households.at(key, row).replace("$", "")): value
             for row, cells in enumerate(rows) for key, value in zip(KEYS, cells, strict=True)}  # fmt: skip
    typed |= {
        plan.costs.at("yuan", 0).replace("$", ""): cost,
        plan.parameter("storeys").replace("$", ""): 6,
    }
    typed |= {plan.parameter(key).replace("$", ""): told for key, told in PAPERS.items()}
    places = {tuple(address.split("!")): value for address, value in typed.items()}
    return bare(with_inputs(draft(plan), places)), plan


def bare(data):
    """The book's file, its filled-in texts of 住户 without any format, as other tables have them."""
    file = BookFile(data)
    file.sub(file.path("住户"), r'(<c r="[B-F]\d+") s="\d+"( t="inlineStr")', r"\1\2", count=0)
    return file.data()


def reading(plan, data, values):
    return Reading(plan, names(data), values)


def right(said, plan):
    """The amounts, rooms and owners are those of the households, to the fen."""
    flats = tuple(PASTED.values())
    outcome = assess(
        replace(plan.project, flats=flats, storeys=6, costs=(CostItem("x", COST * 100),))
    )
    assert said.errors == [] and said.failed == []
    assert [due for due in said.dues if due != ""] == list(outcome.dues)
    shares = plan.shares
    for row, flat in enumerate(flats):
        assert said.at(shares.at("room", row)) == flat.room
        assert said.at(shares.at("owner", row)) == flat.owner
    hints = [said.at(cell) for cell in column(plan.households.all("hint"))][: len(flats)]
    assert set(hints) == {"√", "√（没有面积，按 0 计）"}


def wrong(said, plan):
    hints = [said.at(cell) for cell in column(plan.households.all("hint"))]
    assert [hint for hint in hints if hint] == list(WRONG.values())
    assert "住户各行填写无误" in said.failed and said.errors == []


@pytest.mark.sampled(0)
@pytest.mark.parametrize(
    ("rows", "judged"), [(PASTED, right), (WRONG, wrong)], ids=["right", "wrong"]
)
def test_formualizer_libreoffice_and_gnumeric_understand_what_was_pasted(rows, judged, tmp_path):
    data, plan = pasted(rows)
    judged(reading(plan, data, cached(filled(data))), plan)
    path = tmp_path / "簿.xlsx"
    path.write_bytes(data)
    (values,) = libreoffice([path], tmp_path)
    judged(reading(plan, data, values), plan)
    judged(reading(plan, data, gnumeric(path, tmp_path)), plan)


@pytest.mark.sampled(0)
def test_formulas_understands_a_small_book(tmp_path):
    one = project("general-area", 3, (8017, 6103), topics=NONE)
    plan = SharingPlan(one)
    typed = {("住户", "B5"): "101 ", ("住户", "C5"): "１层", ("住户", "D5"): "８0.17㎡", ("住户", "F5"): "√",
             ("住户", "C6"): "第一层", ("住户", "F8"): "参与", ("住户", "D9"): "80.17左右"}  # fmt: skip
    data = with_inputs(draft(plan), typed)
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = [("分摊", f"{plan.shares.letter(key)}{row}") for row in plan.shares.rows
             for key in ("room", "storey_no", "area_no", "take", "hint", "fen")]  # fmt: skip
    found, stored = formulas_values(formulas_model(path, cells)), cached(filled(data))
    assert {cell: str(found.get(cell, "")).removesuffix(".0") for cell in cells} == {
        cell: str(stored.get(cell, "")).removesuffix(".0") for cell in cells
    }
    assert stored["分摊", f"{plan.shares.letter('hint')}{plan.shares.first + 4}"].startswith(
        "面积「80.17左右」"
    )


@pytest.mark.parametrize(
    "one", [project(topics=EVERY), lease("beijing-yanyuan", 5, 2)], ids=["every", "lease"]
)
def test_the_hint_is_seen_on_a_screen_of_1366_pixels(one):
    """Beside what every household has; a character of the default font is nine pixels wide."""
    columns = family_of(one).plan(one).household_columns
    keys = [column.key for column in columns]
    place = keys.index("hint")
    assert keys[place - 1] == "taking"
    assert sum(column.width * 9 + 5 for column in columns[: place + 1]) < 1366 - 60


def test_the_prompt_of_a_room_says_what_a_room_is():
    part = sheets(draft(SharingPlan(ready_books()[TEMPLATE])))["住户"]
    (prompt,) = re.findall(
        r'<dataValidation [^>]*sqref="B5:B44"[^>]*prompt="([^"]*)"', part
    ) or re.findall(r'<dataValidation [^>]*prompt="([^"]*)"[^>]*sqref="B5:B44"', part)
    assert prompt == "每户一个，如 301、3-1"


def test_every_input_of_a_household_or_payment_has_a_short_prompt_of_its_own():
    """What covers the cells beside it says what this column is for, in one line."""
    one = project(topics=EVERY)
    book = openpyxl.load_workbook(io.BytesIO(draft(SharingPlan(one))))
    for title, columns in (("住户", SharingPlan(one).household_columns), ("台账", LEDGER)):
        sheet = book[title]
        prompts = {
            area.min_col: (rule.promptTitle, rule.prompt)
            for rule in sheet.data_validations.dataValidation
            for area in rule.sqref.ranges
            if area.max_row > area.min_row
        }
        typed = {number: each for number, each in enumerate(columns, 1) if each.typed}
        assert set(typed) == set(prompts)
        for number, each in typed.items():
            called, prompt = prompts[number]
            assert called == each.called and len(prompt) <= 40
            assert "空着" not in prompt or each.key not in ("room", "storey", "area", "taking")


def test_inputs_stay_yellow_where_cells_without_a_format_are_pasted():
    part = sheets(draft(SharingPlan(ready_books()[TEMPLATE])))["住户"]
    yellow = re.findall(
        r'<conditionalFormatting sqref="([A-Z]+)5:[A-Z]+44"><cfRule[^>]*><formula>\$A5&gt;0<', part
    )
    assert yellow == list("BCDEFHIJ")
