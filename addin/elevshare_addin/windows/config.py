"""The configuration file that xlwings' VBA reads: lines ``"KEY","value"`` in the code page."""

from __future__ import annotations

import csv
from pathlib import Path

import elevshare
import elevshare_addin
from elevshare.errors import InputError
from elevshare_addin.packing.wrapper import MODULE
from elevshare_addin.windows.places import Places

INTERPRETER, PATH = "INTERPRETER_WIN", "PYTHONPATH"
#: What every configuration of ours holds.
KEYS = (INTERPRETER, PATH, "UDF MODULES", "ADD_WORKBOOK_TO_PYTHONPATH")
ENGLISH_PATH = (
    r"请把 Python 环境建在只有英文字母的文件夹里（如 python -m venv C:\elevshare），"
    "在里面重新安装本软件，再运行 elevshare-addin install"
)


class ConfigError(Exception):
    """A configuration that VBA cannot read; the message says why, in Chinese."""


def content(places: Places) -> bytes:
    """Our configuration for this machine.

    The folders of our packages come first on Python's path, and the folder of the workbook is
    not on it: a file that lies beside a mailed workbook must not be imported.

    Raises:
        InputError: the path of Python has letters that the code page does not know.
    """
    packages = (Path(str(one.__file__)).parent.parent for one in (elevshare, elevshare_addin))
    values = (str(places.python), ";".join(dict.fromkeys(map(str, packages))), MODULE, "False")
    lines = [f'"{key}","{value}"\r\n' for key, value in zip(KEYS, values, strict=True)]
    try:
        return "".join(lines).encode(places.code_page)
    except UnicodeEncodeError:
        raise InputError(
            "Excel 读不了这个路径：里面有系统代码页没有的字",
            where=str(places.python),
            todo=ENGLISH_PATH,
        ) from None


def read(places: Places) -> dict[str, str]:
    """The configuration as VBA reads it, keys in capitals.

    Raises:
        ConfigError: it is in another encoding, or it has lines of another form.
    """
    data = places.config.read_bytes()
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise ConfigError("开头有 BOM，是用记事本另存成 UTF-8 或 Unicode 的")
    try:
        text = data.decode(places.code_page)
    except UnicodeDecodeError:
        raise ConfigError(f"编码不是系统的代码页（{places.code_page}）") from None
    rows = [row for row in csv.reader(text.splitlines()) if row]
    if odd := next((row for row in rows if len(row) != 2), None):
        raise ConfigError(f"有一行不是两格：{','.join(odd)[:40]}")
    return {key.upper(): value for key, value in rows}
