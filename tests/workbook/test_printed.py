"""What comes out of the printer, through LibreOffice: one whole A4 page a bill, all in Chinese."""

import re
import subprocess

import pytest
from buildings import project
from engines import cached, need

from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode
from elevshare.workbook.book import make_book
from elevshare.workbook.plan import Plan

LONG = Papers(
    estate="幸福里小区",
    building="12 幢",
    entrance="3 单元",
    payee="南京市幸福里社区居民委员会加装电梯专户",
    bank="中国工商银行南京分行鼓楼支行",
    account="4301 0152 0910 0123 456",
    due_date="2026-12-31",
    contact="李会计 025-8888 6666（工作日 9:00—17:00）",
)
PROJECT = project(
    areas=(7983, 10126),
    out=("401",),
    unit="元",
    papers=LONG,
    costs=(CostItem("设备", 380_000_00), CostItem("土建", 261_278_91)),
    subsidy=SubsidyChoice(SubsidyMode.MANUAL, 20_000_000),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The book, its PDF's size in points, and the text of each page."""
    need("soffice")
    need("pdftotext")
    folder = tmp_path_factory.mktemp("print")
    data = make_book(PROJECT)
    (folder / "book.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, folder / "book.xlsx"], check=True, capture_output=True)
    run = ["pdftotext", "-raw", folder / "book.pdf", "-"]
    text = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    info = subprocess.run(["pdfinfo", folder / "book.pdf"], check=True, capture_output=True)
    return data, info.stdout.decode(), text.split("\f")[:-1]


def bills_of(pages):
    return [page for page in pages if "加装电梯费用缴款通知单" in page]


def dense(text):
    """Text without blanks and line ends, so that wrapping does not matter."""
    return re.sub(r"\s", "", str(text))


def test_every_household_has_one_page_and_no_page_is_empty(printed):
    _, _, pages = printed
    assert len(bills_of(pages)) == len(PROJECT.flats)
    assert all(dense(page) for page in pages)


def test_paper_is_a4(printed):
    _, info, _ = printed
    assert "A4" in info


def test_nothing_on_a_bill_is_clipped(printed):
    data, _, pages = printed
    values = cached(data)
    for number, page in enumerate(bills_of(pages)):
        found = dense(page)
        for row in range(number * ROWS + 1, (number + 1) * ROWS + 1):
            for column in "ABCD":
                value = values.get(("账单", f"{column}{row}"))
                if isinstance(value, str):
                    assert dense(value) in found, (row, value)


def test_the_amounts_in_figures_and_capitals_are_on_the_bill(printed):
    data, _, pages = printed
    values, plan = cached(data), Plan(PROJECT)
    for number, page in enumerate(bills_of(pages)):
        row = plan.shares.first + number
        due = values["分摊", f"{plan.shares.letter('due')}{row}"]
        capitals = values["分摊", f"{plan.shares.letter('upper')}{row}"]
        assert f"¥{due:,.2f}" in dense(page) and f"人民币{capitals}" in dense(page)


def test_no_number_is_cut_to_hashes_and_no_word_is_english(printed):
    _, _, pages = printed
    text = "".join(pages)
    assert "##" not in text
    assert set(re.findall(r"[A-Za-z]{2,}", text)) <= {"nanjing", "ZAKER"}
