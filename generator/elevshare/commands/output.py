"""What commands print: tables for people, a progress bar, JSON for programs.

In a table a Chinese character is two columns wide.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqdm import tqdm

_BAR = "{desc} {percentage:3.0f}% |{bar}| 已用 {elapsed}，还要 {remaining}"


def rows_text(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows as aligned text; the columns of ``right`` are flush right.

    >>> print(rows_text([("房号", "金额"), ("101", "5.00")], right=[1]))
    房号  金额
    101   5.00
    """
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            _pad(text, width, column in right)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _width(text: str) -> int:
    """Columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def _pad(text: str, width: int, right: bool) -> str:
    """A text filled up with blanks."""
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks


def json_text(record: object) -> str:
    """JSON; its Chinese is written as ASCII escapes where the output is not UTF-8."""
    import json

    utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    return json.dumps(record, ensure_ascii=not utf8, indent=1)


def bar(total: int, what: str) -> tqdm[None]:
    """A progress bar of ``total`` steps, shown on a terminal only."""
    from tqdm import tqdm

    return tqdm(total=total, desc=what, bar_format=_BAR, leave=False, disable=None)
