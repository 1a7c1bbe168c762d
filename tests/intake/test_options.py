import pytest

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.intake.tables.report import TableReport
from elevshare.project import CostItem, SubsidyMode, assess
from elevshare.rules.share import OptOut
from elevshare.schemes import find

NANJING = find("nanjing")


def message(**options):
    with pytest.raises(InputError) as caught:
        project_from(NANJING, **options)
    return str(caught.value)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text("房号,楼层,面积,参与\n301,3,80,是\n601,6,100,是\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def project_file(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text(
        '[project]\nestate = "幸福小区"\n[building]\nstoreys = 6\nareas = [70]\n'
        "[[cost]]\nitem = '设备'\namount = 400000\n[[cost]]\nitem = '土建'\namount = 200000\n"
        "[subsidy]\namount = 100000\nreserved_shaft = true\n"
        "[share]\nunit = '角'\nopt_out = 'floor'\ncoefficients = [0, 0, 1, 2, 3, 4]\n",
        encoding="utf-8",
    )
    return str(path)


# ---------------------------------------------------------------- options alone


def test_nothing_is_a_blank_template():
    project = project_from(NANJING)
    assert (project.flats, project.storeys, project.costs, project.unit) == ((), 0, (), "分")


def test_nanjing_as_published():
    project = project_from(
        NANJING, storeys="7", areas="80,100", cost="600000", subsidy="0", unit="百元"
    )
    assert project.costs == (CostItem("加装电梯总费用", 60_000_000),)
    assert project.subsidy.mode is SubsidyMode.NONE
    assert assess(project).dues[-2:] == (7_330_000, 9_170_000)


@pytest.mark.parametrize("text", ["80,100", "80，100", "80、100", "80㎡, 100㎡", "８０,100.00"])
def test_areas(text):
    project = project_from(NANJING, storeys="7层", areas=text)
    assert [flat.area for flat in project.flats[:2]] == [8000, 10000]


@pytest.mark.parametrize("text", ["600000", "60万", "600,000.00", "600000元"])
def test_costs(text):
    assert project_from(NANJING, cost=text).cost == 60_000_000


@pytest.mark.parametrize(
    ("text", "mode", "amount"),
    [
        ("0", SubsidyMode.NONE, 0),
        ("auto", SubsidyMode.RULE, 0),
        ("AUTO", SubsidyMode.RULE, 0),
        ("20万", SubsidyMode.MANUAL, 20_000_000),
    ],
)
def test_subsidies(text, mode, amount):
    subsidy = project_from(find("xianyang"), subsidy=text).subsidy
    assert (subsidy.mode, subsidy.amount) == (mode, amount)


def test_the_rest():
    project = project_from(NANJING, unit="元", opt_out="floor", coefficients="0,0.5,1")
    assert project.unit == "元"
    assert project.method.opt_out is OptOut.FLOOR
    assert dict(project.weights) == {1: 0, 2: 5_000, 3: 10_000}


def test_coefficients_by_storey():
    assert dict(project_from(NANJING, coefficients="7=3.5, 8层＝4").weights) == {
        7: 35_000,
        8: 40_000,
    }


def test_coefficients_of_half_stops():
    project = project_from(NANJING, storeys="6", coefficients="5.5=1.4, 三层半＝1.15")
    assert dict(project.weights) == {5.5: 14_000, 3.5: 11_500}
    assert project.stops == (1, 2, 3, 3.5, 4, 5, 5.5, 6)


@pytest.mark.parametrize(
    ("text", "storeys"),
    [
        ("5,6,7", {5, 6, 7}), ("5、6、7", {5, 6, 7}), ("5-7", {5, 6, 7}), ("5层至7层", {5, 6, 7}), ("5~6，7", {5, 6, 7}),
        ("chosen 6", {6}), ("第七层", set()), ("7", {7}), ("6-6", {6}),
    ],
)  # fmt: skip
def test_storeys_that_carry_the_gap(text, storeys):
    if not storeys:  # words without a figure are taken for a way
        assert "不在可选之列" in message(opt_out=text)
        return
    method = project_from(NANJING, storeys="7", opt_out=text).method
    assert (method.opt_out, method.carriers) == (OptOut.CHOSEN, storeys)


def test_a_range_of_carriers_has_the_half_stops_that_there_are():
    given = {"storeys": "7", "opt_out": "5-7"}
    assert project_from(NANJING, coefficients="6.5=2", **given).method.carriers == {5, 6, 6.5, 7}
    blank = project_from(NANJING, topics="半层", **given).method
    assert blank.carriers == {5, 5.5, 6, 6.5, 7}


def test_another_way_forgets_the_carriers(tmp_path):
    file = tmp_path / "项目.toml"
    file.write_text('[share]\nopt_out = "chosen"\ncarriers = [5, "6-7"]\n', encoding="utf-8")
    given = project_from(NANJING, project_file=str(file)).method
    assert (given.opt_out, given.carriers) == (OptOut.CHOSEN, {5, 6, 7})
    assert project_from(NANJING, project_file=str(file), opt_out="chosen").method == given
    other = project_from(NANJING, project_file=str(file), opt_out="all").method
    assert (other.opt_out, other.carriers) == (OptOut.ALL, set())


def test_storeys_of_a_roster(roster):
    assert project_from(NANJING, roster=roster).storeys == 6
    assert project_from(NANJING, roster=roster, storeys="7").storeys == 7
    assert message(roster=roster, storeys="5").startswith("名册.csv 第 3 行：楼层「6」超过总层数 5")


@pytest.mark.parametrize("text", ["7", "7层", "七"])
def test_storeys_alone_make_a_blank_building(text):
    assert project_from(NANJING, storeys=text).storeys == 7


def test_what_was_understood_of_a_roster_is_reported(roster):
    report = TableReport()
    project_from(NANJING, roster=roster, report=report)
    assert (report.households, report.taking) == (2, 2)
    assert [one.column for one in report.columns][:2] == ["房号", "楼层"]


def test_a_roster_names_its_stairwell_where_nobody_else_does(tmp_path, project_file):
    path = tmp_path / "册.csv"
    path.write_text("小区,楼号,单元,房号,楼层,面积,参与\n新村,3,2,601,6,80,是\n", "utf-8")
    papers = project_from(NANJING, roster=str(path)).papers
    assert (papers.estate, papers.building, papers.entrance) == ("新村", "3", "2 单元")
    papers = project_from(NANJING, roster=str(path), project_file=project_file).papers
    assert papers.estate == "幸福小区"


# ---------------------------------------------------------------- over a project file


def test_a_project_file_alone(project_file):
    project = project_from(NANJING, project_file=project_file)
    assert (project.storeys, len(project.flats), project.cost) == (6, 6, 60_000_000)
    assert project.papers.estate == "幸福小区"


def test_options_override_the_file(project_file):
    project = project_from(
        NANJING,
        project_file=project_file,
        storeys="7",
        areas="80,100",
        cost="50万",
        subsidy="0",
        unit="元",
        opt_out="all",
        coefficients="7=9",
    )
    assert len(project.flats) == 14
    assert project.costs == (CostItem("加装电梯总费用", 50_000_000),)
    assert (project.subsidy.mode, project.subsidy.amount) == (SubsidyMode.NONE, 0)
    assert project.subsidy.reserved_shaft
    assert project.unit == "元"
    assert project.method.opt_out is OptOut.ALL
    assert dict(project.weights) == {7: 90_000}
    assert project.papers.estate == "幸福小区"


def test_what_no_option_names_stays(project_file):
    project = project_from(NANJING, project_file=project_file, cost="70万")
    assert project.method.opt_out is OptOut.FLOOR
    assert (project.unit, project.subsidy.amount) == ("角", 10_000_000)
    assert dict(project.weights)[6] == 40_000


def test_areas_with_the_storeys_of_the_file(project_file):
    assert len(project_from(NANJING, project_file=project_file, areas="80,90").flats) == 12


def test_storeys_with_the_areas_of_the_file(project_file):
    assert len(project_from(NANJING, project_file=project_file, storeys="8").flats) == 8


def test_a_roster_replaces_the_building_of_the_file(project_file, roster):
    project = project_from(NANJING, project_file=project_file, roster=roster)
    assert (project.storeys, len(project.flats)) == (6, 2)


def test_the_roster_of_the_file_is_not_read_where_it_is_replaced(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text('[building]\nroster = "没有.csv"\n', encoding="utf-8")
    assert project_from(NANJING, project_file=str(path), storeys="7", areas="80").storeys == 7


def test_a_file_above_the_new_height(project_file):
    text = message(project_file=project_file, storeys="5")
    assert text.startswith("项目.toml 第 18 行：给出了第 6 层的系数，而楼只有 5 层")


# ---------------------------------------------------------------- what is refused

REFUSED = [
    ({"areas": "80", "roster": "a.csv"}, "--areas 和 --roster 同时出现"),
    ({"areas": "80"}, "--areas：有每层各户的面积，没有总层数。请补上总层数：--storeys"),
    ({"areas": "", "storeys": "7"}, "--areas：第 1 户的建筑面积是空的"),
    ({"areas": "80,,90", "storeys": "7"}, "--areas：第 2 户的建筑面积是空的"),
    ({"areas": "80,x", "storeys": "7"}, "--areas：第 2 户的建筑面积「x」不是数字"),
    ({"areas": "80,-1", "storeys": "7"}, "--areas：第 2 户的建筑面积「-1」不是正数"),
    ({"areas": "80.125", "storeys": "7"}, "--areas：第 1 户的建筑面积「80.125」的小数超过 2 位"),
    ({"areas": "80,80,80,80,80,80", "storeys": "40"}, "--areas：住户超过上限 200 户"),
    ({"areas": ",".join(["80"] * 100), "storeys": "1"}, "--areas：每层 100 户"),
    ({"storeys": "底层"}, "--storeys：总层数「底层」不是整数"),
    ({"storeys": "3/6"}, "--storeys：总层数「3/6」不是整数"),
    ({"storeys": "6.5"}, "--storeys：总层数「6.5」不是整数"),
    ({"storeys": "0"}, "--storeys：总层数「0」是 0 或负数"),
    ({"storeys": "41"}, "--storeys：总层数「41」超过上限 40"),
    ({"storeys": ""}, "--storeys：总层数是空的"),
    ({"roster": ""}, "--roster：名册的文件名是空的"),
    ({"roster": "没有.csv"}, "没有.csv：找不到这个文件"),
    ({"project_file": "没有.toml"}, "没有.toml：找不到这个文件"),
    ({"project_file": ""}, "是文件夹"),
    ({"cost": "很多"}, "--cost：总费用「很多」不是数字"),
    ({"cost": "-1"}, "--cost：总费用 -1.00 元是负数"),
    ({"cost": "1001万"}, "--cost：总费用 10,010,000.00 元超过上限"),
    ({"cost": "1.005"}, "--cost：总费用「1.005」的小数超过 2 位"),
    ({"cost": "9" * 5000}, "--cost：总费用「999"),
    ({"cost": "\x1b[31m"}, "--cost：总费用「<U+001B>[31m」不是数字"),
    ({"cost": ""}, "--cost：总费用「」不是数字"),
    ({"subsidy": "自动"}, "--subsidy：补贴「自动」不是数字"),
    ({"subsidy": "-1"}, "--subsidy：补贴 -1.00 元是负数"),
    ({"unit": "万"}, "--unit：「万」不在可选之列。请选：分、角、元、百元"),
    ({"opt_out": "none"}, "--opt-out：「none」不在可选之列。请选：all、floor"),
    ({"opt_out": "chosen"}, "--opt-out：没有写由哪几层分担"),
    ({"opt_out": "7-5"}, "--opt-out：分担的楼层「7-5」从高到低"),
    ({"opt_out": "5,x"}, "--opt-out：分担的楼层「x」不是整数"),
    ({"opt_out": "5,,6"}, "--opt-out：分担的楼层是空的"),
    ({"opt_out": "0"}, "--opt-out：分担的楼层「0」是 0 或负数"),
    ({"opt_out": "567"}, "--opt-out：分担的楼层「567」超过上限 40"),
    ({"opt_out": "8", "storeys": "7"}, "由第 8 层分担退出份额，而楼只有 7 层"),
    ({"coefficients": "5.5=1", "storeys": "4"}, "给出了第 5.5 层的系数，而楼只有 4 层"),
    ({"coefficients": "5.2=1"}, "--coefficients：系数的楼层「5.2」不是整数"),
    ({"coefficients": "5.5=1,5.5=2"}, "第 5.5 层的系数重复"),
    ({"storeys": "6.5"}, "--storeys：总层数「6.5」不是整数"),
    ({"coefficients": "1,x"}, "--coefficients：第 2 层的系数「x」不是数字"),
    ({"coefficients": "1,,2"}, "--coefficients：第 2 层的系数是空的"),
    ({"coefficients": "-1"}, "--coefficients：第 1 层的系数「-1」是负数或过大"),
    ({"coefficients": "1001"}, "--coefficients：第 1 层的系数「1001」是负数或过大"),
    ({"coefficients": "7=1,8"}, "「8」没有写是第几层"),
    ({"coefficients": "7=1,7=2"}, "--coefficients：第 7 层的系数重复"),
    ({"coefficients": "41=1"}, "--coefficients：系数的楼层「41」超过上限 40"),
    ({"coefficients": "=1"}, "--coefficients：系数的楼层是空的"),
    ({"coefficients": "1," * 40 + "1"}, "--coefficients：系数的楼层 41 不在 1 到 40 之间"),
    (
        {"coefficients": "0,0,1,1,1,1,1,1", "storeys": "7"},
        "--coefficients：给出了第 8 层的系数，而楼只有 7 层",
    ),
    ({"cost": "5", "subsidy": "6"}, "补贴 6.00 元超过总费用 5.00 元"),
    ({"storeys": "2", "areas": "80"}, "系数全是 0"),
]


@pytest.mark.parametrize(("options", "words"), REFUSED, ids=range(len(REFUSED)))
def test_refused(options, words):
    text = message(**options)
    assert words in text
    assert len(text) < 200


# ---------------------------------------------------------------- what a scheme charges in advance

PREPAID = find("beijing-rongsheng")


def test_without_a_cost_a_prepaid_scheme_shares_what_it_charges_in_advance():
    project = project_from(PREPAID, storeys="6", areas="60,60")
    assert project.costs == (CostItem("统筹服务费", 10_000_000),)
    halves = [0, 200_000, 600_000, 1_000_000, 1_400_000, 1_800_000]
    assert list(assess(project).dues) == [due for due in halves for _ in range(2)]
    assert project_from(PREPAID).costs == project.costs


def test_a_cost_that_is_given_is_shared_under_the_same_name():
    project = project_from(PREPAID, storeys="6", areas="60,60", cost="8万")
    assert project.costs == (CostItem("统筹服务费", 8_000_000),)


@pytest.mark.parametrize(
    ("cost", "told"), [("62.5", True), ("62.5万", False), ("9999.99", True), ("10000", False)]
)
def test_a_cost_too_small_for_a_lift_is_doubted(cost, told):
    report = TableReport()
    project_from(NANJING, storeys="5", areas="80", cost=cost, report=report)
    assert [f"--cost {cost}万" in remark for remark in report.remarks] == [True] * told


@pytest.mark.parametrize("day", ["2026-03-01", " 2026年3月1日", "2026/3/1", "2026．3．1"])
def test_a_date_is_read_however_it_is_written(day):
    assert project_from(find("nanjing"), date=day).papers.made_on == "2026-03-01"


@pytest.mark.parametrize("day", ["3/1/2026", "2026-02-30", "2026年3月", "明天", ""])
def test_what_is_no_certain_date_is_refused(day):
    with pytest.raises(
        InputError, match=r"--date：「.*」不是日期。请写成 2026-06-30 或 2026年6月30日 的样子"
    ):
        project_from(find("nanjing"), date=day)


@pytest.mark.parametrize("day", ["1800-01-01", "9999-12-31"])
def test_a_date_that_no_book_takes_is_refused(day):
    with pytest.raises(InputError, match=r"--date：日期 .* 不在 2000 到 2099 年之间"):
        project_from(find("nanjing"), date=day)


def test_a_half_stop_beside_a_storey_that_carries_the_gap_is_told():
    report = TableReport()
    given = {"storeys": "6", "areas": "80", "coefficients": "5.5=1.7", "cost": "60万"}
    project_from(find("nanjing"), opt_out="5", report=report, **given)
    assert any("第 5.5 层没有指定" in one for one in report.remarks)
