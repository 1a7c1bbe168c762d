"""Causes of failure in the Python that Excel is to start."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from elevshare_addin.windows.config import INTERPRETER, PATH, ConfigError, read
from elevshare_addin.windows.finding import REINSTALL, DoctorFinding, blocked
from elevshare_addin.windows.places import Places

_VENV = (
    r"请从 python.org 安装 Python，用 python -m venv C:\elevshare 建一个环境，"
    r'在里面运行 pip install "elevshare[addin]" 和 elevshare-addin install'
)
#: What must run there; it imports what a call imports, and prints the version of xlwings.
_TRY = "import sys; sys.path[:0] = sys.argv[1].split(';'); import pythoncom, xlwings; import elevshare_addin.functions; print(xlwings.__version__)"


def python(places: Places) -> Iterator[DoctorFinding]:
    """The interpreter is missing, comes from the Store, lacks the DLL, or cannot do it."""
    try:
        config = read(places)
    except (ConfigError, OSError):
        return  # said of the file itself
    if not (name := config.get(INTERPRETER, "")):
        return
    interpreter = Path(name)
    if not interpreter.is_file():
        yield DoctorFinding(f"配置里的 Python 不在了：{interpreter}", REINSTALL)
        return
    if _from_store(interpreter):
        text = f"这个 Python 来自微软应用商店，Excel 装不了它的 DLL：{interpreter}"
        yield DoctorFinding(text, _VENV)
    yield from _dlls(interpreter)
    yield from _answers(interpreter, config.get(PATH, ""))


def _from_store(interpreter: Path) -> bool:
    """Whether it is the Store's Python, or an environment made with it."""
    try:
        made_from = (interpreter.parent.parent / "pyvenv.cfg").read_text(errors="replace")
    except OSError:
        made_from = ""
    known = ("windowsapps", "pythonsoftwarefoundation.python")
    return any(word in f"{interpreter}\n{made_from}".lower() for word in known)


def _dlls(interpreter: Path) -> Iterator[DoctorFinding]:
    """The DLL of xlwings lies beside the interpreter or one folder above, for 64 and 32 bits."""
    wanted = version("xlwings")
    folders = (interpreter.parent, interpreter.parent.parent)
    there = {file.name: file for folder in folders for file in folder.glob("xlwings??-*.dll")}
    for file in there.values():
        if blocked(file):
            text = f"Windows 锁定了从网上来的文件，Excel 装不了它：{file}"
            yield DoctorFinding(text, "请右击这个文件，选“属性”，勾选“解除锁定”")
    for bits in (64, 32):
        if f"xlwings{bits}-{wanted}.dll" in there:
            continue
        others = "、".join(sorted(name for name in there if name.startswith(f"xlwings{bits}")))
        yield DoctorFinding(
            f"缺少 {bits} 位 Excel 要用的 xlwings{bits}-{wanted}.dll（应在 {folders[1]}"
            + (f"；那里只有 {others}，版本不对）" if others else "）"),
            f"请不要用 pip --user；在虚拟环境里运行 pip install --force-reinstall "
            f"xlwings=={wanted}，再看看杀毒软件有没有删掉它",
            fatal=bits == 64,
        )


def _answers(interpreter: Path, path: str) -> Iterator[DoctorFinding]:
    """Start it as Excel would, and import what a call imports."""
    try:
        done = subprocess.run(
            [interpreter, "-B", "-c", _TRY, path], capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        yield DoctorFinding(f"配置里的 Python 启动不了：{interpreter}", _VENV)
        return
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["没有说明"]
        todo = '请在这个 Python 环境里运行 pip install --force-reinstall "elevshare[addin]"'
        yield DoctorFinding(f"配置里的 Python 用不了函数（{lines[0]}）：{interpreter}", todo)
        return
    found, wanted = done.stdout.decode(errors="replace").strip(), version("xlwings")
    if found != wanted:
        text = f"配置里的 Python 装的是 xlwings {found}，加载项要 {wanted}：{interpreter}"
        yield DoctorFinding(text, REINSTALL)
