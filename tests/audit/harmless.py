"""Ways in which programs and honest users change a book's file, each a small function.

None of them may be reported as more than a note.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape

from bookfile import BookFile
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from tampering import _relate

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: A cell with a whole number, up to its value.
_NUMBER = r'(<c r="\w+" s="\d+">(?:<f>[^<]*</f>)?)<v>(\d+)</v>'
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")

#: What is done to the parts of a file.
HARMLESS: list[Callable[[BookFile], None]] = []


def harmless(do: Callable[[BookFile], None]) -> Callable[[BookFile], None]:
    """Add a harmless change to the list."""
    HARMLESS.append(do)
    return do


def _sheets(file: BookFile) -> list[str]:
    """The parts of all sheets."""
    return [part for part in file.parts if _SHEET.fullmatch(part)]


def _everywhere(file: BookFile, pattern: str, new: object) -> None:
    """Replace all that a pattern finds on any sheet."""
    times = 0
    for part in _sheets(file):
        text, count = re.subn(pattern, new, file.text(part), flags=re.DOTALL)
        file.parts[part], times = text.encode(), times + count
    assert times, pattern


# --- as Excel and WPS save --------------------------------------------------------------------


@harmless
def texts_shared(file):
    strings: dict[str, int] = {}

    def shared(match):
        number = strings.setdefault(match[3], len(strings))
        return f'<c{match[1]} t="s"{match[2]}><v>{number}</v></c>'

    _everywhere(file, r'<c((?: [rs]="\w+")+) t="inlineStr"([^>]*)><is>(.*?)</is></c>', shared)
    items = "".join(f"<si>{text}</si>" for text in strings)
    file.parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'.encode()
    if "sharedStrings" not in file.text("xl/_rels/workbook.xml.rels"):
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
        file.change("xl/_rels/workbook.xml.rels", "</Relationships>",
                    f'<Relationship Id="rId98" Type="{kind}" Target="sharedStrings.xml"/></Relationships>')  # fmt: skip


@harmless
def formulas_shared(file):
    for number, column in enumerate(("J", "P", "R")):
        first = unescape(file.formula("分摊", f"{column}22"))
        for row in range(22, 32):
            place = f"{column}{row}"
            copied = Translator(f"={first}", f"{column}22").translate_formula(place)[1:]
            if copied != unescape(file.formula("分摊", place)):
                break
            element = f'<f t="shared" si="{number}"/>'
            if row == 22:
                area = f'ref="{column}22:{column}31"'
                element = f'<f t="shared" si="{number}" {area}>{file.formula("分摊", place)}</f>'
            head, _, tail = file.xml("分摊", place).partition("<f>")
            file.replace("分摊", place, f"{head}{element}{tail.partition('</f>')[2]}")
    assert file.text(file.path("分摊")).count("<f t=") > 10


@harmless
def a_calculation_chain(file):
    file.parts["xl/calcChain.xml"] = (
        f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/></calcChain>'.encode()
    )


@harmless
def formulas_with_blanks_and_quotes(file):
    _everywhere(file, r"(?<=[(,=])(分摊|住户|参数)!", r"'\1'!")
    _everywhere(file, r"<f>IF\(", "<f> IF( ")


@harmless
def functions_with_prefixes(file):
    _everywhere(file, r"IFERROR\(", "_xlfn.IFERROR(")


@harmless
def functions_in_small_letters(file):
    _everywhere(file, r"\bSUM\(", "sum(")


@harmless
def numbers_written_otherwise(file):
    _everywhere(file, _NUMBER, r"\1<v>\2.0</v>")


@harmless
def numbers_with_exponents(file):
    _everywhere(file, _NUMBER, lambda m: f"{m[1]}<v>{float(m[2]):.14E}</v>")


@harmless
def numbers_of_seventeen_digits(file):
    _everywhere(
        file, r"(</f>)<v>(\d+\.\d+)</v>", lambda m: f"{m[1]}<v>{float(m[2]) * (1 + 1e-15):.17g}</v>"
    )


@harmless
def styles_numbered_anew(file):
    styles = re.search(r"(<cellXfs[^>]*>)(.*?)</cellXfs>", file.text("xl/styles.xml"), re.DOTALL)
    every = re.findall(r"<xf .*?(?:/>|</xf>)", styles[2], re.DOTALL)
    count = len(re.findall("<xf ", styles[2]))
    file.change("xl/styles.xml", styles[1], styles[1] + every[0].split(">")[0].rstrip("/") + "/>")
    _everywhere(file, r'(<c r="\w+") s="(\d+)"', lambda m: f'{m[1]} s="{int(m[2]) + 1}"')
    assert count


@harmless
def names_in_another_order(file):
    names = re.findall(r"<definedName .*?</definedName>", file.text("xl/workbook.xml"))
    file.sub("xl/workbook.xml", r"<definedNames>.*?</definedNames>",
             lambda _: f"<definedNames>{''.join(reversed(names))}</definedNames>")  # fmt: skip


@harmless
def a_filter_name_added(file):
    file.change("xl/workbook.xml", "</definedNames>",
                '<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">住户!$A$4:$J$14</definedName></definedNames>')  # fmt: skip


@harmless
def a_print_area_widened(file):
    file.sub("xl/workbook.xml", r"('分摊'!\$A\$1:)\$[A-Z]+\$\d+", r"\1$BZ$200")


@harmless
def rules_split_by_cell(file):
    def split(match):
        first, last = int(match[3]), int(match[4])
        rules = [f'{match[1]}sqref="{match[2]}{row}"{match[5]}' for row in range(first, last + 1)]
        return "".join(rules)

    _everywhere(
        file,
        r'(<dataValidation (?:(?!sqref|>).)*)sqref="\$?C\$?(5):\$?C\$?(14)"(.*?</dataValidation>)',
        lambda m: split([m[0], m[1], "C", m[2], m[3], m[4]]),
    )


@harmless
def lists_with_a_second_bound(file):
    _everywhere(file, r'(<formula1>"[^<]*</formula1>)(?!<formula2>)', r"\1<formula2>0</formula2>")


@harmless
def rows_with_spans(file):
    _everywhere(file, r'(<row r="\d+")', r'\1 spans="1:60" x14ac:dyDescent="0.3"')
    _everywhere(file, r"<worksheet ", '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ')  # fmt: skip


@harmless
def an_extension_added(file):
    _everywhere(
        file,
        "</worksheet>",
        '<extLst><ext uri="{x}"><y xmlns="urn:y">1</y></ext></extLst></worksheet>',
    )


@harmless
def parts_that_wps_adds(file):
    file.parts["docProps/custom.xml"] = b"<Properties/>"
    file.parts["customXml/item1.xml"] = b"<a/>"
    file.parts["xl/printerSettings/printerSettings1.bin"] = b"\0" * 10
    file.parts["xl/theme/theme2.xml"] = b"<a/>"


@harmless
def computing_on_loading_no_more(file):
    file.sub(
        "xl/workbook.xml",
        r"<calcPr[^>]*/>",
        '<calcPr calcId="191029" calcMode="auto" fullPrecision="1"/>',
    )


@harmless
def results_as_texts_trimmed(file):
    _everywhere(file, r' xml:space="preserve"', "")


#: The format of a coefficient.
_COEFFICIENT = r'formatCode="0\.0###_ ;-0\.0###_ ;0_ "'


@harmless
def a_plain_format_as_chinese_programs_call_it(file):
    file.sub("xl/styles.xml", _COEFFICIENT, 'formatCode="G/通用格式"')


@harmless
def a_red_format_for_what_is_negative(file):
    file.sub("xl/styles.xml", _COEFFICIENT, 'formatCode="0.0###_ ;[Red]-0.0###\\ ;0_ "')


@harmless
def an_address_made_a_link_while_typing(file):
    _relate(file, "参数", "hyperlink", "mailto:li@example.com", outside=True)


@harmless
def a_second_program_name(file):
    file.sub(
        "docProps/app.xml", r"<Application>.*?</Application>", "<Application>WPS 表格</Application>"
    )


@harmless
def a_locked_password_free_protection_with_more_said(file):
    _everywhere(file, r"<sheetProtection ", '<sheetProtection spinCount="0" ')


# --- as users do ------------------------------------------------------------------------------


@harmless
def columns_widened(file):
    _everywhere(file, r'(<col [^>]*width=)"[\d.]+"', r'\1"33"')


@harmless
def rows_made_higher(file):
    _everywhere(file, r' ht="[\d.]+"', ' ht="60"')


@harmless
def another_sheet_in_front(file):
    file.change("xl/workbook.xml", 'activeTab="0"', 'activeTab="3"')


@harmless
def another_zoom_and_pane(file):
    _everywhere(file, r"<sheetView ", '<sheetView zoomScale="80" ')


@harmless
def tabs_in_another_order(file):
    found = re.search(r"<sheets>(.*?)</sheets>", file.text("xl/workbook.xml"))[1]
    every = re.findall(r"<sheet .*?/>", found)
    file.change("xl/workbook.xml", found, "".join([*every[:-2], every[-1], every[-2]]))
    file.sub("xl/workbook.xml", r'<definedName name="_xlnm.*</definedName>', "")


@harmless
def a_comment(file):
    _relate(file, "住户", "comments", "../comments1.xml")
    file.parts["xl/comments1.xml"] = b"<comments/>"


@harmless
def a_sum_in_an_input(file):
    file.calculate("参数", "B12", "200000+100000*4", 600000)


@harmless
def inputs_pasted_without_their_looks(file):
    for row in range(5, 11):
        for column in "BE":
            file.replace(
                "住户",
                f"{column}{row}",
                re.sub(r' s="\d+"', "", file.xml("住户", f"{column}{row}")),
            )


# --- the package ------------------------------------------------------------------------------


def parts_reversed(data: bytes) -> bytes:
    """The parts in another order, strongly compressed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return buffer.getvalue()


def saved_by_openpyxl(data: bytes) -> bytes:
    """Loaded and saved by openpyxl, which stores no results."""
    buffer = io.BytesIO()
    load_workbook(io.BytesIO(data)).save(buffer)
    return buffer.getvalue()
