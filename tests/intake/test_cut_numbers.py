"""A long number where a text belongs has lost digits, and is refused wherever it comes from."""

import openpyxl
import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.intake.roster import read_roster
from elevshare.schemes import find

HEADS = ("房号", "楼层", "建筑面积", "业主", "参与")
ROW = ("301", 3, 80, "张三", "是")
#: As a spreadsheet has it: the last digits are zeros already.
LONG = 6217001234567890432


def saved(tmp_path, **changed):
    path = tmp_path / "名册.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    book.active.append([changed.get(head, value) for head, value in zip(HEADS, ROW, strict=True)])
    book.save(path)
    return path


@pytest.mark.parametrize("column", ["房号", "业主"])
@pytest.mark.parametrize("value", [LONG, float(LONG)])
def test_in_a_roster(tmp_path, column, value):
    with pytest.raises(
        InputError, match=f"{column}「6.217.*末尾几位已经丢了.*单引号|{column}「6217"
    ):
        read_roster(saved(tmp_path, **{column: value}))
    assert read_roster(saved(tmp_path, **{column: 123456789012345}))


@pytest.mark.parametrize("value", [True, False])
def test_a_truth_value_in_place_of_a_room(tmp_path, value):
    (row,) = read_roster(saved(tmp_path, 房号=value))
    assert row.room == str(value)  # as the fields refuse it


def project(tmp_path, line):
    path = tmp_path / "项目.toml"
    path.write_text(f"[project]\n{line}\n", "utf-8")
    return read_project(path, find("南京"))


@pytest.mark.parametrize("written", ['"6.217E+18"', "6.217E+18", "6.217e+18"])
def test_in_a_project_file(tmp_path, written):
    with pytest.raises(InputError, match=r"第 2 行：「project\.account」.*末尾几位"):
        project(tmp_path, f"account = {written}")


def test_a_whole_number_of_a_project_file_keeps_its_digits(tmp_path):
    found = project(tmp_path, "account = 6217001234567890445").papers.account
    assert found == "6217001234567890445"
