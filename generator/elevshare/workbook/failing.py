"""The checks that fail in a book that this program has just made, from the bytes of its file."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from elevshare.project.account import PROBLEMS

_SHEET = re.compile(r'<sheet name="校验" sheetId="(\d+)"')
_ROW = re.compile(
    r'<c r="B\d+"[^>]*><is><t[^>]*>(?P<name>[^<]*)</t></is></c><c r="C\d+"[^>]*><f>[^<]*</f>'
    r'<v>不通过</v></c><c r="D\d+"[^>]*><f>[^<]*</f><v>(?P<state>[^<]*)</v></c>'
    r'<c r="E\d+"[^>]*><is><t[^>]*>(?P<advice>[^<]*)'
)
#: How the state of a check begins that only waits for an input.
_BLANK = PROBLEMS[1]


class FailedCheck(NamedTuple):
    """A failed check as 校验 shows it: its name, the present state, and what to do."""

    name: str
    state: str
    advice: str

    @property
    def waits(self) -> bool:
        """Whether nothing is wrong but that an input is still blank."""
        return self.state.startswith(_BLANK)


def failing(book: bytes) -> list[FailedCheck]:
    """The failed checks of a finished book, in the order of 校验."""
    with ZipFile(BytesIO(book)) as archive:
        number = _SHEET.findall(archive.read("xl/workbook.xml").decode())[0]
        part = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
    return [FailedCheck(*map(unescape, found)) for found in _ROW.findall(part)]
