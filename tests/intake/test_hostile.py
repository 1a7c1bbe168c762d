"""No file hurts: each is refused in plain words or read, in bounded memory and time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import hostile
import hostile_content
import hostile_xml
import pytest
from handmade import book

from elevshare.cli import main
from elevshare.errors import InputError
from elevshare.intake import read_roster
from elevshare.opened import opened, recalculated
from elevshare.printing.current_book import CurrentBook

READER = Path(__file__).with_name("hostile_reader.py")
#: Seconds of work (CPU time, so that other tests beside it count for nothing) and MB.
SECONDS, MEMORY = 5, 300


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Path → what the message about it must say."""
    folder, wanted = tmp_path_factory.mktemp("hostile"), {}
    for make, words in hostile.BOOKS.items():
        wanted[folder / f"{make.__name__}.xlsx"] = words
        (folder / f"{make.__name__}.xlsx").write_bytes(make())
    for name, formulas in hostile.GREEDY.items():
        wanted[folder / f"计算 {name}.xlsx"] = "算不了|没有算完|互相引用"
        (folder / f"计算 {name}.xlsx").write_bytes(hostile.greedy(formulas))
        wanted[folder / f"补算 {name}.xlsx"] = "公式没有存下结果"
        (folder / f"补算 {name}.xlsx").write_bytes(hostile.greedy(formulas))
    for name, text in hostile.TEXTS.items():
        wanted[folder / name] = "请"
        (folder / name).write_text(text(), "utf-8")
    return wanted


def phrases():
    """What the manual explains of refused files."""
    page = (Path(__file__).parents[2] / "docs" / "7-WPS和微信.md").read_text("utf-8")
    table = page.split("| 提示 |")[1].split("\n\n")[0].splitlines()[2:]
    return [phrase for line in table for phrase in line.split("|")[1].strip().split("、")]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded by Linux")
def test_every_file_is_refused_or_read_and_hurts_nobody(files):
    command = [sys.executable, READER, *files]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    *found, memory = map(json.loads, done.stdout.splitlines())
    assert len(found) == len(files) >= 100
    assert memory < MEMORY
    explained = phrases()
    for name, message, _ in found:
        if message and name.endswith(".xlsx"):
            assert any(phrase in message for phrase in explained), message
    wrong = []
    for name, message, seconds in found:
        words = files[Path(name)]
        told = re.search(words, message) and len(message.splitlines()) == 1 and message[-1:] == "。"
        if not (told if words else message == "") or seconds > SECONDS:
            wrong.append((Path(name).name, message, seconds))
    assert not wrong


def test_what_reaches_out_is_only_text():
    found = opened(hostile_content.formulas_that_reach_out(), "簿.xlsx")
    assert [cell.formula[:4] for cell in found.sheets[0].cells.values()] == [
        "cmd|", "WEBS", "[1]S", "HYPE", "CALL",
    ]  # fmt: skip
    with pytest.raises(InputError, match=r"簿.xlsx：工作簿已损坏|簿.xlsx 「住户」A\d：公式算不了"):
        recalculated(found)


def test_commands_tell_of_it_in_one_line(tmp_path, capsys):
    path = tmp_path / "坏\u202e.xlsx"
    path.write_bytes(hostile_xml.billion_laughs_in_a_sheet())
    options = ["--cost", "600000"]
    for words in (
        ["make", "南京", "--roster", str(path), *options, "-o", str(tmp_path / "新.xlsx")],
        ["shares", "南京", "--roster", str(path), *options],
        ["compare", "南京", "咸阳", "--roster", str(path), "-o", str(tmp_path / "新.xlsx")],
        ["bills", str(path), "-o", str(tmp_path / "单")],
    ):
        assert main(words) == 2
        told = capsys.readouterr()
        assert re.fullmatch(
            r"错误：坏<U\+202E>.xlsx：工作簿的内容（文档类型声明）不正常.*\n", told.err
        )
        assert not told.out and list(tmp_path.iterdir()) == [path]


# --- files that are no plain files --------------------------------------------------------------


def reads(path):
    for read in (read_roster, CurrentBook):
        with pytest.raises(InputError) as caught:
            read(path)
        yield str(caught.value)


def test_devices_pipes_and_loops_are_not_waited_for(tmp_path):
    device, pipe, loop = (tmp_path / f"{name}.xlsx" for name in ("器", "管", "环"))
    device.symlink_to("/dev/zero")
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path, words in ((device, "不是普通文件"), (pipe, "不是普通文件"), (loop, "找不到这个文件")):
        assert all(words in message for message in reads(path))


def test_a_link_to_a_file_is_the_file(tmp_path):
    rows = ("房号", "楼层", "面积", "参与"), ("101", "1", "80", "是")
    cells = (
        "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) for row in rows
    )
    data = book("".join(f"<row>{row}</row>" for row in cells))
    (tmp_path / "真.bin").write_bytes(data)
    (tmp_path / "链.xlsx").symlink_to(tmp_path / "真.bin")
    assert read_roster(tmp_path / "链.xlsx")[0].room == "101"
