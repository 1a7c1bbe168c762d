"""Causes of failure in Excel itself, told by the registry: WPS, the Store, forbidden macros."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from elevshare_addin.windows.finding import DoctorFinding
from elevshare_addin.windows.places import Places

#: Excel.Application as a COM class.
EXCEL = "{00024500-0000-0000-C000-000000000046}"
_SETTINGS = (
    r"Software\Policies\Microsoft\Office\16.0\Excel\Security",
    r"Software\Microsoft\Office\16.0\Excel\Security",
)
_WPS = ("kingsoft", "wps", "et.exe")


def excel(places: Places) -> Iterator[DoctorFinding]:
    """Excel comes from the Store, WPS answers in its name, or macros are forbidden."""
    store = places.local / "Packages" / "Microsoft.Office.Desktop_8wekyb3d8bbwe"
    if store.is_dir():
        yield DoctorFinding(
            "这台电脑的 Excel 来自（或曾来自）微软应用商店，这种 Excel 装不了 xlwings 的 DLL",
            "请在“设置－应用”里卸载商店版 Office，从 office.com 登录后安装桌面版",
            fatal=False,
        )
    yield from _wps()
    yield from _security()
    yield from _disabled(places)


def _wps() -> Iterator[DoctorFinding]:
    """WPS registered itself as Excel, or opens Excel's files."""
    server = value("HKEY_CLASSES_ROOT", rf"CLSID\{EXCEL}\LocalServer32")
    if _is_wps(server):
        yield DoctorFinding(
            f"WPS 表格顶替了 Excel（{server}），xlwings 会连到 WPS 上",
            "请打开“WPS 配置工具”，在“高级－兼容设置”里取消与 Microsoft Office 的兼容；"
            "再在“设置－应用”里对 Office 选“修改－快速修复”",
        )
    kind = value("HKEY_CLASSES_ROOT", ".xlsx")
    if str(kind).lower().startswith(("et.", "wps", "ket")):
        yield DoctorFinding(
            f"双击 xlsx 文件打开的是 WPS（{kind}），WPS 里没有这些函数",
            "请先打开 Excel，再从 Excel 里打开文件；WPS 用户请看 docs/WPS加载项.md",
            fatal=False,
        )


def _is_wps(server: object) -> bool:
    """Whether a program is WPS's."""
    return any(word in str(server).lower() for word in _WPS)


def _security() -> Iterator[DoctorFinding]:
    """Macros are off everywhere, even in the start folder."""
    found = {
        name: any(value("HKEY_CURRENT_USER", key + below, name) == bad for key in _SETTINGS)
        for name, below, bad in (
            ("VBAWarnings", "", 4),
            ("AllLocationsDisabled", r"\Trusted Locations", 1),
        )
    }
    if found["AllLocationsDisabled"]:
        yield DoctorFinding(
            "Excel 停用了所有受信任位置，启动文件夹里的宏也不运行",
            "请在 Excel 的“文件－选项－信任中心－信任中心设置－受信任位置”里"
            "去掉“禁用所有受信任位置”；灰色不能改的，请找单位的网管",
            fatal=found["VBAWarnings"],
        )


def _disabled(places: Places) -> Iterator[DoctorFinding]:
    """Excel disabled the add-in after a crash."""
    key = r"Software\Microsoft\Office\16.0\Excel\Resiliency\DisabledItems"
    name = places.addin.name.encode("utf-16-le")
    for data in values("HKEY_CURRENT_USER", key).values():
        if isinstance(data, bytes) and name in data.lower():
            yield DoctorFinding(
                "Excel 在一次崩溃以后禁用了加载项",
                "请在 Excel 的“文件－选项－加载项”最下面“管理”里选“禁用项目”，"
                "点“转到”，选中 elevshare.xlam，点“启用”",
            )
            return


def value(root: str, key: str, name: str = "") -> object:
    """A value of the registry; ``None`` where there is none, or no registry."""
    return values(root, key).get(name)


def values(root: str, key: str) -> dict[str, object]:
    """Name → value under a key of the registry; nothing where there is no such key."""
    found: dict[str, object] = {}
    try:
        winreg = import_module("winreg")  # Windows has it
        with winreg.OpenKey(getattr(winreg, root), key) as opened:
            while True:
                name, content, _ = winreg.EnumValue(opened, len(found))
                found[name] = content
    except (ImportError, OSError):
        return found
