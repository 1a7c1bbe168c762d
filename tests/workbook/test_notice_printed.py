"""公示 as it comes out of the printer, worked out and laid out by LibreOffice."""

import re
import subprocess
from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import place, with_inputs
from engines import cached, need
from office import converted

from elevshare.project import CostItem, Papers, SubsidyChoice, SubsidyMode, Topic
from elevshare.rules.notice import OwnersNotice
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan

PROJECT = project(
    "xianyang", 7, ODD_AREAS, out=("402",), unit="百元", topics=frozenset({Topic.NOTICE}),
    costs=tuple(CostItem(f"第 {n} 项：设备购置、运输、安装和调试", 98_765_432) for n in range(1, 11)),
    subsidy=SubsidyChoice(SubsidyMode.MANUAL, 20_000_000, expected_on="2026-12-31"),
    papers=Papers(estate="幸福里小区第二期东苑（原机械厂家属院）", building="12 幢", entrance="3 单元"),
    notice=OwnersNotice(
        "2026-09-25", 30, False, "单元门口公告栏、小区南门宣传橱窗、社区居民委员会一楼大厅公告栏",
        "加装电梯工作小组李会计 025-88886666、王主任 13800000000（工作日）",
        tuple(f"2026-10-0{day}" for day in range(1, 8)), ("2026-10-10",),
    ),
)  # fmt: skip


#: The last column of the notice that is printed.
_LAST = "H"
#: Tells LibreOffice not to trust the values in a file.
RECOMPUTE = """<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def printed(folder):
    """What the book says on 公示, and the text of each of its pages.

    The book that is printed holds the values of a shorter notice: it must be worked out anew.
    """
    need("pdftotext")
    short = replace(PROJECT, notice=replace(PROJECT.notice, days=7))
    days = {place(SharingPlan(PROJECT).parameter("notice_days")): PROJECT.notice.days}
    (folder / "book.xlsx").write_bytes(with_inputs(make_book(short), days))
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(RECOMPUTE)
    converted([folder / "book.xlsx"], "pdf", folder, profile=folder / "profile")
    run = ["pdftotext", "-raw", folder / "book.pdf", "-"]
    text = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    values = cached(make_book(PROJECT)).items()
    said = {cell: value for (sheet, cell), value in values if sheet == "公示"}
    pages = [dense(page) for page in text.split("\f")]
    return said, [page for page in pages if "（接上页）" in page or "公示单位（盖章）" in page]


def dense(text):
    """Text without blanks and line ends, so that wrapping does not matter."""
    return re.sub(r"\s", "", str(text))


@pytest.mark.sampled(0)
def test_the_printed_notice(tmp_path):
    said, pages = printed(tmp_path)
    assert_as_many_pages_as_the_notice_says(pages)
    assert_heads_are_on_every_page_and_the_signatures_beside_households(pages)
    assert_nothing_is_clipped_and_every_amount_is_there(said, pages)
    assert not re.findall("[A-Za-z]{2,}", "".join(pages))


def assert_as_many_pages_as_the_notice_says(pages):
    assert len(pages) == 2 and "公示共2页" in pages[0]
    assert ["第1页" in pages[0], "第2页" in pages[1]] == [True, True]
    assert ["（接上页）" in page for page in pages] == [False, True]


def assert_heads_are_on_every_page_and_the_signatures_beside_households(pages):
    assert all("序号房号、业主面积（㎡）楼层系数应分摊（元）参与尾差" in page for page in pages)
    assert [("公示单位（盖章）" in page, "101业主101" in page) for page in pages] == [
        (True, True),
        (False, False),
    ]
    assert "业主704" in pages[1]


def assert_nothing_is_clipped_and_every_amount_is_there(said, pages):
    text = "".join(pages)
    assert "##" not in text and "草案" not in text
    for cell, value in said.items():
        if cell[0] > _LAST:
            continue
        money = cell[0] in "CFG" and isinstance(value, float) and value > PROJECT.storeys
        shown = f"{value:,.2f}" if money else value
        if isinstance(shown, str):
            assert dense(shown) in text, cell
