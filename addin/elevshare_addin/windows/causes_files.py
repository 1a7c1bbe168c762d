"""Causes of failure in the files of the add-in: missing, old, blocked, unreadable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import elevshare
from elevshare.errors import InputError
from elevshare_addin.packing.package import opened
from elevshare_addin.windows.config import ENGLISH_PATH, KEYS, ConfigError, read
from elevshare_addin.windows.finding import REINSTALL, DoctorFinding, blocked
from elevshare_addin.windows.places import Places

_CONSTANTS = re.compile(r'^Public Const (XLWINGS|ELEVSHARE)_VERSION As String = "(.*)"', re.M)


def addin_file(places: Places) -> Iterator[DoctorFinding]:
    """The add-in is missing, is there twice, is blocked, or is of another version."""
    for other in _copies(places):
        yield DoctorFinding(
            f"Excel 会再打开一份加载项，函数重名：{other}", "请关闭 Excel，删去这个文件"
        )
    if not places.addin.is_file():
        yield DoctorFinding(f"Excel 的启动文件夹里没有加载项：{places.addin}", REINSTALL)
        return
    if blocked(places.addin):
        yield DoctorFinding(
            f"Windows 锁定了从网上来的文件，Excel 不运行其中的宏：{places.addin}",
            "请右击这个文件，选“属性”，勾选“解除锁定”；或者运行 elevshare-addin install 重新写入",
        )
    yield from _versions(places)


def _copies(places: Places) -> list[Path]:
    """Other copies in the folders that Excel opens: at the start, and from its own dialog."""
    folders = (places.xlstart, places.appdata / "Microsoft" / "AddIns")
    found = {file for folder in folders for file in folder.glob("elevshare*")}
    return sorted(one for one in found - {places.addin} if one.suffix in (".xlam", ".xla"))


def _versions(places: Places) -> Iterator[DoctorFinding]:
    """The versions written in the add-in against those installed."""
    try:
        with opened(places.addin) as book:
            modules = "\n".join(book.vba_modules().values()).replace("\r\n", "\n")
    except InputError:
        raise
    except Exception:  # whatever a damaged file does to the reader
        yield DoctorFinding(f"加载项文件坏了：{places.addin}", REINSTALL)
        return
    found = dict(_CONSTANTS.findall(modules))
    for name, wanted in (("ELEVSHARE", elevshare.__version__), ("XLWINGS", _xlwings())):
        if found.get(name) != wanted:
            yield DoctorFinding(
                f"加载项是按 {name.lower()} {found.get(name, '（不明）')} 做的，装着的是 {wanted}",
                REINSTALL,
            )


def _xlwings() -> str:
    """The version of xlwings beside us."""
    try:
        return version("xlwings")
    except PackageNotFoundError:
        return "（没有）"


def config_file(places: Places) -> Iterator[DoctorFinding]:
    """The configuration is missing, in another encoding, or lacks something."""
    try:
        config = read(places)
    except FileNotFoundError:
        yield DoctorFinding(f"没有配置文件：{places.config}", REINSTALL)
        return
    except (ConfigError, OSError) as error:
        yield DoctorFinding(f"Excel 读不了配置文件 {places.config}：{error}", REINSTALL)
        return
    if missing := [key for key in KEYS if not config.get(key)]:
        yield DoctorFinding(f"配置文件里缺少 {'、'.join(missing)}：{places.config}", REINSTALL)


def paths(places: Places) -> Iterator[DoctorFinding]:
    """A user name, and so a path, with letters other than English ones."""
    odd = [path for path in (places.profile, places.python) if not str(path).isascii()]
    for path in odd[:1]:
        try:
            str(path).encode(places.code_page)
        except UnicodeEncodeError:
            text = f"路径里有系统代码页（{places.code_page}）没有的字，Excel 找不到它：{path}"
            yield DoctorFinding(text, ENGLISH_PATH)
        else:
            text = f"用户名或路径不全是英文字母，xlwings 在这样的路径下有时找不到文件：{path}"
            yield DoctorFinding(text, f"函数能用就不必理会；不能用时，{ENGLISH_PATH}", fatal=False)
