"""The pages of posted papers as LibreOffice prints them: as made, with two households more, with two fewer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from buildings import project
from editing import Book, with_inputs
from printing import printouts

from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode, Topic
from elevshare.project.topics import ALL_SHEETS
from elevshare.rules.names import masked
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.papers.posted import IDLE
from elevshare.workbook.subjects.sharing.plan import SharingPlan

NAMES = "陈桂芳 李国强 孙玉 欧阳文静 阿迪力·买买提 南京梅苑物业有限公司 上官云".split()
TOPICS = frozenset(
    {Topic.CHANGES, Topic.SETTLEMENT, Topic.LATE, Topic.NOTICE, Topic.SIGNING, Topic.LARGE}
)
COSTS = tuple(CostItem(name, 10_000_000 + n) for n, name in enumerate(("设备", "土建", "监理")))
#: Paper → what its list is headed with.
PAPERS = {"公示": "房号、业主", "变更表": "变更前", "决算表": "计划应分摊", "签字表": "签字、按手印",
          "公示大字": "房号、业主", "后加入表": "原应分摊"}  # fmt: skip
#: Paper → its pages with households, pages in all: of a book of 14, and of a template with 15.
MADE = {
    "公示": (1, 2),
    "变更表": (2, 2),
    "决算表": (1, 1),
    "签字表": (1, 1),
    "公示大字": (1, 1),
    "后加入表": (1, 1),
}
TEMPLATE = {
    "公示": (1, 2),
    "变更表": (2, 2),
    "决算表": (1, 2),
    "签字表": (1, 2),
    "公示大字": (1, 1),
    "后加入表": (1, 2),
}


def building(flats):
    """So many households, three on a storey, with names of all kinds."""
    one = project("nanjing", max(6, -(-flats // 3)), (7836, 6317, 9145), topics=TOPICS, costs=COSTS,
                  subsidy=SubsidyChoice(SubsidyMode.MANUAL, 2_000_000),
                  papers=Papers("梅苑新村", "8 幢", "2 单元", contact="王会计"))  # fmt: skip
    owners = (NAMES[n % len(NAMES)] for n in range(flats))
    return replace(one, flats=tuple(
        replace(flat, owner=owner) for flat, owner in zip(one.flats, owners, strict=False)))  # fmt: skip


def changed(base, households):
    """The book of ``base`` with these households typed in."""
    plan = SharingPlan(base)
    book = Book(make_book(base), plan)
    book.turn_into(replace(households, papers=base.papers))
    for row in range(plan.flats):
        flats = households.flats
        book.household(row, owner=flats[row].owner if row < len(flats) else None)
    for row, item in enumerate(households.costs):
        book.type(plan.costs.at("item", row), item.name)
        book.type(plan.costs.at("yuan", row), item.fen / 100)
    return filled(with_inputs(draft(plan), book.typed))


def blank():
    """A template of 40 rows."""
    return replace(building(15), flats=(), storeys=0, costs=(), subsidy=SubsidyChoice())


CASES = {
    "made": (building(14), {count: building(count) for count in (14, 16, 12)}, MADE),
    "template": (blank(), {count: building(count) for count in (15, 17, 13)}, TEMPLATE),
}


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", CASES)
def test_every_paper_has_the_pages_that_its_households_fill(name, tmp_path):
    base, states, pages = CASES[name]
    books = {f"{name}{count}": changed(base, one) for count, one in states.items()}
    prints = printouts(books, tmp_path)
    for count, households in states.items():
        printout = prints[f"{name}{count}"]
        for paper, head in PAPERS.items():
            found = printout.of(paper)
            used = [page for page in found if IDLE not in page]
            assert (len(used), len(found)) == pages[paper], (name, count, paper)
            assert_all_are_there_and_no_page_has_only_heads(used, households, head, paper)
            assert all(re.sub("第[0-9]页", "", page) == IDLE for page in found[len(used) :])


def assert_all_are_there_and_no_page_has_only_heads(pages, households, head, paper):
    text = "".join(pages)
    show = str if paper == "签字表" else masked
    called = [f"{flat.room}{show(flat.owner)}" for flat in households.flats]
    assert [one for one in called if one not in text] == [], paper
    for page in pages:
        assert (head in page) == any(one in page for one in called), paper


@pytest.mark.sampled(0)
def test_of_many_spare_rows_one_page_is_printed_and_the_rest_is_told(tmp_path):
    base = replace(building(40), rows=160)
    found = printouts({"many": make_book(base)}, tmp_path)["many"].of("公示")
    assert [IDLE in page for page in found] == [False, False, True]
    book = Book(make_book(base), SharingPlan(base))
    for row in range(40, 150):
        book.household(row, room=f"A{row}", storey=3, area=80, taking="是")
    values = book.read().values.items()
    said = [str(value) for (sheet, _), value in values if sheet == "公示"]
    assert any(text.startswith("← 公示共 4 页，打印区域只到第 3 页") for text in said)
    assert "共 150 户，公示共 4 页（打印区域只到第 3 页）" in said


def test_one_switch_shows_or_hides_the_names_on_every_paper():
    base = building(14)
    book = Book(make_book(base), SharingPlan(base))
    for switch, show in (("是", masked), ("否", str)):
        book.parameter("notice_mask", switch)
        values = book.read().values
        for paper in PAPERS.keys() - {"签字表"}:
            said = {str(value) for (sheet, _), value in values.items() if sheet == paper}
            assert {f"{flat.room}　{show(flat.owner)}" for flat in base.flats} <= said, paper


def test_all_papers_are_in_the_book_with_everything():
    assert {Topic.SIGNING, Topic.LARGE} <= ALL_SHEETS
