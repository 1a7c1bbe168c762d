"""Runs in Pyodide while the page is built: compiles modules, leaves out what is never imported.

Of the standard library, what Python needs to start goes into one file, which it reads before it can unpack
anything, and the rest beside elevshare, packed as zstd: browsers cannot read it, Python can, and it takes a
third less than gzip.
"""

from __future__ import annotations

import importlib.util
import json
import marshal
import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

from compression import zstd

#: What may be imported only in cases that ``work_once`` does not meet.
KEPT = {
    "_pydatetime", "_pydecimal", "_strptime", "_weakrefset", "calendar", "difflib",
    "encodings/ascii", "encodings/cp437", "encodings/gb18030", "encodings/gb2312", "encodings/gbk",
    "encodings/hex_codec", "encodings/idna", "encodings/latin_1", "encodings/utf_16",
    "encodings/utf_16_be", "encodings/utf_16_le", "encodings/utf_8_sig", "queue", "stringprep",
    "traceback", "zipfile/_path/glob",
}  # fmt: skip
#: Packages of which only modules are kept that were imported.
_PRUNED = ("openpyxl/",)
#: The head of a .pyc file that is never checked against its source.
_HEAD = importlib.util.MAGIC_NUMBER + struct.pack("<L", 0) + bytes(8)


def work_once(desk: Any, work: str) -> None:
    """Do everything that the page can do, so that all is imported that it needs.

    ``work`` is a JSON file with (words of a command, name → bytes in hexadecimal digits) each.
    """
    for words, files in json.loads(Path(work).read_text()):
        given = {name: bytes.fromhex(data) for name, data in files.items()}
        status, said, _ = desk.run(json.dumps(words), given)
        if status > 1 and "00" not in files.values():  # a file that is none is refused
            raise SystemExit(f"{words}: {said}")


def begun() -> set[str]:
    """The packages and modules that are there when Python has started."""
    return {name.partition(".")[0] for name in sys.modules}


def pack(start: set[str], standard: str, to: str, site: str, to_site: str) -> None:
    """Write the standard library's part in ``start``, and its rest with all files of ``site`` as one pack."""
    used = {name.replace(".", "/") for name in sys.modules} | KEPT
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(to, "w") as out:
        for name, data in _standard(standard, used):
            if name.partition("/")[0].partition(".")[0] in start:
                out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data)
            else:
                parts[name] = data
    for name, data in _parts(Path(site)):
        if not name.startswith(_PRUNED) or name[:-4].removesuffix("/__init__") in used:
            parts[name] = data
    head = json.dumps([[name, len(data)] for name, data in parts.items()]).encode()
    packed = struct.pack("<L", len(head)) + head + b"".join(parts.values())
    Path(to_site).write_bytes(packed)
    Path(f"{to_site}.zst").write_bytes(zstd.compress(packed, 22))


def _standard(path: str, used: set[str]) -> Any:
    """Name and bytes of the modules of the standard library that are used."""
    with zipfile.ZipFile(path) as source:
        for name in sorted(source.namelist()):
            if name.endswith(".py") and name[:-3].removesuffix("/__init__") in used:
                yield f"{name}c", _compiled(source.read(name), f"/lib/{name}")


def _parts(site: Path) -> Any:
    """Name and bytes of every file, modules compiled."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and "__pycache__" not in name:
            data = path.read_bytes()
            yield (f"{name}c", _compiled(data, name)) if name.endswith(".py") else (name, data)


def _compiled(source: bytes, name: str) -> bytes:
    """A module as a .pyc file, without asserts and docstrings (and without columns, see pack.mjs)."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return _HEAD + marshal.dumps(code)
