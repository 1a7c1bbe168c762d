"""Books of which something is far too much, or leads elsewhere."""

from __future__ import annotations

from handmade import MAIN, REL, book, relations, workbook, worksheet
from hostile_kit import (
    DAMAGED,
    FAR,
    LARGE,
    ONE,
    READ,
    SHEET_HEAD,
    SHEET_TAIL,
    after_rows,
    greedy,
    hostile,
    repeated,
    rows,
)


@hostile(FAR)
def cell_at_the_end_of_the_sheet():
    return book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


@hostile(READ)
def blank_cell_at_the_end_of_the_sheet():
    return book('<row r="1048576"><c r="XFD1048576" s="0"/></row>')


@hostile(DAMAGED)
def cell_beyond_the_end_of_the_sheet():
    return book('<row r="1048577"><c r="XFE1048577"><v>1</v></c></row>')


@hostile(READ)
def as_many_cells_as_are_read():
    unit = '<c t="str"><f>"{n}"&amp;A1</f><v>一二三四五六七八九十{n}</v></c>'
    return rows(f"<row>{unit * 3}</row>", 99_000)


@hostile(READ)
def many_empty_rows():
    return rows("<row/>", 400_000)


@hostile(LARGE)
def many_hidden_rows():
    return rows('<row hidden="1"/><row/>', 500_000)


@hostile(LARGE)
def many_styles():
    head = f'<styleSheet xmlns="{MAIN}"><cellXfs>'
    return repeated("styles", head, "<xf><protection/></xf>", 200_000, "</cellXfs></styleSheet>")


@hostile(LARGE)
def many_names():
    head = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets/><definedNames>'
    unit = '<definedName name="n{n}">1</definedName>'
    return repeated("workbook", head, unit, 200_000, "</definedNames></workbook>")


@hostile("名称太多")
def some_names():
    head = workbook().removesuffix("</workbook>") + "<definedNames>"
    unit = '<definedName name="n{n}">1</definedName>'
    return repeated("workbook", head, unit, 6_000, "</definedNames></workbook>")


@hostile(LARGE)
def many_merges():
    return after_rows("<mergeCells>", '<mergeCell ref="A1:B1"/>', 100_000, "</mergeCells>")


@hostile(LARGE)
def whole_sheet_merged():
    return book(sheet=worksheet(ONE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))


@hostile(LARGE)
def many_validations():
    unit = '<dataValidation sqref="A1"><formula1>1</formula1></dataValidation>'
    return after_rows("<dataValidations>", unit, 50_000, "</dataValidations>")


@hostile(LARGE)
def validation_of_many_areas():
    head, tail = '<dataValidations><dataValidation sqref="', '"/></dataValidations>'
    return after_rows(head, "A{n}:B{n} ", 30_000, tail)


@hostile(LARGE)
def many_shared_strings():
    return repeated("strings", f'<sst xmlns="{MAIN}">', "<si><t>{n}</t></si>", 250_000, "</sst>")


@hostile(LARGE)
def long_shared_strings():
    unit = f"<si><t>{'长' * 30_000}</t></si>"
    return repeated("strings", f'<sst xmlns="{MAIN}">', unit, 700, "</sst>")


@hostile(LARGE)
def formula_copied_without_end():
    first = f'<row><c><f t="shared" ref="A1:A9" si="0">{"+".join(["B1"] * 2000)}</f></c></row>'
    return repeated("sheet", SHEET_HEAD + first, '<row><c><f t="shared" si="0"/></c></row>',
                    300_000, SHEET_TAIL)  # fmt: skip


@hostile(LARGE)
def formula_too_long():
    return book(f"<row><c><f>{'1+' * 5000}1</f></c></row>")


@hostile(LARGE)
def columns_over_and_over():
    unit = '<col min="1" max="16384" hidden="1"/>'
    return repeated(
        "sheet", f'<worksheet xmlns="{MAIN}"><cols>', unit, 155_000, "</cols></worksheet>"
    )


@hostile("工作表太多")
def thousand_sheets():
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 1001))
    return book(ONE, workbook=workbook(sheets))


@hostile(DAMAGED)
def sheets_that_are_one():
    sheets = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>'
    return book(ONE, workbook=workbook(sheets))


@hostile(DAMAGED)
def sheet_outside_of_the_file():
    return book(ONE, rels=relations(("worksheet", "../../../../etc/passwd")))


@hostile(DAMAGED)
def sheet_on_the_net():
    pair = ("worksheet", "http://127.0.0.1:9/sheet1.xml")
    return book(ONE, rels=relations(pair, mode=' TargetMode="External"'))


@hostile(DAMAGED)
def part_that_is_its_own_workbook():
    return book(ONE, root=relations(("officeDocument", "_rels/.rels")))


@hostile(DAMAGED)
def number_of_many_digits():
    return book(f"<row><c><v>{'9' * 10_000}</v></c></row>")


@hostile(DAMAGED)
def number_that_is_infinite():
    return book("<row><c><v>1e999</v></c></row>")


@hostile(DAMAGED)
def text_that_is_not_there():
    return book('<row><c t="s"><v>99999999</v></c></row>')


@hostile(READ)
def formulas_that_reach_out():
    return greedy(
        ["cmd|'/C calc.exe'!A0", 'WEBSERVICE("http://127.0.0.1:9/")', "[1]Sheet1!A1",
         'HYPERLINK("http://127.0.0.1:9/","点这里")', 'CALL("kernel32","WinExec","JCJ","calc",0)']
    )  # fmt: skip


@hostile(READ)
def names_that_are_formulas():
    text = "EXEC(\"calc.exe\")&amp;cmd|'/C calc'!A0"
    more = f'<definedNames><definedName name="Auto_Open">{text}</definedName></definedNames>'
    return book(ONE, workbook=workbook(more=more))


@hostile("「住<U[+]202E>户」：这一页太长")
def title_that_runs_backwards():
    sheets = '<sheet name="住&#x202E;户" sheetId="1" r:id="rId1"/>'
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    return book(far, workbook=workbook(sheets))
