"""Read a book that comes from outside: what its cells say, never what they might do.

A streaming reader of its own, since no library at hand bounds what it takes in: nothing in the file
is executed, fetched or expanded, and every count has a limit (``elevshare.intake.limits``).
"""

from elevshare.intake.opened.book import open_book, opened
from elevshare.intake.opened.model import Cell, OpenedBook, OpenedSheet, Validation, Value
from elevshare.intake.opened.recalculation import recalculated
from elevshare.intake.opened.vetted import vetted

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
