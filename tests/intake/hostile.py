"""Files that are made to hurt, each by a small function; what a user is told of it.

``BOOKS`` are named .xlsx: function → what the message says, ``READ`` where the file is harmless.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable

import handmade
from handmade import MAIN, REL, book, packed, parts, relations, strings, types, workbook, worksheet

READ = ""
MB = 1024 * 1024
#: What a message may say.
DAMAGED, LARGE, ODD = "已损坏或不完整", "解开后过大", "不像是表格软件保存的"
FAR = "这一页太长或太宽"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
BOOKS: dict[Callable[[], bytes], str] = {}


def hostile(words):
    """Put a function into ``BOOKS``."""

    def kept(make):
        BOOKS[make] = words
        return make

    return kept


def streamed(part, pieces: Iterable[str], **more):
    """A small book with one part written piece by piece."""
    buffer = io.BytesIO()
    contents = parts(ONE, **more)
    del contents[handmade.NAMES[part]]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        with archive.open(handmade.NAMES[part], "w") as file:
            for piece in pieces:
                file.write(piece.encode())
    return buffer.getvalue()


def repeated(part, head, unit, times, tail, **more):
    """A part with ``unit`` many times over; ``{n}`` in it counts."""
    step = 10_000

    def pieces():
        yield head
        for start in range(0, times, step):
            if "{n}" in unit:
                yield "".join(
                    unit.replace("{n}", str(n)) for n in range(start, min(start + step, times))
                )
            else:
                yield unit * min(step, times - start)
        yield tail

    return streamed(part, pieces(), **more)


SHEET_HEAD, SHEET_TAIL = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"


def rows(unit, times, **more):
    """A sheet of many rows."""
    return repeated("sheet", SHEET_HEAD, unit, times, SHEET_TAIL, **more)


def after_rows(head, unit, times, tail):
    """A sheet with many things behind its rows."""
    start = f'<worksheet xmlns="{MAIN}"><sheetData/>{head}'
    return repeated("sheet", start, unit, times, f"{tail}</worksheet>")


# --- how it is packed ---------------------------------------------------------------------------


@hostile(LARGE)
def zip_bomb():
    return rows(" " * 1000, 70_000)


@hostile(DAMAGED)
def zip_bomb_that_says_it_is_small():
    data = bytearray(rows(" " * 1000, 10_000))
    size = struct.pack("<I", 10_000_000 + len(SHEET_HEAD + SHEET_TAIL))
    assert data.count(size) == 2
    return bytes(data.replace(size, struct.pack("<I", 5_000)))


@hostile(LARGE)
def zip_of_many_entries():
    return packed(parts(ONE) | {f"x/{n}": "" for n in range(2_001)})


@hostile(LARGE)
def zip_of_thousands_of_entries():
    return packed({f"{n}": "" for n in range(8_000)}, zipfile.ZIP_STORED)


@hostile(READ)
def zip_in_zip():
    return packed(parts(ONE) | {"xl/embeddings/a.xlsx": packed({"a": bytes(50 * MB)})})


@hostile(ODD)
def zip_entries_that_share_their_bytes():
    data = bytearray(packed(parts(ONE) | {"xl/a.xml": "x" * 60, "xl/b.xml": "y" * 60}, 0))
    first, second = (data.index(name) - 30 for name in (b"xl/a.xml", b"xl/b.xml"))
    entry = data.index(b"xl/b.xml", second + 60) - 46
    data[entry + 42 : entry + 46] = struct.pack("<I", first)
    return bytes(data)


def named(name):
    """A book with a part of this name besides."""
    return packed(parts(ONE) | {name: "x"})


@hostile(ODD)
def name_that_leads_up():
    return named("../../etc/cron.d/x")


@hostile(ODD)
def name_that_leads_up_in_the_middle():
    return named("xl/../../x")


@hostile(ODD)
def name_from_the_root():
    return named("/etc/passwd")


@hostile(ODD)
def name_with_backslashes():
    return named("xl/AA.xml").replace(b"xl/AA.xml", b"xl\\AA.xml")


@hostile(ODD)
def name_of_a_drive():
    return named("C:/x")


@hostile(ODD)
def name_with_a_nul():
    return named("xl/aXb.xml").replace(b"xl/aXb.xml", b"xl/a\0b.xml")


@hostile(ODD)
def name_that_runs_backwards():
    return named("xl/\u202elmx.exe")


@hostile(ODD)
def name_without_end():
    return named("x" * 300)


@hostile(ODD)
def name_there_twice():
    return named("xl/styleX.xml").replace(b"xl/styleX.xml", b"xl/styles.xml")


@hostile(ODD)
def name_there_twice_but_for_capitals():
    return named("XL/Workbook.xml")


@hostile(ODD)
def entry_with_a_password():
    data = bytearray(book(ONE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


@hostile(ODD)
def packed_by_bzip2():
    return packed(parts(ONE), zipfile.ZIP_BZIP2)


@hostile(ODD)
def packed_by_lzma():
    return packed(parts(ONE), zipfile.ZIP_LZMA)


@hostile(DAMAGED)
def cut_short():
    return book(ONE)[:-200]


@hostile(DAMAGED)
def wrong_checksum():
    data = bytearray(packed(parts(ONE), zipfile.ZIP_STORED))
    data[data.index(b"<v>1</v>") + 3] = ord("2")
    return bytes(data)


@hostile(DAMAGED)
def directory_that_promises_more():
    data = bytearray(book(ONE))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


@hostile(DAMAGED)
def no_parts():
    return packed({"a.txt": "x"})


# --- XML ----------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_doctype(text, doctype):
    """A part with a document type."""
    return f"<!DOCTYPE x {doctype}>{text}"


@hostile(ODD)
def billion_laughs_in_a_sheet():
    cell = '<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>'
    return book(sheet=with_doctype(worksheet(cell), f'[<!ENTITY l0 "x">{LAUGHS}]'))


@hostile(ODD)
def entity_of_a_file_in_the_texts():
    items = strings("<si><t>&x;</t></si>")
    return book(ONE, strings=with_doctype(items, '[<!ENTITY x SYSTEM "file:///etc/passwd">]'))


@hostile(ODD)
def document_type_from_the_net_in_the_workbook():
    return book(ONE, workbook=with_doctype(workbook(), 'SYSTEM "http://127.0.0.1:9/x.dtd"'))


@hostile(ODD)
def parameter_entity_in_the_styles():
    doctype = '[<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]'
    return book(ONE, styles=with_doctype(handmade.styles(), doctype))


@hostile(ODD)
def document_type_in_the_relations():
    rels = relations(("officeDocument", "xl/workbook.xml"))
    return book(ONE, root=with_doctype(rels, "[]"))


@hostile(ODD)
def document_type_in_utf_16():
    text = f'<?xml version="1.0" encoding="UTF-16"?>{with_doctype(worksheet(ONE), "[]")}'
    return book(sheet=text.encode("utf-16"))


@hostile(READ)
def billion_laughs_in_a_part_nobody_reads():
    text = with_doctype("<x>&l9;</x>", f'[<!ENTITY l0 "x">{LAUGHS}]')
    return packed(parts(ONE) | {"xl/drawings/drawing1.xml": text})


@hostile(DAMAGED)
def entity_that_is_not_there():
    return book('<row><c t="str"><v>&lol;</v></c></row>')


@hostile(LARGE)
def depth_in_a_sheet():
    return repeated("sheet", f'<worksheet xmlns="{MAIN}">', "<a>", 5_000, "")


@hostile(LARGE)
def depth_of_cells():
    return rows("<c>", 310_000)


@hostile(LARGE)
def depth_in_the_workbook():
    return repeated("workbook", f'<workbook xmlns="{MAIN}">', "<a>", 5_000, "")


@hostile(LARGE)
def attribute_without_end():
    return repeated("sheet", f'<worksheet xmlns="{MAIN}" a="', "x" * 1000, 3_000, '"/>')


@hostile(LARGE)
def comment_without_end():
    head = f'<worksheet xmlns="{MAIN}"><!--'
    return repeated("sheet", head, "x" * 1000, 3_000, "--></worksheet>")


@hostile(LARGE)
def text_without_end():
    return repeated(
        "sheet", f"{SHEET_HEAD}<row><c t='str'><v>", "长" * 300, 20_000, "</v></c></row>"
    )


@hostile(LARGE)
def many_names_of_attributes():
    return rows('<row a{n}="" b{n}="" c{n}=""/>', 30_000)


@hostile(LARGE)
def many_names_of_elements():
    return rows("<a{n}/>", 100_000)


@hostile(LARGE)
def many_namespaces():
    return rows('<row xmlns:a{n}="u"/>', 20_000)


@hostile(DAMAGED)
def encoding_that_nobody_has():
    return book(sheet=f'<?xml version="1.0" encoding="utf-77"?>{worksheet(ONE)}')


@hostile(DAMAGED)
def bytes_that_are_no_text():
    return book(sheet=worksheet(ONE).encode() + b"\xff\xfe")


# --- what is in it ------------------------------------------------------------------------------


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


# --- what it is ---------------------------------------------------------------------------------


@hostile("其实是旧的 .xls 格式")
def old_workbook():
    return OLE + bytes(5_000)


@hostile("设了打开密码")
def workbook_with_a_password():
    return OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")


@hostile("可能是 CSV 文本或网页改了扩展名")
def text_table():
    return "房号,楼层\n101,1\n".encode()


@hostile("可能是 CSV 文本或网页改了扩展名")
def program_with_a_zip_behind():
    return b"MZ" + bytes(100) + book(ONE)


@hostile("带有宏")
def workbook_with_macros():
    plain = "openxmlformats-officedocument.spreadsheetml.sheet.main"
    return book(ONE, types=types().replace(plain, "ms-excel.sheet.macroEnabled.main"))


@hostile("带有宏")
def macros_that_nothing_speaks_of():
    return packed(parts(ONE) | {"xl/vbaProject.bin": b"\xcc\x61" + bytes(50)})


@hostile(".xlsb 格式")
def binary_workbook():
    return book(ONE, root=relations(("officeDocument", "xl/workbook.bin")))


@hostile(".ods")
def open_document():
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""})


@hostile(DAMAGED)
def text_document():
    rels = relations(("officeDocument", "word/document.xml"))
    return packed(
        {"[Content_Types].xml": types(), "_rels/.rels": rels, "word/document.xml": "<a/>"}
    )


@hostile(READ)
def content_types_that_lie():
    return book(ONE, types=types().replace("application/xml", "image/png"))


@hostile("是空文件")
def nothing():
    return b""


#: Books that are read, but whose formulas must not be computed to the end.
GREEDY = {
    "text that doubles": ['REPT("长",32767)', *(f"A{n}&A{n}" for n in range(1, 13))],
    "a million rows, compared": ["SUMPRODUCT((B1:B1048576=C1:C1048576)*1)"] * 9,
    "brackets": ["(" * 3_000 + "1" + ")" * 3_000],
    "a program's name": ["cmd|'/C calc.exe'!A0"],
    "a circle": ["A2", "A1"],
}


def greedy(formulas):
    """A book with these formulas in column A."""
    cells = (text.replace("&", "&amp;") for text in formulas)
    return book(
        "".join(
            f'<row r="{n}"><c r="A{n}" t="str"><f>{text}</f></c></row>'
            for n, text in enumerate(cells, 1)
        )
    )


#: Text files: name → content.
TEXTS = {
    "一行.csv": lambda: "," * (3 * MB),
    "引号.csv": lambda: '"' + "x" * (3 * MB),
    "长格.csv": lambda: "x" * (3 * MB),
    "行多.csv": lambda: "房号,楼层,建筑面积,参与\n" + "101,1,80,是\n" * 200_000,
    "空行.csv": lambda: "\n" * (3 * MB),
    "大.csv": lambda: "1,2\n" * (2 * MB),
    "二进制.csv": lambda: "\0\1" * 1000,
    "大.toml": lambda: "#" * (2 * MB),
    "深键.toml": lambda: f"[{'.'.join('a' * 100_000)}]",
    "深键二.toml": lambda: f"a = {{{'.'.join('a' * 100_000)} = 1}}",
    "深表.toml": lambda: f"a = {'[' * 100_000}",
    "长数.toml": lambda: f"[project]\nestate = {'9' * 100_000}",
    "户多.toml": lambda: "[[flat]]\nroom='1'\n" * 15_000,
    "项多.toml": lambda: "[[cost]]\nitem='a'\namount=1\n" * 15_000,
    "点.toml": lambda: "." * 900_000,
    "字.toml": lambda: "a" * 900_000,
    "文.toml": lambda: f'[project]\nestate = "{"长" * 250_000}"',
}
