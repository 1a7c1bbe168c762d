"""The blank books of every city: which there are, in folders and archives, the same every time."""

import zipfile

import pytest

import elevshare.templates.cities as cities
from commands.conftest import contents, fen, named
from elevshare.project import Topic
from elevshare.project.topics import ALL_SHEETS, of_family
from elevshare.schemes import Family, load_all
from elevshare.templates.cities import KINDS, WHICH, city_books
from elevshare.workbook.book import make_book

BOOKS = city_books()
NANJING = [f"加梯分摊-南京{words}.xlsx" for words in (
    "-40户", "-40户-全部页", "-80户", "-40户-全部页-一页两户")]  # fmt: skip
USUAL, EVERY, LARGE, HALF = NANJING


def test_every_scheme_that_makes_a_book_has_every_kind_in_the_folder_of_its_city():
    schemes = [scheme for scheme in load_all() if scheme.family is not Family.NONE]
    assert BOOKS.keys() == {scheme.city for scheme in schemes}
    for scheme in schemes:
        mine = [one for one in BOOKS[scheme.city].values() if one.scheme.id == scheme.id]
        half = scheme.family is not Family.LEASE
        assert [one.household_rows for one in mine] == [40, 40, 80, 40][: 3 + half]
        assert [one.two_a_page for one in mine] == [False, False, False, True][: 3 + half]
        every = ALL_SHEETS & of_family(scheme.family)
        assert [every <= (one.topics or set()) for one in mine] == [False, True, False, True][
            : 3 + half
        ]
        assert {one.scheme.key for one in mine} == {scheme.key}
        assert not any(one.flats or (one.costs and not scheme.rides) for one in mine)
    assert BOOKS["长春"]["加梯分摊-长春-40户.xlsx"].scheme.key == "changchun@2024"
    assert Topic.CASH in BOOKS["南京"][EVERY].topics
    assert list(BOOKS["南京"]) == NANJING


@pytest.fixture
def small(monkeypatch):
    """Two cities with few and light books."""
    few = {"南京": [USUAL, LARGE], "咸阳": ["加梯分摊-咸阳-40户.xlsx"]}
    found = {city: {name: BOOKS[city][name] for name in names} for city, names in few.items()}
    monkeypatch.setattr(cities, "city_books", lambda city="": found)
    return found


def test_a_folder_for_each_city_with_the_books_and_which_to_take(done, folder, small, refused):
    said = done("templates", "模板", "--all", "--jobs", "1")
    assert said == "已在 模板 写出 2 个城市的 3 本\n"
    for city, books in small.items():
        assert {path.name for path in (folder / "模板" / city).iterdir()} == {*books, WHICH}
        for name, project in books.items():
            assert (folder / "模板" / city / name).read_bytes() == make_book(project)
    large = folder / "模板" / "南京" / LARGE
    assert len(named(large, "room_no")) == 80 and not any(fen(named(large, "amount_due")))
    text = (folder / "模板" / "南京" / WHICH).read_bytes().decode("utf-8-sig")
    assert all(name in text for name in small["南京"]) and "\r\n" in text
    assert "文件已经存在" in refused("templates", "模板", "--all")
    before = contents(folder)
    done("templates", "模板", "--all", "--force")
    assert contents(folder) == before


@pytest.mark.sampled(0)
def test_archives_have_chinese_names_in_utf8_and_the_same_bytes_every_time(done, folder, small):
    assert "共 3 个" in done("templates", "甲", "--all", "--zip", "--jobs", "1")
    done("templates", "乙", "--all", "--zip", "--jobs", "2")
    first, second = (
        {path.name: path.read_bytes() for path in (folder / one).iterdir()} for one in "甲乙"
    )
    assert first == second
    assert first.keys() == {f"加梯分摊空白簿子-{one}.zip" for one in ("南京", "咸阳", "全部城市")}
    with zipfile.ZipFile(folder / "甲" / "加梯分摊空白簿子-全部城市.zip") as whole:
        assert whole.testzip() is None
        inside = {f"{city}/{name}" for city, books in small.items() for name in (*books, WHICH)}
        assert whole.namelist() == sorted(inside)
        for entry in whole.infolist():
            assert entry.flag_bits & 0x800 and entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert whole.read(f"南京/{LARGE}") == make_book(small["南京"][LARGE])


def test_one_city_by_any_of_its_names_alone():
    assert city_books("南京市") == city_books("nanjing") == {"南京": BOOKS["南京"]}
    assert city_books("上海") == {"上海": BOOKS["上海"]} and len(BOOKS["上海"]) == 8 * len(KINDS)


def test_a_city_without_a_way_of_sharing_and_other_slips_are_refused(refused):
    assert "厦门没有分摊或收费的办法" in refused("templates", "模板", "--city", "厦门")
    assert "没有「无此市」" in refused("templates", "模板", "--city", "无此市")
    assert "城市是空的" in refused("templates", "模板", "--city", "")
    assert "--zip 要和 --all 或 --city 一起用" in refused("templates", "模板", "--zip")
    assert "--jobs" in refused("templates", "模板", "--all", "--jobs", "0")
