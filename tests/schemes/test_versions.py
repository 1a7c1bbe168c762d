"""Parts of a scheme in several versions: which one counts on which day, and how it is named."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.schemes import find, load_all, read_scheme, with_part
from elevshare.schemes.index import FOLDER
from elevshare.schemes.law import Law

SEVERAL = [scheme for scheme in load_all() if scheme.versions]
DAYS = st.dates(date(2005, 1, 1), date(2035, 1, 1)).map(str)


def granted(scheme):
    return [tier.amount // 1_000_000 for tier in scheme.subsidy.rule.tiers]


@pytest.mark.parametrize(
    ("day", "amount", "version"),
    [("2020-12-31", 20, "2021"), ("2021-01-01", 20, "2021"), ("2022-12-31", 20, "2021"),
     ("2023-01-01", 15, "2023"), ("2023-12-31", 15, "2023"), ("2024-01-01", 10, "2024"),
     ("2025-12-31", 10, "2024"), ("2026-01-01", 10, "2024")],
)  # fmt: skip
def test_changchuns_subsidy_is_that_of_the_year(day, amount, version):
    found = find("长春").on(day)
    assert (granted(found), found.version) == ([amount], version)
    assert found.share == find("长春").share


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2020-12-31", "尚未施行"),
        ("2021-01-01", ""),
        ("2025-12-31", ""),
        ("2026-01-01", "已过有效期"),
    ],
)
def test_before_the_first_and_after_the_last_version_it_is_said_and_not_refused(day, standing):
    assert find("长春").on(day).subsidy.law.standing(day) == standing


@pytest.mark.parametrize(
    ("day", "number"), [("2025-06-18", "待填"), ("2025-06-19", "穗府办规〔2025〕6号")]
)
def test_guangzhous_document_changed_and_its_coefficients_did_not(day, number):
    found = find("广州").on(day)
    assert found.document.number == number
    assert [found.share.weight(n).value for n in range(1, 9)] == [
        0, 5000, 10000, 11000, 12000, 13000, 14000, 15000]  # fmt: skip


def test_shanghais_provident_fund_of_2021_and_of_2023():
    old, new = find("上海-公积金@2021"), find("上海-公积金@2023")
    assert old.source(old.fund.source).publisher == "网易上海"
    assert (
        new.document.number == "沪公积金管委会〔2023〕4号" and new.fund.law.expires == "2028-03-31"
    )
    assert old.fund.law.standing("2023-04-01") == "已过有效期"


@pytest.mark.parametrize("scheme", ["dalian", "jinan", "shanghang", "property-law-2007"])
def test_what_ships_as_run_out(scheme):
    laws = [law for _, law in find(scheme).dated_parts]
    assert [law.standing("2026-11-30") for law in laws] == ["已过有效期"]


@pytest.mark.parametrize("scheme", SEVERAL, ids=lambda one: one.id)
@given(day=DAYS)
def test_the_name_of_a_version_chooses_it(scheme, day):
    chosen = scheme.on(day)
    named = find(chosen.key)
    assert named.key == chosen.key and chosen.version in scheme.labels
    assert all(getattr(named, part) == getattr(chosen, part) for part in scheme.versions)
    for part, every in scheme.versions.items():
        begun = [
            one
            for one in every
            if one.law.in_force[:10] and Law(one.law.in_force).standing(day) == ""
        ]
        assert getattr(chosen, part) == (begun[-1] if begun else every[0])
    later = str(date.fromisoformat(day) + timedelta(3650))
    assert named.on(later) == named  # who named a version keeps it


def test_without_a_day_a_scheme_is_its_newest_version():
    for scheme in SEVERAL:
        assert find(scheme.id) is find(scheme.name) == scheme.on("2035-01-01") == scheme.on("")


@pytest.mark.parametrize(
    "name", ["长春@", "长春@23", "长春@2023-02-29", "长春@去年", "长春@2023@2024"]
)
def test_a_version_that_is_no_day_is_refused_with_those_that_there_are(name):
    with pytest.raises(InputError, match="长春@2021、长春@2023、长春@2024"):
        find(name)


def test_a_version_of_a_scheme_that_has_one_is_refused():
    with pytest.raises(InputError, match="只有一版，请只写 南京"):
        find("南京@2023")


def test_a_part_of_another_scheme_keeps_the_version_it_was_taken_in():
    both = with_part(
        find("guangzhou").on("2020-01-01"), "subsidy", find("changchun").on("2023-05-05")
    )
    again = both.on("2026-01-01")
    assert both.subsidy.source == "changchun@2023:Q2" and granted(again) == [15]
    assert (both.version, again.version) == ("2025-06-18", "2025-06-19")


def read(tmp_path, old, new):
    text = Path(FOLDER, "changchun.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "changchun.toml").write_text(text.replace(old, new), encoding="utf-8")
    return read_scheme(tmp_path / "changchun.toml")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [('in_force = "2023"', 'in_force = "2021"', "没有从旧到新排列"),
     ('in_force = "2023"\n', "", "没有从旧到新排列"),
     ('in_force = "2023"', 'in_force = "二〇二三"', "不是日期"),
     ('in_force = "2023"', "in_force = 2023", "不是日期"),
     ('expires = "2023"', "expires = 2022-06-30", "早于 in_force"),
     ('replaces = "2023 年的 15 万元"', "most_storeys = 3\nleast_storeys = 4", "小于 least_storeys"),
     ('replaces = "2023 年的 15 万元"', "least_storeys = 0", "是 0"),
     ('replaces = "2023 年的 15 万元"', 'built_by = "2000"', "不是日期")],
)  # fmt: skip
def test_a_malformed_time_or_limit_is_refused_with_its_line(tmp_path, old, new, words):
    with pytest.raises(InputError, match=words) as caught:
        read(tmp_path, old, new)
    assert str(caught.value).startswith("changchun.toml 第 ")


def test_a_version_may_begin_on_a_day(tmp_path):
    found = read(tmp_path, 'in_force = "2023"', "in_force = 2023-03-01")
    assert found.labels == ("2021", "2023-03-01", "2024")
    assert granted(found.on("2023-02-28")) == [20]


def test_the_limits_of_buildings_are_data():
    limits = {
        one.id: part.law.scope
        for one in load_all() for part in (one.share, one.subsidy) if part and part.law.scope
    }  # fmt: skip
    assert {"xianyang": "4 层及以上", "tianjin": "4 层及以上", "taiyuan": "4 层及以上",
            "chengdu": "6 层及以上", "shanghang": "5 层及以上", "beijing": "4 到 6 层"}.items() <= limits.items()  # fmt: skip
    assert find("xian").subsidy.law.built_by == "2000-12-31"
    assert find("上海-五层错层入户").share.law.scope == "5 层"
    assert "nanjing" not in limits


def test_a_law_covers_the_storeys_from_its_least_to_its_most():
    four_to_six = Law(least_storeys=4, most_storeys=6)
    assert [four_to_six.covers(halves) for halves in (7, 8, 12, 13)] == [False, True, True, False]
    assert [Law(least_storeys=4).covers(halves) for halves in (7, 8, 99)] == [False, True, True]
    assert [Law(most_storeys=6).covers(halves) for halves in (0, 12, 13)] == [True, True, False]
    assert Law().covers(1) and Law() == Law("", "", "", None, None, "")
    assert Law().scope == "" and not Law().dated and Law("2021").dated and Law(expires="2021").dated


def test_a_scheme_in_versions_is_as_trusted_as_the_weakest_of_them():
    one = find("长春")
    assert one.version_status == one.subsidy.status
    assert find("南京").version_status == find("南京").status == "已核实"
    assert find("广州").version_status == find("广州").status
