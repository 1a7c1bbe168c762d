import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands.conftest import BUILDING, ROWS, check_refusal

from elevshare import __version__, cli
from elevshare.schemes import load_all

#: Words of the help that are no English: names of commands, and what is typed.
_TYPED = {
    *("elevshare", *cli.COMMANDS, "nanjing", "auto", "all", "floor"),
    *("xlsx", "csv", "toml", "JSON", "PDF", "dask", "tcp"),
}
#: Consoles: one that does not say what it can show, one that cannot show Chinese, one of GBK;
#: what they turn the output into.
CONSOLES = {
    "C": ({"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
    "ascii": ({"LANG": "C.UTF-8", "PYTHONIOENCODING": "ascii"}, "ascii"),
    "gbk": ({"LANG": "C.UTF-8", "PYTHONIOENCODING": "gbk"}, "gbk"),
}
each_console = pytest.mark.parametrize("console", CONSOLES)


def english(text):
    return set(re.findall(r"(?<![-A-Za-z0-9])[A-Za-z]+(?:-[A-Za-z]+)*", text)) - _TYPED


def said(capsys, *arguments):
    status = cli.main(arguments)
    return status, *capsys.readouterr()


def helped(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 0
    output, errors = capsys.readouterr()
    assert errors == ""
    return output


def real(folder, *arguments, env=None, python=None, **more):
    """Run the command in a process of its own, without this one's Python settings."""
    script = [str(Path(sys.executable).with_name("elevshare"))]
    command = [sys.executable, *python, "-m", "elevshare.cli"] if python else script
    own = ("PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONUTF8")
    plain = {name: value for name, value in os.environ.items() if name not in own}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **more}
    return subprocess.run(
        [*command, *arguments], cwd=folder, env={**plain, **(env or {})}, **options
    )


def on_console(console, folder, *arguments):
    """The same on a console; gives status, output and errors as it would show them."""
    env, encoding = CONSOLES[console]
    ran = real(folder, *arguments, env=env, python=("-X", "utf8=0"))
    return ran.returncode, ran.stdout.decode(encoding), ran.stderr.decode(encoding)


# ---------------------------------------------------------------- refused


def test_no_command_is_refused_with_the_commands(capsys):
    status, output, errors = said(capsys)
    assert (status, output) == (2, "")
    check_refusal(errors)
    assert all(name in errors for name in cli.COMMANDS)


@pytest.mark.parametrize("name", ["maek", "造", "", "--force", "-o", "Make", "cli", "../make"])
def test_an_unknown_command_is_refused_with_the_commands(capsys, name):
    status, output, errors = said(capsys, name, "南京")
    assert (status, output) == (2, "")
    check_refusal(errors, name)
    assert f"没有「{name}」这个命令" in errors and all(one in errors for one in cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
@pytest.mark.parametrize("option", ["--nothing", "-x", "--forced", "--help=1"])
def test_an_unknown_option_is_refused_by_every_command(capsys, tmp_path, name, option):
    needed = {
        "make": ["南京", "-o", "簿.xlsx"],
        "compare": ["南京", "咸阳", "-o", "簿.xlsx"],
        "shares": ["南京"],
        "templates": [str(tmp_path)],
        "batch": ["清单.csv", "-o", str(tmp_path)],
        "bills": ["簿.xlsx", "-o", str(tmp_path)],
    }
    status, output, errors = said(capsys, name, *needed.get(name, []), option)
    assert (status, output) == (2, "")
    check_refusal(errors, option)
    assert f"elevshare {name} --help" in errors
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb"])
def test_a_line_break_does_not_bring_back_english(capsys, text):
    status, _, errors = said(capsys, "schemes", "南京", text)
    assert status == 2 and "不认识的选项或多余的内容" in errors and "unrecognized" not in errors


def test_an_interruption_is_told_without_a_traceback(capsys, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("elevshare.commands.schemes.entries", interrupted)
    assert said(capsys, "schemes") == (2, "", "已中止。\n")


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_overview_names_every_command_in_chinese(capsys, flag):
    status, output, errors = said(capsys, flag)
    assert (status, errors) == (0, "")
    assert english(output) == set()
    for name, text in cli.COMMANDS.items():
        assert re.search(rf"^  {name} +{text}$", output, re.MULTILINE)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_help_of_every_command_is_in_chinese(capsys, name):
    output = helped(capsys, name, "--help")
    assert english(output) == set()
    assert output.startswith(f"用法：elevshare {name} ") and cli.COMMANDS[name] in output
    assert helped(capsys, name, "-h") == output


@pytest.mark.parametrize("name", ["make", "compare", "shares"])
def test_help_explains_every_option(capsys, name):
    output = helped(capsys, name, "--help")
    for option in (
        "--storeys", "--areas", "--roster", "--project", "--cost", "--subsidy", "--unit",
        "--opt-out", "--coefficients", "--json" if name == "shares" else "--force",
    ):  # fmt: skip
        assert re.search(rf"^  {option}( \S+)?\s+[^\s-].*[一-龥]", output, re.MULTILINE), option


def test_the_version_is_told(capsys):
    assert said(capsys, "--version") == (0, f"elevshare {__version__}\n", "")


# ---------------------------------------------------------------- the real command


def test_the_real_command_works(tmp_path):
    ran = real(tmp_path, "make", "南京", *BUILDING, "-o", "簿.xlsx", env={"LANG": "C.UTF-8"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    made, draft = ran.stdout.decode().splitlines()
    assert made == "已生成 簿.xlsx：14 户，应分摊净额 600,000.00 元"
    assert draft.startswith("现在还是草案，不能收款：还没有填收款户名")
    assert [path.name for path in tmp_path.iterdir()] == ["簿.xlsx"]


def test_the_real_command_refuses(tmp_path):
    ran = real(tmp_path, "make", "北京", "-o", "簿.xlsx", env={"LANG": "C.UTF-8"})
    assert (ran.returncode, ran.stdout) == (2, b"")
    check_refusal(ran.stderr.decode())
    assert list(tmp_path.iterdir()) == []


def test_starting_loads_nothing_heavy():
    code = (
        "import sys; from elevshare.cli import main; main(['--help']);"
        "sys.exit(bool({'openpyxl', 'formualizer'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0


@pytest.mark.sampled(3)
@each_console
def test_a_book_is_written_on_any_console(tmp_path, console):
    status, output, errors = on_console(
        console, tmp_path, "make", "nanjing", *BUILDING, "-o", "簿.xlsx"
    )
    assert (status, errors) == (0, "")
    assert "600,000.00" in output and ("应分摊净额" in output or "?" in output)
    assert [path.name for path in tmp_path.iterdir()] == ["簿.xlsx"]


@pytest.mark.sampled(3)
@each_console
def test_a_refusal_is_shown_on_any_console(tmp_path, console):
    status, output, errors = on_console(console, tmp_path, "make", "𠮷", "-o", "簿.xlsx")
    assert (status, output) == (2, "")
    assert "Traceback" not in errors and "elevshare schemes" in errors
    assert list(tmp_path.iterdir()) == []


@each_console
def test_lists_and_amounts_are_shown_on_any_console(tmp_path, console):
    (tmp_path / "a.csv").write_text(ROWS.replace("101", "𠮷1", 1), encoding="utf-8")
    shares = ("shares", "nanjing", "--roster", "a.csv", "--cost", "600000")
    for arguments in (("schemes",), shares, ("--help",), ("make", "--help")):
        status, output, errors = on_console(console, tmp_path, *arguments)
        assert (status, errors) == (0, ""), arguments
        assert ("?" in output) == (
            console == "ascii" or (console == "gbk" and "shares" in arguments)
        )
        assert bool(re.search("[一-龥]", output)) == (console != "ascii")


@each_console
def test_json_stays_json_on_any_console(tmp_path, console):
    status, output, errors = on_console(console, tmp_path, "schemes", "--json")
    assert (status, errors) == (0, "")
    assert [record["id"] for record in json.loads(output)] == [one.id for one in load_all()]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_gone_is_no_crash(tmp_path, unbuffered):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        ran = real(tmp_path, "schemes", env={"PYTHONUNBUFFERED": unbuffered}, stdout=pipe)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.parametrize(
    "words",
    [
        ("make", "南京", "--roster", "{}.csv", "-o", "簿.xlsx"),
        ("make", "南京", "--project", "{}.toml", "-o", "簿.xlsx"),
        ("make", "--from", "{}.xlsx", "-o", "簿.xlsx"),
        ("make", "南京", "-o", "{}.xlsx"),
        ("roster", "{}.csv"),
        ("check", "{}.xlsx"),
        ("bills", "{}.xlsx", "-o", "单"),
        ("collect", "{}.xlsx", "-o", "汇总.xlsx"),
        ("batch", "{}.csv", "-o", "出"),
        ("templates", "{}"),
        ("page", "{}"),
    ],
)
def test_a_path_that_no_system_has_is_refused_in_a_short_message(
    tmp_path, monkeypatch, capsys, words
):
    monkeypatch.chdir(tmp_path)
    status, output, errors = said(capsys, *(word.format("长" * 5000) for word in words))
    assert (status, output) == (2, "") and errors.startswith("错误：") and len(errors) < 400
    assert "结果显示不出来" not in errors
