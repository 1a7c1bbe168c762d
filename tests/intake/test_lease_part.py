import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.rules.lease import Lease, LeasePeriod
from elevshare.schemes import find

BUILDING = "[building]\nstoreys = 6\nareas = [60, 60]\n"


@pytest.fixture
def read(tmp_path):
    def call(text, scheme="beijing-yanyuan"):
        path = tmp_path / "项目.toml"
        path.write_text(BUILDING + text, encoding="utf-8")
        return read_project(path, find(scheme)).lease

    return call


def test_everything_may_be_missing(read):
    assert read("") == Lease()


def test_everything_may_be_told(read):
    text = """[lease]
period = "自选月份"
number = 3
from = 2
to = 5
start = 2027-01-15
fees = [0, 20.5, "", "1,000"]
"""
    fees = (0, 2_050, None, 100_000)
    assert read(text) == Lease(LeasePeriod.CHOSEN, 3, 2, 5, "2027-01-15", fees)


def test_the_other_fees_and_how_they_are_collected(read):
    text = '[lease]\nother_fees = [0, 199, "", "1,399"]\nspread = true\n'
    assert read(text) == Lease(other_fees=(0, 19_900, None, 139_900), spread=True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('period = "每月"', "不在可选之列。请选：按月、按季、按年、自选月份"),
        ("number = 13", "是 13，不在 1 到 12 之间"),
        ("number = 0", "是 0，不在 1 到 12 之间"),
        ("from = 13", "不在 1 到 12 之间"),
        ("to = 0", "不在 1 到 12 之间"),
        ('start = "一月"', "不是日期"),
        ("fees = 20", "应是一列金额"),
        ("fees = [-1]", "有负数或过大的数"),
        ("fees = [100000.01]", "有负数或过大的数"),
        ("fees = [0.005]", "小数超过 2 位"),
        ("other_fees = 199", "「lease.other_fees」应是一列金额"),
        ("other_fees = [-1]", "「lease.other_fees」有负数或过大的数"),
        ('spread = "每期"', "应是 是 或 否"),
        ("month = 3", "不认识的项目「lease.month」"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(read, line, words):
    with pytest.raises(InputError) as caught:
        read(f"[lease]\n{line}\n")
    assert str(caught.value).startswith("项目.toml 第 5 行：")
    assert words in str(caught.value)


def test_months_in_the_wrong_order_are_refused(read):
    with pytest.raises(InputError, match=r"项目\.toml 第 6 行：「lease\.to」早于 from"):
        read("[lease]\nfrom = 5\nto = 3\n")


def test_a_period_that_the_year_does_not_have_is_refused(read):
    with pytest.raises(InputError, match="按季收费一年只有 4 期，没有第 5 期"):
        read('[lease]\nperiod = "按季"\nnumber = 5\n')


def test_another_scheme_has_no_use_for_it(read):
    with pytest.raises(
        InputError, match=r"第 5 行：「lease\.number」用不到：方案「南京」不是租赁方案"
    ):
        read("[lease]\nnumber = 1\n", "nanjing")
