"""Households that are relieved of more than their share, or draw more than is left of it."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.project import Project, assess
from elevshare.returned.owing import joined_of, paid_of
from elevshare.schemes import Family
from elevshare.workbook.reading.entries import Entries
from elevshare.workbook.reading.finding import Flaw
from elevshare.workbook.reading.rows import InputRow, Typed

#: What to do about it.
TODO = "减免和公积金合计不能多于应分摊（已减补贴）：请改正"


def note_above_share(project: Project, entries: Entries, typed: Typed) -> None:
    """Note the relief and the provident fund that are more than the share of their household.

    A book of an earlier version lets them pass. Who joins later owes his payment, too. Nothing is
    noted where the amounts cannot be computed.
    """
    drawing = [one.relief or one.fund for one in entries.standings]
    if project.scheme.family is Family.LEASE or not any(drawing):
        return
    try:
        dues = assess(project).dues
    except InputError:
        return
    joined = joined_of(project, [paid_of(project, entries, row)[0] for row in range(len(dues))])
    rows = {row.index: row for row in typed.households()}
    for due, late, one in zip(dues, joined, entries.standings, strict=True):
        left = due - one.relief + max(0, late)
        if one.relief > due:
            _note(rows[one.row], "relief", one.relief, due)
        elif one.fund > left:
            _note(rows[one.row], "fund", one.fund, left)


def _note(row: InputRow, key: str, fen: int, most: int) -> None:
    """Note an amount above what there is to pay, both in fen."""
    what = f"{row.name(key)} {yuan(fen)} 元，超过本户应分摊的 {yuan(most)} 元"
    row.note(key, what, TODO, Flaw.INVALID)
