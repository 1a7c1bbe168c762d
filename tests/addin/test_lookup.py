"""What is said where there is no such scheme, or it does not say what is asked for."""

import re

import pytest
from calls import ALL, GOOD, vectors

from elevshare.schemes import find
from elevshare_addin.catalogue import parameters, why
from elevshare_addin.lookup import PARTS

#: Function → what it asks of a scheme.
ASKS = {
    "ELEVSHARE": "分摊", "ELEVCOEF": "分摊", "ELEVRANGE": "分摊", "ELEVUPKEEP": "分摊",
    "SUBSIDY": "补贴", "ELEVCOMP": "补偿", "ELEVLEASE": "租赁", "ELEVVOTE": "表决", "ELEVSOURCE": "补贴",
}  # fmt: skip


def named(reason):
    """The schemes that a reason names."""
    return re.search("方案如 ([^；]+)；", reason)[1].split("、")


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize("wanted", ["南京城", "XIANN", "上海城", "没有这个地方"])
def test_an_unknown_scheme_is_answered_with_some_that_have_what_is_asked(name, wanted):
    reason = why(name, [wanted, *GOOD[name][1:]])
    assert f"没有「{wanted}」这个方案" in reason and f"（{parameters(name)[0]}）" in reason
    part = PARTS[ASKS[name]]
    near = re.findall("是不是想用「(.+)」？", reason)
    assert all(getattr(find(one), part) for one in named(reason) + near)


def test_the_nearest_by_name_is_named():
    assert "是不是想用「南京」？" in why("ELEVCOEF", ["南京城", 3.0])
    assert "是不是想用「xian」？" in why("SUBSIDY", ["XIANN", 600000.0, 6.0])
    assert "是不是想用「xianyang」？" in why("ELEVCOEF", ["XIANN", 3.0])


@pytest.mark.parametrize("wanted", ["上海", "上海市"])
def test_schemes_of_that_city_come_first_and_those_without_numbers_last(wanted):
    assert named(why("ELEVCOEF", [wanted, 3.0]))[0] == "上海-七层平层入户"


@pytest.mark.parametrize("name", ALL)
def test_nobody_is_sent_to_a_command_line(name):
    assert not any("elevshare " in case.get("why", "") for case in vectors(name))
