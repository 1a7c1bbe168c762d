"""How a scheme's document shares the running cost."""

import pytest

from elevshare.errors import InputError
from elevshare.rules.upkeep import Sharing
from elevshare.schemes import find
from elevshare.schemes.parts.upkeep import read
from elevshare.toml_table import parse

PART = """[upkeep]
rule = "{rule}"
status = "已核实"
article = "第五条"
source = "S3"
"""


def part(text):
    return read(parse(text, "方案.toml").table("upkeep"), {"S3"})


@pytest.mark.parametrize("sharing", Sharing)
def test_every_rule_is_read(sharing):
    found = part(PART.format(rule=sharing.value))
    assert (found.rule, found.status, found.note, found.source) == (sharing, "已核实", "", "S3")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PART.format(rule="户"), "请选：coefficient、equal、area"),
        (PART.replace('rule = "{rule}"\n', ""), "rule"),
        (PART.format(rule="area").replace("S3", "S9"), "没有列出的来源"),
        (PART.format(rule="area") + "step = 1\n", "不认识的项目「upkeep.step」"),
    ],
)
def test_a_part_that_does_not_say_it_right_is_refused(text, told):
    with pytest.raises(InputError, match=told):
        part(text)


@pytest.mark.parametrize(("scheme", "status"), [("xianyang", "已核实"), ("guangzhou", "已核实")])
def test_the_documents_that_share_both_costs_by_one_table(scheme, status):
    found = find(scheme)
    assert (found.upkeep.rule, found.upkeep.status) == (Sharing.COEFFICIENT, status)
    assert found.upkeep.source == found.share.source


def test_no_rule_is_made_up():
    assert find("nanjing").upkeep is None
