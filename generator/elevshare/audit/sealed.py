"""Hold a book against its own seal."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.older.computing import values_of, with_results
from elevshare.opened import OpenedBook
from elevshare.sealing import Seal, is_computed, seal_of
from elevshare.text import shown
from elevshare.workbook.seal_inputs import CODE_NAME

_AGAIN = "确是自己改的，用 elevshare seal 再封一次"
_ELSEWHERE = "户名、账号、截止日期、联系和合计都没有变，改的是别的输入或金额"
#: What is said where the facts were stored by a program that has not computed since.
_SOMEWHERE = "改了什么，看下面各条"
_BESIDE = "封签还是簿子的封签，旁边“封签时的…”被改过，单据上因此印“封签已作废”。用 elevshare seal 再封一次"


def recomputed_seal(book: OpenedBook) -> Seal:
    """Return the seal of a book, with its formulas computed where the file stores no results."""
    return seal_of(book if is_computed(book) else with_results(book, values_of(book, {})))


def seal_differs(book: OpenedBook, seal: Seal, *, is_told: bool = False) -> Iterator[Finding]:
    """Report a seal that is not the code of the book, or that papers show as void.

    It says what differs as far as that is known; ``is_told`` where papers tell another account
    than is typed: then the facts in the file are not those of its inputs.
    """
    found = book.named(CODE_NAME)
    if seal.state != "void" or found is None:
        return
    facts = "；".join(
        f"{name}封时是 {shown(was) or '空'}，现在是 {shown(now) or '空'}"
        for name, was, now in seal.altered
    )
    rest = facts or (_SOMEWHERE if is_told else _ELSEWHERE)
    text = f"封签与簿子不符，封后有改动：{rest}。{_AGAIN}" if not seal.is_own else _BESIDE
    yield Finding(
        "seal-differs", text, shown(found.sheet.title), found.area.text,
        shown(seal.written), seal.code,
    )  # fmt: skip
