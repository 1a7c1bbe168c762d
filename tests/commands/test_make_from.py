"""``elevshare make --from``: what it says and what it refuses."""

import json
from pathlib import Path

import bases
import pytest
from bookfile import BookFile

OLD = Path(__file__).parents[1] / "old_books" / "0.1.0"


@pytest.fixture
def filled(folder):
    """A filled-in book of this version in the working folder; a coefficient is the owners' own."""
    (folder / "旧.xlsx").write_bytes(bases.typed("usual", {("参数", "B46"): 0.9}))
    return "旧.xlsx"


@pytest.mark.sampled(0)
def test_an_old_book_becomes_one_of_this_version(call):
    old = str(OLD / "出资-一生.xlsx")
    status, said, errors = call("make", "--from", old, "--households", "60", "-o", "新.xlsx")
    # Nothing was asked then about the account that is paid to.
    assert status == 1 and "是草案：自己的校验有 3 项没有通过" in errors
    assert "从 出资-一生.xlsx（0.1.0 版）带入" in said
    assert "带入填过的" in said and "台账 " in said and "各户金额不变" in said
    assert "：通过（方案 南京，版本 0.6.0，草案）" in call("check", "新.xlsx")[1]


def test_another_scheme_says_what_it_brings_and_what_changes(call, filled):
    status, said, errors = call("make", "广州", "--from", filled, "--with", "决算", "-o", "新.xlsx")
    assert (status, errors) == (1, "")
    assert "用新方案给出的，原来自定的没有带入：\n  「参数」B46 系数（第 3 行）：0.9" in said
    assert "3 户的金额变了（元）" in said and "302" in said


def test_a_book_that_was_tampered_with_is_forced_only_with_a_warning(call, refused, folder):
    file = BookFile(bases.book("plain"))
    file.number("分摊", "J22", 1)
    (folder / "坏.xlsx").write_bytes(file.data())
    assert "不可信，没有用它：「分摊」J22" in refused("make", "--from", "坏.xlsx", "-o", "新.xlsx")
    status, said, errors = call("make", "--from", "坏.xlsx", "-o", "新.xlsx", "--force")
    assert status == 1 and "各户金额不变" in said
    assert errors == "注意：原簿不可信，只带入了填写的内容；请逐项核对\n"


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--cost", "60万"), "--cost 和 --from 不能一起用"),
        (("--households", "3"), "原簿的住户填到第 6 行，3 行放不下"),
        (("--households", "201"), "户数「201」不能用。请填 1 到 200 的整数"),
        (("--households", "很多"), "户数「很多」不能用"),
        (("--json", "--cost", "60万"), "--cost 和 --from 不能一起用"),
        (("--with", "总账"), "没有「总账」这一事项"),
    ],
)
def test_what_cannot_be_is_refused(more, said, refused, filled):
    assert said in refused("make", "--from", filled, "-o", "新.xlsx", *more)


def test_the_record_of_a_book_under_another_scheme(call, filled):
    status, said, errors = call("make", "广州", "--from", filled, "--json", "-o", "新.xlsx")
    record = json.loads(said)
    assert (status, errors, record["book"], record["source"]) == (1, "", "新.xlsx", "旧.xlsx")
    assert record["scheme"] == "guangzhou" and record["carried"]["住户"] > 6
    assert record["replaced"] == ["「参数」B46 系数（第 3 行）：0.9"] and record["lost"] == []
    before, after = (
        {one["room"]: one[key] for one in record["rooms"]} for key in ("before_fen", "after_fen")
    )
    assert len(before) == 6 and sum(before[room] != after[room] for room in before) == 3
    assert sum(before.values()) == sum(after.values())


def test_the_record_says_why_there_are_no_amounts(call, folder):
    call("make", "南京", "-o", "空.xlsx")
    record = json.loads(call("make", "--from", "空.xlsx", "--json", "-o", "新.xlsx")[1])
    assert record["rooms"] == [] and record["no_amounts"] and record["carried"] == {}


def test_a_record_without_a_filled_in_book_is_refused(refused):
    assert "--json 要和 --from 同用" in refused("make", "南京", "--json", "-o", "新.xlsx")


def test_a_book_that_is_none_of_households_is_refused(refused):
    assert "是汇总簿" in refused("make", "--from", str(OLD / "汇总.xlsx"), "-o", "新.xlsx")


def test_a_template_for_eighty_households(done, refused):
    assert "请打开后填写住户和费用" in done("make", "南京", "--households", "80", "-o", "新.xlsx")
    building = ("--storeys", "3", "--areas", "80,80", "--cost", "60万")
    told = refused("make", "南京", *building, "--households", "5", "-o", "别的.xlsx")
    assert "5 行放不下 6 户" in told
