import time

import pytest

from elevshare.intake.tables.headings import Heading, meaning
from elevshare.vocabulary import LIST, ROSTER, UNUSED


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("房 号", "房号"),
        ("*房号：", "房号"),
        ("建筑面积(m²)", "建筑面积"),
        ("建筑面积㎡", "建筑面积"),
        ("【必填】建筑面积", "建筑面积"),
        ("建筑面积（以房产证为准）", "建筑面积"),
        ("所在层/总层数", "楼层"),
        ("姓名（业主）", "业主"),
        ("是否参与（是/否）", "参与"),
        ("面积（套内）", UNUSED),
        ("套内面积", UNUSED),
        ("楼层（总）", UNUSED),
    ],
)
def test_what_a_heading_means(text, column):
    assert meaning(ROSTER, text).column == column


@pytest.mark.parametrize(
    ("text", "doubt"),
    [("面积（变更前）", "变更前"), ("建筑面积（万元）", "万元"), ("业主（原）", "原")],
)
def test_a_qualifier_that_may_change_the_meaning_is_a_doubt(text, doubt):
    found = meaning(ROSTER, text)
    assert found.column is None and not found.used
    assert found.doubt in (doubt, "金额单位")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("补偿", 0),
        ("补偿（元）", 1),
        ("补偿(千元)", 1_000),
        ("补偿/万元", 10_000),
        ("补偿 万元", 10_000),
    ],
)
def test_units_of_amounts(text, unit):
    assert meaning(ROSTER, text) == Heading("补偿", unit)


@pytest.mark.parametrize(
    ("above", "below", "column"),
    [
        ("面积", "建筑", "建筑面积"),
        ("面积", "套内", UNUSED),
        ("面积（㎡）", "建筑", "建筑面积"),
        ("住户信息", "房号", "房号"),
        ("变更前", "面积", None),
        ("房号", "", "房号"),
    ],
)
def test_a_heading_of_two_rows(above, below, column):
    assert meaning(ROSTER, above, below).column == column


def test_a_word_means_what_its_table_says():
    assert meaning(ROSTER, "层数").column == "楼层" and meaning(LIST, "层数").column == "层数"
    assert meaning(LIST, "房号") == Heading()


def test_a_very_long_text_is_no_heading_and_takes_no_time():
    begun = time.perf_counter()
    assert meaning("名册", "1-" * 60_000) == Heading() == meaning("名册", "房号" * 60_000)
    assert time.perf_counter() - begun < 1
