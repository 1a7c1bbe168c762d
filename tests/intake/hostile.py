"""All files that are made to hurt, each by a small function; what a user is told of it.

``BOOKS`` are named .xlsx: function → what the message says, ``READ`` where the file is harmless.
"""

from __future__ import annotations

import hostile_content
import hostile_packing
import hostile_xml
from handmade import book, packed, parts, relations, types
from hostile_kit import BOOKS, DAMAGED, MB, OLE, ONE, READ, greedy, hostile

#: Their functions are in ``BOOKS`` too.
OTHERS = (hostile_packing, hostile_xml, hostile_content)
__all__ = ["BOOKS", "GREEDY", "TEXTS", "greedy"]


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
