"""Cached values of a book with very many formulas."""

import io
import zipfile

import formualizer
import pytest

from elevshare.intake import project_from
from elevshare.schemes import find
from elevshare.workbook import cached, cached_many
from elevshare.workbook.book import assembled, draft
from elevshare.workbook.subjects.sharing.plan import SharingPlan


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_fills_in_the_same_as_the_engine_itself():
    plain = draft(
        SharingPlan(project_from(find("nanjing"), storeys="4", areas="61.03", cost="600000"))
    )
    theirs = parts(formualizer.recalculate_xlsx_bytes(plain)["bytes"])
    assert parts(cached_many.filled(plain)) == theirs


def sheet_of(formulas):
    def write(grid):
        for row, formula in enumerate(formulas, 1):
            grid.put(row, 1, formula, "计算-any")
        grid.page("A1:A1")

    return assembled([("数", "计算", write)], {}, "数", "数")


def test_values_of_every_kind():
    found = parts(cached_many.filled(sheet_of(['="<a>&"', "=1/4", "=2=2", '=""', "=2^40"])))
    xml = found["xl/worksheets/sheet1.xml"].decode()
    for value in ("<v>&lt;a&gt;&amp;</v>", "<v>0.25</v>", "<v>1</v>", "<v></v>", "<v>1099511627776</v>"):  # fmt: skip
        assert value in xml
    assert xml.count('t="str"') == 2 and xml.count('t="b"') == 1


@pytest.mark.parametrize("formula", ["=1/0", "=UNKNOWN(1)"])
def test_an_error_is_no_value(formula):
    with pytest.raises(ValueError, match="gives"):
        cached_many.filled(sheet_of([formula]))


def test_a_book_takes_that_way_once_it_has_many_formulas(monkeypatch):
    plain = sheet_of(["=1+1"] * 5)
    assert not cached_many.has_many(plain)
    usual = cached.finish(plain)
    monkeypatch.setattr(cached_many, "MOST", 4)
    monkeypatch.setattr(formualizer, "recalculate_xlsx_bytes", None)
    assert cached.finish(plain) == usual
