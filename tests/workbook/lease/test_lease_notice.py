"""公示 of a lease book: the fees of storeys and households as the rules have them, and how long it hangs."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from buildings import PAYEE
from editing import fen
from leases import lease, opened, template

from elevshare.leasing import fee, rule_of
from elevshare.project import Topic
from elevshare.rules.lease import LeasePeriod, annual, months
from elevshare.rules.names import masked
from elevshare.rules.notice import end_of_notice
from elevshare.schemes.holidays import with_known_days
from elevshare.workbook.field import day_number
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease.calc.notice import lines, pages_of
from elevshare.workbook.subjects.notice.working_days import figures, typed

TOPICS = frozenset({Topic.NOTICE})
#: 3 has a fee of its own that twelve does not divide.
PROJECT = replace(
    lease("beijing-hualing", 5, 2, period=LeasePeriod.QUARTER, number=2, fees=(None, None, 164_001)),
    topics=TOPICS, papers=replace(PAYEE, entrance="", contact="李会计 8888"),
)  # fmt: skip
PROJECT = replace(PROJECT, flats=tuple(replace(f, owner=f"赵{f.room}") for f in PROJECT.flats))
START, ENDS = date(2026, 9, 25), "公示在 60 天内结束"


@cache
def base():
    return opened(PROJECT)


@pytest.fixture
def book():
    """The book of PROJECT as it was made."""
    return base().as_made()


def paper(said):
    """The rows of 公示, from column A to G."""
    bottom = max(int(cell[1:]) for sheet, cell in said.values if sheet == "公示")
    return [[said.at(f"公示!{c}{row}") for c in "ABCDEFG"] for row in range(1, bottom + 1)]


def parts(said):
    """The storeys, the line of totals and the households of the paper."""
    rows = paper(said)
    bar = next(n for n, row in enumerate(rows) if row[1] == "房号、业主")
    storeys = [row for row in rows[:bar] if isinstance(row[0], int | float)]
    return storeys, rows[bar + 1], [r for r in rows[bar:] if isinstance(r[0], int | float)]


def years(project):
    """Storey → the year's charge in fen."""
    charge = rule_of(project).charge
    return {s: annual(fee(project, s) or 0, charge) for s in range(1, project.storeys + 1)}


def sentence(said, key):
    return said.at(lines(said.plan).sentences[key])


def test_storeys_and_households_with_the_fee_of_the_period_and_of_the_year(book):
    said, year = book.read(), years(PROJECT)
    storeys, total, households = parts(said)
    assert (said.failed, said.errors) == ([], [])
    assert [(s, taking, fen(one), fen(p), fen(y)) for _, _, s, taking, one, p, y in storeys] == [
        (s, "1/2" if s == 3 else "2/2", amount, months(amount, 4, 6), amount) for s, amount in year.items()
    ]  # fmt: skip
    assert [row[1] for row in storeys] == ["自定" if s == 3 else "第 3 张表" for s in year]
    assert [(n, who, s, taking, fen(one), fen(p), fen(y)) for n, who, s, taking, one, p, y in households] == [
        (n, f"{flat.room}　{masked(flat.owner)}", flat.storey, "是" if flat.taking_part else "否",
         year[flat.storey], months(year[flat.storey], 4, 6) * flat.taking_part,
         year[flat.storey] * flat.taking_part)
        for n, flat in enumerate(PROJECT.flats, 1)
    ]  # fmt: skip
    assert total[1:4:2] == ["合计 10 户", "9 户"]
    assert [fen(amount) for amount in total[5:]] == [
        sum(fen(row[column]) for row in households) for column in (5, 6)
    ]


def test_what_it_says_of_scheme_table_and_period(book):
    said = book.read()
    words = "".join(str(cell) for row in paper(said) for cell in row)
    for told in (said.at(book.plan.basis), "华龄安康：5 层、一梯 2 户的收费表（表 3）",
                 "第 2 期：租赁年第 4 至 6 个月", "收费标准（元/年）就是全年，", "十二个月合计正好是全年"):  # fmt: skip
        assert told in words
    assert sentence(said, "bar") == "共 10 户，公示共 1 页"
    book.parameter("charge", "元/月")
    assert "收费标准（元/月）×12＝全年，" in sentence(book.read(), "method")


def test_until_when_it_hangs_and_to_whom_neighbours_object(book):
    holidays, workdays = [date(2026, 10, day) for day in range(1, 8)], [date(2026, 10, 10)]
    for key, told in (("off", holidays), ("on", workdays)):
        for row, day in enumerate(told):
            book.type(typed(book.plan).at(key, row), day_number(day.isoformat()))
    book.parameter("notice_start", day_number(START.isoformat()))
    said, end = book.read(), end_of_notice(START, 7, holidays, workdays).isoformat()
    assert f"至 {end} 止" in sentence(said, "period")
    assert f"在 {end} 前" in sentence(said, "objection")
    assert sentence(said, "objection").endswith("交：李会计 8888")


def test_a_new_book_knows_the_holidays_and_says_which_year_is_missing():
    book = opened(replace(PROJECT, notice=with_known_days(PROJECT.notice)))
    for start, end, missing in (
        ("2026-09-18", "2026-09-29", 0),
        ("2027-03-01", "2027-03-10", 2027),
    ):
        book.parameter("notice_start", day_number(start))
        said = book.read()
        assert f"至 {end} 止" in sentence(said, "period")
        assert said.at(figures(said.plan).missing) == missing
    assert "2027 年的放假安排还没有录入" in str(said.values)
    assert [value for (sheet, _), value in said.values.items() if sheet == "来源"].count(
        "与来源一致"
    ) >= 11


def test_a_notice_that_does_not_end_is_told_and_is_a_draft(book):
    book.parameter("notice_start", day_number(START.isoformat()))
    book.parameter("notice_days", 3)
    said = book.read()
    assert ENDS in said.failed
    assert said.at("公示!A2").startswith("草案")


def test_a_fee_that_is_missing_is_said_to_be_so(book):
    book.type(book.plan.fees.at("t3", 3), None)
    storeys, _, households = parts(book.read())
    assert storeys[3][1:] == ["没有填", 4, "2/2", "", "", ""]
    assert [row[4] for row in households[6:8]] == ["没有填", "没有填"]


def test_one_switch_shows_the_names(book):
    book.parameter("notice_mask", "否")
    _, _, households = parts(book.read())
    assert [row[1] for row in households] == [f"{f.room}　{f.owner}" for f in PROJECT.flats]


def test_no_gap_is_left_for_a_household_that_is_gone(book):
    book.household(4, room=None, storey=None, area=None, owner=None, taking=None)
    _, _, households = parts(book.read())
    rooms = [flat.room for flat in PROJECT.flats]
    assert [row[1].split("　")[0] for row in households] == rooms[:4] + rooms[5:]


@pytest.mark.parametrize("value", ["待定", "", -1, 1e12, 0.001, True])
def test_nothing_that_is_typed_on_the_sheet_of_the_notice_makes_an_error_value(book, value):
    for key in ("notice_start", "notice_days", "notice_mask", "notice_place", "notice_contact"):
        book.parameter(key, value)
    for key in ("off", "on"):
        book.type(typed(book.plan).at(key, 0), value)
    assert book.read().errors == []


def test_forty_households_in_twelve_storeys_take_two_pages():
    blank = replace(template("beijing-yanyuan").plan.project, topics=TOPICS)
    layout = pages_of(LeasePlan(blank))
    assert layout.starts == [layout.first] and layout.printed == 2
