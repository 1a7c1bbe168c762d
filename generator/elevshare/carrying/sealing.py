"""A filled-in book carried into one of the same shape that bears its own code as a seal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elevshare.carrying.carry import Carried, carry
from elevshare.carrying.source import FilledBook
from elevshare.carrying.target import Wanted
from elevshare.errors import InputError
from elevshare.opened import Value, opened
from elevshare.returned.labels import Label
from elevshare.sealing import Seal, facts_now, facts_sealed, seal_of
from elevshare.workbook.seal_inputs import FIELDS, SECTION

#: What an audit says of a book that was altered after it was sealed: it may be sealed again.
RESEALED = frozenset({"seal-differs"})


@dataclass(frozen=True, slots=True)
class Sealed:
    """The sealed book, what became of the inputs of the old one, and its seal."""

    carried: Carried
    seal: Seal


def sealed(source: FilledBook) -> Sealed:
    """Make the sealed book of a filled-in one, whatever seal that has.

    Raises:
        InputError: the new book has no room for it, or does not give the code that it bears.
    """
    plain = opened(carry(source, Wanted()).data, source.book.name)
    code = seal_of(plain).code
    carried = carry(source, Wanted(), _inputs([code, *facts_now(plain)]))
    book = opened(carried.data, source.book.name)
    seal = seal_of(book)
    if seal.state != "intact" or seal.code != code or facts_sealed(book) != facts_now(book):
        raise InputError(
            "封好的簿子与封签对不上，没有写出",
            where=source.book.name,
            todo="请把收款账户一节里特别长或有怪字符的内容重打一遍再封",
        )
    return Sealed(carried, seal)


def _inputs(texts: list[str]) -> Mapping[Label, Value]:
    """The inputs of the seal: the code and the facts, in their order."""
    return {
        Label("参数", SECTION, field.label): text or None
        for field, text in zip(FIELDS, texts, strict=True)
    }
