"""The households' names as posted papers print them: hidden but for the surname, by one switch."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.names import DOT, DOUBLE_SURNAMES, LONGEST_PERSON, UNIT_ENDS, UNIT_WORDS
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import NO
from elevshare.workbook.payee import account
from elevshare.workbook.table import Column, FormulaTable, TableRow, Text, once

#: The rule, as it stands beside the switch.
RULE = "是：张**、王*、欧阳**，有“·”的印第一段，单位照印；否：照“住户”印。张贴的都照这一格"

#: So many characters of a longer name are listed, so that they can be read.
LONGEST_LISTED = 12
#: The words of a unit's name with what COUNTIF takes for any text around them.
_PATTERNS = tuple(f"*{word}*" for word in UNIT_WORDS)
#: Below them in the same column what such a name ends with.
_UNITS = _PATTERNS + UNIT_ENDS


@once
def names(plan: Accounts) -> FormulaTable:
    """What is known of names, and each household's name as it is printed; below the account."""
    below = account(plan)
    count = max(plan.flats, len(DOUBLE_SURNAMES), len(_UNITS))

    def word(words: tuple[str, ...], row: TableRow) -> Text | None:
        return Text(words[row.index]) if row.index < len(words) else None

    return FormulaTable("张贴的单据上的业主姓名", below.sheet, below.last + 4, count, (
        Column("surname", "两个字的姓", "any", lambda r: word(DOUBLE_SURNAMES, r)),
        Column("unit", "单位的名称里有", "any", lambda r: word(_UNITS, r)),
        Column("name", "印出的姓名", "any",
               lambda r: _name(plan, r) if r.index < plan.flats else None),
    ))  # fmt: skip


def _name(plan: Accounts, row: TableRow) -> str:
    """The name of the household in the row of the same index."""
    name = plan.shares.at("owner", row.index).split("!")[1]
    shown = f'{name}=""'
    if plan.has(Topic.NOTICE):
        shown = f'OR({shown},{plan.parameter("notice_mask")}="{NO}")'
    surnames, units = (
        [f"${row.table.letter(key)}${row.table.first + index}" for index in range(size)]
        for key, size in (("surname", len(DOUBLE_SURNAMES)), ("unit", len(_UNITS)))
    )
    double = f"AND(LEN({name})>2,COUNTIF({surnames[0]}:{surnames[-1]},LEFT({name},2))>0)"
    surname = f'IFERROR(FIND("{DOT}",{name})-1,IF({double},2,1))'
    hidden = f'LEFT({name},{surname})&IF(LEN({name})=2,"*","**")'
    words, ends = units[: len(_PATTERNS)], units[len(_PATTERNS) :]
    last = f"COUNTIF({ends[0]}:{ends[-1]},RIGHT({name},1))"
    unit = "+".join(
        [*(f"COUNTIF({name},{word})" for word in words), f"(LEN({name})>{LONGEST_PERSON})*{last}"]
    )
    return f"IF(OR({shown},{unit}>0),{shortened(name)},{hidden})"


def shortened(name: str) -> str:
    """A name as lists have room for it, as part of a text formula."""
    return f'LEFT({name},{LONGEST_LISTED})&IF(LEN({name})>{LONGEST_LISTED},"…","")'


def printed(plan: Accounts) -> str:
    """The address of all names as they are printed, row by row as on 住户."""
    table = names(plan)
    letter = table.letter("name")
    return f"{table.sheet}!${letter}${table.first}:${letter}${table.first + plan.flats - 1}"


def who(plan: Accounts, household: str) -> str:
    """Room and name of a household (the formula of its row from 1), as part of a text formula."""
    room, name = (
        f"INDEX({plan.shares.all('room')},{household})",
        f"INDEX({printed(plan)},{household})",
    )
    return f'{room}&IF({name}="","","　")&{name}'
