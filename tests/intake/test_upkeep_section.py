"""The ``[upkeep]`` of a project file."""

import pytest

from elevshare.errors import InputError
from elevshare.intake.parts.upkeep import read
from elevshare.intake.project_file import read_project
from elevshare.rules.upkeep import MAX_ITEMS, Payers, Sharing, Upkeep, UpkeepItem, UpkeepPeriod
from elevshare.schemes import find
from elevshare.toml_table import parse

WHOLE = """[upkeep]
sharing = "equal"
payers = "weighing"
period = "half_year"
number = 2
year = 2027
advertising = "2万"
fund = 50
kept = 100000
years = 8
nth = 3
due_date = 2027-07-31

[[upkeep.item]]
item = "电费"
amount = 4800.5

[[upkeep.item]]
item = "维护保养费"
amount = "0.72万"
"""


def section(text):
    return read(parse(text, "项目.toml").table("upkeep"))


def test_every_key():
    assert section(WHOLE) == Upkeep(
        items=(UpkeepItem("电费", 480_050), UpkeepItem("维护保养费", 720_000)),
        sharing=Sharing.EQUAL,
        payers=Payers.WEIGHING,
        period=UpkeepPeriod.HALF_YEAR,
        number=2,
        year=2027,
        advertising=2_000_000,
        fund=5_000,
        kept=10_000_000,
        years=8,
        nth=3,
        due_date="2027-07-31",
    )


def test_everything_may_be_missing():
    assert section("") == Upkeep()


def test_it_is_read_in_a_project_file_and_may_name_another_schemes_rule(tmp_path):
    path = tmp_path / "项目.toml"
    text = WHOLE.replace('sharing = "equal"', 'scheme = "咸阳"')
    path.write_text("[building]\nstoreys = 4\nareas = [80]\n" + text, encoding="utf-8")
    project = read_project(path, find("nanjing"))
    assert project.upkeep.cost == 1_200_050 and project.upkeep.sharing is None
    assert project.scheme.upkeep.rule is Sharing.COEFFICIENT


ITEM = "[[upkeep.item]]\nitem = '电费'\namount = 1\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[upkeep]\nrule = 'area'\n", "不认识的项目「upkeep.rule」"),
        ("[upkeep]\nsharing = '按户'\n", "请选：coefficient、equal、area"),
        ("[upkeep]\nperiod = 'week'\n", "请选：month、quarter、half_year、year"),
        ("[upkeep]\nperiod = 'quarter'\nnumber = 5\n", "请填 1 到 4 之间的整数"),
        ("[upkeep]\nnumber = 2\n", "请填 1 到 1 之间的整数"),
        ("[upkeep]\nyear = 27\n", "请填 2000 到 2099 之间的整数"),
        ("[upkeep]\nyears = 51\n", "请填 0 到 50 之间的整数"),
        ("[upkeep]\nnth = 0\n", "请填 1 到 50 之间的整数"),
        ("[upkeep]\nfund = -1\n", "运维基金 -0.01 元是负数|运维基金 -1.00 元是负数"),
        ("[upkeep]\nadvertising = '一千'\n", "不是数字"),
        (ITEM.replace("= 1\n", "= 1.005\n"), "小数超过 2 位"),
        (ITEM.replace("电费", " "), "「upkeep.item.item」是空的"),
        (ITEM.replace("= 1\n", "= '600万'\n") * 2, "运维费用合计"),
        (ITEM * (MAX_ITEMS + 1), f"超过 {MAX_ITEMS} 项"),
        (ITEM + "eligible = true\n", "不认识的项目「upkeep.item.eligible」"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(text, told):
    with pytest.raises(InputError, match=told) as caught:
        section(text)
    assert "项目.toml 第 " in str(caught.value)
