"""``elevshare collect`` as a user calls it."""

import io
import os

import pytest
from records import building, leased
from returned_books import book, edited, fill

from commands.conftest import named
from elevshare import cli
from elevshare.collecting import read_book
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import Collection
from elevshare.commands import collect

SUM = "汇总.xlsx"


def test_sound_books_make_a_summary(folder, call):
    fill(folder, "1 幢.xlsx", "10 幢.xlsx", "2 幢.xlsx", "~$1 幢.xlsx")
    status, output, errors = call("collect", ".", "-o", SUM)
    assert (status, errors) == (0, "")
    assert output.startswith(f"已生成 {SUM}：收进来 3 本，计入 3 本，没有收进来 0 个文件\n")
    assert "总费用 1,200,000.13 － 补贴" in output
    files, net, total = named(folder / SUM, "summary_file", "summary_net", "sum_net")
    assert files == ["1 幢.xlsx", "2 幢.xlsx", "10 幢.xlsx"]
    assert round(sum(net) * 100) == round(total[0] * 100)


def test_what_is_wrong_is_told_and_the_rest_is_done(folder, call):
    (folder / "通知.pdf").write_bytes(b"")
    fill(folder)
    status, output, errors = call("collect", ".", "-o", SUM)
    assert status == 1 and "收进来 6 本，计入 4 本，没有收进来 4 个文件" in output
    lines = errors.splitlines()
    assert [line.split("：")[0] for line in lines[:-1]] == ["没有收进来"] * 4 + ["注意"] * 3
    assert lines[-1] == "文件夹里另有 1 个别的文件，没有看。"
    told = {line.split("：")[1]: line for line in lines[4:7]}
    assert told.keys() == {"2 幢（重发）.xlsx", "3 幢.xlsx", "4 幢.xlsx"}
    assert "与“2 幢.xlsx”是同一单元" in told["2 幢（重发）.xlsx"]
    assert "不可信" in told["3 幢.xlsx"] and "没有计入" in told["3 幢.xlsx"]
    assert "有改动" in told["4 幢.xlsx"] and "没有计入" not in told["4 幢.xlsx"]


def test_the_same_books_give_the_same_file_whatever_the_order(folder, done):
    fill(folder, "1 幢.xlsx", "2 幢.xlsx")
    done("collect", "1 幢.xlsx", "2 幢.xlsx", "-o", "甲.xlsx")
    (folder / "早先").mkdir()
    os.utime("1 幢.xlsx", (0, 0))
    done("collect", "2 幢.xlsx", "1 幢.xlsx", "./2 幢.xlsx", "-o", "乙.xlsx")
    assert (folder / "甲.xlsx").read_bytes() == (folder / "乙.xlsx").read_bytes()


def test_the_summary_itself_is_not_one_of_the_books(folder, done):
    fill(folder, "1 幢.xlsx")
    done("collect", ".", "-o", SUM)
    assert "收进来 1 本" in done("collect", ".", "-o", SUM, "--force")


def test_a_draft_is_taken_in_and_told(folder, call):
    fill(folder, "1 幢.xlsx")
    cell = named_place(book(2))
    (folder / "草案.xlsx").write_bytes(edited(book(2), "校验", cell, "><f>0</f><v>2</v>"))
    status, _, errors = call("collect", ".", "-o", SUM)
    assert status == 1 and "草案.xlsx" in errors


def named_place(data):
    import openpyxl

    loaded = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return loaded.defined_names["failed_checks"].attr_text.split("!")[1].replace("$", "")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("collect", "-o", SUM), "缺少"),
        (("collect", "1 幢.xlsx"), "缺少"),
        (("collect", "没有.xlsx", "-o", SUM), "找不到"),
        (("collect", "空的", "-o", SUM), "没有找到簿子"),
        (("collect", "", "-o", SUM), "名称是空的"),
        (("collect", "1 幢.xlsx", "-o", "汇总.xls"), ".xlsx"),
        (("collect", "1 幢.xlsx", "-o", "2 幢.xlsx"), "已经存在"),
        (("collect", "1 幢.xlsx", "-o", "没有/汇总.xlsx"), "文件夹不存在"),
    ],
)
def test_a_wrong_call_writes_nothing(folder, refused, arguments, word):
    fill(folder, "1 幢.xlsx", "2 幢.xlsx")
    (folder / "空的").mkdir()
    assert word in refused(*arguments)


def test_a_summary_is_written_even_where_nothing_could_be_taken_in(folder, call):
    fill(folder, "坏的.xlsx", "旧.xls")
    status, output, errors = call("collect", ".", "-o", SUM)
    assert status == 1 and "收进来 0 本" in output and errors.count("没有收进来") == 2
    assert named(folder / SUM, "failed_checks") == [1]


def test_many_refusals_are_told_in_part(folder, call):
    for number in range(25):
        (folder / f"{number}.xls").write_bytes(b"")
    _, _, errors = call("collect", ".", "-o", SUM)
    assert errors.count("没有收进来") == collect._SHOWN and "另有 5 个，见“没收进来”页" in errors


def test_nothing_is_written_when_it_is_broken_off(folder, monkeypatch, capsys):
    fill(folder, "1 幢.xlsx")

    def stop(found):
        raise KeyboardInterrupt

    monkeypatch.setattr(read_book, "open_book", stop)
    assert cli.main(["collect", ".", "-o", SUM]) == 2
    assert not (folder / SUM).exists() and "已中止" in capsys.readouterr().err


def test_what_leased_lifts_cost_a_year_is_told():
    plan = SummaryPlan(Collection((leased(1), building(2))))
    assert " 元；租赁年使用费 10,000.01 元；已缴 " in collect._done(plan)
    assert "租赁" not in collect._done(SummaryPlan(Collection((building(2),))))
