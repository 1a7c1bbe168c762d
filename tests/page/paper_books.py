"""Books with every kind of paper that goes to a household, filled in."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import samples
from bill_states import DAY, State, building, periods, state
from editing import Book

from elevshare.project import Topic
from elevshare.project.topics import needed
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: Bills in several states, and all families: leases, rides, the running cost.
SAMPLES = ("contribution", "fares", "terms")
HALF = "everything, two a page"
REMINDED = "reminders"
STATES = ("three-periods", "gross-arrived")
NAMES = (*STATES, HALF, *SAMPLES, REMINDED)


@cache
def data(name: str) -> bytes:
    """The file of a book with its cached values."""
    if name in SAMPLES:
        return samples.sample(name).data
    if name == REMINDED:
        return _reminded().data
    return state("everything", True).data if name == HALF else state(name).data


def _reminded() -> State:
    """Instalments are overdue; 401, 402 and 602 belong to one owner."""
    one = building(Topic.MERGED, Topic.REMINDERS)
    flats = (replace(f, person="甲" * (f.room in ("401", "402", "602"))) for f in one.flats)
    one = replace(one, flats=tuple(flats))
    one = replace(one, topics=needed(one) | one.topics)
    plan = SharingPlan(one)
    book = Book(make_book(one), plan)
    periods(3, 2)(book)
    book.parameter("as_of", DAY + 200)
    return State(plan, book)


def with_parts(book: bytes, name: str, pattern: bytes, new: bytes) -> bytes:
    """A book with something replaced in those of its parts whose names begin so."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w") as target:
        for part in old.namelist():
            content = old.read(part)
            content = re.sub(pattern, new, content) if part.startswith(name) else content
            target.writestr(part, content)
    return buffer.getvalue()


def without_values(book: bytes) -> bytes:
    """A book whose formulas have no results, as some programs write it."""
    return with_parts(book, "xl/worksheets/", rb"(</f>)<v>[^<]*</v>", rb"\1")


def only(book: bytes, titles: list[str]) -> bytes:
    """A book of which only these sheets are printed."""
    shown = "|".join(titles).encode()
    others = rb'(<sheet name="(?!(?:%s)")[^"]*"[^>]*) state="visible"' % shown
    return with_parts(book, "xl/workbook.xml", others, rb'\1 state="hidden"')
