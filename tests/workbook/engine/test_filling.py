"""The values of a draft's formulas, put into its cells and charts."""

import io
import zipfile

import formualizer
import pytest
from buildings import project_from

from elevshare.schemes import find
from elevshare.workbook.book import assembled, draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.sharing.plan import SharingPlan


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_fills_in_the_same_as_the_engine_itself():
    plain = draft(
        SharingPlan(project_from(find("nanjing"), storeys="4", areas="61.03", cost="600000"))
    )
    ours, theirs = parts(filled(plain)), parts(formualizer.recalculate_xlsx_bytes(plain)["bytes"])
    sheets = [name for name in ours if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) > 5 and ours.keys() == theirs.keys()
    for name in sheets:
        assert ours[name] == theirs[name].replace(b"</f><v>-0</v>", b"</f><v>0</v>"), name


def sheet_of(formulas):
    def write(grid):
        for row, formula in enumerate(formulas, 1):
            grid.put(row, 1, formula, "计算-any")
        grid.page("A1:A1")

    return assembled([("数", "计算", write)], {}, "数", "数")


def test_values_of_every_kind():
    found = parts(filled(sheet_of(['="<a>&"', "=1/4", "=2=2", '=""', "=2^40", "=0*-1", '="-0"'])))
    xml = found["xl/worksheets/sheet1.xml"].decode()
    for value in ("<v>&lt;a&gt;&amp;</v>", "<v>0.25</v>", "<v>1</v>", "<v></v>", "<v>1099511627776</v>", "<v>0</v>", "<v>-0</v>"):  # fmt: skip
        assert value in xml
    assert xml.count('t="str"') == 3 and xml.count('t="b"') == 1


def test_one_and_true_are_two_values():
    xml = parts(filled(sheet_of(["=1", "=2=2", "=0", "=2=3", "=1"])))["xl/worksheets/sheet1.xml"]
    cells = [cell.split(b"</c>")[0] for cell in xml.split(b"<c ")[1:]]
    assert [(b't="b"' in cell, cell[-8:]) for cell in cells] == [
        (kind, f"<v>{value}</v>".encode())
        for kind, value in ((False, 1), (True, 1), (False, 0), (True, 0), (False, 1))
    ]


@pytest.mark.parametrize("formula", ["=1/0", "=UNKNOWN(1)"])
def test_an_error_is_no_value(formula):
    with pytest.raises(ValueError, match="数!A2 gives"):
        filled(sheet_of(["=1", formula]))


@pytest.mark.sampled(0)
def test_more_formulas_than_the_engine_fills_in_by_itself():
    """``recalculate_xlsx_bytes`` takes 100,000 at most."""
    many = sheet_of([f"={number}+1" for number in range(100_001)])
    assert b"<v>100001</v></c></row></sheetData>" in parts(filled(many))["xl/worksheets/sheet1.xml"]
