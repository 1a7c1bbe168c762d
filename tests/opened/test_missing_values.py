"""Formulas without stored values: computed as LibreOffice does, or refused with place and cure."""

import io

import pytest
from engines import libreoffice
from handmade import book, workbook
from openpyxl import Workbook

from elevshare.errors import InputError
from elevshare.opened import limits, missing_values, opened, recalculation, with_values
from elevshare.opened.computable import KNOWN, functions

#: Column B of the sheet 数据: numbers; C: texts; D: rooms, some as numbers; E: blank.
ROWS = ((53.07, "张三", "101", None), (70, "李四", "0101", None), (1.005, "a", 101, None),
        (-2.5, "A-1", "3-101", None), (0, " x  y ", "2", None))  # fmt: skip
FORMULAS = (
    """
ABS(B4) · AND(B1>1,B2>1) · AVERAGE(B1:B5) · CEILING(B1,5) · CHOOSE(2,B1,B2) · COLUMN(C1) · COLUMN()
CONCATENATE(B2,"-",C1) · COUNT(B1:D5) · COUNTA(B1:E5) · COUNTBLANK(B1:E5) · COUNTIF(B1:B5,">1")
COUNTIF(C1:C5,"a") · COUNTIFS(B1:B5,">0",C1:C5,"李四") · DATE(2026,13,1) · DAY(46082) · EDATE(46082,1)
EXACT("a","A") · FALSE() · FIND("-",D4) · FLOOR(B1,5) · HLOOKUP(53.07,B1:C5,2,FALSE) · IF(B1>60,1,"否")
IFERROR(1/0,"无") · IFERROR(FIND("x",C1),0) · _xlfn.IFNA(MATCH("z",C1:C5,0),-1) · INDEX(B1:C5,2,2) · INT(B4)
ISBLANK(E1) · ISERR(1/0) · ISERROR(C1*1) · ISNA(MATCH("z",C1:C5,0)) · ISNUMBER(D3) · ISNUMBER(D1)
ISTEXT(D1) · LARGE(B1:B5,2) · LEFT(D4,FIND("-",D4)-1) · LEFT(C1) · LEN(C1) · LOOKUP(2,{1,2,3},{7,8,9})
LOWER(C4) · MATCH("李四",C1:C5,0) · MATCH(101,D1:D5,0) · MAX(B1:B5) · MEDIAN(B1:B5) · MID(D4,3,3)
MIN(B1:B5) · MOD(-7,3) · MONTH(46082) · N(C1) · NOT(B1>1) · OR(B1>99,B2>1) · PRODUCT(B1:B3)
RANK(B2,B1:B5) · REPT("一",3) · RIGHT(D4,3) · ROUND(B1*1.15,2) · ROUND(B3,2) · ROUND(2.675,2)
ROUND(B4,0) · ROUNDDOWN(B4,0) · ROUNDUP(B1,1) · ROW(B3) · ROW() · ROWS(B1:B5) · SEARCH("A",C3)
SMALL(B1:B5,2) · SUBSTITUTE("61㎡","㎡","") · SUM(B1:B5) · SUM(B:B) · SUMIF(B1:B5,">1")
SUMIF(C1:C5,"张三",B1:B5) · SUMIFS(B1:B5,B1:B5,"<60",C1:C5,"张三") · SUMPRODUCT(B1:B5,B1:B5)
SUMPRODUCT((B1:B5>1)*B1:B5) · TEXT(B1,"0.0") · TEXT(7,"000") · TRIM(C5) · TRUE() · TRUNC(B1,1)
UPPER(C3) · VLOOKUP("李四",C1:D5,2,FALSE) · VLOOKUP(53.07,B1:C5,2,0) · YEAR(46082) · B1&"室" · B1-B2
B1/3 · "0"&D3 · 0.1+0.2 · E1 · E1&"" · B1=53.07 · "a"="A" · -B4 · B2% · 2^3 · (B1+B2)*1.1
""".strip()
    .replace("\n", " · ")
    .split(" · ")
)
#: Apart from the others, since they may not stand beside those that hide errors.
READING = ['VALUE("61.03")', "VALUE(D2)", "VALUE(LEFT(D4,1))", "VALUE(MID(D1,1,1))+1"]


def written(formulas):
    """A file by openpyxl with a formula a row in column A."""
    made = Workbook()
    sheet = made.active
    sheet.title = "数据"
    for number, formula in enumerate(formulas, 1):
        sheet.cell(number, 1, f"={formula}")
    for number, row in enumerate(ROWS, 1):
        for column, value in enumerate(row, 2):
            sheet.cell(number, column, value)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def column_a(filled):
    return [
        cell.value for (_, column), cell in sorted(filled.sheets[0].cells.items()) if column == 1
    ]


def same(one, other):
    if isinstance(one, float) or isinstance(other, float):
        return one == pytest.approx(other, rel=1e-14)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


@pytest.mark.sampled(0)
def test_all_known_functions_give_what_libreoffice_gives(tmp_path):
    used = {name for formula in FORMULAS + READING for name in functions(formula)}
    assert used == KNOWN
    for number, formulas in enumerate((FORMULAS, READING)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(written(formulas))
        (theirs,) = libreoffice([path], tmp_path)
        ours = column_a(with_values(opened(path.read_bytes(), "簿.xlsx")))
        found = [theirs.get(("数据", f"A{row}"), "") for row in range(1, len(formulas) + 1)]
        differing = [
            (formula, mine, other)
            for formula, mine, other in zip(formulas, ours, found, strict=True)
            if not same(mine, other)
        ]
        assert not differing


def of(rows, **more):
    return opened(book(rows, **more), "名册.xlsx")


ONE = '<row r="2"><c r="C2"><f>{}</f><v/></c></row>'


def test_nothing_is_computed_where_nothing_is_missing(monkeypatch):
    monkeypatch.setattr(recalculation.subprocess, "run", None)
    stored = of('<row r="1"><c><f>1+1</f><v>2</v></c><c t="str"><f>A9</f><v></v></c><c/></row>')
    assert with_values(stored) is stored


def test_stored_values_are_trusted_and_what_is_missing_follows_from_them():
    rows = (
        '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>53.07</v></c><c><f>ROUND(A1*1.15,2)</f></c>'
        '<c t="b"><f>1=1</f></c><c><f>"3-"&amp;B1</f></c><c><f>1/0</f></c><c><f>A1=1</f></c></row>'
    )
    filled = with_values(of(rows))
    assert with_values(filled) is filled
    found = filled.sheets[0].cells
    assert [(cell.value, cell.kind) for cell in found.values()] == [
        (53.07, "n"), (61.03, "n"), (True, "b"), ("3-61.03", "s"), ("#DIV/0!", "e"), (False, "b"),
    ]  # fmt: skip
    assert found[1, 2].formula == "ROUND(A1*1.15,2)"


def test_a_whole_result_is_a_whole_number():
    value = with_values(of(ONE.format("1+1"))).sheets[0].cells[2, 3].value
    assert (value, type(value)) == (2, int)


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("[1]Sheet1!A1", "引用了别的文件或“表”"),
        ("SUM('[名册 旧.xlsx]一'!A1:A9)", "引用了别的文件或“表”"),
        ("SUM(T[面积])", "引用了别的文件或“表”"),
        ("_xlfn.XLOOKUP(1,A1:A2,B1:B2)", "用了函数 XLOOKUP"),
        ("RAND()", "用了函数 RAND"),
        ('TEXT(B1,"[DBNum2]0")', "用了函数 TEXT"),
        ("IFERROR(VALUE(A1),0)", "用了函数 VALUE"),
        ("nothing+1", ""),
        ("别处!A1", ""),
        ("1+", ""),
        ("A9#", ""),
        ("C2", ""),
    ],
)
def test_what_cannot_be_computed_is_refused_with_place_and_cure(formula, why):
    with pytest.raises(InputError) as refused:
        with_values(of(ONE.format(formula)))
    assert refused.value.where == "名册.xlsx 工作表「住户」C2"
    assert refused.value.what.startswith("公式没有存下结果")
    assert refused.value.what.partition("：")[2] == why
    assert refused.value.todo == "请用 Excel 或 WPS 打开、保存一次，或把公式粘贴为数值"


def test_cells_far_away_cost_nothing():
    far = f'<row r="{limits.LAST_ROW}"><c r="ALL{limits.LAST_ROW}"><f>1+1</f></c></row>'
    (cell,) = with_values(of(far)).sheets[0].cells.values()
    assert cell.value == 2


def test_too_many_formulas_are_refused_before_any_is_computed(monkeypatch):
    monkeypatch.setattr(limits, "MISSING", 2)
    monkeypatch.setattr(missing_values, "recalculated_values", None)
    with pytest.raises(InputError, match=r"C2：公式没有存下结果.*有 3 格，太多了"):
        with_values(of(ONE.format("1") + '<row r="3"><c><f>1</f></c><c><f>1</f></c></row>'))


def test_titles_may_be_long_and_strange():
    title = "&lt;&amp;'\"长" + "长" * 150_000
    sheets = f'<sheet name="{title.replace(chr(34), "&quot;")}" sheetId="1" r:id="rId1"/>'
    with pytest.raises(InputError) as refused:
        with_values(of(ONE.format("1+1"), workbook=workbook(sheets)))
    assert len(str(refused.value)) < 300
