import json
from pathlib import Path

import pytest

import elevshare.commands.schemes
from elevshare import schemes
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
    assert "不认识的选项或多余的内容：南京" in refused("schemes", "南京")
