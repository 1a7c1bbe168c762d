import pytest
from openpyxl import Workbook

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.project import MAX_COSTS, CostItem, Papers, SubsidyChoice, SubsidyMode, assess
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within
from elevshare.schemes import find

NANJING = find("nanjing")
GRID = "[building]\nstoreys = 7\nareas = [80, 100]\n"


@pytest.fixture
def read(tmp_path):
    def call(text, scheme=NANJING, encoding="utf-8"):
        path = tmp_path / "项目.toml"
        path.write_bytes(text.encode(encoding))
        return read_project(path, scheme)

    return call


@pytest.fixture
def message(read):
    def call(text, scheme=NANJING):
        with pytest.raises(InputError) as caught:
            read(text, scheme)
        return str(caught.value)

    return call


WHOLE = """
[project]
estate = "幸福小区"
building = 3
entrance = "2 单元"
payee = "幸福小区业委会"
bank = "某银行"
account = "6222 0000"
due_date = 2026-06-30
contact = "王会计 138"

[building]
storeys = 7
areas = [80, "61.03"]

[[cost]]
item = "电梯设备"
amount = "35万"

[[cost]]
item = "管线迁移"
amount = 50000.50
eligible = false

[subsidy]
amount = 200000
level = 6.5
reserved_shaft = true
other_grant = "是"

[compensation]
amount = 1000

[share]
form = "whole_stairwell"
within = "equal"
opt_out = "floor"
unit = "元"
coefficients = { 1 = 0.5, 7 = 3.5 }
"""


@pytest.mark.parametrize(("line", "two"), [("", False), ("true", True), ("false", False)])
def test_two_bills_a_page(read, line, two):
    assert read("[project]\n" + (f"two_a_page = {line}" if line else "")).two_a_page is two


def test_two_bills_a_page_is_yes_or_no(message):
    assert "第 2 行" in message("[project]\ntwo_a_page = 2\n")


def test_every_key(read):
    project = read(WHOLE)
    assert project.papers == Papers(
        "幸福小区",
        "3",
        "2 单元",
        "幸福小区业委会",
        "某银行",
        "6222 0000",
        "2026-06-30",
        "王会计 138",
    )
    assert project.storeys == 7
    assert [flat.area for flat in project.flats[:2]] == [8000, 6103]
    assert project.costs == (
        CostItem("电梯设备", 35_000_000),
        CostItem("管线迁移", 5_000_050, False),
    )
    assert project.subsidy == SubsidyChoice(SubsidyMode.MANUAL, 20_000_000, 13, True, True)
    assert project.compensation == 100_000
    assert project.method == Method(SplitForm.WHOLE, Within.EQUAL, OptOut.FLOOR)
    assert project.unit == "元"
    assert dict(project.weights) == {1: 5_000, 7: 35_000}
    assert project.scheme is NANJING
    assert assess(project).passed


def test_an_empty_file_is_a_blank_project(read):
    project = read("")
    assert (project.flats, project.storeys, project.costs) == ((), 0, ())
    assert project.method == Method(NANJING.sharing.form, NANJING.sharing.within)
    assert project.subsidy == SubsidyChoice()
    assert project.unit == "分"
    assert project.papers == Papers()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_as_notepad_saves_it(read, encoding):
    assert (
        read('[project]\r\nestate = "幸福小区"\r\n', encoding=encoding).papers.estate == "幸福小区"
    )


def test_the_scheme_gives_the_form(read):
    assert read("", find("general-coefficient")).method.form is SplitForm.WHOLE


# ---------------------------------------------------------------- the building


def test_a_roster_beside_the_file(read, tmp_path):
    (tmp_path / "名册").mkdir()
    book = Workbook()
    for line in (["房号", "楼层", "面积", "参与"], ["101", 1, 80, "是"], ["601", 6, 80, "否"]):
        book.active.append(line)
    book.save(tmp_path / "名册" / "住户.xlsx")
    project = read('[building]\nroster = "名册/住户.xlsx"', find("general-area"))
    assert project.storeys == 6
    assert [flat.room for flat in project.flats] == ["101", "601"]
    assert (
        read('[building]\nstoreys = 7\nroster = "名册/住户.xlsx"', find("general-area")).storeys
        == 7
    )


def test_storeys_limit_a_roster(message, tmp_path):
    (tmp_path / "名册.csv").write_text("房号,楼层,面积,参与\n801,8,80,是\n", encoding="utf-8")
    text = message('[building]\nstoreys = 7\nroster = "名册.csv"')
    assert text.startswith("名册.csv 第 2 行：楼层「8」超过总层数 7")


def test_a_missing_roster(message):
    assert message('[building]\nroster = "没有.csv"').startswith("没有.csv：找不到这个文件")


def test_flat_by_flat(read):
    project = read(
        '[[flat]]\nroom = 301\nstorey = 3\narea = 61.03\nowner = "张三"\n'
        '[[flat]]\nroom = "302"\nstorey = "3层"\narea = "80㎡"\ntaking_part = "否"\n'
        "[[flat]]\nroom = 401\nstorey = 4\narea = 80\ntaking_part = true\n"
    )
    assert project.flats == (
        Flat("301", 3, 6103, "张三"),
        Flat("302", 3, 8000, "", False),
        Flat("401", 4, 8000),
    )
    assert project.storeys == 4


def test_every_wrong_flat_is_told_with_its_line(message):
    text = message(
        "[[flat]]\nroom = 101\nstorey = 1.2\narea = 80\n\n[[flat]]\nroom = 101\nstorey = 3\n"
    )
    assert [line.split("：")[0] for line in text.splitlines()] == [
        "项目.toml 第 1 行",
        "项目.toml 第 6 行",
        "项目.toml 第 6 行",
    ]
    assert "楼层「1.2」" in text
    assert "建筑面积是空的" in text
    assert "「101」重复，已见于第 1 行" in text


# ---------------------------------------------------------------- coefficients


@pytest.mark.parametrize(
    "text",
    [
        "[share]\ncoefficients = [0, 0.5, 1.0]",
        '[share]\ncoefficients = ["0", "0.5", "1"]',
        "[share]\ncoefficients = { 1 = 0, 2 = 0.5, 3 = 1 }",
        '[share.coefficients]\n1 = 0\n"2" = 0.5\n3 = 1',
    ],
)
def test_coefficients(read, text):
    assert dict(read(text).weights) == {1: 0, 2: 5_000, 3: 10_000}


def test_coefficients_override_the_scheme_storey_by_storey(read):
    project = read("[share]\ncoefficients = { 7 = 9 }")
    assert (project.weight(7), project.weight(3)) == (90_000, 10_000)


def test_coefficients_and_intervals_of_half_stops(read):
    project = read('[share.coefficients]\n"5.5" = 1.4\n[share.intervals]\n"5.5" = [4, 6.5]')
    assert dict(project.weights) == {5.5: 14_000}
    assert dict(project.intervals) == {5.5: (40_000, 65_000)}


def test_terms_of_households(read):
    project = read(
        "[[flat]]\nroom = 301\nstorey = 3\narea = 80\nown_weight = 1.5\nreason = '跃层'\n"
        "[[flat]]\nroom = 302\nstorey = 3.5\narea = 80\nfixed = 500\n"
        "[[flat]]\nroom = '车1'\nstorey = '车库'\nfixed = '0.05万'\n"
        "[[flat]]\nroom = 401\nstorey = 4\narea = 80\n"
    )
    terms = [(flat.storey, flat.own_weight, flat.fixed, flat.reason) for flat in project.flats]
    assert terms == [
        (3, 15_000, None, "跃层"), (3.5, None, 50_000, ""), (0, None, 50_000, ""), (4, None, None, ""),
    ]  # fmt: skip
    assert not project.by_household


SHARES = "".join(
    f"[[flat]]\nroom = {room}\nstorey = {room // 100}\narea = 80\nown_weight = {weight}\n"
    for room, weight in ((201, "20.5"), (301, "29.5"), (302, "50"))
)


@pytest.mark.parametrize("scheme", ["南京", "通用-按面积", "咸阳"])
def test_percentages_of_households(read, scheme):
    """They are what everybody pays, whatever the scheme measures."""
    project = read(SHARES.replace("area = 80", "area = 90", 1) + "[share]\nby_household = true\n"
                   "[[cost]]\nitem = 'a'\namount = 100000\n", find(scheme))  # fmt: skip
    assert project.by_household
    outcome = assess(project)
    assert outcome.dues == (2_050_000, 2_950_000, 5_000_000)
    assert all(one.passed for one in outcome.checks if "适用范围" not in one.name)


def test_without_saying_so_they_are_weights(read):
    assert not read(SHARES).by_household


# ---------------------------------------------------------------- dates and modes


@pytest.mark.parametrize("text", ["2026-06-30", '"2026-06-30"'])
def test_due_dates(read, text):
    assert read(f"[project]\ndue_date = {text}").papers.due_date == "2026-06-30"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("", SubsidyMode.NONE),
        ('mode = "手工填写"', SubsidyMode.MANUAL),
        ("amount = 5", SubsidyMode.MANUAL),
        ('mode = "按规则计算"', SubsidyMode.RULE),
        ('mode = "不计补贴"', SubsidyMode.NONE),
    ],
)
def test_subsidy_modes(read, text, mode):
    assert read(f"[subsidy]\n{text}", find("xianyang")).subsidy.mode is mode


# ---------------------------------------------------------------- what is refused

REFUSED = [
    ("\n[project]\nestat = 'x'", 3, "不认识的项目「project.estat」"),
    ("\nprojekt = 1", 2, "不认识的项目「projekt」"),
    ("[building]\nstories = 1", 2, "不认识的项目「building.stories」"),
    ("[[flat]]\nroom = 1\nstorie = 1", 3, "不认识的项目「flat.storie」"),
    ("[[cost]]\nitem = 'a'\namount = 1\nx = 1", 4, "不认识的项目「cost.x」"),
    ("[subsidy]\nx = 1", 2, "不认识的项目「subsidy.x」"),
    ("[compensation]\nx = 1", 2, "不认识的项目「compensation.x」"),
    ("[share]\nx = 1", 2, "不认识的项目「share.x」"),
    ('[project]\npayee = "a\\u202Eb"', 2, "U+202E"),
    ('[project]\nbank = "a\\nb"', 2, "换行"),
    (f"[project]\nbank = '{'行' * 51}'", 2, "超过 50 个字"),
    ("[project]\nbank = true", 2, "应是文字"),
    ("[project]\ndue_date = '6月30日'", 2, "不是日期"),
    ("[project]\ndue_date = '2026-02-30'", 2, "不是日期"),
    ("[project]\ndue_date = '20260630'", 2, "不是日期"),
    ("[project]\ndue_date = 2026-06-30T00:00:00", 2, "不是日期"),
    ("[project]\ndue_date = 20260630", 2, "不是日期"),
    ("[building]\nareas = [80]", 2, "没有总层数"),
    ("[building]\nstoreys = 7\nareas = []", 3, "应是一列面积"),
    ("[building]\nstoreys = 7\nareas = 80", 3, "应是一列面积"),
    ("[building]\nstoreys = 7\nareas = [80, 0]", 3, "第 2 户的建筑面积「0」不是正数"),
    ("[building]\nstoreys = 7\nareas = [[80]]", 3, "应是数字"),
    ("[building]\nstoreys = 7\nareas = [true]", 3, "应是数字"),
    ("[building]\nstoreys = 40\nareas = [80, 80, 80, 80, 80, 80]", 3, "住户超过上限 200 户"),
    ("[building]\nstoreys = 41", 2, "「building.storeys」「41」超过上限 40"),
    ("[building]\nstoreys = 0", 2, "是 0 或负数"),
    ("[building]\nstoreys = 6.5", 2, "不是整数"),
    ("[building]\nareas = [80]\nroster = 'a.csv'", 1, "areas、roster 同时出现"),
    ("[[flat]]\nroom = 1\n[building]\nroster = 'a.csv'", 3, "roster、flat 同时出现"),
    ("[[flat]]\nroom = 1\n[building]\nstoreys = 1\nareas = [1]", 3, "areas、flat 同时出现"),
    ("[building]\nroster = 5", 2, "应是文字"),
    ("[[flat]]\nroom = 1\ntaking_part = 1", 3, "应是 是 或 否"),
    ("[flat]\nroom = 1", 1, "应是若干节"),
    ("[[cost]]\namount = 1", 1, "「cost.item」没有填写"),
    ("[[cost]]\nitem = ' '\namount = 1", 2, "是空的"),
    ("[[cost]]\nitem = 'a'", 1, "「cost.amount」没有填写"),
    ("[[cost]]\nitem = 'a'\namount = -1", 3, "费用「a」 -1.00 元是负数"),
    ("[[cost]]\nitem = 'a'\namount = 10000001", 3, "超过上限 10,000,000.00 元"),
    (f"[[cost]]\nitem = 'a'\namount = {'9' * 5000}", None, "TOML"),
    (f"[[cost]]\nitem = 'a'\namount = '{'9' * 5000}'", 3, "太长"),
    (f"[[cost]]\nitem = 'a'\namount = 0x{'f' * 5000}", 3, "太长"),
    ("[[cost]]\nitem = 'a'\namount = 1.005", 3, "小数超过 2 位"),
    ("[[cost]]\nitem = 'a'\namount = nan", 3, "不是数字"),
    ("[[cost]]\nitem = 'a'\namount = 1e5", 3, "不是数字"),
    ("[[cost]]\nitem = 'a'\namount = 1\n" * 11, 31, "费用超过 10 项"),
    ("[subsidy]\nmode = '随便'", 2, "请选：不计补贴、按规则计算、手工填写"),
    ("[subsidy]\nmode = ['随便']", 2, "不在可选之列"),
    ("[subsidy]\nmode = '不计补贴'\namount = 1", 3, "与 mode「不计补贴」矛盾"),
    ("[subsidy]\nmode = '按规则计算'\namount = 1", 3, "与 mode「按规则计算」矛盾"),
    ("[subsidy]\namount = -1", 2, "补贴 -1.00 元是负数"),
    ("[subsidy]\nlevel = 6.3", 2, "只能是整层或半层"),
    ("[subsidy]\nlevel = 0", 2, "不是合理的层数"),
    ("[subsidy]\nlevel = 40.5", 2, "不是合理的层数"),
    ("[subsidy]\nreserved_shaft = 1", 2, "应是 是 或 否"),
    ("[compensation]\namount = -5", 2, "补偿 -5.00 元是负数"),
    ("[share]\nform = 'x'", 2, "请选：floors_first、whole_stairwell"),
    ("[share]\nopt_out = 'chosen'", 1, "「share.carriers」没有填写"),
    ("[share]\nopt_out = 'chosen'\ncarriers = []", 3, "没有写由哪几层分担"),
    ("[share]\nopt_out = 'chosen'\ncarriers = [0]", 3, "分担的楼层「0」是 0 或负数"),
    ("[share]\nopt_out = 'floor'\ncarriers = [5]", 3, "「share.carriers」用不上"),
    ("[share]\nby_household = 1", 2, "应是 是 或 否"),
    ("[share.coefficients]\n5.5 = 1.4", 1, "键里有小数点的要加引号"),
    ("[[flat]]\nroom = 1\nstorey = 1\narea = 1\nfixed = -1", 1, "定额 -1.00 元是负数"),
    ("[share]\nwithin = 'x'", 2, "请选：area、equal"),
    ("[share]\nopt_out = 'x'", 2, "请选：all、floor"),
    ("[share]\nunit = '万'", 2, "请选：分、角、元、百元"),
    ("[share]\ncoefficients = [-1]", 2, "第 1 层的系数「-1」是负数或过大"),
    ("[share]\ncoefficients = [1, 1001]", 2, "第 2 层的系数「1001」是负数或过大"),
    ("[share]\ncoefficients = [0.12345]", 2, "小数超过 4 位"),
    ("[share]\ncoefficients = ['']", 2, "第 1 层的系数是空的"),
    ("[share]\ncoefficients = { 0 = 1 }", 2, "系数的楼层「0」是 0 或负数"),
    ("[share]\ncoefficients = { a = 1 }", 2, "系数的楼层「a」不是整数"),
    ("[share]\ncoefficients = { 1 = 1, 01 = 2 }", 2, "第 1 层的系数重复"),
    ("[share]\ncoefficients = 5", 2, "应是一节"),
    (f"[share]\ncoefficients = [{'1,' * 41}]", 2, "系数的楼层 41"),
    (GRID + "[share]\ncoefficients = [0,0,1,1,1,1,1,1]", 5, "第 8 层的系数，而楼只有 7 层"),
    ("a = ", 1, "TOML"),
    ("[[[[", 1, "TOML"),
    (f"a = {'[' * 5000}", None, "TOML"),
]


@pytest.mark.parametrize(("text", "line", "words"), REFUSED, ids=range(len(REFUSED)))
def test_refused_with_the_line(message, text, line, words):
    said = message(text)
    assert said.startswith(f"项目.toml 第 {line} 行：" if line else "项目.toml")
    assert words in said
    assert len(said) < 300


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "[[cost]]\nitem = 'a'\namount = 5\n[subsidy]\namount = 6",
            "补贴 6.00 元超过总费用 5.00 元",
        ),
        ("[[cost]]\nitem = 'a'\namount = 9000000\n" * 2, "费用合计 18,000,000.00 元超过上限"),
        ("[[flat]]\nroom = 1\nstorey = 3\narea = 80\ntaking_part = '否'", "没有任何一户参与"),
        ("[[flat]]\nroom = 1\nstorey = 1\narea = 80", "系数全是 0"),
    ],
)
def test_the_whole_is_checked(message, text, words):
    assert words in message(text)


def test_a_missing_project_file(tmp_path):
    with pytest.raises(InputError, match="找不到这个文件"):
        read_project(tmp_path / "没有.toml", NANJING)


def test_as_many_costs_as_the_book_has_rows_are_let_in(read):
    assert len(read("[[cost]]\nitem = 'a'\namount = 1\n" * MAX_COSTS).costs) == MAX_COSTS


# ---------------------------------------------------------------- what a scheme charges in advance


def test_a_prepaid_project_without_costs_has_the_charge_of_its_scheme(read):
    prepaid = find("beijing-rongsheng")
    assert read(GRID, prepaid).costs == (CostItem("统筹服务费", 10_000_000),)
    own = read(GRID + '[[cost]]\nitem = "服务费"\namount = 80000\n', prepaid)
    assert own.costs == (CostItem("服务费", 8_000_000),)
