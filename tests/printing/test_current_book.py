import io
import re
import zipfile

import openpyxl
import pytest
from papers import PLAN, book, typed

from elevshare.errors import InputError
from elevshare.printing.current_book import CurrentBook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")


def of(tmp_path, data, name="簿.xlsx"):
    (tmp_path / name).write_bytes(data)
    return CurrentBook(tmp_path / name)


def plain_book():
    made = openpyxl.Workbook()
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def a_zip(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


WRONG = {
    "empty": (b"", "是空文件"),
    "a text": ("房号,楼层".encode(), "不是 Excel 工作簿"),
    "xls": (OLE, "其实是旧的 .xls 格式"),
    "password": (ENCRYPTED, "设了打开密码。请去掉密码"),
    "cut short": (book()[:-500], "工作簿已损坏或不完整"),
    "another zip": (a_zip(a="b"), "工作簿已损坏或不完整"),
    "another workbook": (plain_book(), "不是本工具生成的簿子"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_file_that_is_no_book_is_refused(tmp_path, case):
    data, words = WRONG[case]
    with pytest.raises(InputError, match=rf"^簿.xlsx：[^\n]*{words}[^\n]*。$"):
        of(tmp_path, data)


def test_a_broken_sheet_is_refused(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part[:900] if name.startswith("xl/worksheets/sheet") else part)
    with pytest.raises(InputError, match=r"工作簿已损坏或不完整"):
        of(tmp_path, buffer.getvalue())


def test_another_ending_and_no_file_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"不是 .xlsx 文件。请在 Excel 或 WPS 中打开，另存为"):
        of(tmp_path, book(), "簿.xlsm")
    with pytest.raises(InputError, match=r"找不到这个文件"):
        CurrentBook(tmp_path / "没有.xlsx")
    with pytest.raises(InputError, match=r"是文件夹"):
        CurrentBook(tmp_path)


def test_what_was_stored_is_computed_anew(tmp_path):
    assert of(tmp_path, book()).failed() == 0
    twice = typed(book(), {PLAN.households.at("room", 1): "1/2"})
    assert of(tmp_path, twice).failed() == 1


def test_a_book_that_cannot_tell_has_no_count(tmp_path):
    source = of(tmp_path, book())
    source.book.defined_names["failed_checks"].attr_text = "'没有'!$A$1"
    assert source.failed() is None


def test_a_sheet_is_as_in_the_whole_book(tmp_path):
    source = of(tmp_path, book())
    whole = openpyxl.load_workbook(tmp_path / "簿.xlsx", data_only=True)["账单"]
    alone = source.sheet("账单")
    assert [[c.value for c in row] for row in alone] == [[c.value for c in row] for row in whole]
    assert alone.merged_cells.ranges == whole.merged_cells.ranges
    assert [one.id for one in alone.row_breaks.brk] == [one.id for one in whole.row_breaks.brk]
    assert alone.parent["住户"].max_row == 1  # the others were left out


@pytest.mark.parametrize("cell", [b"<v>1</v>", b""])
def test_a_sheet_without_end_is_refused(tmp_path, cell):
    data = book()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("/sheet1.xml"):
                row = b'<row r="1048576"><c r="A1048576" s="1">%b</c></row></sheetData>' % cell
                part = part.replace(b"</sheetData>", row)
                part = re.sub(rb'(<dimension ref="A1:[A-Z]+)\d+', rb"\g<1>1048576", part)
            new.writestr(name, part)
    with pytest.raises(
        InputError, match=r"簿.xlsx：有一页太长或太宽。请|「说明」：这一页太长或太宽。请"
    ):
        of(tmp_path, buffer.getvalue()).sheet("说明")
