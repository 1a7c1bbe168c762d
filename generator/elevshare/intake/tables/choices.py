"""What a user chooses by hand of a table: columns, sheet, rows, stairwell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from elevshare.errors import InputError
from elevshare.intake.tables.headings import meaning
from elevshare.text import shown
from elevshare.vocabulary import ROSTER, STATEMENT, UNUSED, columns, visible

_PAIR = re.compile(r"\s*([^=]+?)\s*=\s*(.+?)\s*")
_EXAMPLES = {ROSTER: "面积=套内面积,楼层=层数", STATEMENT: "收入金额=进账,付款人=来款方"}
_ROWS = re.compile(r"\s*(\d{1,7})\s*(?:[-–~到至:]\s*(\d{1,7})\s*)?")


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What a user has chosen; empty where the table itself is to say it.

    Attributes:
        columns: column → the heading, or the letters of the column, that it is taken from.
        sheet: title or number of the sheet.
        rows: numbers of the first and last row below the heading.
        entrance: which stairwell, such as 3 or 12-3.
        everyone: whether every household takes part where no column says so.
        estate, building, door: estate, building and entrance that the rows must be of, if the
            table names any.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    rows: tuple[int, int] | None = None
    entrance: str = ""
    everyone: bool = False
    estate: str = ""
    building: str = ""
    door: str = ""


ASKED_NOTHING = TableChoices()


def choices_of(
    columns: str | None = None,
    sheet: str | None = None,
    rows: str | None = None,
    entrance: str | None = None,
    everyone: bool = False,
    table: str = ROSTER,
) -> TableChoices:
    """The choices of the command line's texts; ``table`` is the one whose columns are chosen.

    Raises:
        InputError: one cannot be understood.

    >>> choices_of("面积=套内面积,楼层=层数", rows="3-40").columns
    {'建筑面积': '套内面积', '楼层': '层数'}
    """
    return TableChoices(
        _columns(columns, table) if columns else {},
        sheet or "",
        _rows(rows) if rows else None,
        entrance or "",
        everyone,
    )


def _columns(text: str, table: str) -> dict[str, str]:
    """Column → heading, of a text such as 面积=套内面积."""
    found: dict[str, str] = {}
    for part in re.split("[,;，；]", text):
        match = _PAIR.fullmatch(visible(part))
        column = meaning(table, match[1]).column if match else None
        if not match or column not in columns(table) or column == UNUSED:
            known = "、".join(list(columns(table))[:-1])
            raise InputError(
                f"「{shown(part)}」看不懂",
                where="--columns",
                todo=f"请写成 {_EXAMPLES[table]}；等号左边可用：{known}",
            )
        if column in found:
            raise InputError(f"{column}写了两次", where="--columns", todo="请只留一个")
        found[column or ""] = match[2]
    return found


def _rows(text: str) -> tuple[int, int]:
    """First and last row.

    >>> _rows("3-40"), _rows("7")
    ((3, 40), (7, 7))
    """
    match = _ROWS.fullmatch(visible(text))
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 0 < first <= last:
        raise InputError(f"「{shown(text)}」看不懂", where="--rows", todo="请写成 3-40，即行号")
    return first, last
