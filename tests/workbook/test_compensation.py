"""Compensation in a book: typed in, it follows the rules, and no limit is applied silently."""

from dataclasses import replace

import pytest
from editing import fen
from following import BASE, assert_follows

from elevshare.project import Topic, assess
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.workbook.subjects.compensation.tables import figures, households

TOPICS = frozenset({Topic.COMPENSATION})

HOUSEHOLD, TOTAL = "每户补偿不超过上限", "补偿合计不超过规定比例"
RULES = {
    "xiamen": Compensation(CompensationWay.FIRST, first=1_234_567, household_cap=True),
    "xiamen-odd": Compensation(CompensationWay.FIRST, first=1_000_001, second=3_333),
    "rizhao": Compensation(CompensationWay.POOL, pool=1_000_001),
    "zhuhai": Compensation(CompensationWay.TABLE, total_cap=3_000),
    "nothing": Compensation(CompensationWay.POOL),
}


def with_rule(rule, payout=0, **more):
    flats = tuple(replace(f, payout=payout * (f.storey <= 2)) for f in BASE.flats)
    return replace(BASE, payouts=rule, flats=flats, **more)


@pytest.mark.parametrize("name", RULES)
def test_every_way_follows_the_rules(book, name):
    project = with_rule(RULES[name], payout=1_111_111)
    book.turn_into(project)
    assert_follows(book, project)
    said, outcome = book.read(), assess(project)
    amounts = said.block(households(book.plan), "amount")
    assert [fen(a) for a in amounts if a != ""] == list(outcome.payouts)
    assert said.at(figures(said.plan).total) == outcome.compensation


def test_a_total_filled_in_counts_only_where_it_is_chosen(book):
    book.turn_into(with_rule(RULES["rizhao"]))
    book.parameter("compensation", 500)
    assert_follows(book, with_rule(RULES["rizhao"]))
    project = with_rule(Compensation(), compensation=50_000)
    book.turn_into(project)
    assert_follows(book, project)


@pytest.mark.parametrize(
    ("rule", "payout", "red"),
    [
        (Compensation(CompensationWay.FIRST, first=6_123_456, household_cap=True), 0, []),
        (Compensation(CompensationWay.FIRST, first=6_123_457, household_cap=True), 0, [HOUSEHOLD]),
        (Compensation(CompensationWay.TABLE, household_cap=True), 3_061_728, []),
        (Compensation(CompensationWay.TABLE, household_cap=True), 3_061_729, [HOUSEHOLD]),
        (Compensation(CompensationWay.TABLE, total_cap=3_000), 4_592_592, []),
        (Compensation(CompensationWay.TABLE, total_cap=3_000), 4_592_593, [TOTAL]),
        (Compensation(CompensationWay.POOL, pool=9_185_185, total_cap=3_000), 0, []),
        (Compensation(CompensationWay.POOL, pool=9_185_186, total_cap=3_000), 0, [TOTAL]),
    ],
)
def test_a_limit_is_checked_to_the_fen_and_nothing_is_cut(book, rule, payout, red):
    project = with_rule(rule, payout)
    book.turn_into(project)
    assert_follows(book, project, red=red)
    limits = [check for check in assess(project).checks if check.name == "补偿不超过规定"]
    assert [check.passed for check in limits] == [not red]


@pytest.mark.parametrize("typed", ["一千", -1, 1.005, "=1"])
def test_an_amount_that_cannot_be_meant_is_marked(book, typed):
    book.turn_into(with_rule(RULES["zhuhai"]))
    book.household(0, payout=typed)
    said = book.read()
    assert said.errors == [] and said.warned
    assert said.failed == ["住户各行填写无误"]
