"""Tables as text, which a spreadsheet opens without taking a text for a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

#: What makes a spreadsheet take a text for a formula, after NFKC.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
#: Before such a text: a spreadsheet shows it, and computes nothing.
_QUOTE = "'"


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    r"""Rows as the bytes of a CSV file that Excel and WPS open right, Chinese and all.

    Numbers stay numbers; ``None`` is an empty cell; a text that would be a formula gets an
    apostrophe before it.

    >>> csv_bytes([("业主", "金额"), ("=1+1", -5)]).decode("utf-8-sig")
    "业主,金额\r\n'=1+1,-5\r\n"
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(map(_safe, rows))
    return buffer.getvalue().encode("utf-8-sig")


def _safe(row: Sequence[object]) -> list[object]:
    """The cells of a row, as they may be written."""
    return [_text(cell) if isinstance(cell, str) else cell for cell in row]


def _text(text: str) -> str:
    """A text that stays one."""
    start = unicodedata.normalize("NFKC", text.lstrip(" \u3000\u00a0\ufeff"))[:1]
    return _QUOTE + text if start in _FORMULA and start else text
