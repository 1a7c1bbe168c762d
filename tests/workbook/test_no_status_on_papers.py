"""No paper that is handed out says how far a number can be trusted, or that something is 待填."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from buildings import project_from
from samples import NAMES, sample

from elevshare.project import Papers, Topic
from elevshare.schemes import Family, find, with_part
from elevshare.schemes.load import load_all, stating
from elevshare.templates import ready_books
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.compare import cover, page

#: 示例 may be a word of a scheme's name, and 示例小区 an estate; as a status it stands alone or in brackets.
STATUS = re.compile("待填|待核实|已核实|^示例$|[（：，；]示例(?!小区)|示例[）：]")
CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*>(?:<is><t[^>]*>|<v>)([^<]+)<')
FORMULA = re.compile("<f>[^<]*</f>")
TEMPLATES = Path(__file__).parents[2] / "xlsx_templates"
READY = ready_books()
SHARING = [one for one in load_all() if one.family is not Family.NONE]


def papers(data, project):
    """Sheet, cell and text of every paper of a book."""
    plan = family_of(project).plan(project)
    yield from texts(data, [o.TITLE for o in family_of(project).sheets(plan) if o.ROLE == "单据"])


def texts(data, titles):
    """Sheet, cell and shown text of every text of some sheets; formulas are not looked at."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = re.findall('<sheet [^>]*name="([^"]+)"', book.read("xl/workbook.xml").decode())
        assert set(titles) <= set(names)
        for title in titles:
            part = book.read(f"xl/worksheets/sheet{names.index(title) + 1}.xml").decode()
            for cell, text in CELL.findall(FORMULA.sub("", part)):
                yield title, cell, text


def statuses(cells):
    return [cell for cell in cells if STATUS.search(cell[2])]


@pytest.mark.sampled(6)
@pytest.mark.parametrize("name", READY)
def test_no_paper_of_a_ready_book_states_one(name):
    assert statuses(papers((TEMPLATES / name).read_bytes(), READY[name])) == []


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "compare"])
def test_no_paper_of_a_filled_book_states_one(name):
    one = sample(name)
    found = list(papers(one.data, one.plan.project))
    assert statuses(found) == [] and len(found) > 100


def test_the_page_that_compares_schemes_states_none():
    data = sample("compare").data
    found = list(texts(data, [page.TITLE, "图表"]))
    assert statuses(found) == [] and any("通用-按户均摊" in text for _, _, text in found)
    assert any("示例：" in text for *_, text in texts(data, [cover.TITLE]))


@pytest.mark.sampled(16)
@pytest.mark.parametrize("scheme", SHARING, ids=lambda one: one.id)
def test_no_paper_states_one_where_coefficients_dates_and_documents_are_missing(scheme):
    """Two storeys more than the table has, every sheet, a subsidy of which no date is known."""
    more = {}
    if scheme.family is not Family.LEASE:
        more = {"cost": "60万", "subsidy": "10万"}
        if scheme.share.weight(3) is None:
            more["coefficients"] = "3=1"
        for part in ("compensation", "fund", "upkeep"):
            weak = sorted(stating(part), key=lambda one: getattr(one, part).status != "待核实")[0]
            scheme = scheme if getattr(scheme, part) else with_part(scheme, part, weak)
    project = project_from(scheme, storeys="8", areas="80,100", **more)
    topics = None if scheme.family is Family.LEASE else frozenset(Topic)
    project = replace(project, topics=topics, papers=Papers(estate="安苑东里"))
    found = list(papers(make_book(project), project))
    assert statuses(found) == [] and any("安苑东里" in text for _, _, text in found)


def test_what_a_paper_leaves_out_is_said_on_the_sheet_of_origins():
    project = project_from(find("beijing-yanyuan"))
    origins = [text for *_, text in texts(make_book(project), ["来源"])]
    assert any("发布单位待填" in text for text in origins)
    assert any(text.startswith("已核实：") for text in origins)
    basis = origins[origins.index("账单上的依据") + 1]
    assert basis.endswith("（北京市）") and not STATUS.search(basis)


@pytest.mark.parametrize(
    "text", ["依据（待核实）", "示例", "（示例）", "本层系数待填", "示例：举例"]
)
def test_a_status_is_found(text):
    assert STATUS.search(text)


@pytest.mark.parametrize("text", ["《示例小区办法》", "六层楼示例"])
def test_a_name_is_no_status(text):
    assert not STATUS.search(text)
