"""Two columns for one answer: a tick below 同意 or one below 不同意."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.errors import InputError
from elevshare.intake.columns import AGREES, DISAGREES, STAYS_OUT, TAKING_PART
from elevshare.intake.fields import yes_no_of
from elevshare.intake.tables.reading import FoundTable
from elevshare.text import shown
from elevshare.vocabulary import folded


def answered(texts: Mapping[str, str], table: FoundTable, where: str) -> dict[str, str]:
    """The texts of a household, 否 where only the column of the opposite is ticked.

    Raises:
        InputError: both are ticked.
    """
    found = dict(texts)
    for column, opposite in _pairs(table):
        denied = texts.get(opposite, "")
        if not yes_no_of(denied, where, what=opposite):
            continue
        if folded(texts.get(column, "")):
            one, other = (table.headings[name] for name in (column, opposite))
            raise InputError(
                f"「{shown(one)}」和「{shown(other)}」两栏都填了", where=where, todo="请只填一栏"
            )
        table.report.translate(where, column, f"{table.headings[opposite]} {denied.strip()}", "否")
        found[column] = "否"
    return found


def _pairs(table: FoundTable) -> list[tuple[str, str]]:
    """The columns of this table with an opposite beside them: column, opposite.

    不同意 belongs to 同意, which may stand in for 参与.
    """
    agrees = AGREES if AGREES in table.columns else TAKING_PART
    pairs = [(TAKING_PART, STAYS_OUT), (agrees, DISAGREES)]
    return [pair for pair in pairs if {*pair} <= {*table.columns}]
