"""The papers of a filled-in book that go to households, for a browser to print or to draw.

Everything is shown as the file stores it: nothing is computed here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypedDict

from elevshare.errors import InputError
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.book import opened
from elevshare.opened.results import missing
from elevshare.page.boxes import Box, Boxes
from elevshare.page.looks import CellLook
from elevshare.page.messages import Message, messages_of
from elevshare.printing.filenames import file_names
from elevshare.printing.forms import PaperForm, a_page, forms_in_use, forms_of
from elevshare.printing.job import USUAL
from elevshare.printing.stored_book import StoredBook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Number of a paper size → width and height in points; A4 where a book has another.
_SIZES = {8: (841.89, 1190.55), 9: (595.28, 841.89), 11: (419.53, 595.28)}
_A4 = 9
_INCH = 72
_NO_VALUES = "簿子里没有存着数字，不能打印"
_SAVE = "请用 WPS 或 Excel 打开、保存一次再来"


class SheetInUse(TypedDict):
    """A sheet of papers, and how many of its forms are in use."""

    title: str
    forms: int


class Offered(TypedDict):
    """What a book offers: sheets with forms in use, the usual one first; texts for WeChat."""

    sheets: list[SheetInUse]
    messages: list[Message]


class Page(TypedDict):
    """The paper, in points; ``scale`` is by how much the sheet is printed smaller."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    scale: float
    centred: bool
    forms: int


class Form(TypedDict):
    """One form: whose it is, the name of its picture, and whether it says that money is owed."""

    room: str
    file: str
    owes: bool
    height: float
    boxes: list[Box]


class Papers(TypedDict):
    """All forms of a sheet that are in use."""

    title: str
    page: Page
    width: float
    looks: list[CellLook]
    forms: list[Form]


def offered(data: bytes, name: str) -> Offered:
    """What a book offers to print or to send.

    Raises:
        InputError: there is nothing, or the book's values are not stored.
    """
    book = opened(data, name)
    found = [(sheet, _in_use(book, sheet)) for sheet in book.sheets]
    sheets: list[SheetInUse] = [
        {"title": sheet.title, "forms": forms} for sheet, forms in found if forms
    ]
    if not sheets:
        if any(missing(sheet) for sheet in book.sheets):
            raise InputError(_NO_VALUES, where=name, todo=_SAVE)
        raise InputError(
            "没有一张单据可以打印", where=name, todo="请先填好“住户”和费用，再看“校验”"
        )
    sheets.sort(key=lambda one: one["title"] not in USUAL)
    return {"sheets": sheets, "messages": messages_of(book)}


def papers_of(data: bytes, name: str, title: str) -> Papers:
    """The forms of a sheet.

    Raises:
        InputError: the book has no such forms in use, or their values are not stored.
    """
    stated = opened(data, name).sheet(title)
    if stated and missing(stated):
        raise InputError(_NO_VALUES, where=f"{name} 「{title}」", todo=_SAVE)
    book = StoredBook(data, name)
    if not stated or not (forms := forms_of(sheet := book.sheet(title), book.column("room_no"))):
        raise InputError("没有一张单据可以打印", where=f"{name} 「{title}」", todo="请另选一页")
    boxes = Boxes(sheet)
    ending = ".png" if title in USUAL else f"-{title}.png"
    files = file_names([form.room for form in forms], ending)
    return {
        "title": title,
        "page": _page(sheet),
        "width": boxes.width,
        "forms": [_form(sheet, boxes, form, file) for form, file in zip(forms, files, strict=True)],
        "looks": boxes.looks,
    }


def _in_use(book: OpenedBook, sheet: OpenedSheet) -> int:
    """How many forms of a sheet are in use."""
    return forms_in_use([(book.code_of(one.style), one.value) for one in sheet.cells.values()])


def _page(sheet: Worksheet) -> Page:
    """How the sheet is set up for the printer."""
    setup, margins = sheet.page_setup, sheet.page_margins
    size = _SIZES.get(int(setup.paperSize or _A4), _SIZES[_A4])
    width, height = reversed(size) if setup.orientation == "landscape" else size
    left, top, right, bottom = (
        float(getattr(margins, side) or 0) * _INCH for side in ("left", "top", "right", "bottom")
    )
    return {
        "width": width, "height": height, "left": left, "top": top, "right": right, "bottom": bottom,
        "scale": (setup.scale or 100) / 100, "centred": bool(sheet.print_options.horizontalCentered),
        "forms": a_page(sheet),
    }  # fmt: skip


def _form(sheet: Worksheet, boxes: Boxes, form: PaperForm, file: str) -> Form:
    """One form."""
    return {
        "room": form.room,
        "file": file,
        "owes": _owes(sheet, form),
        "height": boxes.height(form),
        "boxes": boxes.of(form),
    }


def _owes(sheet: Worksheet, form: PaperForm) -> bool:
    """Whether a form says that money is still to be paid: what is left, else what is asked for."""
    rows = sheet.iter_rows(form.first, form.last, values_only=True)
    said = [pair for row in rows for pair in pairwise(row)]
    for words in (("还欠",), ("本次应缴", "合计应缴")):
        for label, value in said:
            if isinstance(label, str) and label.startswith(words):
                return isinstance(value, int | float) and value > 0
    return False
