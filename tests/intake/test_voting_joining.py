"""The sections [voting] and [joining] of a project file."""

import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.rules.consent import Voting
from elevshare.rules.late import Advance, Joining, JoiningWay, RefundBasis, WriteOff
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
    assert (found.voting, found.joinings) == (Voting(), ())


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
        (
            "room = 402\nway = '折旧'\nyears = 15\nmonths = 72\nfree_years = 5\nwrite_off = '按年'",
            Joining(
                "402",
                None,
                JoiningWay.DEPRECIATION,
                years=15,
                months=72,
                free=5,
                write_off=WriteOff.YEARLY,
            ),
        ),
        (
            "room = 402\nbasis = '按垫付'\nadvanced = { 601 = 20000, '602' = '1.5万' }",
            Joining(
                "402",
                basis=RefundBasis.ADVANCED,
                advances=(Advance("601", 2_000_000), Advance("602", 1_500_000)),
            ),
        ),
        (
            "room = 402\nbasis = '垫付户平分'\nadvanced = [601, '602']",
            Joining("402", basis=RefundBasis.ALIKE, advances=(Advance("601"), Advance("602"))),
        ),
    ],
)
def test_each_way_of_joining(read, lines, expected):
    assert read(f"[joining]\n{lines}").joinings == (expected,)
    assert read(f"[[joining]]\n{lines}").joinings == (expected,)


def test_several_join_in_the_order_of_the_file(read):
    text = (
        "[[joining]]\nroom = 402\nday = 2026-05-01\n[[joining]]\nroom = 301\nday = '2026-05-01'\n"
    )
    found = read(text + "[[joining]]\nroom = 201\n").joinings
    assert [(one.room, one.day) for one in found] == [
        ("402", "2026-05-01"),
        ("301", "2026-05-01"),
        ("201", ""),
    ]


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
        ("[joining]\nroom = 402\nfree_years = 5", 3, "不认识的项目"),
        (
            "[joining]\nroom = 402\nway = '折旧'\nyears = 9\nmonths = 1\nfree_years = 101",
            6,
            "请填 0 到 100 之间",
        ),
        ("[[joining]]\nroom = 402\n[[joining]]\nroom = 402", 4, "写了两次"),
        (
            "[[joining]]\nroom = 402\nday = 2026-05-01\n[[joining]]\nroom = 401\nday = 2026-04-30",
            6,
            "早于写在前面的一户",
        ),
        ("[joining]\nroom = 402\nadvanced = [601]", 3, "不认识的项目"),
        ("[joining]\nroom = 402\nbasis = '按垫付'", 1, "没有写是哪几户垫付的"),
        ("[joining]\nroom = 402\nbasis = '垫付户平分'\nadvanced = []", 4, "没有写是哪几户垫付的"),
        ("[joining]\nroom = 402\nbasis = '按垫付'\nadvanced = { 601 = -5 }", 4, "是负数"),
        ("".join(f"[[joining]]\nroom = 40{n}\n" for n in range(1, 8)), 13, "超过 6 户"),
        (
            "[joining]\nroom = 402\nbasis = '垫付户平分'\nadvanced = "
            + str([601 + n for n in range(13)]),
            1,
            "垫付太多",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(read, text, line, words):
    with pytest.raises(InputError, match=words) as caught:
        read(text)
    assert f"第 {line} 行" in str(caught.value)
