"""Every bill can be followed with a pocket calculator, in every state that a book can be in."""

import random
import re
import subprocess

import pytest
import test_any_life
from bill_states import HALVES, STATES, state
from neighbour import follow, listed, printed
from printing import dense, printouts
from sampling import some

#: Name of a book → state, whether two bills are on a page.
EVERY = {
    **{name: (name, False) for name in STATES},
    **{f"{name}-half": (name, True) for name in HALVES},
}
BOOKS = dict(some(list(EVERY.items()), 6))


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Every book on paper."""
    books = {name: state(*one).data for name, one in BOOKS.items()}
    folder = tmp_path_factory.mktemp("bills")
    made = printouts(books, folder)
    return {name: forms(folder / f"{name}.pdf", made[name]) for name in books}


def forms(path, printout):
    """The bills of a book, each as its text without blanks, line by line as it stands on paper."""
    said = subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    )
    first, count = printout.starts["账单"], len(printout.of("账单"))
    text = "".join(said.stdout.split("\f")[first - 1 : first - 1 + count])
    # Beside a text of several lines, its label stands in the middle.
    labels = "本层怎么算|本户怎么算|分项怎么算|决算|各期|分摊依据"
    text = re.sub(rf"(?m)^ *({labels})( |$)", "", text)
    found = re.split(r"加装电梯费用(?=缴款通知单|确认单)", dense(text))
    return found[1:]


@pytest.mark.sampled(16)
@pytest.mark.parametrize("name", BOOKS)
def test_the_sum_of_every_printed_bill_can_be_followed(papers, name):
    found = papers[name]
    book = state(*BOOKS[name]).book
    assert len(found) == len(book.read().bills) > 8
    for text in found:
        follow(printed(text), text)


@pytest.mark.sampled(0)
def test_the_states_are_what_they_are_called():
    bills = {
        name: {bill["房号"]: bill for bill in state(name).book.read().bills} for name in STATES
    }
    assert bills["one-period"]["501"]["本次应退"] == 137.11
    assert bills["gross"]["402"]["加：先收补贴"] > 0
    assert bills["gross-arrived"]["402"]["应退本户"] > 0
    assert "决算后应分摊" in bills["settled"]["402"]
    assert bills["joined"]["302"]["是否参与"].startswith("后加入（2026-06-27）")
    assert bills["joined"]["302"]["截止日期"] == "以通知为准"
    assert bills["joined"]["502"]["应退本户"] > 0
    assert bills["pools"]["402"]["本户分项"] > 0
    assert bills["agreed"]["401"]["本户应分摊"] == 20_000


@pytest.mark.parametrize("seed", range(8))
def test_the_sum_can_be_followed_in_any_state(seed):
    book = test_any_life.opened().as_made()
    test_any_life.fill(book, random.Random(seed))
    said = book.read()
    assert said.errors == [] and said.bills
    for bill in said.bills:
        title = "确认单" if bill.get("本次应缴") == "不用缴款" else "通知单¥"
        text = title + "".join(f"{label}{_shown(value)}" for label, value in bill.items())
        follow(listed(bill), dense(text))


def _shown(value):
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def test_no_paper_goes_out_to_who_has_nothing_to_pay():
    one = state("one-period")
    book = one.book
    book.parameter("bill_scope", "不发账单")
    rooms = [bill["房号"] for bill in book.read().bills]
    book.parameter("bill_scope", "发确认单")
    assert len(rooms) == 7 and {"101", "202", "302"}.isdisjoint(rooms)
    assert "502" in rooms  # which has paid everything
