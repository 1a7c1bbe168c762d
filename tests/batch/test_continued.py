import pytest

from elevshare.batch.continued import continued
from elevshare.intake.tables.reading import TableRow
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenCell


def rows(*texts):
    return [
        TableRow(number, f"第 {number} 行", {name: SeenCell(text) for name, text in row.items()})
        for number, row in enumerate(texts, 2)
    ]


def read(*texts):
    report = TableReport()
    found = continued(rows(*texts), report)
    return [{name: cell.text for name, cell in row.cells.items()} for row in found], report


FIRST = {"小区": "幸福里", "楼号": "12", "单元": "1", "方案": "南京", "文件名": "甲"}


def test_a_row_with_an_entrance_alone_is_of_the_building_above():
    (_, second), report = read(FIRST, {"单元": "2"})
    assert second == {"单元": "2", "小区": "幸福里", "楼号": "12", "方案": "南京"}
    assert {(one.where, one.column) for one in report.translated} == {
        ("第 3 行", column) for column in ("小区", "楼号", "方案")
    }


def test_another_building_takes_the_estate_alone():
    (_, second), report = read(FIRST, {"楼号": "13", "单元": "1"})
    assert second == {"楼号": "13", "单元": "1", "小区": "幸福里"}
    assert [one.column for one in report.translated] == ["小区"]


def test_what_is_filled_down_goes_on():
    found, _ = read(FIRST, {"单元": "2"}, {"单元": "3"})
    assert found[2] == {"单元": "3", "小区": "幸福里", "楼号": "12", "方案": "南京"}


@pytest.mark.parametrize(
    "second", [{"文件名": "乙"}, {"总费用": "1"}, {"小区": "新村", "楼号": "1"}]
)
def test_a_row_of_its_own_takes_nothing(second):
    found, report = read(FIRST, second)
    assert found[1] == second and not report.translated


def test_nothing_is_taken_from_a_row_without_a_name():
    assert read({"方案": "南京"}, {"单元": "2"})[0][1] == {"单元": "2"}


def test_merged_cells_are_told_and_merged_amounts_are_to_be_looked_at():
    cells = {"单元": SeenCell("2"), "方案": SeenCell("南京"), "总费用": SeenCell("600000")}
    report = TableReport()
    continued([TableRow(3, "第 3 行", cells, frozenset({"方案", "总费用"}))], report)
    assert [(one.column, one.after) for one in report.translated] == [
        ("总费用", "600000（照上一行）"),
        ("方案", "南京（照上一行）"),
    ]
    assert [remark[:7] for remark in report.remarks] == ["总费用有合并的"]
