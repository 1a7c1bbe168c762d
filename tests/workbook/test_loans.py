"""Instalments, loans and an advance in a book: typed in, they follow the rules."""

import random

import pytest
from buildings import ODD_AREAS, project
from editing import fen
from engines import differences, formula_cells, formulas_model, formulas_values, libreoffice
from following import BASE

from elevshare.money import largest_remainder
from elevshare.project import Topic, assess
from elevshare.rules.loan import Loan, level_payment, repaid, schedule
from elevshare.workbook.book import draft
from elevshare.workbook.subjects.loans.tables import figures, finals, households, months
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.LOANS})

RNG = random.Random(7)
CASES = [
    (15_000_000, 0, 120),
    (15_000_000, 300, 120),
    (10_000, 0, 3),
    (61_234_567, 485, 37),
    (1, 9_999, 1),
    (100_000_000, 2_400, 120),
    (60, 1, 120),
    *(
        (a, r, m)
        for a, r, m in ((60_000, 1, 1), (90_150, 400, 2), (450_750, 400, 2), (187_875, 480, 2))
    ),
    *((RNG.randrange(1, 10**9), RNG.randrange(1, 1_200), RNG.randrange(1, 121)) for _ in range(12)),
]


def borrow(book, amount, rate, term):
    book.parameter("loan_amount", amount / 100)
    book.parameter("loan_rate", rate / 10_000)
    book.parameter("loan_months", term)


def shown(said, key):
    """A money column of the schedule, in fen, the rows beyond the term left out."""
    return [fen(value) for value in said.block(months(said.plan), key) if value != ""]


@pytest.mark.parametrize("case", CASES)
def test_the_schedule_is_that_of_the_rules(book, case):
    borrow(book, *case)
    said, lines = book.read(), schedule(*case)
    assert said.errors == [] and said.failed == []
    assert shown(said, "payment") == [line.payment for line in lines]
    assert shown(said, "interest") == [line.interest for line in lines]
    assert shown(said, "principal") == [line.principal for line in lines]
    assert shown(said, "balance") == [line.balance for line in lines]
    assert said.at(figures(said.plan).payment) == level_payment(*case)
    assert f"每月还 {lines[0].payment / 100:,.2f} 元" in said.at("还款表!A2")
    paid, interest = (sum(getattr(line, key) for line in lines) for key in ("payment", "interest"))
    total = said.at(f"还款表!C{months(book.plan).first - 2}")
    assert f"还款 {paid / 100:,.2f} 元，其中利息 {interest / 100:,.2f} 元" in total


def test_each_household_pays_its_part_of_a_month_exactly(book):
    borrow(book, 15_000_000, 300, 120)
    said, dues = book.read(), assess(BASE).dues
    lines = schedule(15_000_000, 300, 120)
    for block, key, whole in (
        (households(book.plan), "monthly", lines[0].payment),
        (households(book.plan), "final", lines[-1].payment),
    ):
        parts = [fen(value) for value in said.block(block, key) if value != ""]
        assert parts == largest_remainder(whole, dues) and sum(parts) == whole
    assert sum(v for v in said.block(finals(book.plan), "units") if v != "") == lines[-1].payment


@pytest.mark.parametrize(
    ("advance", "fee", "ads"),
    [(10_000_000, 100_000, 2_000_000), (1, 1, 0), (500, 0, 7), (10**8, 1, 0), (0, 5, 5)],
)
def test_an_advance_is_paid_back_as_the_rules_say(book, advance, fee, ads):
    for key, value in (("advance", advance), ("advance_fee", fee), ("advance_ads", ads)):
        book.parameter(key, value / 100)
    said = book.read()
    found = repaid(advance, fee, ads) if advance else None
    assert (said.at(figures(said.plan).repaid), said.at(figures(said.plan).tail)) == (
        found or (0, 0)
    )
    assert said.failed == []
    assert ("还不清" in said.at("还款表!A3")) == (advance > 0 and found is None)


@pytest.mark.parametrize(
    ("key", "value", "red"),
    [
        ("loan_months", None, "借款填了分几个月还"),
        ("loan_months", 121, "参数中的数字有效"),
        ("loan_rate", 3, "参数中的数字有效"),
        ("loan_amount", "十万", "参数中的数字有效"),
        ("advance_ads", -1, "参数中的数字有效"),
    ],
)
def test_what_cannot_be_meant_is_marked(book, key, value, red):
    borrow(book, 15_000_000, 300, 120)
    book.parameter(key, value)
    said = book.read()
    assert said.errors == [] and red in said.failed


def test_the_days_of_the_schedule_follow_the_first(book):
    borrow(book, 300, 0, 3)
    book.parameter("loan_first", 46053)  # 2026-01-31
    said = book.read()
    assert said.block(months(book.plan), "day")[:4] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "",
    ]


@pytest.mark.sampled(0)
def test_other_engines_agree_on_the_sheet(tmp_path):
    loan = Loan(15_000_001, 485, 17, "2026-01-31", 5_000_000, 100_000, 2_000_001)
    plan = SharingPlan(project(storeys=3, areas=ODD_AREAS[:1], loan=loan))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    every = [cell for cell in formula_cells(path.read_bytes()) if cell[0] == "还款表"]
    found = libreoffice([path], tmp_path)[0]
    lines = schedule(loan.amount, loan.rate, loan.months)
    letter = months(plan).letter("payment_fen")
    rows = list(months(plan).rows)[: loan.months]
    assert [found["还款表", f"{letter}{row}"] for row in rows] == [x.payment for x in lines]
    steps = figures(plan)
    keys = ("payment", "last", "interest", "repaid", "tail")
    some = [
        cell
        for cell in every
        if cell[1] in {steps[key].split("!")[1].replace("$", "") for key in keys}
    ]
    assert len(some) == len(keys)
    assert differences(found, formulas_values(formulas_model(path, some)), some) == []
