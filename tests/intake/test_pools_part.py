"""Pools in a project file, and what they come to."""

import pytest

from elevshare.errors import InputError
from elevshare.intake.project_file import read_project
from elevshare.project import Topic, assess, joined_share, settle
from elevshare.rules.pools import PoolWay
from elevshare.rules.settlement import HouseholdAccount
from elevshare.schemes import find

WHOLE = """
[building]
storeys = 6
areas = [80, 100]
[[cost]]
item = "电梯"
amount = "60万"
[[cost]]
item = "新增连廊"
amount = "9万"
pool = "新增连廊"
[[cost]]
item = "管线"
amount = 12000
pool = "管线"
[[cost]]
item = "门洞"
amount = 3000
pool = "门洞"
[[pool]]
name = "管线"
way = "按户"
[[pool]]
name = "门洞"
rooms = ["301"]
[subsidy]
amount = 240000
"""


@pytest.fixture
def read(tmp_path):
    def read(text, scheme="beijing-6-level"):
        path = tmp_path / "项目.toml"
        path.write_text(text, "utf-8")
        return read_project(path, find(scheme))

    return read


def test_the_pools_of_the_scheme_come_first_and_every_part_adds_up(read):
    project = read(WHOLE)
    assert [pool.name for pool in project.pools] == ["新增连廊", "管线", "门洞"]
    assert project.has(Topic.POOLS) and project.pooled == (9_000_000, 1_200_000, 300_000)
    found = assess(project)
    assert found.passed and sum(found.dues) == found.net == 46_500_000
    assert sum(found.main) == 36_000_000
    assert [sum(pool.parts) for pool in found.pools] == list(project.pooled)
    room = [flat.room for flat in project.flats].index("301")
    assert [pool.parts[room] for pool in found.pools] == [800_000, 100_000, 300_000]
    assert found.dues[room] == found.main[room] + 1_200_000


def test_a_file_states_a_pool_of_the_scheme_anew(read):
    text = WHOLE.replace('"管线"', '"新增连廊"')
    project = read(text)
    assert [(pool.name, pool.way) for pool in project.pools] == [
        ("新增连廊", PoolWay.EQUAL),
        ("门洞", PoolWay.ROOMS),
    ]


def test_the_final_cost_of_every_item_goes_to_its_pool(read):
    project = read(WHOLE + '[settlement]\ncosts = ["61万", "10万", 12001, 0]\n')
    found = settle(project, [HouseholdAccount()] * 12)
    assert found.net == sum(found.shares) == 72_200_100 - 24_000_000
    planned = assess(project)
    assert found.shares[0] == planned.pools[1].parts[0] + 9  # 101 pays for pipes alone; 1 yuan more


def test_a_later_joiner_pays_its_part_of_every_pool(read):
    text = WHOLE.replace("areas = [80, 100]", "") + "".join(
        f'[[flat]]\nroom = "{s}0{n}"\nstorey = {s}\narea = 90\ntaking_part = {taking}\n'
        for s in range(1, 7)
        for n in (1, 2)
        for taking in ("false" if (s, n) == (4, 2) else "true",)
    )
    whole = assess(read(text.replace("false", "true")))
    assert joined_share(read(text), "402") == whole.dues[7] > whole.main[7] + 900_000


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("amount = 240000", "amount = 600001", r"超过主项费用 600,000.00 元.*新增连廊、管线、门洞"),
        ('pool = "门洞"', 'pool = "门窗"', "归入的「门窗」没有写明怎么分"),
        ('rooms = ["301"]', 'rooms = ["801"]', "「801」不在住户之中"),
        ('way = "按户"', 'way = "按户"\nrooms = ["301"]', "不能同用"),
        ('way = "按户"', 'way = "先分楼层"', "没有填写"),
        ('way = "按户"', 'way = "均摊"', "不在可选之列"),
        ('rooms = ["301"]', "rooms = {301 = 0}", "大于 0"),
        ('name = "门洞"', 'name = "管线"', "重复"),
        ('name = "门洞"', 'name = "主项"', "不能用"),
        ("[[pool]]", "[[pool]]\nname='甲'\nway='按户'\n[[pool]]", "分项超过 3 个"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(read, before, after, says):
    with pytest.raises(InputError, match=says):
        read(WHOLE.replace(before, after, 1))


def test_a_pool_that_nobody_would_pay_for_is_refused(read):
    project = read(WHOLE.replace('way = "按户"', "coefficients = [0, 0]"))
    with pytest.raises(InputError, match=r"分项「管线」的费用 12,000.00 元没有住户分摊"):
        assess(project)
