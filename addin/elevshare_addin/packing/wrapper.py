"""The VBA that xlwings itself writes for the functions, on any machine.

xlwings needs pywin32 to be imported as a whole, but not to write the wrapper: where there is
none, empty modules of the same names stand in for it. That is done in a process of its own
(``python -m elevshare_addin.packing.wrapper``), because it changes what xlwings is.
"""

from __future__ import annotations

import io
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType, SimpleNamespace

from elevshare.errors import InputError

MODULE = "elevshare_addin.functions"
#: What ``xlwings.udfs`` takes from pywin32 when it is imported; none of it is used in writing.
_PYWIN32: dict[str, dict[str, object]] = {
    "pythoncom": {"CoInitialize": None},
    "pywintypes": {"com_error": Exception},
    "win32com": {},
    "win32com.client": {"Dispatch": None},
}


def wrapper() -> str:
    """One VBA function for each of ours, as ``xlwings.udfs.generate_vba_wrapper`` writes them.

    Raises:
        InputError: xlwings is missing or cannot be imported.
    """
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, capture_output=True, encoding="ascii", errors="replace")
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or ["没有说明"]
        raise InputError(
            "xlwings 写不出函数的包装代码",
            where=why[0],
            todo='请重新安装：pip install "elevshare[addin]"',
        )
    return done.stdout


def _write() -> str:
    """The wrapper, with xlwings as it is on Windows."""
    import xlwings

    if find_spec("pythoncom") is None:
        for name, content in _PYWIN32.items():
            sys.modules[name] = ModuleType(name)
            sys.modules[name].__dict__.update(content)
    udfs = import_module("xlwings.udfs")
    xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
    file = io.StringIO()
    book = SimpleNamespace(Name="elevshare.xlam")
    udfs.generate_vba_wrapper(MODULE, import_module(MODULE), file, book)
    return file.getvalue()


if __name__ == "__main__":
    print(_write(), end="")
