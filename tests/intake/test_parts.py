"""The sections of a project file that borrow from other schemes, compensate, or bound percentages."""

import pytest

from elevshare.errors import InputError
from elevshare.intake.project_file import read_project
from elevshare.project import SubsidyMode, assess, granted
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.schemes import find

BUILDING = "[building]\nstoreys = 7\nareas = [80, 100]\n[[cost]]\nitem = '总价'\namount = '60万'\n"


@pytest.fixture
def read(tmp_path):
    def project(text, scheme="nanjing"):
        path = tmp_path / "项目.toml"
        path.write_text(BUILDING + text, encoding="utf-8")
        return read_project(path, find(scheme))

    return project


@pytest.fixture
def refusal(read):
    def message(text):
        with pytest.raises(InputError) as caught:
            read(text)
        return str(caught.value)

    return message


def test_nanjings_sharing_with_xianyangs_subsidy_and_xiamens_compensation(read):
    project = read("[subsidy]\nscheme = '咸阳'\n[compensation]\nscheme = 'xiamen'\nfirst = '1万'\n")
    assert project.scheme.id == "nanjing" and project.subsidy.mode is SubsidyMode.RULE
    assert granted(project).total == 20_000_000
    outcome = assess(project)
    assert outcome.compensation == 2 * 1_000_000 + 2 * 500_000
    assert outcome.net == 60_000_000 - 20_000_000 + 3_000_000 == sum(outcome.dues)
    assert project.payouts.household_cap
    titles = [project.scheme.source(part.source).title
              for part in (project.scheme.subsidy, project.scheme.compensation)]  # fmt: skip
    assert "咸阳" in titles[0] and "典型案例" in titles[1]


def test_the_pool_and_the_published_case(read):
    assert assess(read("[compensation]\nscheme = '日照'\n")).payouts[:3] == (888_889, 1_111_111, 0)
    case = read("[compensation]\nscheme = '广州丰乐案例'\n")
    assert assess(case).payouts[:3] == (1_750_000, 1_750_000, 0)


def test_a_way_of_its_own(read):
    project = read(
        "[compensation]\nway = '按面积分配'\npool = 5000.5\ntotal_cap = 0.3\nhousehold_cap = '是'\n"
    )
    assert project.payouts == Compensation(CompensationWay.POOL, 0, 5000, 500_050, True, 3000)


def test_when_the_subsidy_comes(read):
    choice = read(
        "[subsidy]\namount = 1000\nbilling = '先收全额，到账后退'\narrival = '已到账'\n"
        "expected_on = 2026-12-31\nreceived_on = '2027-01-15'\n"
    ).subsidy
    assert (choice.billing, choice.arrival) == (Billing.GROSS, SubsidyArrival.RECEIVED)
    assert (choice.expected_on, choice.received_on) == ("2026-12-31", "2027-01-15")


def test_intervals_bound_the_percentages(read):
    project = read("[share.intervals]\n2 = [4, 6]\n7 = [28.5, 30]\n")
    assert project.interval(2) == (40_000, 60_000) and project.interval(7) == (285_000, 300_000)
    assert project.interval(3) is None


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[subsidy]\nscheme = '厦门'", 8, "没有补贴的规定"),
        ("[subsidy]\nscheme = '月球'", 8, "没有「月球」这个方案"),
        ("[compensation]\nscheme = '南京'", 8, "没有补偿的规定"),
        ("[compensation]\nway = '按户'", 8, "不在可选之列"),
        ("[compensation]\nfirst = 20000", 8, "只在 way「一层定额」时有效"),
        ("[compensation]\nscheme = '厦门'\npool = 20000", 9, "只在 way「按面积分配」时有效"),
        ("[compensation]\nway = '一层定额'\namount = 5", 9, "矛盾"),
        ("[compensation]\nsecond = 1.5", 8, "不在 0 到 1 之间"),
        ("[compensation]\nway = '按面积分配'\npool = -5", 9, "补偿 -5.00 元是负数"),
        ("[share.intervals]\n2 = [6, 4]", 8, "不是区间"),
        ("[share.intervals]\n2 = 4", 8, "不是区间"),
        ("[subsidy]\nbilling = '随便'", 8, "不在可选之列"),
        ("[subsidy]\nexpected_on = '明年'", 8, "不是日期"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(refusal, text, line, said):
    message = refusal(text)
    assert f"项目.toml 第 {line} 行" in message and said in message


ROSTER = (
    "房号,楼层,建筑面积,业主,参与,参与表决,是否同意,同一人,免运维,补偿（元）\n"
    "101,1,80,甲,否,是,是,甲家,是,20000.5\n"
    "201,2,80,甲,是,是,否,甲家,,\n"
    "301,3,90,乙,是,,,,否,0\n"
)


def test_a_roster_may_say_how_people_voted_and_what_they_are_spared(tmp_path, read):
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8")
    path = tmp_path / "项目.toml"
    path.write_text("[building]\nroster = '名册.csv'\n", encoding="utf-8")
    first, second, third = read_project(path, find("nanjing")).flats
    assert (first.vote, first.agrees, first.person) == (True, True, "甲家")
    assert (first.exempt, first.payout) == (True, 2_000_050)
    assert (second.vote, second.agrees, second.exempt, second.payout) == (True, False, False, 0)
    assert (third.vote, third.agrees, third.person, third.exempt) == (None, None, "", False)


def test_a_flat_of_a_project_file_says_the_same(tmp_path):
    path = tmp_path / "项目.toml"
    path.write_text(
        "[[flat]]\nroom = '301'\nstorey = 3\narea = 80\nvote = '是'\nagrees = '否'\n"
        "person = '甲'\nexempt = '是'\npayout = 175.5\n",
        encoding="utf-8",
    )
    flat = read_project(path, find("nanjing")).flats[0]
    assert (flat.vote, flat.agrees, flat.person, flat.exempt) == (True, False, "甲", True)
    assert flat.payout == 17_550


def test_all_that_is_wrong_in_the_further_columns_is_said_at_once(tmp_path):
    wrong = ROSTER.replace("甲家,是,20000.5", "甲家,也许,-5").replace("是,否,甲家", "不知,否,甲家")
    (tmp_path / "名册.csv").write_text(wrong, encoding="utf-8")
    path = tmp_path / "项目.toml"
    path.write_text("[building]\nroster = '名册.csv'\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_project(path, find("nanjing"))
    said = str(caught.value).splitlines()
    assert len(said) == 3
    assert "免运维「也许」看不懂" in said[0] and "补偿 -5.00 元是负数" in said[1]
    assert "第 3 行" in said[2] and "参与表决「不知」看不懂" in said[2]
