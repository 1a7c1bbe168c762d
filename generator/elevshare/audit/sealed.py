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


def recomputed_seal(book: OpenedBook) -> Seal:
    """Return the seal of a book, with its formulas computed where the file stores no results."""
    return seal_of(book if is_computed(book) else with_results(book, values_of(book, {})))


def seal_differs(book: OpenedBook, seal: Seal) -> Iterator[Finding]:
    """Report a seal that is not the code of the book, with what differs as far as that is known."""
    found = book.named(CODE_NAME)
    if seal.state != "void" or found is None:
        return
    facts = "；".join(
        f"{name}封时是 {shown(was) or '空'}，现在是 {shown(now) or '空'}"
        for name, was, now in seal.altered
    )
    text = f"封签与簿子不符，封后有改动：{facts or _ELSEWHERE}。{_AGAIN}"
    yield Finding(
        "seal-differs", text, shown(found.sheet.title), found.area.text,
        shown(seal.written), seal.code,
    )  # fmt: skip
