"""What Excel may hand over, argument by argument, through xlwings' real conversion."""

from datetime import datetime
from decimal import Decimal

import pytest
from calls import ALL, COLUMNS, GOOD, MAYBE, WORDS, as_cells, changed, excel_number, seen
from stand_in.excel import ERRORS, MISSING, cells, column

from elevshare_addin.catalogue import parameters, run
from elevshare_addin.refusal import PASSED_ON

EVERY = [
    (name, at, argument)
    for name in ALL
    for at, argument in enumerate(parameters(name)[: len(GOOD[name])])
]
#: ELEVCHECK explains what the others refuse.
PLAIN = [one for one in EVERY if one[0] != "ELEVCHECK"]
#: The most arguments that ELEVCHECK explains.
LONGEST = len(parameters("ELEVCHECK")) - 1
#: Compensation that is no matter of area does not read the areas; see the test of 日照.
UNREAD = ("ELEVCOMP", 3, "areas")
#: The column that the others go by.
VOTES = ("ELEVVOTE", 1, "areas")
NUMBERS = [one for one in PLAIN if one[2] not in WORDS and one != UNREAD]
SINGLE = [one for one in PLAIN if one[2] not in COLUMNS | MAYBE]


def ids(calls):
    return [f"{name}-{argument}" for name, _, argument in calls]


def every(calls):
    return pytest.mark.parametrize(("name", "at", "argument"), calls, ids=ids(calls))


def right(name):
    """The answer to the good call."""
    return seen(run(name, GOOD[name]))


def rows_of(value):
    return value if isinstance(value, list) else [[value]]


def mapped(value, change):
    """A range whose numbers are changed; what is empty stays so."""
    return cells(
        [
            [cell if cell is None else change(excel_number(cell)) for cell in row]
            for row in rows_of(value)
        ]
    )


@pytest.mark.parametrize("name", ALL)
def test_the_good_call_answers_with_something(name, excel):
    found = excel.call(name, *map(as_cells, GOOD[name]))
    assert found == right(name)
    assert found not in (0, "", [], *ERRORS)


@every(NUMBERS)
def test_currency_cells(name, at, argument, excel):
    """A cell of currency arrives as a Decimal of four places."""
    money = mapped(GOOD[name][at], lambda number: Decimal(f"{number:.4f}"))
    assert excel.call(name, *changed(name, at, money)) == right(name)


@every(NUMBERS)
def test_numbers_typed_as_text(name, at, argument, excel):
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    text = mapped(GOOD[name][at], lambda number: f" {number:.15g}".translate(wide))
    assert excel.call(name, *changed(name, at, text)) == right(name)


@every(NUMBERS)
def test_numbers_with_the_noise_of_arithmetic(name, at, argument, excel):
    noisy = mapped(GOOD[name][at], lambda number: number * (1 + 2**-50))
    assert excel.call(name, *changed(name, at, noisy)) == right(name)


@every([one for one in PLAIN if one[2] != "owner" and one != UNREAD])
def test_a_date_is_refused(name, at, argument, excel):
    day = mapped(GOOD[name][at], lambda _: datetime(2026, 3, 1))
    assert excel.call(name, *changed(name, at, day)) == "#VALUE!"


@pytest.mark.parametrize(
    ("area", "error"),
    [(None, "#VALUE!"), (datetime(2026, 3, 1), "#VALUE!"), ("abc", "#VALUE!"), (0.0, "#NUM!")],
)
def test_areas_of_a_compensation_by_area(area, error, excel):
    def paid(other):
        areas = column(Decimal("80.0000"), other)
        return excel.call("ELEVCOMP", "日照", 600000.0, column(1.0, 1.0), areas, MISSING)

    assert paid("８０㎡") == [[10000.0], [10000.0]]
    assert paid(area) == error


@every(NUMBERS)
@pytest.mark.parametrize("wrong", ["abc", "1.2.3", "十", True])
def test_what_is_no_number_is_refused(name, at, argument, wrong, excel):
    bad = mapped(GOOD[name][at], lambda _: wrong)
    assert excel.call(name, *changed(name, at, bad)) == "#VALUE!"


#: Storeys that may be below 1.
DEEP = ("ELEVCOMP", 2, "storeys")


@every([one for one in NUMBERS if one != DEEP])
@pytest.mark.parametrize("wrong", [-1.0, 1e300, 1.23456, "-1"])
def test_numbers_that_cannot_be_meant_are_refused(name, at, argument, wrong, excel):
    bad = mapped(GOOD[name][at], lambda _: wrong)
    assert excel.call(name, *changed(name, at, bad)) == "#NUM!"


@every(PLAIN)
@pytest.mark.parametrize("error", ERRORS)
def test_an_error_cell_is_passed_on(name, at, argument, error, excel):
    rows = [list(row) for row in rows_of(GOOD[name][at])]
    rows[-1][-1] = error
    assert excel.call(name, *changed(name, at, cells(rows))) == PASSED_ON[error]


@every(SINGLE)
@pytest.mark.parametrize("shape", [(2, 1), (1, 2), (2, 2)], ids=["column", "row", "block"])
def test_several_cells_where_one_is_meant(name, at, argument, shape, excel):
    rows, columns = shape
    several = cells([[excel_number(GOOD[name][at])] * columns] * rows)
    assert excel.call(name, *changed(name, at, several)) == "#VALUE!"


@every([one for one in PLAIN if one[2] in COLUMNS - {"storeys"} and one not in (UNREAD, VOTES)])
def test_columns_of_different_lengths(name, at, argument, excel):
    short = as_cells(GOOD[name][at][:-1])
    assert excel.call(name, *changed(name, at, short)) == "#VALUE!"


@every([one for one in PLAIN if one[2] not in ("took_part", "agreed")])
def test_an_empty_cell_and_a_missing_argument_are_alike(name, at, argument, excel):
    """But for a vote: there empty is 否, and who left the argument out forgot it."""
    empty = cells([[None for _ in row] for row in rows_of(GOOD[name][at])])
    found = excel.call(name, *changed(name, at, empty))
    assert found == excel.call(name, *changed(name, at, MISSING))
    assert found == excel.call(name, *changed(name, at, cells([[" "]])))


HOUSEHOLDS = ["ELEVSHARE", "ELEVCOMP", "ELEVUPKEEP"]


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_rows_and_blocks_answer_in_their_shape(name, excel):
    whole = [row[0] for row in right(name)]
    for width in (18, 6, 2):
        reshaped = [
            cells(_folded(value, width)) if isinstance(value, list) else as_cells(value)
            for value in GOOD[name]
        ]
        assert excel.call(name, *reshaped) == seen(_folded([[one] for one in whole], width))


def _folded(rows, width):
    """A column of cells, so many a row."""
    flat = [excel_number(row[0]) for row in rows]
    return [flat[at : at + width] for at in range(0, len(flat), width)]


def test_a_vote_is_the_same_whatever_the_shape(excel):
    for width in (18, 6, 2):
        reshaped = [
            cells(_folded(value, width)) if isinstance(value, list) else as_cells(value)
            for value in GOOD["ELEVVOTE"]
        ]
        assert excel.call("ELEVVOTE", *reshaped) == right("ELEVVOTE")


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_blank_rows_stay_blank(name, excel):
    given = []
    for value in GOOD[name]:
        around = [[None]] if isinstance(value, list) else []
        rows = [*around, *rows_of(value), *around, *around]
        given.append(mapped(rows, lambda cell: cell))
    assert excel.call(name, *given) == [[""], *right(name), [""], [""]]


@pytest.mark.parametrize("name", ["ELEVCOEF", "ELEVRANGE", "ELEVLEASE"])
def test_storeys_may_be_asked_for_all_at_once(name, excel):
    at = parameters(name).index("storey")
    alone = [excel.call(name, *changed(name, at, cells([[storey]]))) for storey in (1.0, 2.0, 5.0)]
    answers = [alone[0], alone[1], "", alone[2]]
    asked = [1.0, 2.0, None, 5.0]
    for width in (1, 2, 4):
        rows, expected = ([flat[n : n + width] for n in range(0, 4, width)] for flat in (asked, answers))  # fmt: skip
        assert excel.call(name, *changed(name, at, cells(rows))) == seen(expected)


def test_a_whole_column_is_refused_and_explained(excel):
    big = column(*[3.0] * 20_001)
    assert excel.call("ELEVSHARE", "南京", 100.0, big, 80.0, *[MISSING] * 6) == "#VALUE!"
    said = excel.call(
        "ELEVCHECK", "ELEVSHARE", "南京", 100.0, big, 80.0, *[MISSING] * (LONGEST - 5)
    )
    assert "不要选整列" in said


@every(PLAIN)
def test_check_names_the_argument_that_is_wrong(name, at, argument, excel):
    rows = [list(row) for row in rows_of(GOOD[name][at])]
    rows[-1][-1] = "#REF!"
    given = changed(name, at, cells(rows))
    said = excel.call("ELEVCHECK", name, *given, *[MISSING] * (LONGEST - len(given)))
    assert f"（{argument}）" in said and "#REF!" in said


@pytest.mark.parametrize("name", sorted(set(ALL) - {"ELEVCHECK"}))
def test_check_says_right_where_it_is(name, excel):
    given = [as_cells(value) for value in GOOD[name]]
    assert excel.call("ELEVCHECK", name, *given, *[MISSING] * (LONGEST - len(given))) == "正确"


#: What ELEVCHECK makes of odd cells: in words where it can, as an error where its own call is wrong.
NAMES = [(None, "#VALUE!"), (" ", "#VALUE!"), (3.0, "#VALUE!"), (True, "#VALUE!"), ("SUM", "#N/A"),
         ("ELEVCHECK", "#N/A"), (datetime(2026, 3, 1), "#VALUE!"), (Decimal("3.0000"), "#VALUE!")]  # fmt: skip


@pytest.mark.parametrize(("name", "error"), NAMES)
def test_check_of_no_function_is_an_error(name, error, excel):
    assert excel.call("ELEVCHECK", cells([[name]]), *[MISSING] * LONGEST) == error
    assert excel.call("ELEVCHECK", column(name, name), *[MISSING] * LONGEST) == "#VALUE!"


def test_check_takes_a_name_however_it_is_typed(excel):
    for name in ("RMBUPPER", "rmbupper", " ＲＭＢＵＰＰＥＲ "):
        assert excel.call("ELEVCHECK", name, 1.0, *[MISSING] * (LONGEST - 1)) == "正确"
        assert (
            excel.call("ELEVCHECK", cells([[name]]), column(1.0), *[MISSING] * (LONGEST - 1))
            == "正确"
        )
    assert excel.call("ELEVCHECK", MISSING, 1.0, *[MISSING] * (LONGEST - 1)) == "#VALUE!"


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (Decimal("1409.5000"), "正确"), ("１４０９．５元", "正确"), (None, "没有填写"), ("", "没有填写"),
        (datetime(2026, 3, 1), "是日期「2026-03-01」"), ("#DIV/0!", "有错误值 #DIV/0!"), (True, "不是数字"),
    ],
)  # fmt: skip
def test_check_says_what_is_wrong_with_a_cell(cell, says, excel):
    assert says in excel.call("ELEVCHECK", "RMBUPPER", cells([[cell]]), *[MISSING] * (LONGEST - 1))


@pytest.mark.parametrize("shape", [(2, 1), (1, 2), (2, 2)], ids=["column", "row", "block"])
def test_check_says_that_one_cell_is_meant(shape, excel):
    several = cells([[1.0] * shape[1]] * shape[0])
    said = excel.call("ELEVCHECK", "RMBUPPER", several, *[MISSING] * (LONGEST - 1))
    assert f"是 {shape[0]} 行 {shape[1]} 列" in said


def test_check_says_that_there_are_too_many_arguments(excel):
    said = excel.call("ELEVCHECK", "RMBUPPER", 1.0, 2.0, *[MISSING] * (LONGEST - 2))
    assert said == "RMBUPPER 只有 1 个参数。请删去多余的参数。"


YES = [
    "是",
    " 是 ",
    "TRUE",
    "true",
    "ＴＲＵＥ",
    "1",
    "１",
    "√",
    "Y",
    True,
    1.0,
    Decimal("1.0000"),
    None,
    "",
]
NO = ["否", "FALSE", "false", "0", "×", "n", False, 0.0, Decimal("0.0000")]


@pytest.mark.parametrize(("words", "takes"), [(YES, True), (NO, False)], ids=["yes", "no"])
def test_yes_and_no_in_every_way_of_writing_them(words, takes, excel):
    for word in words:
        given = (column(3.0, 3.0), 80.0, column("是", word), MISSING, MISSING)
        second = 50.0 if takes else 0.0
        assert excel.call("ELEVSHARE", "南京", 100.0, *given) == [[100 - second], [second]], word


@pytest.mark.parametrize("word", ["也许", 2.0, datetime(2026, 3, 1), "是的"])
def test_what_is_neither_yes_nor_no_is_refused(word, excel):
    given = (column(3.0, 3.0), 80.0, column("是", word), MISSING, MISSING)
    assert excel.call("ELEVSHARE", "南京", 100.0, *given) == "#VALUE!"
