"""What a list's user reads: columns of the list where it has them, options where there is no list."""

from __future__ import annotations

import pytest

from elevshare.batch.listing import read_list
from elevshare.batch.reading import Defaults, read_project
from elevshare.errors import InputError

HEADING = "楼号,单元,房号,楼层,建筑面积,参与\n"
THREE = HEADING + "".join(
    f"12,{entrance},{storey}01,{storey},80,是\n" for entrance in (1, 2, 3) for storey in (1, 2)
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "三单元.csv").write_text(THREE, "utf-8")
    return tmp_path


def read(path, text):
    """The listing of a list with this text."""
    file = path / "清单.csv"
    file.write_text(text, "utf-8")
    return read_list(file)


def refusal(listing):
    with pytest.raises(InputError) as caught:
        read_project(listing.entries[0], listing.folder, Defaults())
    return str(caught.value)


def test_a_stairwell_is_chosen_in_the_list(folder):
    text = refusal(read(folder, "文件名,方案,名册\n甲,南京,三单元.csv\n"))
    assert "请用“单元”选一个，如 12-1" in text
    assert "请在清单里各写一行" in text and "--" not in text and "batch" not in text


def test_what_the_message_says_can_be_written_so(folder):
    listing = read(folder, "单元,方案,名册\n12-1,通用-按面积,三单元.csv\n")
    project = read_project(listing.entries[0], folder, Defaults())
    assert len(project.flats) == 2


def test_a_roster_itself_has_no_columns_to_fill_in(folder):
    text = refusal(read_list(folder / "三单元.csv"))
    assert "--scheme" in text and "“方案”" not in text


def test_a_roster_that_lacks_a_column_is_not_called_a_list(folder):
    (folder / "少.csv").write_text("楼号,单元,房号,楼层,参与\n12,1,101,1,是\n", "utf-8")
    with pytest.raises(InputError, match="缺少「建筑面积」栏"):
        read_list(folder / "少.csv")


def test_two_columns_of_a_list_cannot_be_chosen_by_hand(folder):
    with pytest.raises(InputError, match=r"请只留一栏。$"):
        read(folder, "楼号,楼栋,方案\n1,1,南京\n")


def test_a_building_that_became_a_date_in_a_text_list(folder):
    with pytest.raises(InputError, match="可能是「3-1」"):
        read(folder, "楼号,方案\n3月1日,南京\n")


def test_a_heading_with_a_doubt_is_told_once(folder):
    report = read(folder, "楼号,方案,总费用,总费用（不含税）\n1,南京,60万,55万\n").report
    assert not report.unclear
    assert ["不含税" in remark for remark in report.remarks] == [True]


def test_a_heading_of_a_list_is_mended_in_the_list(folder):
    with pytest.raises(InputError, match=r"不含税.*请改成 总费用") as caught:
        read(folder, "楼号,方案,总费用（不含税）\n1,南京,60万\n")
    assert "--columns" not in str(caught.value)


def test_a_building_called_by_its_number_is_no_total(folder):
    listing = read(folder, "楼号,单元,方案\n12 幢,3 单元,南京\n5栋,1,南京\n共 2 幢,,\n")
    assert [entry.texts["楼号"] for entry in listing.entries] == ["12 幢", "5栋"]
