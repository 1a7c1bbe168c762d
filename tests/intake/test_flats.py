from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.intake import RosterRow, flats_from_grid, flats_from_rows, safe_text
from elevshare.intake.flats import Expected
from elevshare.intake.tables.report import TableReport
from elevshare.project import MAX_AREA, MAX_FLATS, MAX_STOREYS
from elevshare.rules.share import Flat
from elevshare.text import shown


def row(room="101", storey="1", area="80", owner="张三", taking_part="是", line=2):
    return RosterRow(room, storey, area, owner, taking_part, f"名册.csv 第 {line} 行")


def message(rows, storeys=None):
    with pytest.raises(InputError) as caught:
        flats_from_rows(rows, storeys)
    return str(caught.value)


# ---------------------------------------------------------------- what is understood


def test_a_row_becomes_a_flat():
    assert flats_from_rows([row(area="61.03")], None) == (Flat("101", 1, 6103, "张三", True),)


@pytest.mark.parametrize(
    "text",
    ["3", "3.0", "3.00", "3层", "3楼", "3F", "3f", "第3层", "３层", " 3 ", "三", "第三层", "3/7"],
)
def test_storeys_as_people_write_them(text):
    report = TableReport()
    assert flats_from_rows([row(storey=text)], 7, report)[0].storey == 3
    told = [one.after for one in report.translated]
    assert told == ([] if text.strip() in ("3", "3.0") else ["3"])


def test_the_top_storey_is_that_of_the_building_or_of_the_room():
    assert flats_from_rows([row("701", "顶层")], 7)[0].storey == 7
    rows = [row("601", "6"), row("702", "顶楼")]
    assert [flat.storey for flat in flats_from_rows(rows)] == [6, 7]
    assert "看不出来" in message([row("东户", "顶层")])


@pytest.mark.parametrize(
    "text", ["80", "80.0", "80.00", "80㎡", "80平方米", "80m2", "80 M²", "80平米", "８０", "80.000"]
)
def test_areas_as_people_write_them(text):
    assert flats_from_rows([row(area=text)], 7)[0].area == 8000


@pytest.mark.parametrize(
    "text", ["是", "TRUE", "true", "1", "１", "√", "✓", "Y", "y", " 是 ", "同意", "参与"]
)
def test_taking_part(text):
    assert flats_from_rows([row(taking_part=text)], None)[0].taking_part


@pytest.mark.parametrize("text", ["否", "FALSE", "0", "×", "✗", "N", "n", "不同意", "不参与"])
def test_not_taking_part(text):
    rows = [row(), row("102", taking_part=text)]
    assert not flats_from_rows(rows, None)[1].taking_part


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("101.0", "101"),
        ("１０１", "101"),
        (" 101 ", "101"),
        ("3-1", "3-1"),
        ("1.01", "1.01"),
        ("东户", "东户"),
    ],
)
def test_rooms_as_people_write_them(text, room):
    assert flats_from_rows([row(text)], None)[0].room == room


def test_an_owner_is_kept_as_written_and_may_be_missing():
    rows = [row(owner=" 张三（代）　"), row("102", owner="")]
    assert [flat.owner for flat in flats_from_rows(rows, None)] == ["张三（代）", ""]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("\t张三", "张三"),
        ("张三\n李四", "张三、李四"),
        ("张\u200b三", "张三"),
        ("—", ""),
        ("无", ""),
    ],
)
def test_owners_of_several_lines_and_signs_for_none(text, owner):
    report = TableReport()
    assert flats_from_rows([row(owner=text)], None, report)[0].owner == owner
    told = [one.after for one in report.translated]
    assert told == ([owner or "没有业主"] if "\u200b" not in text and "\t" not in text else [])


# ---------------------------------------------------------------- who needs no area


@pytest.mark.parametrize("area", ["", "0", "-"])
def test_who_does_not_take_part_needs_no_area(area):
    rows = [row(), row("102", area=area, taking_part="否")]
    assert [flat.area for flat in flats_from_rows(rows)] == [8000, 0]


def test_who_pays_nothing_on_a_storey_needs_no_area():
    free = Expected(free=lambda storey: storey == 1)
    rows = [row(area=""), row("201", "2")]
    assert [flat.area for flat in flats_from_rows(rows, free)] == [0, 8000]
    text = message([row(area=""), row("201", "2", area="", line=3)], free)
    assert text.startswith("名册.csv 第 3 行：建筑面积是空的")


@pytest.mark.parametrize("column", ["参与表决", "同意"])
def test_a_vote_counts_its_area(column):
    rows = [replace(row(area="", taking_part="否"), more={column: "是"})]
    assert "建筑面积是空的" in message(rows)


def test_an_area_that_is_shared_among_all_is_needed():
    measured = Expected(measured=lambda storey: storey == 1)
    assert "建筑面积是空的" in message([row(area="", taking_part="否")], measured)


# ---------------------------------------------------------------- below storey 1


@pytest.mark.parametrize("storey", ["-1", "0", "车库", "负一层", "B1"])
def test_below_storey_1_who_stays_out_is_left_out_and_reported(storey):
    report = TableReport()
    rows = [row(), row("-101", storey, "20", taking_part="否", line=3)]
    assert [flat.room for flat in flats_from_rows(rows, None, report)] == ["101"]
    (remark,) = report.remarks
    assert "「-101」在一层以下" in remark and "没有列入" in remark


def test_the_remark_on_who_is_left_out_shows_nothing_hidden():
    report = TableReport()
    flats_from_rows([row(), row("\x1b库", "-1", taking_part="否")], None, report)
    assert "<U+001B>库" in report.remarks[0]


def test_rare_characters_of_names_are_no_problem():
    assert flats_from_rows([row(owner="𠮷\ue000\U000323b0")], None)[0].owner == "𠮷\ue000\U000323b0"


def test_the_limits_themselves_are_allowed():
    one = flats_from_rows([row("一" * 20, str(MAX_STOREYS), "9999.99", "一" * 50)], MAX_STOREYS)[0]
    assert (one.storey, one.area) == (MAX_STOREYS, MAX_AREA)
    assert len(flats_from_rows([row(str(n + 1)) for n in range(MAX_FLATS)], None)) == MAX_FLATS


# ---------------------------------------------------------------- what is refused

REFUSED = [
    ({"room": ""}, "房号是空的"),
    ({"room": "  "}, "房号是空的"),
    ({"storey": ""}, "楼层是空的"),
    ({"storey": "三甲"}, "楼层「三甲」不是整数"),
    ({"storey": "3.25"}, "楼层「3.25」不是整数"),
    ({"storey": "3夹层"}, "楼层「3夹层」是夹层，看不出在哪两层之间"),
    ({"storey": "-10"}, "楼层「-10」低于 -9 层"),
    ({"storey": "41"}, "楼层「41」超过上限 40"),
    ({"storey": "9" * 5000}, "不是整数"),
    ({"area": ""}, "建筑面积是空的"),
    ({"area": "八十"}, "建筑面积「八十」不是数字"),
    ({"area": "80元"}, "不是数字"),
    ({"area": "8万"}, "不是数字"),
    ({"area": "1e3"}, "不是数字"),
    ({"area": "nan"}, "不是数字"),
    ({"area": "9" * 5000}, "不是数字"),
    ({"area": "0"}, "建筑面积「0」不是正数"),
    ({"area": "-80"}, "建筑面积「-80」不是正数"),
    ({"area": "80.125"}, "小数超过 2 位"),
    ({"area": "10000"}, "建筑面积「10000」超过上限 9999 平方米"),
    ({"taking_part": ""}, "参与是空的。参与分摊的填 是，不参与的填 否"),
    ({"taking_part": "也许"}, "参与「也许」看不懂。请填 是 或 否"),
    ({"room": "\t101"}, "制表符"),
    ({"owner": "张\t三"}, "制表符"),
    ({"owner": "张\x07三"}, "U+0007"),
    ({"room": "10\u202e1"}, "U+202E"),
    ({"owner": "张\u202e三"}, "U+202E"),
    ({"owner": "张三\n=1+1\x07"}, "U+0007"),
    ({"owner": "张\ufffd"}, "乱码"),
    ({"owner": "张\uffff"}, "U+FFFF"),
    ({"owner": "张\ud800"}, "U+D800"),
    ({"room": "1" * 21}, "超过 20 个字"),
    ({"owner": "张" * 51}, "超过 50 个字"),
    ({"room": "3月1日"}, "可能是「3-1」被 Excel 改成了日期"),
    ({"room": "#REF!"}, "房号是错误值「#REF!」"),
    ({"storey": "#N/A"}, "楼层是错误值「#N/A」"),
    ({"area": "#DIV/0!"}, "建筑面积是错误值「#DIV/0!」"),
    ({"owner": "#NAME?"}, "业主是错误值「#NAME?」"),
    ({"taking_part": "#VALUE!"}, "参与是错误值「#VALUE!」"),
]


@pytest.mark.parametrize(("change", "words"), REFUSED, ids=[str(n) for n in range(len(REFUSED))])
def test_refused_with_the_row(change, words):
    text = message([row(**change, line=5)])
    assert text.startswith("名册.csv 第 5 行：")
    assert words in text
    assert "\n" not in text
    assert text.endswith("。")


def test_no_message_carries_hidden_characters():
    assert "\u202e" not in message([row("10\u202e1", "\x1b[31m", "\u202e", "\u202e", "\x1b")])
    assert shown("\x1b[31m") == "<U+001B>[31m"


def test_a_storey_above_the_building():
    assert "楼层「8」超过总层数 7。请改正楼层或总层数" in message([row(storey="8")], 7)


@pytest.mark.parametrize(("one", "other"), [("101", "101.0"), ("3a", "３A "), ("东户", "东户")])
def test_a_room_twice_names_both_rows(one, other):
    text = message([row(one, line=3), row("999", line=4), row(other, line=6)])
    assert text.startswith("名册.csv 第 6 行：房号「")
    assert "重复，已见于第 3 行" in text


def test_two_empty_rooms_are_not_called_the_same():
    assert "重复" not in message([row("", line=3), row("", line=4)])


def test_every_problem_is_told_a_line_each():
    text = message([row("", "x", line=2), row(area="0", line=3)])
    assert [line.split("：")[0] for line in text.splitlines()] == [
        "名册.csv 第 2 行",
        "名册.csv 第 2 行",
        "名册.csv 第 3 行",
    ]
    assert "。。" not in text


def test_eleven_problems_are_told_the_rest_is_counted():
    text = message([row(str(n), area="x", line=n) for n in range(2, 15)])
    assert len(text.splitlines()) == 12
    assert text.splitlines()[-1] == "另有 2 处问题没有列出，请先改正以上各处。"


def test_eleven_problems_leave_none_to_count():
    assert "另有" not in message([row(str(n), area="x", line=n) for n in range(2, 13)])


def test_too_many_rows_are_refused_before_anything_else():
    text = message([row("")] * (MAX_FLATS + 1))
    assert text == "住户超过上限 200 户。一本工作簿只管一个单元的一部电梯，请按单元分开。"


def test_no_rows():
    assert "没有任何住户" in message([])


# ---------------------------------------------------------------- safe_text


@given(st.text(max_size=60))
def test_safe_text_lets_nothing_dangerous_through(text):
    try:
        plain = safe_text(text, what="业主", limit=50)
    except InputError as error:
        assert shown(str(error))[:4] == "业主「" + shown(str(error))[3]
        return
    assert plain == plain.strip(" \n\r\t")
    assert not plain.startswith("\t")
    assert plain.isprintable() or all(shown(c) == c for c in plain)
    plain.encode("utf-8")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_what_looks_like_a_formula_is_kept_as_a_text(sign):
    flat = flats_from_rows([row(f"{sign}101", owner=f"{sign}1+1")], None)[0]
    assert flat.owner == f"{sign}1+1" and flat.room[1:] == "101" and flat.room[0] in "=+-@"


# ---------------------------------------------------------------- a grid


def test_a_grid_counts_storeys_and_doors():
    flats = flats_from_grid(7, [8000, 10000])
    assert [flat.room for flat in flats[:3]] == ["101", "102", "201"]
    assert flats[-1] == Flat("702", 7, 10000, "", True)
    assert len(flats) == 14


def test_a_grid_of_many_doors_has_distinct_rooms():
    flats = flats_from_grid(2, [8000] * 99)
    assert len({flat.room for flat in flats}) == 198
    assert flats[98].room == "199"


@pytest.mark.parametrize(
    ("storeys", "areas", "words"),
    [
        (0, [8000], "总层数 0 不在 1 到 40 之间"),
        (41, [8000], "总层数 41 不在 1 到 40 之间"),
        (7, [], "每层 0 户"),
        (1, [8000] * 100, "每层 100 户，应有 1 到 99 户"),
        (7, [8000, 0], "建筑面积不是正数或过大"),
        (7, [MAX_AREA + 1], "建筑面积不是正数或过大"),
        (40, [8000] * 6, "住户超过上限 200 户"),
    ],
)
def test_a_grid_beyond_its_limits(storeys, areas, words):
    with pytest.raises(InputError, match=words) as caught:
        flats_from_grid(storeys, areas, "--areas")
    assert str(caught.value).startswith("--areas：")


# ---------------------------------------------------------------- terms of their own


def with_terms(room, storey="3", **texts):
    """A row with texts of further columns."""
    columns = {"own": "个别系数", "percent": "本户百分比", "fixed": "定额", "reason": "理由"}
    more = {columns[key]: text for key, text in texts.items()}
    return replace(row(room, storey, line=int(room)), more=more)


def told(rows, **expected):
    """The flats of rows, and the remarks."""
    report = TableReport()
    return flats_from_rows(rows, Expected(**expected), report), "\n".join(report.remarks), report


def test_terms_of_their_own():
    rows = [
        with_terms("301", own="1.5", reason="跃层"),
        with_terms("302", fixed="500元"),
        row("303", "3"),
    ]
    (one, two, three), remarks, _ = told(rows)
    assert (one.own_weight, one.fixed, one.reason) == (15_000, None, "跃层")
    assert (two.own_weight, two.fixed) == (None, 50_000)
    assert (three.own_weight, three.fixed, three.reason) == (None, None, "")
    assert remarks == ""


def test_blank_terms_change_nothing():
    rows = [with_terms("301", own="", percent="—", fixed="", reason="")]
    assert told(rows)[0] == flats_from_rows([row("301", "3")])


@pytest.mark.parametrize("key", ["own", "percent"])
def test_percentages_of_households(key):
    rows = [with_terms("301", **{key: "20.5%"}), with_terms("302", **{key: "79.5％"})]
    flats, remarks, report = told(rows)
    assert [flat.own_weight for flat in flats] == [205_000, 795_000]
    assert report.by_household and remarks == ""


def test_a_weight_is_a_percentage_where_the_project_says_so():
    rows = [with_terms("301", own="20.5"), with_terms("302", own="79.5%")]
    flats, _, report = told(rows, percent=True)
    assert [flat.own_weight for flat in flats] == [205_000, 795_000] and report.by_household


def test_weights_beside_percentages_are_refused():
    rows = [with_terms("301", own="20%"), with_terms("302", own="1.5")]
    assert "第 302 行：有的户写百分比，有的户写系数" in message(rows)
    assert "有的户写百分比" in message([with_terms("301", own="20%", percent="20%")])


def test_percentages_as_parts_of_one_are_told():
    rows = [with_terms("301", percent="0.205"), with_terms("302", percent="0.795")]
    assert "合计是 1，像是小数" in told(rows)[1]
    rows = [with_terms("301", percent="0.205%"), with_terms("302", percent="0.795%")]
    assert "像是小数" not in told(rows)[1]


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"own": "一点五"}, "个别系数「一点五」不是数字"),
        ({"own": "1.5倍"}, "个别系数「1.5倍」不是数字"),
        ({"own": "1.5元"}, "不是数字"),
        ({"own": "-1"}, "个别系数「-1」是负数或过大"),
        ({"own": "1001"}, "是负数或过大。请填 0 到 1000 之间的数"),
        ({"own": "150%"}, "个别系数「150%」是负数或过大。请填 0 到 100 之间的数"),
        ({"own": "1.23456"}, "小数超过 4 位"),
        ({"own": "#REF!"}, "个别系数是错误值"),
        ({"percent": "100.1"}, "本户百分比「100.1」是负数或过大"),
        ({"percent": "三成"}, "不是数字"),
        ({"fixed": "减半"}, "定额「减半」不是数字"),
        ({"fixed": "-500"}, "定额 -500.00 元是负数"),
        ({"fixed": "20%"}, "不是数字"),
        ({"fixed": "500.005"}, "小数超过 2 位"),
        ({"fixed": "#N/A"}, "定额是错误值"),
        ({"fixed": "500", "reason": "甲\t乙"}, "理由「甲<U+0009>乙」含有制表符"),
        ({"fixed": "500", "reason": "甲" * 51}, "理由"),
    ],
)
def test_wrong_terms_are_refused(terms, words):
    assert words in message([with_terms("301", **terms)])


@pytest.mark.parametrize(
    ("text", "fen"), [("0.05万", 50_000), ("￥500", 50_000), ("免", 0), ("0", 0)]
)
def test_fixed_sums_as_people_write_them(text, fen):
    assert flats_from_rows([with_terms("301", fixed=text)])[0].fixed == fen


def test_what_of_terms_does_not_count_is_told():
    out = replace(with_terms("301", fixed="500"), taking_part="否")
    rows = [out, with_terms("302", own="1", fixed="500"), with_terms("303", fixed="0"),
            with_terms("304", reason="不要"), with_terms("305", fixed="免交"), row("306", "3")]  # fmt: skip
    flats, remarks, report = told(rows)
    assert "不参与而填了定额或个别系数的户，要参与了才算：301" in remarks
    assert "又填定额又填个别系数的户，按定额，系数不算：302" in remarks
    assert "用电梯而不出钱，不是这样的请空着：303" in remarks and "305" not in remarks
    assert "理由没有用：304" in remarks and flats[3].reason == ""
    assert [one.after for one in report.translated] == ["0 元，用电梯而不出钱"]


def test_own_weights_of_all_are_told():
    rows = [with_terms("301", own="1"), with_terms("302", own="1.3")]
    assert "楼层系数就都不用了" in told(rows)[1]
    assert "楼层系数" not in told([*rows, row("303", "3")])[1]


def test_households_below_storey_1():
    rows = [
        replace(with_terms("1", "车库", own="0.5"), room="车1"),
        replace(row("车2", "-1", ""), where="第 2 行"),
        row("301车库", "车库", "", taking_part="否"),
        row("302", "3"),
    ]  # fmt: skip
    flats, remarks, report = told(rows, free=lambda storey: storey < 1)
    assert [(flat.room, flat.storey) for flat in flats] == [("车1", 0), ("车2", -1), ("302", 3)]
    assert "没有楼层系数，不填个别系数或定额就不出钱：车2" in remarks
    assert "「301车库」在一层以下（车库）且不参与，没有列入" in remarks
    assert ("车库", "一层以下") in [(one.before, one.after) for one in report.translated]


def test_an_own_weight_needs_an_area():
    """It is split by area over the whole stairwell; without own weight nothing is."""
    free = Expected(free=lambda storey: storey < 2)
    assert flats_from_rows([row("101", "1", "")], free)[0].area == 0
    wrong = replace(with_terms("101", "1", own="0.5"), area="")
    with pytest.raises(InputError, match="建筑面积是空的"):
        flats_from_rows([wrong], free)


def test_a_storey_of_0_beside_an_upper_room_is_refused():
    assert "楼层是 0，而房号「702」像是第 7 层" in message([row("702", "0")])
    assert "像是第 7 层" in message([row("3-702", "0")])
    assert [flat.storey for flat in flats_from_rows([row("301车库", "0"), row("车2", "0")])] == [
        0,
        0,
    ]
