"""The account held against 参数 by itself, and said before everything else."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

import bases
import pytest
from bookfile import BookFile

from elevshare.audit.account import account_shown, first_of_all
from elevshare.audit.finding import Finding
from elevshare.opened import open_book, opened
from elevshare.opened.places import reference

OLD = Path(__file__).parents[1] / "old_books"
BOOKS = [
    one for one in sorted(OLD.glob("0.[15].0/*.xlsx")) if one.stem[:2] in ("刷卡", "租赁", "小-")
]
#: Label on a paper → what a fraudster would have there.
OTHERS = {"收款户名": "别人", "开户银行": "别的银行", "收款账号": "6222 0000 1111 2222 333",
          "咨询与异议": "138 0000 0000"}  # fmt: skip
BOOK = OLD / "0.5.0" / "刷卡-融盛安泰.xlsx"


@pytest.fixture(scope="module")
def data():
    return BOOK.read_bytes()


def beside(data: bytes, title: str, label: str) -> str:
    """The first filled cell beside a label."""
    cells = opened(data, "").sheet(title).cells
    return next(
        f"{chr(65 + column)}{row}" for (row, column), one in cells.items()
        if one.value == label and (there := cells.get((row, column + 1))) and there.value
    )  # fmt: skip


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_honest_book_says_the_same_everywhere(path):
    assert list(account_shown(open_book(path))) == []


@pytest.mark.parametrize("label", OTHERS)
@pytest.mark.parametrize("how", ["words", "store"])
def test_another_account_on_a_bill_is_found_by_what_it_shows(data, label, how):
    file, place = BookFile(data), beside(data, "账单", label)
    if how == "words":
        file.words("账单", place, OTHERS[label])
    else:  # the formula stays, and what it has given
        file.replace("账单", place, re.sub(r"<v>.*?</v>", f"<v>{OTHERS[label]}</v>", file.xml("账单", place)))  # fmt: skip
    (found,) = account_shown(opened(file.data(), ""))
    assert (found.kind, found.sheet, found.area) == ("account-shown", "账单", place)
    assert OTHERS[label] in found.text and "“参数”里是" in found.text


def test_a_day_that_nobody_typed_is_found(data):
    file, place = BookFile(data), beside(data, "账单", "截止日期")
    file.number("账单", place, 46000)
    (found,) = account_shown(opened(file.data(), ""))
    assert (found.area, "2025-12-09" in found.text) == (place, True)


@pytest.mark.parametrize(
    "text", ["新账号6222000011112222333", "请改汇 ６２２２ 0000-1111 2222 333"]
)
def test_another_account_in_a_fixed_text_of_a_paper_is_found(data, text):
    file = BookFile(data)
    cells = opened(data, "").sheet("账单").cells
    row, column = next(place for place, one in cells.items() if one.value == "收款账号")
    place = f"{chr(64 + column)}{row}"
    file.words("账单", place, text)
    (found,) = account_shown(opened(file.data(), ""))
    assert (found.kind, found.area, "像是账号" in found.text) == ("account-shown", place, True)


def test_what_is_wrong_is_said_with_what_should_be_there(data):
    file, place = BookFile(data), beside(data, "账单", "截止日期")
    file.number("账单", place, 46000)
    (found,) = account_shown(opened(file.data(), ""))
    assert found.text.endswith("里没有填这一天")


@pytest.mark.parametrize("mark", ["户名：", "开户行：", "账号："])
def test_another_account_within_a_text_is_found_and_repeated(mark):
    data = bases.book("every")
    texts = opened(data, "").sheet("微信文字").cells
    place, text = next(
        (reference(*place), one.value) for place, one in texts.items()
        if isinstance(one.value, str) and mark in one.value and one.formula
    )  # fmt: skip
    wrong = text.replace(mark, f"{mark}甲", 1)
    file = BookFile(data)
    stored = escape(wrong)
    file.replace("微信文字", place, re.sub(r"<v>.*?</v>", lambda _: f"<v>{stored}</v>", file.xml("微信文字", place), flags=re.DOTALL))  # fmt: skip
    (found,) = account_shown(opened(file.data(), ""))
    assert (found.sheet, found.area) == ("微信文字", place) and "写的是 甲" in found.text


def test_another_account_above_every_page_or_as_a_number_is_found(data):
    file = BookFile(data)
    file.number("账单", "J99", "621700001111222")
    file.sub(file.path("账单"), "<pageMargins[^>]*>", lambda found: found[0] + "<headerFooter><oddHeader>&amp;C6217 0000 1111 2222</oddHeader></headerFooter>")  # fmt: skip
    found = list(account_shown(opened(file.data(), "")))
    assert [(one.area, "像是账号" in one.text) for one in found] == [("J99", True), ("", True)]


def test_what_is_about_the_account_is_said_first(data):
    book, place = opened(data, ""), beside(data, "账单", "收款账号")
    other, paid = Finding("formula-overwritten", "", "分摊", "B30"), Finding("formula-overwritten", "", "账单", place)  # fmt: skip
    shown = Finding("account-shown", "", "账单", "B99")
    note = Finding("comment", "", "账单", place)
    assert first_of_all(book, [note, other, paid, shown]) == [shown, paid, other, note]
