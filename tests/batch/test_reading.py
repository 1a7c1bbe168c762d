import re
from pathlib import Path

import pytest

from elevshare.batch.listing import ListedBuilding
from elevshare.batch.reading import Defaults, failing, read_project, to_fill
from elevshare.errors import InputError
from elevshare.project import SubsidyMode, Topic
from elevshare.rules.share import OptOut

EXAMPLES = Path(__file__).parents[2] / "docs" / "示例"
BASE = {"方案": "南京", "层数": "7", "每层面积": "80、100", "总费用": "60万"}


def read(defaults=None, **texts):
    return read_project(ListedBuilding("第 2 行", texts), EXAMPLES, defaults or Defaults())


def refused(defaults=None, **texts):
    with pytest.raises(InputError) as caught:
        read(defaults, **texts)
    assert not re.search("--(?!scheme)", str(caught.value))
    return str(caught.value)


def test_a_row_says_what_the_options_of_make_say():
    project = read(**{**BASE, "方案": "咸阳"}, 补贴="自动", 计算单位="元", 退出份额="同层", 加页="决算、图表", 一页两户="是",
                   小区="幸福里", 收款账号="0012", 楼层系数="7=3.5")  # fmt: skip
    assert (len(project.flats), project.cost, project.unit) == (14, 60_000_000, "元")
    assert project.subsidy.mode is SubsidyMode.RULE and project.two_a_page
    assert project.method.opt_out is OptOut.FLOOR and project.weights == {7: 35_000}
    assert project.has(Topic.SETTLEMENT) and project.has(Topic.CHARTS)
    assert (project.papers.estate, project.papers.account) == ("幸福里", "0012")
    assert read(**BASE, 补贴="无").subsidy.mode is SubsidyMode.NONE


@pytest.mark.parametrize("text", ["6、7", "6-7", "指定楼层 6、7", "指定楼层：6-7"])
def test_a_row_says_which_storeys_carry_the_gap(text):
    method = read(**BASE, 退出份额=text).method
    assert (method.opt_out, method.carriers) == (OptOut.CHOSEN, {6, 7})


def test_a_roster_and_a_project_file_stand_beside_the_list():
    assert len(read(方案="南京", 名册="名册.csv", 总费用="1").flats) == 14
    project = read(方案="南京", 项目="项目.toml", 单元="9 单元")
    assert len(project.costs) == 3 and project.papers.entrance == "9 单元"
    assert project.papers.building == "12 幢"


@pytest.mark.parametrize(
    "name", ["../示例/名册.csv", "/etc/passwd", "C:\\名册.csv", "a\\..\\..\\b"]
)
def test_no_other_folder_is_read(name):
    assert "不在清单所在的文件夹里" in refused(方案="南京", 名册=name)


def test_options_hold_where_the_row_is_silent():
    given = Defaults("南京", {"cost": "1万", "areas": "80", "storeys": "3", "unit": None}, True)
    project = read(given)
    assert (project.cost, len(project.flats), project.two_a_page) == (1_000_000, 3, True)
    assert read(given, 总费用="2", 一页两户="否").cost == 200
    assert not read(given, 一页两户="否").two_a_page
    assert len(read(given, 名册="名册.csv").flats) == 14


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"方案": "南京", "总费用": "很多"}, "“总费用”：总费用「很多」不是数字"),
        ({"方案": "南京", "每层面积": "80"}, "请补上总层数：“层数”"),
        ({**BASE, "每层面积": "80100"}, "请写成 80、100"),
        ({**BASE, "名册": "名册.csv"}, "“每层面积”和“名册”同时出现"),
        ({**BASE, "退出份额": "随便"}, "“退出份额”：「随便」不在可选之列"),
        ({**BASE, "退出份额": "指定楼层"}, "“退出份额”：没有写由哪几层分担"),
        ({**BASE, "加页": "总账"}, "“加页”：没有「总账」这一事项"),
        ({**BASE, "一页两户": "也许"}, "一页两户「也许」看不懂"),
        ({"方案": "南惊"}, "没有「南惊」这个方案"),
        ({"层数": "7"}, "没有写方案"),
        ({"方案": "南京", "名册": "没有.csv"}, "没有.csv：找不到这个文件"),
    ],
)
def test_what_is_wrong_is_told_in_the_words_of_the_list(texts, said):
    assert said in refused(**texts)


def test_checks_that_will_fail_are_known_and_so_is_what_is_to_be_filled_in():
    assert failing(read(**BASE)) == [] and not to_fill(read(**BASE))
    assert "楼层系数已填齐" in failing(read(**{**BASE, "方案": "无锡", "楼层系数": "7=1"}))[0]
    assert to_fill(read(方案="南京")) and failing(read(方案="南京")) == []
    lease = read(方案="燕园图新", 层数="6", 每层面积="80、80")
    assert not to_fill(lease) and failing(lease) == []
