"""The manual: its links lead somewhere, its commands run, it explains every sheet and check."""

from __future__ import annotations

import re
import shlex
import shutil
import struct
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from buildings import EVERY, ODD_AREAS, project

from elevshare.cli import COMMANDS, main
from elevshare.collecting.book import MODULES as SUMMARY_SHEETS
from elevshare.collecting.checks import check_list as summary_checks
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import Collection
from elevshare.comparison import compared
from elevshare.intake import project_from, read_project
from elevshare.project import Topic, assess
from elevshare.rules.pools import Pool, PoolWay
from elevshare.schemes import find
from elevshare.schemes.load import read_scheme
from elevshare.templates import ready_books
from elevshare.workbook.book import family_of
from elevshare.workbook.checks import check_list
from elevshare.workbook.compare import book as comparing
from elevshare.workbook.compare.checking import check_list as compare_checks
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.lease.calc.checks import check_list as lease_checks
from elevshare.workbook.subjects.sharing.plan import SharingPlan

DOCS = Path(__file__).parent.parent / "docs"
#: In the order of their numbers: what one page makes, another goes on with.
PAGES = sorted(
    DOCS.glob("*.md"), key=lambda page: (int(re.match(r"\d*", page.stem)[0] or 99), page.stem)
)
INDEX = DOCS / "手册.md"

CONTRIBUTION = project(storeys=4, areas=ODD_AREAS[:1], topics=EVERY)
#: Households with terms of their own, chosen storeys that carry a gap.
AGREED = replace(CONTRIBUTION, topics=EVERY | {Topic.OWN_TERMS, Topic.CARRIERS})
PERCENT = project("shanghai-7-level", 7, ODD_AREAS[:1])
#: Costs with rules of their own, money of others, and what households pay out of a fund.
POOLED = project(
    storeys=4, areas=ODD_AREAS[:1], pools=(Pool("管线", PoolWay.EQUAL),), others=(("原单位", 100),),
    reserve_rate=7_000, topics=frozenset({Topic.SETTLEMENT}),
)  # fmt: skip
PREPAID = replace(
    project_from(find("beijing-rongsheng"), storeys="6", areas="61.03"),
    topics=frozenset({Topic.FARES}),
)
LEASE = replace(project_from(find("beijing-hualing"), storeys="5", areas="61.03"), topics=EVERY)
#: One scheme of coefficients and one of percentages in intervals: all checks that there are.
COMPARED, _ = compared(
    [find("nanjing"), find("shanghai-7-level")], lambda scheme: replace(PERCENT, scheme=scheme)
)


def lines(page, start):
    """The cells of the table rows of a page, whose head begins with ``start``."""
    found, inside = [], False
    for line in page.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        inside = line.startswith("|") and (inside or cells[0] == start)
        if inside and cells[0] not in (start, "---"):
            found.append(cells)
    return found


def blocks(language):
    """The code blocks of all pages in a language, with the page."""
    pattern = re.compile(rf"```{language}\n(.*?)```", re.DOTALL)
    return [(page, code) for page in PAGES for code in pattern.findall(page.read_text("utf-8"))]


# --- links and pictures -----------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page):
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    assert targets
    for target in targets:
        assert (DOCS / unquote(target)).exists(), target


def test_every_link_of_the_first_page_leads_somewhere():
    text = (DOCS.parent / "README.md").read_text("utf-8")
    targets = re.findall(r"\]\(([^)#]+)\)", text)
    assert all((DOCS.parent / unquote(target)).exists() for target in targets), targets
    head, _, rest = text.partition("# 装了软件的人看")
    # Who only fills in a book finds every one of them before the first command.
    linked = {target for target in targets if f"({target})" in head}
    assert linked >= {f"xlsx_templates/{name}" for name in ready_books()} | {"docs/手册.md"}
    assert "```" not in head and rest.count("# For developers") == 1


def test_the_index_leads_to_every_chapter():
    chapters = {page.name for page in PAGES} - {INDEX.name}
    assert (
        set(re.findall(r"^\d+\. \[[^]]+\]\(([^)]+)\)", INDEX.read_text("utf-8"), re.M)) == chapters
    )


def test_every_picture_is_shown_is_small_and_can_be_made_again():
    shown = "".join(page.read_text("utf-8") for page in PAGES)
    scripts = ("make_pictures.py", "make_page_pictures.py")
    script = "".join((DOCS / name).read_text("utf-8") for name in scripts)
    pictures = sorted((DOCS / "pictures").iterdir())
    assert len(pictures) == script.count("    Picture(")
    for picture in pictures:
        data = picture.read_bytes()
        width, _ = struct.unpack(">II", data[16:24])
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) < 160_000 and 600 <= width <= 1_450
        assert f"(pictures/{picture.name})" in shown and f'Picture("{picture.stem}"' in script


# --- commands and files -----------------------------------------------------------------------


def commands():
    """Every command that the manual gives."""
    return [line for _, code in blocks("sh") for line in code.splitlines() if line.strip()]


@pytest.mark.sampled(0)
def test_the_commands_run_one_after_the_other(tmp_path, monkeypatch, capsys):
    shutil.copytree(DOCS / "示例", tmp_path / "示例")
    monkeypatch.chdir(tmp_path)
    one = dict(list(ready_books().items())[:1])  # tests/test_templates.py makes them all
    monkeypatch.setattr("elevshare.templates.ready_books", lambda: one)
    # Building the page takes a minute and Node.js: tests/page does it.
    (tmp_path / "packed.html").write_text("<!doctype html>")
    monkeypatch.setattr("elevshare.commands.page.PACKED", tmp_path / "packed.html")
    for command in commands():
        program, *words = shlex.split(command)
        assert program == "elevshare"
        if words[0] != "bills":  # its own tests print; here it must only find its book
            assert main(words) == 0, command
        else:
            assert (tmp_path / words[1]).exists() and "-o" in words
    capsys.readouterr()


def test_every_command_is_told():
    told = {shlex.split(command)[1] for command in commands()}
    assert told == set(COMMANDS)


def test_the_example_is_the_building_that_the_manual_says():
    one = read_project(DOCS / "示例" / "项目.toml", find("南京"))
    assert (len(one.flats), one.storeys) == (14, 7)
    assert all(check.passed for check in assess(one).checks)


def test_the_example_of_a_scheme_can_be_read(tmp_path):
    _, (_, code), *_ = blocks("toml")
    path = tmp_path / "anshi.toml"
    path.write_text(code, "utf-8")
    scheme = read_scheme(path)
    weights = [scheme.sharing.weight(storey).value for storey in range(1, 6)]
    assert weights == [0, 5_000, 10_000, 12_000, 14_000]


def test_the_example_of_terms_of_households_can_be_read(tmp_path):
    (_, code), *_ = blocks("toml")
    path = tmp_path / "项目.toml"
    path.write_text(code, "utf-8")
    one = read_project(path, find("南京"))
    assert [(flat.own_weight, flat.fixed) for flat in one.flats] == [
        (15_000, None), (None, 50_000), (None, None),
    ]  # fmt: skip
    assert (one.weight(5.5), one.method.carriers) == (17_500, {5, 6})


def test_the_example_of_two_fees_can_be_read(tmp_path):
    *_, (_, code), _ = blocks("toml")
    path = tmp_path / "yuenian.toml"
    path.write_text(code, "utf-8")
    lease = read_project(path, find("燕园图新")).lease
    assert lease.other_fees == (0, 19_900, None, 75_000, 110_000, 139_900)
    assert lease.fees[5] == 13_900 and not lease.spread


def test_the_example_of_prices_by_storey_can_be_read(tmp_path):
    *_, (_, code) = blocks("toml")
    path = tmp_path / "piaojia.toml"
    path.write_text(code, "utf-8")
    fares = read_project(path, find("融盛安泰")).fares
    assert [fare.ride for fare in fares.storeys] == [None, 20, 20, 25, 25, 30]
    assert (fares.household_cap, fares.person_cap) == (6_000, 2_500)


# --- sheets and checks ------------------------------------------------------------------------


def sheets():
    """Title and role of every sheet of every kind of book."""
    every = (CONTRIBUTION, PERCENT, POOLED, PREPAID, LEASE)
    kinds = [(family_of(one), one) for one in every]
    books = {(m.TITLE, m.ROLE) for kind, one in kinds for m in kind.sheets(kind.plan(one))}
    plan = ComparePlan(COMPARED[0], tuple(COMPARED))
    pairs = {(title, role) for title, role, _ in comparing._sheets(plan)}
    return books | pairs - {("分摊乙", "计算")}


def test_every_sheet_is_explained():
    explained = {(title, role) for title, role, _ in lines(DOCS / "5-各页说明.md", "页")}
    assert explained == sheets()


def all_checks():
    """Kind of book → name → advice of its checks, each once, as the manual has them."""
    plan = ComparePlan(COMPARED[0], tuple(COMPARED))
    kinds = {
        "分摊": check_list(SharingPlan(CONTRIBUTION)),
        "分项": check_list(SharingPlan(POOLED)),
        "范围": check_list(SharingPlan(project("beijing-6-half", 6, ODD_AREAS[:1]))),
        "个别": check_list(SharingPlan(AGREED)),
        "刷卡": check_list(SharingPlan(PREPAID)),
        "租赁": lease_checks(family_of(LEASE).plan(LEASE)),
        "比较": compare_checks(plan),
    }
    found, told = {}, set()
    for kind, checks in kinds.items():
        advice = {re.sub(r"^[甲乙] [^：]*：", "", check.name): check.advice for check in checks}
        found[kind] = {name: text for name, text in advice.items() if name not in told}
        told |= set(advice)
    return found


def test_every_check_is_explained_and_no_other():
    explained = lines(DOCS / "6-校验说明.md", "校验")
    expected = [pair for checks in all_checks().values() for pair in checks.items()]
    assert [(name, advice) for name, _, advice in explained] == expected
    assert all(len(meaning) >= 6 for _, meaning, _ in explained)


def test_every_sheet_and_check_of_a_summary_is_explained():
    page = DOCS / "14-汇总.md"
    explained = [(title, role) for title, role, _ in lines(page, "页")]
    assert explained == [("说明", "说明"), *((one.TITLE, one.ROLE) for one in SUMMARY_SHEETS)]
    checks = summary_checks(SummaryPlan(Collection(())))
    told = [(name, advice) for name, _, advice in lines(page, "检查什么")]
    assert told == [(check.name, check.advice) for check in checks]
