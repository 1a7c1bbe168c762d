"""Whatever is typed into 住户: the book, recomputed, and what is read back from it agree."""

from __future__ import annotations

import re

import pytest
import returning
from buildings import EVERY, project
from editing import AS_FOUND, Book
from hypothesis import example, given, settings
from hypothesis import strategies as st
from leases import LeaseBook, lease
from sampling import examples

from elevshare.returned import above_share
from elevshare.vocabulary import listed
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.spelling.steps import BARE

ROW = 2
#: What people put around and into what they write.
AROUND = st.sampled_from(["", "", "", *(old for old, _ in BARE)])
DIGITS = st.sampled_from(["1", "2", "3", "80", "80.5", "80.555", "1,080", "8,0", "０", "８０．５", "0", "12", "三",
                          "二", "十", "十二", "一二", "五百", "1E2", "-3", "3-1", "2026-01-02", "50%", "1:30", ".5", "5.", "底"])  # fmt: skip
UNITS = st.sampled_from(
    [
        "",
        "",
        "㎡",
        "m²",
        "M2",
        "平方米",
        "平",
        "层",
        "楼",
        "F",
        "元",
        "万",
        "万元",
        "块",
        "左右",
        "]",
        "|",
    ]
)
FRONT = st.sampled_from(["", "", "", "第", "￥", "¥", "约", "〔"])
WORDS = st.sampled_from(
    [*listed("参与", "是"), *listed("参与", "否"), "看情况", "是〕〔√", "Yes", "ＮＯ", "不知道"]
)
#: Texts around the forms that are known, numbers, truth values, and anything else.
QUANTITIES = st.one_of(
    st.builds("{}{}{}{}{}".format, AROUND, FRONT, DIGITS, UNITS, AROUND),
    st.integers(-2, 100_000), st.sampled_from([80.5, 80.333, 61.03, 0.1 + 0.2, 46_023, None, ""]),
    st.text("0123456789.,㎡层元〔〕 ", max_size=6),
)  # fmt: skip
ANSWERS = st.one_of(
    st.builds("{}{}{}".format, AROUND, WORDS, AROUND),
    st.sampled_from([1, 0, True, False, None, "", " "]),
)
ROOMS = st.one_of(
    st.builds(
        "{}{}{}".format, AROUND, st.sampled_from(["301", "101", "3-1", "=1+1", "甲"]), AROUND
    ),
    st.sampled_from([301, 46_023, 39_999, 60_001, None, " "]),
)
OWNERS = st.one_of(
    ROOMS, st.builds("{}{}{}".format, AROUND, st.sampled_from(listed("业主", "没有")), AROUND)
)
ROWS = {
    "room": ROOMS, "storey": QUANTITIES, "area": QUANTITIES, "taking": ANSWERS, "owner": OWNERS,
    "relief": QUANTITIES, "fund": QUANTITIES, "payout": QUANTITIES, "vote": ANSWERS, "agree": ANSWERS,
    "exempt": ANSWERS,
}  # fmt: skip


def made(one, book=Book):
    return book(make_book(one), family_of(one).plan(one))


@pytest.fixture(scope="module")
def every():
    return made(project(storeys=4, areas=(8017,), topics=EVERY))


@pytest.fixture(scope="module")
def leased():
    return made(lease("beijing-yanyuan", 5, 2), LeaseBook)


def agree(book):
    """The household of ``ROW`` is the same in the book and as read back, or in neither."""
    said, found = book.read(), returning.read(book)
    shares = book.plan.shares

    def at(key):
        return said.at(shares.at(key, ROW))

    assert said.errors == []
    (one,) = [(flat, standing) for flat, standing in zip(found.project.flats, found.entries.standings, strict=True)
              if standing.row == ROW] or [None]  # fmt: skip
    assert (one is not None) == bool(at("valid"))
    cells = {
        f"{f.cell}"
        for f in found.findings
        if f.sheet == "住户"
        and re.fullmatch(rf"[A-Z]+{5 + ROW}", f.cell)
        and f.todo != above_share.TODO  # a check of its own tells it in the book
    }
    assert (at("problem") not in (0, 1)) == bool(cells), (at("hint"), cells)
    if one is None:
        return
    flat, standing = one
    assert (at("room"), at("owner")) == (flat.room, flat.owner)
    assert (at("storey_no"), at("area_no"), at("take")) == (
        flat.storey,
        flat.area,
        flat.taking_part,
    )
    for key, fen in {"relief": standing.relief, "fund": standing.fund}.items():
        if key in shares.columns:
            assert at(key) == fen
    if "exempt_answer" in shares.columns:
        truths = {"vote": flat.vote, "agree": flat.agrees}
        for key, truth in truths.items():
            assert at(f"{key}_answer") == {True: "是", False: "否"}.get(truth, at(f"{key}_answer"))
            assert truth is not None or at(f"{key}_answer") in ("", "？")
        assert (at("exempt_answer") == "是") == flat.exempt
        assert max(0, round(at("payout_yuan") * 100)) == flat.payout


@example({"payout": "元", "area": "㎡", "taking": "×"})
@example({"room": "", "storey": "层", "area": "平方米"})
@example({"storey": "1 2", "area": "80 90㎡", "relief": "1 000 元"})
@settings(AS_FOUND, max_examples=examples(400))
@given(st.fixed_dictionaries({}, optional=ROWS))
def test_any_spelling_is_the_same_household_or_none(every, typed):
    book = every.as_made()
    book.household(ROW, **typed)
    agree(book)


@pytest.mark.parametrize("weight", [0, "0", "0.0", "0.00", 0.5, "", None])
def test_no_area_is_needed_where_nothing_is_paid(every, weight):
    """ROW is on storey 3, the other storeys have their weights."""
    book = every.as_made()
    book.coefficient(3, weight)
    book.household(ROW, area=None)
    agree(book)


@settings(AS_FOUND, max_examples=examples(100))
@given(
    st.fixed_dictionaries(
        {}, optional={key: ROWS[key] for key in ("room", "storey", "area", "taking")}
    )
)
def test_the_same_in_a_lease_book(leased, typed):
    book = leased.as_made()
    book.household(ROW, **typed)
    agree(book)
