"""Real books read for the summary."""

import pytest
from returned_books import FOLDER, fill, project_of
from summaries import summary

from elevshare.collecting import read_book
from elevshare.collecting.collected import collected
from elevshare.collecting.gather import Found, gather
from elevshare.collecting.record import Refusal, State, refusal
from elevshare.errors import InputError
from elevshare.opened import OpenedBook
from elevshare.project import assess, granted
from elevshare.returned import Amounts


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """All that came back, in the order of the names."""
    folder = fill(tmp_path_factory.mktemp("returned"))
    found = gather([str(folder)], without=folder / "x.xlsx")
    files = (Found(one.path, one.path.name) for one in found.files)
    return collected(files)


def test_the_amounts_are_those_of_the_rules(collection):
    first = collection.buildings[0]
    outcome, grant = assess(project_of(1)), granted(project_of(1))
    figures = first.figures
    assert (figures.cost, figures.subsidy, figures.net) == (outcome.cost, outcome.subsidy, outcome.net)  # fmt: skip
    assert figures.own_net == figures.due == figures.own_due == outcome.net
    assert figures.grant == grant.total > 0 and figures.levels == grant.split
    assert figures.owed == figures.left == outcome.net and figures.paid == figures.over == 0
    assert first.name == "幸福里小区 1 幢 1 单元" and first.made.scheme_id == "xianyang"
    assert (first.households, first.taking, first.failed) == (4, 4, 0) and first.sound


def test_what_is_kept_for_upkeep_is_applied_for_too():
    amounts = Amounts(100, 30, (("市级", 35),), 5, 7, 77, 0, ())
    found = read_book._figures(OpenedBook("空", None), amounts, leased=False)
    assert (found.subsidy, found.grant, found.net, found.own_net) == (30, 35, 77, None)


def test_each_book_is_judged(collection):
    states = {one.file: one.state for one in collection.buildings}
    assert states == {
        "1 幢.xlsx": State.PASSED, "2 幢.xlsx": State.PASSED, "2 幢（重发）.xlsx": State.PASSED,
        "3 幢.xlsx": State.DOUBTED, "4 幢.xlsx": State.CHANGED, "10 幢.xlsx": State.PASSED,
    }  # fmt: skip
    said = {one.file: one.findings for one in collection.buildings if one.findings}
    assert "「分摊」" in said["3 幢.xlsx"][0] and "「参数」A1" in said["4 幢.xlsx"][0]
    twice = [one.digest for one in collection.buildings if one.file.startswith("2 幢")]
    assert len(set(twice)) == 1 and len({one.digest for one in collection.buildings}) == 5


def test_what_cannot_be_taken_in_is_said_and_stops_nothing(collection):
    reasons = {one.file: f"{one.reason}。{one.todo}" for one in collection.refusals}
    assert list(reasons) == ["上次的汇总.xlsx", "坏的.xlsx", "旧.xls", "空白.xlsx"]
    for file, word in zip(reasons, ("汇总簿", "损坏", ".xlsx", "住户"), strict=True):
        assert word in reasons[file]
    assert len(collection.buildings) + len(reasons) == len(FOLDER) - 1


def test_the_summary_of_them(collection):
    one = summary(collection)
    counted = [project_of(number) for number in (1, 2, 4, 10)]
    assert one.figure("counted") == 4 and one.failed() == []
    assert one.figure("net") == sum(assess(each).net for each in counted)
    assert one.plan.levels == ("市级", "区级") and one.figure("rest") == 0
    assert one.figure("level0") + one.figure("level1") == one.figure("grant")


def test_a_book_tampered_with_that_cannot_be_read_says_so_first(tmp_path, monkeypatch):
    def unreadable(book):
        raise InputError("行列被移动过", where=book.name, todo="请重新生成")

    fill(tmp_path, "3 幢.xlsx")
    monkeypatch.setattr(read_book, "read_back", unreadable)
    with pytest.raises(InputError, match=r"不可信：「分摊」.*行列被移动过"):
        read_book.read_book(Found(tmp_path / "3 幢.xlsx", "3 幢.xlsx"))


def test_a_refusal_keeps_the_place_where_it_is_not_the_file_itself():
    error = InputError("面积不是数字", where="1.xlsx 工作表「住户」D5", todo="请改正")
    assert refusal("北区/1.xlsx", error) == Refusal("北区/1.xlsx", "1.xlsx 工作表「住户」D5：面积不是数字", "请改正")  # fmt: skip
    assert refusal("1.xlsx", replace_where(error, "1.xlsx")).reason == "面积不是数字"


def replace_where(error, where):
    return InputError(error.what, where=where, todo=error.todo)
