"""Install and remove on a made-up Windows folder."""

import json

import pytest

import elevshare_addin.windows.install as install_module
from elevshare.errors import InputError
from elevshare_addin.packing.package import build
from elevshare_addin.windows.config import read
from elevshare_addin.windows.install import install, remove


def test_install_writes_the_add_in_and_the_configuration(installed):
    places = installed.places
    assert places.addin.read_bytes() == build()
    assert places.addin == installed.user.joinpath(
        *"AppData/Roaming/Microsoft/Excel/XLSTART/elevshare.xlam".split("/")
    )
    assert places.config == installed.user / ".elevshare" / "elevshare.conf"
    lines = places.config.read_bytes().split(b"\r\n")
    assert lines[0] == f'"INTERPRETER_WIN","{installed.python}"'.encode()
    assert b'"UDF MODULES","elevshare_addin.functions"' in lines
    assert b'"ADD_WORKBOOK_TO_PYTHONPATH","False"' in lines
    assert read(places)["PYTHONPATH"]


def test_only_the_add_in_is_where_excel_opens_every_file(installed):
    assert [path.name for path in installed.places.xlstart.iterdir()] == ["elevshare.xlam"]


def test_remove_undoes_everything(machine):
    before = machine.files()
    install(machine.places)
    install(machine.places)
    assert machine.files() != before
    remove(machine.places)
    assert machine.files() == before


def test_what_was_there_is_backed_up_and_comes_back(machine):
    places = machine.places
    for path in (places.addin, places.config):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"somebody else's")
    before = machine.files()
    said = "\n".join(install(places))
    assert said.count("原有的文件备份在") == 2
    install(places)  # our own file is no backup
    assert len(list(places.backup.iterdir())) == 2
    assert "已恢复" in "\n".join(remove(places))
    assert machine.files() == before


def test_what_somebody_changed_after_the_install_is_kept(installed):
    places = installed.places
    places.config.write_bytes(b'"SHOW CONSOLE","True"\r\n')
    said = "\n".join(remove(places))
    assert "安装后改过的文件留在" in said and not places.config.exists()
    assert [one.read_bytes() for one in places.backup.iterdir()] == [b'"SHOW CONSOLE","True"\r\n']


def test_an_install_that_was_cut_short_can_be_undone(machine, monkeypatch):
    places = machine.places
    places.config.parent.mkdir()
    places.config.write_bytes(b"old")
    before, real = machine.files(), install_module.write_whole

    def full(path, data):
        if path == places.config:
            raise InputError("磁盘已满")
        real(path, data)

    monkeypatch.setattr(install_module, "write_whole", full)
    with pytest.raises(InputError, match="磁盘已满"):
        install(places)
    assert places.addin.exists()
    remove(places)
    assert machine.files() == before


def test_a_remove_that_was_cut_short_goes_on(machine, monkeypatch):
    places = machine.places
    places.config.parent.mkdir()
    places.config.write_bytes(b"old")
    before = machine.files()
    install(places)
    record = places.record.read_bytes()
    remove(places)
    places.record.write_bytes(record)  # all was undone but the record
    remove(places)
    assert machine.files() == before


def test_without_an_install_nothing_is_touched(machine):
    places = machine.places
    places.xlstart.mkdir(parents=True)
    places.addin.write_bytes(b"copied by hand")
    before = machine.files()
    assert remove(places) == ["没有安装记录，什么也没有动。"]
    assert machine.files() == before


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"odd": 1}'])
def test_a_broken_record_is_said_in_chinese(installed, broken):
    installed.places.record.write_text(broken)
    with pytest.raises(InputError, match="安装记录坏了"):
        remove(installed.places)


def test_an_open_excel_is_said_in_chinese(installed, monkeypatch):
    def locked(self, *_, **__):
        raise PermissionError(13, "in use")

    monkeypatch.setattr("pathlib.Path.unlink", locked)
    with pytest.raises(InputError, match="如果正在 Excel 或 WPS 中打开，请先关闭"):
        remove(installed.places)


def test_the_record_says_what_was_made(installed):
    record = json.loads(installed.places.record.read_text())
    assert len(record["written"]) == 2 and record["kept"] == {}
    assert str(installed.places.xlstart) in record["folders"]


def test_a_chinese_path_is_written_in_the_code_page(machine):
    places = machine.places
    from dataclasses import replace

    chinese = replace(places, python=machine.folder / "王会计" / "python.exe")
    install(chinese)
    assert "王会计".encode("gbk") in places.config.read_bytes()
    odd = replace(places, python=machine.folder / "😀" / "python.exe")
    with pytest.raises(InputError, match="Excel 读不了这个路径"):
        install(odd)
