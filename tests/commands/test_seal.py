"""``elevshare seal``, and what ``check``, ``make --from`` and papers make of a seal."""

from __future__ import annotations

import json
import re

import bases
import pytest
from bookfile import BookFile

from elevshare.opened import open_book, opened, recalculated

CODE = re.compile(r"封签 ([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """The bytes of a sealed book, its code, and what was said."""
    from contextlib import redirect_stdout
    from io import StringIO

    from elevshare import cli

    folder, said = tmp_path_factory.mktemp("seal"), StringIO()
    (folder / "簿.xlsx").write_bytes(bases.book("plain"))
    with redirect_stdout(said):
        assert cli.main(["seal", str(folder / "簿.xlsx"), "-o", str(folder / "封.xlsx")]) == 0
    return (folder / "封.xlsx").read_bytes(), CODE.search(said.getvalue())[1], said.getvalue()


@pytest.fixture
def book(folder, sealed):
    (folder / "封.xlsx").write_bytes(sealed[0])
    return "封.xlsx"


def account(data: bytes) -> str:
    """The cell of the payee."""
    cells = opened(data, "").sheet("参数").cells
    return next(f"B{row}" for (row, _), one in cells.items() if one.value == "收款户名")


def altered(data: bytes) -> bytes:
    """The book with another payee, saved by a program that computes."""
    file = BookFile(data)
    file.words("参数", account(data), "别人")
    return recalculated(opened(file.data(), "簿.xlsx"))


def shown(folder, name: str) -> str:
    """The seal as papers show it."""
    return str(open_book(folder / name).sheet("校验").cells[2, 5].value)


def test_it_says_the_code_what_it_covers_and_what_to_do_and_check_agrees(
    sealed, book, folder, call
):
    _, code, said = sealed
    assert all(word in said for word in ("已封好", "改一格就不是它了", "发到业主群里", "再封一次"))
    status, output, _ = call("check", book, "--seal", code.lower().replace("-", " "))
    assert status == 0 and f"封签 {code}（与簿子里写的相符）" in output
    assert "单据上的封签相符" in output and shown(folder, book) == f"封签 {code}"
    numbers = [one.value for one in open_book(folder / book).sheet("账单").cells.values()
               if isinstance(one.value, str) and one.value.startswith("编号：")]  # fmt: skip
    assert numbers and all(one.endswith(f"　　封签 {code}") for one in numbers)


def test_a_code_that_is_not_the_books_fails_and_one_that_is_none_is_refused(book, call):
    status, output, _ = call("check", book, "--json", "--seal", "AAAA-AAAA-AAAA-AAAA")
    (record,) = json.loads(output)["books"]
    assert (status, record["seal_asked"]["agrees"], record["seal"]["state"]) == (1, False, "intact")
    status, _, errors = call("check", book, "--seal", "AAAA-AAAA")
    assert status == 2 and "请照单据再看一遍" in errors


def test_another_payee_after_it_is_said_first_and_shown_on_papers(sealed, folder, call):
    (folder / "改.xlsx").write_bytes(altered(sealed[0]))
    assert shown(folder, "改.xlsx") == "封签已作废，封后有改动"
    status, output, _ = call("check", "改.xlsx", "--json")
    (record,) = json.loads(output)["books"]
    first = record["findings"][0]
    assert (status, record["verdict"], record["seal"]["state"]) == (1, "distrust", "void")
    assert first["kind"] == "seal-differs"
    assert "收款户名封时是 业主共有资金专户，现在是 别人" in first["text"]


def first_said(name: str, call) -> dict:
    """The verdict, the state of the seal and the first finding of a book."""
    (record,) = json.loads(call("check", name, "--json")[1])["books"]
    return record["verdict"], record["seal"]["state"], record["findings"][0]


def test_facts_altered_beside_a_good_code_are_said_as_papers_show_them(sealed, folder, call):
    file, facts = BookFile(sealed[0]), opened(sealed[0], "").named("seal_facts").area.text
    file.words("参数", facts.split(":")[1], "138 0000 0000")
    (folder / "改.xlsx").write_bytes(file.data())
    verdict, state, first = first_said("改.xlsx", call)
    assert (verdict, state, first["kind"]) == ("distrust", "void", "seal-differs")
    assert "旁边“封签时的…”与现在的不一样" in first["text"]


def test_nothing_is_said_to_be_as_it_was_where_the_file_was_not_computed_again(
    sealed, folder, call
):
    file = BookFile(sealed[0])
    file.words("参数", account(sealed[0]), "别人")  # what is computed stays as it was
    (folder / "改.xlsx").write_bytes(file.data())
    _, state, first = first_said("改.xlsx", call)
    assert (state, first["kind"]) == ("void", "seal-differs")
    assert "没有变" not in first["text"] and "看下面各条" in first["text"]


def test_a_code_that_was_deleted_is_missed_by_the_facts_beside_it(sealed, folder, call):
    book = opened(sealed[0], "")
    places = {name: book.named(name).area for name in ("seal_code", "seal_facts")}
    file = BookFile(sealed[0])
    file.clear("参数", places["seal_code"].text)
    (folder / "改.xlsx").write_bytes(recalculated(opened(file.data(), "簿.xlsx")))
    verdict, state, first = first_said("改.xlsx", call)
    assert (verdict, state, first["kind"]) == ("distrust", "void", "seal-differs")
    assert "封签被删掉了" in first["text"] and "整个清空" in first["text"]
    status, _, errors = call("seal", "改.xlsx", "-o", "再封.xlsx")
    assert status == 0 and "封签被删掉了" in errors
    file.sub("xl/workbook.xml", '<definedName name="seal_code">[^<]*</definedName>', "")
    (folder / "改.xlsx").write_bytes(file.data())
    assert first_said("改.xlsx", call)[2]["area"] == places["seal_facts"].text
    for row in range(places["seal_facts"].top, places["seal_facts"].bottom + 1):
        file.clear("参数", f"B{row}")
    (folder / "改.xlsx").write_bytes(file.data())
    assert "seal-differs" not in call("check", "改.xlsx", "--json")[1]


def test_a_blank_typed_around_the_account_is_said_as_papers_show_it(sealed, folder, call):
    file = BookFile(sealed[0])
    file.words("参数", account(sealed[0]), "业主共有资金专户 ")
    data = recalculated(opened(file.data(), "簿.xlsx"))
    (folder / "改.xlsx").write_bytes(data)
    verdict, state, first = first_said("改.xlsx", call)
    assert (verdict, state) == ("distrust", "void") and "作废" in shown(folder, "改.xlsx")
    assert "收款户名前后的空格变了" in first["text"]


def test_it_is_sealed_again_and_says_that_the_former_seal_is_void(sealed, folder, call):
    (folder / "改.xlsx").write_bytes(altered(sealed[0]))
    status, output, errors = call("seal", "改.xlsx", "-o", "再封.xlsx")
    assert status == 0 and CODE.search(output)[1] != sealed[1]
    assert f"原来封过一次（{sealed[1]}）" in errors and "现在是 别人" in errors
    assert shown(folder, "再封.xlsx") == f"封签 {CODE.search(output)[1]}"


def test_blanks_around_the_account_do_not_void_the_seal(folder, call):
    file = BookFile(bases.book("plain"))
    file.words("参数", account(file.data()), "　业主共有资金专户 ")
    (folder / "簿.xlsx").write_bytes(recalculated(opened(file.data(), "簿.xlsx")))
    status, output, _ = call("seal", "簿.xlsx", "-o", "封.xlsx")
    assert status == 0 and shown(folder, "封.xlsx") == f"封签 {CODE.search(output)[1]}"


def test_it_is_not_carried_into_another_book(book, folder, call):
    status, output, _ = call("make", "--from", book, "-o", "新.xlsx")
    assert status == 0 and "原簿的封签没有带入" in output
    record = json.loads(call("make", "--from", book, "-o", "又新.xlsx", "--json")[1])
    assert record["unsealed"] is True
    assert "封签" not in call("make", "--from", "新.xlsx", "-o", "再新.xlsx")[1]
    new = open_book(folder / "新.xlsx")
    assert new.named("seal_code").sheet.cells[new.named("seal_code").area.first].value is None
    assert shown(folder, "新.xlsx") == ""


def test_a_book_that_check_distrusts_is_not_sealed(folder, call):
    file = BookFile(bases.book("plain"))
    file.number("分摊", opened(file.data(), "").names["net_cost"].split("!")[1].replace("$", ""), 1)
    (folder / "坏.xlsx").write_bytes(file.data())
    status, _, errors = call("seal", "坏.xlsx", "-o", "封.xlsx")
    assert status == 2 and "不可信，没有用它" in errors and not (folder / "封.xlsx").exists()


def test_a_book_is_not_written_over_itself(book, refused):
    assert "新簿子不能写到原来的文件上" in refused("seal", book, "-o", book, "--force")
