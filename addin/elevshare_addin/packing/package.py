"""The add-in file: xlwings' own example of an add-in with our modules in it."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare import __version__
from elevshare.errors import InputError
from elevshare_addin.packing.modules import (
    CELLS,
    OPENING,
    PROJECT,
    functions_module,
    xlwings_module,
)
from elevshare_addin.packing.texts import texts_module
from elevshare_addin.packing.wrapper import wrapper

if TYPE_CHECKING:
    from pyopenvba import ExcelFile

TITLE = "加梯分摊"
#: Every part carries this date: the same sources give the same file, byte by byte.
_DATE = (1980, 1, 1, 0, 0, 0)
_INSTALL = '请先安装：pip install "elevshare[addin]"'


def build() -> bytes:
    """The content of ``elevshare.xlam``, the same for the same versions on any machine.

    Raises:
        InputError: xlwings or pyOpenVBA is missing, or xlwings is of a version that we do
            not know.
    """
    template = _template()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{PROJECT}.xlam"
        file.write_bytes(template)
        try:
            _write_modules(file)
        except ValueError as error:
            raise InputError(f"不认识这个版本的 xlwings（{error}）", todo=_INSTALL) from None
        return _named(file.read_bytes())


def _template() -> bytes:
    """xlwings' example of an add-in, from the installed package."""
    spec = find_spec("xlwings")
    if spec is None or spec.origin is None:
        raise InputError("没有安装 xlwings", todo=_INSTALL)
    return Path(spec.origin).with_name("quickstart_addin.xlam").read_bytes()


def _write_modules(file: Path) -> None:
    """Replace the example's modules by ours; all VBA is ASCII with Windows line ends."""
    with opened(file) as book:
        project = book.vba_project()
        project.delete_module("Module1")
        sources = {
            "xlwings": xlwings_module(book.get_module("xlwings")),
            "ThisWorkbook": book.get_module("ThisWorkbook") + OPENING,
            "xlwings_udfs": functions_module(wrapper()),
            f"{PROJECT}_cells": CELLS,
            f"{PROJECT}_texts": texts_module(),
        }
        for name, source in sources.items():
            change = book.set_module if name in project.module_names() else project.add_module
            change(name, windows_lines(source))
        book.save()


def opened(file: Path) -> ExcelFile:
    """A workbook with macros, for its modules; close it as a context.

    Raises:
        InputError: pyOpenVBA is missing.
    """
    try:
        from pyopenvba import ExcelFile
    except ImportError:
        raise InputError("没有安装 pyOpenVBA", todo=_INSTALL) from None
    return ExcelFile(file)


def windows_lines(source: str) -> str:
    """A module as VBA keeps it.

    Raises:
        UnicodeEncodeError: it is not ASCII, so it would read otherwise on other machines.
    """
    source.encode("ascii")
    return source.replace("\r\n", "\n").replace("\n", "\r\n")


def _named(data: bytes) -> bytes:
    """The same file with our name in Excel's list of add-ins, and no traces of a machine."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name in _EDITS:
                content = _EDITS[name](content.decode()).encode()
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 0  # as Windows writes it, on any machine
            new.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _workbook(xml: str) -> str:
    """The workbook without the folder it was made in; its one sheet under our name."""
    xml = re.sub(r"<mc:AlternateContent.*?</mc:AlternateContent>", "", xml, flags=re.S)
    return xml.replace("_myaddin.conf", f"_{PROJECT}.conf")


def _properties(xml: str) -> str:
    """Title and comment are what Excel's list of add-ins shows."""
    comment = f"老旧住宅加装电梯费用分摊的函数，版本 {__version__}"
    xml = xml.replace("<dc:title />", f"<dc:title>{TITLE}</dc:title>")
    xml = xml.replace("<dc:description />", f"<dc:description>{comment}</dc:description>")
    return re.sub(r"(<(dc:creator|cp:lastModifiedBy)>)[^<]*", r"\1elevshare", xml)


_EDITS = {"xl/workbook.xml": _workbook, "docProps/core.xml": _properties}
