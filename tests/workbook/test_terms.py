"""Rules that have run out, and rules for some buildings only: what a book says of them."""

import re
import zipfile
from io import BytesIO

import pytest
from buildings import project_from
from editing import Book

from elevshare.audit.audited import audit
from elevshare.opened import opened
from elevshare.project import assess
from elevshare.project.notices import notices
from elevshare.schemes import find, load_all, with_part
from elevshare.templates import ready_books
from elevshare.workbook.book import make_book
from elevshare.workbook.checks import check_list
from elevshare.workbook.field import day_number
from elevshare.workbook.recipe import parse, recipe_of
from elevshare.workbook.subjects.sharing import grants
from elevshare.workbook.subjects.sharing.plan import SharingPlan

BUILDING = {"areas": "80,100", "cost": "60万", "subsidy": "auto"}


def made(scheme="南京", storeys="7", **more):
    """A project with a subsidy by a rule, from another scheme where that has no sharing."""
    return project_from(scheme if not isinstance(scheme, str) else find(scheme), storeys=storeys,
                        **BUILDING, **more)  # fmt: skip


def borrowed(name):
    return with_part(find("南京"), "subsidy", find(name))


def book(project):
    return Book(make_book(project), SharingPlan(project))


def told(one):
    """What 说明 says of times."""
    said = one.read()
    assert said.errors == []
    return [
        text
        for row in range(20, 45)
        if (text := said.at(f"说明!C{row}")) and "的规定（" in str(text)
    ]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("name", "day", "standing"),
    [("大连", "2025-12-31", "在有效期内"), ("大连", "2026-01-01", "已过有效期，请核实现行的规定"),
     ("济南", "2019-07-21", "已过有效期，请核实现行的规定"), ("济南", "2017-12-31", "尚未施行"),
     ("上杭县", "2021-01-01", "已过有效期，请核实现行的规定"), ("上杭县", "2020-12-31", "在有效期内"),
     ("太原", "2025-09-24", "尚未施行"), ("太原", "2025-09-25", "在有效期内")],
)  # fmt: skip
def test_a_book_says_how_a_rule_stands_on_its_date_and_follows_it(name, day, standing):
    for project in (made(borrowed(name), date=day), made(borrowed(name), day=day)):
        one = book(project)
        assert [text.partition("：")[2] for text in told(one)] == [standing]
        assert ("已过" in "".join(notices(project))) == ("已过" in standing)
    one.parameter("made_on", day_number("2026-11-30"))
    assert ("已过" in told(one)[0]) == (name != "太原")


def test_without_any_date_a_book_asks_for_one():
    one = book(made(borrowed("大连")))
    assert told(one) == ["补贴的规定（有效期至 2025-12-31）：填编制日期后核对"]


def test_no_formula_looks_at_a_clock():
    book = zipfile.ZipFile(BytesIO(make_book(made("长春", day="2026-11-30"))))
    parts = [book.read(name) for name in book.namelist() if "/sheet" in name]
    assert len(parts) > 10 and not [1 for part in parts if b"TODAY(" in part or b"NOW(" in part]


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    ("scheme", "run_out"),
    [("长春", True), ("长春@2021", True), (borrowed("武汉@2025"), True), (borrowed("大连"), True),
     (borrowed("太原"), False)],
)  # fmt: skip
def test_the_recipe_makes_the_same_book_again_and_the_audit_tells_what_has_run_out(scheme, run_out):
    project = made(scheme, day="2026-11-30")
    recipe = recipe_of(project)
    assert parse(recipe.text()) == recipe and recipe.day == "2026-11-30"
    again = recipe.project().scheme
    assert again.subsidy.rule == project.scheme.subsidy.rule and again.key == project.scheme.key
    found = audit(opened(make_book(project), "簿.xlsx"))
    assert [one.kind for one in found.findings] == ["rules-out-of-time"] * run_out
    assert found.verdict == "通过"


def test_of_a_book_of_today_the_version_of_its_date_is_taken_and_a_named_one_stays():
    assert made("长春", day="2026-11-30", date="2023-05-01").scheme.version == "2023"
    assert made("长春", day="2022-05-01").scheme.version == "2021"
    assert made("长春@2022", day="2026-11-30", date="2024-05-01").scheme.version == "2021"
    assert made(borrowed("大连"), date="2024-05-01").rules_day == ""


def test_the_blank_template_of_nanjing_has_not_one_formula_more():
    data = zipfile.ZipFile(BytesIO(make_book(ready_books()["加梯分摊-南京.xlsx"])))
    sheets = [name for name in data.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sum(len(re.findall(b"<f>", data.read(name))) for name in sheets) <= 11_112


# ---------------------------------------------------------------- buildings

SCOPES = "适用范围"


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    ("scheme", "storeys", "failed"),
    [("咸阳", "3", 2), ("咸阳", "4", 0), ("天津", "3", 1), ("天津", "4", 0),
     (borrowed("成都"), "5", 1), (borrowed("成都"), "6", 0), (borrowed("上杭县"), "4", 1),
     (borrowed("太原"), "3", 1), (borrowed("西安"), "3", 1), (borrowed("北京"), "7", 1),
     (borrowed("北京"), "6", 0), ("上海-七层平层入户", "6", 1), ("上海-七层平层入户", "7", 0)],
)  # fmt: skip
def test_a_rule_for_other_buildings_is_told_by_rules_and_book_alike(scheme, storeys, failed):
    project = made(scheme, storeys)
    told_by_rules = [c.name for c in assess(project).checks if SCOPES in c.name and not c.passed]
    by_book = [name for name in book(project).read().failed if SCOPES in name]
    assert told_by_rules == by_book and len(by_book) == failed


def test_a_typed_subsidy_is_not_judged_and_a_typed_level_is():
    project = made("天津", "3")
    one = book(project)
    one.parameter("subsidy_mode", "手工填写")
    assert SCOPES not in "".join(one.read().failed)
    one = book(project)
    one.parameter("level", 4)
    assert SCOPES not in "".join(one.read().failed)


def test_only_rules_with_limits_have_such_a_check():
    plan = SharingPlan(project_from(find("南京")))
    assert not [one for one in check_list(plan) if SCOPES in one.name]
    limited = [one for one in load_all() if one.subsidy and one.subsidy.law.scope]
    assert len(limited) >= 15


def test_the_day_of_completion_is_left_to_the_user():
    assert notices(made(borrowed("西安"))) == ["补贴的规定限 2000-12-31 以前建成的楼，请自行核对"]
    assert notices(project_from(borrowed("西安"), storeys="6", areas="80", cost="60万")) == []


def test_three_levels_of_a_third_each_share_to_the_fen():
    project = made(borrowed("金昌"))
    said = book(project).read()
    assert said.failed == []
    plan = SharingPlan(project)
    assert plan.project.scheme.subsidy.rule.split[0] == ("第一级财政", 3333)
    assert said.block(grants.government(plan), "amount") == [100_000] * 3
