"""Every published worked result comes out, of the rules and of the books in every engine."""

import tomllib
from dataclasses import replace
from fractions import Fraction

import pytest
from buildings import NONE, bare
from editing import Book, fen, place, with_inputs
from engines import cached, formulas_model, formulas_values, libreoffice
from example import FOLDER, UNITS, read, read_all
from other_kinds import KINDS
from runners import RUNNERS, share_found, share_project, subsidy_project
from sampling import some

from elevshare.intake import project_from
from elevshare.money import UNITS as MONEY_UNITS
from elevshare.project import Project
from elevshare.rules.share import Method
from elevshare.schemes import find, load_all
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.sharing.grants import government
from elevshare.workbook.subjects.sharing.plan import SharingPlan

EXAMPLES = read_all(FOLDER)
CASES = [case for example in EXAMPLES for case in example.cases]


def cases_of(*kinds):
    found = [case for case in CASES if not kinds or case.kind in kinds]
    return pytest.mark.parametrize("case", found, ids=lambda case: case.id)


# ---------------------------------------------------------------- the rules


@cases_of()
def test_the_rules_give_what_was_printed(case):
    assert case.complaints(RUNNERS[case.kind](case)) == []


# ---------------------------------------------------------------- the books


def shown(plan, project, values):
    """What a book's values say of a project's floors and flats."""

    def column(block, key, count):
        letter = block.letter(key)
        return [fen(values[block.sheet, f"{letter}{block.first + i}"]) for i in range(count)]

    storeys = column(plan.storey_table, "amount", project.storeys)
    return share_found(project, storeys, column(plan.shares, "due", len(project.flats)))


@cases_of("share")
def test_the_cached_values_of_the_book_are_what_was_printed(case):
    plan = SharingPlan(share_project(case))
    assert case.complaints(shown(plan, plan.project, cached(make_book(plan.project)))) == []


def test_the_package_formulas_computes_what_was_printed(tmp_path):
    """One book that holds every sharing case is loaded once, and given each case's inputs."""
    options = {"storeys": "7", "areas": "80,100", "cost": "60万", "subsidy": "1"}
    # with a subsidy: the package takes no input for a cell that is blank in the book
    plan = SharingPlan(bare(project_from(find("nanjing"), **options)))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    cells = [
        ("分摊", f"{plan.storey_table.letter('amount')}{row}") for row in plan.storey_table.rows
    ]
    cells += [("分摊", f"{plan.shares.letter('due')}{row}") for row in plan.shares.rows]
    book, model = Book(filled(path.read_bytes()), plan), formulas_model(path, cells)
    shares = [case for case in CASES if case.kind == "share" and case.id.endswith("-1")]
    for case in some(shares, 4):
        project = share_project(case)
        book.as_made().turn_into(project)
        typed = {cell: "" if value is None else value for cell, value in book.typed.items()}
        assert case.complaints(shown(plan, project, formulas_values(model, typed))) == []


def unfinished(case):
    """The book of a case without cached values, with what is typed into it."""
    if case.kind == "share":
        return draft(SharingPlan(share_project(case)))
    reading = KINDS[case.kind][1](case)
    typed = {place(address): value for address, value in reading.typed.items()}
    return with_inputs(draft(reading.plan), typed)


def said_by(case, values):
    """What is amiss in what a book says; what it does not show is left to the rules."""
    cells = KINDS[case.kind][1](case).cells
    found = {
        name: round(sum(values.get(place(one), 0) for one in addresses) * factor, 9)
        for name, (addresses, factor) in cells.items()
    }
    printed = {name: figure for name, figure in case.printed.items() if name in found}
    wrong = tuple(one for one in case.wrong if one[0] in found)
    assert printed or wrong
    return replace(case, printed=printed, wrong=wrong).complaints(found)


@pytest.mark.sampled(4)
@cases_of(*KINDS)
def test_the_cached_values_of_other_books_are_what_was_printed(case):
    assert said_by(case, cached(filled(unfinished(case)))) == []


def test_libreoffice_computes_what_was_printed(tmp_path):
    """A book of every example, without cached values, all in one run."""
    kinds = ("share", *KINDS)
    firsts = [case for case in CASES if case.kind in kinds and case.id.endswith("-1")]
    booked = some(firsts, 6)
    paths = [tmp_path / f"{case.id}.xlsx" for case in booked]
    for path, case in zip(paths, booked, strict=True):
        path.write_bytes(unfinished(case))
    for case, values in zip(booked, libreoffice(paths, tmp_path), strict=True):
        if case.kind == "share":
            plan = SharingPlan(share_project(case))
            assert case.complaints(shown(plan, plan.project, values)) == []
        else:
            assert said_by(case, values) == []


#: A book takes the package a few seconds to load: the first case of the kinds whose own tests do
#: not load their sheet into it.
FEW = ("compensation", "lease", "fund", "rides", "fares", "agreement")
FIRST = list({case.kind: case for case in reversed(CASES) if case.kind in FEW}.values())


@pytest.mark.sampled(0)
@pytest.mark.parametrize("case", FIRST, ids=lambda case: case.id)
def test_the_package_formulas_computes_the_first_of_other_kinds(case, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(unfinished(case))
    every = KINDS[case.kind][1](case).cells.values()
    cells = [place(one) for addresses, _ in every for one in addresses]
    assert said_by(case, formulas_values(formulas_model(path, cells))) == []


@pytest.fixture(scope="module")
def template():
    """A blank template, opened once and typed into by one case after the other."""
    project = Project(find("general-equal"), Method(), topics=NONE)
    return Book(filled(draft(SharingPlan(project))), SharingPlan(project))


@cases_of("subsidy")
def test_a_book_grants_what_was_printed(case, template):
    template.turn_into(subsidy_project(case))
    said, plan = template.read(), template.plan
    assert said.errors == []
    steps = {"total": "limited", "building": "building", "upkeep": "upkeep"}
    levels = zip(*(said.block(government(plan), key) for key in ("level", "amount")), strict=True)
    found = {
        **{name: said.at(plan.grant(key)) for name, key in steps.items()},
        **{f"split.{level}": fen(amount) for level, amount in levels if level},
        "net": said.fen(plan.figure_yuan("net")),
    }
    assert case.complaints(found) == []


# ---------------------------------------------------------------- the examples themselves


def test_every_scheme_has_an_example_or_says_why_not():
    shown = {example.scheme.partition("@")[0] for example in EXAMPLES if example.scheme}
    reasons = tomllib.loads((FOLDER / "none.toml").read_text(encoding="utf-8"))
    assert all(reasons.values())
    assert not shown & reasons.keys()
    assert shown | reasons.keys() == {scheme.id for scheme in load_all()}


def test_every_kind_has_a_runner_and_every_runner_examples():
    assert {example.kind for example in EXAMPLES} == RUNNERS.keys()


def test_the_units_of_figures_are_those_of_money():
    assert UNITS["元"] == MONEY_UNITS["元"]
    assert UNITS["万元"] == 10_000 * MONEY_UNITS["元"]


# ---------------------------------------------------------------- how they are judged

ONE = """
kind = "share"
title = "示例"
source = "C"
place = "示例"
[[case]]
input = {}
[case.printed]
unit = "万元"
good = "5.70"
[case.printed.inner]
unit = "%"
known = "40"
[[case.deviation]]
names = ["inner.known"]
reason = "示例"
[[case.wrong]]
name = "good"
text = "794"
unit = "元"
reason = "示例"
"""
RIGHT = {"good": 5_700_000, "inner.known": Fraction(83, 2)}


def judged(**found):
    (case,) = read(ONE, "one").cases
    return case.complaints({**RIGHT, **found})


def test_a_figure_is_met_within_half_of_its_last_digit():
    assert judged() == judged(good=5_705_000) == judged(good=5_695_000) == []
    assert len(judged(good=5_705_001)) == len(judged(good=5_694_999)) == 1


def test_a_deviation_that_is_no_more_is_told():
    (line,) = judged(**{"inner.known": Fraction(4049, 100)})
    assert "no more" in line


def test_a_wrong_figure_that_comes_out_is_told():
    lines = judged(good=79_400)
    assert len(lines) == 2 and "the wrong 794" in lines[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('reason = "示例"\n[[case.wrong]]', 'reason = ""\n[[case.wrong]]'),
        ('["inner.known"]', '["inner.other"]'),
        ('good = "5.70"', "good = 5.70"),
        ('unit = "元"\nreason = "示例"', 'unit = "元"\nreason = ""'),
        ('source = "C"', 'source = "S9"'),
        ('unit = "%"', 'unit = "元/月"'),
        ("input = {}", "input = {}\nnote = 1"),
        ('title = "示例"', 'title = "示例"\nnote = 1'),
    ],
)
def test_a_careless_example_is_refused(old, new):
    assert old in ONE
    with pytest.raises((AssertionError, TypeError)):
        read(ONE.replace(old, new, 1), "one")
