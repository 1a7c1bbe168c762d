"""Which schemes stand side by side, and what each takes of a project."""

from dataclasses import replace

import pytest
from buildings import project

from elevshare.comparison import (
    check_schemes,
    compared,
    findings,
    missing_storeys,
)
from elevshare.errors import InputError
from elevshare.project import CostItem, SubsidyChoice, SubsidyMode
from elevshare.rules.share import Method, OptOut, SplitForm, Within
from elevshare.schemes import find

NANJING, XIANYANG, USAGE, AREA = map(find, ("南京", "咸阳", "通用-使用权重", "通用-按面积"))


def of(one, *schemes, method=None):
    """A project under each of some schemes, as intake reads it: with the scheme's own method."""

    def project_of(scheme):
        own = Method(scheme.sharing.form, scheme.sharing.within, one.method.opt_out)
        return replace(one, scheme=scheme, method=method or own)

    return compared(schemes, project_of)


def test_form_and_measure_are_each_schemes_own_and_the_rest_is_shared():
    method = Method(SplitForm.FLOORS, Within.AREA, OptOut.FLOOR)
    one = project(method=method, unit="元", compensation=7)
    (first, second), notes = of(one, NANJING, AREA, method=method)
    assert first.method == method
    assert second.method == Method(SplitForm.WHOLE, Within.AREA, OptOut.FLOOR)
    assert all((p.unit, p.compensation, p.flats) == ("元", 7, one.flats) for p in (first, second))
    assert notes == ("项目文件里的分摊方式没有采用，各方案用自己的办法。要改请在簿子的“参数”里改",)


def test_given_coefficients_fill_only_what_a_scheme_lacks():
    projects, notes = of(project(weights={2: 9_999, 7: 35_000}), NANJING, USAGE)
    assert [p.weight(7) for p in projects] == [22_000, 35_000]
    assert [p.weight(2) for p in projects] == [0, 5_000]
    assert "南京、通用-使用权重自己有系数，没有改" in notes[0]


def test_coefficients_like_the_schemes_own_are_not_spoken_of():
    assert of(project(weights={7: 22_000}), NANJING, XIANYANG)[1] != ()
    assert of(project(weights={7: 22_000}), NANJING, USAGE)[1] == ()


def test_storeys_without_a_coefficient_are_named():
    projects, _ = of(project(storeys=8), NANJING, USAGE)
    assert [missing_storeys(one) for one in projects] == [[], [7, 8]]


def test_percentages_that_cannot_be_are_told():
    ranges = find("通用-常见区间")
    (bad, good), _ = of(project(storeys=6), ranges, NANJING)
    (said,) = findings(bad)
    assert said.startswith("各层百分比合计 100%没有通过：合计 130%") and "怎样选都凑不成" in said
    assert findings(good) == []
    assert findings(replace(bad, flats=())) == []


def test_intervals_are_for_schemes_that_have_them():
    ends = {6: (10_000, 20_000), 8: (10_000, 20_000)}
    one = project(storeys=8, intervals=ends, weights={8: 10_000})
    (shanghai, nanjing), _ = of(one, find("上海-七层平层入户"), NANJING)
    assert dict(shanghai.intervals) == {8: (10_000, 20_000)} and not nanjing.intervals


@pytest.mark.parametrize(
    ("schemes", "said"),
    [
        ([NANJING], "给了 1 个方案"),
        ([NANJING] * 2, "方案「南京」给了两次"),
        ([replace(NANJING, name=str(i)) for i in range(7)], "给了 7 个方案"),
        ([NANJING, replace(XIANYANG, share=None)], "方案「咸阳」不是出资分摊的方案（仅规则）"),
        ([replace(XIANYANG, lease=object()), NANJING], "方案「咸阳」不是出资分摊的方案（租赁）"),
        ([NANJING, replace(XIANYANG, rides=object())], "方案「咸阳」不是出资分摊的方案（刷卡）"),
    ],
)
def test_schemes_that_cannot_stand_side_by_side_are_refused(schemes, said):
    with pytest.raises(InputError, match=said):
        check_schemes(schemes)


def test_six_can():
    check_schemes([replace(NANJING, name=str(i)) for i in range(6)])


def test_a_scheme_that_cannot_share_is_named():
    with pytest.raises(InputError, match=r"^方案「南京」：参与各户所在楼层的系数全是 0"):
        of(project(storeys=1), AREA, NANJING)


def test_a_rule_needs_cost_and_storeys():
    one = project("xianyang", costs=(), subsidy=SubsidyChoice(SubsidyMode.RULE))
    with pytest.raises(InputError, match="按规则计算补贴，要先知道费用和层数"):
        of(one, XIANYANG, replace(XIANYANG, name="另一个"))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"others": (("原单位", 100),)}, r"「原单位」等其他来源不能带进比较表"),
        ({"costs": (CostItem("管线", 100, pool="管线"),)}, r"费用「管线」另成分项"),
    ],
)
def test_what_a_comparison_has_no_place_for_is_refused(more, says):
    with pytest.raises(InputError, match=says):
        compared([find("nanjing"), find("xianyang")], lambda scheme: project(scheme.id, **more))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"storey": 6.5}, "在 6.5 层，方案只有整层的办法，不能比较"),
        ({"storey": 0}, "在一层以下，方案只有整层的办法"),
        ({"own_weight": 15_000}, "有自己的系数或定额，不随方案变"),
        ({"fixed": 0}, "有自己的系数或定额，不随方案变"),
    ],
)
def test_what_schemes_say_nothing_of_is_not_compared(change, words):
    one = project()
    one = replace(one, flats=(*one.flats[:-1], replace(one.flats[-1], **change)))
    with pytest.raises(InputError, match=words):
        of(one, NANJING, XIANYANG)


@pytest.mark.parametrize("change", [{"weights": {5.5: 14_000}}, {"intervals": {5.5: (0, 1)}}])
def test_half_stops_are_not_compared(change):
    with pytest.raises(InputError, match=r"给出了 5\.5 层的系数或区间"):
        of(replace(project(), **change), NANJING, XIANYANG)


def test_chosen_storeys_are_not_compared():
    one = project(method=Method(opt_out=OptOut.CHOSEN, carriers=frozenset({7})))
    with pytest.raises(InputError, match="退出份额由指定楼层分担，是这栋楼自己的约定"):
        of(one, NANJING, XIANYANG)
