"""表决: the book counts a vote as the rules do, says what is missing, and tells mistakes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, YES_NO, Book
from engines import (
    cached,
    differences,
    formula_cells,
    formulas_model,
    formulas_values,
    libreoffice,
)
from following import BASE, base_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.project import Topic
from elevshare.rules.consent import Voting, decide, tally
from elevshare.rules.share import Flat
from elevshare.schemes import find, load_all
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.consent import decision as consent
from elevshare.workbook.subjects.consent import rules as majority
from elevshare.workbook.subjects.consent.inputs import OWN, ROWS, RULES
from elevshare.workbook.subjects.consent.voters import voters
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.CONSENT})

SHIPPED = [scheme.name for scheme in load_all() if scheme.consent]
REACHED = "表决达到所选规则"


def vote(book: Book, flats: tuple[Flat, ...]) -> None:
    """Type what each household did at the vote."""
    for row, flat in enumerate(flats):
        words = (None if said is None else YES_NO[said] for said in (flat.vote, flat.agrees))
        book.household(row, **dict(zip(("vote", "agree"), words, strict=True)))
        book.household(row, person=flat.person or None)


def equal_votes(voting: int, agreeing: int) -> tuple[Flat, ...]:
    """BASE's flats, the first of which take part and agree."""
    return tuple(
        replace(flat, vote=row < voting or None, agrees=row < agreeing or None)
        for row, flat in enumerate(BASE.flats)
    )


def choose(book: Book, rule: str, *, part: bool = True, peace: bool = True) -> None:
    book.parameter("consent_rule", rule)
    book.parameter("consent_part", YES_NO[part])
    book.parameter("consent_peace", YES_NO[peace])


def shown(said):
    """The tests that apply: have, base, least number, what is missing, whether passed."""
    block = consent.hurdles(said.plan)
    keys = ("applies", "have", "base", "need", "missing", "passed")
    lines = zip(*(said.block(block, key) for key in keys), strict=True)
    return [line[1:] for line in lines if line[0]]


def expected(decision):
    """The same from the rules."""
    order = {"参与面积": 0, "参与人数": 1, "同意面积": 2, "同意人数": 3}
    return [
        (one.have, one.base, one.need, one.missing, one.passed)
        for one in sorted(decision.hurdles, key=lambda one: order[one.name])
    ]


def assert_follows(said, rule, flats, **declared):
    votes = tally(flats)
    decision = decide(find(rule).consent.rule, votes, **declared)
    assert said.errors == []
    assert shown(said) == expected(decision)
    assert said.at(consent.PASSED) == decision.passed
    assert (REACHED in said.failed) == (not decision.passed)
    slips = zip(said.block(voters(said.plan), "slip"), BASE.flats, strict=False)
    assert tuple(flat.room for slip, flat in slips if slip) == votes.slips
    assert ("表决各户填写一致" in said.failed) == bool(votes.slips)
    assert ("不通过" in said.at(consent.CONCLUSION)) == (not decision.passed)


# ---------------------------------------------------------------- follows the rules

MARK = st.sampled_from([None, True, True, False])
VOTES = st.tuples(
    *(
        st.builds(
            replace, st.just(flat), vote=MARK, agrees=MARK,
            person=st.sampled_from(["", "", "", "甲", "Ab", "aB"]),
        )
        for flat in BASE.flats
    )
)  # fmt: skip


@settings(AS_FOUND, max_examples=examples(15))
@given(VOTES, st.sampled_from(SHIPPED), st.booleans(), st.booleans())
def test_any_vote_under_any_rule(flats, rule, part, peace):
    book = base_book(TOPICS).as_made()
    vote(book, flats)
    choose(book, rule, part=part, peace=peace)
    assert_follows(book.read(), rule, flats, exclusive_part=part, no_objection=peace)


@pytest.mark.parametrize("rule", SHIPPED)
def test_the_numbers_of_every_shipped_rule_stand_on_the_sheet(book, rule):
    for voting in range(11):
        flats = equal_votes(voting, voting)
        vote(book, flats)
        choose(book, rule)
        assert_follows(book.read(), rule, flats, exclusive_part=True, no_objection=True)


def test_a_vote_that_fails_says_what_is_missing(book):
    vote(book, equal_votes(4, 4))
    choose(book, "民法典278-改建")
    said = book.read()
    assert said.at(consent.CONCLUSION) == (
        "按“民法典278-改建”：不通过　参与表决的面积还差 188.27 ㎡；参与表决的人数还差 3 人；"
        "同意的面积还差 70.61 ㎡；同意的人数还差 2 人；"
    )
    assert said.block(consent.hurdles(said.plan), "result") == [
        "不通过", "不通过", "参与够数后再看", "参与够数后再看"
    ]  # fmt: skip
    assert said.failed == [REACHED] and said.warned


def test_only_heads_and_the_two_declarations_count_in_xianyang(book):
    vote(book, equal_votes(7, 7))
    choose(book, "咸阳", part=False)
    said = book.read()
    assert "占用专有部分须经该业主同意：还没有声明" in said.at(consent.CONCLUSION)
    assert [line[0] for line in shown(said)] == [7]
    choose(book, "咸阳")
    assert book.read().failed == []


def test_without_a_rule_a_vote_is_neither_checked_nor_judged(book):
    book.household(0, agree="是")
    said = book.read()
    assert said.failed == [] and not shown(said)
    assert "不核对" in said.at(consent.CONCLUSION)


def test_an_invalid_row_and_rows_beyond_the_last_do_not_vote(book):
    vote(book, equal_votes(10, 10))
    choose(book, "民法典278-改建")
    book.household(3, area="80左右")
    book.household(12, vote="是", agree="是", person="甲")
    said = book.read()
    assert shown(said)[1][:2] == (9, 9)
    assert said.block(voters(said.plan), "head")[10:] == [""] * 4


def test_a_project_names_its_rule_and_its_votes():
    one = replace(BASE, flats=equal_votes(10, 10), voting=Voting("咸阳", True, True))
    assert Book(make_book(one), SharingPlan(one)).read().failed == []


# ---------------------------------------------------------------- the table of rules


def rule_cell(book, rule, key):
    index = [one.name for one in RULES].index(rule)
    return majority.table(book.plan).at(f"rule{index}", [row[0] for row in ROWS].index(key))


def own_rule(book, *values):
    for (key, _, _), value in zip(ROWS, values, strict=False):
        book.type(rule_cell(book, OWN, key), value)


def test_a_rule_of_ones_own(book):
    vote(book, equal_votes(10, 8))
    choose(book, OWN)
    own_rule(book, None, None, 4, 5, "全体业主", "以上（含）", "只比人数")
    assert book.read().failed == []
    own_rule(book, None, None, 4, "5", "全体业主", "超过", "只比人数")
    assert book.read().failed == [REACHED]


@pytest.mark.parametrize(
    ("key", "value"),
    [("quorum_num", 4), ("quorum_num", None), ("quorum_den", 0), ("approval_num", None),
     ("approval_num", -3), ("approval_den", 4.5), ("approval_den", "四"), ("approval_den", 1000),
     ("of_all", "大家"), ("strict", None), ("by_area", "面积"), ("exclusive_part", "有")],
)  # fmt: skip
def test_a_wrong_number_in_the_chosen_rule_is_told(book, key, value):
    vote(book, equal_votes(10, 10))
    choose(book, "民法典278-改建")
    book.type(rule_cell(book, "民法典278-改建", key), value)
    said = book.read()
    assert said.errors == []
    assert "表决规则填写无误" in said.failed and REACHED in said.failed
    assert "填写有误" in said.at(consent.CONCLUSION)
    hint = majority.table(book.plan).at("rule1", len(ROWS) + 1)
    assert str(said.at(hint)).startswith("←")
    choose(book, "民法典278-其他事项")
    assert book.read().failed == []


def test_a_rule_of_ones_own_left_blank_is_told(book):
    choose(book, OWN)
    assert "表决规则填写无误" in book.read().failed


def test_a_mistyped_rule_is_told(book):
    book.parameter("consent_rule", "民法典")
    said = book.read()
    assert said.errors == [] and said.failed == ["分摊办法选得正确"]


def test_the_table_has_room_for_the_rules():
    assert len(RULES) <= 7
    assert len(",".join(rule.name for rule in RULES)) < 240


# ---------------------------------------------------------------- other engines


@pytest.mark.sampled(0)
def test_libreoffice_and_formulas_agree_on_every_cell_of_the_sheet(tmp_path):
    flats = tuple(
        replace(flat, vote=row != 2, agrees=row != 2, person="甲" * (row in (3, 4)))
        for row, flat in enumerate(project(storeys=5, areas=ODD_AREAS[:1]).flats)
    )
    small = project(storeys=5, areas=ODD_AREAS[:1])
    one = replace(small, flats=flats, voting=Voting("民法典278-改建"))
    data = draft(SharingPlan(one))
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = [cell for cell in formula_cells(data) if cell[0] == "表决"]
    stored = cached(filled(data))
    assert stored["表决", "N3"] == 1
    assert differences(stored, libreoffice([path], tmp_path)[0], cells) == []
    assert differences(stored, formulas_values(formulas_model(path, cells)), cells) == []
