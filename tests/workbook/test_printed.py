"""What comes out of the printer, through LibreOffice: whole papers on A4, all in Chinese."""

import re
import subprocess
from dataclasses import dataclass, replace

import pytest
from buildings import project
from editing import Book, with_inputs
from engines import cached, need

from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode, Topic
from elevshare.rules.compensation import Compensation, Way
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.cached import finish
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import single
from elevshare.workbook.sheets.bill import FULL, HALF

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
    payouts=Compensation(Way.POOL, pool=1_234_567),
    topics=frozenset({Topic.SINGLE, Topic.COMPENSATION, Topic.FUND}),
)
#: Both books, whose bills are a page and half a page.
BOOKS = {"whole": PROJECT, "half": replace(PROJECT, two_a_page=True, topics=frozenset())}
BILL = "加装电梯费用缴款通知单"


@dataclass(frozen=True)
class Paper:
    """Forms of one sheet: their title, how many and how many a page, rows of each, the first page."""

    book: str
    sheet: str
    title: str
    forms: int
    rows: int
    a_page: int = 1
    after: int = 0

    def pages(self, printed):
        """The text of its pages."""
        found = [page for page in printed[self.book][2] if self.title in page]
        return found[self.after : self.after + self.forms // self.a_page]


#: 501 is chosen on 单户; seven storeys of two, of which those of the first two pay nothing.
PAPERS = [
    Paper("whole", "账单", BILL, 14, len(FULL.rows)),
    Paper("whole", "单户", BILL, 1, len(FULL.rows), after=14),
    Paper("whole", "补偿凭证", "补偿支付凭证", 2, 22, 2),
    Paper("whole", "公积金证明", "公积金分摊证明", 9, 27),
    Paper("half", "账单", BILL, 14, len(HALF.rows), 2),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Of each book its values, what ``pdfinfo`` says of its PDF, and the text of each page."""
    need("soffice")
    need("pdftotext")
    folder = tmp_path_factory.mktemp("print")
    books = {name: filled_in(one) for name, one in BOOKS.items()}
    files = [folder / f"{name}.xlsx" for name in books]
    for file, data in zip(files, books.values(), strict=True):
        file.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, *files], check=True, capture_output=True)
    return {name: (cached(data), *read(folder / f"{name}.pdf")) for name, data in books.items()}


def filled_in(one):
    """A book with a room chosen on 单户."""
    plan = Plan(one)
    book = Book(make_book(one), plan)
    if plan.has(Topic.SINGLE):
        book.type(f"单户!{single.CHOSEN}", "501")
    return finish(with_inputs(draft(plan), book.typed))


def read(path):
    """What ``pdfinfo`` says, and the text of each page without blanks and line ends."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True)
    return info.stdout.decode(), [dense(page) for page in text.stdout.decode().split("\f")[:-1]]


def dense(text):
    """Text without blanks and line ends, so that wrapping does not matter."""
    return re.sub(r"\s", "", str(text))


def test_no_page_is_empty_and_the_paper_is_a4(printed):
    for _, info, pages in printed.values():
        assert all(pages) and "A4" in info


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p.book}-{p.sheet}")
def test_every_page_holds_its_forms(printed, paper):
    pages = paper.pages(printed)
    assert len(pages) == paper.forms // paper.a_page
    # The half of a voucher that is cut off bears the title once more.
    times = paper.a_page * (2 if paper.sheet == "补偿凭证" else 1)
    assert [page.count(paper.title) for page in pages] == [times] * len(pages)


def test_no_paper_has_more_pages_than_are_known_here(printed):
    for book in BOOKS:
        for title in {paper.title for paper in PAPERS if paper.book == book}:
            known = sum(p.forms // p.a_page for p in PAPERS if (p.book, p.title) == (book, title))
            assert sum(title in page for page in printed[book][2]) == known


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p.book}-{p.sheet}")
def test_nothing_on_a_paper_is_clipped(printed, paper):
    values, pages = printed[paper.book][0], paper.pages(printed)
    right = "H" if paper.book == "half" else "D"
    for number in range(paper.forms):
        page = pages[number // paper.a_page]
        texts = [
            (cell, value)
            for (sheet, cell), value in values.items()
            if sheet == paper.sheet and isinstance(value, str) and cell[0] <= right
            and number * paper.rows < int(cell[1:]) <= (number + 1) * paper.rows
        ]  # fmt: skip
        assert len(texts) > 20
        for cell, value in texts:
            assert dense(value) in page, (cell, value)


@pytest.mark.parametrize("paper", [p for p in PAPERS if p.forms == 14], ids=lambda p: p.book)
def test_the_amounts_in_figures_and_capitals_are_on_the_bill(printed, paper):
    values, plan, pages = printed[paper.book][0], Plan(BOOKS[paper.book]), paper.pages(printed)
    for number in range(paper.forms):
        row = plan.shares.first + number
        due = values["分摊", f"{plan.shares.letter('due')}{row}"]
        capitals = values["分摊", f"{plan.shares.letter('upper')}{row}"]
        page = pages[number // paper.a_page]
        assert f"¥{due:,.2f}" in page and f"人民币{capitals}" in page


def test_no_number_is_cut_to_hashes_and_no_word_is_english(printed):
    for _, _, pages in printed.values():
        text = "\n".join(pages)
        assert "##" not in text
        assert set(re.findall(r"[A-Za-z]{2,}", text)) <= {"nanjing", "ZAKER"}
