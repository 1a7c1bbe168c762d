"""Ways to tamper with a book, each a small function that says what must be found, and where.

The rows are those of the book ``plain`` in ``bases``: three storeys, six households in rows 5 to 10
of 住户 and 22 to 27 of 分摊, with rows to spare to 14 and 31.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import shifting
from bookfile import BookFile


@dataclass(frozen=True)
class Tampering:
    """One way: what it does, and the finding that must come of it."""

    name: str
    do: Callable[[BookFile], None]
    kind: str
    sheet: str
    area: str
    base: str


TAMPERINGS: list[Tampering] = []


def found_as(kind: str, sheet: str = "", area: str = "", base: str = "plain"):
    """Add a way of tampering to the list."""

    def add(do: Callable[[BookFile], None]) -> Callable[[BookFile], None]:
        TAMPERINGS.append(Tampering(do.__name__, do, kind, sheet, area, base))
        return do

    return add


# --- formulas ---------------------------------------------------------------------------------


@found_as("formula-overwritten", "分摊", "J23")
def an_amount_typed_over(file):
    file.number("分摊", "J23", 12345.67)


@found_as("formula-overwritten", "分摊", "J22:J27")
def a_column_pasted_as_values(file):
    for row in range(22, 28):
        file.number("分摊", f"J{row}", 10000 + row)


@found_as("formula-overwritten", "分摊", "J22")
def a_value_pasted_over_its_own_formula(file):
    value = re.search(r"<v>(.*?)</v>", file.xml("分摊", "J22"))[1]
    file.number("分摊", "J22", value)


@found_as("formula-overwritten", "分摊", "C22:D24")
def a_block_of_texts(file):
    for row in (22, 23, 24):
        file.words("分摊", f"C{row}", "一层")
        file.words("分摊", f"D{row}", "张三")


@found_as("formula-overwritten", "账单", "B22")
def a_bill_typed_over(file):
    file.number("账单", "B22", 1)


@found_as("formula-overwritten", "校验", "C4")
def the_count_of_failed_checks_typed_over(file):
    file.number("校验", "C4", 0)


@found_as("formula-overwritten", "校验", "C9")
def a_check_typed_over(file):
    file.words("校验", "C9", "通过")


@found_as("formula-overwritten", "说明", "A4")
def the_master_check_typed_over(file):
    file.words("说明", "A4", "校验：全部通过")


@found_as("formula-cleared", "住户", "G7")
def a_hint_emptied(file):
    file.clear("住户", "G7")


@found_as("formula-cleared", "分摊", "K22:K31")
def a_column_of_formulas_emptied(file):
    for row in range(22, 32):
        file.clear("分摊", f"K{row}")


@found_as("formula-edited", "分摊", "J24")
def a_discount_in_a_formula(file):
    file.calculate("分摊", "J24", f"({file.formula('分摊', 'J23')})-5000".replace("&quot;", '"'))


@found_as("formula-edited", "分摊", "D4")
def a_figure_of_another_cell(file):
    file.calculate("分摊", "D4", "分摊!$D$7", 600000)


@found_as("formula-edited", "校验", "C10")
def a_check_that_always_passes(file):
    file.replace("校验", "C10", file.xml("校验", "C10").replace("不通过", "通过"))


@found_as("formula-edited", "分摊", "J25")
def an_absolute_address_made_relative(file):
    cell = file.xml("分摊", "J25")
    changed = re.sub(r"([A-Z])25/100", r"\1$25/100", cell)
    assert changed != cell
    file.replace("分摊", "J25", changed)


@found_as("formula-edited", "账单", "B14")
def a_formula_to_another_workbook(file):
    file.calculate("账单", "B14", "[1]Sheet1!$A$1", 5)


@found_as("formula-edited", "账单", "B9")
def a_formula_that_fetches(file):
    file.calculate("账单", "B9", 'WEBSERVICE("http://example.com/x")', 0)


@found_as("formula-edited", "收缴", "B7", base="usual")
def a_formula_of_the_row_below(file):
    below = file.formula("收缴", "B8")
    file.calculate("收缴", "B7", below.replace("&quot;", '"').replace("&amp;", "&"), 0)


@found_as("formula-overwritten", "收费", "L36", base="lease")
def a_fee_typed_over(file):
    assert file.formula("收费", "L36")
    file.number("收费", "L36", 1)


@found_as("formula-overwritten", "使用费", "J16", base="prepaid")
def a_usage_fee_typed_over(file):
    assert file.formula("使用费", "J16")
    file.number("使用费", "J16", 1)


# --- what is fixed ----------------------------------------------------------------------------


@found_as("label-changed", "分摊", "A1")
def a_title_retyped(file):
    file.words("分摊", "A1", "分摊表（最终版）")


@found_as("paper-text", "账单", "A21")
def a_label_of_a_bill_retyped(file):
    file.words("账单", "A21", "加收")


@found_as("label-changed", "来源", "B3")
def the_basis_retyped(file):
    file.words("来源", "B3", "居委会决定")


@found_as("label-changed", "参数", "A26")
def a_label_emptied(file):
    file.clear("参数", "A26")


@found_as("number-changed", "来源", "B15")
def a_shipped_number_retyped(file):
    file.number("来源", "B15", 9.9)


@found_as("number-changed", "分摊", "A24")
def a_row_number_retyped(file):
    file.number("分摊", "A24", 7)


@found_as("label-changed", "校验", "E9")
def an_advice_made_a_formula(file):
    file.calculate("校验", "E9", "1+1", 2)


@found_as("typed-beside", "分摊", "CR23")
def a_note_beside_the_table(file):
    file.words("分摊", "CR23", "已和业主说好少收")


@found_as("typed-beside", "分摊", "N14:O14")
def a_sum_above_the_table(file):
    file.number("分摊", "N14", 5)
    file.number("分摊", "O14", 6)


@found_as("typed-beside", "账单", "F3")
def a_formula_beside_a_bill(file):
    file.calculate("账单", "F3", "B24*0.9", 1)


@found_as("typed-beside", "住户", "B30")
def a_household_below_the_table(file):
    file.words("住户", "B30", "901")


@found_as("external-link", "账单", "F6")
def a_formula_to_another_workbook_beside_a_bill(file):
    file.calculate("账单", "F6", "[1]Sheet1!$A$1", 1)


# --- lines that moved -------------------------------------------------------------------------


@found_as("rows-inserted", "住户", "8:8")
def a_row_inserted_among_households(file):
    shifting.insert_rows(file, "住户", 8)


@found_as("rows-inserted", "分摊", "14:16")
def three_rows_inserted_above_the_floors(file):
    shifting.insert_rows(file, "分摊", 14, 3)


@found_as("rows-deleted", "住户", "7:7")
def a_household_deleted(file):
    shifting.delete_rows(file, "住户", 7)


@found_as("rows-deleted", "分摊", "30:30")
def a_row_of_shares_deleted(file):
    shifting.delete_rows(file, "分摊", 30, 2)


@found_as("rows-inserted", "账单", "20:20")
def a_line_inserted_in_a_bill(file):
    shifting.insert_rows(file, "账单", 20)


@found_as("columns-inserted", "住户", "E:E")
def a_column_inserted(file):
    shifting.insert_columns(file, "住户", 5)


@found_as("columns-deleted", "住户", "I:I")
def a_column_deleted(file):
    shifting.delete_columns(file, "住户", 9)


@found_as("rows-sorted", "住户", "5:8")
def households_sorted_with_their_numbers(file):
    shifting.sort_rows(file, "住户", {5: 8, 6: 7, 7: 6, 8: 5})


@found_as("rows-sorted", "分摊", "22:25")
def shares_sorted(file):
    shifting.sort_rows(file, "分摊", {22: 24, 23: 22, 24: 25, 25: 23})


@found_as("formula-overwritten", "分摊", "J26")
def a_row_inserted_to_hide_an_amount(file):
    file.number("分摊", "J23", 1)
    shifting.insert_rows(file, "分摊", 14, 3)


# --- sheets -----------------------------------------------------------------------------------


@found_as("sheet-missing", "收据", base="usual")
def a_sheet_removed(file):
    file.sub("xl/workbook.xml", r'<sheet name="收据"[^>]*/>', "")
    file.sub("xl/workbook.xml", r'<definedName name="_xlnm[^>]*>.*</definedName>', "")


@found_as("sheet-hidden", "公示计算", base="usual")
def a_sheet_hidden(file):
    file.sub("xl/workbook.xml", r'(name="公示计算"[^>]*state=)"visible"', r'\1"hidden"')


@found_as("sheet-hidden", "校验")
def a_sheet_hidden_from_the_menu(file):
    file.sub("xl/workbook.xml", r'(name="校验"[^>]*state=)"visible"', r'\1"veryHidden"')


@found_as("sheet-renamed", "应缴")
def a_sheet_renamed(file):
    for part in file.parts:
        if part.startswith("xl/worksheets/sheet") or part == "xl/workbook.xml":
            text = file.text(part).replace("分摊!", "应缴!").replace('name="分摊"', 'name="应缴"')
            file.parts[part] = text.replace("'分摊'!", "'应缴'!").encode()


@found_as("sheet-added", "临时")
def a_sheet_added(file):
    file.sub(
        "xl/workbook.xml", "</sheets>", '<sheet name="临时" sheetId="99" r:id="rId99"/></sheets>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    file.sub("xl/_rels/workbook.xml.rels", "</Relationships>",
             f'<Relationship Id="rId99" Type="{kind}" Target="worksheets/sheet99.xml"/></Relationships>')  # fmt: skip
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    file.parts["xl/worksheets/sheet99.xml"] = (
        f'<worksheet xmlns="{main}"><sheetData/></worksheet>'.encode()
    )
    file.sub("[Content_Types].xml", "</Types>",
             '<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')  # fmt: skip


@found_as("rows-hidden", "分摊", "22:23")
def rows_hidden(file):
    for row in (22, 23):
        file.change(file.path("分摊"), f'<row r="{row}"', f'<row r="{row}" hidden="1"')


@found_as("columns-hidden", "分摊", "J:K")
def columns_hidden(file):
    file.sub(file.path("分摊"), "<cols>", '<cols><col min="10" max="11" hidden="1" width="9"/>')


@found_as("merge-changed", "分摊", "B22:C22")
def cells_merged(file):
    path = file.path("分摊")
    if "<mergeCells" in file.text(path):
        file.sub(path, r"<mergeCells[^>]*>", r'\g<0><mergeCell ref="B22:C22"/>')
    else:
        merges = '</sheetData><mergeCells><mergeCell ref="B22:C22"/></mergeCells>'
        protection = r"</sheetData>(<sheetProtection[^>]*/>)?"
        file.sub(path, protection, lambda m: merges.replace("</sheetData>", m[0]))


@found_as("merge-changed", "账单", "A1:D1")
def cells_taken_apart(file):
    file.sub(file.path("账单"), '<mergeCell ref="A1:D1"/>', "")


# --- guards -----------------------------------------------------------------------------------


@found_as("protection-off", "分摊")
def protection_taken_off(file):
    file.sub(file.path("分摊"), r"<sheetProtection[^>]*/>", "")


@found_as("protection-off", "账单")
def protection_switched_off(file):
    file.sub(file.path("账单"), r'(<sheetProtection[^>]*? sheet=)"1"', r'\1"0"')


@found_as("protection-password", "住户")
def protection_with_a_password(file):
    file.sub(file.path("住户"), "<sheetProtection", '<sheetProtection password="CC1A"')


@found_as("cell-unlocked", "分摊", "J22:J23")
def amounts_unlocked(file):
    style = file.style("住户", "D5")
    for place in ("J22", "J23"):
        file.replace("分摊", place, re.sub(r's="\d+"', f's="{style}"', file.xml("分摊", place)))


@found_as("validation-changed", "住户", "C5:C14")
def a_rule_for_storeys_lost(file):
    file.sub(file.path("住户"), r'<dataValidation (?:(?!<dataValidation ).)*?sqref="\$?C\$?5:\$?C\$?14".*?</dataValidation>', "")  # fmt: skip


@found_as("validation-changed", "住户", "C5:C14")
def a_rule_for_storeys_widened(file):
    file.sub(file.path("住户"), "<formula2>3</formula2>", "<formula2>99</formula2>")


@found_as("validation-changed", "参数", "B24")
def another_list_of_choices(file):
    file.change(file.path("参数"), "不计补贴,按规则计算,手工填写", "不计补贴,手工填写")


@found_as("name-changed")
def a_name_of_another_column(file):
    file.change("xl/workbook.xml", "分摊!$J$22:$J$31", "分摊!$H$22:$H$31")


@found_as("name-missing")
def a_name_deleted(file):
    file.sub("xl/workbook.xml", '<definedName name="total_cost">[^<]*</definedName>', "")


@found_as("name-added")
def a_name_added(file):
    file.change("xl/workbook.xml", "<definedNames>",
                '<definedNames><definedName name="discount">0.9</definedName>')  # fmt: skip


@found_as("external-link")
def a_name_of_another_workbook(file):
    file.change("xl/workbook.xml", "<definedNames>",
                '<definedNames><definedName name="rate">[1]Sheet1!$A$1</definedName>')  # fmt: skip


@found_as("calculation-settings")
def computing_by_hand_only(file):
    file.sub("xl/workbook.xml", "<calcPr", '<calcPr calcMode="manual"')


@found_as("calculation-settings")
def computing_with_what_is_shown(file):
    file.sub("xl/workbook.xml", "<calcPr", '<calcPr fullPrecision="0"')


@found_as("date-system")
def dates_from_1904(file):
    file.sub("xl/workbook.xml", "<workbookPr", '<workbookPr date1904="1"')


# --- what a file carries besides --------------------------------------------------------------


def _relate(file: BookFile, title: str, kind: str, target: str, outside: bool = False) -> None:
    """Let a sheet point at something."""
    rels = file.path(title).replace("worksheets/", "worksheets/_rels/") + ".rels"
    mode = ' TargetMode="External"' if outside else ""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationship Id="x1" Type="{base}/{kind}" Target="{target}"{mode}/>'
    main = "http://schemas.openxmlformats.org/package/2006/relationships"
    file.parts[rels] = f'<Relationships xmlns="{main}">{one}</Relationships>'.encode()


@found_as("external-link")
def a_link_to_another_workbook(file):
    file.parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"


@found_as("embedded-object")
def an_embedded_document(file):
    file.parts["xl/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0"


@found_as("embedded-object")
def a_control(file):
    file.parts["xl/activeX/activeX1.xml"] = b"<ax/>"


@found_as("data-connection")
def a_data_connection(file):
    file.parts["xl/connections.xml"] = b"<connections/>"


@found_as("extra-part")
def a_pivot_table(file):
    file.parts["xl/pivotTables/pivotTable1.xml"] = b"<pivotTableDefinition/>"


@found_as("macro")
def a_macro_sheet(file):
    file.parts["xl/macrosheets/sheet1.xml"] = b"<macrosheet/>"


@found_as("macro")
def a_macro(file):
    file.parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"


@found_as("covered", "账单")
def a_picture_over_a_bill(file):
    _relate(file, "账单", "drawing", "../drawings/drawing9.xml")
    file.parts["xl/drawings/drawing9.xml"] = (
        b"<xdr:wsDr><xdr:twoCellAnchor></xdr:twoCellAnchor></xdr:wsDr>"
    )


@found_as("covered", "账单")
def a_picture_whose_part_is_named_in_code(file):
    _relate(file, "账单", "drawing", "../drawings/drawing%39.xml")
    file.parts["xl/drawings/drawing9.xml"] = b"<xdr:wsDr><xdr:pic></xdr:pic></xdr:wsDr>"


@found_as("web-link", "账单")
def a_link_to_the_web(file):
    _relate(file, "账单", "hyperlink", "http://example.com/pay", outside=True)


@found_as("external-link", "账单")
def a_picture_from_outside(file):
    _relate(file, "账单", "image", "http://example.com/x.png", outside=True)


@found_as("format-misleading", "分摊", "J22")
def an_amount_that_shows_another_number(file):
    _format(file, '"1,000.00"', "J22")


@found_as("format-misleading", "分摊", "J23")
def an_amount_that_shows_nothing(file):
    _format(file, ";;;", "J23")


def _format(file: BookFile, code: str, place: str) -> None:
    """Give a cell of 分摊 a number format."""
    code = code.replace('"', "&quot;")
    file.sub(
        "xl/styles.xml", "<numFmts[^>]*>", rf'\g<0><numFmt numFmtId="777" formatCode="{code}"/>'
    )
    count = len(
        re.findall(
            "<xf ", re.search(r"<cellXfs.*?</cellXfs>", file.text("xl/styles.xml"), re.DOTALL)[0]
        )
    )
    file.sub(
        "xl/styles.xml",
        "</cellXfs>",
        '<xf numFmtId="777" fontId="0" fillId="0" borderId="0"/></cellXfs>',
    )
    cell = re.sub(r' s="\d+"', f' s="{count}"', file.xml("分摊", place))
    file.replace("分摊", place, cell)


@found_as("format-misleading", "分摊", "J24")
def an_amount_in_thousands(file):
    _format(file, "#,##0.00,", "J24")


@found_as("format-misleading", "分摊", "J24")
def an_amount_with_a_point_of_its_own(file):
    _format(file, '0"."00', "J24")


@found_as("format-misleading", "分摊", "J24")
def an_amount_with_a_chinese_figure(file):
    _format(file, '#,##0.00"二"', "J24")


@found_as("format-misleading", "分摊", "J24")
def an_amount_for_most_numbers_only(file):
    _format(file, '[=1]0.00;"已缴清"', "J24")


@found_as("format-misleading", "分摊", "J24")
def an_amount_shown_as_a_year(file):
    _format(file, "yyyy", "J24")


@found_as("format-misleading", "分摊", "J24:J25")
def an_amount_under_a_conditional_look(file):
    shown = '<numFmt numFmtId="790" formatCode="&quot;20,642.00&quot;"/>'
    file.sub("xl/styles.xml", "<dxfs[^>]*>", rf"\g<0><dxf>{shown}</dxf>")
    rule = '<cfRule type="expression" dxfId="0" priority="9"><formula>TRUE</formula></cfRule>'
    look = f'<conditionalFormatting sqref="J24:J25">{rule}</conditionalFormatting>'
    file.sub(file.path("分摊"), "</sheetData>(<sheetProtection[^>]*/>)?", rf"\g<0>{look}")


@found_as("format-misleading", "分摊", "J23")
def a_format_in_styles_under_another_name(file):
    before = file.parts["xl/styles.xml"]
    _format(file, ";;;", "J23")
    file.parts["xl/look.xml"], file.parts["xl/styles.xml"] = file.parts["xl/styles.xml"], before
    file.change("xl/_rels/workbook.xml.rels", "styles.xml", "look.xml")
    file.change("[Content_Types].xml", "/xl/styles.xml", "/xl/look.xml")


# --- what only another program shows ----------------------------------------------------------


@found_as("rows-hidden", "分摊", "22:22")
def a_row_too_thin_to_be_seen(file):
    file.sub(file.path("分摊"), r'<row r="22"( ht="[^"]*")?', '<row r="22" ht="0.4"')


@found_as("columns-hidden", "分摊", "J:K")
def columns_too_thin_to_be_seen(file):
    file.sub(file.path("分摊"), "<cols>.*?</cols>",
             '<cols><col min="10" max="11" width="0.05" customWidth="1"/></cols>')  # fmt: skip


@found_as("paper-typed", "账单")
def another_amount_below_each_bill(file):
    footer = "<headerFooter><oddFooter>&amp;C本期实收 20,000.00 元</oddFooter></headerFooter>"
    file.sub(file.path("账单"), r"<pageSetup[^>]*/>", rf"\g<0>{footer}")


@found_as("cell-unlocked", "分摊", "A1:ZZ999")
def an_area_that_protection_leaves_open(file):
    area = '<protectedRanges><protectedRange sqref="A1:ZZ999" name="x"/></protectedRanges>'
    file.sub(file.path("分摊"), r"<sheetProtection[^>]*/>", rf"\g<0>{area}")


@found_as("name-changed", "住户")
def a_name_of_a_sheet_before_ours(file):
    name = '<definedName name="amount_due" localSheetId="2">账单!$B$24</definedName>'
    file.change("xl/workbook.xml", "</definedNames>", f"{name}</definedNames>")


@found_as("external-link")
def a_link_in_a_name_like_a_print_area(file):
    name = '<definedName name="Print_x">[1]a!$B$24</definedName>'
    file.change("xl/workbook.xml", "</definedNames>", f"{name}</definedNames>")


@found_as("external-link")
def a_link_to_another_workbook_under_another_name(file):
    _relate_book(file, "externalLink", "links/l1.xml")


@found_as("data-connection")
def a_connection_under_another_name(file):
    _relate_book(file, "connections", "c.xml")


@found_as("embedded-object")
def an_embedded_document_under_another_name(file):
    _relate(file, "账单", "oleObject", "../media/x.bin")
    file.parts["xl/media/x.bin"] = b"\xd0\xcf\x11\xe0"


def _relate_book(file: BookFile, kind: str, target: str) -> None:
    """Let the workbook point at a part."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    one = f'<Relationship Id="rX" Type="{base}/{kind}" Target="{target}"/>'
    file.change("xl/_rels/workbook.xml.rels", "</Relationships>", f"{one}</Relationships>")
    file.parts[f"xl/{target}"] = b"<x/>"


@found_as("covered", "账单")
def a_picture_behind_a_bill(file):
    _relate(file, "账单", "image", "../media/image1.png")
    file.parts["xl/media/image1.png"] = b"\x89PNG"


@found_as("covered", "图表", base="every")
def a_picture_beside_a_chart(file):
    (drawing,) = (part for part in file.parts if part.startswith("xl/drawings/drawing"))
    file.sub(drawing, r"</(\w+:)?wsDr>", r"<a:pic xmlns:a='urn:a'/>\g<0>")


@found_as("calculation-settings")
def computing_by_hand_in_a_workbook_under_another_name(file):
    for old, new in (
        ("workbook.xml", "book.xml"),
        ("_rels/workbook.xml.rels", "_rels/book.xml.rels"),
    ):
        file.parts[f"xl/{new}"] = file.parts.pop(f"xl/{old}")
    file.change("_rels/.rels", "xl/workbook.xml", "xl/book.xml")
    file.change("[Content_Types].xml", "/xl/workbook.xml", "/xl/book.xml")
    file.change("xl/book.xml", "<calcPr ", '<calcPr calcMode="manual" ')


@found_as("web-link", "账单")
def a_link_written_in_another_code(file):
    _relate(file, "账单", "hyperlink", "http://example.com/pay", outside=True)
    (rels,) = (part for part in file.parts if b"example.com" in file.parts[part])
    text = '<?xml version="1.0" encoding="UTF-16"?>' + file.text(rels)
    file.parts[rels] = text.encode("utf-16")


@found_as("number-changed", "分摊", "A24")
def a_row_number_made_a_text(file):
    number = re.search(r"<v>(.*?)</v>", file.xml("分摊", "A24"))[1]
    file.words("分摊", "A24", number)


# --- values and inputs ------------------------------------------------------------------------


@found_as("value-stale", "账单", "B22")
def a_forged_bill(file):
    file.store("账单", "B22", 1)


@found_as("value-stale", "分摊", "J22:J23")
def forged_amounts(file):
    file.store("分摊", "J22", 5)
    file.store("分摊", "J23", 6)


@found_as("value-stale", "校验", "C4")
def a_forged_count_of_failed_checks(file):
    file.store("校验", "C4", 1)


@found_as("value-stale", "分摊", "D4")
def an_input_changed_without_computing(file):
    file.number("参数", "B12", 700000)


@found_as("value-stale", "账单", "B22")
def a_stored_value_wiped(file):
    file.store("账单", "B22", "")


@found_as("input-out-of-range", "住户", "C6")
def a_storey_that_is_none(file):
    file.number("住户", "C6", 99)


@found_as("input-out-of-range", "住户", "F7")
def a_word_that_is_no_choice(file):
    file.words("住户", "F7", "不知道")


@found_as("input-out-of-range", "住户", "D8")
def an_area_in_words(file):
    file.words("住户", "D8", "八十平")


@found_as("input-out-of-range", "参数", "B12")
def a_negative_cost(file):
    file.number("参数", "B12", -5)


@found_as("input-reference", "住户", "D9")
def an_area_that_refers_to_a_bill(file):
    file.calculate("住户", "D9", "账单!$B$24", 80)


@found_as("version-unknown")
def a_version_of_tomorrow(file):
    file.words("说明", "L3", "9.9.9")


@found_as("recipe-missing")
def a_recipe_lost(file):
    file.clear("来源", "B9")


@found_as("recipe-changed")
def a_scheme_and_a_recipe_lost(file):
    file.clear("来源", "B9")
    file.words("说明", "K3", "nowhere")


@found_as("recipe-changed", "来源", "B9")
def a_recipe_of_another_building(file):
    text = re.search(r"<t[^>]*>(.*?)</t>", file.xml("来源", "B9"))[1]
    file.words("来源", "B9", text.replace("户数 6", "户数 5"))
