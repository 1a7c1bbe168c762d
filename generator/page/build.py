"""Build 加梯分摊.html, the whole program as one file: ``python generator/page/build.py -o 加梯分摊.html``.

Needs Node.js (20 or newer); the packages that it takes from npm are pinned in package-lock.json.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import importlib.metadata
import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

from licensing import licences, own_version

HERE = Path(__file__).parent
BUILD = HERE / "build"
#: Python packages that the page needs besides elevshare: distribution → package.
PACKAGES = {
    "openpyxl": "openpyxl",
    "et_xmlfile": "et_xmlfile",
    "cn2an": "cn2an",
    "proces": "proces",
}
#: Parts of elevshare that need a machine: processes, printers, workers.
_LEFT_OUT = ("batch/",)
#: What the page has no use for: compiled anew, or a page itself.
_NOT_PACKED = (".pyc", ".html")
#: Name of a part in the page → its file.
PARTS = {
    "worker": BUILD / "worker.js",
    "python": HERE / "node_modules/pyodide/pyodide.asm.wasm",
    "stdlib": BUILD / "stdlib.zip",
    "site": BUILD / "site.pack.zst",
    "ironcalc": HERE / "node_modules/@ironcalc/wasm/wasm_bg.wasm",
    "licences": BUILD / "licences.json",
}
_NODE = 20
#: The exit status where Node.js is not there or too old: ``elevshare page`` knows it.
_NO_NODE = 3


def main() -> None:
    """Build the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, required=True)
    output: Path = parser.parse_args().output
    if not _has_node():
        print(f"做网页要用 Node.js {_NODE} 或更新的版本（连同 npm），请先装好", file=sys.stderr)
        sys.exit(_NO_NODE)
    BUILD.mkdir(exist_ok=True)
    packages()
    _pack_python()
    _run("node", "bundle.mjs")
    PARTS["licences"].write_bytes(licences())
    whole = output.with_suffix(".tmp")
    whole.write_text(_page(), encoding="utf-8")
    whole.replace(output)
    print(f"{output}: {output.stat().st_size / 1e6:.2f} MB")


def packages() -> None:
    """Fetch the packages from npm, unless they are there; npm writes its list when all of them are."""
    if not (HERE / "node_modules/.package-lock.json").is_file():
        _run(shutil.which("npm") or "npm", "ci", "--silent")


def _has_node() -> bool:
    """Whether Node.js is there, with npm, and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return major.isdigit() and int(major) >= _NODE


def _pack_python() -> None:
    """Python's side of the page; what was packed last time is good while nothing of it changed."""
    sources, work = _pack(_sources()), json.dumps(_work()).encode()
    tools = [HERE / name for name in ("pack.mjs", "packing.py", "package-lock.json")]
    seal = hashlib.sha256(
        b"".join([sources, work, *(path.read_bytes() for path in tools)])
    ).digest()
    stamp = BUILD / "packed.sha256"
    if stamp.is_file() and stamp.read_bytes() == seal:
        return
    (BUILD / "sources.pack").write_bytes(sources)
    (BUILD / "work.json").write_bytes(work)
    _run("node", "pack.mjs", "build/sources.pack", "build", "build/work.json")
    stamp.write_bytes(seal)


def _sources() -> dict[str, bytes]:
    """Name → bytes, of the Python files and the data that the page holds."""
    found: dict[str, bytes] = {}
    own = HERE.parent / "elevshare"
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if path.is_file() and path.suffix not in _NOT_PACKED and not name.startswith(_LEFT_OUT):
            found[f"elevshare/{name}"] = path.read_bytes()
    for path in (HERE / "stand_ins").glob("*.py"):
        found[path.name] = path.read_bytes()
    for distribution in PACKAGES:
        for file in importlib.metadata.files(distribution) or ():
            if file.parts[0] == PACKAGES[distribution] and file.suffix not in (".pyc", ".pyi"):
                found[file.as_posix()] = file.locate().read_bytes()  # type: ignore[attr-defined]
    return found


def _pack(files: dict[str, bytes]) -> bytes:
    """Files as one: a length, an index of names and sizes, and their bytes."""
    head = json.dumps([[name, len(data)] for name, data in files.items()]).encode()
    return struct.pack("<L", len(head)) + head + b"".join(files.values())


def _work() -> list[tuple[list[str], dict[str, str]]]:
    """Commands with their files, which together import all that the page needs."""
    house = ["--storeys", "7", "--areas", "80,100", "--cost", "600000"]
    ready = HERE.parents[1] / "xlsx_templates"
    book = {"a.xlsx": (ready / "加梯分摊-示例-南京七层.xlsx").read_bytes().hex()}
    roster = {"a.csv": "房号,楼层,面积,参与\n101,一层,80,是\n".encode("gb18030").hex()}
    bank = {"a.csv": "日期,收入,摘要\n2026-03-01,100,101室电梯款\n".encode("gb18030").hex()}
    return [
        (["schemes", "--json"], {}),
        (["roster", "a.csv", "--json"], roster),
        (["shares", "南京", *house, "--json"], {}),
        (["make", "南京", *house, "--with", "全部", "-o", "b.xlsx"], {}),
        (["make", "华龄安康", "--with", "全部", "-o", "b.xlsx"], {}),
        (["make", "融盛安泰", "-o", "b.xlsx"], {}),
        (["make", "上海", "--storeys", "7", "--entry", "平层", "-o", "b.xlsx"], {}),
        (["compare", "南京", "广州", *house, "-o", "b.xlsx"], {}),
        (["make", "--from", "a.xlsx", "-o", "b.xlsx"], book),
        (["check", "a.xlsx", "--json"], book),
        (["check", "a.xlsx"], {"a.xlsx": "00"}),
        (["collect", "a.xlsx", "-o", "b.xlsx"], book),
        (["collect-payments", "a.xlsx", "--bank", "a.csv", "-o", "b.xlsx"], book | bank),
        (["papers"], book),
        (["papers", "账单"], book),
        (["cities"], {}),
        (["city", "上海", "7", "平层"], {}),
        (["offered", "南京"], {}),
        (["roster-read", "a.csv"], roster),
        (["building", "南京", *house], {}),
        (["result", "南京", *house], {}),
        (["beside", "南京", *house], {}),
        (["rules"], {}),
        (["sha256"], book),
    ]


def _page() -> str:
    """The page with all parts in it, as base64 of gzip, or as Python packed it."""
    blocks = []
    for name, path in PARTS.items():
        data = path.read_bytes()
        packed = data if path.suffix == ".zst" else gzip.compress(data, 9, mtime=0)
        blocks.append(
            f'<script type="text/plain" id="part-{name}">{base64.b64encode(packed).decode()}</script>'
        )
        print(f"{name}: {len(packed) / 1e6:.2f} MB")
    page = (HERE / "src/page.html").read_text(encoding="utf-8")
    page = page.replace("{version}", own_version())
    for name in ("style.css", "page.js"):
        folder = HERE / "src" if name.endswith(".css") else BUILD
        page = page.replace(f"/*{name}*/", (folder / name).read_text(encoding="utf-8"))
    return page.replace("<!--parts-->", "\n".join(blocks))


def _run(*command: str) -> None:
    subprocess.run(command, cwd=HERE, check=True)


if __name__ == "__main__":
    main()
