"""The checker of a good workbook can fail: a book spoilt in one place breaks the point it should."""

import re
from functools import cache
from pathlib import Path

import pytest
import samples
from standard import POINTS, findings
from standard.exceptions import exempt
from standard.model import Book

BLANK = Path(__file__).parent.parent.parent / "xlsx_templates" / "加梯分摊-南京.xlsx"
#: What only a template of 40 households, with nothing but what the scheme gave, can show.
OF_TEMPLATES = {(20, "住户"), (22, "来源")}
#: Point, sheet ("" the list of sheets), what is replaced once, and by what.
SPOILT = [
    (1, "分摊", r'<tabColor rgb="00\w+"', '<tabColor rgb="00123456"'),
    (2, "说明", r'<hyperlink ref="A\d+" location="来源[^>]*/>', ""),
    (3, "住户", r'(<c r="C5" s="\d+">)<v>', r"\1<f>0+1</f><v>"),
    (4, "分摊", "(<f>[^<]*)/100</f>", r"\1/101</f>"),
    (4, "分摊", r'<c r="T4" (s="\d+")[^>]*>.*?</c>', r'<c r="T4" \1><v>64427891</v></c>'),
    (5, "分摊", r'(<c r="J27"[^>]*><f>)', r"\g<1>0+"),
    (6, "分摊", "(<f>)", r"\g<1>" + "分摊!$A$1+" * 120),
    (7, "分摊", r"<f>SUM\(", "<f>SUBTOTAL(9,"),
    (7, "分摊", r"<f>", "<f>--"),
    (8, "分摊", r'(<c r="T4"[^>]*><f>)', r"\g<1>0*分摊!$D$4+"),
    (8, "", r'(<definedName name="storey">)[^<]+', r"\1没有!$A$1"),
    (9, "分摊", r'(<c r="T7"[^>]*><f>)', r"\g<1>0*账单!$A$1+"),
    (9, "分摊", r'(<c r="T7"[^>]*><f>)', r"\g<1>0*住户!$G$5+"),
    (10, "参数", "金额（元）", "金额"),
    (11, "分摊", r'(<c r="D4"[^>]*><f>[^<]*</f><v>)', r"\1-"),
    (12, "校验", r'(<c r="C4"[^>]*><f>.*?\$C\$)6:', r"\g<1>7:"),
    (12, "账单", r'(<c r="A2"[^>]*><f>).*?</f>', r"\g<1>1</f>"),
    (13, "分摊", r"(ROUND\([^,()]*,)0", r"\g<1>2"),
    (14, "分摊", r'(<c r="A1" )s="\d+"', r'\1s="0"'),
    (15, "分摊", "(<sheetProtection[^>]*/>)", r'\1<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'),
    (16, "分摊", '<row r="9"', '<row r="9" hidden="1"'),
    (16, "", '(name="分摊"[^>]*)state="visible"', r'\1state="hidden"'),
    (17, "住户", "<dataValidations.*</dataValidations>", ""),
    (17, "住户", ' error="[^"]*"', ' error="no"'),
    (18, "分摊", '(<sheetProtection[^>]*)sheet="1"', r'\1sheet="0"'),
    (18, "分摊", "<sheetProtection", '<sheetProtection password="CF7A"'),
    (19, "分摊", 'paperSize="9"', 'paperSize="1"'),
    (19, "分摊", "第 &amp;P 页，共 &amp;N 页", ""),
    (20, "分摊", '<col width="14"', '<col width="6"'),
    (20, "账单", r'(<row r="1" )ht="18\.0"', r'\1ht="8"'),
    (20, "住户", 'state="frozen"', ""),
    (21, "分摊", r'(<c r="D4"[^>]*><f>[^<]*</f><v>)', r"\g<1>9"),
    (21, "分摊", "</f><v>[^<]*</v>", "</f><v/>"),
    (22, "来源", r'(<c r="B1[6-9]"[^>]*><v>)', r"\g<1>9"),
    (23, "分摊", r' scale="\d+"', ' scale="55"'),
    (23, "分摊", r' scale="\d+"', ' scale="95"'),
    (23, "账单", "<pageSetup ", '<pageSetup scale="85" '),
    (25, "分摊", ">合计<", ">其他<"),
    (26, "分摊", r'<brk id="\d+"', '<brk id="15"'),
    (27, "校验", r"(<v>[^<]*)(\d),(\d{3}\.\d\d)", r"\1\2\3"),
    (28, "分摊", r'<pane ([^>]*)ySplit="1" topLeftCell="C2"', r'<pane \1ySplit="3" topLeftCell="C4"'),
    (29, "分摊", r'(<c r="D6" )s="\d+"', r'\1s="20"'),
    (24, "分摊", r'<hyperlink ref="\w+1" location="说明!A1"[^>]*/>', ""),
]  # fmt: skip


@cache
def sound(blank):
    """A filled book, or a blank template."""
    return Book("sound", BLANK.read_bytes() if blank else samples.sample("halves").data)


def spoilt(book, sheet, pattern, text):
    """The book with one thing replaced in the part of a sheet."""
    part = "xl/workbook.xml"
    if sheet:
        part = f"xl/worksheets/sheet{list(book.sheets).index(sheet) + 1}.xml"
    made, times = re.subn(pattern, text, book.parts[part].decode(), count=1, flags=re.S)
    assert times == 1 and made != book.parts[part].decode()
    other = Book("spoilt", b"")
    other.__dict__["parts"] = {**book.parts, part: made.encode()}
    return other


def test_every_point_is_tried():
    assert {point for point, *_ in SPOILT} == set(POINTS)


@pytest.mark.parametrize(("point", "sheet", "pattern", "text"), SPOILT)
def test_a_spoilt_book_breaks_the_point(point, sheet, pattern, text):
    book = spoilt(sound((point, sheet) in OF_TEMPLATES), sheet, pattern, text)
    assert [found for found in findings(book, point) if not exempt(point, found)]
