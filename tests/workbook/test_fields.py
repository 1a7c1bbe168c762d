"""An input stands in one place: what it writes into a book comes back into the project."""

from dataclasses import replace

import pytest
from buildings import project_from
from editing import with_inputs

from elevshare.opened import opened
from elevshare.project import Topic
from elevshare.project.topics import ALL_SHEETS
from elevshare.returned import read_back
from elevshare.schemes import find
from elevshare.workbook import sheets
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.field import Field, found_at
from elevshare.workbook.subjects.order import SUBJECTS
from elevshare.workbook.subjects.sharing.plan import SharingPlan

EVERY = replace(project_from(find("beijing-rongsheng")), topics=ALL_SHEETS)
LEASE = replace(project_from(find("beijing-hualing")), topics=None)
PROJECTS = {"every subject": EVERY, "lease": LEASE}
#: A text or number to type by kind, and what the project then has.
TYPED = {
    "text": ("文字", "文字"),
    "date": (46_082, "2026-03-01"),
    "money": (12.34, 1234),
    "percent": (0.0123, 123),
    "coef": (5.5, 11),
}


def filled(field: Field, plan: SharingPlan) -> tuple[object, object]:
    """Something that may be typed into an input, and what the project then has."""
    if field.words:
        word = list(field.words)[-1]
        return word, field.words[word]
    if field.kind == "whole":
        low, high = map(int, plan.bounds(field))
        number = min(max(low, 7), high)
        return number, number
    if field.key.startswith("late_multiple"):
        return 1.25, 125
    return TYPED[field.kind]


@pytest.mark.parametrize("name", PROJECTS)
def test_whatever_is_typed_into_a_single_input_comes_back_where_it_lives(name):
    plan = family_of(PROJECTS[name]).plan(PROJECTS[name])
    fields = {field: filled(field, plan) for field in plan.fields if field.of}
    cells = {
        (sheet, f"B{plan.parameters[field.key]}"): typed
        for sheet, sections in plan.sections.items()
        for section in sections
        for field in section.fields
        if field in fields or field.key.startswith("late_original")
        for typed in [fields[field][0] if field in fields else list(field.words)[-1]]
    }
    project = read_back(opened(with_inputs(draft(plan), cells), "退回.xlsx")).project
    wrong = {
        field.key: found_at(project, field.of)
        for field, (_, meant) in fields.items()
        if found_at(project, field.of) != meant
    }
    assert len(fields) > 15 and wrong == {}


def test_what_an_input_writes_it_reads():
    for project in PROJECTS.values():
        for field in family_of(project).plan(project).fields:
            for word, meaning in field.words.items():
                assert field.written(meaning) == word
    money = Field("", "", "money", "")
    assert [money.written(fen) for fen in (None, 0, 1, 150)] == [None, None, 0.01, 1.5]
    assert replace(money, blank=-1).written(0) == 0


@pytest.mark.parametrize("name", PROJECTS)
def test_an_input_that_does_not_live_in_the_project_names_no_place(name):
    project = PROJECTS[name]
    for field in family_of(project).plan(project).fields:
        record, _, attribute = field.of.rpartition(".")
        owner = found_at(project, record) if record else project
        assert not field.of or owner is None or hasattr(owner, attribute), field.key


def test_every_topic_is_a_subject_and_every_sheet_has_its_place():
    assert {subject.topic for subject in SUBJECTS if subject.topic} == (
        ALL_SHEETS | {Topic.FARES, Topic.POOLS, Topic.OTHERS, Topic.RESERVE}
    )
    titles = [sheet.TITLE for subject in SUBJECTS for sheet in subject.sheets]
    common = [sheet.TITLE for sheet in sheets.ALWAYS]
    assert sorted([*titles, *common, "专项"]) == sorted(sheets.ORDER)
    made = [sheet.TITLE for sheet in sheets.modules(SharingPlan(EVERY))]
    assert made == [title for title in sheets.ORDER if title in made] and len(made) > 35
