"""Every word that people write is read as what it means: a word that goes missing makes a test fail.

``cases/words.txt`` says for each word what it has to mean; the words of the program are held against it.
"""

from __future__ import annotations

import re

import pytest
from known_words import WORDS, misread
from small_roster import text

from elevshare import vocabulary
from elevshare.intake import project_from
from elevshare.intake.fields import entry_of, term_of
from elevshare.intake.tables.report import TableReport
from elevshare.schemes import find
from elevshare.schemes.parts.share import Entry
from elevshare.workbook.spelling import terms

#: What stands in brackets and changes nothing: a text for every pattern.
HARMLESS = {
    "必填.*": "必填项", "选填.*": "选填", "可不填.*": "可不填", "可空.*": "可空着", "填.*": "填一个", "请填.*": "请填写",
    "如.+": "如101", "例.+": "例:80", "示例.*": "示例", "单选": "单选", "下拉.*": "下拉选择", "以.+为准": "以证为准",
    "按.+证.*": "按产权证填写", "(见)?(房产|产权|不动产权?|房本)证?(书)?(上|载|所载|登记)?": "房产证",
    "是/?(或)?否": "是/否", "是、否": "是、否", "打?[√✓✔]": "打√", "[√✓✔v]/?[×✗✘x]": "√/×", "打勾": "打勾", "y/?n": "Y/N", "单位": "单位",
    "单位:.*": "单位：层", "保留.+位小数": "保留两位小数", "整数": "整数", "数字": "数字", "文本": "文本", "文字": "文字",
    "(业主|住户|房屋|房产|房间|住宅|产权人?|权利人|户主|基本|个人|人员|参与|出资|登记)?(信息|情况|资料|基本信息|基本情况)": "基本信息",
    "全名": "全名", "签名用": "签名用", "用电梯填是,不用填否": "用电梯填是，不用填否", "加装电梯": "加装电梯", "1/0": "1/0",
    "用电梯.*": "用电梯的",
}  # fmt: skip
HEADING = {"房号": "房号", "楼层": "楼层", "建筑面积": "建筑面积", "业主": "业主", "参与": "参与"}
ROW = {"房号": "101", "楼层": "1", "建筑面积": "80", "业主": "张三", "参与": "是"}


@pytest.fixture
def read(tmp_path):
    """The flats of a roster in rows, and what was said of it."""

    def flats(rows, **options):
        report = TableReport()
        path = str(text(tmp_path / "名册.csv", rows, "utf-8"))
        project = project_from(
            find("通用-按面积"), roster=path, cost="60万", report=report, **options
        )
        return project, report

    return flats


def columns_read(report):
    return {(one.column, one.heading) for one in report.columns}


# ---------------------------------------------------------------- all words are here


def test_every_word_of_the_program_is_here():
    found = {
        (topic, meaning): set(vocabulary.listed(topic, meaning))
        for topic, meaning, about in vocabulary.sections()
        if topic in {topic for topic, _ in WORDS} and "patterns" not in about
    }
    assert {key: set(words) for key, words in WORDS.items()} == found


def test_every_pattern_of_the_program_is_here():
    patterns = {
        pattern
        for topic, _, about in vocabulary.sections() if topic == "栏名"
        for pattern in about.get("patterns", ())
    }  # fmt: skip
    assert patterns == set(HARMLESS)


def test_no_word_means_two_things():
    for topic in {topic for topic, _ in WORDS} - {"行"}:
        meanings: dict[str, str] = {}
        for (other, meaning), words in WORDS.items():
            for word in words if other == topic else ():
                assert meanings.setdefault(vocabulary.folded(word), meaning) == meaning, word


def test_ways_of_entry():
    for entry in Entry:

        def meant(word, entry=entry):
            return entry_of(f" {word} ", "--entry") is entry

        assert misread(WORDS["入户", entry.value], meant) == []


# ---------------------------------------------------------------- headings of rosters

#: Column → what stands in it, and what is then known of the project.
FILLED = {
    "房号": ("107", lambda project: project.flats[0].room == "107"),
    "楼层": ("5", lambda project: project.flats[0].storey == 5),
    "建筑面积": ("61.03", lambda project: project.flats[0].area == 6103),
    "业主": ("李四", lambda project: project.flats[0].owner == "李四"),
    "参与": ("是", lambda project: project.flats[0].taking_part),
    "参与表决": ("否", lambda project: project.flats[0].vote is False),
    "同意": ("否", lambda project: project.flats[0].agrees is False),
    "同一人": ("甲", lambda project: project.flats[0].person == "甲"),
    "免运维": ("是", lambda project: project.flats[0].exempt),
    "按月或按年": ("按年", lambda project: project.flats[0].term == "year"),
    "补偿": ("5000", lambda project: project.flats[0].payout == 500_000),
    "维修资金": ("5000", lambda project: project.flats[0].reserve == 500_000),
    "维修资金余额": ("6000", lambda project: project.flats[0].reserve_left == 600_000),
    "个别系数": ("1.5", lambda project: project.flats[0].own_weight == 15_000),
    "定额": ("500元", lambda project: project.flats[0].fixed == 50_000),
    "小区": ("幸福里", lambda project: project.papers.estate == "幸福里"),
    "楼号": ("12", lambda project: project.papers.building.split()[0] == "12"),
    "单元": ("3", lambda project: project.papers.entrance.split()[0] == "3"),
}


@pytest.mark.parametrize("column", FILLED)
def test_headings_of_a_roster(read, column):
    value, known = FILLED[column]

    def meant(word):
        heading, row = HEADING | {column: word}, ROW | {column: value}
        project, report = read([heading.values(), row.values()])
        return (column, word) in columns_read(report) and known(project)

    assert misread(WORDS["名册", column], meant) == []


def test_consent_stands_for_taking_part_where_nothing_else_does(read):
    def meant(word):
        heading = [*HEADING][:4]
        project, _ = read([[*heading, word], ["101", 1, 80, "", "否"], ["102", 1, 80, "", "是"]])
        return [flat.taking_part for flat in project.flats] == [False, True]

    assert misread(WORDS["名册", "同意"], meant) == []


def test_columns_that_nobody_reads(read):
    """All of them stand in the lower one of two heading rows: one that is unknown makes it no heading."""
    words = WORDS["名册", "不用"]
    upper = ["房号", "楼层", "面积", "参与", *["其他"] * len(words)]
    lower = ["", "", "建筑面积", "", *words]
    project, report = read([upper, lower, ["101", 1, 80, "是", *["9"] * len(words)]])
    assert [(flat.room, flat.area) for flat in project.flats] == [("101", 8000)]
    assert report.heading == "1–2" and len(report.alone) == len(words)


def test_every_column_of_a_roster_is_tried():
    """The opposites are tried in test_tick_columns."""
    tried = {*FILLED, "本户百分比", "理由", "不用", "不参与", "不同意"}
    assert {meaning for topic, meaning in WORDS if topic == "名册"} == tried


@pytest.mark.parametrize(("meaning", "charge"), [("按月", "month"), ("按年", "year")])
def test_by_the_month_or_by_the_year_in_rosters_and_in_books(meaning, charge):
    said = [
        (term_of(word, what="按月或按年"), terms.meant(word)) for word in WORDS["月年", meaning]
    ]
    assert set(said) == {(charge, charge)}


def test_headings_of_percentages(read):
    def meant(word):
        project, report = read([
            [*HEADING, word], [*ROW.values(), "40%"], [*(ROW | {"房号": "102"}).values(), "60"],
        ])  # fmt: skip
        weights = [flat.own_weight for flat in project.flats]
        return (project.by_household, weights) == (True, [400_000, 600_000]) and not report.remarks

    assert misread(WORDS["名册", "本户百分比"], meant) == []


def test_headings_of_reasons(read):
    def meant(word):
        rows = [[*HEADING, "定额", word], [*ROW.values(), "500", "协议第三条"],
                [*(ROW | {"房号": "102"}).values(), "", ""]]  # fmt: skip
        return read(rows)[0].flats[0].reason == "协议第三条"

    assert misread(WORDS["名册", "理由"], meant) == []


def test_headings_that_may_be_of_own_terms(read):
    def meant(word):
        project, report = read([[*HEADING, word], [*ROW.values(), "1.5"]])
        flat = project.flats[0]
        told = any(f"「{word}」没有用，看不出" in remark for remark in report.remarks)
        return told and flat.own_weight is None and flat.fixed is None

    assert misread(WORDS["个别", "存疑"], meant) == []


def test_no_terms_and_nothing_to_pay(read):
    def flat(word):
        rows = [[*HEADING, "定额"], [*ROW.values(), word], [*(ROW | {"房号": "102"}).values(), ""]]
        return read(rows)[0].flats[0]

    assert misread(WORDS["个别", "没有"], lambda word: flat(word).fixed is None) == []
    assert misread(WORDS["个别", "免交"], lambda word: flat(word).fixed == 0) == []


# ---------------------------------------------------------------- units and brackets


def test_units_of_areas(read):
    def meant(unit):
        heading = HEADING | {"建筑面积": f"建筑面积（{unit}）"}
        rows = [heading.values(), (ROW | {"建筑面积": f"61.03{unit}"}).values()]
        return read(rows)[0].flats[0].area == 6103

    assert misread(WORDS["单位", "面积"], meant) == []


@pytest.mark.parametrize(("name", "yuan"), [("元", 1), ("千元", 1000), ("万元", 10_000)])
def test_units_of_money(read, name, yuan):
    def in_heading(unit):
        rows = [[*HEADING, f"补偿（{unit}）"], [*ROW.values(), "1.5"]]
        return read(rows)[0].flats[0].payout == 150 * yuan

    def in_cell(unit):
        return (
            read([[*HEADING, "补偿"], [*ROW.values(), f"1.5{unit}"]])[0].flats[0].payout
            == 150 * yuan
        )

    assert misread(WORDS["单位", name], in_heading) == []
    assert misread(WORDS["单位", name], in_cell) == []


@pytest.mark.parametrize("pattern", HARMLESS)
def test_brackets_that_change_nothing(read, pattern):
    words = HARMLESS[pattern]
    assert re.fullmatch(pattern, vocabulary.folded(words))
    heading = HEADING | {"楼层": f"楼层（{words}）"}
    project, report = read([heading.values(), (ROW | {"楼层": "5"}).values()])
    assert project.flats[0].storey == 5 and ("楼层", heading["楼层"]) in columns_read(report)


# ---------------------------------------------------------------- cells


def households(column, words):
    """A household for each word, in one column."""
    rows = [ROW | {"房号": f"{n:02}", column: word} for n, word in enumerate(words, 1)]
    return [HEADING.values(), *(row.values() for row in [*rows, ROW | {"房号": "99"}])]


@pytest.mark.parametrize(("meaning", "truth"), [("是", True), ("否", False)])
def test_who_takes_part(read, meaning, truth):
    circles = WORDS["记号", "空心"]  # asked about beside other words
    words = [word for word in WORDS["参与", meaning] if word not in circles]
    found = [flat.taking_part for flat in read(households("参与", words))[0].flats]
    assert [word for word, was in zip(words, found, strict=False) if was is not truth] == []
    assert len(found) == len(words) + 1


@pytest.mark.parametrize(("meaning", "truth"), [("是", True), ("否", False)])
@pytest.mark.parametrize(
    ("column", "topic", "known"), [("同意", "同意", "agrees"), ("参与表决", "是否", "vote")]
)
def test_how_somebody_votes(read, column, topic, known, meaning, truth):
    """Who agrees without taking part agrees; what says nothing about a vote is none."""
    words = WORDS[topic, meaning]
    rows = [ROW | {"房号": f"{n:02}", column: word} for n, word in enumerate(words, 1)]
    project, _ = read([[*HEADING.values(), column], *(row.values() for row in rows)])
    found = [getattr(flat, known) for flat in project.flats]
    assert [word for word, was in zip(words, found, strict=True) if was is not truth] == []


def test_nobody_is_an_owner(read):
    words = WORDS["业主", "没有"]
    found = [flat.owner for flat in read(households("业主", words))[0].flats]
    assert found == [""] * len(words) + ["张三"]


def test_the_lowest_storey(read):
    words = WORDS["楼层", "最低"]
    assert {flat.storey for flat in read(households("楼层", words))[0].flats} == {1}


def test_the_highest_storey(read):
    words = WORDS["楼层", "最高"]
    found = read(households("楼层", words), storeys="7")[0].flats
    assert [flat.storey for flat in found] == [7] * len(words) + [1]


def test_what_lies_below_storey_one(read):
    """Who takes no part is left out, who takes part has no storey's weight."""
    words = WORDS["楼层", "一层以下"]
    rows = [ROW | {"房号": f"00{n}", "楼层": word, "参与": "否"} for n, word in enumerate(words)]
    found = read([HEADING.values(), *(row.values() for row in rows), ROW.values()])[0].flats
    assert [flat.room for flat in found] == ["101"]
    for word in words:
        project, report = read([HEADING.values(), (ROW | {"楼层": word}).values(), rows[0].values()
                                , (ROW | {"房号": "102"}).values()])  # fmt: skip
        assert (project.flats[0].storey, project.weight(0)) == (0, 0), word
        assert "没有楼层系数" in "".join(report.remarks)


def test_a_flat_on_two_storeys_is_where_its_door_is(read):
    words = [f"6层（{word}7层）" for word in WORDS["楼层", "跃层"]]
    found = read(households("楼层", words))[0].flats
    assert [flat.storey for flat in found] == [6] * len(words) + [1]


# ---------------------------------------------------------------- rows


def test_totals(read):
    for word in WORDS["行", "合计"]:
        rows = [HEADING.values(), ROW.values(), [word, "", "80", "", ""]]
        assert [flat.room for flat in read(rows)[0].flats] == ["101"], word


def test_as_above(read):
    """The storey is as in the row above; a room cannot be."""
    for word in WORDS["行", "同上"]:
        rows = [HEADING, ROW | {"楼层": "3"}, ROW | {"房号": "102", "楼层": word}]
        flats = read([row.values() for row in rows])[0].flats
        assert [flat.storey for flat in flats] == [3, 3], word


def test_feet(read):
    for word in WORDS["行", "表尾"]:
        rows = [HEADING.values(), ROW.values(), [f"{word}：王会计", "", "", "80", ""]]
        assert [flat.room for flat in read(rows)[0].flats] == ["101"], word


# ---------------------------------------------------------------- stairwells on papers


@pytest.mark.parametrize(("column", "known"), [("楼号", "building"), ("单元", "entrance")])
def test_a_number_has_the_word_of_its_heading(read, column, known):
    """12 below 楼栋 is 12 栋 on a bill; what is written out stays, and no word is made up."""
    topic = {"楼号": "楼栋", "单元": "单元"}[column]
    for word in WORDS[topic, "量词"]:
        heading = next((name for name in WORDS["名册", column] if word in name), None)
        if heading is None:
            continue
        for cell, said in (("12", f"12 {word}"), ("甲", "甲"), (f"12{word}", f"12{word}")):
            project, _ = read([[*HEADING.values(), heading], [*ROW.values(), cell]])
            assert getattr(project.papers, known) == said
