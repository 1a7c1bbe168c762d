"""变更: versions are kept, compared household by household, and every slip of the hand is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from editing import AS_FOUND, Book
from following import BASE, base_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.project import CostItem, Topic, assess
from elevshare.rules.changes import Change, ChangeKind, turn
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.changes.register import PROBLEMS
from elevshare.workbook.subjects.changes.register import typed as register
from elevshare.workbook.subjects.changes.versions import (
    PRINTED,
    ROW_PROBLEMS,
    VERSION_PROBLEMS,
    changes,
    figure,
    flats,
    typed,
    versions,
)
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.CHANGES})

RIGHT, COMPLETE, BOTH = "变更记录填写无误", "版本金额完整无误", "对比的两版都有金额"
#: Where the paper lists the changes.
FIRST = 13
#: 2026-03-01 as a day number.
MARCH = 46_082
PLANNED = assess(BASE).dues


def keep(book, n, dues, day=None):
    """Paste a version, and when it was announced."""
    for row, fen in enumerate(dues):
        book.type(typed(book.plan).at(f"v{n}", row), None if fen is None else fen / 100)
    book.parameter(f"version_on_{n}", day)


def enter(book, row, **cells):
    """Enter a change in the register."""
    right = {"day": MARCH, "kind": "退出", "room": "302", "reason": "书面声明"}
    for key, value in {**right, **cells}.items():
        book.type(register(book.plan).at(key, row), value)


def compared(said, count=10):
    """Before, after and difference in fen, and its word, of every household."""
    keys = ("before_fen", "after_fen", "diff", "turn")
    return list(zip(*(said.block(flats(said.plan), key)[:count] for key in keys), strict=True))


def expected(before, after):
    return [(a, b, b - a, str(turn(a, b))) for a, b in zip(before, after, strict=True)]


def listed(said):
    """What the paper lists of the changes."""
    rows = range(FIRST, FIRST + PRINTED)
    return [said.at(f"变更表!B{row}") for row in rows if said.at(f"变更表!B{row}") != ""]


# ---------------------------------------------------------------- versions


def test_the_first_version_is_kept_when_the_book_is_made(book):
    said = book.read()
    assert said.errors == [] and said.failed == []
    assert [said.at(typed(book.plan).at("v1", row)) for row in range(10)] == [
        fen / 100 for fen in PLANNED
    ]
    assert compared(said) == expected(PLANNED, PLANNED)
    assert said.at("变更对比!A3").endswith("没有变；增加 0 户，减少 0 户，不变 10 户")


def test_who_leaves_makes_the_others_pay_more(book):
    book.household(7, taking="否")
    after = assess(replace(BASE, flats=(*BASE.flats[:7], replace(BASE.flats[7], taking_part=False), *BASE.flats[8:])))  # fmt: skip
    said = book.read()
    assert said.failed == []
    assert compared(said) == expected(PLANNED, after.dues)
    assert (said.at(figure(book.plan, "more")), said.at(figure(book.plan, "less"))) == (4, 1)
    assert_paper(said, PLANNED, after.dues)


def assert_paper(said, before, after):
    """The paper says the same of every household, below the totals of both."""
    heads = next(row for row in range(1, 60) if said.at(f"变更表!A{row}") == "序号")
    assert said.at(f"变更表!B{heads + 2}") == "101　业**"
    lines = [
        (a / 100, b / 100, (b - a) / 100, str(turn(a, b)))
        for a, b in zip(before, after, strict=True)
    ]
    found = [
        tuple(said.at(f"变更表!{c}{row}") for c in "CDEF") for row in range(heads + 2, heads + 12)
    ]
    assert found == lines
    totals = [said.fen(f"变更表!{c}{heads + 1}") for c in "CDE"]
    assert totals == [sum(before), sum(after), sum(after) - sum(before)]
    assert said.at(f"变更表!A{heads + 12}") == ""


def test_the_last_version_is_compared_with_now(book):
    keep(book, 2, [fen + 100 for fen in PLANNED], MARCH)
    said = book.read()
    assert said.failed == []
    assert compared(said) == expected([fen + 100 for fen in PLANNED], PLANNED)
    assert said.at("变更对比!A2") == "第 2 版（2026-03-01）与现在的金额相比"


@given(st.lists(st.lists(st.integers(0, 10**9), min_size=10, max_size=10), min_size=1, max_size=6), st.data())  # fmt: skip
@settings(AS_FOUND, max_examples=examples(6))
def test_any_two_versions_can_be_compared_again(given_versions, data):
    book = base_book(TOPICS).as_made()
    for n, dues in enumerate(given_versions, 1):
        keep(book, n, dues, MARCH + n)
    numbers = st.integers(1, len(given_versions))
    start, to = data.draw(numbers), data.draw(numbers)
    book.parameter("compare_from", start)
    book.parameter("compare_to", to)
    said = book.read()
    assert said.errors == [] and said.failed == []
    assert compared(said) == expected(given_versions[start - 1], given_versions[to - 1])


def test_a_paper_of_yesterday_can_be_printed_again(book):
    keep(book, 2, [fen + 7 for fen in PLANNED], MARCH)
    book.parameter("compare_to", 2)
    said = book.read()
    assert compared(said) == expected(PLANNED, [fen + 7 for fen in PLANNED])
    assert said.at("变更对比!A2") == "第 1 版与第 2 版（2026-03-01）相比"


def test_what_is_pasted_from_formulas_that_show_nothing_is_blank(book):
    for row in range(10, book.plan.flats):
        book.type(typed(book.plan).at("v1", row), "")
    assert book.read().failed == []


@pytest.mark.parametrize(
    ("row", "typed_in", "state"),
    [(3, None, 3), (3, "没有", 2), (3, -1, 2), (3, 0.001, 2), (12, 5, 4), (3, " ", 2)],
)
def test_a_version_that_cannot_be_meant_is_marked(book, row, typed_in, state):
    book.type(typed(book.plan).at("v1", row), typed_in)
    said = book.read()
    assert said.errors == [] and said.failed == [COMPLETE] and said.warned
    assert said.at(typed(book.plan).at("hint", row)) == ROW_PROBLEMS[state]
    assert said.at(versions(book.plan).at("problem", 0)) == {2: 2, 3: 3, 4: 4}[state]
    beside = f"变更!E{book.plan.parameters['version_on_1']}"
    assert said.at(beside).startswith(VERSION_PROBLEMS[state])


def test_a_version_pasted_half_is_marked(book):
    keep(book, 2, PLANNED[:6])
    said = book.read()
    assert said.failed == [COMPLETE]
    assert said.at(versions(book.plan).at("missing", 1)) == 4


def test_a_version_left_out_and_one_dated_before_the_last_are_marked(book):
    keep(book, 3, PLANNED)
    said = book.read()
    assert said.failed == [COMPLETE] and said.at(versions(book.plan).at("problem", 2)) == 5
    keep(book, 2, PLANNED, MARCH)
    keep(book, 3, PLANNED, MARCH - 1)
    said = book.read()
    assert said.failed == [COMPLETE] and said.at(versions(book.plan).at("problem", 2)) == 6
    book.parameter("version_on_3", MARCH)
    assert book.read().failed == []


@pytest.mark.parametrize(("start", "to"), [(2, None), (None, 3), (None, 1)])
def test_versions_that_are_not_there_cannot_be_compared(book, start, to):
    book.parameter("compare_from", start)
    book.parameter("compare_to", to)
    said = book.read()
    assert said.errors == [] and said.failed == [BOTH]
    assert said.at("变更对比!A2") == "所选的版本还没有金额"
    assert set(said.block(flats(book.plan), "more")) == {""}


def test_a_version_number_that_is_none_is_marked(book):
    book.parameter("compare_from", "第一版")
    said = book.read()
    assert said.errors == [] and said.failed == ["参数中的数字有效"]


def test_a_template_has_no_version_and_passes(template):
    said = template.read()
    assert not {RIGHT, COMPLETE, BOTH} & set(said.failed)
    assert said.at("变更对比!A2").startswith("还没有留下版本")
    assert listed(said) == []


# ---------------------------------------------------------------- the register


def test_the_paper_lists_what_changed_between_the_two_versions(book):
    book.parameter("version_on_1", MARCH)
    for row, (day, to) in enumerate([(MARCH, "早"), (MARCH + 1, "中"), (MARCH + 5, "晚")]):
        enter(book, row, day=day, kind="其他", room=None, after=to)
    assert [book.read().at(f"变更表!D{row}") for row in (FIRST, FIRST + 1, FIRST + 2)] == [
        "中",
        "晚",
        "",
    ]
    keep(book, 2, PLANNED, MARCH + 1)
    book.parameter("compare_to", 2)
    said = book.read()
    assert [said.at(f"变更表!D{row}") for row in (FIRST, FIRST + 1)] == ["中", ""]
    assert said.at("变更对比!A4") == "这两版之间登记了 1 条变更"


def test_of_many_changes_the_last_are_listed(book):
    for row in range(12):
        enter(book, row, kind="其他", room=None, reason=f"第 {row + 1} 条")
    said = book.read()
    assert said.failed == []
    found = [said.at(f"变更表!E{row}") for row in range(FIRST, FIRST + PRINTED)]
    assert found == [f"第 {n} 条" for n in range(13 - PRINTED, 13)]
    assert f"较早的 {12 - PRINTED} 条" in said.at("变更对比!A4")


def test_a_room_typed_as_a_number_is_found_with_its_owner(book):
    enter(book, 0, room=302)
    said = book.read()
    assert said.failed == [] and said.at(register(book.plan).at("owner", 0)) == "业主302"
    assert listed(said) == ["退出 302"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [({}, 1), ({"day": None}, 2), ({"day": "三月"}, 2), ({"kind": "涨价"}, 3), ({"kind": None}, 3),
     ({"room": None}, 4), ({"room": "999"}, 5), ({"room": "30*"}, 5), ({"reason": None}, 6),
     ({"reason": "长" * 46}, 7), ({"before": "长" * 21}, 7), ({"kind": "其他", "room": None}, 1),
     ({"kind": "其他", "room": "999"}, 5), ({"kind": "费用变更", "room": None, "reason": None}, 6)],
)  # fmt: skip
def test_a_row_of_the_register_is_judged(book, cells, problem):
    enter(book, 0, **cells)
    said = book.read()
    assert said.errors == [] and said.failed == ([] if problem == 1 else [RIGHT])
    assert said.at(register(book.plan).at("hint", 0)) == PROBLEMS[problem]
    assert said.at(changes(book.plan).at("listed", 0)) == (problem == 1)


def test_a_project_file_fills_the_register():
    change = Change("2026-03-01", ChangeKind.AREA, "502", "80.17", "81.20", "产权证", "王会计")
    one = replace(BASE, changes=(change,), costs=(CostItem("一", 100),))
    said = Book(make_book(one), plan := SharingPlan(one)).read()
    keys = ("day", "kind", "room", "before", "after", "reason", "by")
    cells = [said.at(register(plan).at(key, 0)) for key in keys]
    assert cells == [MARCH, "面积更正", "502", "80.17", "81.20", "产权证", "王会计"]
    assert said.at(register(plan).at("kind", 1)) == ""
