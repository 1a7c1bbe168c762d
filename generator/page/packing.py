"""Runs in Pyodide while the page is built: compiles modules, leaves out what is never imported."""

import importlib.util
import json
import marshal
import os
import struct
import sys
import zipfile

#: What may be imported only in cases that ``work_once`` does not meet.
KEPT = {
    "_pydatetime", "_pydecimal", "_strptime", "_weakrefset", "calendar", "difflib",
    "encodings/ascii", "encodings/cp437", "encodings/gb18030", "encodings/gb2312", "encodings/gbk",
    "encodings/hex_codec", "encodings/idna", "encodings/latin_1", "encodings/utf_16",
    "encodings/utf_16_be", "encodings/utf_16_le", "encodings/utf_8_sig", "queue", "stringprep",
    "traceback", "zipfile/_path/glob",
}  # fmt: skip
_NEVER = importlib.util.MAGIC_NUMBER + struct.pack("<L", 0) + bytes(8)


def work_once(desk):
    """Do everything the page can do, so that all is imported that it needs."""
    for arguments, files in json.load(open("/tmp/used.json")):
        status, said, _ = desk.run(
            json.dumps(arguments), {name: bytes.fromhex(data) for name, data in files.items()}
        )
        if status:
            raise SystemExit(f"{arguments}: {said}")


def _compiled(source, name):
    """A module as a .pyc file that is never checked against its source."""
    return _NEVER + marshal.dumps(compile(source, name, "exec", dont_inherit=True, optimize=2))


def pack(standard, to, site, to_site):
    """Write the pruned standard library, and all files of ``site`` as one pack."""
    used = {name.replace(".", "/") for name in sys.modules} | KEPT
    with zipfile.ZipFile(standard) as source, zipfile.ZipFile(to, "w") as out:
        for info in sorted(source.infolist(), key=lambda one: one.filename):
            name = info.filename
            if name.endswith(".py") and name[:-3].removesuffix("/__init__") in used:
                data = _compiled(source.read(name), f"/lib/{name}")
                out.writestr(zipfile.ZipInfo(f"{name}c", (2020, 1, 1, 0, 0, 0)), data)
    index, parts = [], []
    for folder, _, names in sorted(os.walk(site)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            inside = os.path.relpath(path, site)
            data = open(path, "rb").read()
            if "__pycache__" in inside:
                continue
            if name.endswith(".py"):
                inside, data = f"{inside}c", _compiled(data, inside)
            index.append([inside, len(data)])
            parts.append(data)
    head = json.dumps(index).encode()
    with open(to_site, "wb") as file:
        file.write(struct.pack("<L", len(head)) + head + b"".join(parts))
