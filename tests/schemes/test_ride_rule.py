"""The part [rides] of a scheme: what ships, and what is refused."""

import pytest
from test_load import check_refused, refusal, variant

from elevshare.rules.rides import Tariff
from elevshare.schemes import Family, find, read_scheme

RONGSHENG = find("beijing-rongsheng")


def test_the_two_tariffs_as_printed():
    rule = RONGSHENG.rides
    assert [(one.name, one.fees, one.source) for one in rule.tariffs] == [
        ("1、2 单元", Tariff(50, 5_000, 100), "S0"),
        ("3、4 单元", Tariff(40, 5_000, 100), "S0"),
    ]


def test_the_charge_in_advance_and_what_its_source_does_not_say():
    rule = RONGSHENG.rides
    assert (rule.item, rule.prepaid, rule.source) == ("统筹服务费", 10_000_000, "S0")
    assert "待核实" in rule.note


def test_its_book_is_of_the_prepaid_family():
    assert RONGSHENG.family is Family.PREPAID
    assert find("nanjing").family is Family.CONTRIBUTION


SECOND = 'name = "3、4 单元"\nride = 0.4\nmonth_card = 50\nvisitor = 1\nsource = "S0"\n'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("prepaid = 100000", "prepaid = -1 #!", "不能是负数"),
        ("prepaid = 100000", "prepaid = 10000000.01 #!", "大得不合理"),
        ("[rides]\n", "[rides]\nyear = 1 #!\n", "不认识的项目「rides.year」"),
        ("ride = 0.4", "ride = 0.405 #!", "小数超过 2 位"),
        ("ride = 0.4", "ride = -0.4 #!", "不能是负数"),
        ("month_card = 50", "month_card = 1000.01 #!", "大得不合理。请填 0 到 1000 元"),
        ('name = "3、4 单元"', 'name = "1、2 单元" #!', "重复"),
        ('name = "3、4 单元"', 'name = "自定" #!', "重复"),
        ('name = "3、4 单元"', 'name = "3,4" #!', "逗号"),
        ('name = "3、4 单元"', f'name = "{"长" * 13}" #!', "太长"),
        (SECOND, SECOND.replace('"S0"', '"S9" #!'), "没有列出的来源「S9」"),
        (SECOND, SECOND + "guest = 2 #!\n", "不认识的项目「rides.tariff.guest」"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(tmp_path, old, new, words):
    check_refused(tmp_path, "beijing-rongsheng", old, new, words)


def test_a_scheme_of_rides_names_what_is_charged_in_advance(tmp_path):
    check_refused(
        tmp_path, "beijing-rongsheng", '[rides]\nitem = "统筹服务费"', "[rides] #!", "没有填写"
    )


@pytest.mark.parametrize("count", [0, 6])
def test_a_scheme_of_rides_has_one_to_five_tariffs(tmp_path, count):
    path = variant(tmp_path, "beijing-rongsheng")
    before, *tariffs = path.read_text(encoding="utf-8").split("[[rides.tariff]]")
    more = [tariffs[0].replace("1、2 单元", f"{number} 单元") for number in range(count)]
    path.write_text("[[rides.tariff]]".join([before, *more]), encoding="utf-8")
    assert f"有 {count} 种" in refusal(path)


def test_the_largest_numbers_that_are_believed(tmp_path):
    path = variant(
        tmp_path, "beijing-rongsheng",
        ("prepaid = 100000", "prepaid = 10000000"), ("month_card = 50", "month_card = 1000"),
    )  # fmt: skip
    rule = read_scheme(path).rides
    assert (rule.prepaid, rule.tariffs[0].fees.month_card) == (1_000_000_000, 100_000)
