"""The provident fund in a book: limits of all households, and one family worked out."""

import random

import pytest
from buildings import ODD_AREAS, project
from editing import fen
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    libreoffice,
)
from following import BASE, with_amount

from elevshare.project import Topic, assess
from elevshare.rules.fund import Fund, Order, limit, withdrawals
from elevshare.workbook.book import draft
from elevshare.workbook.checks import check_block
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.fund.tables import figures, households, inputs, persons
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.FUND})

#: The check of every book.
SPARED = "减免和公积金不超过应分摊"
ABOVE, FILLED = "公积金不超过最多可提", "公积金测算填写无误"
ROOM, ROW = "501", 8


def family(book, balances, order=Order.IN_TURN, room=ROOM):
    book.parameter("fund_room", room)
    book.parameter("fund_order", order.value)
    for row in range(6):
        given = balances[row] if row < len(balances) else None
        value = given if given is None or isinstance(given, str) else given / 100
        book.type(inputs(book.plan).at("balance", row), value)


def total(said):
    """What the family draws together, "" where nothing is worked out."""
    block = persons(said.plan)
    return said.at(f"公积金!{block.letter('amount')}{block.last + 1}")


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("seed", range(5))
def test_one_family_draws_as_the_rules_say(book, order, seed):
    rng = random.Random(seed)
    balances = [rng.randrange(10 ** rng.randrange(1, 8)) for _ in range(rng.randrange(1, 7))]
    one = with_amount(20_000_001)
    book.turn_into(one)
    family(book, balances, order)
    said, outcome = book.read(), assess(one)
    assert said.errors == [] and said.failed == []
    most = limit(outcome.dues[ROW])
    drawn = withdrawals(most, balances, order)
    assert [fen(v) for v in said.block(persons(book.plan), "amount") if v != ""] == drawn
    assert said.at(figures(said.plan).gross) == outcome.dues[ROW] + outcome.refunds[ROW]
    assert said.at(figures(said.plan).short) == most - sum(drawn)
    assert fen(total(said)) == sum(drawn)


def test_what_the_unit_rounds_away_is_paid_in_cash_too(book):
    family(book, [10**9])
    book.parameter("fund_unit", 100)
    said, due = book.read(), assess(BASE).dues[ROW]
    assert due % 10_000 and said.at(figures(said.plan).cash) == due % 10_000
    assert said.at("公积金!A4") == (
        f"501：全家最多可提 {due // 10_000 * 100:,}.00 元，可以提取 {due // 10_000 * 100:,}.00 元，"
        f"其余 {due % 10_000 / 100:.2f} 元用现金"
    )


def test_every_household_has_its_limit_in_the_units_of_the_city(book):
    book.parameter("fund_unit", 100)
    said = book.read()
    most = [fen(v) for v in said.block(households(book.plan), "most") if v != ""]
    assert most == [limit(due, 10_000) for due in assess(BASE).dues]


@pytest.mark.parametrize(("more", "red"), [(0, []), (1, [SPARED, ABOVE])])
def test_more_than_the_limit_is_said_and_not_cut(book, more, red):
    due = assess(BASE).dues[ROW]
    book.household(ROW, fund=(due + more) / 100)
    said = book.read()
    assert said.failed == red
    note = said.block(households(book.plan), "note")[ROW]
    assert note == ("超过最多可提 0.01 元" if more else "")


@pytest.mark.parametrize(
    ("balances", "room", "words"),
    [([-5], ROOM, "余额有误 1 人"), (["三万"], ROOM, "余额有误 1 人"), ([1.5], ROOM, "余额有误 1 人"),
     ([100], "999", "没有所填的房号"), ([100], "5*1", "没有所填的房号"), ([100], "50?", "没有所填的房号")],
)  # fmt: skip
def test_what_cannot_be_meant_is_marked(book, balances, room, words):
    family(book, balances, room=room)
    said = book.read()
    assert said.errors == [] and said.failed == [FILLED]
    assert words in "".join(map(str, said.block(check_block(book.plan), "state")))


def test_a_room_typed_as_a_number_is_found(book):
    family(book, [100], room=501)
    assert book.read().at(figures(book.plan).found) == ROW + 1


def test_a_household_that_is_filled_in_wrongly_is_not_worked_out(book):
    family(book, [10_000])
    book.household(ROW, area="80左右")
    said = book.read()
    assert said.errors == [] and FILLED in said.failed and total(said) == ""


def test_without_a_room_nothing_is_worked_out(book):
    family(book, [10_000, 20_000], room=None)
    said = book.read()
    assert said.failed == [] and total(said) == ""
    for key in ("relation", "balance", "amount"):
        assert said.block(persons(book.plan), key) == [""] * 6
    rows = [
        figures(said.plan).yuan(key)
        for key in figures(said.plan).figures
        if key not in ("found", "unit")
    ]
    assert [said.at(cell) for cell in rows] == [""] * len(rows)


def test_where_no_rule_says_who_draws_the_user_has_to_choose(book):
    family(book, [10_000_000])
    book.parameter("fund_order", "待选")
    said = book.read()
    assert said.failed == [] and "待选" in said.at("公积金!A2")
    assert "还没有选家里人怎么分" in said.at("公积金!A4")
    assert said.block(persons(book.plan), "amount") == [""] * 6 and total(said) == ""


def test_what_is_spared_cannot_be_drawn_and_a_blank_unit_is_the_fen(book):
    due = assess(BASE).dues[ROW]
    book.household(ROW, relief=100)
    book.parameter("fund_unit", None)
    said = book.read()
    assert fen(said.block(households(book.plan), "most")[ROW]) == due - 10_000
    family(book, [10**9])
    said = book.read()
    assert said.at(figures(said.plan).gross) == due and said.at(figures(said.plan).spared) == 10_000
    assert fen(total(said)) == said.at(figures(said.plan).net) == due - 10_000


def test_the_last_day_is_a_year_after_the_registration(book):
    book.parameter("fund_registered", 46446)  # 2027-02-28
    said = book.read()
    assert "最迟 2028-02-28（含当日）提取" in said.at("公积金!A2")
    assert "没有填测算的房号" in said.at("公积金!A4")


@pytest.mark.parametrize(
    ("months", "day", "words"),
    [(None, 46446, "没有填期限"), (12, None, "登记后 12 个月内可提（登记日期待填）"),
     (6, 46630, "最迟 2028-02-29（含当日）"), (121, 46446, "没有填期限"), (12, "明年", "登记日期待填")],
)  # fmt: skip
def test_a_term_or_a_day_may_be_missing(book, months, day, words):
    book.parameter("fund_months", months)
    book.parameter("fund_registered", day)
    said = book.read()
    assert said.errors == [] and words in said.at("公积金!A2")


@pytest.mark.sampled(0)
def test_other_engines_agree_on_the_sheet(tmp_path):
    fund = Fund("2027-01-31", "301", (("业主本人", 3_000_001), ("配偶", 99), ("父亲", 10**9)))
    plan = SharingPlan(project(storeys=3, areas=ODD_AREAS[:2], fund=fund))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    every = [cell for cell in formula_cells(path.read_bytes()) if cell[0] == "公积金"]
    found = libreoffice([path], tmp_path)[0]
    assert differences(cached(filled(path.read_bytes())), found, every) == []
    letter, first = persons(plan).letter("amount"), persons(plan).first
    drawn = withdrawals(assess(plan.project).dues[4], [3_000_001, 99, 10**9], Order.BY_BALANCE)
    assert [fen(found["公积金", f"{letter}{first + i}"]) for i in range(3)] == drawn
    some = [cell for cell in every if cell[1] in (f"{letter}{first}", f"{letter}{first + 1}")]
    assert differences(found, formulas_values(formulas_model(path, some)), some) == []
