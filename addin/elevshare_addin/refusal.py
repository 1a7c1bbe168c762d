"""Why a function cannot answer: an Excel error, and the reason in Chinese."""

from __future__ import annotations

from elevshare.errors import InputError

#: An argument cannot be read: missing, wrong kind, wrong shape, a date, a misspelt choice.
VALUE = "#VALUE!"
#: There is no such scheme, or it does not say what is asked for.
NA = "#N/A"
#: A number that cannot be meant, or that no amount can be worked out of.
NUM = "#NUM!"
#: The errors of Excel, and what a function answers where one of them comes in: Excel is told
#: of three kinds only.
PASSED_ON = {
    "#N/A": NA,
    "#NUM!": NUM,
    "#VALUE!": VALUE,
    "#DIV/0!": VALUE,
    "#NAME?": VALUE,
    "#NULL!": VALUE,
    "#REF!": VALUE,
}


class RefusalError(InputError):
    """A function cannot answer. ``code`` is the text of the Excel error it answers with.

    >>> refusal = RefusalError(NUM, "面积是 0", where="面积（areas）第 3 行", todo="请填大于 0 的数")
    >>> refusal.code, str(refusal)
    ('#NUM!', '面积（areas）第 3 行：面积是 0。请填大于 0 的数。')
    """

    def __init__(self, code: str, what: str, *, where: str = "", todo: str = "") -> None:
        super().__init__(what, where=where, todo=todo)
        self.code = code

    def at(self, where: str) -> RefusalError:
        """The same with its place, where the cell is part of a larger block."""
        return RefusalError(self.code, self.what, where=where, todo=self.todo)
