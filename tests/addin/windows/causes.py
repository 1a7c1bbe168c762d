"""Every cause of failure that the doctor knows, each made on a machine that was well."""

import os
import shutil
from importlib.metadata import version

from elevshare_addin.packing.package import opened
from elevshare_addin.windows.causes_excel import EXCEL

XLWINGS = version("xlwings")
INTERNET = "[ZoneTransfer]\r\nZoneId=3\r\n"


def missing_addin(machine):
    machine.places.addin.unlink()


def second_addin(machine):
    shutil.copy(machine.places.addin, machine.places.xlstart / "elevshare (1).xlam")


def addin_in_addins(machine):
    folder = machine.places.appdata / "Microsoft" / "AddIns"
    folder.mkdir()
    shutil.copy(machine.places.addin, folder)


def blocked_addin(machine):
    machine.places.xlstart.joinpath("elevshare.xlam:Zone.Identifier").write_text(INTERNET)


def broken_addin(machine):
    machine.places.addin.write_bytes(b"PK not really")


def _changed(machine, module, old, new):
    with opened(machine.places.addin) as book:
        source = book.get_module(module)
        assert old in source
        book.set_module(module, source.replace(old, new))
        book.save()


def addin_of_another_xlwings(machine):
    _changed(machine, "xlwings", XLWINGS, "0.20.0")


def addin_of_another_version(machine):
    _changed(machine, "elevshare_cells", 'ELEVSHARE_VERSION As String = "', 'ELEVSHARE_VERSION As String = "9')  # fmt: skip


def missing_config(machine):
    machine.places.config.unlink()


def config_with_bom(machine):
    text = machine.places.config.read_text(encoding="cp936")
    machine.places.config.write_text(text, encoding="utf-8-sig", newline="")


def config_in_utf_16(machine):
    text = machine.places.config.read_text(encoding="cp936")
    machine.places.config.write_text(text, encoding="utf-16", newline="")


def config_in_utf_8(machine):
    text = machine.places.config.read_text(encoding="cp936") + '"NOTE","梯"\r\n'
    machine.places.config.write_bytes(text.encode("utf-8"))


def config_of_another_form(machine):
    machine.places.config.write_bytes(b"INTERPRETER_WIN = python\r\n")


def config_without_modules(machine):
    lines = machine.places.config.read_bytes().splitlines(keepends=True)
    machine.places.config.write_bytes(b"".join(one for one in lines if b"UDF MODULES" not in one))


def missing_python(machine):
    machine.python.unlink()


def python_from_the_store(machine):
    home = r"home = C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.11_3.11.2544.0_x64__qbz5n2kfra8p0"  # fmt: skip
    (machine.dlls / "pyvenv.cfg").write_text(home)


def missing_dll(machine):
    machine.dlls.joinpath(f"xlwings64-{XLWINGS}.dll").unlink()


def old_dll(machine):
    machine.dlls.joinpath(f"xlwings64-{XLWINGS}.dll").rename(machine.dlls / "xlwings64-0.20.0.dll")


def missing_dll_for_32_bits(machine):
    machine.dlls.joinpath(f"xlwings32-{XLWINGS}.dll").unlink()


def blocked_dll(machine):
    machine.dlls.joinpath(f"xlwings64-{XLWINGS}.dll:Zone.Identifier").write_text(INTERNET)


def python_without_pywin32(machine):
    (machine.folder / "pywin32" / "pythoncom.py").unlink()


def python_that_does_not_start(machine):
    machine.python.chmod(0o644)


def python_with_another_xlwings(machine):
    machine.interpreter("echo 0.20.0")


def store_excel(machine):
    (machine.places.local / "Packages" / "Microsoft.Office.Desktop_8wekyb3d8bbwe").mkdir(parents=True)  # fmt: skip


def wps_answers(machine):
    server = r"C:\Users\wang\AppData\Local\Kingsoft\WPS Office\12.1.0\office6\et.exe /Automation"
    machine.registry["HKCR", rf"CLSID\{EXCEL}\LocalServer32"] = {"": server}


def wps_opens_books(machine):
    machine.registry["HKCR", ".xlsx"] = {"": "ET.Xlsx.6"}


def locations_disabled(machine):
    key = r"Software\Microsoft\Office\16.0\Excel\Security"
    machine.registry["HKCU", rf"{key}\Trusted Locations"] = {"AllLocationsDisabled": 1}
    machine.registry["HKCU", key] = {"VBAWarnings": 4}


def locations_disabled_only(machine):
    locations_disabled(machine)
    del machine.registry["HKCU", r"Software\Microsoft\Office\16.0\Excel\Security"]


def disabled_after_a_crash(machine):
    data = b"\x01\x00\x00\x00" + str(machine.places.addin).encode("utf-16-le")
    key = r"Software\Microsoft\Office\16.0\Excel\Resiliency\DisabledItems"
    machine.registry["HKCU", key] = {"A": 7, "4F2B": data}


def _user(machine, name, code_page):
    """Another name of the user, and so of his folders."""
    user = machine.folder / name
    shutil.move(machine.user, user)
    for variable in ("USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        machine.set(variable, os.environ[variable].replace(str(machine.user), str(user)))
    machine.set("ELEVSHARE_CODE_PAGE", code_page)


def user_name_that_is_not_english(machine):
    _user(machine, "王会计", "cp936")


def user_name_beyond_the_code_page(machine):
    _user(machine, "王会计", "cp1252")


#: Cause → what is said of it, what to do, and whether the add-in cannot work.
CAUSES = {
    missing_addin: ("启动文件夹里没有加载项", "elevshare-addin install", True),
    second_addin: ("再打开一份加载项", "删去这个文件", True),
    addin_in_addins: ("再打开一份加载项", "删去这个文件", True),
    blocked_addin: ("锁定了从网上来的文件", "解除锁定", True),
    broken_addin: ("加载项文件坏了", "elevshare-addin install", True),
    addin_of_another_xlwings: ("加载项是按 xlwings 0.20.0 做的", "elevshare-addin install", True),
    addin_of_another_version: ("加载项是按 elevshare 9", "elevshare-addin install", True),
    missing_config: ("没有配置文件", "elevshare-addin install", True),
    config_with_bom: ("开头有 BOM", "elevshare-addin install", True),
    config_in_utf_16: ("开头有 BOM", "elevshare-addin install", True),
    config_in_utf_8: ("编码不是系统的代码页", "elevshare-addin install", True),
    config_of_another_form: ("有一行不是两格", "elevshare-addin install", True),
    config_without_modules: ("缺少 UDF MODULES", "elevshare-addin install", True),
    missing_python: ("Python 不在了", "elevshare-addin install", True),
    python_from_the_store: ("来自微软应用商店", "python.org", True),
    missing_dll: (f"缺少 64 位 Excel 要用的 xlwings64-{XLWINGS}.dll", "虚拟环境", True),
    old_dll: ("那里只有 xlwings64-0.20.0.dll，版本不对", "虚拟环境", True),
    missing_dll_for_32_bits: ("缺少 32 位 Excel", "虚拟环境", False),
    blocked_dll: ("锁定了从网上来的文件", "解除锁定", True),
    python_without_pywin32: ("No module named 'pythoncom'", "pip install", True),
    python_that_does_not_start: ("启动不了", "python.org", True),
    python_with_another_xlwings: ("装的是 xlwings 0.20.0", "elevshare-addin install", True),
    store_excel: ("微软应用商店", "office.com", False),
    wps_answers: ("WPS 表格顶替了 Excel", "兼容设置", True),
    wps_opens_books: ("打开的是 WPS", "先打开 Excel", False),
    locations_disabled: ("停用了所有受信任位置", "信任中心", True),
    locations_disabled_only: ("停用了所有受信任位置", "信任中心", False),
    user_name_that_is_not_english: ("王会计", "英文字母", False),
    user_name_beyond_the_code_page: ("王会计", "英文字母", True),
    disabled_after_a_crash: ("在一次崩溃以后禁用了加载项", "禁用项目", True),
}
