"""The two commands that README gives for a fresh machine, as far as this machine can try them."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from test_cli import real

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8").partition("# For developers")[2]
FIRST, SECOND = re.search(r"```sh\n(.*)\n(.*)\n```", README).groups()


def test_the_first_makes_a_book_after_setting_up(tmp_path):
    set_up, command = FIRST.split(" && ")
    assert set_up == "bash .ci/setup"
    program, *words = shlex.split(command)
    assert program == ".venv/bin/elevshare"
    assert real(tmp_path, *words).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["南京.xlsx"]


def test_the_second_runs_all_checks():
    assert SECOND == "bash .ci/run"
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    lines = [
        line for line in script.splitlines() if line.startswith(("ruff", "mypy", "lint", "py"))
    ]
    assert lines == [
        "ruff format --check .",
        "ruff check .",
        "mypy",
        "lint-imports",
        'pytest --all "$@"',
    ]


@pytest.mark.parametrize("name", ["install", "setup", "run"])
def test_the_scripts_are_bash(name):
    subprocess.run(["bash", "-n", ROOT / ".ci" / name], check=True)
