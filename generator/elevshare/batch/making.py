"""What a worker does: make one book from one packed project. Heavy imports wait for the first."""

from __future__ import annotations

from threading import Lock

from elevshare.batch.task import Answer
from elevshare.errors import InputError

#: A cluster's worker may have several threads; what is kept from book to book is not for them.
_ONE_AT_A_TIME = Lock()


def answer(packed: bytes) -> Answer:
    """Make the book of a packed project. Any error becomes this answer's problem, so others go on.

    >>> answer(b"no project").problem
    '程序出错（UnpicklingError）。请把这一行发给维护本软件的人。'
    """
    from elevshare.batch.packed_project import unpacked
    from elevshare.workbook.template_cache import book_of

    try:
        with _ONE_AT_A_TIME:
            return Answer(book_of(unpacked(packed)))
    except InputError as error:
        return Answer(problem=str(error))
    except Exception as error:
        return Answer(problem=f"程序出错（{type(error).__name__}）。请把这一行发给维护本软件的人。")
