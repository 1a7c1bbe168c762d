"""The ``[settlement]`` and the ``[[change]]`` entries of a project file."""

from __future__ import annotations

import pytest

from elevshare.errors import InputError
from elevshare.intake.project_file import read_project
from elevshare.rules.changes import Change, ChangeKind
from elevshare.rules.settlement import Actual
from elevshare.schemes import find

COSTS = """
[[cost]]
item = "设备"
amount = 400000
[[cost]]
item = "土建"
amount = 212345.67
"""


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "项目.toml"
        path.write_text(COSTS + text, encoding="utf-8")
        return read_project(path, find("nanjing"))

    return read


def test_nothing_is_settled_and_nothing_has_changed(read):
    found = read("")
    assert found.settlement == Actual() and found.changes == ()


def test_a_settlement_in_full(read):
    found = read(
        "[settlement]\nday = 2026-08-01\ncosts = [390000.01, 0]\nsubsidy = 100000\ncompensation = 0.5"
    )
    assert found.settlement == Actual("2026-08-01", (39_000_001, 0), 10_000_000, 50)


def test_a_cost_may_still_be_open(read):
    assert read('[settlement]\ncosts = ["39万", ""]').settlement == Actual(costs=(39_000_000, None))


def test_a_change_in_full(read):
    found = read(
        '[[change]]\nday = 2026-05-01\nkind = "退出"\nroom = 302\nbefore = "参与"\nafter = "不参与"\n'
        'reason = "书面声明"\nby = "王会计"\n[[change]]\nday = "2026-05-02"\nkind = "费用变更"\nreason = "合同定价"'
    )
    assert found.changes == (
        Change("2026-05-01", ChangeKind.LEFT, "302", "参与", "不参与", "书面声明", "王会计"),
        Change("2026-05-02", ChangeKind.COST, reason="合同定价"),
    )


WRONG = {
    "[settlement]\ncosts = 5": "一列金额",
    "[settlement]\ncosts = [1]": "有 1 个数，而费用有 2 项",
    "[settlement]\ncosts = [1, -2]": "第 2 项的实际金额",
    '[settlement]\ncosts = [1, "很多"]': "不是数字",
    "[settlement]\ncosts = [1, 2.005]": "小数超过 2 位",
    "[settlement]\nsubsidy = -1": "实际补贴",
    "[settlement]\nday = 2026-13-01": "",
    "[settlement]\nprice = 1": "不认识的项目",
    '[[change]]\nkind = "其他"\nreason = "x"': "填日期",
    '[[change]]\nday = 2026-01-01\nkind = "涨价"\nreason = "x"': "不在可选之列",
    '[[change]]\nday = 2026-01-01\nkind = "退出"\nreason = "x"': "哪一户",
    '[[change]]\nday = 2026-01-01\nkind = "其他"': "写明原因",
    '[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "' + "长" * 46 + '"': "超过 45 个字",
    '[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "x"\nafter = "' + "长" * 21 + '"': "20",
    '[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "x"\nwho = "y"': "不认识的项目",
    '[[change]]\nday = 2026-01-01\nkind = "其他"\nreason = "x"\n' * 13: "超过 12 条",
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text.replace("\n", " ")[:60])
def test_what_cannot_be_meant_is_told_with_its_line(read, text):
    with pytest.raises(InputError, match=r"项目\.toml 第 \d+ 行") as told:
        read(text)
    assert WRONG[text] in str(told.value)
