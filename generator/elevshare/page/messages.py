"""The texts of 微信文字, to be copied one by one."""

from __future__ import annotations

from typing import TypedDict

from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.workbook.subjects.wechat.texts import TITLE

#: The head of the column of the households' texts.
_HEAD = "复制这一格"


class Message(TypedDict):
    """A text, and whom it goes to: a household by room and owner; the group has neither."""

    room: str
    owner: str
    text: str


def messages_of(book: OpenedBook) -> list[Message]:
    """Return the texts of a book, that for the group first; none where it has no such sheet."""
    sheet = book.sheet(TITLE)
    head = (
        next((at for at, cell in sheet.cells.items() if cell.value == _HEAD), None)
        if sheet
        else None
    )
    if not sheet or not head:
        return []
    top, column = head
    group = next((text for row in range(1, top) if (text := _text(sheet, row, column))), "")
    found: list[Message] = [{"room": "", "owner": "", "text": group}] if group else []
    last = max(row for row, _ in sheet.cells)
    for row in range(top + 1, last + 1):
        room, owner, text = (_text(sheet, row, column - back) for back in (2, 1, 0))
        if room and text:
            found.append({"room": room, "owner": owner, "text": text})
    return found


def _text(sheet: OpenedSheet, row: int, column: int) -> str:
    """What a cell says."""
    cell = sheet.cells.get((row, column))
    return "" if cell is None or cell.value is None else str(cell.value).strip()
