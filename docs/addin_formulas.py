"""Read a formula that calls one function of the add-in, and write cells as the manual shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

#: A constant in a formula, or a reference.
_PARTS = re.compile(r'"[^"]*"|\{[^}]*\}|[^,"{}]+|(?<=,)(?=,|$)|^(?=,)')
_REFERENCE = re.compile(r"(?:\w+!)?\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?")


def read(formula: str, value_of: Callable[[str], Any] | None = None) -> tuple[str, list[Any]]:
    """Name and arguments of a call, as Excel hands them over; what is left out is ``None``.

    Args:
        formula: constants, array constants and references, no calls inside.
        value_of: what a reference refers to: a cell, or rows of cells.

    >>> read('=F("南京",,{3;4},3%)')
    ('F', ['南京', None, [[3.0], [4.0]], 0.03])
    """
    name, _, rest = formula.removeprefix("=").partition("(")
    texts = _PARTS.findall(rest.removesuffix(")"))
    return name, [_argument(text, value_of) for text in texts]


def _argument(text: str, value_of: Callable[[str], Any] | None) -> Any:
    if text.startswith("{"):
        return [[_constant(cell) for cell in row.split(",")] for row in text[1:-1].split(";")]
    if value_of and _REFERENCE.fullmatch(text):
        return value_of(text)
    return _constant(text)


def _constant(text: str) -> Any:
    if not text or text in ("TRUE", "FALSE"):
        return text == "TRUE" if text else None
    if text.startswith("#"):
        return text
    if text.startswith('"'):
        return text.strip('"') or None
    return round(float(text[:-1]) / 100, 6) if text.endswith("%") else float(text)


def shown(cell: Any) -> str:
    """A cell of a result as a sheet shows it without a format.

    >>> shown(1920.0), shown(260869.57), shown(None), shown("正确")
    ('1920', '260869.57', '（空）', '正确')
    """
    if cell is None:
        return "（空）"
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def rows(result: Any) -> list[list[Any]]:
    """A result as rows of cells."""
    return result if isinstance(result, list) else [[result]]
