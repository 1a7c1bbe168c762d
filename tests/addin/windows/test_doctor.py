"""Every cause of failure, made on a machine that was well, is found with what to do."""

import re

import pytest
from causes import CAUSES, blocked_addin, config_with_bom
from test_install_page import ROWS

from elevshare_addin.windows.causes_excel import EXCEL
from elevshare_addin.windows.config import KEYS
from elevshare_addin.windows.doctor import examine
from elevshare_addin.windows.install import install


def row(finding, machine):
    """A finding as the manual's table has it: without the paths and versions of one machine."""

    def plain(text):
        text = re.sub(r"C:\\Users[^）]*", "…", text)
        text = re.sub(rf"{machine.folder}[^：；，）]*", "…", text)
        return re.sub(r"\d+\.\d+\.\d+", "x.y.z", text)

    return ("故障" if finding.fatal else "提醒", plain(finding.what), plain(finding.todo))


def test_a_machine_that_is_well_has_no_finding(installed):
    key = rf"CLSID\{EXCEL}\LocalServer32"
    server = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE /automation"
    installed.registry["HKCR", key] = {"": server}
    installed.registry["HKCR", ".xlsx"] = {"": "Excel.Sheet.12"}
    assert examine(installed.places) == []


@pytest.mark.sampled(5)
@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.__name__)
def test_a_cause_is_found_and_nothing_else_is_said(installed, cause):
    cause(installed)
    what, todo, fatal = CAUSES[cause]
    (finding,) = examine(installed.places)
    assert what in finding.what and todo in finding.todo
    assert finding.fatal == fatal
    assert str(finding).startswith("【故障】" if fatal else "【提醒】")
    assert row(finding, installed) in ROWS


def test_a_machine_without_anything_is_told_what_is_missing(machine):
    found = "\n".join(finding.what for finding in examine(machine.places))
    assert "没有加载项" in found and "没有配置文件" in found


def test_installing_again_mends_the_files(installed):
    blocked_addin(installed)
    config_with_bom(installed)
    assert len(examine(installed.places)) == 2
    mark = installed.places.xlstart / "elevshare.xlam:Zone.Identifier"
    mark.unlink()  # on Windows it goes with the file that is replaced
    install(installed.places)
    assert examine(installed.places) == []


def test_without_a_registry_the_doctor_goes_on(installed, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "winreg", None)
    assert examine(installed.places) == []


def test_the_configuration_names_every_key(installed):
    text = installed.places.config.read_text(encoding="cp936")
    assert all(f'"{key}","' in text for key in KEYS)
