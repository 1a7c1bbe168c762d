"""The manual's page on installing: it names every cause that the doctor finds, in its words."""

import re
from pathlib import Path

from causes import CAUSES, addin_in_addins, config_in_utf_16

from elevshare_addin.cli import main
from elevshare_addin.windows.config import KEYS
from elevshare_addin.windows.install import install

PAGE = Path(__file__).parents[3] / "docs" / "12-加载项安装.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = {
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT.splitlines()
    if line.startswith(("| 故障 |", "| 提醒 |"))
}


def test_the_table_has_nothing_that_is_never_said():
    """Some causes are told in the same words."""
    alike = {addin_in_addins, config_in_utf_16}
    assert len(ROWS) == len(CAUSES.keys() - alike)


def test_it_names_every_file_that_is_written(machine):
    machine.places.config.parent.mkdir()
    machine.places.config.write_bytes(b"somebody else's")
    install(machine.places)
    for path in machine.user.rglob("*"):
        if path.is_file():
            name = path.parent if path.parent == machine.places.backup else path
            text = str(name).replace(str(machine.places.appdata), "%APPDATA%")
            text = text.replace(str(machine.places.profile), "%USERPROFILE%").replace("/", "\\")
            assert f"| `{text}` |" in TEXT
    assert all(f"`{key}`" in TEXT for key in KEYS)


def test_it_names_every_command(capsys):
    main(["--help"])
    for name in re.findall(r"^  (\w+) ", capsys.readouterr().out, re.M):
        assert f"| `elevshare-addin {name}" in TEXT
