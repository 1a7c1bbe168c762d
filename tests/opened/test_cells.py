"""The reader on what Excel, WPS and others write, in every spelling that the format allows."""

import pytest
from handmade import (
    MAIN,
    STRICT_MAIN,
    STRICT_REL,
    book,
    relations,
    strings,
    types,
    workbook,
    worksheet,
)
from handmade import styles as style_part

from elevshare.errors import InputError
from elevshare.opened import Cell, opened


def sheet_of(data="", **more):
    return opened(book(data, **more), "簿.xlsx").sheets[0]


def cells(data, **more):
    return sheet_of(f'<row r="1">{data}</row>', **more).cells


def value(cell, **more):
    (found,) = cells(cell, **more).values()
    return found.value, found.kind


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<c r="A1"><v>12</v></c>', (12, "n")),
        ('<c r="A1"><v>-12</v></c>', (-12, "n")),
        ('<c r="A1"><v>61.029999999999994</v></c>', (61.029999999999994, "n")),
        ('<c r="A1"><v>1E-3</v></c>', (0.001, "n")),
        ('<c r="A1"><v/></c>', (None, "n")),
        ('<c r="A1" t="b"><v>1</v></c>', (True, "b")),
        ('<c r="A1" t="b"><v>0</v></c>', (False, "b")),
        ('<c r="A1" t="e"><v>#REF!</v></c>', ("#REF!", "e")),
        ('<c r="A1" t="str"><f>A2</f><v>张三</v></c>', ("张三", "s")),
        ('<c r="A1" t="str"><f>A2</f><v></v></c>', ("", "s")),
        ('<c r="A1"><f>A2</f></c>', (None, "n")),
        ('<c r="A1" t="d"><v>2026-03-01</v></c>', ("2026-03-01", "s")),
        ('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', (" a ", "s")),
        ('<c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>', ("张三", "s")),
        ('<c r="A1" t="inlineStr"><is><t>a&lt;b&#x5F20;</t></is></c>', ("a<b张", "s")),
        ('<c r="A1" t="inlineStr"><is><t><![CDATA[<a>]]></t></is></c>', ("<a>", "s")),
        ('<c r="A1" t="inlineStr"><is><t>a_x000A_b_x0000_</t></is></c>', ("a\nb_x0000_", "s")),
        ("<c r='A1'><!-- x --><v>1<?y?>2</v></c>", (12, "n")),
    ],
)
def test_a_cell(cell, found):
    assert value(cell) == found


def test_shared_strings_with_runs_and_without_their_pronunciation():
    items = (
        "<si><t>张三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t>四</t></r></si>"
        '<si><t>王五</t><rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/></si><si/>'
    )
    data = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(4))
    found = cells(data, strings=strings(items))
    assert [cell.value for cell in found.values()] == ["张三", "李四", "王五", ""]
    with pytest.raises(InputError, match="已损坏"):
        cells('<c t="s"><v>4</v></c>', strings=strings(items))


@pytest.mark.parametrize(("row", "cell"), [("", ' ph="1"'), (' ph="1"', ""), ("", "")])
def test_a_hint_is_seen_where_cell_or_row_shows_it(row, cell):
    hint = '<rPh sb="0" eb="1"><t>wang</t></rPh>'
    data = (
        f'<row{row}><c r="A1" t="s"{cell}><v>1</v></c><c r="B1" t="s"{cell}><v>0</v></c>'
        f'<c r="C1" t="inlineStr"{cell}><is><t>五</t>{hint}</is></c></row>'
    )
    items = strings(f"<si><t>王</t></si><si><t>王五</t>{hint}</si>")
    assert sheet_of(data, strings=items).hinted == ([(1, 1), (1, 3)] if row or cell else [])


@pytest.mark.parametrize(
    "said",
    [
        ' t="str"><v>甲</v><is><t>乙</t></is>', ' t="inlineStr"><is><t>甲</t></is><v>乙</v>',
        "><v>1</v><v>2</v>", ' t="inlineStr"><is><t>甲</t></is><is><t>乙</t></is>',
        "><f>A2</f><f>A3</f><v>1</v>", "><v>1</v><extLst><ext><v>2</v></ext></extLst>",
    ],
)  # fmt: skip
def test_a_cell_that_says_two_things_is_refused(said):
    with pytest.raises(InputError, match="已损坏"):
        cells(f'<c r="A1"{said}</c>')


def test_a_cell_may_say_the_same_twice_or_nothing_besides():
    assert value('<c r="A1" t="inlineStr"><v></v><is><t>甲</t></is></c>') == ("甲", "s")
    assert value('<c r="A1" t="str"><v>甲</v><is><t>甲</t></is></c>') == ("甲", "s")


def test_addresses_may_be_left_out():
    rows = (
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"/><row><c/></row>'
    )
    assert list(sheet_of(rows).cells) == [(1, 1), (1, 4), (1, 5), (5, 1)]


def test_copies_of_a_formula_are_written_out():
    data = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">SUM($B1:B$2)+\'A B\'!A1</f></c>'
        '<c r="B1"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c><f t="shared" si="0"></f></c><c><f>1+1</f></c>'
        '<c><f t="array" ref="C3">{1}</f></c>'
        '<c><f t="dataTable" ref="D3:D4" r1="A1"/></c></row>'
    )
    found = {place: cell.formula for place, cell in sheet_of(data).cells.items()}
    assert found == {
        (1, 1): "SUM($B1:B$2)+'A B'!A1",
        (1, 2): "SUM($B1:C$2)+'A B'!B1",
        (3, 1): "SUM($B3:B$2)+'A B'!A3",
        (3, 2): "1+1",
        (3, 3): "{1}",
        (3, 4): "TABLE(A1,)",
    }


def test_styles_tell_what_is_unlocked_and_what_a_date():
    formats = '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>'
    xfs = (
        '<cellXfs><xf/><xf><protection locked="0"/></xf><xf numFmtId="164"/><xf numFmtId="14"/>'
        '<xf numFmtId="2"><protection hidden="1"/></xf></cellXfs><dxfs><dxf/></dxfs>'
    )
    made = opened(book("<row><c s='1'/><c s='2'/></row>", styles=style_part(formats + xfs)), "簿")
    assert (made.unlocked, made.dates) == ({1}, {2, 3})
    assert made.sheets[0].cells == {
        (1, 1): Cell(None, None, "n", 1),
        (1, 2): Cell(None, None, "n", 2),
    }


def test_what_a_sheet_has_besides():
    x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    after = (
        '<sheetProtection sheet="1" objects="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
        '<dataValidations><dataValidation type="list" sqref="A1 B2:B9" allowBlank="1">'
        '<formula1>"是,否"</formula1></dataValidation></dataValidations>'
        f'<extLst><ext><x14:dataValidations xmlns:x14="{x14}"><x14:dataValidation type="whole">'
        f'<x14:formula1><xm:f xmlns:xm="{xm}">参数!$A$1</xm:f></x14:formula1>'
        f'<xm:sqref xmlns:xm="{xm}">C1</xm:sqref></x14:dataValidation></x14:dataValidations>'
        "</ext></extLst>"
    )
    before = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>'
    rows = '<row r="2" hidden="1"/><row r="3" hidden="1"/><row r="9" ht="0"/>'
    sheet = sheet_of(sheet=worksheet(rows, after, before))
    assert sheet.protected and sheet.protection["objects"] == "1"
    assert sheet.merges == ["A1:B2"]
    assert [tuple(one[:4]) for one in sheet.validations] == [
        ("A1 B2:B9", "list", '"是,否"', ""),
        ("C1", "whole", "参数!$A$1", ""),
    ]
    assert (sheet.hidden_rows, sheet.hidden_columns) == (
        [range(2, 4), range(9, 10)],
        [range(2, 5)],
    )


def test_names_of_the_book_and_of_a_sheet():
    more = (
        '<definedNames><definedName name="room_no">住户!$A$1:$A$9</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="0">住户!$A$1</definedName>'
        "</definedNames>"
    )
    made = opened(book(workbook=workbook(more=more)), "簿.xlsx")
    assert made.names == {"room_no": "住户!$A$1:$A$9"}
    assert made.local_names == {(0, "_xlnm.Print_Area"): "住户!$A$1"}
    assert made.where(made.sheets[0]) == "簿.xlsx 工作表「住户」"


def test_hidden_sheets_absolute_targets_and_sheets_without_cells():
    pairs = (("worksheet", "/xl/worksheets/sheet1.xml"), ("chartsheet", "../xl/chart.xml"))
    sheets = (
        '<sheet name="住户" sheetId="1" r:id="rId1" state="veryHidden"/>'
        '<sheet name="图" sheetId="2" r:id="rId2"/>'
    )
    made = opened(
        book("<row><c><v>1</v></c></row>", workbook=workbook(sheets), rels=relations(*pairs)), "簿"
    )
    assert [(s.title, s.state, s.kind, len(s.cells)) for s in made.sheets] == [
        ("住户", "veryHidden", "worksheet", 1),
        ("图", "visible", "chartsheet", 0),
    ]


def test_the_strict_format():
    made = opened(
        book(
            root=relations(("officeDocument", "xl/workbook.xml"), uri=STRICT_REL),
            workbook=workbook(uri=STRICT_MAIN, rel=STRICT_REL),
            rels=relations(("worksheet", "worksheets/sheet1.xml"), uri=STRICT_REL),
            sheet=worksheet("<row><c><v>7</v></c></row>", uri=STRICT_MAIN),
        ),
        "簿",
    )
    assert made.sheets[0].cells[1, 1].value == 7


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings(encoding):
    text = f'<?xml version="1.0"?>{worksheet("<row><c t=" + chr(34) + "str" + chr(34) + "><v>张</v></c></row>")}'
    assert sheet_of(sheet=text.encode(encoding)).cells[1, 1].value == "张"


def test_prefixes_instead_of_a_default_namespace():
    text = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>3</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert sheet_of(sheet=text).cells[1, 1].value == 3


def test_a_book_with_macros_is_refused_whatever_it_is_called():
    with pytest.raises(
        InputError, match=r"簿：这个文件带有宏（.xlsm）。本工具的簿子没有宏：请不要启用"
    ):
        opened(
            book(
                types=types().replace(
                    "openxmlformats-officedocument.spreadsheetml.sheet.main",
                    "ms-excel.sheet.macroEnabled.main",
                )
            ),
            "簿",
        )


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>x</v></c>', '<c r="A1"><v>nan</v></c>', '<c r="A1"><v>1_0</v></c>',
        '<c r="A1"><v>1E999</v></c>', '<c r="A0"/>', '<c r="1"/>', '<c r="$A$1"/>', '<c r="XFE1"/>',
        '<c r="A1"/><c r="A1"/>', '<c t="s"><v>-1</v></c>', '<c t="?"><v>1</v></c>',
        '<c s="x"/>', '<c><f t="shared" si="9"/></c>',
    ],
)  # fmt: skip
def test_what_no_program_writes_is_damage(cell):
    with pytest.raises(InputError, match=r"^簿.xlsx：工作簿已损坏或不完整，无法读取。请在"):
        cells(cell)
