"""A book that an accountant has filled in, with all formulas computed anew."""

from __future__ import annotations

from pathlib import Path

from elevshare.errors import InputError
from elevshare.opened import open_book, recalculated
from elevshare.printing.stored_book import StoredBook

#: Defined names that every book with papers has.
_OURS = ("scheme_id", "book_version", "failed_checks")


class CurrentBook(StoredBook):
    """A book with all formulas computed anew; values stored in the file are not used.

    Raises:
        InputError: the file is missing, of another kind, damaged or not a book of ours.
    """

    def __init__(self, path: Path) -> None:
        book = open_book(path)
        super().__init__(recalculated(book), book.name)
        if any(name not in self.book.defined_names for name in _OURS):
            raise InputError(
                "不是本工具生成的簿子，或者有工作表被删掉了",
                where=self.name,
                todo="请给出用本软件或现成模板填好的簿子",
            )
