"""What comes out of the printer of a prepaid book: three whole bills a page, nothing clipped."""

import re
import subprocess
from dataclasses import replace

import pytest
from editing import Book, with_inputs
from engines import cached, need
from test_usage import type_month

from elevshare.intake import project_from
from elevshare.project import Papers
from elevshare.rules.rides import Usage
from elevshare.schemes import find
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.cached import finish
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.ride_bills import A_PAGE, ROWS

PAPERS = Papers(
    estate="安苑东里一区",
    building="15 号楼",
    entrance="1 单元",
    payee="北京市朝阳区安苑东里一区十五号楼加装电梯专户",
    bank="中国工商银行北京市分行安苑东里支行",
    account="4301 0152 0910 0123 456",
    contact="李会计 010-8888 6666（工作日 9:00—17:00）",
)
MONTH = {0: Usage(rides=32), 1: Usage(1_999, 12, 999, 12_345_678, 100), 4: Usage(credit=99_999)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The values of the book, and the text of each page."""
    need("soffice")
    need("pdftotext")
    folder = tmp_path_factory.mktemp("print")
    blank = project_from(find("beijing-rongsheng"), storeys="6", areas="60,60")
    flats = tuple(replace(flat, owner="欧阳明明") for flat in blank.flats)
    plan = Plan(replace(blank, papers=PAPERS, flats=flats))
    book = Book(make_book(plan.project), plan)
    type_month(book, MONTH, 2026, 12)
    book.parameter("usage_due", 46_387)
    data = finish(with_inputs(draft(plan), book.typed))
    (folder / "book.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, folder / "book.xlsx"], check=True, capture_output=True)
    run = ["pdftotext", "-raw", folder / "book.pdf", "-"]
    text = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    return cached(data), [re.sub(r"\s", "", page) for page in text.split("\f")[:-1]]


def test_three_bills_are_on_a_page_and_no_page_is_empty(printed):
    _, pages = printed
    found = [page.count("电梯使用费缴款通知单") for page in pages]
    assert [count for count in found if count] == [A_PAGE] * 4
    assert all(pages)


def test_nothing_on_a_bill_is_clipped(printed):
    values, pages = printed
    bills = [page for page in pages if "电梯使用费缴款通知单" in page]
    for (sheet, cell), value in values.items():
        page = (int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1) // (A_PAGE * ROWS)
        printed_too = sheet == "使用费单" and cell[0] in "ABCDEF" and page < len(bills)
        if printed_too and isinstance(value, str):
            assert re.sub(r"\s", "", value) in bills[page], (cell, value)


def test_no_number_is_cut_to_hashes(printed):
    assert "##" not in "".join(printed[1])
