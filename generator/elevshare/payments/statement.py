"""The rows of a bank's statement, or of a bill of WeChat or Alipay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

#: A number of a voucher that is long enough to be found again; no number cut short by a spreadsheet.
_SERIAL = re.compile(r"(?=.*\d)[0-9A-Za-z_-]{6,64}")


class Flow(Enum):
    """The direction of money: to the account, from it, or neither (between one's own accounts)."""

    IN = auto()
    OUT = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One row.

    Attributes:
        where: its place, for messages.
        day: yyyy-mm-dd, empty if there is none.
        fen: the amount, 0 or more.
        payer, remark: as written; several columns of remarks are joined.
        serial: the number by which it can be found again; empty if there is none.
        flow: its direction.
        failed: what its state or remark says if the money did not arrive, or went back.
        partly: what it says if a part went back.
        reverses: what it says if it takes another payment back.
        moment: day and time as written, by which equal rows are told apart.
    """

    where: str
    day: str
    fen: int
    payer: str = ""
    remark: str = ""
    serial: str = ""
    flow: Flow = Flow.IN
    failed: str = ""
    partly: str = ""
    reverses: str = ""
    moment: str = ""

    @property
    def came_in(self) -> bool:
        """Whether the statement counts it as money received, kept or not."""
        return self.flow is Flow.IN


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its rows, and how money on it is paid (a word of 台账 under 方式)."""

    rows: tuple[StatementRow, ...]
    method: str = "转账"

    @property
    def credits(self) -> int:
        """The sum of what came in, in fen."""
        return sum(row.fen for row in self.rows if row.came_in)


def serial_of(text: str) -> str:
    """Return a serial number; empty if a text is too short to be one, or shows no whole number.

    >>> serial_of(" 1000049801202603011234\\t"), serial_of("12"), serial_of("4.2E+27")
    ('1000049801202603011234', '', '')
    """
    plain = "".join(text.split())
    return plain if _SERIAL.fullmatch(plain) else ""
