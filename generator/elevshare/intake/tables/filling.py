"""Fill in what a table writes only once: merged cells, blanks below, 同上."""

from __future__ import annotations

import re

from elevshare import vocabulary
from elevshare.intake.tables.seen import BLANK, SeenCell, SeenSheet
from elevshare.vocabulary import folded

_LAST_NUMBER = re.compile(r"(\d+)\D*$")


def covered(sheet: SeenSheet, row: int, column: int) -> tuple[SeenCell, bool]:
    """A cell, or the one above it that it is merged with; whether it is merged so.

    What is merged sideways is blank, as the neighbour on its left has the text.
    """
    area = sheet.merged.get((row, column))
    if area is None:
        return sheet.cell(row, column), False
    if area.left != column:
        return BLANK, False
    return sheet.cell(*area.first), area.top != row


def is_ditto(cell: SeenCell) -> bool:
    """Whether a cell says that it is as the one above.

    >>> is_ditto(SeenCell("同上")), is_ditto(SeenCell("〃")), is_ditto(SeenCell("1"))
    (True, True, False)
    """
    return folded(cell.text) in vocabulary.words("行", "同上")


def storey_in(room: str) -> int | None:
    """The storey that a room number seems to name: the digits before its last two.

    >>> storey_in("302"), storey_in("12-3-1102"), storey_in("0302"), storey_in("3-1"), storey_in("A")
    (3, 11, 3, None, None)
    """
    match = _LAST_NUMBER.search(vocabulary.visible(room))
    if not match or not 3 <= len(match[1]) <= 5:
        return None
    return int(match[1][:-2])
