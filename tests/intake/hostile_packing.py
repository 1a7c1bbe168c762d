"""ZIP files that no spreadsheet program packs."""

from __future__ import annotations

import struct
import zipfile

from handmade import book, packed, parts
from hostile_kit import DAMAGED, LARGE, MB, ODD, ONE, READ, SHEET_HEAD, SHEET_TAIL, hostile, rows


@hostile(LARGE)
def zip_bomb():
    return rows(" " * 1000, 70_000)


@hostile(DAMAGED)
def zip_bomb_that_says_it_is_small():
    data = bytearray(rows(" " * 1000, 10_000))
    size = struct.pack("<I", 10_000_000 + len(SHEET_HEAD + SHEET_TAIL))
    assert data.count(size) == 2
    return bytes(data.replace(size, struct.pack("<I", 5_000)))


@hostile(LARGE)
def zip_of_many_entries():
    return packed(parts(ONE) | {f"x/{n}": "" for n in range(2_001)})


@hostile(LARGE)
def zip_of_thousands_of_entries():
    return packed({f"{n}": "" for n in range(8_000)}, zipfile.ZIP_STORED)


@hostile(READ)
def zip_in_zip():
    return packed(parts(ONE) | {"xl/embeddings/a.xlsx": packed({"a": bytes(50 * MB)})})


@hostile(ODD)
def zip_entries_that_share_their_bytes():
    data = bytearray(packed(parts(ONE) | {"xl/a.xml": "x" * 60, "xl/b.xml": "y" * 60}, 0))
    first, second = (data.index(name) - 30 for name in (b"xl/a.xml", b"xl/b.xml"))
    entry = data.index(b"xl/b.xml", second + 60) - 46
    data[entry + 42 : entry + 46] = struct.pack("<I", first)
    return bytes(data)


def named(name):
    """A book with a part of this name besides."""
    return packed(parts(ONE) | {name: "x"})


@hostile(ODD)
def name_that_leads_up():
    return named("../../etc/cron.d/x")


@hostile(ODD)
def name_that_leads_up_in_the_middle():
    return named("xl/../../x")


@hostile(ODD)
def name_from_the_root():
    return named("/etc/passwd")


@hostile(ODD)
def name_with_backslashes():
    return named("xl/AA.xml").replace(b"xl/AA.xml", b"xl\\AA.xml")


@hostile(ODD)
def name_of_a_drive():
    return named("C:/x")


@hostile(ODD)
def name_with_a_nul():
    return named("xl/aXb.xml").replace(b"xl/aXb.xml", b"xl/a\0b.xml")


@hostile(ODD)
def name_that_runs_backwards():
    return named("xl/\u202elmx.exe")


@hostile(ODD)
def name_without_end():
    return named("x" * 300)


@hostile(ODD)
def name_there_twice():
    return named("xl/styleX.xml").replace(b"xl/styleX.xml", b"xl/styles.xml")


@hostile(ODD)
def name_there_twice_but_for_capitals():
    return named("XL/Workbook.xml")


@hostile(ODD)
def entry_with_a_password():
    data = bytearray(book(ONE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


@hostile(ODD)
def packed_by_bzip2():
    return packed(parts(ONE), zipfile.ZIP_BZIP2)


@hostile(ODD)
def packed_by_lzma():
    return packed(parts(ONE), zipfile.ZIP_LZMA)


@hostile(DAMAGED)
def cut_short():
    return book(ONE)[:-200]


@hostile(DAMAGED)
def wrong_checksum():
    data = bytearray(packed(parts(ONE), zipfile.ZIP_STORED))
    data[data.index(b"<v>1</v>") + 3] = ord("2")
    return bytes(data)


@hostile(DAMAGED)
def directory_that_promises_more():
    data = bytearray(book(ONE))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


@hostile(DAMAGED)
def no_parts():
    return packed({"a.txt": "x"})
