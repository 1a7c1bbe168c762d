"""Build the WPS add-in.

python addin/wps/build.py data            writes the generated files anew (schemes, texts, functions)
python addin/wps/build.py zip -o DIR      writes DIR/elevshare-wps.zip, which a user unpacks
python addin/wps/build.py folder -o DIR   writes what is in it, to be served or to be looked at

Needs nothing but this project: the modules of ``src`` are joined into one plain script, for a page
that WPS opens from the disk may not load modules.
"""

from __future__ import annotations

import argparse
import re
import zipfile
from pathlib import Path

import data

from elevshare import __version__
from elevshare_addin.descriptions import FUNCTIONS

HERE = Path(__file__).parent
SOURCES = HERE / "src"
NAMESPACE = "ELEV"
#: The folder of the add-in; WPS asks for NAME_VERSION beside publish.xml.
FOLDER = f"elevshare_{__version__}"
#: What goes into the folder as it is.
PLAIN = ("index.html", "manifest.xml", "ribbon.xml", "functions.json", "images/lift.svg")
#: Files generated from the schemes and the descriptions.
GENERATED = {
    "src/schemes.js": data.schemes,
    "src/texts.js": data.texts,
    "src/functions.js": data.functions,
    "functions.json": data.functions_json,
}
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_NAME = re.compile(r"^(?:const|let|function|class) (\w+|\[[\w, ]+\])", re.MULTILINE)
#: A zip has a date for every file; always the same makes it always the same.
_DATE = (2026, 1, 1, 0, 0, 0)


def order(name: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Modules that a module needs, each before those that need it, itself last."""
    for needed in _IMPORT.findall(_source(name)):
        if needed not in known:
            known = order(needed, known)
    return known if name in known else (*known, name)


def _source(name: str) -> str:
    """The text of a module."""
    return (SOURCES / f"{name}.js").read_text(encoding="utf-8")


def script() -> str:
    """All modules in one script, the functions registered with WPS.

    Raises:
        ValueError: two modules have the same name for different things.
    """
    modules = order("functions")
    body = "\n".join(
        re.sub("^export ", "", _IMPORT.sub("", _source(name)), flags=re.MULTILINE).strip() + "\n"
        for name in modules
    )
    refuse_same_names(body)
    calls = "".join(
        f'  wps.AddCustomFunction("{NAMESPACE}", "{name}", {name});\n' for name in FUNCTIONS
    )
    ribbon = (HERE / "ribbon.js").read_text(encoding="utf-8")
    return (
        f'{ribbon}\n(function () {{\n"use strict";\n\n{body}\n'
        f"if (wps.AddCustomFunction) {{\n{calls}}}\n}})();\n"
    )


def refuse_same_names(body: str) -> None:
    """Joined modules share their names: no two may use one for different things.

    Raises:
        ValueError: names are declared twice.

    >>> refuse_same_names("const [A, B] = [1, 2];\\nfunction B() {}\\n")
    Traceback (most recent call last):
    ValueError: the same name in two modules: B
    """
    names = [name for found in _NAME.findall(body) for name in found.strip("[]").split(", ")]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"the same name in two modules: {', '.join(twice)}")


def publish() -> str:
    """The list of add-ins that WPS reads, with this one in it."""
    return (
        "<jsplugins>\n"
        f'  <jsplugin name="elevshare" type="et" url="{FOLDER}" version="{__version__}"'
        ' enable="enable_dev" install="null" customDomain=""/>\n'
        "</jsplugins>\n"
    )


def files() -> dict[str, str]:
    """Every file of the add-in by its path, and publish.xml beside its folder."""
    plain = {name: (HERE / name).read_text(encoding="utf-8") for name in PLAIN}
    inside = {f"{FOLDER}/{name}": text for name, text in {**plain, "main.js": script()}.items()}
    return {"publish.xml": publish(), **inside}


def write_data() -> None:
    """Write the generated files."""
    for name, make in GENERATED.items():
        (HERE / name).write_text(make(), encoding="utf-8", newline="\n")


def write_folder(target: Path) -> Path:
    """Write the add-in's folder and publish.xml into a folder."""
    for name, text in files().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return target / FOLDER


def write_zip(target: Path) -> Path:
    """Write the same as one zip; the same sources make the same bytes."""
    target.mkdir(parents=True, exist_ok=True)
    path = target / "elevshare-wps.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files().items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, text.encode())
    return path


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="生成 WPS 加载项")
    parser.add_argument("what", choices=["data", "zip", "folder"])
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), metavar="文件夹")
    asked = parser.parse_args()
    if asked.what == "data":
        write_data()
    else:
        print((write_zip if asked.what == "zip" else write_folder)(asked.output))


if __name__ == "__main__":
    main()
