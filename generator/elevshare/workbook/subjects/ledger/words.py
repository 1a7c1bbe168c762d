"""The ways of writing 方式 and 收款或退款 on 台账, as lists that formulas look up."""

from __future__ import annotations

from elevshare.workbook.places import Block
from elevshare.workbook.spelling import formulas, meaning
from elevshare.workbook.spelling.lists import choices
from elevshare.workbook.subjects.ledger.inputs import (
    METHOD_WORDS,
    METHODS,
    OTHER,
    SIDE_WORDS,
    Side,
)
from elevshare.workbook.table import Column, FormulaTable, Text

#: Topic of the vocabulary → its meanings, in the order of the rows.
_LISTS = {METHOD_WORDS: METHODS, SIDE_WORDS: tuple(Side)}


def table(sheet: str, first: int, left: int) -> FormulaTable:
    """The lists, a row each."""
    lists = [(topic, choices(topic, meanings)) for topic, meanings in _LISTS.items()]
    return FormulaTable("二、认得的写法", sheet, first, len(lists), (
        Column("what", "认得的", "长", lambda r: Text(lists[r.index][0])),
        Column("words", "写法", "长", lambda r: Text(lists[r.index][1].words)),
        Column("meanings", "写法的意思（第几种）", "长", lambda r: Text(lists[r.index][1].meanings)),
    ), left=left)  # fmt: skip


def known_method(cell: str, lists: Block) -> str:
    """Whether a cell has a way of writing a method, as a number: 0 if not."""
    return formulas.choice(cell, lists, 0)


def method(cell: str, lists: Block) -> str:
    """The method that a cell means; any other word is ``OTHER``."""
    named = ",".join(f'"{one}"' for one in METHODS)
    return f'IFERROR(CHOOSE({known_method(cell, lists)},{named}),"{OTHER}")'


def side(cell: str, lists: Block) -> str:
    """The number of a direction from 1 on, 0 for another word."""
    return formulas.choice(cell, lists, 1)


def method_of(value: object) -> str:
    """The method that a value means."""
    return meaning.choice(value, METHOD_WORDS, METHODS) or OTHER


def side_of(value: object) -> str:
    """The direction that a value means, empty for another word."""
    return meaning.choice(value, SIDE_WORDS, tuple(Side))


def unread(cell: str) -> str:
    """What is said of a method that is not known, as part of a text formula."""
    blank = f"没有填方式，当作{OTHER}（算入银行）"
    return f'IF({cell}="","{blank}","没有认出“"&LEFT({cell},8)&"”，当作{OTHER}（算入银行）")'
