"""Read a book that comes from outside: what its cells say, never what they might do.

A streaming reader of its own, since no library at hand bounds what it takes in: nothing in the file
is executed, fetched or expanded, and every count has a limit (``elevshare.opened.limits``).
"""

from elevshare.opened.book import open_book, opened
from elevshare.opened.model import Cell, OpenedBook, OpenedSheet, Validation, Value
from elevshare.opened.recalculation import recalculated
from elevshare.opened.vetted import vetted

__all__ = [
    "Cell",
    "OpenedBook",
    "OpenedSheet",
    "Validation",
    "Value",
    "open_book",
    "opened",
    "recalculated",
    "vetted",
]
