"""A book that comes back as it was made says what the project said from which it was made."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest
import samples
from buildings import project_from
from engines import need
from example import FOLDER, read_all
from other_kinds import KINDS

from elevshare.errors import InputError
from elevshare.leasing import period_of
from elevshare.opened import open_book, opened
from elevshare.project import Project, Topic
from elevshare.returned import Returned, amounts_of, project_of, read_back
from elevshare.rules.consent import Voting
from elevshare.rules.settlement import Actual
from elevshare.schemes import Family, find
from elevshare.schemes.combine import with_part
from elevshare.templates import EXAMPLE, FULL_EXAMPLE, ready_books
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.subjects.upkeep.inputs import default_sharing

READY = ready_books()
FILLED = {
    **{name: make() for name, (make, _) in samples.PROJECTS.items()},
    **{name: READY[name] for name in (EXAMPLE, FULL_EXAMPLE)},
    "combined": project_from(
        with_part(find("nanjing"), "subsidy", find("xianyang")),
        storeys="6", areas="80", cost="50万", subsidy="auto",
    ),
    "leased": replace(
        project_from(find("beijing-yanyuan"), storeys="6", areas="60,60"),
        voting=Voting(), two_a_page=True,
    ),
}  # fmt: skip
BLANK = {name: READY[name] for name in ("加梯租赁-华龄安康.xlsx", "加梯刷卡-融盛安泰.xlsx",
                                        "加梯分摊-上海-七层平层入户.xlsx")}  # fmt: skip
#: The last case of every kind and scheme.
CASES = {
    f"{case.kind}-{case.scheme}": case
    for example in read_all(FOLDER)
    for case in example.cases
    if case.kind in KINDS and case.kind != "rides"
}


def back(project: Project) -> Returned:
    """The book of a project, read back; its cached values are not needed."""
    return read_back(opened(draft(family_of(project).plan(project)), "退回.xlsx"))


def spelled_out(project: Project) -> Project:
    """The project with what a book says in so many words: which subjects, rules and periods it has."""
    told = replace(project, topics=recipe_of(project).topics, settlement=Actual())
    if project.scheme.family is Family.LEASE:
        told = replace(told, lease=replace(told.lease, period=period_of(told)), two_a_page=False)
        if not told.has(Topic.UPKEEP):
            return told
    sharing = told.upkeep.sharing or default_sharing(told)
    return replace(told, upkeep=replace(told.upkeep, sharing=sharing))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", FILLED)
def test_a_filled_book_is_the_project_that_it_was_made_of(name):
    project, found = FILLED[name], back(FILLED[name])
    assert found.findings == ()
    assert found.recipe == recipe_of(project)
    assert spelled_out(found.project) == spelled_out(project)
    assert amounts_of(found.project, found.entries) == amounts_of(project)


@pytest.mark.sampled(6)
@pytest.mark.parametrize("name", CASES)
def test_the_books_of_published_cases_give_the_same_amounts(name):
    case = CASES[name]
    project = KINDS[case.kind][1](case).project
    found = back(project)
    assert found.findings == ()
    assert spelled_out(found.project).flats == project.flats
    assert amounts_of(found.project, found.entries) == amounts_of(project)


@pytest.mark.parametrize("name", BLANK)
def test_a_blank_template_has_nothing_to_share_and_nothing_wrong(name):
    found = back(BLANK[name])
    assert found.findings == ()
    assert found.project.flats == ()
    with pytest.raises(InputError, match="没有住户"):
        amounts_of(found.project, found.entries)


def test_a_book_without_anything_wrong_is_a_project():
    project = FILLED["combined"]
    book = opened(draft(family_of(project).plan(project)), "退回.xlsx")
    assert project_of(book).scheme == project.scheme


def test_a_book_that_another_program_saved_says_the_same(tmp_path):
    path = tmp_path / "退回.xlsx"
    path.write_bytes(samples.sample("lease").data)
    need("ssconvert")
    saved = tmp_path / "另存.xlsx"
    subprocess.run(["ssconvert", path, saved], check=True, capture_output=True)
    one, other = (read_back(open_book(file)) for file in (path, saved))
    assert (other.project, other.entries, other.findings) == (one.project, one.entries, ())
