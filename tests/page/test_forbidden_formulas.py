"""No book has a formula that the page's engine would compute in another way."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
import samples
from forbidden import reasons, shape
from records import mixed

from elevshare.collecting.book import draft as summary_draft
from elevshare.collecting.plan import SummaryPlan
from elevshare.intake import project_from
from elevshare.project.topics import ALL
from elevshare.schemes import Family, find
from elevshare.workbook.book import draft, family_of

READY = sorted((Path(__file__).parents[2] / "xlsx_templates").glob("*.xlsx"))
_FORMULA = re.compile(r"<(f|formula|formula1|formula2)>([^<]*)</\1>")
#: One of every family.
_FULL = {Family.CONTRIBUTION: "nanjing", Family.LEASE: "beijing-hualing", Family.PREPAID: "beijing-rongsheng"}  # fmt: skip


def formulas(book: bytes) -> set[str]:
    """All formulas of a book, of cells, conditional formats and validations, once each."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        texts = (archive.read(name).decode() for name in sheets)
        return {shape(unescape(one[2])) for text in texts for one in _FORMULA.finditer(text)}


def said(book: bytes) -> list[str]:
    found = formulas(book)
    assert len(found) > 20
    return [f"{why}: {one}" for one in sorted(found) for why in reasons(one)]


@pytest.mark.sampled(6)
@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_ready_books(path):
    assert said(path.read_bytes()) == []


@pytest.mark.sampled(9)
@pytest.mark.parametrize("name", samples.NAMES)
def test_filled_books_with_every_subject(name):
    assert said(samples.sample(name).bare) == []


@pytest.mark.parametrize("scheme", _FULL.values())
def test_blank_books_with_every_sheet(scheme):
    project = project_from(find(scheme), topics=ALL)
    assert said(draft(family_of(project).plan(project))) == []


def test_summaries():
    assert said(summary_draft(SummaryPlan(mixed()))) == []


@pytest.mark.parametrize(
    "formula",
    [
        "ROUND(A1,2)", "ROUND(SUM(A1:B2)/3,B1)", "SUMPRODUCT(--(A1:A3=5))", 'SUMPRODUCT(--(A1:A3="x"))', "AND(A1:A3)",
        "IF(OR(住户!B2:B9),1,0)", 'TEXT(A1,"yyyy年m月d日")', 'TEXT(A1,"#,##0.00")', 'VALUE("12,000")', "VALUE(A1)",
        "DATE(1900,2,28)", 'HYPERLINK("#A1","x")', "SUM(A1:INDEX(A1:A9,3))", "SUM(INDEX(A1:A9,2):A9)",
        "SUM(INDEX(A1:B9,0,2))", "SUMIF(A1,5,B1)", "INDEX('单 户'!$A$1,1)", "MATCH(5,A1,0)", "LARGE($A$1,1)",
        'COUNTIF(A1:A9,"7")', 'COUNTIF(A1:A9,"<>7")', "PMT(0.01,12,A1)", "MOD(A1,0.1)", "SUMPRODUCT(A1:A3,B1:B3)",
        "SUMPRODUCT(LEN(A1:A3))", "SUMPRODUCT((LEFT(A1:A3,1)=B1)*1)", "SUM({1,2})", "XLOOKUP(A1,B1:B3,C1:C3)",
        'IF(A1="",ROUND(B1,1),"TEXT(")',
    ],
)  # fmt: skip
def test_a_planted_one_is_found(formula):
    assert len(reasons(formula)) == 1
    assert reasons(shape(formula)) == reasons(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "ROUND(SUM(A1:B2)*100,0)", "SUMPRODUCT((A1:A3=5)*B1:B3)", 'TEXT(A1/100,"0.00")', 'A1&"—— -- {HYPERLINK(}"',
        "VALUE(MID(A1,2,1))+1", "INDEX(A1:A9,MATCH(B1,C1:C9,0))", 'COUNTIF($A$1,"*公司*")', "INT(0.5-PMT(A1,12,B1))",
        "SUM(A1:A3)>0", 'COUNTIF(A1:A3,">0")', "AND(A1>0,SUM(B1,B2)>0)",
    ],
)  # fmt: skip
def test_others_are_not(formula):
    assert reasons(formula) == []
