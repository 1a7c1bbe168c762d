import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from buildings import SHARING

import elevshare.schemes
from elevshare.rules.interval import nearest
from elevshare.rules.share import SplitForm, Within
from elevshare.rules.subsidy import Subsidy, fixed
from elevshare.schemes import find, load_all, read_scheme
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.parts.share import WHOLE_PERCENT

FILES = sorted(Path(elevshare.schemes.__file__).parent.glob("*.toml"), key=lambda path: path.stem)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_scheme = pytest.mark.parametrize("scheme", load_all(), ids=lambda scheme: scheme.id)
each_sharing = pytest.mark.parametrize("scheme", SHARING, ids=lambda scheme: scheme.id)


def weights(scheme, storeys=range(1, 9)):
    found = (find(scheme).sharing.weight(storey) for storey in storeys)
    return [weight and Decimal(weight.value) / 10_000 for weight in found]


def tables(value):
    """Every table below a parsed value."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            yield from tables(part)


def wide(text):
    """Width of a text in Chinese characters."""
    return sum(1 if unicodedata.east_asian_width(mark) in "WFA" else 0.5 for mark in text)


def versions(data, part):
    """A part of a file in all its versions; none where the scheme does not have it."""
    found = data.get(part, [])
    return found if isinstance(found, list) else [found]


def raw(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- all of them


def test_all_that_ship_are_loaded_in_the_order_of_their_ids():
    assert [scheme.id for scheme in load_all()] == [path.stem for path in FILES]


def test_the_names_tell_the_schemes_apart():
    assert len({scheme.name for scheme in load_all()}) == len(FILES)


def test_ids_and_names_of_today_and_of_earlier_times_mean_one_scheme_each():
    every = [name for one in load_all() for name in {one.id, one.name, *one.formerly}]
    assert len(set(every)) == len(every)
    assert all(find(name) is one for one in load_all() for name in one.formerly)
    assert find("hangzhou-case") is find("杭州-七层案例") is find("heilongjiang-case")


def test_what_is_beijings_is_not_said_of_shanghai():
    assert all("11%" not in one.share.note for one in SHARING if one.city == "上海")


@each_file
def test_the_id_is_the_file_name(path):
    assert read_scheme(path).id == path.stem


@each_file
def test_every_source_that_is_cited_is_listed_and_the_other_way_round(path):
    data = raw(path)
    cited = {table["source"] for table in tables(data) if isinstance(table.get("source"), str)}
    assert cited == {source["key"] for source in data["source"]}


@each_file
def test_source_keys_are_not_used_twice(path):
    keys = [source["key"] for source in raw(path)["source"]]
    assert len(keys) == len(set(keys))


@each_scheme
def test_every_value_leads_to_its_source(scheme):
    parts = [getattr(scheme, part) for part in CONTENTS]
    cited = [scheme.document.source, *(part.source for part in parts if part)]
    if scheme.share:
        cited += [
            weight.source for weight in (*scheme.share.weights, scheme.share.onward) if weight
        ]
    assert all(scheme.source(key).key == key for key in cited)


@each_file
def test_every_storey_and_tier_names_its_source(path):
    data = raw(path)
    for share in versions(data, "share"):
        rows = [*share.get("weight", ()), share.get("onward", {"source": True})]
        assert all(row["source"] for row in rows)
    for subsidy in versions(data, "subsidy"):
        assert all(row["source"] for row in subsidy.get("tier", ()))


@each_scheme
def test_a_scheme_states_something(scheme):
    assert any(getattr(scheme, part) for part in CONTENTS)


@each_scheme
def test_numbers_are_called_verified_only_where_the_document_or_news_of_it_was_seen(scheme):
    parts = [part for name in CONTENTS if (part := getattr(scheme, name))]
    for part in parts:
        status = getattr(part, "status", scheme.status)
        source = scheme.source(part.source)
        assert not (status == "已核实" and source.kind not in ("S", "L", "Q1", "Q1r"))


@each_sharing
def test_a_scheme_whose_weights_are_missing_says_so(scheme):
    known = [weight for weight in scheme.share.weights if weight.value]
    assert bool(known) == (scheme.status != "待填")


@each_sharing
def test_percentages_of_a_whole_table_sum_to_100(scheme):
    share = scheme.share
    if share.percent and len(share.weights) == share.storeys and scheme.id != "general-ranges":
        assert sum(weight.value for weight in share.weights) == WHOLE_PERCENT


@each_file
def test_the_text_of_a_scheme_has_chinese_punctuation(path):
    for table in tables(raw(path)):
        for text in filter(lambda value: isinstance(value, str), table.values()):
            assert not set(text) & set(",;:?!()"), text


@each_sharing
def test_texts_fit_the_one_line_that_a_book_gives_them(scheme):
    texts = [(scheme.summary, 58), (f"{scheme.document.title}　{scheme.document.article}", 58)]
    texts += [(part.note, 95) for part in (scheme.share, scheme.subsidy) if part]
    for text, width in texts:
        assert wide(text) <= width, text


@each_sharing
def test_no_weight_is_negative_up_to_forty_storeys(scheme):
    found = [scheme.sharing.weight(storey) for storey in range(1, 41)]
    assert all(weight.value >= 0 for weight in found if weight)


@each_sharing
def test_below_the_first_storey_there_is_no_weight(scheme):
    assert scheme.sharing.weight(0) is None


@each_sharing
def test_weights_have_no_gap(scheme):
    known = [scheme.sharing.weight(storey) is not None for storey in range(1, 41)]
    assert known == sorted(known, reverse=True)


# ---------------------------------------------------------------- one by one


@pytest.mark.parametrize(
    ("scheme", "status"),
    [
        ("nanjing", "已核实"),
        ("xianyang", "已核实"),
        ("guangzhou", "已核实"),
        ("general-area", "已核实"),
        ("general-equal", "示例"),
        ("general-coefficient", "示例"),
        ("general-usage", "示例"),
        ("general-ranges", "示例"),
        ("shanghai-7-level", "已核实"),
        ("shanghai", "已核实"),
        ("wuxi", "待填"),
        ("shenzhen", "待核实"),
        ("beijing-rongsheng", "已核实"),
        ("heilongjiang-case", "示例"),
        ("changzhou-zhonglou", "示例"),
        ("beijing", "待核实"),
        ("xuzhou", "待核实"),
        ("xian", "已核实"),
        ("taiyuan", "已核实"),
        ("dalian", "待核实"),
        ("zhengzhou", "已核实"),
        ("shanghang", "待核实"),
        ("tianjin", "待核实"),
        ("chongqing", "待核实"),
        ("changchun", "待核实"),
        ("beijing-6-half", "已核实"),
        ("beijing-4-level", "已核实"),
    ],
)
def test_how_far_each_can_be_trusted(scheme, status):
    assert find(scheme).status == status


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("nanjing", "0 0 1 1.3 1.6 1.9 2.2 2.5"),
        ("xianyang", "0 0.5 1 1.1 1.2 1.3 1.4 1.5"),
        ("guangzhou", "0 0.5 1 1.1 1.2 1.3 1.4 1.5"),
        ("general-area", "1 1 1 1 1 1 1 1"),
        ("general-equal", "1 1 1 1 1 1 1 1"),
        ("shenzhen", "0 0 1 2 3 4 5 6"),
        ("tianjin", "0 0 1 1.2 1.4 1.6 1.8 2"),
        ("chongqing", "0 0 1 1.1 1.2 1.3 1.4 1.5"),
    ],
)
def test_weights_of_storeys_one_to_eight(scheme, expected):
    assert weights(scheme) == [Decimal(number) for number in expected.split()]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("general-coefficient", "0.5 1 1.5 2 2.5 3"),
        ("general-usage", "0.2 0.5 0.8 1.2 1.5 2"),
        ("beijing-rongsheng", "0 4 12 20 28 36"),
    ],
)
def test_the_six_storey_examples_end_at_six(scheme, expected):
    assert weights(scheme) == [*(Decimal(number) for number in expected.split()), None, None]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("shanghai-7-level", "0 5 9 14 19 24 29"),
        ("beijing-rongsheng", "0 4 12 20 28 36"),
        ("changzhou-zhonglou", "0 0 8 20 31 41"),
        ("heilongjiang-case", "0 0 2.5 2.75 3 3.25 3.5"),
        ("general-ranges", "2.5 7.5 15 25 35 45"),
        ("changchun", "0 0 1 1.5 2 2.5 3"),
        ("wuxi", ""),
    ],
)
def test_a_table_ends_where_its_source_does(scheme, expected):
    share = find(scheme).sharing
    assert [Decimal(weight.value) / 10_000 for weight in share.weights] == [
        Decimal(number) for number in expected.split()
    ]
    assert share.weight(len(share.weights) + 1) is None
    assert share.storeys in (None, len(share.weights))


def bounds(scheme):
    rows = find(scheme).sharing.weights
    return [(weight.low / 10_000, weight.high / 10_000) for weight in rows]


def test_the_intervals_of_shanghai():
    expected = [(0, 0), (4, 6), (8, 10), (13, 15), (18, 20), (23, 25), (28, 30)]
    assert bounds("shanghai-7-level") == expected
    assert [sum(ends) for ends in zip(*expected, strict=True)] == [94, 106]


BEIJING = {
    6: [(4, 6), (11, 13), (19, 21), (27, 29), (32, 34)],
    5: [(6, 10), (18, 20), (30, 32), (40, 43)],
    4: [(10, 12), (32, 34), (55, 57)],
}


@pytest.mark.parametrize("way", ["half", "level"])
@pytest.mark.parametrize("storeys", BEIJING)
def test_the_intervals_of_beijing_and_their_default(storeys, way):
    """Where the middles do not sum to 100, the default is the choice nearest to them that does."""
    scheme = find(f"beijing-{storeys}-{way}")
    assert bounds(scheme.id) == [(0, 0), *BEIJING[storeys]]
    assert (scheme.sharing.storeys, scheme.subsidy.rule) == (storeys, find("北京").subsidy.rule)
    intervals = [(100 * low, 100 * high) for low, high in bounds(scheme.id)]
    middles = [round(low + high) // 2 for low, high in intervals]
    shipped = [weight.value / 100 for weight in scheme.sharing.weights]
    assert shipped == nearest(middles, intervals)
    assert (shipped == middles) == (sum(middles) == 10_000)
    texts = scheme.summary + scheme.sharing.note
    assert "连廊" in texts if way == "level" else "连廊" not in texts
    assert ("最近" in texts) == (shipped != middles)


def test_no_choice_within_the_common_ranges_can_sum_to_100():
    lows, highs = zip(*bounds("general-ranges"), strict=True)
    assert (sum(lows), sum(highs)) == (105, 155)
    assert "没有任何选法" in find("general-ranges").summary


@pytest.mark.parametrize(
    ("storeys", "way"),
    [(storeys, way) for storeys in (4, 5, 6, 7) for way in ("level", "split") if storeys != 7]
    + [(7, "split")],
)
def test_the_tables_of_shanghai_that_are_not_at_hand_are_empty(storeys, way):
    scheme = find(f"shanghai-{storeys}-{way}")
    share = scheme.sharing
    assert (scheme.status, share.percent, share.intervals) == ("待填", True, True)
    assert (share.storeys, [weight.value for weight in share.weights]) == (storeys, [0])


@pytest.mark.parametrize(("storeys", "total"), [(4, "2.6"), (5, "3.8"), (6, "5.1"), (7, "6.5")])
def test_sums_of_xianyang(storeys, total):
    assert sum(weights("xianyang", range(1, storeys + 1))) == Decimal(total)


@pytest.mark.parametrize(
    ("scheme", "form", "within"),
    [
        ("nanjing", SplitForm.FLOORS, Within.AREA),
        ("xianyang", SplitForm.FLOORS, Within.AREA),
        ("guangzhou", SplitForm.FLOORS, Within.AREA),
        ("general-area", SplitForm.WHOLE, Within.AREA),
        ("general-equal", SplitForm.WHOLE, Within.EQUAL),
        ("general-coefficient", SplitForm.WHOLE, Within.AREA),
        ("general-usage", SplitForm.WHOLE, Within.AREA),
        ("shanghai-7-level", SplitForm.FLOORS, Within.AREA),
        ("wuxi", SplitForm.WHOLE, Within.AREA),
        ("beijing-rongsheng", SplitForm.FLOORS, Within.EQUAL),
        ("heilongjiang-case", SplitForm.WHOLE, Within.EQUAL),
        ("tianjin", SplitForm.FLOORS, Within.AREA),
        ("chongqing", SplitForm.FLOORS, Within.EQUAL),
        ("changchun", SplitForm.FLOORS, Within.AREA),
    ],
)
def test_the_form_of_each(scheme, form, within):
    assert (find(scheme).sharing.form, find(scheme).sharing.within) == (form, within)


@pytest.mark.parametrize("storey", [1, 3, 4, 30])
def test_a_weight_names_its_own_source(storey):
    assert find("nanjing").sharing.weight(storey).source == "S4"
    assert find("guangzhou").sharing.weight(storey).source == "Q1r"


def test_the_subsidy_of_xianyang():
    subsidy = find("xianyang").subsidy
    assert subsidy.computable and subsidy.status == "已核实"
    assert subsidy.rule.tiers == fixed(20_000_000)
    assert subsidy.rule.exclusive
    assert subsidy.rule.split == (("市级", 5000), ("区级", 5000))


def test_the_subsidy_of_guangzhou_is_only_a_cap_from_a_weaker_source():
    subsidy = find("guangzhou").subsidy
    assert not subsidy.computable
    assert (subsidy.rule.cap, subsidy.source, subsidy.status) == (20_000_000, "S1", "待核实")


@pytest.mark.parametrize(
    "scheme",
    [one for one in load_all() if one.id.startswith("shanghai") and one.id != "shanghai-fund"],
    ids=lambda scheme: scheme.id,
)
def test_every_scheme_of_shanghai_has_its_subsidy(scheme):
    assert scheme.subsidy.status == "已核实"
    rule = Subsidy(rate=4000, cap=28_000_000, split=(("市级", 5000), ("区级", 5000)))
    assert scheme.subsidy.rule == rule


#: Rules that no longer hold.
RUN_OUT = {"shanghang", "dalian", "jinan"}


@each_scheme
def test_a_subsidy_that_has_run_out_says_so_in_the_list_and_in_the_book(scheme):
    texts = [scheme.summary, scheme.document.date]
    texts += [scheme.subsidy.note] if scheme.subsidy else []
    said = {"已过有效期" in text for text in texts}
    assert said == {scheme.id in RUN_OUT}


@pytest.mark.parametrize("scheme", ["nanjing", "general-area", "general-equal"])
def test_no_subsidy_is_made_up(scheme):
    assert find(scheme).subsidy is None
