import re
from dataclasses import replace
from pathlib import Path

import pytest

import elevshare.schemes
from elevshare.errors import InputError
from elevshare.rules.flat import SplitForm, Within
from elevshare.rules.subsidy import Subsidy, Tier
from elevshare.schemes import find, load_all, read_scheme
from elevshare.schemes.law import NO_LAW, Law
from elevshare.schemes.parts.share import WHOLE_PERCENT, ShareRule, Weight

SCHEMES = Path(elevshare.schemes.__file__).parent
HERE = "#!"  # a comment that marks the line which the message must name


def variant(tmp_path, scheme, *changes):
    """A real scheme with pieces of its text replaced; each must occur."""
    text = (SCHEMES / f"{scheme}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{scheme}.toml no longer has {old!r}"
        text = text.replace(old, new, 1)
    path = tmp_path / f"{scheme}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def marked_line(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, 1) if HERE in line]
    return number


def refusal(path):
    with pytest.raises(InputError) as caught:
        read_scheme(path)
    return str(caught.value)


def check_refused(tmp_path, scheme, old, new, words):
    path = variant(tmp_path, scheme, (old, new))
    message = refusal(path)
    assert message.startswith(f"{path.name} 第 {marked_line(path)} 行：")
    assert words in message


# ---------------------------------------------------------------- the share rule

THIRD = '[[share.weight]]\nstorey = 3\nvalue = 1.0\nsource = "S4"\n'
ONWARD = '[share.onward]\nstorey = 4\nstep = 0.3\nsource = "S4"'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        # keys nobody knows
        ("[share]\n", "[share]\nweigth = 1 #!\n", "不认识的项目「share.weigth」"),
        ('city = "南京"', 'city = "南京"\ntown = "南京" #!', "不认识的项目「town」"),
        ("[document]\n", "[document]\npage = 3 #!\n", "不认识的项目「document.page」"),
        ("[[source]]\n", '[[source]]\nurl = "x" #!\n', "不认识的项目「source.url」"),
        (THIRD, f"{THIRD}note = 3 #!\n", "不认识的项目「share.weight.note」"),
        (ONWARD, f"{ONWARD}\nlast = 9 #!", "不认识的项目「share.onward.last」"),
        ("[share]\n", "[sahre] #!\na = 1\n[share]\n", "不认识的项目「sahre」"),
        ("[share]\n", "[[weight]] #!\nstorey = 1\n[share]\n", "不认识的项目「weight」"),
        ("[share]\n", "[extra.part] #!\na = 1\n[share]\n", "不认识的项目「extra」"),
        # sources
        (THIRD, THIRD.replace('source = "S4"', 'source = "S9" #!'), "没有列出的来源「S9」"),
        (ONWARD, ONWARD.replace('source = "S4"', 'source = "S9" #!'), "没有列出的来源「S9」"),
        (THIRD, "[[share.weight]] #!\nstorey = 3\nvalue = 1.0\n", "source」没有填写"),
        (ONWARD, "[share.onward] #!\nstorey = 4\nstep = 0.3", "source」没有填写"),
        (THIRD, THIRD.replace('source = "S4"', 'source = "" #!'), "source」是空的"),
        ('[[source]]\nkey = "S4"', "[[source]] #!", "key」没有填写"),
        ('kind = "S"', 'kind = "X" #!', "是「X」，不在可选之列"),
        # gaps and overlaps
        (THIRD, THIRD.replace("storey = 3", "storey = 4 #!"), "重复或跳层"),
        (THIRD, THIRD.replace("storey = 3", "storey = 2 #!"), "重复或跳层"),
        (THIRD, THIRD.replace("storey = 3", "storey = 0 #!"), "重复或跳层"),
        (ONWARD, ONWARD.replace("storey = 4", "storey = 3 #!"), "应接在第 3 层之后"),
        (ONWARD, ONWARD.replace("storey = 4", "storey = 5 #!"), "应接在第 3 层之后"),
        # numbers
        (THIRD, THIRD.replace("1.0", "-1.0 #!"), "不能是负数"),
        (ONWARD, ONWARD.replace("0.3", "-0.3 #!"), "不能是负数"),
        (THIRD, THIRD.replace("1.0", "1.00001 #!"), "小数超过 4 位"),
        (THIRD, THIRD.replace("3\nvalue", "3.5 #!\nvalue"), "小数超过 0 位"),
        (THIRD, THIRD.replace("1.0", "1e0 #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", "1.0e-1 #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", "1_0.0 #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", "+1.0 #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", "nan #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", "inf #!"), "不是数字"),
        (THIRD, THIRD.replace("1.0", '"一" #!'), "不是数字"),
        (THIRD, THIRD.replace("1.0", '"" #!'), "不是数字"),
        (THIRD, THIRD.replace("1.0", "true #!"), "应是数字"),
        (THIRD, THIRD.replace("1.0", "[1.0] #!"), "应是数字"),
        (THIRD, "[[share.weight]] #!\nstorey = 3\nsource = 'S4'\n", "value」没有填写"),
        # words
        ('within = "area"', 'within = "area"\nentry = "平层" #!', "是「平层」，不在可选之列"),
        ('within = "area"', 'within = "area"\nentry = 1 #!', "不在可选之列"),
        ('status = "已核实"', 'status = "核实" #!', "是「核实」，不在可选之列"),
        ('status = "已核实"', 'status = ["已核实"] #!', "不在可选之列"),
        ('form = "floors_first"', 'form = "floors" #!', "是「floors」，不在可选之列"),
        ('within = "area"', 'within = "户" #!', "是「户」，不在可选之列"),
        ('city = "南京"', 'city = " " #!', "「city」是空的"),
        ('city = "南京"', "city = 25 #!", "「city」应是文字"),
        ('number = "待填"', "number = 2021-01-01 #!", "应是文字"),
        ('id = "nanjing"', 'id = "nanking" #!', "与文件名不同"),
        # not TOML
        (THIRD, THIRD.replace("1.0", "= 1.0 #!"), "不是合格的 TOML 文本"),
        (THIRD, THIRD.replace("1.0", "1. #!"), "不是合格的 TOML 文本"),
        (THIRD, THIRD.replace("1.0", ".5 #!"), "不是合格的 TOML 文本"),
        (THIRD, THIRD.replace("1.0", "01.0 #!"), "不是合格的 TOML 文本"),
        (THIRD, THIRD.replace("value = 1.0", "value 1.0 #!"), "不是合格的 TOML 文本"),
        (THIRD, THIRD.replace("value = 1.0", "value = 1\nvalue = 1 #!"), "不是合格的 TOML 文本"),
        ('city = "南京"', 'city = "南京 #!', "不是合格的 TOML 文本"),
        ('city = "南京"', "city = “南京” #!", "不是合格的 TOML 文本"),
        ("[document]", "[document #!", "不是合格的 TOML 文本"),
    ],
)
def test_a_malformed_share_is_refused_with_its_line(tmp_path, old, new, words):
    check_refused(tmp_path, "nanjing", old, new, words)


SEVENTH = "storey = 7\nlow = 28\nhigh = 30\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (SEVENTH, "storey = 7\nlow = 31 #!\nhigh = 30\n", "low」大于 high"),
        (SEVENTH, f"{SEVENTH}value = 27.9999 #!\n", "value」不在区间之内"),
        (SEVENTH, f"{SEVENTH}value = 30.0001 #!\n", "value」不在区间之内"),
        (SEVENTH, "storey = 7\nlow = 28\nhigh = 100.5\nvalue = 29 #!\n", "value」大于 100%"),
        (SEVENTH, "storey = 7\nvalue = 100.5 #!\n", "value」大于 100%"),
        (SEVENTH, "storey = 7\nlow = -1 #!\nhigh = 30\n", "不能是负数"),
        (SEVENTH, "storey = 7\nlow = 28.00001 #!\nhigh = 30\n", "小数超过 4 位"),
        ("percent = true", 'percent = "百分" #!', "应是 是 或 否"),
        ("storeys = 7", "storeys = 6 #!", "少于列出的 7 层"),
        ("storeys = 7", "storeys = 0 #!", "是 0"),
        ("storeys = 7", "storeys = 7.5 #!", "小数超过 0 位"),
    ],
)
def test_a_malformed_interval_or_percentage_is_refused_with_its_line(tmp_path, old, new, words):
    check_refused(tmp_path, "shanghai-7-level", old, new, words)


@pytest.mark.parametrize("end", ["low = 28\n", "high = 30\n"])
def test_an_interval_needs_both_ends(tmp_path, end):
    row = f"[[share.weight]]\n{SEVENTH}"
    new = row.replace(end, "").replace("]]", "]] #!")
    check_refused(tmp_path, "shanghai-7-level", row, new, f"{end.split()[0]}」没有填写")


def test_an_interval_without_a_middle_of_four_decimals_needs_a_value(tmp_path):
    row = f"[[share.weight]]\n{SEVENTH}".replace("28\n", "28.0001\n")
    change = (f"[[share.weight]]\n{SEVENTH}", row.replace("]]", "]] #!"))
    check_refused(tmp_path, "shanghai-7-level", *change, "value」没有填写")
    path = variant(tmp_path, "shanghai-7-level", (change[0], f"{row}value = 29\n"))
    assert read_scheme(path).sharing.weight(7).value == 290_000


def test_intervals_are_refused_where_the_rule_does_not_speak_of_them(tmp_path):
    path = variant(
        tmp_path, "shanghai-7-level", ("intervals = true\n", ""), ("low = 0", "low = 0 #!")
    )
    message = refusal(path)
    assert message.startswith(f"{path.name} 第 {marked_line(path)} 行：")
    assert "是区间，而办法没有写明" in message


def test_intervals_are_of_percentages(tmp_path):
    lines = ("percent = true\n", ""), ("intervals = true", "intervals = true #!")
    path = variant(tmp_path, "shanghai-7-level", *lines)
    message = refusal(path)
    assert message.startswith(f"{path.name} 第 {marked_line(path)} 行：")
    assert "intervals」只能用于百分比" in message


def test_percentages_are_of_storeys_one_by_one(tmp_path):
    percent = "[share]\npercent = true #!\n"
    path = variant(tmp_path, "general-area", ("[share]\n", percent))
    assert refusal(path).startswith(f"{path.name} 第 {marked_line(path)} 行：「share.percent」")
    path = variant(
        tmp_path, "shenzhen", ("[share]\n", percent), ("[share.onward]", "[share.onward] #!")
    )
    path.write_text(path.read_text(encoding="utf-8").replace("percent = true #!", "percent = true"))
    message = refusal(path)
    assert message.startswith(f"{path.name} 第 {marked_line(path)} 行：「share.onward」")


def test_a_source_that_is_no_longer_listed_is_missed_where_it_is_first_cited(tmp_path):
    path = variant(
        tmp_path, "nanjing", ('key = "S4"', 'key = "S5"'), ('source = "S4"', 'source = "S4" #!')
    )
    message = refusal(path)
    assert message.startswith(f"nanjing.toml 第 {marked_line(path)} 行：")
    assert "没有列出的来源「S4」" in message


def test_a_part_that_stands_twice_is_refused_at_the_second(tmp_path):
    path = variant(tmp_path, "nanjing", ("[share.onward]", "[document] #!\n[share.onward]"))
    assert refusal(path).startswith(f"nanjing.toml 第 {marked_line(path)} 行：")


@pytest.mark.parametrize("key", ["id", "city", "name", "status", "summary"])
def test_a_missing_head_is_refused_by_name(tmp_path, key):
    path = variant(tmp_path, "nanjing", (f"\n{key} = " if key != "id" else "id = ", "\n# "))
    assert refusal(path) == f"nanjing.toml：「{key}」没有填写。请补上这一项。"


@pytest.mark.parametrize("key", ["title", "issuer", "number", "date", "article", "source"])
def test_a_missing_part_of_the_document_is_refused_at_its_head(tmp_path, key):
    text = (SCHEMES / "nanjing.toml").read_text(encoding="utf-8")
    document = text[text.index("[document]") : text.index("[[source]]")]
    without = re.sub(rf"\n{key} = .*", "", document).replace("[document]", "[document] #!")
    check_refused(tmp_path, "nanjing", document, without, f"「document.{key}」没有填写")


def test_steps_without_any_weight_to_start_from_are_refused(tmp_path):
    text = (SCHEMES / "nanjing.toml").read_text(encoding="utf-8")
    weights = text[text.index("[[share.weight]]") : text.index("[share.onward]")]
    path = variant(tmp_path, "nanjing", (weights, ""), ("storey = 4", "storey = 1"))
    assert refusal(path).startswith("nanjing.toml 第 ")


def test_a_file_that_is_not_utf8_is_refused_by_name(tmp_path):
    path = variant(tmp_path, "nanjing")
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert refusal(path).startswith("nanjing.toml")


def test_lines_are_counted_alike_with_windows_line_ends(tmp_path):
    path = variant(tmp_path, "nanjing", (THIRD, THIRD.replace("1.0", "x #!")))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert refusal(path).startswith(f"nanjing.toml 第 {marked_line(path)} 行：")


# ---------------------------------------------------------------- the subsidy rule

AMOUNT = "amount = 200000\n"
SPLIT = '[[subsidy.split]]\nlevel = "区级"\nshare = 0.5'
TIERS = """
[[subsidy.tier]]
reach = 4
amount = 160000
source = "S3"

[[subsidy.tier]]
reach = 4.5
amount = "18万"
step = 5000
source = "S3"
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (AMOUNT, f"{AMOUNT}rates = 0.4 #!\n", "不认识的项目「subsidy.rates」"),
        (AMOUNT, f"{AMOUNT}rate = 0.4 #!\n", "只能有一种"),
        (SPLIT, f'{SPLIT}\n[[subsidy.tier]] #!\nreach = 4\namount = 1\nsource = "S3"', "tier"),
        (
            SPLIT,
            f"{SPLIT}\n[subsidy.stepped] #!\namount = 1\nstorey = 6\nstep = 1\nlowest = 4",
            "stepped",
        ),
        (
            '[subsidy]\nstatus = "已核实"',
            '[subsidy]\nstatus = "可靠" #!',
            "是「可靠」，不在可选之列",
        ),
        ("exclusive = true", 'exclusive = "对" #!', "应是 是 或 否"),
        ("exclusive = true", "exclusive = 1 #!", "应是 是 或 否"),
        (AMOUNT, "amount = 2e5 #!\n", "不是数字"),
        (AMOUNT, "amount = 200_000.5 #!\n", "不是数字"),
        (AMOUNT, "amount = 200000.001 #!\n", "小数超过 2 位"),
        (AMOUNT, "rate = 0.33333 #!\n", "小数超过 4 位"),
        (AMOUNT, 'rate = "40%" #!\n', "不是数字"),
        (SPLIT, SPLIT.replace("0.5", "0.50001 #!"), "小数超过 4 位"),
        (SPLIT, SPLIT.replace('level = "区级"', "").replace("]]", "]] #!"), "level」没有填写"),
        (SPLIT, f"{SPLIT}\nnote = 1 #!", "不认识的项目「subsidy.split.note」"),
        (SPLIT, SPLIT.replace("]]", "]] #!").replace("share = 0.5", ""), "share」没有填写"),
    ],
)
def test_a_malformed_subsidy_is_refused_with_its_line(tmp_path, old, new, words):
    check_refused(tmp_path, "xianyang", old, new, words)


def test_a_subsidy_without_any_amount_is_refused_at_its_head(tmp_path):
    path = variant(tmp_path, "xianyang", (AMOUNT, ""), ("[subsidy]", "[subsidy] #!"))
    message = refusal(path)
    assert message.startswith(f"xianyang.toml 第 {marked_line(path)} 行：")
    assert "都没有填写" in message


@pytest.mark.parametrize("share", ["0.4", "0.6", "0", "1", "0.4999"])
def test_levels_that_do_not_make_the_whole_are_refused_at_the_first_of_them(tmp_path, share):
    path = variant(
        tmp_path,
        "xianyang",
        (SPLIT, SPLIT.replace("0.5", share)),
        ("[[subsidy.split]]", "[[subsidy.split]] #!"),
    )
    assert refusal(path).startswith(f"xianyang.toml 第 {marked_line(path)} 行：「subsidy.split」")


@pytest.mark.parametrize(
    "written",
    [
        *("amount = -200000", "rate = -0.4", "cap = -1", "amount = 1\nupkeep = -0.5"),
        *("amount = 1\nowners_minimum = -0.3", "amount = 1\nreserved_shaft = -0.5"),
    ],
)
def test_a_negative_number_in_a_subsidy_is_refused(tmp_path, written):
    check_refused(tmp_path, "xianyang", AMOUNT, f"{written} #!\n", "不能是负数")


def test_a_negative_level_of_government_is_refused(tmp_path):
    path = variant(
        tmp_path,
        "xianyang",
        (SPLIT, SPLIT.replace("0.5", "-0.5 #!")),
        ('level = "市级"\nshare = 0.5', 'level = "市级"\nshare = 1'),
    )
    assert refusal(path).startswith(f"xianyang.toml 第 {marked_line(path)} 行：")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("reach = 4.5", "reach = 4.2 #!", "只能是整层或半层"),
        ("reach = 4.5", "reach = 4.25 #!", "小数超过 1 位"),
        ("reach = 4.5", "reach = 4 #!", "没有高于上一档"),
        ("reach = 4.5", "reach = 3 #!", "没有高于上一档"),
        ("reach = 4.5", "reach = 5\nreach_to = 6 #!", "不认识的项目「subsidy.tier.reach_to」"),
        ('step = 5000\nsource = "S3"', 'step = 5000\nsource = "S9" #!', "没有列出的来源"),
        ('160000\nsource = "S3"', "160000", None),
        ("amount = 160000", "amount = -160000 #!", "不能是负数"),
        ("step = 5000", "step = -5000 #!", "不能是负数"),
        ("reach = 4\n", "reach = -4 #!\n", "不能是负数"),
    ],
)
def test_a_malformed_tier_is_refused_with_its_line(tmp_path, old, new, words):
    assert old in TIERS
    tiers = TIERS.replace(old, new, 1)
    if words is None:
        tiers = tiers.replace("[[subsidy.tier]]", "[[subsidy.tier]] #!", 1)
    path = variant(tmp_path, "xianyang", (AMOUNT, ""), (SPLIT, SPLIT + tiers))
    message = refusal(path)
    assert message.startswith(f"xianyang.toml 第 {marked_line(path)} 行：")
    assert (words or "没有填写") in message


@pytest.mark.parametrize("key", ["amount", "storey", "step", "lowest"])
def test_a_base_and_step_needs_all_its_numbers(tmp_path, key):
    stepped = "\n[subsidy.stepped] #!\namount = 60000\nstorey = 6\nstep = 5000\nlowest = 5\n"
    stepped = re.sub(f"{key} = .*\n", "", stepped)
    path = variant(tmp_path, "xianyang", (AMOUNT, ""), (SPLIT, SPLIT + stepped))
    message = refusal(path)
    assert message.startswith(f"xianyang.toml 第 {marked_line(path)} 行：")
    assert f"「subsidy.stepped.{key}」没有填写" in message


def test_tiers_beside_a_rate_are_refused(tmp_path):
    path = variant(tmp_path, "xianyang", (AMOUNT, "rate = 0.4 #!\n"), (SPLIT, SPLIT + TIERS))
    message = refusal(path)
    assert message.startswith(f"xianyang.toml 第 {marked_line(path)} 行：")
    assert "只能有一种" in message


# ---------------------------------------------------------------- what is accepted


def subsidy(tmp_path, *changes):
    return read_scheme(variant(tmp_path, "xianyang", *changes)).subsidy.rule


def test_tiers_are_read_in_half_storeys_and_fen(tmp_path):
    rule = subsidy(tmp_path, (AMOUNT, ""), (SPLIT, SPLIT + TIERS))
    assert rule.tiers == (Tier(8, 16_000_000), Tier(9, 18_000_000, 500_000))


def test_a_base_and_step_is_read(tmp_path):
    stepped = "\n[subsidy.stepped]\namount = 60000\nstorey = 6\nstep = 5000\nlowest = 5\n"
    rule = subsidy(tmp_path, (AMOUNT, ""), (SPLIT, SPLIT + stepped))
    assert rule.tiers == (Tier(10, 5_500_000, 500_000),)


def test_every_plain_key_of_a_subsidy_is_read(tmp_path):
    plain = 'rate = 0.4\ncap = "28万"\nreserved_shaft = 0.5\nowners_minimum = 0.3\nupkeep = 0.25\n'
    rule = subsidy(tmp_path, (AMOUNT, plain), ("exclusive = true\n", ""))
    split = (("市级", 5000), ("区级", 5000))
    assert rule == Subsidy((), 4000, 28_000_000, 5000, False, 3000, 2500, split)


def test_an_interval_is_read_and_its_middle_is_the_value(tmp_path):
    weight = read_scheme(variant(tmp_path, "shanghai-7-level")).sharing.weight(7)
    assert (weight.low, weight.value, weight.high) == (280_000, 290_000, 300_000)
    path = variant(tmp_path, "shanghai-7-level", (SEVENTH, f"{SEVENTH}value = 28\n"))
    assert read_scheme(path).sharing.weight(7).value == 280_000


def test_percent_storeys_and_intervals_may_all_be_missing():
    share = find("nanjing").sharing
    assert (share.percent, share.storeys, share.intervals) == (False, None, False)


def test_a_scheme_may_be_without_weights_and_steps(tmp_path):
    text = (SCHEMES / "nanjing.toml").read_text(encoding="utf-8")
    path = variant(tmp_path, "nanjing", (text[text.index("[[share.weight]]") :], ""))
    assert read_scheme(path).sharing.weight(3) is None


# ---------------------------------------------------------------- finding one


@pytest.mark.parametrize("scheme", load_all(), ids=lambda scheme: scheme.id)
def test_every_scheme_is_found_by_id_and_by_name(scheme):
    assert find(scheme.id) is find(scheme.name) is scheme
    assert find(f" {scheme.id.upper()} ") is scheme


@pytest.mark.parametrize(
    ("asked", "near"),
    [("nanjin", "nanjing"), ("NANJNG", "nanjing"), ("南京城", "南京"), ("咸阴", "咸阳")],
)
def test_the_nearest_scheme_is_suggested(asked, near):
    with pytest.raises(InputError, match=f"没有「{asked}」这个方案。是不是想用「{near}」"):
        find(asked)


@pytest.mark.parametrize("asked", ["", "zzzz", "火星"])
def test_without_a_near_scheme_only_the_list_is_named(asked):
    with pytest.raises(InputError) as caught:
        find(asked)
    assert "elevshare schemes" in str(caught.value) and "是不是" not in str(caught.value)


def test_more_tiers_than_a_book_has_rows_are_refused(tmp_path):
    tiers = "".join(
        f'[[subsidy.tier]]\nreach = {reach}\namount = {reach}\nsource = "S3"\n'
        for reach in range(1, 8)
    )
    path = variant(tmp_path, "xianyang", (AMOUNT, ""), (SPLIT, f"{SPLIT}\n{tiers}"))
    assert "超过 6 档" in refusal(path)


# ---------------------------------------------------------------- what is left out, and ends


def test_what_a_subsidy_leaves_out_it_does_not_limit(tmp_path):
    plain = (AMOUNT, "rate = 0.4\n"), ("exclusive = true\n", "")
    split = (("市级", 5000), ("区级", 5000))
    assert subsidy(tmp_path, *plain) == Subsidy(rate=4000, split=split)


def test_a_percentage_of_the_whole_is_believed(tmp_path):
    path = variant(tmp_path, "shanghai-7-level", (SEVENTH, "storey = 7\nvalue = 100\n"))
    assert read_scheme(path).sharing.weight(7).value == WHOLE_PERCENT == 1_000_000
    path = variant(
        tmp_path, "shanghai-7-level", (SEVENTH, "storey = 7\nlow = 28\nhigh = 100\nvalue = 28\n")
    )
    assert read_scheme(path).sharing.weight(7).high == 1_000_000


def test_what_a_compensation_leaves_out():
    rules = {one.id: one.compensation.rule for one in load_all() if one.compensation}
    assert {id for id, rule in rules.items() if rule.household_cap} == {"xiamen"}
    assert {rule.second for id, rule in rules.items() if id != "xiamen"} == {5_000}


def test_weights_before_and_after_those_that_are_listed():
    one = ShareRule(
        SplitForm.FLOORS,
        Within.AREA,
        (Weight(1, 0, "S"), Weight(2, 10, "S")),
        Weight(3, 5, "T"),
        "",
        "",
        "S",
    )
    weights = [one.weight(storey) for storey in (0, 1, 2, 3, 4, 2.5, 3.5)]
    assert [found and (found.value, found.source) for found in weights] == [
        None, (0, "S"), (10, "S"), (15, "T"), (20, "T"), None, None,
    ]  # fmt: skip
    assert (one.percent, one.storeys, one.intervals, one.pools, one.entry) == (
        False,
        None,
        False,
        (),
        None,
    )
    assert one.law == NO_LAW == Law()
    alike = replace(one, weights=(Weight(1, 7, "S"),), onward=Weight(2, 0, "T"))
    assert [(alike.weight(storey) or one.weight(1)).value for storey in (1, 1.5, 2.5, 0.5)] == [
        7,
        7,
        7,
        0,
    ]
    assert replace(one, onward=None).weight(3) is None


def test_the_amounts_of_a_published_case_have_nothing_else(tmp_path):
    row = 'room = "101"\namount = 17500\n'
    assert find("guangzhou-fengle").compensation.flats[0] == ("101", 1_750_000)
    check_refused(tmp_path, "guangzhou-fengle", row, f"{row}paid = 1 #!\n", "不认识的项目")


@pytest.mark.parametrize(
    ("scheme", "old", "new"),
    [
        ("beijing-hualing", "[lease]\n", "[lease]\nchrage = 1 #!\n"),
        ("beijing-6-level", 'way = "分层"', 'way = "分层"\nwya = 1 #!'),
    ],
)
def test_an_unknown_key_of_a_lease_or_a_pool_is_refused(tmp_path, scheme, old, new):
    text = (SCHEMES / f"{scheme}.toml").read_text("utf-8")
    if old not in text:
        old = re.search(r"\[\[share\.pool\]\]\n", text)[0]
        new = old + "wya = 1 #!\n"
    check_refused(tmp_path, scheme, old, new, "不认识的项目")


@pytest.mark.parametrize("rate", ["1.0001", "40"])
def test_a_rate_above_the_whole_is_refused(tmp_path, rate):
    path = variant(tmp_path, "xianyang", (AMOUNT, f"{AMOUNT}\nowners_minimum = {rate} #!"))
    assert "大于 1" in refusal(path)


@pytest.mark.parametrize(("levels", "refused"), [(3, False), (4, True)])
def test_more_levels_than_a_book_has_rows_are_refused(tmp_path, levels, refused):
    text = (SCHEMES / "xianyang.toml").read_text("utf-8")
    split = re.findall(r"\[\[subsidy\.split\]\]\n(?:[^\[\n]*\n)+", text)
    shares = ["0.5", *["0.25"] * 2] if levels == 3 else ["0.25"] * 4
    new = "".join(
        re.sub(r"share = [\d.]+", f"share = {share}", re.sub(r'level = "[^"]*"', f'level = "第{n}级"', split[0]))
        for n, share in enumerate(shares)
    )  # fmt: skip
    for old in split[1:]:
        text = text.replace(old, "", 1)
    path = tmp_path / "xianyang.toml"
    path.write_text(text.replace(split[0], new, 1), "utf-8")
    if refused:
        assert "超过 3 级" in refusal(path)
    else:
        assert len(read_scheme(path).subsidy.rule.split) == 3


def test_what_is_granted_besides():
    (extra,) = find("taizhou").subsidy.extras
    assert (extra.name, extra.cap) == ("管线迁移", 10_000_000)
    assert find("xianyang").subsidy.extras == ()
