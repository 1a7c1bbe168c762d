"""What every engine has to do: the same questions to that of this machine and to that of the page."""

from __future__ import annotations

import gc
import random
import struct
from weakref import ref

import pytest

from elevshare.opened.areas import area
from elevshare.opened.places import place
from elevshare.page.engine import IronCalcEngine
from elevshare.workbook.book import assembled
from elevshare.workbook.engine.native import NativeEngine

NUMBERS = (
    0.1, 1 / 3, 2 / 3, 100 / 3, 0.1 + 0.2, 1.005, 2.675, 61_234_567.89, 0.285, 1e15 / 7,
    123_456_789_012_345, 12_345_678_901_234_567, 0.123456789012345678, 9_007_199_254_740_993,
    1e-5, 1.2345678901234567e-10, 1e-300, 1e21, 1.7976931348623157e308, 1e100, 46_387, 60,
    -0.1, -1 / 3, -1e-12, -987_654_321.123456, -1e18, 0, 1, -1,
)  # fmt: skip
TEXTS = (
    "007", "12", "1e5", "1,234.50", "50%", "￥5", "-1", "+1", ".5", "2026-01-31", "1/2", "12:30", "3月5日",
    "=1+1", "+A1", "@SUM(A1)", "{=1}", "'", "'单引号", "''", '"', 'a"b', "第一行\n第二行", "甲\t乙", " 前后有空格 ",
    "&amp;", "<b>&\"'</b>", "&#65;", "１２３", "ＴＲＵＥ", "TRUE", "false", "是", "#N/A", "#DIV/0!", "#REF!", "A1",
    "室\u3000甲", "𠮷田", "é", "\u200b", "|", '@"|"h', "1|2", "null", "[1]", "\\n", "长" * 2_000,
)  # fmt: skip


@pytest.fixture(params=["native", "page"])
def load(request):
    """Opens a book in one engine or the other."""
    if request.param == "native":
        return NativeEngine
    bridge = request.getfixturevalue("node_bridge")
    return lambda draft: IronCalcEngine(draft, bridge)


def draft(names=None, **sheets):
    """A draft whose sheets have these cells: name → value, "=…" is a formula."""

    def writer(cells):
        def write(grid):
            grid.put(1, 1, None, "计算-any")
            for name, value in cells.items():
                formula = isinstance(value, str) and value[:1] == "="
                write_one = grid.put if formula or not isinstance(value, str) else grid.text
                write_one(*place(name), value, "计算-any")
            grid.page("A1:A1")

        return write

    wanted = [(title, "计算", writer(cells)) for title, cells in sheets.items()]
    return assembled(wanted, names or {}, "数", "数")


def value(engine, cell, sheet="数"):
    ((found,),) = engine.read(sheet, area(cell))
    return found


def same(found, wanted):
    """Equal to the last digit, and of the same kind; a whole number may be an int."""
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        return type(found) is type(wanted) and found == wanted
    return type(found) in (int, float) and struct.pack("d", found) == struct.pack("d", wanted)


def test_numbers_of_a_file_are_read_to_the_last_digit(load):
    engine = load(draft(数={f"A{row}": one for row, one in enumerate(NUMBERS, 1)}))
    engine.calculate()
    found = engine.read("数", area(f"A1:A{len(NUMBERS)}"))
    assert [one for (got,), one in zip(found, NUMBERS, strict=True) if not same(got, one)] == []


def test_numbers_that_are_typed_go_through_a_formula_to_the_last_digit(load):
    dice = random.Random(1)
    many = [dice.uniform(-1, 1) * 10 ** dice.randint(-12, 15) for _ in range(300)]
    typed = [*NUMBERS, *many]
    engine = load(draft(数={f"B{row}": f"=A{row}" for row in range(1, len(typed) + 1)}))
    engine.type(
        "数", area(f"A1:A{len(typed)}"), {(row, 1): one for row, one in enumerate(typed, 1)}
    )
    engine.calculate()
    found = engine.read("数", area(f"A1:B{len(typed)}"))
    wrong = [
        (one, pair)
        for pair, one in zip(found, typed, strict=True)
        if not same(pair[0], one) or not same(pair[1], one)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        ("1/3", 1 / 3), ("2/3*1000", 2 / 3 * 1000), ("10^15/7", 1e15 / 7), ("ROUND(2.345,2)", 2.35),
        ("ROUND(-0.5,0)", -1), ("2^53", 2**53), ("61234567.89*100", 61_234_567.89 * 100), ("1-0.9", 1 - 0.9),
        ("INT(-0.5)", -1), ("MOD(-7,3)", 2), ("10^-9/3", 1e-9 / 3), ("SUM(A1:A3)", 0),
    ],
)  # fmt: skip
def test_numbers_that_come_of_a_formula(load, formula, wanted):
    engine = load(draft(数={"B1": f"={formula}"}))
    engine.calculate()
    assert value(engine, "B1") == wanted


def test_nothing_below_nothing_is_nothing(load):
    engine = load(draft(数={"B1": "=0*-1", "B2": '=IF(0*-1=0,"零","不是")', "B3": "=-A1"}))
    engine.calculate()
    assert engine.read("数", area("B1:B3")) == [[0], ["零"], [0]]


def test_texts_of_a_file_stay_texts(load):
    cells = {f"A{row}": one for row, one in enumerate(TEXTS, 1)}
    same_ones = {f"B{row}": f"=A{row}" for row in range(1, len(TEXTS) + 1)}
    plain = {name: one for name, one in cells.items() if one[:1] != "="}
    engine = load(draft(数={**plain, **same_ones}))
    engine.calculate()
    found = engine.read("数", area(f"A1:B{len(TEXTS)}"))
    wanted = [[one, one] for one in TEXTS if one[:1] != "="]
    assert [pair for pair, one in zip(found, TEXTS, strict=True) if one[:1] != "="] == wanted


def test_texts_that_are_typed_stay_texts(load):
    engine = load(draft(数={f"B{row}": f"=A{row}" for row in range(1, len(TEXTS) + 1)}))
    engine.type(
        "数", area(f"A1:A{len(TEXTS)}"), {(row, 1): one for row, one in enumerate(TEXTS, 1)}
    )
    engine.calculate()
    assert engine.read("数", area(f"A1:B{len(TEXTS)}")) == [[one, one] for one in TEXTS]


def test_texts_inside_formulas(load):
    formulas = [
        '="a""b"',
        '="第一行"&CHAR(10)&"二"',
        '="<&>"&"\'"',
        '="INDEX(甲)"',
        '="@INDEX("',
        '=""',
    ]
    engine = load(draft(数={f"B{row}": one for row, one in enumerate(formulas, 1)}))
    engine.calculate()
    wanted = [['a"b'], ["第一行\n二"], ["<&>'"], ["INDEX(甲)"], ["@INDEX("], [""]]
    assert engine.read("数", area("B1:B6")) == wanted


def test_logicals_errors_and_empty_cells(load):
    cells = {
        "B1": "=1=1",
        "B2": "=1=2",
        "B3": "=1/0",
        "B4": "=NA()",
        "B5": "=A9",
        "B6": "=ISBLANK(A9)",
    }
    engine = load(draft(数=cells))
    engine.calculate()
    (yes,), (no,), (division,), (missing,), (of_blank,), (blank,) = engine.read("数", area("B1:B6"))
    assert (yes, no, blank) == (True, False, True)
    assert type(division) not in (int, float, str, bool) and type(missing) not in (
        int,
        float,
        str,
        bool,
    )
    assert of_blank == 0 and value(engine, "A9") is None


def test_logicals_are_typed(load):
    engine = load(draft(数={"B1": '=IF(A1,"是","否")', "B2": "=ISLOGICAL(A2)"}))
    engine.type("数", area("A1:A2"), {(1, 1): True, (2, 1): False})
    engine.calculate()
    assert engine.read("数", area("A1:B2")) == [[True, "是"], [False, True]]


def test_what_is_typed_replaces_everything_in_its_area(load):
    cells = {
        "A1": 1,
        "A2": "=A1+1",
        "B1": "旧",
        "B2": 7,
        "C1": "=SUM(A1:B2)",
        "C2": "=COUNTA(A1:B2)",
    }
    engine = load(draft(数=cells))
    engine.calculate()
    assert engine.read("数", area("A1:C2")) == [[1, "旧", 10], [2, 7, 4]]
    engine.type("数", area("A1:B2"), {(1, 2): 5, (2, 1): "新"})
    engine.calculate()
    assert engine.read("数", area("A1:C2")) == [[None, 5, 5], ["新", None, 2]]


def test_a_blank_cell_is_typed_and_made_blank_again(load):
    engine = load(draft(数={"B1": '=IF(A1="","空",A1*2)'}))
    for typed, wanted in (({(1, 1): 2.5}, 5), ({}, "空"), ({(1, 1): 3}, 6), ({(1, 1): None}, "空")):
        engine.type("数", area("A1"), typed)
        engine.calculate()
        assert value(engine, "B1") == wanted


def test_a_formula_is_put_and_taken_back(load):
    engine = load(draft(数={"A1": 2, "B1": "=A1*10", "C1": "=B1+1"}))
    engine.calculate()
    engine.put("数", (1, 2), "A1*10+7")
    engine.calculate()
    assert engine.read("数", area("B1:C1")) == [[27, 28]]
    engine.put("数", (1, 2), "A1*10")
    engine.calculate()
    assert engine.read("数", area("B1:C1")) == [[20, 21]]


def test_sheets_refer_to_each_other_in_any_order(load):
    book = draft(
        数={"A1": "='单 户'!B2+乙!A1", "A2": "=SUM('单 户'!B1:B3)"},
        **{"单 户": {"B2": 40, "B3": "=乙!A1*2"}},
        乙={"A1": 2},
    )
    engine = load(book)
    engine.calculate()
    assert engine.read("数", area("A1:A2")) == [[42], [44]]
    engine.type("乙", area("A1"), {(1, 1): 3})
    engine.calculate()
    assert engine.read("数", area("A1:A2")) == [[43], [46]]


def test_defined_names(load):
    names = {"net_cost": "乙!$B$2", "room_no": "'单 户'!$A$1:$A$3"}
    book = draft(
        names,
        数={"A1": "=net_cost*2", "A2": '=COUNTIF(room_no,"301")', "A3": "=INDEX(room_no,2)"},
        乙={"B2": 21},
        **{"单 户": {"A1": "301", "A2": "302", "A3": "301"}},
    )
    engine = load(book)
    engine.calculate()
    assert engine.read("数", area("A1:A3")) == [[42], [2], ["302"]]


def test_index_is_one_value_wherever_it_stands(load):
    cells = {
        "A1": 10, "A2": 20, "A3": 30, "B1": "甲", "B2": "乙", "B3": "丙",
        "C1": '=INDEX($B$1:$B$3,MATCH(20,$A$1:$A$3,0))&"：INDEX("', "C2": "=INDEX(A1:A3,2)*INDEX(A1:A3,3)",
        "C3": '=IF(INDEX(A1:A3,1)=10,"""INDEX(1)""",0)',
    }  # fmt: skip
    engine = load(draft(数=cells))
    engine.calculate()
    assert engine.read("数", area("C1:C3")) == [["乙：INDEX("], [600], ['"INDEX(1)"']]


def test_one_cell_is_counted_in(load):
    cells = {
        "A1": "某某公司", "B1": '=COUNTIF($A$1,"*公司*")', "B2": "=COUNTIF('单 户'!A1,\"1?2\")+COUNTIF(乙!$A$1,5)",
        "B3": '=COUNTIF($A$1:$A$1,"x")&"COUNTIF(A1,5)"',
    }  # fmt: skip
    engine = load(draft(数=cells, **{"单 户": {"A1": "102"}}, 乙={"A1": 5}))
    engine.calculate()
    assert engine.read("数", area("B1:B3")) == [[1], [2], ["0COUNTIF(A1,5)"]]


def test_many_books_at_once_do_not_mix_and_are_given_back(load):
    engines = [load(draft(数={"A1": number, "B1": "=A1*2"})) for number in range(40)]
    for engine in reversed(engines):
        engine.calculate()
    assert [value(engine, "B1") for engine in engines] == [2 * number for number in range(40)]
    gone = ref(engines[0])
    del engine, engines[:39]
    gc.collect()
    assert gone() is None
    assert value(engines[0], "B1") == 78


def test_a_book_that_is_forgotten_is_freed(node_bridge):
    freed = []

    class Watched:
        def __getattr__(self, method):
            if method == "free":
                return lambda book: (freed.append(book), node_bridge.free(book))
            return getattr(node_bridge, method)

    engine = IronCalcEngine(draft(数={"A1": 1}), Watched())
    number = engine._book
    del engine
    gc.collect()
    assert freed == [number]
