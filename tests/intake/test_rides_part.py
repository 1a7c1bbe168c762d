import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.project import Topic
from elevshare.project.topics import topics_of
from elevshare.rules.fares import Fare, Fares
from elevshare.schemes import find

BUILDING = "[building]\nstoreys = 6\nareas = [60, 60]\n"


@pytest.fixture
def read(tmp_path):
    def call(text, scheme="beijing-rongsheng"):
        path = tmp_path / "项目.toml"
        path.write_text(BUILDING + text, encoding="utf-8")
        return read_project(path, find(scheme))

    return call


def test_everything_may_be_missing(read):
    project = read("")
    assert project.fares == Fares()
    assert Topic.FARES not in topics_of(project)


def test_everything_may_be_told_and_brings_the_subject(read):
    project = read("""[rides]
ride = ["", 0.2, 0.2, "0.25"]
month_card = ["", 19, ""]
year_card = ["", 199, "", "", "", "1,399"]
household_cap = 60
person_cap = 25.5
""")
    storeys = (
        Fare(),
        Fare(20, 1_900, 19_900),
        Fare(20),
        Fare(25),
        Fare(),
        Fare(None, None, 139_900),
    )
    assert project.fares == Fares(storeys, 6_000, 2_550)
    assert Topic.FARES in topics_of(project)


def test_a_cap_of_nothing_is_a_cap(read):
    assert read("[rides]\nhousehold_cap = 0\n").fares == Fares(household_cap=0)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ride = 0.2", "应是一列金额"),
        ("ride = [-0.2]", "有负数或过大的数"),
        ("ride = [1000.01]", "请填 0 到 1000 元之间的数"),
        ("year_card = [10000.01]", "请填 0 到 10000 元之间的数"),
        ("month_card = [0.005]", "小数超过 2 位"),
        ("person_cap = -1", "每人每月封顶"),
        ("price = 3", "不认识的项目「rides.price」"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(read, line, words):
    with pytest.raises(InputError) as caught:
        read(f"[rides]\n{line}\n")
    assert str(caught.value).startswith("项目.toml 第 5 行：")
    assert words in str(caught.value)


@pytest.mark.parametrize("scheme", ["nanjing", "beijing-yanyuan"])
def test_a_scheme_without_ride_cards_has_no_use_for_it(read, scheme):
    with pytest.raises(InputError, match="不是刷卡方案"):
        read("[rides]\nride = [0.2]\n", scheme)
