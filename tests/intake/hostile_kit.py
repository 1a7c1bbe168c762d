"""How files that are made to hurt are made, and what a message says of them.

``BOOKS``: function → what the message says, ``READ`` where the file is harmless.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

import handmade
from handmade import MAIN, book, parts

READ = ""
MB = 1024 * 1024
#: What a message may say.
DAMAGED, LARGE, ODD = "已损坏或不完整", "解开后过大", "不像是表格软件保存的"
FAR = "这一页太长或太宽"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
BOOKS: dict[Callable[[], bytes], str] = {}


def hostile(words):
    """Put a function into ``BOOKS``."""

    def kept(make):
        BOOKS[make] = words
        return make

    return kept


def streamed(part, pieces: Iterable[str], **more):
    """A small book with one part written piece by piece."""
    buffer = io.BytesIO()
    contents = parts(ONE, **more)
    del contents[handmade.NAMES[part]]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        with archive.open(handmade.NAMES[part], "w") as file:
            for piece in pieces:
                file.write(piece.encode())
    return buffer.getvalue()


def repeated(part, head, unit, times, tail, **more):
    """A part with ``unit`` many times over; ``{n}`` in it counts."""
    step = 10_000

    def pieces():
        yield head
        for start in range(0, times, step):
            if "{n}" in unit:
                yield "".join(
                    unit.replace("{n}", str(n)) for n in range(start, min(start + step, times))
                )
            else:
                yield unit * min(step, times - start)
        yield tail

    return streamed(part, pieces(), **more)


SHEET_HEAD, SHEET_TAIL = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"


def rows(unit, times, **more):
    """A sheet of many rows."""
    return repeated("sheet", SHEET_HEAD, unit, times, SHEET_TAIL, **more)


def after_rows(head, unit, times, tail):
    """A sheet with many things behind its rows."""
    start = f'<worksheet xmlns="{MAIN}"><sheetData/>{head}'
    return repeated("sheet", start, unit, times, f"{tail}</worksheet>")


def greedy(formulas):
    """A book with these formulas in column A."""
    cells = (text.replace("&", "&amp;") for text in formulas)
    return book(
        "".join(
            f'<row r="{n}"><c r="A{n}" t="str"><f>{text}</f></c></row>'
            for n, text in enumerate(cells, 1)
        )
    )
