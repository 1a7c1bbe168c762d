"""The code of a book: the same however it was saved, another where anything is."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import combinations

import bases
import openpyxl
import pytest
from bookfile import BookFile

from elevshare.opened import opened
from elevshare.opened.places import reference
from elevshare.sealing import (
    ALPHABET,
    UNSEALED,
    canonical,
    code_for,
    code_of,
    lines_of,
    parsed_code,
    seal_of,
)


def code(file: BookFile) -> str:
    """The code of a book's bytes."""
    return code_of(opened(file.data(), "簿.xlsx"))


@pytest.fixture(scope="module")
def plain():
    return code(BookFile(bases.book("plain")))


def edited(*edits) -> BookFile:
    """The small book with cells typed over: (method, sheet, cell, value)."""
    file = BookFile(bases.book("plain"))
    for how, *where in edits:
        getattr(file, how)(*where)
    return file


def test_a_code_is_what_its_text_says():
    assert len(ALPHABET) == len(set(ALPHABET)) == 32 and not set("0O1I") & set(ALPHABET)
    codes = [code_for(str(number)) for number in range(200)]
    assert len(set(codes)) == 200
    assert all(re.fullmatch(rf"([{ALPHABET}]{{4}}-){{3}}[{ALPHABET}]{{4}}", one) for one in codes)
    assert {parsed_code(one.lower().replace("-", " ")) for one in codes} == set(codes)


@pytest.mark.parametrize(
    "typed",
    [
        "封签：{}", " 封签 {}", "封 签 {}", "「{}」", "“{}”。", "\ufeff{}\u200b", "封签:{},",
    ],
)  # fmt: skip
def test_a_code_is_known_with_what_people_put_around_it(typed):
    code = code_for("加梯分摊")
    assert parsed_code(typed.format(code)) == code


def test_every_dash_may_stand_between_its_groups():
    code = code_for("加梯分摊")
    assert {parsed_code(code.replace("-", dash)) for dash in "-－‐‑‒–—―−_·."} == {code}


@pytest.mark.parametrize(
    "edit",
    [
        ("words", "住户", "D5", "80.17"),
        ("number", "住户", "D5", "80.170000000000002"),
        ("calculate", "住户", "D5", "80+0.17", "80.17"),
        ("words", "住户", "B5", " 101 "),
    ],
    ids=["text", "binary", "formula", "blanks"],
)
def test_how_a_number_or_text_is_stored_makes_no_difference(edit, plain):
    assert code(edited(edit)) == plain


def test_a_book_saved_by_another_program_has_the_same_code(plain):
    book = openpyxl.load_workbook(BytesIO(bases.book("plain")), data_only=True)
    buffer = BytesIO()
    book.save(buffer)
    assert code_of(opened(buffer.getvalue(), "簿.xlsx")) == plain


def test_every_input_and_amount_has_its_own_code(plain):
    edits = [
        ("number", "住户", "D5", 80.18), ("words", "住户", "B5", "0101"), ("words", "住户", "E5", "张三"),
        ("number", "参数", "B12", 600001), ("words", "参数", "C12", "否"), ("clear", "住户", "D6"),
        ("words", "住户", "E5", "张\n三"), ("words", "住户", "E5", "张\\n三"),
    ]  # fmt: skip
    codes = [plain, *(code(edited(one)) for one in edits)]
    assert all(one != other for one, other in combinations(codes, 2))


def test_amounts_are_fen_and_those_that_cannot_be_are_as_they_are():
    book = opened(edited(("calculate", "分摊", "J23", "1", "33333.335")).data(), "")
    place, fen = book.names["amount_due"].replace("$", "").split("!")[1].split(":")[0], 100
    lines = dict(line.split("：") for line in lines_of(book) if line.startswith("amount_due"))
    assert lines["amount_due J23"] == "3333334" and f"amount_due {place}" in lines
    assert all(value.isdigit() for value in lines.values()) and fen
    for stored, said in (("9999999999999", "999999999999900"), ("1E+13", "10000000000000")):
        book = opened(edited(("calculate", "分摊", "J23", "1", stored)).data(), "")
        assert f"amount_due J23：{said}" in list(lines_of(book))


def test_what_only_chooses_is_no_part_of_it_and_what_comes_after_is():
    base = BookFile(bases.book("usual"))
    book = opened(base.data(), "")
    cells = {title: [place for place, one in book.sheet(title).cells.items() if one.style in book.unlocked]
             for title in ("单户", "参数")}  # fmt: skip
    found = {title: reference(*min(places)) for title, places in cells.items()}
    codes = []
    for title, place in found.items():
        file = BookFile(bases.book("usual"))
        file.words(title, place, "别的")
        codes.append(code(file))
    assert codes[0] == code(base) != codes[1]


def test_a_name_that_stands_for_fewer_facts_tells_of_none():
    file = edited(
        ("words", "参数", opened(bases.book("plain"), "").named("seal_code").area.text, "A")
    )
    file.sub("xl/workbook.xml", r'(name="seal_facts"[^>]*>[^<:]*):[^<]*', r"\1")
    assert seal_of(opened(file.data(), "")).altered == () and UNSEALED.code == ""


def test_the_seal_is_no_part_of_itself_and_neither_is_what_only_chooses(plain):
    book = opened(bases.book("plain"), "")
    place = book.named("seal_code").area.text
    assert code(edited(("words", "参数", place, "ABCD"))) == plain
    assert seal_of(opened(edited(("words", "参数", place, "ABCD")).data(), "")).state == "void"


def test_letters_that_look_alike_and_names_that_reach_everywhere():
    assert canonical("e\u0301") == canonical("\u00e9")
    file = BookFile(bases.book("plain"))
    file.sub("xl/workbook.xml", r'(name="amount_due"[^>]*>)[^<]*', r"\1住户!$A$1:$XFD$1048576")
    assert code(file)  # at once
