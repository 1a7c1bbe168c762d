"""微信文字: what is pasted into WeChat says what the bills and the ledger say."""

import re
from dataclasses import replace

import pytest
from buildings import project
from editing import Book
from test_ledger import pay

from elevshare.intake import project_from
from elevshare.project import Papers, Topic
from elevshare.schemes import find
from elevshare.workbook.book import family_of, make_book

PAPERS = Papers(
    estate="幸福里", building="12 幢", payee="居委会专户", bank="工商银行", account="4301",
    due_date="2026-12-31",
    contact="李会计",
)  # fmt: skip
TOPICS = frozenset({Topic.WECHAT, Topic.LEDGER, Topic.NOTICE})
GROUP, FIRST = 5, 10


def opened(one):
    one = replace(one, topics=TOPICS, papers=PAPERS)
    return Book(make_book(one), family_of(one).plan(one))


def texts(said, count):
    return [said.values.get(("微信文字", f"D{row}"), "") for row in range(FIRST, FIRST + count)]


@pytest.fixture(scope="module")
def said():
    """301 has paid all, 302 a part, 401 more than it owes; 501 is spared something; two instalments."""
    book = opened(project(storeys=5, areas=(8000, 10000)))
    dues = book.read().dues
    pay(book, 0, "301", dues[4] / 100, day=46_100)
    pay(book, 1, "302", 1_234.5, day=46_100)
    pay(book, 2, "401", dues[6] / 100 + 1_000, day=46_100)
    book.household(8, relief=2_000)
    book.parameter("instalments", 2)
    book.parameter("instalment", 1)
    return book.read(), dues


def yuan(fen):
    return f"{fen / 100:,.2f} 元"


def test_each_household_has_its_sum_in_one_line(said):
    said, dues = said
    assert said.errors == []
    told = texts(said, 10)
    assert [re.search(r" (\d+) 室", text)[1] for text in told] == [
        f"{storey}0{n}" for storey in range(1, 6) for n in (1, 2)
    ]
    assert all("按分摊办法不用缴款" in text for text in told[:4])
    assert f"应缴合计 {yuan(dues[4])}，已缴 {yuan(dues[4])}，已经缴清。" in told[4]
    first = dues[5] // 2 - 123_450
    assert (
        f"，已缴 1,234.50 元，还欠 {yuan(dues[5] - 123_450)}，本次应缴 {yuan(first)}，请在"
        in told[5]
    )
    assert "，应退 1,000.00 元。" in told[6]
    assert f"应缴合计 {yuan(dues[8])}，减免 2,000.00 元，" in told[8]
    assert (
        "前缴。收款户名：居委会专户。开户行：工商银行。账号：4301。附言：302加梯款。咨询：李会计。"
        in told[5]
    )
    assert not [text for text in told if re.search('["\n\t]', text)]


def test_who_pays_nothing_now_is_not_told_an_account(said):
    said, _ = said
    for text in texts(said, 10):
        assert ("收款户名" in text) == ("本次应缴" in text) == ("2026-12-31" in text)


def test_what_goes_to_the_group_names_nobody(said):
    said, _ = said
    text = said.at(f"微信文字!D{GROUP}")
    assert "业主" not in text and f"大家分摊 {yuan(60_000_000)}，10 户参与" in text
    assert "【加装电梯费用】幸福里 12 幢：总费用 600,000.00 元" in text and "公示" in text


def test_a_draft_says_so_before_anything_else():
    book = opened(project(storeys=3))
    book.household(4, area="一百")
    assert all(text.startswith("【草案") for text in texts(book.read(), 4))


def test_a_lease():
    book = opened(project_from(find("beijing-hualing"), storeys="5", areas="61,80"))
    book.household(4, arrears=100)
    read = book.read()
    told = texts(read, 10)
    assert read.errors == []
    assert "本期不用缴款" in told[0] and "收款户名" not in told[0]
    fees = [fee * 100 for fee in read.block(book.plan.shares, "fee") if fee != ""]
    due = yuan(round(fees[4]) + 10_000)
    assert f"本期费用 {yuan(round(fees[4]))}，加以前应缴 100.00 元，本次应缴 {due}，请在" in told[4]
    assert f"本期费用合计 {yuan(round(sum(fees)))}" in read.at(f"微信文字!D{GROUP}")
