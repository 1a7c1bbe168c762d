"""Read a book from outside safely.

This is a streaming reader of our own because no library limits what it reads: nothing in the file
is executed, fetched or expanded, and every count has a limit (``elevshare.opened.limits``).
"""

from elevshare.opened.book import open_book, opened
from elevshare.opened.displayed import displayed
from elevshare.opened.missing_values import with_values
from elevshare.opened.model import Cell, OpenedBook, OpenedSheet, Validation, Value
from elevshare.opened.recalculation import recalculated, recalculated_values
from elevshare.opened.vetted import vetted

__all__ = [
    "Cell",
    "OpenedBook",
    "OpenedSheet",
    "Validation",
    "Value",
    "displayed",
    "open_book",
    "opened",
    "recalculated",
    "recalculated_values",
    "vetted",
    "with_values",
]
