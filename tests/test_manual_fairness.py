"""The chapter on what is fair: the program prints the amounts that it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from elevshare.cli import main

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "18-怎么分才公平.md").read_text("utf-8")
#: A command, and lines that it prints.
SHOWN = re.findall(r"```sh\n(elevshare shares [^\n]*)\n```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
CARRYING = re.findall(r"^elevshare shares .*退出\.csv.*$", PAGE, re.MULTILINE)
#: Room and amounts of the table of three ways of carrying a gap.
ROWS = re.findall(r"^\| (\d{3}|合计) \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.fixture(autouse=True)
def _in_the_manual(monkeypatch):
    monkeypatch.chdir(DOCS)


def printed(command, capsys):
    assert main(shlex.split(command)[1:]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("command", "lines"), SHOWN, ids=lambda text: text[16:50].strip())
def test_the_program_prints_the_lines(command, lines, capsys):
    found = printed(command, capsys)
    assert [line for line in lines.splitlines() if line not in found] == []


def test_the_table_of_three_ways_has_the_amounts_of_the_program(capsys):
    everybody = SHOWN[0][0]
    columns = [
        {line.split()[0]: line.split()[-1] for line in printed(command, capsys) if line}
        for command in (everybody, *CARRYING)
    ]
    assert len(columns) == 4 and len(ROWS) == 9
    for room, amounts in ROWS:
        assert amounts.split(" | ") == [column[room] for column in columns]
