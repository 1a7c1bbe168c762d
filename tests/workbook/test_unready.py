"""A book that is only a draft is never told to be done: rules, command and book agree on every kind."""

from dataclasses import replace

import pytest
from buildings import bare, project

from elevshare.project import Papers
from elevshare.project.account import account_problem
from elevshare.project.unready import unready
from elevshare.rules.consent import Voting
from elevshare.rules.late import Joining
from elevshare.workbook.book import make_book
from elevshare.workbook.failing import failing
from elevshare.workbook.payee import account

#: Accounts, and what the rules have against each.
ACCOUNTS = {
    "6217 0012-3456 7890 445": 0, "0123-4567": 0, " ": 1, "　": 1, "６２１７００１２３４５６": 3,
    "62170012345.0": 3, "\u200b62170012345": 3, "1234567": 4, "abcdefgh1234567": 4, "1" * 31: 5,
}  # fmt: skip
CHECK = "收款账号已填，没有丢位"
BASE = bare(project(storeys=3, areas=(8000,), cost=60_000_000))
DRAFTS = {
    "voting": Voting("咸阳"),
    "joinings": (Joining("301"),),
    "papers": replace(BASE.papers, account="12"),
}


@pytest.mark.parametrize("text", ACCOUNTS)
def test_book_and_rules_say_the_same_of_an_account(book, text):
    book.parameter("account", text)
    said = book.read()
    assert account_problem(text) == ACCOUNTS[text]
    assert said.block(account(book.plan), "problem") == [ACCOUNTS[text]]
    assert said.failed == [CHECK] * (ACCOUNTS[text] > 0)


@pytest.mark.parametrize("number", [6217001234567890445, 62170012, 1e15])
def test_an_account_that_is_a_number_fails_whatever_its_length(book, number):
    book.parameter("account", number)
    said = book.read()
    assert said.failed == [CHECK] and said.errors == []


def test_rules_and_book_agree_that_it_is_a_draft():
    one = replace(BASE, **DRAFTS)
    assert len(unready(one)) == len(DRAFTS)
    failed = [check.name for check in failing(make_book(one)) if not check.waits]
    assert {CHECK, "表决达到所选规则"} < {*failed}
    assert [name for name in failed if name.startswith("后加入")]


@pytest.mark.parametrize("key", DRAFTS)
def test_the_rules_tell_each(key):
    assert len(unready(replace(BASE, **{key: DRAFTS[key]}))) == 1


def test_a_sound_book_is_no_draft_and_a_blank_one_only_waits():
    blank = replace(BASE, papers=Papers())
    assert unready(BASE) == unready(blank) == ()
    failed = failing(make_book(blank))
    assert len(failed) == 4 and all(check.waits for check in failed)
