"""The code of a book: SHA-256 over one text of all its inputs and amounts, 16 characters of it.

docs/13 describes the text. It is read from the cells of the file alone, so that a book of any
version gives the same code in a program of any later version, however another program saved it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from elevshare.errors import InputError
from elevshare.opened import Cell, OpenedBook, Value
from elevshare.opened.places import Place, reference
from elevshare.text import shown
from elevshare.workbook.reading.cells import SINCE_1904
from elevshare.workbook.seal_inputs import CODE_NAME, FACTS, FACTS_NAME, NOW_NAME

#: Digits and capital letters without 0, O, 1 and I: 32, five bits each.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#: The first line of the text: another way to write it would have another number.
FORMAT = "加梯分摊封签 1"
#: Sheets whose inputs only choose what is shown or printed.
_CHOOSING = ("说明", "单户")
#: Defined names of what tells the book, and of its amounts in yuan.
_ABOUT = ("book_version", "scheme_id", "book_recipe")
AMOUNTS = ("total_cost", "subsidy", "compensation", "net_cost", "amount_due", "fee_due")
#: Characters of a code, and in each of its groups; digits of a number that every program keeps.
_LENGTH, _GROUP, _DIGITS = 16, 4, 15
#: An amount is a whole number of fen below this.
_MOST_FEN = 1e15
#: What people put around a code and between its groups, and what comes along with a copy.
_APART = re.compile(r"[\s\-－\u2010-\u2015−_·.。,:;'\"“”‘’「」\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Seal:
    """The code of a book, what stands in it as its seal, and which facts were altered after that.

    ``altered`` are name, text as sealed and text now; ``is_removed`` says that the code alone was
    deleted, and the facts that were sealed are still there.
    """

    code: str = ""
    written: str = ""
    altered: tuple[tuple[str, str, str], ...] = ()
    is_removed: bool = False

    @property
    def state(self) -> str:
        """``none`` without a seal, ``intact`` where papers show it and it is the book's, else ``void``.

        >>> Seal("A").state, Seal("A", "A").state, Seal("A", "B").state
        ('none', 'intact', 'void')
        >>> Seal("A", "A", (("收款账号", "1", "2"),)).state, Seal("A", is_removed=True).state
        ('void', 'void')
        """
        if not self.written:
            return "void" if self.is_removed else "none"
        return "intact" if self.is_own and not self.altered else "void"

    @property
    def is_own(self) -> bool:
        """Return whether what is written is the code of the book."""
        return self.written == self.code


#: The seal of a book that cannot be read.
UNSEALED = Seal()


def seal_of(book: OpenedBook) -> Seal:
    """Return the code of a book, and its seal if it has one. All its amounts must be stored."""
    written, sealed = _told(book, CODE_NAME), facts_sealed(book)
    altered = tuple(_altered(book)) if written else ()
    return Seal(code_of(book), written, altered, is_removed=not written and any(sealed))


def code_of(book: OpenedBook) -> str:
    """Return the code of a book, in groups of four characters."""
    return code_for("\n".join(lines_of(book)))


def code_for(text: str) -> str:
    """Return the code of a text.

    >>> code_for("加梯分摊")
    'LWCT-CFGV-HCHW-N8XB'
    """
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[: _LENGTH * 5 // 8])
    marks = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return _grouped(marks)


def parsed_code(text: str) -> str:
    """Return a code as somebody read it from a paper, in its usual form.

    Raises:
        InputError: it is no code.

    >>> parsed_code("封签 lwct cfgv－hchw n8xb")
    'LWCT-CFGV-HCHW-N8XB'
    >>> parsed_code("LWCT-CFGV-HCHW-N8X0")
    Traceback (most recent call last):
    elevshare.errors.InputError: 封签「LWCT-CFGV-HCHW-N8X0」看不懂：里面有 0。封签是 16 个字符，只有数字和字母，没有 0、O、1、I；请照单据再看一遍。
    """
    plain = _APART.sub("", unicodedata.normalize("NFKC", text))
    marks = plain.removeprefix("封签").upper()
    odd = "、".join(dict.fromkeys(mark for mark in marks if mark not in ALPHABET))
    if odd or len(marks) != _LENGTH:
        why = f"里面有 {shown(odd)}" if odd else f"是 {len(marks)} 个字符"
        raise InputError(
            f"封签「{shown(text)}」看不懂：{why}",
            todo=f"封签是 {_LENGTH} 个字符，只有数字和字母，没有 0、O、1、I；请照单据再看一遍",
        )
    return _grouped(marks)


def lines_of(book: OpenedBook) -> Iterator[str]:
    """Yield the lines of the text that the code is of."""
    yield FORMAT
    for name in _ABOUT:
        yield f"{name}：{_escaped(_told(book, name))}"
    yield from _inputs(book)
    yield from _amounts(book)


def _inputs(book: OpenedBook) -> Iterator[str]:
    """Yield a line for every input that is filled in, but for the seal itself."""
    seals = [found for name in (CODE_NAME, FACTS_NAME) if (found := book.named(name))]
    for sheet in sorted(book.sheets, key=lambda one: one.title):
        if sheet.title in _CHOOSING:
            continue
        typed = (one for one in sheet.cells.items() if one[1].style in book.unlocked)
        for place, cell in sorted(typed):
            if any(one.sheet is sheet and one.area.holds(place) for one in seals):
                continue
            if text := canonical(_dated(cell, book)):
                yield f"{_escaped(sheet.title)}!{reference(*place)}：{_escaped(text)}"


def _amounts(book: OpenedBook) -> Iterator[str]:
    """Yield a line for every amount, in fen."""
    for name in AMOUNTS:
        for place, cell in _named(book, name):
            if isinstance(cell.value, int | float) and cell.kind == "n":
                fen = cell.value * 100
                amount = str(round(fen)) if abs(fen) < _MOST_FEN else canonical(cell.value)
                yield f"{name} {reference(*place)}：{amount}"


def canonical(value: Value) -> str:
    """Return a value as the text has it: equal for a number however it is stored.

    >>> [canonical(value) for value in (80, 80.0, "80", " 80 ", 80.17, 1e20, "0101", True, None)]
    ['80', '80', '80', '80', '80.17', '100000000000000000000', '0101', 'TRUE', '']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    text = f"{value:.{_DIGITS}g}"
    if "e" in text:
        from decimal import Decimal

        text = f"{Decimal(text):f}"
    return "0" if text == "-0" else text


def is_computed(book: OpenedBook) -> bool:
    """Return whether the file stores a result for every formula among its inputs and amounts."""
    inputs = (cell for sheet in book.sheets for cell in sheet.cells.values()
              if cell.formula is not None and cell.style in book.unlocked)  # fmt: skip
    amounts = (cell for name in AMOUNTS for _, cell in _named(book, name))
    every = (*inputs, *amounts)
    return all(cell.formula is None or cell.value is not None for cell in every)


def facts_now(book: OpenedBook) -> list[str]:
    """Return the facts that papers compare with the sealed ones, as the book has them now.

    Blanks around them are kept: the formula that compares them knows nothing of ``canonical``.
    """
    return _facts(book, NOW_NAME)


def facts_sealed(book: OpenedBook) -> list[str]:
    """Return the facts as they were sealed, to the last blank."""
    return _facts(book, FACTS_NAME)


def _altered(book: OpenedBook) -> Iterator[tuple[str, str, str]]:
    """Yield the facts that are not as they were sealed, to the last blank: as papers compare them."""
    facts = zip(FACTS.values(), facts_sealed(book), facts_now(book), strict=False)
    return (one for one in facts if one[1] != one[2])


def _facts(book: OpenedBook, name: str) -> list[str]:
    """Return the texts of a column of facts; none where the name stands for something else."""
    found = book.named(name)
    if found is None or found.area.size != len(FACTS):
        return []
    cells = (found.sheet.cells.get(place) for place in found.area.places)
    values = [cell.value if cell else None for cell in cells]
    return [one if isinstance(one, str) else canonical(one) for one in values]


def _told(book: OpenedBook, name: str) -> str:
    """Return the text of the first cell of a defined name."""
    found = book.named(name)
    cell = found.sheet.cells.get(found.area.first) if found else None
    return canonical(cell.value) if cell else ""


def _named(book: OpenedBook, name: str) -> Iterator[tuple[Place, Cell]]:
    """Yield the cells of a defined name, row by row: those that are there, however far it reaches."""
    if (found := book.named(name)) is not None:
        yield from sorted(one for one in found.sheet.cells.items() if found.area.holds(one[0]))


def _dated(cell: Cell, book: OpenedBook) -> Value:
    """Return what a cell holds; a day counted from 1904 as one counted from 1900."""
    value = cell.value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return value + SINCE_1904 if number and book.from_1904 and cell.style in book.dates else value  # type: ignore[operator]


def _escaped(text: str) -> str:
    """Return a text in one line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _grouped(marks: str) -> str:
    """Return the characters of a code in groups."""
    return "-".join(marks[at : at + _GROUP] for at in range(0, len(marks), _GROUP))
