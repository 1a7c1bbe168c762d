"""The sums of a summary, by its formulas and by plain Python; what the application lists."""

import random

import pytest
from records import LEVELS, building, figures, leased, many, mixed
from summaries import summary

from elevshare.collecting.plan import OTHERS, UNNAMED
from elevshare.collecting.record import BookAmounts, Collection
from elevshare.money import upper

SUMS = ("cost", "subsidy", "compensation", "net", "fee", "owed", "paid", "left", "over", "grant")


def expected(books):
    """The sums of some books in fen."""
    return {key: sum(getattr(one.figures, key) for one in books) for key in SUMS}


def found(one):
    return {key: one.figure(key) for key in SUMS}


def test_the_books_that_count_by_default_are_summed_up():
    collection = mixed()
    one = summary(collection)
    books = [book for book, counts in zip(collection.buildings, one.plan.counted, strict=True) if counts]  # fmt: skip
    assert found(one) == expected(books)
    assert one.figure("books") == 13 and one.figure("counted") == len(books) == 11
    assert one.figure("households") == 14 * 11 and one.figure("taking") == 13 * 11
    assert one.failed() == []


@pytest.mark.parametrize("seed", range(4))
def test_any_choice_is_followed(seed):
    chance = random.Random(seed)
    books = [
        chance.choice((building, leased))(number) for number in range(1, chance.randint(3, 20))
    ]
    takes = {number: chance.choice("是否") for number in range(1, len(books) + 1)}
    one = summary(Collection(tuple(books)), takes)
    chosen = [book for number, book in enumerate(books, 1) if takes[number] == "是"]
    assert found(one) == expected(chosen)
    granted = [book for book in chosen if book.figures.grant]
    assert [line[1] for line in one.lines()] == [book.name for book in granted]
    for column, level in zip("FGH", LEVELS, strict=True) if granted else ():
        whole = sum(dict(book.figures.levels)[level] for book in granted)
        assert round(one.foot(column) * 100) == whole
    words = f"人民币 {upper(sum(book.figures.grant for book in granted))}"
    assert one.values["补贴申请", f"C{6 + one.plan.lines}"] == words


def test_a_row_shows_what_the_book_shows_and_how_much_it_differs():
    wrong = figures(5)
    wrong = BookAmounts(cost=100, subsidy=30, own_net=75, due=70, own_due=69)
    one = summary(
        Collection((building(1, figures=wrong), building(2, figures=BookAmounts(cost=7))))
    )
    table = one.plan.table
    assert (one.at(table.at("net_gap", 0)), one.at(table.at("due_gap", 0))) == (-0.05, 0.01)
    assert one.at(table.at("net_gap", 1)) is None
    assert one.at(table.at("net", 0)) == 0.7 and one.at(table.at("name", 0)) == building(1).name


def test_levels_beyond_the_fourth_share_a_column():
    named = ("中央", "省级", "市级", "", "街道")
    parts = tuple((level, 100 + number) for number, level in enumerate(named))
    one = summary(
        Collection((building(1, figures=BookAmounts(cost=9_000, subsidy=1_000, grant=1_000, levels=parts)),))
    )  # fmt: skip
    assert one.plan.levels == ("中央", "省级", "市级", OTHERS)
    assert [one.figure(key) for key in one.plan.level_keys] == [100, 101, 102, 207]
    assert one.figure("rest") == 1_000 - 510


def test_a_level_without_a_name_is_said():
    odd = BookAmounts(cost=9, subsidy=5, grant=5, levels=(("", 5),))
    assert summary(Collection((building(1, figures=odd),))).plan.levels == (UNNAMED,)


def test_a_hundred_million_in_words():
    figure = BookAmounts(cost=1_000_000_000, subsidy=1_000_000_000, grant=1_000_000_000)
    books = tuple(building(number, figures=figure) for number in range(1, 13))
    one = summary(Collection(books))
    assert one.at(one.plan.capitals.at("upper", 0)) == "壹亿贰仟万元整" == upper(12_000_000_000)


def test_no_book_at_all_is_no_error():
    one = summary(mixed(0).__class__((), mixed(0).refusals))
    assert found(one) == dict.fromkeys(SUMS, 0) and one.lines() == []
    assert one.failed() == ["有计入的簿子"]
    assert not any(str(value).startswith("#") for value in one.values.values())


def test_three_hundred_books():
    collection = many(300)
    one = summary(collection)
    assert found(one) == expected(collection.buildings) and len(one.lines()) == 300
