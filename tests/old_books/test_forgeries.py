"""What somebody who knows the program would try on a book of an earlier version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bookfile import BookFile

from elevshare.audit.audited import audit_file

FOLDER = Path(__file__).parent / "0.1.0"
#: Rows of a bill of the small book.
BILL = 35


def the_account_of_one_bill(file):
    file.words("账单", f"B{28 + 2 * BILL}", "6222 0000")


def three_bills_side_by_side(file):
    for bill in (3, 4, 5):
        more(file, "账单", f"B{23 + bill * BILL}")


def the_first_bill(file):
    more(file, "账单", "B23")


def the_last_bill(file):
    more(file, "账单", f"B{23 + 9 * BILL}")


def three_amounts_to_pay(file):
    for row in (24, 25, 26):
        more(file, "分摊", f"BB{row}")


def the_single_bill(file):
    file.number("单户", "B23", 1)


def the_total_on_the_notice(file):
    file.number("公示", "C4", 1)


def a_whole_row_of_the_notice(file):
    for number, column in enumerate("ABCDEFGHI"):
        file.words("公示", f"{column}25", f"改{number}")


def an_unlocked_result(file):
    style = file.style("住户", "G5")
    file.replace("分摊", "D7", f'<c r="D7" s="{style}"><v>600000</v></c>')


def a_decoy_column(file):
    for row in range(20, 31):
        file.words("分摊", f"CZ{row}", "应分摊（元）") if row == 20 else file.number(
            "分摊", f"CZ{row}", row
        )
    file.change("xl/workbook.xml", "分摊!$J$21:$J$30", "分摊!$CZ$21:$CZ$30")


def formulas_that_go_round(file):
    file.calculate("分摊", "CZ1", "CZ2+1", 1)
    file.calculate("分摊", "CZ2", "CZ1+1", 1)


def a_name_of_a_whole_sheet(file):
    file.change("xl/workbook.xml", "分摊!$J$21:$J$30", "分摊!$A$1:$XFD$1048576")


def a_name_of_a_whole_column(file):
    file.change("xl/workbook.xml", "分摊!$J$21:$J$30", "分摊!$J$21:$J$1048576")


def the_list_of_sheets_emptied(file):
    file.sub(file.path("说明"), r'(<c r="B\d+" s="\d+") t="inlineStr"><is><t[^>]*>(?:输入|计算|单据|校验|来源)</t></is></c>', r"\1/>", count=0)  # fmt: skip
    file.number("分摊", "J22", 1)


def far_too_many_formulas(file):
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><f>SUM($F$9:F{row})</f><v>1</v></c></row>'
        for row in range(1_000, 21_000)
    )
    file.change(file.path("分摊"), "</sheetData>", f"{rows}</sheetData>")


def more(file, title, place):
    """Five thousand yuan more, in the formula and in what it shows."""
    formula = file.formula(title, place).replace("&quot;", '"').replace("&amp;", "&")
    assert formula, (title, place)
    file.calculate(title, place, f'({formula.replace("&lt;", "<").replace("&gt;", ">")})&""', 0)


FORGERIES = [
    the_account_of_one_bill, three_bills_side_by_side, the_first_bill, the_last_bill,
    three_amounts_to_pay, the_single_bill, the_total_on_the_notice, a_whole_row_of_the_notice,
    an_unlocked_result, a_decoy_column, formulas_that_go_round, a_name_of_a_whole_sheet,
    a_name_of_a_whole_column, the_list_of_sheets_emptied, far_too_many_formulas,
]  # fmt: skip


@pytest.mark.sampled(4)
@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_it_is_not_trusted(forge, tmp_path):
    file = BookFile((FOLDER / "小-usual.xlsx").read_bytes())
    forge(file)
    path = tmp_path / "簿.xlsx"
    path.write_bytes(file.data())
    audit = audit_file(path)
    assert audit.verdict == "不可信", audit.findings
    assert not re.search("Traceback|Error", str(audit.findings))
