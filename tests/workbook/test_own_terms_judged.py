"""What is said of books that are not finished, or filled in with other words."""

from dataclasses import replace

import pytest
from buildings import NONE, project, project_from
from editing import Book, with_inputs

from elevshare.audit.audited import audit_file
from elevshare.carrying.carry import carry
from elevshare.carrying.source import source_of
from elevshare.carrying.target import Wanted
from elevshare.project import Topic
from elevshare.rules.lease import Lease
from elevshare.rules.share import OptOut
from elevshare.schemes import find
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.cash import position
from elevshare.workbook.subjects.sharing.plan import SharingPlan

BASE = project(storeys=5, out=("301",), topics=NONE)
CARRIED = replace(
    BASE, method=replace(BASE.method, opt_out=OptOut.CHOSEN, carriers=frozenset({4, 5}))
)
WORDS = "承担退出份额填是或否"


@pytest.mark.parametrize(
    ("typed", "failed"), [("是", []), ("否", []), (None, []), ("√", [WORDS]), ("对", [WORDS])]
)
def test_other_words_for_a_storey_that_carries_are_told(typed, failed):
    book = Book(make_book(CARRIED), SharingPlan(CARRIED))
    book.type(book.plan.coefficients.at("carries", 3), typed)
    assert book.read().failed == failed


def test_an_honest_draft_whose_amounts_do_not_add_up_is_not_doubted(tmp_path):
    """Nobody takes part on the storeys that are to carry the gap, and the book says so."""
    plan = SharingPlan(CARRIED)
    book = Book(make_book(CARRIED), plan)
    for index in (3, 4):
        book.type(plan.coefficients.at("carries", index), None)
    path = tmp_path / "簿.xlsx"
    path.write_bytes(filled(with_inputs(draft(plan), book.typed)))
    audit = audit_file(path)
    assert audit.verdict == "通过" and audit.failed
    assert "amounts-refused" in {one.kind for one in audit.findings}


@pytest.mark.parametrize("came", [0, 30_000])
def test_money_of_others_that_has_not_come_is_no_hole_in_the_cash(came):
    """What of it has arrived is typed as other income; by plan nothing is left in the end."""
    one = replace(BASE, others=(("原单位", 5_000_000),), topics=frozenset({Topic.CASH}))
    book = Book(make_book(one), SharingPlan(one))
    book.parameter("cash_other", came)
    said = book.read()
    assert said.at(position.figure(book.plan, "left")) == 0
    assert said.at(position.figure(book.plan, "other_due")) == 5_000_000 - 100 * came


def test_own_fees_by_the_year_are_no_fees_by_the_month(tmp_path):
    given = project_from(find("beijing-hualing"), storeys="6", areas="80,80")
    own = replace(given, lease=Lease(fees=(None, 60_000, None, None, None, None)))
    path = tmp_path / "簿.xlsx"
    path.write_bytes(make_book(own))
    assert audit_file(path).verdict == "通过"
    carried = carry(source_of(path, force=False), Wanted(scheme=find("beijing-yanyuan")))
    assert any("自定" in line for line in carried.lost)
    assert carried.project.scheme.id == "beijing-yanyuan"
