"""An account that a list holds as a number has lost its last digits: its row is not made."""

import openpyxl

from elevshare.batch.listing import read_list


def test_its_row_is_told_and_the_others_are_read(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ("小区", "层数", "方案", "收款账号"),
        ("甲", 6, "南京", 6217001234567890432),
        ("乙", 6, "南京", "6217001234567890445"),
    ):
        book.active.append(row)
    book.save(tmp_path / "清单.xlsx")
    wrong, right = read_list(tmp_path / "清单.xlsx").entries
    assert "收款账号「6" in str(wrong.problem) and "末尾几位已经丢了" in str(wrong.problem)
    assert "单引号" in str(wrong.problem) and "收款账号" not in wrong.texts
    assert right.problem is None and right.texts["收款账号"] == "6217001234567890445"
