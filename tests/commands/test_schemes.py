import json
import re
from pathlib import Path

import pytest

import elevshare.commands.schemes
from elevshare import schemes
from elevshare.intake import scheme_named
from elevshare.schemes.status import STATUSES

KEYS = "id city name family parts status summary document sources versions".split()
IDS = sorted(path.stem for path in Path(schemes.__file__).parent.glob("*.toml"))


def test_json_has_every_scheme_with_its_document_and_sources(done):
    records = json.loads(done("schemes", "--json"))
    assert [record["id"] for record in records] == IDS
    for record in records:
        assert list(record) == KEYS
        assert set(record["document"]) == {"title", "issuer", "number", "date", "article"}
        assert record["status"] in STATUSES
        assert record["parts"] and record["sources"]
        for source in record["sources"]:
            assert set(source) == {"title", "publisher", "date", "kind"}
            assert all(source.values())


def test_json_says_what_the_scheme_file_says(done):
    (record,) = (one for one in json.loads(done("schemes", "--json")) if one["id"] == "guangzhou")
    assert (record["city"], record["name"], record["status"]) == ("广州", "广州", "已核实")
    assert record["document"]["title"] == "《广州市既有住宅增设电梯办法》"
    assert [source["kind"] for source in record["sources"]] == ["Q1r", "S"]


@pytest.mark.parametrize(
    ("scheme", "family", "parts"),
    [
        ("guangzhou", "出资", ["share", "subsidy"]),
        ("beijing", "仅规则", ["subsidy"]),
        ("general-equal", "出资", ["share"]),
    ],
)
def test_json_says_what_a_scheme_states(done, scheme, family, parts):
    (record,) = (one for one in json.loads(done("schemes", "--json")) if one["id"] == scheme)
    assert record["family"] == family
    assert [part for part in record["parts"] if part in ("share", "subsidy")] == parts


def test_the_table_says_in_words_what_a_scheme_states(done):
    lines = {line.split()[0]: line.split() for line in listed(done)}
    assert lines["chengdu"][3] == "补贴"
    assert lines["wuxi"][3] == "分摊、补贴"


def test_there_are_more_than_thirty():
    assert len(IDS) >= 30


def test_json_is_in_chinese_characters(done):
    assert "南京" in done("schemes", "--json")


def test_the_table_has_a_line_for_every_scheme(done):
    head, *lines = listed(done)
    assert head.split() == ["代号", "地区", "名称", "内容", "状态", "依据"]
    newest = [line for line in lines if "@" not in line]
    assert [line.split()[0] for line in newest] == IDS and len(lines) >= 70
    assert all(
        any(status in line and scheme.name in line for status in STATUSES)
        for line, scheme in zip(newest, schemes.load_all(), strict=True)
    )


def test_every_version_has_a_line_and_those_that_have_run_out_are_marked(done, monkeypatch):
    monkeypatch.setattr(elevshare.commands.schemes, "today", lambda: "2024-06-30")
    lines = {line.split()[0]: line for line in listed(done)}
    assert "待核实（补贴已过有效期）" in lines["changchun@2021"]
    assert "待核实（补贴已过有效期）" in lines["changchun@2023"]
    assert "已过有效期" not in lines["changchun"] + lines["dalian"]
    assert "已核实（分摊尚未施行）" in lines["guangzhou"]
    assert "济南@" not in "".join(lines) and "已过有效期" in lines["jinan"]
    monkeypatch.setattr(elevshare.commands.schemes, "today", lambda: "2026-01-01")
    lines = {line.split()[0]: line for line in listed(done)}
    for scheme in ("changchun", "dalian", "jinan", "shanghang", "guangzhou@2025-06-18"):
        assert "已过有效期" in lines[scheme]


def test_below_the_list_stands_how_many_there_are_of_each_status(done):
    lines = listed(done)[1:]
    counts, numbers = (line.split() for line in done("schemes").splitlines()[-2:])
    assert counts == ["状态", *STATUSES, "合计", "其中已过有效期"]
    *by_status, total, out = map(int, numbers[1:])
    words = [line.split()[4].split("（")[0] for line in lines]
    assert by_status == [words.count(status) for status in STATUSES]
    assert total == sum(by_status) == len(lines)
    assert out == sum("已过有效期" in line for line in lines)


def listed(done):
    """The lines of the table, without what is told below it."""
    return done("schemes").partition("\n\n")[0].splitlines()


def test_more_words_are_refused(refused):
    assert "不认识的选项或多余的内容：南京" in refused("schemes", "上海", "南京")


# ---------------------------------------------------------------- of one city


def test_a_citys_schemes_with_the_words_that_choose_each(done):
    head, *lines = done("schemes", "上海").splitlines()
    assert head.split() == ["代号", "名称", "内容", "状态", "命令里写", "依据"]
    how = {line.split()[0]: line for line in lines}
    versions = {"shanghai-fund@2023-03-31"}
    assert how.keys() == {one for one in IDS if one.startswith("shanghai")} | versions
    assert "  上海 --storeys 7 --entry 平层  " in how["shanghai-7-level"]
    assert "  加 --subsidy-of 上海  " in how["shanghai"]
    assert "  加 --fund-of 上海-公积金  " in how["shanghai-fund"]
    assert "  加 --fund-of 上海-公积金@2023-03-31  " in how["shanghai-fund@2023-03-31"]


def test_those_that_only_their_names_choose(done):
    how = {line.split()[0]: line for line in done("schemes", "beijing").splitlines()[1:]}
    for name in ("融盛安泰", "城建汇友", "华龄安康", "燕园图新"):
        (line,) = (line for line in how.values() if f"  {name}  " in line)
        assert line.count(name) >= 2 and "--storeys" not in line
    assert "  北京 --storeys 6 --entry 半层  " in how["beijing-6-half"]


def test_the_words_of_the_list_choose_that_scheme(done):
    for city in {one.city for one in schemes.load_all()}:
        for line in done("schemes", city).splitlines()[1:]:
            id, how = line.split()[0], re.split(" {2,}", line)[4]
            if not how.startswith("加 "):
                name, *words = how.split()
                given = {key[2:]: word for key, word in zip(words[::2], words[1::2], strict=True)}
                found = scheme_named(name, **given)
                assert (found.key if "@" in id else found.id) == id


def test_a_city_as_json(done):
    records = json.loads(done("schemes", "南京", "--json"))
    assert [(record["id"], *record) for record in records] == [("nanjing", *KEYS)]


def test_a_city_that_is_none(refused):
    assert "没有「东京」这个方案。是不是想用「南京」" in refused("schemes", "东京")
