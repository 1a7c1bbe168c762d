import pytest

from elevshare.batch.listing import ListedBuilding
from elevshare.batch.naming import name_of, refuse_doubles
from elevshare.errors import InputError


def name(**texts):
    return name_of(ListedBuilding("第 2 行", texts))


def doubles(*names):
    entries = [ListedBuilding(f"第 {number} 行", {}) for number in range(2, 2 + len(names))]
    with pytest.raises(InputError) as caught:
        refuse_doubles(entries, names)
    return str(caught.value).splitlines()


def test_the_written_name_goes_before_the_address_and_that_before_the_roster():
    assert name(文件名="甲.XLSX", 小区="乙") == "甲.xlsx"
    assert name(小区="幸福里", 单元="3", 名册="丙.csv") == "幸福里-3.xlsx"
    assert name(名册="夹\\丙.csv") == "丙.xlsx"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a/b:c", "a／b：c"),
        ("nul", "簿子nul"),
        ("..", "．．"),
        ("尾.", "尾．"),
        ("a\tb", "a b"),
        ("长" * 90, "长" * 50),
    ],
)
def test_a_name_is_right_for_windows(text, safe):
    assert name(文件名=text) == f"{safe}.xlsx"


@pytest.mark.parametrize("texts", [{}, {"文件名": ".xlsx"}, {"总费用": "1"}])
def test_no_name_is_refused(texts):
    with pytest.raises(InputError, match="没有文件名"):
        name(**texts)


@pytest.mark.parametrize("pair", [("A.xlsx", "a.xlsx"), ("é.xlsx", "e\u0301.xlsx")])
def test_names_that_a_disk_takes_for_one_are_refused(pair):
    (line,) = doubles(pair[0], "别的.xlsx", "", "", pair[1])
    assert line.startswith("第 6 行：文件名「") and "第 2 行的相同" in line


def test_all_doubles_are_told_and_the_name_of_our_own_list_is_taken():
    lines = doubles("甲.xlsx", "甲.xlsx", "待处理.xlsx", "甲.xlsx")
    assert len(lines) == 3 and "本软件" in lines[1]
