"""The list that the manual shows."""

from pathlib import Path

from elevshare.batch.listing import read_list
from elevshare.batch.naming import name_of
from elevshare.batch.reading import Defaults, failing, read_project, to_fill
from elevshare.vocabulary import LIST, UNUSED, columns

DOCS = Path(__file__).parents[2] / "docs"
LISTED = read_list(DOCS / "示例" / "批量清单.csv")


def test_every_row_of_the_sample_list_makes_a_book_that_passes():
    projects = [read_project(entry, LISTED.folder, Defaults()) for entry in LISTED.entries]
    assert [name_of(entry) for entry in LISTED.entries] == [
        "幸福里小区-12 幢-3 单元.xlsx",
        "幸福里小区-12 幢-4 单元.xlsx",
        "光明新村-5 幢-1 单元.xlsx",
    ]
    assert not any(failing(project) or to_fill(project) for project in projects)
    assert [len(project.flats) for project in projects] == [14, 12, 14]
    assert LISTED.report.alone == ["备注"] and not LISTED.report.unclear


def test_the_manual_tells_every_column():
    page = (DOCS / "15-一批楼.md").read_text("utf-8")
    table = [line.split("|")[1] for line in page.splitlines() if line.startswith("| ")]
    told = {word.strip() for cell in table for word in cell.split("、")} - {"列"}
    assert told == set(columns(LIST)) - {UNUSED}
