"""The built add-in, read back by other programs."""

import os
import subprocess
import sys
import zipfile
from importlib.metadata import version
from xml.etree import ElementTree

import pytest
from calls import ALL

import elevshare
from elevshare_addin.packing import package
from elevshare_addin.packing.package import opened

MODULES = {
    "ThisWorkbook",
    "Dictionary",
    "Sheet2",
    "xlwings",
    "xlwings_udfs",
    "elevshare_cells",
    "elevshare_texts",
}
BUILD = "import sys; from elevshare_addin.packing.package import build; sys.stdout.buffer.write(build())"  # fmt: skip


@pytest.fixture(scope="module")
def modules(xlam):
    """Name → source, as pyOpenVBA reads it back."""
    with opened(xlam) as book:
        assert book.validate() == []
        return book.vba_modules()


@pytest.fixture(scope="module")
def by_olevba(xlam):
    """Name → source, as olevba reads it: a reader that shares nothing with the writer."""
    olevba = pytest.importorskip("oletools.olevba")
    parser = olevba.VBA_Parser(str(xlam))
    assert parser.detect_vba_macros()
    found = {name.rpartition(".")[0]: code for _, _, name, code in parser.extract_macros()}
    parser.close()
    return found


def test_it_has_our_modules_and_not_the_example_s(modules):
    assert set(modules) == MODULES


def test_olevba_reads_the_same(modules, by_olevba):
    assert set(by_olevba) == MODULES

    def body(source):
        lines = source.replace("\r\n", "\n").strip().splitlines()
        return [line.rstrip() for line in lines if not line.startswith("Attribute")]

    for name in MODULES - {"Dictionary"}:
        assert body(by_olevba[name]) == body(modules[name])


def test_all_vba_is_ascii_with_windows_line_ends(modules):
    for name in MODULES - {"Dictionary", "Sheet2"}:
        assert modules[name].isascii()
        assert modules[name].count("\n") == modules[name].count("\r\n") > 2


def test_the_functions_are_there_without_a_click_on_import(modules):
    for name in ALL:
        assert f"\r\nFunction {name}(" in modules["xlwings_udfs"]
    assert "!ElevDescribe" in modules["ThisWorkbook"]
    assert "Private Sub Workbook_Open()" in modules["ThisWorkbook"]
    assert "\r\nSub ElevDescribe()" in modules["elevshare_texts"]


def test_it_asks_for_the_dll_of_the_installed_xlwings(modules):
    wanted = version("xlwings")
    assert f'"xlwings64-{wanted}.dll"' in modules["xlwings"]
    assert f'"xlwings32-{wanted}.dll"' in modules["xlwings"]
    assert f'ELEVSHARE_VERSION As String = "{elevshare.__version__}"' in modules["elevshare_cells"]


def test_its_parts_are_declared_and_every_relation_leads_somewhere(xlam):
    with zipfile.ZipFile(xlam) as file:
        assert file.testzip() is None
        names = set(file.namelist())
        types = ElementTree.fromstring(file.read("[Content_Types].xml"))
        declared = {one.get("PartName"): one.get("ContentType") for one in types if one.get("PartName")}  # fmt: skip
        assert {name[1:] for name in declared} <= names
        assert declared["/xl/workbook.xml"] == "application/vnd.ms-excel.addin.macroEnabled.main+xml"  # fmt: skip
        assert declared["/xl/vbaProject.bin"] == "application/vnd.ms-office.vbaProject"
        for relations, folder in (("_rels/.rels", ""), ("xl/_rels/workbook.xml.rels", "xl/")):
            for one in ElementTree.fromstring(file.read(relations)):
                assert folder + one.get("Target") in names
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(file.read(name))


def test_excel_s_list_of_add_ins_shows_our_name(xlam):
    with zipfile.ZipFile(xlam) as file:
        properties = file.read("docProps/core.xml").decode()
        workbook = file.read("xl/workbook.xml").decode()
    assert "<dc:title>加梯分摊</dc:title>" in properties and elevshare.__version__ in properties
    assert "Felix" not in properties and "Users" not in workbook
    assert 'name="_elevshare.conf"' in workbook  # with the underscore, xlwings does not read it


def test_the_same_sources_give_the_same_file_in_any_process(xlam):
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}  # fmt: skip
        command = [sys.executable, "-c", BUILD]
        again = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
        assert again == xlam.read_bytes()


def test_another_xlwings_is_refused_in_chinese(monkeypatch):
    monkeypatch.setattr(package, "wrapper", lambda: "Function F()\nEnd Function\n")
    with pytest.raises(package.InputError, match="不认识这个版本的 xlwings"):
        package.build()


def test_without_pyopenvba_it_says_what_to_install(monkeypatch, xlam):
    monkeypatch.setitem(sys.modules, "pyopenvba", None)
    with pytest.raises(package.InputError, match=r"没有安装 pyOpenVBA。请先安装：pip install"):
        opened(xlam)
