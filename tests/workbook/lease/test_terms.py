"""Households that choose to be charged by the month or by the year: the book says what the rules say."""

from dataclasses import replace
from functools import cache

import pytest
from editing import AS_FOUND, fen, with_inputs
from engines import cached, differences, formula_cells, formulas_model, formulas_values, libreoffice
from hypothesis import given, settings
from hypothesis import strategies as st
from leases import LeaseBook, assert_follows, expected, lease, opened
from sampling import examples

from elevshare.leasing import assess, at_once, year_of
from elevshare.opened import opened as read_book
from elevshare.project import Topic
from elevshare.returned import amounts_of, read_back
from elevshare.rules.lease import PERIODS, LeasePeriod, months
from elevshare.workbook.book import draft
from elevshare.workbook.engine import filling
from elevshare.workbook.lease.calc.months import other_months

#: Fees of a month as printed; beside them made-up ones of a year that are no twelve times as much.
YEARS = (0, 19_900, 160_000, 180_001, 270_000, 270_007)
TERMS = {"201": "year", "202": "month", "301": "year", "401": "year", "402": "", "602": "year"}


def choosing(company="beijing-yanyuan", other=YEARS, **choices):
    """A building whose households choose; 302, which stays out, chose too."""
    project = lease(company, 6, 2, other_fees=other, **choices)
    chosen = tuple(replace(flat, term=TERMS.get(flat.room, "")) for flat in project.flats)
    return replace(project, flats=chosen, topics=frozenset({Topic.TERMS}))


@cache
def made(company):
    """The book of a company, opened once and typed into by one test after the other."""
    return opened(choosing(company))


@pytest.fixture(params=["beijing-yanyuan", "beijing-hualing"])
def company(request):
    return request.param


CHOICES = [
    *({"period": LeasePeriod.MONTH, "number": number} for number in (1, 2, 12)),
    *({"period": LeasePeriod.QUARTER, "number": number} for number in (1, 4)),
    {"period": LeasePeriod.YEAR},
    {"period": LeasePeriod.CHOSEN, "first": 5, "last": 9},
    {"period": LeasePeriod.CHOSEN, "first": 1, "last": 2},
]


@pytest.mark.parametrize("spread", [False, True])
def test_every_period_at_once_and_spread(company, spread):
    book = made(company)
    for choice in CHOICES:
        project = choosing(company, spread=spread, **choice)
        book.fill(project)
        assert_follows(book, project)


@pytest.mark.parametrize("spread", [False, True])
@pytest.mark.parametrize("period", PERIODS)
def test_the_bills_of_a_year_add_up_to_what_was_chosen(company, spread, period):
    book, project = made(company), choosing(company, spread=spread, period=period)
    book.fill(project)
    sums = [0] * len(project.flats)
    for number in range(1, PERIODS[period] + 1):
        book.parameter("period_no", number)
        sums = [a + b for a, b in zip(sums, book.read().fees[: len(sums)], strict=True)]
    assert sums == list(assess(project).dues)
    rooms = dict(zip((flat.room for flat in project.flats), sums, strict=True))
    if company == "beijing-yanyuan":
        assert (rooms["201"], rooms["202"], rooms["302"]) == (19_900, 24_000, 0)


def test_both_fees_are_divided_on_the_sheet_of_months(company):
    book, project = made(company), choosing(company)
    book.fill(project)
    said, block = book.read(), other_months(book.plan)
    by_year = company == "beijing-yanyuan"  # then the other fees are those of a year
    for row, stated in enumerate(YEARS):
        year = stated if by_year else 12 * stated
        found = [said.at(block.at(f"m{k}_fen", row)) for k in range(1, 13)]
        assert found == [months(year, k, k, by_year) for k in range(1, 13)]


def test_a_bill_says_which_fee_was_used():
    book, project = made("beijing-yanyuan"), choosing(period=LeasePeriod.MONTH, number=2)
    book.fill(project)
    book.parameter("bill_scope", "全部住户")
    bills = {one["房号"]: one for one in book.read().bills}
    assert bills["201"]["收费标准"] == "199.00 元/年"
    assert bills["201"]["费用怎么来"] == "标准 199.00 元/年，选按年交：全年已在第一期收，本期不收"
    assert bills["202"]["收费标准"] == "20.00 元/月"
    assert "全年 240.00 元" in bills["202"]["费用怎么来"]


@pytest.mark.parametrize("word", ["按年", " 按 年", "年付", "年"])
def test_ways_of_writing_it(word):
    book, project = made("beijing-yanyuan"), choosing()
    book.fill(project)
    book.household(3, term=word)
    said = book.read()
    assert said.failed == []
    assert fen(said.block(book.plan.shares, "annual")[3]) == 19_900


def test_another_word_is_told_and_the_usual_fee_holds():
    book, project = made("beijing-yanyuan"), choosing()
    book.fill(project)
    book.household(2, term="随便")
    said = book.read()
    assert said.failed == ["住户各行填写无误"]
    assert said.at(book.plan.households.at("hint", 2)) == "按月或按年「随便」：填 按月 或 按年"
    assert fen(said.block(book.plan.shares, "annual")[2]) == 24_000


def test_a_fee_that_is_not_stated_cannot_be_chosen():
    book, project = made("beijing-yanyuan"), choosing(other=(0, None, *YEARS[2:]))
    book.fill(project)
    assert_follows(book, project, red=("有住户的楼层都有收费标准",))
    assert "有户选了" in book.read().at(book.plan.fees.at("hint", 1))
    assert [one.passed for one in assess(project).checks] == [False, True, True, True]


def test_a_wrong_other_fee_is_told():
    book, project = made("beijing-yanyuan"), choosing()
    book.fill(project)
    book.type(book.plan.fees.at("other", 1), "两百")
    said = book.read()
    assert said.errors == []
    assert said.failed == ["收费标准是 0 或正数，最多两位小数"]


def test_a_book_that_is_not_asked_has_nothing_of_it():
    plan = opened(lease("beijing-yanyuan", 6, 2)).plan
    assert "term" not in plan.households.columns and "other" not in plan.fees.columns
    assert "at_once" not in plan.figures.figures


rooms = st.lists(
    st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from(["", "month", "year"])),
    min_size=1, max_size=16,
)  # fmt: skip
fees = st.lists(st.integers(0, 10_000_000), min_size=6, max_size=6).map(tuple)


@settings(AS_FOUND, max_examples=examples(10))
@given(rooms, fees, fees, st.booleans(), st.sampled_from(list(LeasePeriod)), st.data())
def test_any_stairwell(rooms, own, other, spread, period, data):
    book = made("beijing-yanyuan")
    number = data.draw(st.integers(1, PERIODS.get(period, 1)))
    first, last = sorted(data.draw(st.tuples(*[st.integers(1, 12)] * 2)))
    base = choosing(other=other, fees=own, spread=spread, period=period, number=number,
                    first=first, last=last)  # fmt: skip
    flats = tuple(
        replace(base.flats[0], room=str(row + 1), storey=storey, taking_part=taking, term=term)
        for row, (storey, taking, term) in enumerate(rooms)
    )
    project = replace(base, flats=flats)
    book.fill(project)
    book.parameter("landing", 40)
    assert_follows(
        book, project, red=() if any(line.year for line in expected(project)) else ("有人交费",)
    )
    book.parameter("landing", None)


@pytest.mark.parametrize(
    "topics", [frozenset({Topic.TERMS}), frozenset({Topic.TERMS, Topic.LEDGER, Topic.NOTICE})]
)
def test_a_returned_book_gives_the_choices_back_and_the_rules_agree(topics):
    project = replace(choosing(period=LeasePeriod.QUARTER, number=3), topics=topics)
    book = opened(project)
    found = read_book(filling.filled(with_inputs(draft(book.plan), {})), "book.xlsx")
    returned = read_back(found)
    assert returned.findings == ()
    assert returned.project.lease == project.lease
    assert [flat.term for flat in returned.project.flats] == [flat.term for flat in project.flats]
    amounts, said = amounts_of(returned.project, returned.entries), book.read()
    count = len(project.flats)
    assert [one.fee for one in amounts.households] == said.fees[:count]
    assert [one.due for one in amounts.households] == said.dues[:count]
    if Topic.LEDGER in topics:
        owed = [said.at(book.plan.shares.at("owed", row)) for row in range(count)]
        assert owed == [one.owed for one in amounts.households]
        assert owed[2] == 19_900 and owed[3] == 18_000  # the whole year; nine months


def test_what_is_read_wrong_in_a_returned_book_is_told():
    project = choosing()
    plan = opened(project).plan
    typed = {("住户", plan.households.at("term", 2).split("!")[1].replace("$", "")): "随便"}
    returned = read_back(read_book(filling.filled(with_inputs(draft(plan), typed)), "book.xlsx"))
    assert [one.what for one in returned.findings] == ["按月或按年「随便」看不懂"]
    assert returned.project.flats[2].term == ""


@pytest.fixture(scope="module")
def filled():
    """The file of a book with notice and ledger without cached values, and with them."""
    project = replace(choosing(period=LeasePeriod.QUARTER), topics=frozenset({Topic.TERMS, Topic.LEDGER, Topic.NOTICE}))  # fmt: skip
    plan = opened(project).plan
    data = draft(plan)
    return plan, data, cached(filling.filled(data))


@pytest.mark.sampled(0)
def test_libreoffice_agrees_in_every_cell(filled, tmp_path):
    _, data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    (found,) = libreoffice([path], tmp_path)
    assert differences(stored, found, formula_cells(data)) == []


@pytest.mark.sampled(0)
def test_the_package_formulas_agrees_on_what_was_chosen(filled, tmp_path):
    plan, data, stored = filled
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = [("收费", f"{plan.shares.letter(key)}{plan.shares.first + row}")
             for row in (2, 3) for key in ("fee", "annual", "words")]  # fmt: skip
    found = formulas_values(formulas_model(path, cells))
    assert differences(stored, found, cells) == []


def test_the_rules_of_at_once():
    project = choosing()
    assert [at_once(project, flat) for flat in project.flats[2:4]] == [True, False]
    assert not any(at_once(choosing(spread=True), flat) for flat in project.flats)
    assert not at_once(lease("beijing-hualing", 6, 2), project.flats[0])
    assert [year_of(project, flat) for flat in project.flats[2:4]] == [19_900, 24_000]
    assert isinstance(made("beijing-yanyuan"), LeaseBook)
