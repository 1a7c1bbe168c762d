"""A book that an accountant has filled in, with the values that its file stores."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.opened.areas import address
from elevshare.opened.package import damaged
from elevshare.printing.forms import printed_area

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_EMPTY = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)
#: No sheet of ours is larger; some programs write a sheet to the last row there can be.
_MAX_CELLS = 2_000_000


class StoredBook:
    """The sheets of a book with their formats, and the values that its file stores.

    Raises:
        InputError: the file is damaged.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name, self._data = name, data
        self.book = self._loaded(data, read_only=True)

    def failed(self) -> int | None:
        """How many checks fail; ``None`` where the book cannot tell."""
        value = next(iter(self.column("failed_checks")), None)
        return int(value) if isinstance(value, int | float) else None

    def column(self, name: str) -> list[object]:
        """The values of a defined name's cells; empty where the book has no such name."""
        try:
            title, area = address(self.book.defined_names[name].attr_text or "")
            sheet = self.book[title]
        except (KeyError, ValueError):
            return []
        if area.size > _MAX_CELLS:
            return []
        return [value for row in sheet.iter_rows(*area, values_only=True) for value in row]

    def sheet(self, title: str) -> Worksheet:
        """One sheet with its formats and print settings; the others are not read again."""
        found = self._loaded(self._only(title), read_only=False)[title]
        *_, right, bottom = printed_area(found)
        if max(bottom, found.max_row) * max(right, found.max_column) > _MAX_CELLS:
            raise InputError(
                "这一页太长或太宽",
                where=f"{self.name} 「{title}」",
                todo="请删去表格下方和右边多余的内容，包括格式和打印区域",
            )
        return found

    def _only(self, title: str) -> bytes:
        """The file with all other sheets emptied, as reading them would take most of the time."""
        paths = {sheet.title: _path(sheet) for sheet in self.book.worksheets}
        drop = {path for name, path in paths.items() if name != title}
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(buffer, "w") as new:
            for name in old.namelist():
                if name in drop:
                    new.writestr(name, _EMPTY)
                elif not any(name.endswith(f"_rels/{Path(path).name}.rels") for path in drop):
                    new.writestr(name, old.read(name))
        return buffer.getvalue()

    def _loaded(self, data: bytes, *, read_only: bool) -> Workbook:
        """The book in openpyxl, with values; any error of openpyxl means a damaged file."""
        from openpyxl import load_workbook

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it does not keep, in English
                return load_workbook(io.BytesIO(data), read_only=read_only, data_only=True)
        except Exception as error:
            raise damaged(self.name) from error


def _path(sheet: object) -> str:
    """The path of a sheet's part in the file; openpyxl keeps it private."""
    return str(getattr(sheet, "_worksheet_path")).lstrip("/")  # noqa: B009
