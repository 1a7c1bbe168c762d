"""Compute a book's formulas anew in a separate program with limited memory and time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from elevshare.errors import InputError
from elevshare.opened.areas import Area
from elevshare.opened.model import OpenedBook
from elevshare.opened.package import damaged
from elevshare.opened.vetted import vetted
from elevshare.text import shown

_CALCULATOR = Path(__file__).with_name("calculator.py")
#: MB and seconds for any book; formulas for which one more MB, and one more second, is allowed
#: (four times what ours need); further seconds before a clock stops it (for Windows).
_MEGABYTES, _SECONDS, _A_MEGABYTE, _A_SECOND, _LATER = 200, 5, 350, 4_000, 30
_NOT_COMPUTED = 3
#: Computes values: sheet → area → rows.
Calculator = Callable[
    [OpenedBook, bytes, Mapping[str, Sequence[Area]]], dict[str, list[list[list[object]]]]
]
_PLACE = re.compile(r"formula in (.+)!([A-Z]{1,3}\d{1,7})")


def recalculated(book: OpenedBook) -> bytes:
    """Return the vetted copy of a book (see ``vetted``) with all formulas computed anew.

    Raises:
        InputError: a formula cannot be computed, or all take too much memory or time.
    """
    return _computed(book, vetted(book))


def recalculated_values(
    book: OpenedBook, sheets: Mapping[str, bytes], areas: Mapping[str, Sequence[Area]]
) -> dict[str, list[list[list[object]]]]:
    """Return values of a book with other bytes for its worksheets: sheet → area → rows.

    An error is a mapping.

    Args:
        book: the book; of its worksheets only the place among the others counts.
        sheets: part → bytes of every worksheet.
        areas: sheet → the areas that are wanted.

    Raises:
        InputError: as ``recalculated``.
    """
    return _calculator(book, vetted(book, sheets), areas)


def use_calculator(calculator: Calculator) -> Calculator:
    """Compute values with another program from now on; give the one before.

    It gets the book, its vetted copy, and the areas; it must bound itself.
    """
    global _calculator
    before, _calculator = _calculator, calculator
    return before


def _in_a_process(
    book: OpenedBook, copy: bytes, areas: Mapping[str, Sequence[Area]]
) -> dict[str, list[list[list[object]]]]:
    """Compute values in a process of its own."""
    wanted = {
        sheet: [(one.top, one.left, one.bottom, one.right) for one in some]
        for sheet, some in areas.items()
    }
    found = _computed(book, json.dumps(wanted).encode() + b"\n" + copy, "values")
    values: dict[str, list[list[list[object]]]] = json.loads(found)
    return values


def _computed(book: OpenedBook, given: bytes, *more: str) -> bytes:
    """Run the calculator, within bounds that follow from a book's formulas."""
    count = sum(cell.formula is not None for one in book.sheets for cell in one.cells.values())
    seconds = _SECONDS + count // _A_SECOND
    bounds = (str(_MEGABYTES + count // _A_MEGABYTE), str(seconds))
    command = [sys.executable, "-P", str(_CALCULATOR), *bounds, *more]
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=seconds + _LATER,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_hard(book.name) from None
    if done.returncode == 0 and done.stdout:
        return done.stdout
    if done.returncode == _NOT_COMPUTED:
        raise _not_computed(book.name, done.stderr.decode("utf-8", "replace"))
    raise _too_hard(book.name)


def _too_hard(name: str) -> InputError:
    """Return the error for formulas that take too much memory or time."""
    return InputError(
        "公式算起来太费内存或时间，没有算完",
        where=name,
        todo="请删去后来加进去的公式，或另建簿子重新填写",
    )


def _not_computed(name: str, message: str) -> InputError:
    """Return the error for formulas that cannot be computed, by the calculator's message."""
    if "#CIRC!" in message:
        return InputError(
            "公式互相引用，算不出结果", where=name, todo="请删去后来加进去或改过的公式"
        )
    if "count limit" in message:
        return InputError(
            "公式太多，算不了", where=name, todo="请在 Excel 或 WPS 中打开，从那里打印"
        )
    if "dimension" in message and "limit" in message:
        todo = "请删去表格下方和右边多余的内容，包括格式"
        return InputError("有一页太长或太宽", where=name, todo=todo)
    if not (match := _PLACE.search(message)):
        return damaged(name)
    return InputError(
        "公式算不了",
        where=f"{name} 「{shown(match[1])}」{match[2]}",
        todo="请删去这一格，或改回原来的公式",
    )


_calculator: Calculator = _in_a_process
