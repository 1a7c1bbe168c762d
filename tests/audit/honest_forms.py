"""How Excel, WPS and libraries write the same book in other attributes, elements and parts.

Each does to our file what such a program does to any file; none may be reported as more than a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bookfile import BookFile
from harmless import _everywhere, _sheets

STYLES, WORKBOOK = "xl/styles.xml", "xl/workbook.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_X14AC = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
_REVISION = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

#: What is done to the parts of a file.
FORMS: list[Callable[[BookFile], None]] = []


def form(do: Callable[[BookFile], None]) -> Callable[[BookFile], None]:
    """Add a form to the list."""
    FORMS.append(do)
    return do


def _renumbered(file: BookFile, name: str, one: str, refers: str, parts: list[str]) -> None:
    """Turn a list of the styles round, and number what refers to it anew."""
    head, body, tail = re.search(
        rf"^(.*<{name}[^>]*>)(.*?)(</{name}>.*)$", file.text(STYLES), re.DOTALL
    ).groups()
    every = re.findall(rf"<{one}(?:\s[^>]*)?/>|<{one}(?:\s[^>]*)?>.*?</{one}>", body, re.DOTALL)
    file.parts[STYLES] = (head + "".join(reversed(every)) + tail).encode()
    for part in parts:
        file.sub(part, rf' {refers}="(\d+)"',
                 lambda m: f' {refers}="{len(every) - 1 - int(m[1])}"', 0)  # fmt: skip


# --- Excel ------------------------------------------------------------------------------------


@form
def revisions_and_compatibility(file):
    _everywhere(
        file, "<worksheet ",
        f'<worksheet xmlns:mc="{_COMPATIBLE}" mc:Ignorable="x14ac xr" xmlns:x14ac="{_X14AC}" '
        f'xmlns:xr="{_REVISION}" xr:uid="{{00000000-0001-0000-0000-000000000000}}" ',
    )  # fmt: skip
    file.sub(
        WORKBOOK, r"<workbookPr ?/>",
        '<fileVersion appName="xl" lastEdited="7" lowestEdited="4" rupBuild="22228"/>'
        '<workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>',
    )  # fmt: skip


@form
def thick_lines_beside_rows(file):
    _everywhere(file, r'(<row r="\d+")', r'\1 thickBot="1"')
    _everywhere(file, "<sheetFormatPr ", f'<sheetFormatPr xmlns:a="{_X14AC}" a:dyDescent="0.25" ')


@form
def the_window_moved(file):
    file.sub(WORKBOOK, "<workbookView ", '<workbookView xWindow="-108" yWindow="-108" windowWidth="23256" windowHeight="12456" ')  # fmt: skip
    _everywhere(file, '<selection [^>]*activeCell="A1"', lambda m: m[0].replace("A1", "C9"))


@form
def the_printer_remembered(file):
    _everywhere(file, "<pageSetup ", f'<pageSetup xmlns:r="{_OFFICE}" r:id="rId90" horizontalDpi="600" verticalDpi="600" ')  # fmt: skip
    file.parts["xl/printerSettings/printerSettings1.bin"] = b"\0" * 220


@form
def fonts_in_another_order(file):
    _renumbered(file, "fonts", "font", "fontId", [STYLES])


@form
def fills_in_another_order(file):
    _renumbered(file, "fills", "fill", "fillId", [STYLES])


@form
def borders_in_another_order(file):
    _renumbered(file, "borders", "border", "borderId", [STYLES])


@form
def conditional_looks_in_another_order(file):
    parts = [one for one in _sheets(file) if "dxfId" in file.text(one)]
    _renumbered(file, "dxfs", "dxf", "dxfId", parts)


@form
def named_styles_in_another_order(file):
    _renumbered(file, "cellStyleXfs", "xf", "xfId", [STYLES])


@form
def number_formats_numbered_anew(file):
    file.sub(STYLES, r'numFmtId="(1[6-9]\d|2\d\d)"', lambda m: f'numFmtId="{int(m[1]) + 300}"', 0)


@form
def colours_without_transparency(file):
    file.sub(STYLES, r'rgb="00(\w{6})"', r'rgb="FF\1"', 0)


@form
def white_by_the_theme(file):
    file.sub(STYLES, r'<(color|fgColor|bgColor) rgb="00FFFFFF" ?/>', r'<\1 theme="0"/>', 0)


@form
def solid_fills_with_a_ground(file):
    file.sub(STYLES, r"(<fgColor [^>]*/>)</patternFill>", r'\1<bgColor indexed="64"/></patternFill>', 0)  # fmt: skip


@form
def fonts_with_families(file):
    file.sub(STYLES, "</font>", '<family val="2"/><charset val="134"/></font>', 0)


@form
def all_apply_marks_said(file):
    marks = " ".join(f'apply{one}="1"' for one in ("NumberFormat", "Font", "Fill", "Border"))
    file.sub(STYLES, "<xf ", f"<xf {marks} ", 0)


@form
def styles_of_tables_and_slicers(file):
    file.sub(STYLES, "</styleSheet>", '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"/></extLst></styleSheet>')  # fmt: skip


@form
def green_corners_silenced(file):
    _everywhere(file, "(<rowBreaks|</worksheet>)", r'<ignoredErrors><ignoredError sqref="A1:D9" numberStoredAsText="1"/></ignoredErrors>\1')  # fmt: skip


@form
def pinyin_for_chinese(file):
    _everywhere(file, "</sheetData>", '</sheetData><phoneticPr fontId="1" type="noConversion"/>')


@form
def who_edits_along(file):
    file.parts["xl/persons/person.xml"] = b"<personList/>"
    file.parts["xl/metadata.xml"] = b"<metadata/>"


@form
def formulas_to_be_computed_always(file):
    _everywhere(file, "<f>MAX", '<f ca="1">MAX')


@form
def strict(file):
    for part in [*_sheets(file), WORKBOOK, STYLES]:
        text = file.text(part).replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        file.parts[part] = text.encode()


# --- WPS --------------------------------------------------------------------------------------


@form
def its_own_named_styles(file):
    xfs = re.findall("<xf ", re.search("<cellStyleXfs.*?</cellStyleXfs>", file.text(STYLES), re.DOTALL)[0])  # fmt: skip
    file.sub(STYLES, "</cellStyleXfs>", '<xf numFmtId="44" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>')  # fmt: skip
    file.sub(STYLES, "</cellStyles>", f'<cellStyle name="货币" xfId="{len(xfs)}" builtinId="4"/></cellStyles>')  # fmt: skip


@form
def its_own_properties(file):
    file.parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="urn:vt"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property></Properties>'
    )
    file.sub(WORKBOOK, "</workbook>", '<extLst><ext uri="{wpsCustomData}"><w xmlns="http://www.wps.cn/officeDocument/2013/wpsCustomData"/></ext></extLst></workbook>')  # fmt: skip


@form
def columns_with_styles_of_their_own(file):
    _everywhere(file, r"<col (?![^>]*style=)", '<col style="0" bestFit="1" ')


# --- libraries --------------------------------------------------------------------------------


@form
def prefixed_names(file):
    """The Open XML SDK, and ClosedXML on it."""
    for part in [*_sheets(file), WORKBOOK, STYLES]:
        text = re.sub(r"<(/?)(?=[a-zA-Z])(?!\w+:)", r"<\1x:", file.text(part))
        file.parts[part] = re.sub(r' xmlns="', ' xmlns:x="', text, count=1).encode()


@form
def truths_in_words(file):
    """LibreOffice."""
    for attribute in ("customHeight", "customWidth", "wrapText", "horizontalCentered", "sheet"):
        for part in [*_sheets(file), STYLES]:
            text = re.sub(rf' {attribute}="([01])"', lambda m: f' {m[0].split("=")[0].strip()}="{("false", "true")[int(m[1])]}"', file.text(part))  # fmt: skip
            file.parts[part] = text.encode()


@form
def parts_by_whole_addresses(file):
    text = file.text("xl/_rels/workbook.xml.rels")
    whole = 'Target="/xl/' in text
    old, new = ('Target="/xl/', 'Target="') if whole else ('Target="', 'Target="/xl/')
    file.parts["xl/_rels/workbook.xml.rels"] = text.replace(old, new).encode()


@form
def a_byte_order_mark(file):
    for part in [*_sheets(file), STYLES]:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        text = re.sub(r"^<\?xml.*?\?>\s*", "", file.text(part))
        file.parts[part] = b"\xef\xbb\xbf" + (head + text).encode()


@form
def columns_joined(file):
    """ExcelJS writes equal columns side by side as one, and its own fonts for the workbook's."""
    _everywhere(
        file,
        r'<col width="(\d+)" customWidth="1" min="(\d+)" max="\d+" ?/><col width="\1" customWidth="1" min="\d+" max="(\d+)" ?/>',
        r'<col min="\2" max="\3" width="\1" customWidth="1"/>',
    )
    file.sub(STYLES, r"<fonts[^>]*><font>.*?</font>", '<fonts><font><color theme="1"/><family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/></font>')  # fmt: skip


@form
def as_exceljs_saves(file):
    """No page breaks, conditional number formats lost, headers without what is empty."""
    _everywhere(file, "<rowBreaks.*?</rowBreaks>", "")
    file.sub(STYLES, r'(<dxf>(?:(?!</dxf>).)*formatCode=)"[^"]*"', r'\1"[object Object]"', 0)
    _everywhere(file, r"<(?:odd|even|first)(?:Header|Footer) ?/>", "")


def as_sheetjs_saves(file: BookFile) -> None:
    """SheetJS keeps values, formulas, widths and number formats; guards, conditions and looks are gone."""
    for part in _sheets(file):
        text = re.sub(
            r"<(sheetProtection|pageSetup|printOptions)\b[^>]*/>|<(dataValidations|conditionalFormatting|headerFooter|rowBreaks)\b.*?</\2>",
            "", file.text(part), flags=re.DOTALL,
        )  # fmt: skip
        file.parts[part] = text.encode()
    file.sub(STYLES, r"<xf ([^>]*?)(?: ?/>|>.*?</xf>)",
             lambda m: f'<xf {re.search("numFmtId=.[0-9]+.", m[1])[0]} fontId="0" fillId="0" borderId="0"/>', 0)  # fmt: skip
