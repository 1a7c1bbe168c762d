"""The scheme of a building: by its own name first, else by its city, storeys and way of entry."""

import re
from itertools import combinations, product

import pytest

from elevshare.errors import InputError
from elevshare.schemes import PARTS, Family, find, load_all
from elevshare.schemes.choose import GENERAL, choices, chosen, fits, is_rule, of_city, part_of
from elevshare.schemes.index import entries, named
from elevshare.schemes.parts.share import Entry
from elevshare.schemes.status import MISSING, SEEN
from elevshare.schemes.wording import PART_OPTIONS

RULES = [entry for entry in entries() if is_rule(entry)]
CITIES = sorted({entry.city for entry in RULES})


def refused(*arguments):
    with pytest.raises(InputError) as caught:
        chosen(*arguments)
    return str(caught.value)


def test_every_scheme_that_makes_a_book_is_chosen_by_its_own_name_whatever_the_building():
    for scheme in load_all():
        if scheme.family is not Family.NONE:
            for name in (scheme.id, f" {scheme.name} ", *scheme.formerly):
                assert chosen(name, 9, "半层入户").id == scheme.id


def test_every_rule_is_found_by_its_city_and_the_building_it_is_made_for():
    assert {"上海", "北京", "南京"} <= {*CITIES} and "通用" not in CITIES
    for rule in RULES:
        assert chosen(rule.city, int(rule.storeys or 6), rule.entry).id == rule.id


def test_a_place_is_found_by_its_full_name_too():
    for entry in entries():
        rank = "" if entry.city.endswith("县") or entry.city == "通用" else "市"
        assert of_city(f"{entry.city}{rank}") == of_city(entry.city)
    assert chosen("江苏省南京市").id == chosen("南京市").id == "nanjing"
    assert chosen("长春市@2022").key == "changchun@2021"
    assert part_of("重庆市渝北区", "subsidy").id == "chongqing-yubei"
    assert part_of("甘肃省", "subsidy").id == "gansu"
    for name in ("", "市", "省", "区", "南", "南京区域"):
        with pytest.raises(InputError):
            of_city(name)


def test_the_rules_of_a_city_are_made_for_different_buildings():
    for one, other in combinations(RULES, 2):
        assert one.city != other.city or (one.storeys, one.entry) != (other.storeys, other.entry)


def test_a_scheme_says_in_its_name_what_it_is_made_for():
    numerals = dict(zip("四五六七", "4567", strict=True))
    for entry in entries():
        said = re.search("(.)层(..入户)", entry.name)
        assert (
            (numerals[said[1]], said[2]) == (entry.storeys, entry.entry)
            if said
            else not entry.entry
        )


@pytest.mark.parametrize(
    ("arguments", "words", "count"),
    [
        (("上海",), "--storeys 7 --entry 平层（上海-七层平层入户）", 8),
        (
            ("上海", 7),
            "上海 7 层有 2 个分摊方案，要说明是哪一个。请加上其中一种：--entry 平层（",
            2,
        ),
        (("上海", 0, "错层入户"), "：--storeys 4（上海-四层错层入户）、", 4),
        (("北京", 5), "--entry 半层（北京-五层半层入户）", 2),
    ],
)
def test_what_does_not_decide_is_told_with_the_words_to_add(arguments, words, count):
    message = refused(*arguments)
    assert words in message and f"有 {count} 个分摊方案" in message
    assert message.count("入户）") == count
    assert ("另有要写名称的：城建汇友（租赁）、" in message) == (arguments[0] == "北京")


def test_the_words_to_add_decide():
    for storeys, entry in product((0, 4, 7), ("", *Entry)):
        given = fits(choices("上海"), storeys, entry)
        if len(given) < 2:
            continue
        told = refused("上海", storeys, entry).split("：")[1]
        for words, name in re.findall("([^、（]+)（([^）]+)）", told):
            more = dict(zip(words.split()[::2], words.split()[1::2], strict=True))
            way = f"{more['--entry']}入户" if "--entry" in more else entry
            assert chosen("上海", int(more.get("--storeys", storeys)), way).name == name


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("上海", 8), "上海没有 8 层的分摊方案"),
        (("上海", 7, "半层入户"), "上海没有 7 层半层入户的分摊方案"),
        (("shanghai", 3), "上海没有 3 层的分摊方案"),
    ],
)
def test_a_building_for_which_the_city_has_nothing(arguments, what):
    message = refused(*arguments)
    assert message.startswith(what) and "上海有：上海-四层平层入户、" in message


def test_a_worked_case_is_not_the_rule_of_its_city():
    assert "请写其中一个的名称：黑龙江-七层案例" in refused("黑龙江", 7)
    assert "本地的案例要写名称：常州-钟楼案例" in refused("常州", 6)
    assert "请写其中一个的名称：通用-按面积、" in refused("通用", 6)


def test_what_shares_nothing_is_told_with_what_it_goes_together():
    for scheme in load_all():
        if scheme.family is not Family.NONE or scheme.name in ("上海", "北京"):
            continue
        message = refused(scheme.name)
        assert f"方案「{scheme.name}」只有" in message
        for part in PARTS:
            option = f"{PART_OPTIONS[part]} {scheme.name}"
            assert (option in message) == (getattr(scheme, part) is not None)
        local = {rule.city for rule in RULES}
        assert f"make --share {scheme.city if scheme.city in local else '南京'} --" in message
        usable = re.search("分摊可以用：([^；。]+)", message)[1].split("、")
        assert "南京" in usable
        assert all(find(name).family is Family.CONTRIBUTION for name in usable)


def test_nothing_of_that_name():
    assert "没有「东京」这个方案。是不是想用「南京」" in refused("东京", 7)


# ---------------------------------------------------------------- a part


def test_a_part_is_taken_by_the_schemes_own_name():
    for scheme in load_all():
        for part in PARTS:
            if getattr(scheme, part):
                assert part_of(scheme.name, part).id == part_of(scheme.id, part).id == scheme.id


@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("重庆", "subsidy", "方案「重庆」没有补贴的规定。请写：重庆-九龙坡"),
        ("上海", "fund", "方案「上海」没有公积金的规定。请写：上海-公积金"),
        ("珠海", "compensation", "没有「珠海」这个方案。请写：珠海-香洲"),
        ("南京", "subsidy", "方案「南京」没有补贴的规定。请换一个方案"),
        ("东京", "fund", "没有「东京」这个方案。是不是想用「南京」"),
    ],
)
def test_a_city_does_not_stand_for_the_rule_of_a_district(name, part, words):
    with pytest.raises(InputError, match=words):
        part_of(name, part)


def test_ways_of_sharing_for_any_building_are_listed_the_surest_first():
    with pytest.raises(InputError) as caught:
        choices("青岛")
    names = re.search("分摊可以用：([^；。]*)", str(caught.value))[1].split("、")
    entries = [named(name) for name in names]
    assert not any(one.storeys or one.status == MISSING for one in entries)
    order = [(one.city == GENERAL, one.status != SEEN) for one in entries]
    assert order == sorted(order) and len(set(order)) > 2
