"""The sections [voting] and [joining] of a project file."""

import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.rules.consent import Voting
from elevshare.rules.late import Joining, JoiningWay, RefundBasis
from elevshare.schemes import find


@pytest.fixture
def read(tmp_path):
    def call(text):
        path = tmp_path / "项目.toml"
        path.write_text(text, encoding="utf-8")
        return read_project(path, find("nanjing"))

    return call


def test_nothing_is_voted_on_and_nobody_joins_unless_it_is_said(read):
    found = read("")
    assert (found.voting, found.joining) == (Voting(), Joining())


@pytest.mark.parametrize("rule", ["民法典278-改建", "civil-code-278-rebuild"])
def test_a_rule_goes_by_name_or_id(read, rule):
    text = f'[voting]\nrule = "{rule}"\nexclusive_part = true\nno_objection = "是"\n'
    assert read(text).voting == Voting("民法典278-改建", True, True)


def test_no_rule_can_be_said_aloud(read):
    assert read('[voting]\nrule = "不核对"').voting == Voting()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("room = 402", Joining("402")),
        ("room = '402'\noriginal = 10077", Joining("402", original=1_007_700)),
        (
            "room = 402\nway = '加利息'\nrate = 0.035\nmonths = 18\nbasis = '按已缴'",
            Joining("402", None, JoiningWay.INTEREST, rate=350, months=18, basis=RefundBasis.PAID),
        ),
        (
            "room = 402\nway = '折旧'\nyears = 15\nmonths = 36",
            Joining("402", None, JoiningWay.DEPRECIATION, years=15, months=36),
        ),
        (
            "room = 402\nway = '倍数'\nmultiple = 1.2",
            Joining("402", None, JoiningWay.MULTIPLE, multiple=120),
        ),
    ],
)
def test_each_way_of_joining(read, lines, expected):
    assert read(f"[joining]\n{lines}").joining == expected


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[voting]\nrule = "南京"', 2, "不在可选之列"),
        ("[voting]\nrules = '咸阳'", 2, "不认识的项目"),
        ("[joining]\nmonths = 3", 2, "不认识的项目"),
        ("[joining]\nroom = 402\nway = '加利息'\nrate = 0.03", 1, "months」没有填写"),
        ("[joining]\nroom = 402\nway = '加利息'\nrate = 3\nmonths = 1", 4, "请填 0 到 1 之间"),
        ("[joining]\nroom = 402\nway = '折旧'\nyears = 0\nmonths = 1", 4, "请填 1 到 100 之间"),
        ("[joining]\nroom = 402\nway = '倍数'\nmultiple = -1", 4, "请填 0 到 10 之间"),
        ("[joining]\nroom = 402\nmonths = 3", 3, "不认识的项目"),
        ("[joining]\nroom = 402\noriginal = -1", 3, "是负数"),
        ("[joining]\nroom = 402\nway = '打折'", 3, "不在可选之列"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(read, text, line, words):
    with pytest.raises(InputError, match=words) as caught:
        read(text)
    assert f"第 {line} 行" in str(caught.value)
