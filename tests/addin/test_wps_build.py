"""The WPS add-in's files: generated ones current, the folder and the zip complete."""

import json
import re
import xml.etree.ElementTree as ET
import zipfile

import build
import pytest
from wps_calls import Wps

from elevshare_addin.descriptions import FUNCTIONS, MAX_LENGTH


@pytest.mark.parametrize("name", build.GENERATED)
def test_the_committed_file_is_what_the_schemes_and_descriptions_give(name):
    assert (build.HERE / name).read_text(encoding="utf-8") == build.GENERATED[name]()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return Wps(tmp_path_factory.mktemp("wps")).folder


def test_one_plain_script_without_modules(folder):
    script = (folder / "main.js").read_text(encoding="utf-8")
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    for path in build.SOURCES.glob("*.js"):
        first = re.search(r"^(?:export )?(?:const|function|class) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)  # fmt: skip
        assert first and first[1] in script, path.name
    assert 'src="main.js"' in (folder / "index.html").read_text(encoding="utf-8")


def test_no_file_of_the_rules_is_long():
    generated = {"schemes.js", "texts.js", "functions.js"}
    for path in build.SOURCES.glob("*.js"):
        if path.name not in generated:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 200, path.name


def test_functions_json_describes_every_function_in_chinese(folder):
    found = json.loads((folder / "functions.json").read_text(encoding="utf-8"))["functions"]
    assert [one["name"] for one in found] == list(FUNCTIONS)
    for one in found:
        assert re.match("[一-鿿]", one["description"]) and len(one["description"]) <= MAX_LENGTH
        assert [arg["name"] for arg in one["parameters"]] == list(FUNCTIONS[one["name"]].arguments)
        needed = [not arg["type"].endswith("?") for arg in one["parameters"]]
        assert needed == sorted(needed, reverse=True)  # none that must be there after one that may


def test_the_ribbon_calls_functions_that_the_page_has(folder):
    ribbon = ET.parse(folder / "ribbon.xml").getroot()
    names = {value for one in ribbon.iter() for key, value in one.items() if key in ("onLoad", "onAction", "getImage")}  # fmt: skip
    script = (folder / "main.js").read_text(encoding="utf-8")
    assert names and all(f"\nfunction {name}(" in script for name in names)
    assert (folder / "ribbon.xml").read_text(encoding="utf-8").startswith("<customUI")


def test_publish_xml_names_the_folder_beside_it(folder):
    entry = ET.parse(folder.parent / "publish.xml").getroot()[0]
    assert entry.get("type") == "et" and entry.get("url") == folder.name
    assert folder.name == f"{entry.get('name')}_{entry.get('version')}"


def test_package_json_has_the_version_of_the_project():
    package = json.loads((build.HERE / "package.json").read_text(encoding="utf-8"))
    assert f"{package['name']}_{package['version']}" == build.FOLDER


def test_the_zip_holds_the_same_and_is_always_the_same(tmp_path, folder):
    first, second = (build.write_zip(tmp_path / name) for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        for name in archive.namelist():
            assert archive.read(name) == (folder.parent / name).read_bytes()
        assert f"{folder.name}/main.js" in archive.namelist()
        assert "publish.xml" in archive.namelist()


def test_modules_with_a_name_in_common_are_refused():
    with pytest.raises(ValueError, match="the same name in two modules: B, c"):
        build.refuse_same_names("const [A, B] = [1, 2];\nlet c;\nfunction B() {}\nclass c {}\n")
