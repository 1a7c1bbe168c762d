"""合并账单: one page for an owner of several flats, whose lines add up to its total."""

import re
from dataclasses import replace

import pytest
from bill_states import PAPERS, STATES, building
from editing import Book, fen

from elevshare.money import upper
from elevshare.project import Topic
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.merged.paper import LAYOUT
from elevshare.workbook.subjects.sharing.plan import SharingPlan

ROWS = len(LAYOUT.rows)
LINE = re.compile(
    r"(\w+)：应缴(?:（减免后）)? ([\d,.]+)，已缴(?:（含公积金等?）)? ([\d,.]+)，(还欠|应退) ([\d,.]+)，本次应缴 ([\d,.]+)"
)


def owned(*persons):
    """A building in which the rooms of each of ``persons`` are one owner's."""
    one = building(Topic.MERGED)
    of = {room: f"人{n}" for n, rooms in enumerate(persons) for room in rooms}
    flats = tuple(replace(f, person=of.get(f.room, ""), owner="同名") for f in one.flats)
    return replace(one, flats=flats)


@pytest.fixture(scope="module")
def filled():
    one = owned(("401", "402", "602"), ("501", "502"))
    book = Book(make_book(one), SharingPlan(one))
    STATES["one-period"][1](book)
    book.parameter("instalments", 3)
    return book.read()


def papers(said):
    found = (said.form("合并账单", n * ROWS + 1, ROWS) for n in range(said.plan.flats // 2))
    return [one for one in found if "各户（元）" in one]


def test_every_line_is_that_of_the_flats_bill_and_the_lines_add_up(filled):
    assert filled.errors == filled.failed == []
    bills = {bill["房号"]: bill for bill in filled.bills}
    found = papers(filled)
    assert [one["共几户"] for one in found] == ["3 户", "2 户"]
    for paper, rooms in zip(found, (["401", "402", "602"], ["501", "502"]), strict=True):
        lines = LINE.findall(paper["各户（元）"])
        assert [line[0] for line in lines] == rooms
        sums = {"应缴合计": 0, "减：已缴": 0, "还欠合计": 0, "应退合计": 0, "本次应缴": 0}
        for room, owed, paid, word, left, now in lines:
            amounts = [fen(float(text.replace(",", ""))) for text in (owed, paid, left, now)]
            assert amounts[2] == fen(bills[room].get("还欠", bills[room].get("应退本户")))
            assert amounts[3] == fen(bills[room].get("本次应缴", 0))
            assert (amounts[0] - amounts[1]) * (1 if word == "还欠" else -1) == amounts[2]
            for key, amount in zip(
                ("应缴合计", "减：已缴", f"{word}合计", "本次应缴"), amounts, strict=True
            ):
                sums[key] += amount
        spared, fund = (
            sum(fen(bills[room].get(key, 0)) for room in rooms)
            for key in ("减：减免", "减：公积金")
        )
        assert (fen(paper["减：减免"]), fen(paper["减：公积金"])) == (spared, fund)
        said = sums | {"应缴合计": sums["应缴合计"] + spared, "减：已缴": sums["减：已缴"] - fund}
        assert {key: fen(paper[key]) for key in said} == said
        assert paper["金额大写"] == f"人民币{upper(sums['本次应缴'])}"
        owing = sums["还欠合计"] > 0
        assert paper.get("收款户名") == (PAPERS.payee if owing else None)
        assert paper.get("转账附言") == ("、".join(rooms) + "加梯款" if owing else None)


def test_equal_names_are_not_one_owner():
    one = owned()
    said = Book(make_book(one), SharingPlan(one)).read()
    assert said.errors == [] and papers(said) == []
    assert said.at("合并账单!A2").startswith("本页没有合并账单")


def test_a_ninth_flat_is_told_of():
    one = owned([f.room for f in building().flats][:10])
    said = Book(make_book(one), SharingPlan(one)).read()
    (paper,) = papers(said)
    assert len(LINE.findall(paper["各户（元）"])) == 8
    assert paper["各户（元）"].endswith("另有 2 户见各户账单")
