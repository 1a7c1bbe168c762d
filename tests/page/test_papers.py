"""The papers that the page prints show what LibreOffice prints of the same sheets."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import papers as printed_papers
import pytest
from paper_books import NAMES, data, only, without_values
from printing import dense, printouts
from sampling import some

from elevshare.errors import InputError
from elevshare.opened import recalculated
from elevshare.opened.book import opened
from elevshare.page.papers import offered, papers_of
from elevshare.page.shown import shown

#: Every sheet with forms.
KINDS = {"账单", "单户", "收据", "退款凭证", "催缴单", "合并账单", "公积金证明", "补偿凭证", "运维账单", "使用费单", "收费单"}  # fmt: skip
#: The books whose papers are held against what LibreOffice prints.
PRINTED = some(list(NAMES), 8)
READY = Path(__file__).parents[2] / "xlsx_templates"


@cache
def sheets(name):
    return [one["title"] for one in offered(data(name), name)["sheets"]]


@cache
def papers(name, title):
    return papers_of(data(name), name, title)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    books = {name: only(data(name), sheets(name)) for name in PRINTED}
    return printouts(books, tmp_path_factory.mktemp("printed"))


def texts(form):
    return [dense(box["text"]) for box in form["boxes"] if box["text"].strip()]


def left_over(page, words):
    """What of a page is in none of the texts, and which texts are not on it."""
    missing = []
    for word in sorted(words, key=len, reverse=True):
        if word not in page:
            missing.append(word)
        page = page.replace(word, "｜", 1)
    return page.replace("｜", ""), missing


@pytest.mark.parametrize("name", PRINTED)
def test_every_form_shows_what_libreoffice_prints(printed, name):
    for title in sheets(name):
        found, pages = papers(name, title), printed[name].of(title)
        count = found["page"]["forms"]
        for number, page in enumerate(pages):
            forms = found["forms"][number * count : (number + 1) * count]
            if forms:
                words = [word for form in forms for word in texts(form)]
                assert left_over(page, words) == ("", []), (title, number)


@pytest.mark.sampled(0)
def test_every_kind_of_paper_is_met():
    assert {title for name in NAMES for title in sheets(name)} == KINDS


@pytest.mark.sampled(7)
@pytest.mark.parametrize("name", NAMES)
def test_boxes_stand_within_the_form_and_beside_each_other(name):
    for title in sheets(name):
        found = papers(name, title)
        for form in found["forms"]:
            for box in form["boxes"]:
                assert box["x"] >= 0 and box["x"] + box["width"] <= found["width"] + 0.01
                assert box["y"] >= 0 and box["y"] + box["height"] <= form["height"] + 0.01
            seen = [box for box in form["boxes"] if box["text"].strip()]
            assert not [(a, b) for n, a in enumerate(seen) for b in seen[:n] if _overlap(a, b)]


def _overlap(one, other):
    return all(
        one[at] < other[at] + other[size] - 0.01 and other[at] < one[at] + one[size] - 0.01
        for at, size in (("x", "width"), ("y", "height"))
    )


def look(found, form, text):
    """The look of the box of a form that says so."""
    box = next(box for box in form["boxes"] if box["text"].strip() == text)
    return found["looks"][box["look"]]


def test_a_bill_looks_as_on_the_sheet():
    found = papers("one-period", "账单")
    bill = found["forms"][0]
    title, label, head = (
        look(found, bill, text) for text in ("加装电梯费用确认单", "总费用", "一、住户")
    )
    assert (title["size"], title["bold"], title["across"], title["lines"]) == (
        18,
        True,
        "center",
        {},
    )
    assert (label["size"], label["fit"], head["ground"]) == (11, "wrap", "#ededed")
    assert set(label["lines"]) == {"left", "top", "right", "bottom"}
    amount = look(found, bill, "200,000.00")
    assert (amount["across"], amount["down"]) == ("right", "center")
    page = found["page"]
    assert (page["width"], page["forms"], page["scale"]) == (595.28, 1, 1) and page["centred"]


def test_a_draft_says_so_on_a_tinted_ground():
    data = printed_papers.typed(
        printed_papers.book(), {printed_papers.PLAN.households.at("area", 0): "一百"}
    )
    found = papers_of(recomputed(data), "簿", "账单")
    form = found["forms"][0]
    mark = next(box for box in form["boxes"] if box["text"].startswith("草案"))
    assert found["looks"][mark["look"]]["size"] == 14
    assert found["looks"][mark["look"]]["colour"] == "#c00000"
    assert look(found, form, "房号")["ground"] == "#f2d7d5"


def recomputed(data):
    """A book as a program saves it that computes."""
    return recalculated(opened(data, "簿"))


def test_who_still_owes_is_told():
    forms = papers("one-period", "账单")["forms"]
    owing = {form["room"] for form in forms if form["owes"]}
    assert {"402", "601"} <= owing and not owing & {"101", "302", "501", "502"}


def test_pictures_have_names_of_their_own_without_the_owners():
    forms = papers_of(printed_papers.book(), "簿", "账单")["forms"]
    assert [form["file"] for form in forms] == ["1／2.png", "房号CON.png", "101．.png"]
    receipts = papers("contribution", "收据")["forms"]
    names = [form["file"] for form in receipts]
    assert len(set(names)) == len(names) and all(name.endswith("-收据.png") for name in names)


def test_the_usual_sheet_is_offered_first_and_counted():
    found = offered(data("contribution"), "簿")["sheets"]
    assert found[0] == {
        "title": "账单",
        "forms": len(papers_of(data("contribution"), "簿", "账单")["forms"]),
    }


def test_texts_for_wechat_are_those_of_the_sheet():
    sheet = openpyxl.load_workbook(io.BytesIO(data("contribution")), data_only=True)["微信文字"]
    cells = {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    group, *households = offered(data("contribution"), "簿")["messages"]
    assert group["room"] == "" and "另外单独发" in group["text"] and group["text"] in cells
    assert len(households) == 14 and {one["text"] for one in households} <= cells
    assert all(one["room"] in one["text"] and one["owner"] in one["text"] for one in households)
    assert offered(data("one-period"), "簿")["messages"] == []


def test_a_book_without_values_is_not_printed_as_blanks():
    bare = without_values(data("one-period"))
    with pytest.raises(
        InputError, match=r"没有存着数字，不能打印。请用 WPS 或 Excel 打开、保存一次"
    ):
        offered(bare, "簿")
    with pytest.raises(InputError, match=r"「账单」：簿子里没有存着数字"):
        papers_of(bare, "簿", "账单")


def test_a_book_without_a_bill_says_so():
    with pytest.raises(InputError, match=r"没有一张单据可以打印。请先填好“住户”和费用"):
        offered((READY / "加梯分摊-南京.xlsx").read_bytes(), "簿")
    with pytest.raises(InputError, match=r"「没有」：没有一张单据可以打印。请另选一页"):
        papers_of(data("one-period"), "簿", "没有")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2026, 3, 1), "yyyy-mm-dd;;", "2026-03-01"),
        (date(2026, 3, 1), 'yyyy"年"m"月"d"日";@', "2026年3月1日"),
        (date(2026, 3, 1), "[$-804]yyyy/m/d", "2026/3/1"),
        (date(2026, 3, 1), "General", "2026-03-01"),
        (0, "0.0###_ ;-0.0###_ ;0_ ", "0 "),
        (1234.5, '"¥"#,##0.00_ ', "¥1,234.50 "),
        ("见说明", "#,##0.00_ ;-#,##0.00_ ;#,##0.00_ ;@_ ", "见说明 "),
        ("301", "0;-0;0;_ @", " 301"),
        ("301", "@", "301"),
        ("301", "0.00", "301"),
    ],
)
def test_a_value_is_shown_as_its_format_says(value, code, text):
    assert shown(value, code) == text
