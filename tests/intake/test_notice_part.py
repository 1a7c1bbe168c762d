"""The section [notice] of a project file."""

import pytest

from elevshare.errors import InputError
from elevshare.intake import read_project
from elevshare.project import Topic
from elevshare.rules.notice import OwnersNotice
from elevshare.schemes import find
from elevshare.schemes.holidays import with_known_days


@pytest.fixture
def read(tmp_path):
    def call(text):
        path = tmp_path / "项目.toml"
        path.write_text(text, encoding="utf-8")
        return read_project(path, find("nanjing"))

    return call


def test_without_the_section_the_notice_is_the_usual_one(read):
    assert read("").notice == with_known_days(OwnersNotice())


def test_all_of_it_can_be_told_and_brings_the_sheet(read):
    found = read("""
[notice]
start = 2026-09-25
days = 10
mask = "否"
place = "单元门口"
contact = 13800000000
holidays = [2026-10-01, "2026-10-02",
            2026-10-05]
workdays = [2026-10-10]
""")
    assert found.notice == OwnersNotice(
        "2026-09-25", 10, False, "单元门口", "13800000000",
        ("2026-10-01", "2026-10-02", "2026-10-05"), ("2026-10-10",),
    )  # fmt: skip
    assert found.has(Topic.NOTICE)


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ("start = '明天'", 2, "不是日期"),
        ("start = 2026-03-01T08:00:00", 2, "不是日期"),
        ("days = 5", 2, "请填 7 到 30 之间"),
        ("days = 31", 2, "请填 7 到 30 之间"),
        ("days = 7.5", 2, "小数"),
        ("mask = '也许'", 2, "应是 是 或 否"),
        ("contact = '" + "长" * 51 + "'", 2, "超过 50 个字"),
        ("holidays = 2026-10-01", 2, "应是一列日期"),
        ("days = 8\nholidays = ['国庆']", 3, "不是日期"),
        ("holidays = [2026-10-01, '2026-10-01']", 2, "有两个 2026-10-01"),
        ("holidays = [2026-10-01]\nworkdays = [2026-10-01]", 3, "也在 holidays 中"),
        ("workdays = [" + ", ".join(f"2026-{m:02}-{d:02}" for m in (1, 2, 3) for d in range(1, 17))
         + "]", 2, "超过 38 天"),
        ("begin = 2026-10-01", 2, "不认识的项目"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_line(read, lines, line, words):
    with pytest.raises(InputError, match=words) as caught:
        read(f"[notice]\n{lines}")
    assert f"第 {line} 行" in str(caught.value)
