"""What is shown for a number, held against LibreOffice and against what Excel is known to do."""

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest
from handmade import book
from handmade import styles as style_part
from hypothesis import example, given
from hypothesis import strategies as st
from office import converted
from openpyxl import Workbook

from elevshare.opened import displayed, opened
from elevshare.opened.built_in_formats import BUILT_IN
from elevshare.opened.styles import is_date_format

_ACCOUNT = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '
#: What rosters, lists and statements use, and what is made of the same pieces.
CODES = (
    "General", "@", "0", "0.00", "#,##0", "#,##0.00", "0000", '"3-"000', '000"室"', "¥#,##0.00",
    "[$¥-804]#,##0.00", '0.00"㎡"', '0"层"', "[Red]0.0", "0.00;[Red]-0.00", "0;-0;;@", "0%",
    "0.00%", '0.0,"千"', _ACCOUNT, "_(#,##0_);(#,##0)", '0\\.0,"万"', '0"-"00', "00-00", "(000)",
    "#", ".00", "?0.0?", '"共"General"户"', "#,##0_);[Red]\\(#,##0\\)", "$#,##0.0", '0.0"元"0',
    "#,##0.0,,", "0000,000", "+0;-0;0", "0;@", "0;;", ";;;", '"第 "0" 号"', '0.0_);"欠 "0.0', "0000000",
)  # fmt: skip
VALUES = (
    0, 1, 5, 101, 1101, 12345, 20260301, -3, -1101, 0.5, 0.125, 2.5, 1.005, 61.03, 61.035,
    61.0299999999999994, 80.3333333333, 0.004, -0.004, 0.0004, 1234567.891, 99999.995, 999.9999,
    -1234.565, 123456789012, 0.1 + 0.2, 1e-7,
)  # fmt: skip
#: LibreOffice rounds the product of two floats, Excel the digits: 100.5 percent.
ELSEWISE = {("0%", 1.005): ("100%", "101%")}


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory):
    """(code, value) → text in the cell."""
    folder = tmp_path_factory.mktemp("shown")
    made = Workbook()
    for row, code in enumerate(CODES, 1):
        for column, value in enumerate(VALUES, 1):
            made.active.cell(row, column, value).number_format = code
    made.save(folder / "shown.xlsx")
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true"
    converted([folder / "shown.xlsx"], form, folder)
    with (folder / "shown.csv").open(encoding="utf-8", newline="") as file:
        return {
            (code, value): text
            for code, row in zip(CODES, csv.reader(file), strict=True)
            for value, text in zip(VALUES, row, strict=True)
        }


def test_libreoffice_shows_the_same(libreoffice):
    ours = {pair: displayed(pair[1], pair[0]) for pair in libreoffice}
    differing = {
        pair: (text, ours[pair]) for pair, text in libreoffice.items() if text != ours[pair]
    }
    assert differing == ELSEWISE


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        # Excel keeps the point and the digit before a hyphen; LibreOffice drops both.
        (5, "0.##", "5."),
        (0, "#.##", "."),
        (101, "3\\-000", "3-101"),
        (101, '3-000"室"', "3-101室"),
        # 15 digits, as Excel stores them; a power of ten helps nobody who compares numbers.
        (4503599627370498, "General", "4503599627370500"),
        (6217001234567890123, "0", "6217001234567890000"),
        (1e21, "@", "1" + "0" * 21),
        (1e-10, "General", "0.0000000001"),
        # WPS writes the Chinese names of colours.
        (-5, "0.0_);[红色]\\(0.0\\)", "(5.0)"),
        (3, "G/通用格式", "3"),
        # Newer programs name the language in letters.
        (1234.5, "[$¥-zh-CN]#,##0.00", "¥1,234.50"),
        (3, "[$-00000804]0", "3"),
        (3, "", "3"),
        (5, '"免"', "免"),
    ],
)
def test_what_libreoffice_shows_otherwise_or_not_at_all(value, code, text):
    assert displayed(value, code) == text


@pytest.mark.parametrize(
    "code",
    ["yyyy-mm-dd", 'm"月"d"日"', "[h]:mm", "# ?/?", "# ??/8", "0.00E+00", "[>100]0;0.0", "[=0]0",
     "[DBNum2]General", "[DBNum1][$-804]0", "[$-D000000]0", "[$-2000804]0", '"6217"@', "0.0.0", "General0",
     '"open', "\\", "0;0;0;0;0", "0,.0", ",0", "0@", "abc", "0" * 256],
)  # fmt: skip
def test_what_cannot_be_said(code):
    assert displayed(46023.5, code) is None


def test_a_negative_number_where_programs_differ():
    assert displayed(-5, '"免"') is None


@given(st.integers(0, 99_999_999), st.integers(1, 9))
def test_zeros_before_a_room(number, width):
    assert displayed(number, "0" * width) == str(number).zfill(width)
    assert displayed(number, f'"3-"{"0" * width}"室"') == f"3-{number:0{width}}室"


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
@example(125, 2)
@example(-2_675, 2)
@example(500, 0)
def test_decimals_are_rounded_half_up(thousandths, places):
    exact = Decimal(thousandths) / 1000
    code = "#,##0" + "." * (places > 0) + "0" * places
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert displayed(thousandths / 1000, code) == f"{rounded + 0:,f}"


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text('0#?.,;@"\\_*%-[]$¥室ydhE', max_size=12),
)
@example(0.0, '"d;"')
def test_any_code_is_said_or_not(value, code):
    text = displayed(value, code)
    if text is not None and is_date_format(code):
        raise AssertionError(code)


@pytest.mark.parametrize("number", sorted(BUILT_IN))
def test_built_in_formats_are_dates_or_can_be_said(number):
    said = displayed(5, BUILT_IN[number])
    assert (said is None) == (is_date_format(BUILT_IN[number]) or number in (11, 12, 13, 48))


def test_the_code_of_a_style():
    formats = '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="3" formatCode="0"/></numFmts>'
    xfs = "".join(f'<xf numFmtId="{n}"/>' for n in (0, 164, 2, 49, 3, 99))
    made = opened(book("", styles=style_part(f"{formats}<cellXfs><xf/>{xfs}</cellXfs>")), "簿")
    codes = [made.code_of(style) for style in range(9)]
    general = "General"
    assert codes == [general, general, "0000", "0.00", "@", "0", general, general, general]
