"""Hold a book against its own seal."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.older.computing import values_of, with_results
from elevshare.opened import OpenedBook
from elevshare.sealing import Seal, canonical, is_computed, seal_of
from elevshare.text import shown
from elevshare.workbook.seal_inputs import CODE_NAME, FACTS_NAME

_AGAIN = "确是自己改的，用 elevshare seal 再封一次"
_ELSEWHERE = "户名、账号、截止日期、联系和合计都没有变，改的是别的输入或金额"
#: What is said where the facts were stored by a program that has not computed since.
_SOMEWHERE = "改了什么，看下面各条"
_BESIDE = "封签与簿子相符，旁边“封签时的…”与现在的不一样：{}。单据上因此印“封签已作废”"
_REMOVED = (
    "封过的簿子，封签被删掉了，旁边“封签时的…”还在：单据上因此不印封签。"
    "不要封签了，就把“封签”一节整个清空"
)


def recomputed_seal(book: OpenedBook) -> Seal:
    """Return the seal of a book, with its formulas computed where the file stores no results."""
    return seal_of(book if is_computed(book) else with_results(book, values_of(book, {})))


def seal_differs(book: OpenedBook, seal: Seal, *, is_told: bool = False) -> Iterator[Finding]:
    """Report a seal that is not the code of the book, or that papers show as void.

    It says what differs as far as that is known; ``is_told`` where papers tell another account
    than is typed: then the facts in the file are not those of its inputs.
    """
    found = book.named(CODE_NAME) or book.named(FACTS_NAME)
    if seal.state != "void" or found is None:
        return
    facts = "；".join(_fact(*one) for one in seal.altered)
    if seal.is_removed:
        text = _REMOVED
    elif seal.is_own:
        text = _BESIDE.format(facts)
    else:
        rest = facts or (_SOMEWHERE if is_told else _ELSEWHERE)
        text = f"封签与簿子不符，封后有改动：{rest}"
    yield Finding(
        "seal-differs", f"{text}。{_AGAIN}", shown(found.sheet.title), found.area.text,
        shown(seal.written), seal.code,
    )  # fmt: skip


def _fact(name: str, was: str, now: str) -> str:
    """Say how a fact was altered, also where only blanks were."""
    if canonical(was) == canonical(now):
        return f"{name}前后的空格变了"
    return f"{name}封时是 {shown(was) or '空'}，现在是 {shown(now) or '空'}"
