"""Chinese arguments, file names and messages under any locale, by the real commands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from elevshare.opened import open_book

_PLAIN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("LC_", "LANG", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONCOERCE"))
}
_ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOCALES = {
    "none": {},
    "LANG": {"LANG": "C"},
    "LC_ALL": {"LC_ALL": "C"},
    "ascii": {"LANG": "C", **_ASCII},
    "ascii-LC_ALL": {"LC_ALL": "C", **_ASCII},
    "ascii-POSIX": {"LC_ALL": "POSIX", **_ASCII},
    "not installed": {"LC_ALL": "zh_CN.GBK", **_ASCII},
}
each_locale = pytest.mark.parametrize("locale", LOCALES)


def command(folder, locale, *arguments, name="elevshare"):
    """Status, output and errors of a command in a folder."""
    script = Path(sys.executable).with_name(name)
    ran = subprocess.run(
        [script, *arguments], cwd=folder, env={**_PLAIN, **LOCALES[locale]}, capture_output=True
    )
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


@pytest.mark.sampled(4)
@each_locale
def test_a_book_by_a_chinese_name_from_a_chinese_file(tmp_path, locale):
    (tmp_path / "幸福里").mkdir()
    roster = "房号,楼层,建筑面积,参与\n甲,3,80,是\n乙,4,90,是\n"
    (tmp_path / "名册.csv").write_text(roster, "utf-8")
    words = ("make", "南京", "--roster", "名册.csv", "--cost", "60万", "-o", "幸福里/南京.xlsx")
    status, output, errors = command(tmp_path, locale, *words)
    understood, count, said, draft = output.splitlines()
    assert (status, errors) == (0, "")
    assert "名册.csv" in understood and count == "2 户，参与 2 户，面积合计 170.00 平方米"
    assert said == "已生成 幸福里/南京.xlsx：2 户，应分摊净额 600,000.00 元"
    assert draft.startswith("现在还是草案")
    assert open_book(tmp_path / "幸福里" / "南京.xlsx")
    status, output, _ = command(tmp_path, locale, "check", "幸福里/南京.xlsx")
    assert status == 0 and "南京.xlsx：通过" in output


@pytest.mark.sampled(4)
@each_locale
def test_a_refusal_repeats_what_was_typed(tmp_path, locale):
    said = (
        "错误：没有「东京」这个方案。是不是想用「南京」？全部方案请运行 elevshare schemes 查看。\n"
    )
    assert command(tmp_path, locale, "make", "东京", "-o", "簿.xlsx") == (2, "", said)


@pytest.mark.sampled(4)
@each_locale
def test_the_processes_of_a_batch_speak_chinese_too(tmp_path, locale):
    rows = ("文件名,方案,层数,每层面积,总费用", "幸福里,南京,7,80、100,600000", "甲,东京,7,80,1")
    (tmp_path / "清单.csv").write_text("\n".join(rows), "utf-8")
    words = ("batch", "清单.csv", "-o", "簿子", "--jobs", "2")
    status, output, errors = command(tmp_path, locale, *words)
    assert (status, output) == (1, "已在 簿子 生成 1 本\n")
    assert "没有「东京」这个方案" in errors
    books = {"幸福里.xlsx", "待处理.xlsx"}
    assert {path.name for path in (tmp_path / "簿子").glob("*.xlsx")} == books


@pytest.mark.sampled(4)
@each_locale
def test_the_command_of_the_add_in(tmp_path, locale):
    words = ("build", "-o", "加梯.xlam")
    found = command(tmp_path, locale, *words, name="elevshare-addin")
    assert found == (0, "已写入：加梯.xlam\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["加梯.xlam"]
    status, _, errors = command(tmp_path, locale, "装", name="elevshare-addin")
    assert status == 2 and "没有「装」这个命令" in errors


def test_who_asks_for_ascii_file_names_is_asked_no_second_time(tmp_path):
    program = [sys.executable, "-X", "utf8=0", "-m", "elevshare.cli", "schemes"]
    env = {**_PLAIN, **LOCALES["ascii"]}
    ran = subprocess.run(program, cwd=tmp_path, env=env, capture_output=True, timeout=30)
    assert ran.returncode == 0 and "南京" in ran.stdout.decode()
