"""The road to bills: what comes out of the printer, pictures, texts, and books that are refused."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import neighbour
import papers as printed_papers
import pytest
from chromium import downloaded, drop
from paper_books import HALF, REMINDED, data, with_parts, without_values
from PIL import Image
from printing import dense

from elevshare.page.papers import offered, papers_of

AXE = Path(__file__).parents[2] / "generator/page/node_modules/axe-core/axe.min.js"
#: Boxes whose texts are cut off: wider than the box, or with more lines than have room.
CUT = """[...document.querySelectorAll(".box")].filter((box) => {
  const size = parseFloat(getComputedStyle(box).fontSize), lines = box.innerText.split("\\n").length;
  return box.innerText.trim() && (box.scrollWidth > box.clientWidth + 1 || lines * size > box.clientHeight + 1);
}).map((box) => box.innerText)"""


@pytest.fixture
def road(page, tmp_path):
    """A function that opens a book on the road to bills, and the page."""
    page.get_by_role("button", name="打印账单").click()

    def open_book(book, name="簿.xlsx", until=".sheet"):
        path = tmp_path / name
        path.write_bytes(book)
        drop(page, "把填好的簿子拖到这里", path)
        page.locator(f"{until}, .bad").first.wait_for(timeout=150_000)
        assert page.locator(until).count(), page.locator("main").inner_text()
        return page

    return open_book


def printed(page, folder):
    """The texts of the pages that come out of the printer, all of them A4."""
    path = folder / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Page size:.*\(A4\)", info)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout
    return [dense(one) for one in text.decode().split("\f")[:-1]]


def choose(page, title):
    page.locator(f'option[value="{title}"]').evaluate("one => { one.selected = true; }")
    page.get_by_label("打印哪一种").dispatch_event("change")
    page.get_by_text(re.compile(rf"^\d+ 张{title}，")).wait_for(state="attached")


def words(form):
    return [dense(box["text"]) for box in form["boxes"] if box["text"].strip()]


def test_every_household_gets_its_page_and_nothing_else_is_printed(road, tmp_path):
    book = data("three-periods")
    page, forms = road(book), papers_of(book, "簿", "账单")["forms"]
    pages = printed(page, tmp_path)
    assert len(pages) == len(forms) == 12
    for text, form in zip(pages, forms, strict=True):
        assert f"房号{form['room']}" in text
        assert len(text) == sum(map(len, words(form)))
        neighbour.follow(neighbour.printed(text), text)
    page.get_by_label("只要还没缴清的").check()
    owing = [form for form in forms if form["owes"]]
    assert 0 < len(owing) < 12 and len(printed(page, tmp_path)) == len(owing)
    page.get_by_label("自己勾").check()
    page.get_by_role("checkbox", name="101").uncheck()
    assert page.get_by_text("11 张账单，11 页纸").is_visible()
    assert "房号101" not in "".join(printed(page, tmp_path))


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", [HALF, REMINDED, "contribution", "fares", "terms"])
def test_nothing_is_cut_off_on_any_paper(road, tmp_path, name):
    page = road(data(name))
    page.emulate_media(media="print")
    for one in offered(data(name), name)["sheets"]:
        choose(page, one["title"])
        found = papers_of(data(name), name, one["title"])
        assert page.evaluate(CUT) == [], one
        pages = -(-one["forms"] // found["page"]["forms"])
        assert len(printed(page, tmp_path)) == pages, one


@pytest.mark.sampled(0)
def test_pictures_are_as_many_as_forms_and_sharp(road):
    page, forms = road(data("one-period")), papers_of(data("one-period"), "簿", "账单")["forms"]
    name, packed = downloaded(page, page.get_by_role("button", name="存成图片").click)
    assert name == "簿-账单.zip"
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        pictures = {one: archive.read(one) for one in archive.namelist()}
    assert [*pictures] == [form["file"] for form in forms]
    for one in pictures.values():
        picture = Image.open(io.BytesIO(one)).convert("L")
        assert picture.width == 1240 and 1500 < picture.height < 2100
        dark = sum(picture.histogram()[:128]) / (picture.width * picture.height)
        assert 0.02 < dark < 0.2
    name, one = downloaded(page, page.get_by_role("button", name="存 402 的图片").click)
    assert (name, one) == ("402.png", pictures["402.png"])


@pytest.mark.sampled(0)
def test_texts_for_wechat_can_be_copied(road):
    page = road(data("contribution"))
    page.get_by_text("复制微信文字").click()
    page.get_by_role("button", name=re.compile("^复制 101 ")).click()
    said = page.locator(".message", has_text="101").get_by_role("status")
    said.get_by_text("复制").wait_for()
    text = next(
        one for one in offered(data("contribution"), "簿")["messages"] if one["room"] == "101"
    )
    assert page.evaluate("getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)") in ("", text["text"])  # fmt: skip
    assert page.get_by_label(re.compile("^101 .*的微信文字")).input_value() == text["text"]


def test_a_draft_is_printed_as_one(road, tmp_path):
    typed = {printed_papers.PLAN.households.at("area", 0): "一百"}
    page = road(recomputed(printed_papers.typed(printed_papers.book(), typed)))
    assert page.get_by_text("这是草案").is_visible()
    pages = printed(page, tmp_path)
    assert pages and all("草案" in one for one in pages)


def recomputed(book):
    """A book as a program saves it that computes."""
    from elevshare.opened import recalculated
    from elevshare.opened.book import opened

    return recalculated(opened(book, "簿"))


def test_a_book_that_cannot_be_trusted_is_not_printed(road):
    page = road(
        with_parts(data("one-period"), "xl/worksheets/", rb"<f>[^<]*MATCH[^<]*</f>", b""),
        until=".bad",
    )
    assert page.get_by_text("核对下来不可信，不能打印").is_visible()
    assert page.get_by_role("row").count() > 1
    assert (
        page.locator(".sheet").count()
        == page.get_by_role("button", name="打印", exact=True).count()
        == 0
    )


def test_old_values_are_to_be_saved_by_wps_first(road):
    page = road(printed_papers.typed(data("one-period"), {"住户!$D$9": 99}), until=".bad")
    assert page.get_by_text("簿子里存着的结果有的是旧的").is_visible()


def test_missing_values_are_not_printed_as_blanks(road):
    page = road(without_values(data("one-period")), until=".bad")
    assert page.get_by_text("没有存着数字").is_visible() and page.locator(".sheet").count() == 0


@pytest.mark.sampled(0)
def test_no_serious_fault_of_accessibility(road):
    page = road(data("contribution"))
    page.get_by_text("复制微信文字").click()
    page.evaluate(AXE.read_text())
    found = json.loads(page.evaluate("axe.run().then((said) => JSON.stringify(said.violations))"))
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in grave] == []
