import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import elevshare.schemes
from elevshare.rules.share import Form, Within
from elevshare.rules.subsidy import fixed
from elevshare.schemes import find, load_all, read_scheme

FILES = sorted(Path(elevshare.schemes.__file__).parent.glob("*.toml"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
SHARING = [scheme for scheme in load_all() if scheme.share]
each_scheme = pytest.mark.parametrize("scheme", SHARING, ids=lambda scheme: scheme.id)


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


def raw(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- all of them


def test_all_that_ship_are_loaded_in_the_order_of_their_ids():
    assert [scheme.id for scheme in load_all()] == [path.stem for path in FILES]


def test_the_names_tell_the_schemes_apart():
    assert len({scheme.name for scheme in load_all()}) == len(FILES)


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
    cited = [scheme.document.source, scheme.sharing.source]
    cited += [weight.source for weight in scheme.sharing.weights]
    cited += [part.source for part in (scheme.sharing.onward, scheme.subsidy) if part]
    assert all(scheme.source(key).key == key for key in cited)


@each_scheme
def test_numbers_from_weak_sources_are_not_called_verified(scheme):
    parts = [(scheme.status, scheme.sharing.source)]
    if scheme.subsidy:
        parts.append((scheme.subsidy.status, scheme.subsidy.source))
    for status, key in parts:
        assert not (status == "已核实" and scheme.source(key).kind == "Q2")


@each_file
def test_the_text_of_a_scheme_has_chinese_punctuation(path):
    for table in tables(raw(path)):
        for text in filter(lambda value: isinstance(value, str), table.values()):
            assert not set(text) & set(",;:?!()"), text


@each_scheme
def test_no_weight_is_negative_up_to_forty_storeys(scheme):
    found = [scheme.sharing.weight(storey) for storey in range(1, 41)]
    assert all(weight.value >= 0 for weight in found if weight)


@each_scheme
def test_below_the_first_storey_there_is_no_weight(scheme):
    assert scheme.sharing.weight(0) is None


@each_scheme
def test_weights_have_no_gap(scheme):
    known = [scheme.sharing.weight(storey) is not None for storey in range(1, 41)]
    assert known == sorted(known, reverse=True)


# ---------------------------------------------------------------- one by one


@pytest.mark.parametrize(
    ("scheme", "status"),
    [
        ("nanjing", "已核实"),
        ("xianyang", "已核实"),
        ("guangzhou", "待核实"),
        ("general-area", "已核实"),
        ("general-equal", "示例"),
        ("general-coefficient", "示例"),
        ("general-usage", "示例"),
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
    ],
)
def test_weights_of_storeys_one_to_eight(scheme, expected):
    assert weights(scheme) == [Decimal(number) for number in expected.split()]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [("general-coefficient", "0.5 1 1.5 2 2.5 3"), ("general-usage", "0.2 0.5 0.8 1.2 1.5 2")],
)
def test_the_six_storey_examples_end_at_six(scheme, expected):
    assert weights(scheme) == [*(Decimal(number) for number in expected.split()), None, None]


@pytest.mark.parametrize(("storeys", "total"), [(4, "2.6"), (5, "3.8"), (6, "5.1"), (7, "6.5")])
def test_sums_of_xianyang(storeys, total):
    assert sum(weights("xianyang", range(1, storeys + 1))) == Decimal(total)


@pytest.mark.parametrize(
    ("scheme", "form", "within"),
    [
        ("nanjing", Form.FLOORS, Within.AREA),
        ("xianyang", Form.FLOORS, Within.AREA),
        ("guangzhou", Form.FLOORS, Within.AREA),
        ("general-area", Form.WHOLE, Within.AREA),
        ("general-equal", Form.WHOLE, Within.EQUAL),
        ("general-coefficient", Form.WHOLE, Within.AREA),
        ("general-usage", Form.WHOLE, Within.AREA),
    ],
)
def test_the_form_of_each(scheme, form, within):
    assert (find(scheme).sharing.form, find(scheme).sharing.within) == (form, within)


@pytest.mark.parametrize("storey", [1, 3, 4, 30])
def test_a_weight_names_its_own_source(storey):
    assert find("nanjing").sharing.weight(storey).source == "S4"
    assert find("guangzhou").sharing.weight(storey).source == "Q2"


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


@pytest.mark.parametrize("scheme", ["nanjing", "general-area", "general-equal"])
def test_no_subsidy_is_made_up(scheme):
    assert find(scheme).subsidy is None
