"""The provident fund in a book: limits of all households, and one family worked out."""

import random

import pytest
from buildings import ODD_AREAS, project
from editing import fen
from engines import differences, formula_cells, formulas_model, formulas_values, libreoffice
from following import BASE, with_amount

from elevshare.project import assess
from elevshare.rules.fund import Fund, Order, limit, withdrawals
from elevshare.workbook.book import draft
from elevshare.workbook.calc.fund import figure, households, inputs, persons
from elevshare.workbook.plan import Plan

ABOVE, FILLED = "公积金不超过最多可提", "公积金测算填写无误"
ROOM, ROW = "501", 8


def family(book, balances, order=Order.IN_TURN, room=ROOM):
    book.parameter("fund_room", room)
    book.parameter("fund_order", order.value)
    for row in range(6):
        given = balances[row] if row < len(balances) else None
        value = given if given is None or isinstance(given, str) else given / 100
        book.type(inputs(book.plan).at("balance", row), value)


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
    assert said.at(figure("gross")) == outcome.dues[ROW] + outcome.refunds[ROW]
    assert said.at(figure("short")) == most - sum(drawn)


def test_every_household_has_its_limit_in_the_units_of_the_city(book):
    book.parameter("fund_unit", 100)
    said = book.read()
    most = [fen(v) for v in said.block(households(book.plan), "most") if v != ""]
    assert most == [limit(due, 10_000) for due in assess(BASE).dues]


@pytest.mark.parametrize(("more", "red"), [(0, []), (1, [ABOVE])])
def test_more_than_the_limit_is_said_and_not_cut(book, more, red):
    due = assess(BASE).dues[ROW]
    book.household(ROW, fund=(due + more) / 100)
    said = book.read()
    assert said.failed == red
    note = said.block(households(book.plan), "note")[ROW]
    assert note == ("超过最多可提 0.01 元" if more else "")


@pytest.mark.parametrize(("balances", "room"), [([-5], ROOM), (["三万"], ROOM), ([100], "999")])
def test_what_cannot_be_meant_is_marked(book, balances, room):
    family(book, balances, room=room)
    said = book.read()
    assert said.errors == [] and said.failed == [FILLED]


def test_where_no_rule_says_who_draws_the_user_has_to_choose(book):
    family(book, [10_000_000])
    book.parameter("fund_order", "待选")
    said = book.read()
    assert said.failed == [] and "待选" in said.at("公积金!A2")
    assert said.block(persons(book.plan), "amount")[0] == 0


def test_what_is_spared_cannot_be_drawn_and_a_blank_unit_is_the_fen(book):
    due = assess(BASE).dues[ROW]
    book.household(ROW, relief=100)
    book.parameter("fund_unit", None)
    said = book.read()
    assert fen(said.block(households(book.plan), "most")[ROW]) == due - 10_000


def test_the_last_day_is_a_year_after_the_registration(book):
    book.parameter("fund_registered", 46446)  # 2027-02-28
    said = book.read()
    assert "2028-02-28" in said.at("公积金!A2") and "没有填测算的房号" in said.at("公积金!A4")


def test_other_engines_agree_on_the_sheet(tmp_path):
    fund = Fund("2027-01-31", "301", (("业主本人", 3_000_001), ("配偶", 99), ("父亲", 10**9)))
    plan = Plan(project(storeys=3, areas=ODD_AREAS[:2], fund=fund))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    every = [cell for cell in formula_cells(path.read_bytes()) if cell[0] == "公积金"]
    found = libreoffice([path], tmp_path)[0]
    letter, first = persons(plan).letter("amount"), persons(plan).first
    drawn = withdrawals(assess(plan.project).dues[4], [3_000_001, 99, 10**9], Order.BY_BALANCE)
    assert [fen(found["公积金", f"{letter}{first + i}"]) for i in range(3)] == drawn
    some = [cell for cell in every if cell[1] in (f"{letter}{first}", f"{letter}{first + 1}")]
    assert differences(found, formulas_values(formulas_model(path, some)), some) == []
