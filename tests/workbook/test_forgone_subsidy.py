"""The note beside 补贴取法: what the scheme's rule would give, as long as nobody counts it."""

from dataclasses import replace

import pytest
from buildings import DISTINCT, project
from editing import Book, place

from elevshare.money import yuan
from elevshare.project import SubsidyChoice, SubsidyMode, uncounted
from elevshare.schemes import find, with_part
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan

USUAL = "按规则计算：用下面第七节的数；手工填写：用下一行的金额"


def book_of(one):
    return Book(make_book(one), SharingPlan(one))


def note(book):
    """The text beside 补贴取法."""
    sheet, cell = place(book.plan.parameter("subsidy_mode"))
    return book.read().at(f"{sheet}!{cell.replace('B', 'C')}")


def told(one, doubt=""):
    amount = yuan(uncounted(one))
    return f"方案的补贴规则{doubt}可得 {amount} 元，本簿未计入；要计入请选“按规则计算”"


@pytest.mark.sampled(5)
@pytest.mark.parametrize("scheme", DISTINCT, ids=lambda scheme: scheme.id)
def test_it_says_what_the_rules_say(scheme):
    one = project(scheme.id, 6, cost=61_234_567, weights={6: 10_000})
    if not (scheme.subsidy and scheme.subsidy.computable):
        assert uncounted(one) == 0 and note(book_of(one)) == USUAL
        return
    assert uncounted(one) > 0
    assert note(book_of(one)) == told(one, scheme.subsidy.doubt)


def test_it_follows_cost_storeys_and_what_is_counted():
    one = project("beijing-6-half", 6)
    book, doubt = book_of(one), "（待核实）"
    book.cost(0, 300_000)
    cheaper = replace(one, costs=(replace(one.costs[0], fen=30_000_000),))
    assert note(book) == told(cheaper, doubt) and "210,000.00" in note(book)
    book.cost(0, 600_000)
    book.parameter("storeys", 5)
    assert note(book) == told(replace(one, storeys=5), doubt) and "220,000.00" in note(book)
    for mode in (SubsidyMode.RULE, SubsidyMode.MANUAL):
        book.parameter("subsidy_mode", mode.value)
        assert note(book) == USUAL
    book.parameter("subsidy_mode", "照规则")
    assert note(book) == "← 请从下拉中选"


def test_a_shaft_and_another_grant_count():
    scheme = with_part(find("nanjing"), "subsidy", find("dongying"))
    for choice in (
        SubsidyChoice(reserved_shaft=True),
        SubsidyChoice(other_grant=True),
        SubsidyChoice(level=8),
    ):
        one = replace(project("nanjing", 6), scheme=scheme, subsidy=choice)
        assert note(book_of(one)) == told(one, "（待核实）")
