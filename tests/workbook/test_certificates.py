"""公积金证明: one for each household that pays, with its share and what it may draw."""

import re
from dataclasses import replace

import pytest
from buildings import project
from editing import Book, fen
from following import BASE, with_amount

from elevshare.money import upper
from elevshare.project import Topic, assess
from elevshare.rules.fund import limit
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.fund.certificates_paper import LAYOUT
from elevshare.workbook.subjects.late.accounts import accounts
from elevshare.workbook.subjects.settlement.items import typed as actual
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.FUND})
LATER = frozenset({Topic.FUND, Topic.LATE, Topic.SETTLEMENT})
ROWS = len(LAYOUT.rows)


def certificates(said):
    """Label → value of every certificate; the forms after them are empty."""
    forms = [said.form("公积金证明", n * ROWS + 1, ROWS) for n in range(said.plan.flats)]
    filled = [form for form in forms if form]
    assert forms[: len(filled)] == filled
    return filled


@pytest.mark.parametrize("unit", [1, 10_000])
def test_every_household_that_pays_has_one(book, unit):
    one = with_amount(20_000_001)
    book.turn_into(one)
    book.parameter("fund_unit", unit / 100)
    book.household(8, relief=123.45, fund=1000, paid=500)
    outcome, relief = assess(one), {8: 12_345}
    said = book.read()
    assert said.errors == said.failed == []
    paying = [row for row, due in enumerate(outcome.dues) if due]
    found = certificates(said)
    assert [form["业主"] for form in found] == [one.flats[row].owner for row in paying]
    for row, form in zip(paying, found, strict=True):
        due, used = outcome.dues[row], 100_000 if row == 8 else 0
        net = due - relief.get(row, 0)
        most = limit(net, unit)
        figures = {
            "总费用": outcome.cost, "减：补贴": outcome.subsidy, "加：补偿支出": 0,
            "大家分摊的钱": outcome.net, "本户应分摊": due, "减：减免": due - net, "本户自己出的": net,
            "最多可提": most, "已用公积金": used, "还可提": most - used,
            "本户已缴": 50_000 if row == 8 else 0,
        }  # fmt: skip
        assert {label: fen(form[label]) for label in figures} == figures
        assert form["应分摊大写"] == f"人民币{upper(due)}"
        assert form["怎么算"] == said.bills[row]["本户怎么算"]


def test_who_stays_out_or_owes_nothing_has_none(book):
    found = [form["业主"] for form in certificates(book.read())]
    assert found == [f"业主{room}" for room in ("301", "401", "402", "501", "502")]
    book.household(8, taking="否")
    assert "业主501" not in [form["业主"] for form in certificates(book.read())]


def test_where_the_flat_is_and_until_when_it_may_be_drawn(book):
    texts = {"estate": "幸福里小区", "building": "12 幢", "entrance": "3 单元"}
    for key, value in {**texts, "fund_registered": 46_022, "made_on": 46_100}.items():
        book.parameter(key, value)
    said = book.read()
    first = certificates(said)[0]
    assert first["房屋坐落"] == "幸福里小区 12 幢 3 单元 301 室"
    assert first["最迟提取"] == "2026-12-31"
    assert said.at("公积金证明!A3") == "编号：公积金-12-3-301"
    assert said.at(f"公积金证明!A{ROWS}") == "编制日期 2026-03-19"
    book.parameter("fund_months", None)
    assert "最迟提取" not in certificates(book.read())[0]


@pytest.mark.parametrize("typed", ["明天", -1, 1_000_000])
def test_a_day_that_cannot_be_meant_gives_no_deadline_and_no_error(book, typed):
    book.parameter("fund_registered", typed)
    said = book.read()
    assert said.errors == [] and said.failed != []
    assert said.at("公积金证明!A2").startswith("草案")


def test_the_basis_is_told_without_its_status(book):
    said = book.read()
    rule = BASE.scheme.fund
    for form in certificates(said):
        assert form["提取规定"].endswith(rule.article)
    assert said.at("公积金证明!A2") == ""
    book.household(8, fund=10**7)
    said = book.read()
    assert said.at("公积金证明!A2").startswith("草案") and certificates(said)[-2]["还可提"] == 0


def test_a_form_without_a_household_is_empty(template):
    said = template.read()
    assert certificates(said) == []
    assert said.at("公积金证明!A2") == "本页没有证明"
    assert said.at("公积金证明!A5") == ""


@pytest.mark.parametrize("settled", [False, True])
def test_after_settling_and_joining_it_says_what_holds_now(settled):
    """302 joins later for what it would have paid; the others get that back."""
    one = replace(project(storeys=4, out=("302",)), topics=LATER, joiners=1)
    book = Book(make_book(one), SharingPlan(one))
    planned = assess(one).dues
    if settled:
        book.type(actual(book.plan).at("yuan", 0), 500_000)
        one = replace(one, costs=(replace(one.costs[0], fen=50_000_000),))
    book.parameter("late_room", "302")
    said = book.read()
    assert said.errors == said.failed == []
    found = certificates(said)
    dues, after = assess(one).dues, said.block(accounts(book.plan), "pays")
    pays, back = (
        [value or 0 for value in said.block(accounts(book.plan), key)] for key in ("pays", "back")
    )
    now = {
        flat.owner: int(due + more - less)
        for flat, due, more, less in zip(one.flats, dues, pays, back, strict=False)
        if due + more - less
    }
    assert after[5] > 0 and len(now) == 4
    assert {form["业主"]: fen(form["本户应分摊"]) for form in found} == now
    assert {form["业主"]: fen(form["最多可提"]) for form in found} == now
    assert {fen(form["总费用"]) for form in found} == {one.cost}
    for form in found:
        assert form["应分摊大写"] == f"人民币{upper(now[form['业主']])}"
        row = next(n for n, flat in enumerate(one.flats) if flat.owner == form["业主"])
        before = f"原应分摊 {planned[row] / 100:,.2f} 元" if planned[row] else "原来不分摊"
        assert form["怎么算"].startswith(before)
        assert form["怎么算"].endswith(f"，现为 {now[form['业主']] / 100:,.2f} 元")
        then = f"本户 {dues[row] / 100:,.2f} 元"
        assert (then in form["怎么算"]) == (settled and dues[row] > 0)


def test_papers_name_no_version_and_no_state(book):
    said = book.read()
    texts = [str(value) for (sheet, _), value in said.values.items() if sheet == "公积金证明"]
    assert not [text for text in texts if re.search("待填|已核实|0\\.5|校验|净额|净分摊", text)]
