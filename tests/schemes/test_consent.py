"""The consent rules that ship, and what is refused in one."""

from fractions import Fraction
from pathlib import Path

import pytest

import elevshare.schemes
from elevshare.errors import InputError
from elevshare.rules.consent import Majority
from elevshare.schemes import Family, find, load_all, read_scheme

THIRDS, QUARTERS, HALF = Fraction(2, 3), Fraction(3, 4), Fraction(1, 2)
SHIPPED = {
    "民法典278-改建": Majority(QUARTERS, THIRDS),
    "民法典278-其他事项": Majority(HALF, THIRDS, strict=True),
    "旧物权法": Majority(THIRDS, of_all=True),
    "咸阳": Majority(THIRDS, None, True, by_area=False, exclusive_part=True, no_objection=True),
}


def test_the_rules_that_ship():
    assert {one.name: one.consent.rule for one in load_all() if one.consent} == SHIPPED


@pytest.mark.parametrize(
    ("scheme", "kind", "status"),
    [("civil-code-278-rebuild", "L", "已核实"), ("civil-code-278-other", "L", "已核实"),
     ("property-law-2007", "S", "待核实"), ("xianyang", "S", "已核实")],
)  # fmt: skip
def test_each_names_its_source_and_how_far_it_can_be_trusted(scheme, kind, status):
    found = find(scheme)
    assert found.source(found.consent.source).kind == kind
    assert found.consent.status == status


@pytest.mark.parametrize("scheme", [one for one in load_all() if one.id[:3] in ("civ", "pro")],
                         ids=lambda scheme: scheme.id)  # fmt: skip
def test_a_statute_alone_makes_no_book(scheme):
    assert scheme.family is Family.NONE


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('quorum = "2/3"', 'quorum = "3/2"', "不是 0 到 1 的分数"),
        ('quorum = "2/3"', 'quorum = "0/3"', "不是 0 到 1 的分数"),
        ('quorum = "2/3"', 'quorum = "0.67"', "不是 0 到 1 的分数"),
        ('quorum = "2/3"', 'quorum = "2/1000"', "不是 0 到 1 的分数"),
        ('approval = "3/4"', "approval = 0.75", "不是 0 到 1 的分数"),
        ('approval = "3/4"', "", "没有填写"),
        ('of = "participating"', 'of = "some"', "不在可选之列"),
        ("strict = false", "stirct = false", "不认识的项目"),
    ],
)
def test_a_malformed_rule_is_refused(tmp_path, old, new, words):
    source = Path(elevshare.schemes.__file__).parent / "civil-code-278-rebuild.toml"
    text = source.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / source.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        read_scheme(path)
    assert str(caught.value).startswith(path.name)


def test_all_may_have_to_agree(tmp_path):
    source = Path(elevshare.schemes.__file__).parent / "civil-code-278-rebuild.toml"
    path = tmp_path / source.name
    path.write_text(
        source.read_text("utf-8").replace('quorum = "2/3"', 'quorum = "999/999"'), "utf-8"
    )
    assert read_scheme(path).consent.rule.quorum == 1
