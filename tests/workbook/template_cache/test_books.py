"""A book written from a kept shape is byte for byte the book that is made from nothing."""

from dataclasses import replace
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
import samples
from buildings import project, project_from

from elevshare.errors import InputError
from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode
from elevshare.project.topics import topics_of
from elevshare.rules.loan import Loan
from elevshare.rules.share import OptOut
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.template_cache import books as kept_books
from elevshare.workbook.template_cache.books import Books

#: What somebody may type into a cell for texts.
TEXTS = (
    "",
    "=1+1",
    "#N/A",
    "TRUE",
    "0101",
    "1-2",
    "2026-03-31",
    "张<三>&'\"李四",
    " 首尾空格 ",
    "@A1",
    "1E5",
)
OWNERS = (*TEXTS, "欧阳明明", "=SUM(A1:A9)", "王五")
PAPERS = [name for name in Papers.__slots__ if name not in ("due_date", "made_on")]


def other(one, seed, moved=True):
    """A project of the same recipe in which all else may be another, rooms and weights only where ``moved``."""
    dice = Random(seed)
    flats = tuple(
        replace(flat, area=dice.choice([flat.area, 6103, dice.randint(1, 99_999)]),
                owner=dice.choice(OWNERS), **(_moved(one, n, dice) if moved else {}))
        for n, flat in enumerate(one.flats)
    )  # fmt: skip
    found = replace(
        one, flats=flats, topics=topics_of(one),
        papers=Papers(**{name: dice.choice(TEXTS) for name in PAPERS}, due_date=dice.choice(["", "2027-02-28"]),
                      made_on=dice.choice(["", "2027-01-31"])),
    )  # fmt: skip
    if one.scheme.lease:
        return found
    return replace(
        found, method=replace(one.method, opt_out=dice.choice([OptOut.ALL, OptOut.FLOOR])),
        costs=tuple(CostItem(dice.choice(OWNERS) or "电梯", dice.randint(0, 99_999_999), n != 2)
                    for n in range(dice.randint(1, 10))),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, dice.randint(0, 5)),
        unit=dice.choice(["分", "角", "元", "百元"]),
        weights={dice.randint(1, one.storeys): dice.randint(1, 60_000)} if moved else {},
    )  # fmt: skip


def _moved(one, number, dice):
    """Another room, on another storey; the last flat pays, for somebody must."""
    last = number == len(one.flats) - 1
    room = f"{TEXTS[number % len(TEXTS)]}-{number}"
    if one.scheme.lease:  # who pays decides how many bills are printed: a shape of its own
        return {"room": room}
    return {
        "room": room,
        "storey": one.storeys if last else dice.randint(1, one.storeys),
        "taking_part": last or dice.random() < 0.8,
    }


def different(data, expected):
    """The parts in which two books differ."""
    one, two = (ZipFile(BytesIO(book)) for book in (data, expected))
    names = {*one.namelist(), *two.namelist()}
    return [name for name in names if one.read(name) != two.read(name)]


def assert_made(data, one):
    """A book is the one made from nothing, to the byte."""
    expected = make_book(one)
    assert data == expected, different(data, expected)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", samples.PROJECTS)
def test_books_of_every_family_are_the_same(name):
    first = samples.PROJECTS[name][0]()
    # Who joins later, shares in a pool or has a fund is told by the room; who is paid by the storey.
    moved = name not in ("contribution", "pools")
    books, recipe = Books(), recipe_of(first)
    before = books.book_of(first)
    kept = books.kept(recipe)
    for seed in range(2):
        one = other(first, seed, moved)
        assert recipe_of(one) == recipe
        data = books.book_of(one)
        assert books.kept(recipe) is kept
    assert_made(data, one)
    assert books.book_of(first) == before
    assert books.kept(recipe) is kept
    fewer = replace(
        first,
        flats=(*(replace(flat, taking_part=False) for flat in first.flats[:-1]), first.flats[-1]),
    )
    assert_made(books.book_of(fewer), fewer)


@pytest.mark.parametrize("seed", range(4))
def test_books_of_any_building_are_the_same(seed):
    schemes = ("nanjing", "xianyang", "general-area", "general-equal")
    blank = project(schemes[seed], 3 + seed, (8000, 10000, 6103)[: 1 + seed % 3])
    books = Books()
    books.book_of(blank)
    one = other(blank, seed)
    books.book_of(other(blank, seed + 10))
    assert_made(books.book_of(one), one)


def test_a_blank_template_is_the_same_after_another_choice():
    blank = project_from(find("general-usage"))
    books = Books()
    books.book_of(replace(blank, papers=Papers(estate="安苑"), costs=(CostItem("电梯", 100),)))
    assert_made(books.book_of(blank), blank)


def test_what_prints_more_pages_is_of_another_shape():
    """How many months are to be printed follows from the loan; the recipe says it."""
    one = project(storeys=3, areas=(8000,), loan=Loan(1_000_000, 300, 7, "2026-01-31"))
    two = replace(one, loan=replace(one.loan, months=9))
    books = Books()
    books.book_of(one)
    kept = books.kept(recipe_of(one))
    assert_made(books.book_of(two), two)
    assert books.kept(recipe_of(one)) is kept is not books.kept(recipe_of(two))


def test_the_same_recipe_of_another_scheme_is_another_book():
    one = project(storeys=3, areas=(8000,))
    scheme = replace(one.scheme, subsidy=None)
    books, two = Books(), replace(one, scheme=scheme)
    books.book_of(one)
    assert recipe_of(one) == recipe_of(two)
    assert_made(books.book_of(two), two)


def test_no_more_shapes_are_kept_than_said():
    projects = [project(storeys=storeys, areas=(8000,)) for storeys in (3, 4)]
    books = Books(kept=1)
    for one in projects:
        books.book_of(one)
    assert [books.kept(recipe_of(one)) is not None for one in projects] == [False, True]


def test_a_caller_may_keep_fewer():
    one, two = (project(storeys=storeys, areas=(8000,)) for storeys in (3, 4))
    try:
        kept_books.keep(1)
        for each in (one, two):
            kept_books.book_of(each)
        kept = [kept_books._own.books.kept(recipe_of(each)) is not None for each in (one, two)]
    finally:
        kept_books.keep(6)
    assert kept == [False, True]


def test_a_project_that_makes_no_sense_spoils_nothing():
    one = project(storeys=3, areas=(8000,))
    books = Books()
    books.book_of(one)
    kept = books.kept(recipe_of(one))
    with pytest.raises(InputError):
        books.book_of(replace(one, flats=(one.flats[0], one.flats[0])))
    with pytest.raises(ValueError, match="control"):
        books.book_of(replace(one, papers=Papers(estate="\0")))
    assert kept is not None
    assert_made(books.book_of(one), one)


def test_what_no_formula_beside_it_shows_is_written_too():
    one = project(storeys=3, areas=(8000,))
    books, two = Books(), replace(one, papers=Papers(account="0101"))
    books.book_of(one)
    assert_made(books.book_of(two), two)
