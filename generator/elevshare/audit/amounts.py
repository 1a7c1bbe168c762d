"""Compare the amounts that a book stores with what the rules give for its inputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elevshare.audit.finding import Finding
from elevshare.audit.identity import told
from elevshare.audit.layout import FoundLayout
from elevshare.audit.original import Reference
from elevshare.audit.values import Computed
from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.opened import OpenedBook
from elevshare.opened.areas import address
from elevshare.opened.places import Place, reference
from elevshare.project import Project
from elevshare.project.notices import times
from elevshare.schemes.days import today
from elevshare.text import shown
from elevshare.workbook.reading.finding import Flaw

if TYPE_CHECKING:
    from elevshare.returned import Amounts, Returned

#: Defined name → attribute of ``Amounts`` with the same total.
_TOTALS = {"total_cost": "cost", "subsidy": "subsidy", "compensation": "compensation",
           "net_cost": "net"}  # fmt: skip
_WORDS = {"total_cost": "总费用", "subsidy": "补贴", "compensation": "补偿支出",
          "net_cost": "应分摊净额", "amount_due": "应缴", "fee_due": "使用费"}  # fmt: skip


#: Defined name of what a household pays → the name of that amount in records.
_HOUSEHOLDS = {"amount_due": "due", "fee_due": "fee"}


@dataclass(frozen=True, slots=True)
class RoomAmount:
    """An amount of a household in fen: by the rules, and as the book has it (``None``: none).

    ``key`` is ``due`` or, in books with fees, ``fee``.
    """

    room: str
    key: str
    by_rules: int
    in_book: int | None


def failed_checks(book: OpenedBook) -> int | None:
    """Return how many of its own checks a book counts as failed; ``None`` without such a number."""
    text = told(book, "failed_checks")
    return int(float(text)) if text.replace(".", "", 1).isdecimal() else None


def compared(
    original: Reference,
    book: OpenedBook,
    layout: FoundLayout,
    computed: Computed | None,
    rooms: list[RoomAmount],
) -> Iterator[Finding]:
    """Report amounts that differ from the rules, and shares that do not sum to the net amount.

    Args:
        original: the names and sheets as the book was made.
        book: the book as it is now.
        layout: where the cells of ``original`` are in ``book``.
        computed: values by sheet, row and column, used where the book stores no value.
        rooms: is given the amounts of every household, equal or not.
    """
    from elevshare.returned import amounts_of, read_back

    stored = Stored(original, layout, computed)
    try:
        returned = read_back(book)
    except InputError as error:
        yield Finding("not-compared", f"金额没有按规则另算：{error.what}")
        return
    yield from _unclear(returned, draft=bool(failed_checks(book)))
    yield from _out_of_time(returned.project)
    try:
        amounts = amounts_of(returned.project, returned.entries)
    except InputError as error:
        if not failed_checks(book):  # a draft says itself that nothing adds up yet
            yield from _open(stored)
        if stored.any("amount_due"):
            # A draft says itself that its amounts do not count.
            kind = "amounts-refused" if failed_checks(book) else "not-compared"
            yield Finding(kind, f"金额没有按规则另算：{error.what}")
        return
    yield from _open(stored)
    yield from _differing(stored, amounts, rooms)


class Stored:
    """The amounts that a book stores, in fen; computed ones where no value is stored."""

    def __init__(self, original: Reference, layout: FoundLayout, computed: Computed | None) -> None:
        self._original, self._layout, self._computed = original, layout, computed
        self._pairs = {pair.original.title: pair for pair in layout.pairs}

    def cells(self, name: str) -> tuple[str, list[Place]]:
        """Return the original sheet and cells of a defined name; empty without that name."""
        if name not in self._original.names:
            return "", []
        title, area = address(self._original.names[name])
        return title, list(area.places)

    def fen(self, name: str, row: int) -> int | None:
        """Return the amount (fen) in cell ``row`` (from 0) of a defined name, or ``None``."""
        title, places = self.cells(name)
        if row >= len(places) or title not in self._pairs:
            return None
        cell = self._pairs[title].cells.get(places[row])
        value: object = cell.value if cell else None
        if cell is not None and value is None and self._computed:
            value = self._computed[title][places[row][0] - 1][places[row][1] - 1]
        return round(value * 100) if isinstance(value, int | float) else None

    def column(self, name: str) -> Sequence[int | None]:
        """Return the amounts of all cells of a defined name, in fen."""
        return [self.fen(name, row) for row in range(len(self.cells(name)[1]))]

    def any(self, name: str) -> bool:
        """Return whether any cell of a defined name holds an amount."""
        return any(fen is not None for fen in self.column(name))

    def place(self, name: str, row: int) -> tuple[str, str]:
        """Return sheet and cell of an amount now; the cell is empty if it was deleted."""
        title, places = self.cells(name)
        now = self._layout.moves.place(title, places[row])
        cell = reference(*now) if now else ""
        return shown(self._pairs[title].now.title), cell


def _unclear(returned: Returned, *, draft: bool) -> Iterator[Finding]:
    """Report invalid inputs, and inputs of an earlier version that this version does not have.

    What is invalid is grave where the book itself is no ``draft`` for it.
    """
    kinds = {
        Flaw.INVALID: "input-unclear" if draft else "input-out-of-range",
        Flaw.CUT: "digits-lost",
    }
    for one in returned.findings:
        kind = kinds.get(one.flaw, "input-unclear")
        yield Finding(kind, f"{one.what}；{one.todo}", shown(one.sheet), one.cell)
    for place in returned.unread:
        text = "填写的内容这一版没有地方放，没有计入"
        yield Finding("input-unread", text, shown(place.sheet), place.cell)


def _out_of_time(project: Project) -> Iterator[Finding]:
    """Report rules that do not hold on the book's date, or today where it has none."""
    for _, text in times(project, project.day or today()):
        yield Finding("rules-out-of-time", text, "来源")


def _open(stored: Stored) -> Iterator[Finding]:
    """Report shares whose sum is not the net amount."""
    net, dues = stored.fen("net_cost", 0), [d for d in stored.column("amount_due") if d is not None]
    if net is not None and dues and sum(dues) not in (0, net):
        title, cell = stored.place("net_cost", 0)
        text = f"各户合计 {yuan(sum(dues))} 元，应分摊净额 {yuan(net)} 元，差 {yuan(sum(dues) - net)} 元"
        yield Finding("sum-open", text, title, cell, yuan(net), yuan(sum(dues)))


def _differing(stored: Stored, amounts: Amounts, rooms: list[RoomAmount]) -> Iterator[Finding]:
    """Report totals and household amounts that differ from the rules; note those of all ``rooms``."""
    for name, key in _TOTALS.items():
        yield from _one(stored, name, 0, getattr(amounts, key), "")
    for one in amounts.households:
        for name, right in (("amount_due", one.due), ("fee_due", one.fee)):
            if right is not None and stored.cells(name)[0]:
                now = stored.fen(name, one.row)
                rooms.append(RoomAmount(one.room, _HOUSEHOLDS[name], right, now))
                yield from _one(stored, name, one.row, right, f"{shown(one.room)} ")


def _one(stored: Stored, name: str, row: int, right: int, who: str) -> Iterator[Finding]:
    """Report one stored amount if it differs from ``right`` (fen); ``who`` begins the message."""
    now = stored.fen(name, row)
    if now is not None and now != right:
        title, cell = stored.place(name, row)
        text = f"{who}{_WORDS[name]} {yuan(now)} 元，按规则应是 {yuan(right)} 元"
        yield Finding("amount-differs", text, title, cell, yuan(right), yuan(now))
