"""公示: when it ends as the rules say, and on paper everything that is in the book."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, Book, fen
from engines import cached
from following import METHODS, blank_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.intake import project_from
from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.names import masked
from elevshare.rules.notice import MAX_OFF, WINDOW, end_of_notice
from elevshare.schemes import find
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.field import day_number
from elevshare.workbook.subjects.notice.lists import items, storey_table
from elevshare.workbook.subjects.notice.pages import pages_of
from elevshare.workbook.subjects.notice.sentences import lines
from elevshare.workbook.subjects.notice.working_days import PROBLEMS, calendar, figures, typed
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.NOTICE})
OFF, ENOUGH, ENDS = "放假安排填写无误", "公示不少于 7 个工作日", "公示在 60 天内结束"
CHECKS = {OFF, ENOUGH, ENDS}
NUMBERS = "参数中的数字有效"
START = date(2026, 9, 25)


def serial(day):
    """The day number of spreadsheets, None for no day."""
    return None if day is None else day_number(day.isoformat())


def put_up(book, start=START, days=7, holidays=(), workdays=()):
    """Type when the notice is put up, and the days off around it."""
    book.parameter("notice_start", serial(start))
    book.parameter("notice_days", days)
    block = typed(book.plan)
    for key, told in (("off", holidays), ("on", workdays)):
        for row, day in enumerate(told):
            book.type(block.at(key, row), serial(day))


def said_of(said, key):
    return said.at(lines(said.plan).sentences[key])


def hints(said):
    """提示 of the rows of days off."""
    return said.block(typed(said.plan), "hint")


# ---------------------------------------------------------------- when it ends


@pytest.mark.parametrize("seed", range(8))
def test_the_end_is_the_rules_for_random_days_off(template, seed):
    chance = random.Random(seed)
    start = date(2024, 1, 1) + timedelta(chance.randrange(2_000))
    around = [start + timedelta(ahead) for ahead in range(-2, 30)]
    chance.shuffle(around)
    holidays, workdays = around[: chance.randrange(12)], around[12 : 12 + chance.randrange(8)]
    days = chance.randint(7, 20)
    put_up(template, start, days, holidays, workdays)
    said, end = template.read(), end_of_notice(start, days, holidays, workdays)
    assert said.at(figures(said.plan).end) == serial(end)
    assert not CHECKS & set(said.failed) and said.errors == []
    text = f"自 {start} 张贴的次日起 {days} 个工作日，至 {end} 止"
    assert said_of(said, "period").startswith(text)
    assert f"请在 {end} 前（含当日）以书面提出" in said_of(said, "objection")


def test_the_calendar_says_of_every_day_what_it_is(template):
    put_up(template, START, 7, [date(2026, 10, 1)], [date(2026, 9, 27)])
    said = template.read()
    keys = ("weekday", "kind", "count")
    columns = (said.block(calendar(template.plan), key) for key in keys)
    assert list(zip(*columns, strict=True))[:7] == [
        ("六", "周末", 0), ("日", "调休上班", 1), ("一", "工作日", 2), ("二", "工作日", 3),
        ("三", "工作日", 4), ("四", "放假", 4), ("五", "放假", 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end"), [("2026-12-31", "2027-01-12"), ("2026-09-25", "2026-10-08"), ("2026-04-28", "2026-05-08")]
)  # fmt: skip
def test_public_holidays_of_fixed_date_count_though_nobody_typed_them(template, start, end):
    put_up(template, date.fromisoformat(start))
    said = template.read()
    assert said.at(figures(said.plan).end) == day_number(end)
    assert end_of_notice(date.fromisoformat(start), 7) == date.fromisoformat(end)


def test_before_it_is_put_up_nothing_fails_and_dates_are_left_to_be_written(template):
    said = template.read()
    assert not CHECKS & set(said.failed) and NUMBERS not in said.failed
    period = said_of(said, "period")
    assert "7 个工作日，至＿＿＿＿＿＿止" in period and "-" not in period
    assert said_of(said, "objection").startswith("对以上内容有异议的，请在公示期内")


def test_place_and_contact_are_those_of_the_notice_else_the_usual_ones(template):
    template.parameter("contact", "李会计")
    assert said_of(template.read(), "objection").endswith("交：李会计")
    template.parameter("notice_contact", "王主任")
    template.parameter("notice_place", "门口")
    said = template.read()
    assert said_of(said, "objection").endswith("交：王主任")
    assert said_of(said, "period").endswith("；地点：门口")


# ---------------------------------------------------------------- slips of the hand

DAY = date(2026, 10, 1)
#: What is typed into the first rows of the two columns, and which hints say so.
SLIPS = {
    "text": ({"off": ["国庆"]}, {0: 2}),
    "negative": ({"on": [-1]}, {0: 2}),
    "half-a-day": ({"off": [serial(DAY) + 0.5]}, {0: 2}),
    "a-year": ({"off": [2026]}, {0: 2}),
    "twice": ({"off": [serial(DAY), serial(DAY)]}, {0: 3, 1: 3}),
    "worked-twice": ({"on": [serial(DAY), None, serial(DAY)]}, {0: 3, 2: 3}),
    "off-and-worked": ({"off": [serial(DAY)], "on": [None, serial(DAY)]}, {0: 4, 1: 4}),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_among_the_days_off_is_marked_and_fails_its_check(template, name):
    columns, marked = SLIPS[name]
    put_up(template)
    for key, values in columns.items():
        for row, value in enumerate(values):
            template.type(typed(template.plan).at(key, row), value)
    said = template.read()
    assert said.errors == [] and OFF in said.failed
    found = {row: hint for row, hint in enumerate(hints(said)) if hint not in ("", "√")}
    assert found == {row: PROBLEMS[number] for row, number in marked.items()}


def test_a_text_that_is_a_number_counts_as_the_day(template):
    put_up(template, holidays=[date(2026, 9, 28)])
    template.type(typed(template.plan).at("off", 0), str(serial(date(2026, 9, 28))))
    said = template.read()
    assert OFF not in said.failed and hints(said)[0] == "√"
    assert said.at(figures(said.plan).end) == serial(end_of_notice(START, 7, [date(2026, 9, 28)]))


@pytest.mark.parametrize("typed_days", [6, 0, -7, 7.5, 31, "七天", None])
def test_too_few_or_no_number_of_days_promise_no_end(template, typed_days):
    put_up(template, days=typed_days)
    said = template.read()
    assert said.errors == [] and {ENOUGH, ENDS} <= set(said.failed)
    assert said.at(figures(said.plan).end) == 0
    assert "止日没有算出" in said_of(said, "period")
    assert (NUMBERS in said.failed) == (typed_days is not None)


@pytest.mark.parametrize("typed_days", [6, "七天"])
def test_too_few_days_are_told_before_it_is_put_up(template, typed_days):
    template.parameter("notice_days", typed_days)
    assert ENOUGH in template.read().failed


@pytest.mark.parametrize("start", ["下周一", -1, 46_000.5, 20_260_301])
def test_a_start_that_is_no_date_is_told(template, start):
    template.parameter("notice_start", start)
    said = template.read()
    assert said.errors == [] and NUMBERS in said.failed
    assert said.at(figures(said.plan).end) == 0


def test_a_month_off_leaves_no_end_within_the_window(template):
    start = date(2026, 3, 1)
    weekdays = [
        day for ahead in range(1, WINDOW) if (day := start + timedelta(ahead)).weekday() < 5
    ]
    put_up(template, start, 15, weekdays[:30])
    said = template.read()
    assert ENDS in said.failed and said.at(figures(said.plan).end) == 0
    put_up(template, start, 10, weekdays[:30])
    assert ENDS not in template.read().failed


# ---------------------------------------------------------------- what is on the paper

BASE = project(
    "xianyang", 5, ODD_AREAS[:2], out=("302",), topics=TOPICS, unit="元",
    costs=(CostItem("设备", 40_000_001), CostItem("土建", 21_234_566)),
    subsidy=SubsidyChoice(SubsidyMode.MANUAL, 10_000_000, expected_on="2026-12-31"),
    papers=Papers(estate="幸福里", building="3 幢", entrance="2 单元"),
)  # fmt: skip


@cache
def base_book():
    return Book(make_book(BASE), SharingPlan(BASE))


@pytest.fixture
def book():
    return base_book().as_made()


def paper(said):
    """The rows of 公示, from column A to H."""
    bottom = max(int(cell[1:]) for sheet, cell in said.values if sheet == "公示")
    return [[said.at(f"公示!{c}{row}") for c in "ABCDEFGH"] for row in range(1, bottom + 1)]


def above(said):
    """How many rows stand above the first household."""
    return next(n for n, line in enumerate(paper(said)) if str(line[1]).startswith("合计 ")) + 1


def households(said):
    """The households on the paper, in the order of the pages."""
    return [line for line in paper(said)[above(said) :] if isinstance(line[0], int | float)]


def total(said):
    return paper(said)[above(said) - 1]


def called(flat, show=masked):
    """Room and owner as they are printed."""
    return f"{flat.room}　{show(flat.owner)}" if flat.owner else flat.room


def assert_lists(said, found, rows=None, mask=True):
    """The paper has every household with its amount, and their totals."""
    outcome = assess(found)
    lines = households(said)
    assert [line[0] for line in lines] == list(range(1, len(found.flats) + 1))
    show = masked if mask else str
    assert [(who, round(a * 100), s, fen(d), t) for _, who, a, s, _, d, t, _ in lines] == [
        (called(flat, show), flat.area, flat.storey, due, "是" if flat.taking_part else "否")
        for flat, due in zip(found.flats, outcome.dues, strict=True)
    ]
    taking = sum(flat.taking_part for flat in found.flats)
    _, count, area, _, _, net, part, _ = total(said)
    assert (count, part) == (f"合计 {len(found.flats)} 户", f"{taking} 户")
    assert round(area * 100) == sum(flat.area for flat in found.flats)
    assert fen(net) == outcome.net


def test_every_household_with_its_amount_and_the_totals(book):
    assert_lists(book.read(), BASE)


def test_one_switch_shows_the_names(book):
    book.parameter("notice_mask", "否")
    book.household(3, owner=None)
    found = list(BASE.flats)
    found[3] = replace(found[3], owner="")
    assert_lists(book.read(), replace(BASE, flats=tuple(found)), mask=False)


def test_a_mistyped_switch_shows_no_name(book):
    book.parameter("notice_mask", "不")
    said = book.read()
    assert {line[1].split("　")[1] for line in households(said)} == {"业**"}
    assert "分摊办法选得正确" in said.failed


def test_no_gap_is_left_for_a_household_that_is_gone(book):
    book.household(4, room=None, storey=None, area=None, owner=None, taking=None)
    gone = BASE.flats[:4] + BASE.flats[5:]
    assert_lists(book.read(), replace(BASE, flats=gone))


def test_only_storeys_with_households_and_items_with_amounts(book):
    for row in (2, 3):
        book.household(row, room=None, storey=None, area=None, owner=None, taking=None)
    book.cost(0, None)
    book.cost(2, 1)
    said = book.read()
    assert [s for s in said.block(storey_table(book.plan), "storey") if s != ""] == [1, 3, 4, 5]
    amounts = [fen(a) for a in said.block(storey_table(book.plan), "amount") if a != ""]
    assert sum(amounts) == said.fen(book.plan.figure_yuan("net"))
    listed = zip(*(said.block(items(book.plan), key) for key in ("item", "yuan")), strict=True)
    assert [pair for pair in listed if pair[0]] == [("土建", 212_345.66), ("（没有写名称）", 1)]


def test_head_and_figures(book):
    lines = paper(book.read())
    assert lines[1][0] == ""
    assert (lines[2][0], lines[2][3]) == ("幸福里 3 幢 2 单元", "共 10 户，公示共 1 页")
    outcome = assess(BASE)
    figures = (lines[3][2], lines[3][5], lines[4][2], lines[4][5])
    whole = (outcome.cost, outcome.subsidy, outcome.compensation, outcome.net)
    assert tuple(map(fen, figures)) == whole


def test_a_draft_is_called_one(book):
    book.household(4, area="八十")
    assert paper(book.read())[1][0].startswith("草案")


def test_who_got_the_tail_is_marked_and_counted(book):
    said = book.read()
    marks = [line[7] for line in households(said)]
    extra = sum(mark.startswith("补") for mark in marks)
    storeys = round(sum(said.block(book.plan.storey_table, "extra")))
    rest = assess(BASE).net % 100
    who = next(line[1] for line in households(said) if line[7].endswith("余"))
    room = who.split("　")[0]
    assert said_of(said, "tail") == (
        f"按最大余数法取整到元：先舍去零头，余数大的 {storeys} 个楼层、{extra} 户各补 1 元（补到的户注“补”）。"
        f"不足 1 元的余额 {rest / 100:.2f} 元归入 {room}（注“余”）。合计分毫不差。"
    )


def test_nothing_left_over_is_said_so(book):
    alone = replace(BASE, flats=BASE.flats[-1:], unit="分")
    book.turn_into(alone)
    assert (
        said_of(book.read(), "tail") == "按最大余数法取整到分：正好除尽，没有尾差。合计分毫不差。"
    )


#: The calculation in words, by the way of sharing.
METHOD_WORDS = {
    (True, True): "各户＝本层金额×本户面积÷本层参与面积。",
    (True, False): "各户＝本层金额÷本层参与户数。",
    (False, True): "各户＝净额×本户权数÷全梯权数合计，权数＝计入系数×面积，只计参与的户。",
    (False, False): "各户＝净额×本户权数÷全梯权数合计，权数＝计入系数，只计参与的户。",
}


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_the_calculation_in_words_is_that_of_the_method(book, method):
    book.turn_into(replace(BASE, method=method))
    words = said_of(book.read(), "method")
    assert METHOD_WORDS[method.form == "floors_first", method.within == "area"] in words
    out = "全体分担" if method.opt_out == "all" else "同层分担"
    size = "面积" if method.within == "area" else "户数"
    folded = method.form == "floors_first" and method.opt_out == "all"
    why = f"：有户不参与的层，计入系数按参与的{size}折算" if folded else ""
    assert words.endswith(f"不参与的户不出钱，退出份额{out}{why}。")
    assert words.startswith("净额＝总费用－补贴（预计到账，2026-12-31）＋补偿支出。")


def test_nobody_stays_out_and_no_subsidy(book):
    book.household(5, taking="是")
    book.parameter("subsidy_mode", "不计补贴")
    words = said_of(book.read(), "method")
    assert "补贴（没有）" in words and "退出" not in words


def test_the_subsidy_has_arrived_or_is_waited_for(book):
    book.parameter("billing", "先收全额，到账后退")
    assert "（预计到账，2026-12-31，到账前先收全额）" in said_of(book.read(), "method")
    book.parameter("arrival", "已到账")
    assert "（已到账）" in said_of(book.read(), "method")


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize("count", [1, 15, 16, 17, 40])
def test_pages_are_counted_and_a_page_without_lines_says_so(template, count):
    found = project("nanjing", 10, (8000, 9000, 7000, 6000), topics=TOPICS)
    found = replace(found, flats=found.flats[-count:])
    template.turn_into(found)
    said = template.read()
    lines = paper(said)
    notes = [line[0] for line in lines if line[0] in ("（接上页）", "本页没有住户，不用打印")]
    storeys = len({flat.storey for flat in found.flats})
    first = pages_of(template.plan).first
    pages = 1 + (max(storeys, len(found.costs)) + 2 + count > first)
    assert said_of(said, "bar").endswith(f"共 {count} 户，公示共 {pages} 页")
    assert notes == ["（接上页）" if pages == 2 else "本页没有住户，不用打印"]
    again = next(row for row, line in enumerate(lines) if line[0] in notes) + 1
    assert [line[0] for line in lines[again : again + 1]] == ["序号"] * (pages == 2)
    assert len(households(said)) == count


def test_no_hole_is_left_between_items_storeys_and_households(book):
    lines = paper(book.read())
    first = next(n for n, line in enumerate(lines) if line[1] == "费用项目")
    shown = ["".join(str(cell) for cell in line) for line in lines[first:]]
    used = 1 + 5 + 2 + 10
    assert all(shown[:used]) and not any(shown[used:])
    assert [line[1] for line in lines[first + 1 : first + 7]] == [
        "设备",
        "土建",
        "",
        "",
        "",
        "房号、业主",
    ]


# ---------------------------------------------------------------- any building


@st.composite
def buildings(draw):
    """Any building, some of whose flats stay out."""
    storeys = draw(st.integers(1, 10))
    areas = draw(st.lists(st.integers(1, 999_999), min_size=1, max_size=4))
    rooms = [f"{s}{n:02}" for s in range(1, storeys + 1) for n in range(1, 1 + len(areas))]
    out = draw(st.lists(st.sampled_from(rooms), max_size=len(rooms) - 1, unique=True))
    weights = {storey: draw(st.integers(1, 60_000)) for storey in range(1, storeys + 1)}
    found = project("xianyang", storeys, areas, draw(st.integers(1, 10**9)), out, weights=weights)
    return replace(found, method=draw(st.sampled_from(METHODS)))


@settings(AS_FOUND, max_examples=examples(5))
@given(buildings())
def test_any_building_is_listed_in_full(found):
    book = blank_book(TOPICS).as_made()
    book.turn_into(found)
    nameless = replace(found, flats=tuple(replace(flat, owner="") for flat in found.flats))
    assert_lists(book.read(), nameless)


@pytest.mark.parametrize("scheme", ["shanghai-7-level", "beijing-rongsheng"])
def test_books_of_percentages_and_of_usage_fees_have_it_too(scheme):
    found = project(scheme, 6, ODD_AREAS[:1], topics=TOPICS)
    values = cached(make_book(found))
    assert values["公示", "A1"] == "加装电梯出资方案公示表"


# ---------------------------------------------------------------- public holidays that are shipped


@cache
def ready_book(id):
    found = project_from(find(id))
    return Book(make_book(found), family_of(found).plan(found))


@pytest.fixture(params=["nanjing", "beijing-rongsheng"])
def ready(request):
    """A new book, of contributions or of ride cards, with the public holidays that are known."""
    return ready_book(request.param).as_made()


def start_hint(said):
    """What stands beside 公示起始日."""
    return said.at(said.plan.parameter("notice_start").replace("$B", "$C"))


@pytest.mark.parametrize(
    ("start", "end"), [("2026-02-06", "2026-02-24"), ("2026-09-18", "2026-09-29"), ("2026-04-28", "2026-05-11")]
)  # fmt: skip
def test_a_notice_around_a_holiday_needs_no_typing(ready, start, end):
    ready.parameter("notice_start", day_number(start))
    said = ready.read()
    assert said.at(figures(said.plan).end) == day_number(end)
    assert said.at(figures(said.plan).missing) == 0 and start_hint(said).startswith("张贴的日期")


@pytest.mark.parametrize(
    ("start", "year"), [("2026-12-18", 0), ("2026-12-25", 2027), ("2027-03-01", 2027), ("2025-12-29", 2025)]
)  # fmt: skip
def test_the_year_of_which_nothing_is_known_is_named(ready, start, year):
    ready.parameter("notice_start", day_number(start))
    said = ready.read()
    assert said.at(figures(said.plan).missing) == year
    told = f"{year} 年的放假安排还没有录入，请按国务院办公厅通知填写"
    assert (start_hint(said) == told) == bool(year) and OFF not in said.failed
    if year == 2027:
        ready.type(typed(ready.plan).at("off", MAX_OFF - 1), day_number("2027-01-01"))
        said = ready.read()
        assert said.at(figures(said.plan).missing) == 0 and start_hint(said) != told


def test_where_they_come_from_stands_on_the_sheet_of_sources(ready):
    def verdicts():
        said = ready.read()
        rows = {row for sheet, cell in said.values if sheet == "来源" and (row := cell[1:])
                and str(said.at(f"来源!A{row}")).startswith("2026 年")}  # fmt: skip
        return {
            said.at(f"来源!A{row}"): (said.at(f"来源!D{row}"), said.at(f"来源!E{row}"))
            for row in rows
        }

    found = verdicts()
    assert len(found) == 11 and {verdict for verdict, _ in found.values()} == {"与来源一致"}
    assert all("关于2026年部分节假日安排的通知" in text for _, text in found.values())
    ready.type(typed(ready.plan).at("off", 2), None)
    changed = [name for name, (verdict, _) in verdicts().items() if verdict == "已改动"]
    assert changed == ["2026 年春节"]
