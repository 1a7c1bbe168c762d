"""The rules of the provident fund that ship, and what is refused in one."""

from pathlib import Path

import pytest

import elevshare.schemes
from elevshare.errors import InputError
from elevshare.rules.fund import Order
from elevshare.schemes import Family, find, load_all, read_scheme, with_part

#: Unit in fen, order, months; what the source does not say is ``None``.
SHIPPED = {
    "nanjing": (1, Order.BY_BALANCE, 12),
    "shanghai-fund": (1, Order.IN_TURN, None),
    "qingdao": (1, None, None),
    "zhangjiakou": (10_000, None, None),
    "xianyang": (1, None, None),
}


def test_the_rules_that_ship():
    rules = {one.id: one.fund for one in load_all() if one.fund}
    assert {id: (rule.unit, rule.order, rule.months) for id, rule in rules.items()} == SHIPPED


@pytest.mark.parametrize(
    ("scheme", "kind", "status"),
    [("nanjing", "S", "已核实"), ("shanghai-fund", "Q1r", "已核实"), ("xianyang", "S", "已核实"),
     ("qingdao", "Q2", "待核实"), ("zhangjiakou", "Q2", "待核实")],
)  # fmt: skip
def test_each_names_its_source_and_how_far_it_can_be_trusted(scheme, kind, status):
    found = find(scheme)
    assert (found.source(found.fund.source).kind, found.fund.status) == (kind, status)


@pytest.mark.parametrize("scheme", ["shanghai-fund", "qingdao", "zhangjiakou"])
def test_a_rule_of_the_fund_alone_makes_no_book_but_goes_with_any_sharing(scheme):
    assert find(scheme).family is Family.NONE
    both = with_part(find("shanghai-7-level"), "fund", find(scheme))
    assert both.fund.unit == SHIPPED[scheme][0] and both.family is Family.CONTRIBUTION


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("months = 12", "months = 0", "不在 1 到 120 之间"),
        ("months = 12", "months = 121", "不在 1 到 120 之间"),
        ("months = 12", "months = 1.5", "小数超过 0 位"),
        ("months = 12", "unit = 0", "不在 0.01 到 10000 之间"),
        ("months = 12", "unit = 10000.01", "不在 0.01 到 10000 之间"),
        ("months = 12", "unit = -100", "不能是负数"),
        ("months = 12", "mouths = 12", "不认识的项目"),
        ('order = "按余额比例"', 'order = "抽签"', "不在可选之列"),
    ],
)
def test_a_malformed_rule_is_refused(tmp_path, old, new, words):
    source = Path(elevshare.schemes.__file__).parent / "nanjing.toml"
    text = source.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / source.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        read_scheme(path)
    assert str(caught.value).startswith("nanjing.toml 第 ")


@pytest.mark.parametrize(
    ("old", "new", "unit", "months"),
    [("months = 12", "months = 1", 1, 1), ("months = 12", "months = 120", 1, 120),
     ("months = 12", "unit = 0.01", 1, None), ("months = 12", "unit = 10000", 1_000_000, None)],
)  # fmt: skip
def test_the_ends_of_what_is_believed(tmp_path, old, new, unit, months):
    source = Path(elevshare.schemes.__file__).parent / "nanjing.toml"
    path = tmp_path / source.name
    path.write_text(source.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    fund = read_scheme(path).fund
    assert (fund.unit, fund.months) == (unit, months)


def test_a_scheme_takes_only_a_part_that_the_other_has():
    with pytest.raises(InputError, match="没有公积金的规定"):
        with_part(find("nanjing"), "fund", find("xiamen"))


def test_what_was_taken_has_no_versions_of_its_own_left():
    taken = with_part(find("changchun"), "subsidy", find("xianyang"))
    assert "subsidy" not in taken.versions
    kept = with_part(find("changchun"), "fund", find("nanjing"))
    assert kept.versions == {k: v for k, v in find("changchun").versions.items() if k != "fund"}
    assert kept.versions


def test_a_scheme_without_sharing_says_so_and_one_with_it_gives_it():
    assert find("nanjing").sharing is find("nanjing").share is not None
    with pytest.raises(InputError, match="没有分摊办法，不能单独做分摊簿"):
        _ = find("shanghai-fund").sharing
