import datetime

import openpyxl
import pytest

from elevshare.batch.listing import read_list
from elevshare.errors import InputError

TEXT = "2026 年加梯\n文件名,方案,备注,费用\n甲,南京,x,60万\n,,,\n乙,,,\n"


@pytest.fixture
def listed(tmp_path):
    """Read a list from its text, or the rows of a workbook."""

    def read(given, encoding="utf-8"):
        if isinstance(given, str):
            path = tmp_path / "清单.csv"
            path.write_bytes(given.encode(encoding))
        else:
            path = tmp_path / "清单.xlsx"
            book = openpyxl.Workbook()
            for row in given:
                book.active.append(row)
            book.save(path)
        return read_list(path)

    return read


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_is_read_in_whatever_way_it_was_saved(listed, encoding, delimiter):
    found = listed(TEXT.replace(",", delimiter), encoding)
    assert [dict(entry.texts) for entry in found.entries] == [
        {"文件名": "甲", "方案": "南京", "总费用": "600000.00"},
        {"文件名": "乙"},
    ]
    assert [entry.place for entry in found.entries] == ["清单.csv 第 3 行", "清单.csv 第 5 行"]
    assert found.report.alone == ["备注"] and not found.report.unclear
    assert [(one.before, one.after) for one in found.report.translated] == [
        ("60万", "600,000.00 元")
    ]


def test_numbers_of_a_workbook_are_the_texts_seen_in_it(listed):
    rows = [
        ["一批楼"],
        ["小区名称", "楼栋", "单元", "总层数", "总费用（元）"],
        ["幸福里", 3, 2.0, 7, 614000.5],
    ]
    (entry,) = listed(rows).entries
    assert [*entry.texts.values()] == ["幸福里", "3", "2", "7", "614000.50"]
    assert "工作表「Sheet」第 3 行" in entry.place


def test_the_unit_of_a_heading_counts_and_is_told(listed):
    found = listed([["文件名", "总费用（万元）", "补贴（万元）"], ["甲", 61.4, "20元"]])
    assert found.entries[0].texts == {"文件名": "甲", "总费用": "614000.00", "补贴": "20.00"}
    assert ("61.4万元", "614,000.00 元") in [
        (one.before, one.after) for one in found.report.translated
    ]


def test_an_amount_that_is_none_stops_its_own_row_alone(listed):
    found = listed("文件名,总费用（万元）\n甲,10元整\n乙,10\n")
    first, second = found.entries
    assert str(first.problem).startswith("总费用「10元整」不是数字")
    assert "总费用" not in first.texts and second.problem is None


def test_a_total_is_no_building(listed):
    found = listed([["楼号", "总费用"], ["1", 100], ["合计", 100]])
    assert [entry.texts["楼号"] for entry in found.entries] == ["1"]
    assert [(one.row, one.why) for one in found.report.left_out] == [(3, "合计")]


def test_headings_that_nobody_knows_are_told(listed):
    assert listed([["文件名", "方案", "施工队"], ["甲", "南京", "某"]]).report.unclear == [
        "「施工队」"
    ]


def test_two_sheets_that_may_be_the_list_are_refused(tmp_path):
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("另一张")):
        sheet.append(["文件名", "方案"])
        sheet.append(["甲", "南京"])
    book.save(tmp_path / "清单.xlsx")
    with pytest.raises(InputError, match=r"2 张工作表都像清单：.*「另一张」"):
        read_list(tmp_path / "清单.xlsx")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("甲,南京\n", "没有看得懂的标题行"),
        ("", "没有看得懂的标题行"),
        ("文件名,方案\n", "清单里没有一栋楼"),
        ("费用,总费用\n1,2\n", "两栏都是总费用"),
        ([["文件名", "楼号"], ["甲", datetime.date(2026, 3, 1)]], "楼号是日期「3月1日」"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(listed, given, said):
    with pytest.raises(InputError, match=said):
        listed(given)


def test_a_folder_of_rosters_is_a_list_too(tmp_path):
    for name in ("乙.csv", "甲.XLSX", "~$甲.xlsx", ".b.csv", "说明.docx"):
        (tmp_path / name).touch()
    (tmp_path / "夹.csv").mkdir()
    found = read_list(tmp_path)
    assert [entry.texts["文件名"] for entry in found.entries] == ["乙", "甲"]
    assert [entry.texts["名册"] for entry in found.entries] == ["乙.csv", "甲.XLSX"]


def test_a_folder_without_rosters_is_refused(tmp_path):
    with pytest.raises(InputError, match="文件夹里没有名册"):
        read_list(tmp_path)


@pytest.mark.parametrize(
    ("heads", "cells", "doubted"),
    [
        (["总费用", "补贴"], [60, 20], ["总费用", "补贴"]),
        (["总费用（万元）", "补贴（元）"], [60, 20], []),
        (["总费用", "补贴"], ["60万", "900元"], []),
        (["总费用", "补贴"], [600_000, 0], []),
        (["总费用", "补贴"], [600_000, 0.4], ["补贴"]),
    ],
)
def test_amounts_that_are_too_small_are_to_be_looked_at(listed, heads, cells, doubted):
    remarks = listed([["文件名", "方案", *heads], ["甲", "南京", *cells]]).report.remarks
    assert [remark.partition("有的格不到")[0] for remark in remarks] == doubted


def test_a_count_of_buildings_is_a_total(listed):
    found = listed([["小区", "单元", "总费用"], ["幸福里", "1", 1], [None, "共1个", 1]])
    assert len(found.entries) == 1
