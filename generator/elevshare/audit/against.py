"""Compare the inputs of a book that came back with those of the book that was sent out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from elevshare.audit.account import ACCOUNT, BANK, CONTACT, DUE, PAYEE
from elevshare.audit.cells import value_text
from elevshare.audit.edits import apart
from elevshare.audit.finding import Finding
from elevshare.audit.identity import identify
from elevshare.audit.runs import Difference, runs
from elevshare.audit.value_equality import same_value
from elevshare.errors import InputError
from elevshare.opened import OpenedBook, Value
from elevshare.opened.places import Place, reference
from elevshare.returned.labels import Label
from elevshare.returned.made import made_of
from elevshare.returned.search import found_in
from elevshare.text import shown
from elevshare.workbook.field import DATES
from elevshare.workbook.reading.numbers import day_of

#: Once one of these is filled in, nobody changes it; the days of instalments have a section of their own.
_ACCOUNT = (PAYEE, BANK, ACCOUNT, CONTACT, DUE[1])
_INSTALMENTS = "分期截止日期"


class _Input(NamedTuple):
    """One input of a book: where it is, and what it holds."""

    sheet: str
    place: Place
    value: Value


def against(book: OpenedBook, sent: OpenedBook) -> Iterator[Finding]:
    """Report the inputs that are not those of the book that was sent out, the account first.

    Args:
        book: the book that came back.
        sent: the book that was sent out, of this or an earlier version.

    Raises:
        InputError: one of them does not say what it was made of.
    """
    now, before = _inputs(book), _inputs(sent)
    others: dict[str, list[Difference]] = {}
    for label, one in now.items():
        was = before[label].value if label in before else None
        if same_value(was, one.value):
            continue
        day = label.head in DUE
        texts = (_day(was), _day(one.value)) if day else (value_text(was), value_text(one.value))
        if _is_account(label) and was not in (None, ""):
            yield _account(label, one, *texts)
        else:
            others.setdefault(one.sheet, []).append(Difference("input-differs", *one.place, *texts))
    for title, every in others.items():
        for run in runs(every):
            was, is_now = apart(run.first.was or "空", run.first.now or "空")
            text = f"{run.count} 个输入与发出去的那本不同；左上一格原来是 {was}，现在是 {is_now}"
            yield Finding("input-differs", text, shown(title), run.area, count=run.count)


def _is_account(label: Label) -> bool:
    """Whether an input tells where the money goes, until when, or whom to ask."""
    return label.section == _INSTALMENTS or (label.head in _ACCOUNT and not label.row)


def _called(label: Label) -> str:
    """What such an input is called."""
    return f"第 {label.row} 期{label.head}" if label.row else label.head


def _account(label: Label, one: _Input, was: str, now: str) -> Finding:
    """Report that the money is to go elsewhere."""
    text = f"{_called(label)}与发出去的那本不同：原来是 {was or '空'}，现在是 {now or '空'}"
    area = reference(*one.place)
    return Finding("account-differs", text, shown(one.sheet), area, was, now)


def _day(value: Value) -> str:
    """Return a day as a date; what is none as it is."""
    is_day = isinstance(value, int | float) and 0 < value < float(DATES[1])
    return day_of(int(value)) if is_day else value_text(value)  # type: ignore[arg-type]


def _inputs(book: OpenedBook) -> Mapping[Label, _Input]:
    """The inputs of a book by what they are called."""
    recipe = identify(book).recipe
    if recipe is None:
        raise InputError(
            "看不出它是怎么做的，不能对照", where=book.name, todo="请给出发出去的那一本"
        )
    found = {}
    for label, at in found_in(book, made_of(recipe).labels).items():
        sheet = book.sheet(at.sheet)
        cell = sheet.cells.get(at.place) if sheet else None
        found[label] = _Input(at.sheet, at.place, cell.value if cell else None)
    return found
