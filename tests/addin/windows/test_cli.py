"""The command elevshare-addin, as a person calls it."""

import subprocess
import sys

import pytest

from elevshare_addin.cli import main
from elevshare_addin.packing.package import build


def test_install_doctor_remove(machine, capsys):
    before = machine.files()
    assert main(["install"]) == 0
    out = capsys.readouterr().out
    assert "已写入" in out and "没有发现问题。" in out
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"
    machine.python.unlink()
    assert main(["doctor"]) == 1
    assert "【故障】" in capsys.readouterr().out
    assert main(["remove"]) == 0
    assert machine.files() == before


def test_a_reminder_alone_is_no_failure(installed, capsys):
    (installed.places.local / "Packages" / "Microsoft.Office.Desktop_8wekyb3d8bbwe").mkdir(parents=True)  # fmt: skip
    assert main(["doctor"]) == 0
    assert "【提醒】" in capsys.readouterr().out


def test_build_writes_one_file_and_refuses_to_overwrite(tmp_path, capsys):
    file = tmp_path / "elevshare.xlam"
    assert main(["build", "-o", str(file)]) == 0
    assert file.read_bytes() == build() and list(tmp_path.iterdir()) == [file]
    assert main(["build", "-o", str(file)]) == 2
    assert "文件已经存在" in capsys.readouterr().err
    assert main(["build", "-o", str(file), "--force"]) == 0


@pytest.mark.parametrize(
    "call, says",
    [
        (["build"], "没有说写到哪里"),
        (["build", "-o"], "后面写得不对"),
        (["build", "-o", "a.xlsx"], ".xlam"),
        (["instal"], "没有「instal」这个命令"),
        (["install", "x"], "后面写得不对"),
        (["doctor", "--all"], "后面写得不对"),
    ],
)
def test_wrong_calls_are_refused_in_chinese(call, says, capsys):
    assert main(call) == 2
    out, error = capsys.readouterr()
    assert not out and error.startswith("错误：") and says in error


@pytest.mark.parametrize("command", ["install", "doctor", "remove"])
@pytest.mark.parametrize("variable", ["APPDATA", "USERPROFILE", "LOCALAPPDATA"])
def test_elsewhere_than_on_windows_it_says_so(machine, monkeypatch, capsys, command, variable):
    monkeypatch.delenv(variable)
    assert main([command]) == 2
    assert f"没有环境变量 {variable}" in capsys.readouterr().err


def test_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in ("build", "install", "doctor", "remove"))
    assert main([]) == 2


def test_help_loads_neither_xlwings_nor_the_rules():
    code = "import sys, elevshare_addin.cli as c; c.main(['--help']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # fmt: skip
    assert not {"xlwings", "pyopenvba", "elevshare.rules"} & set(loaded.stdout.split())
