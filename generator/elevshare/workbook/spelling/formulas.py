"""What a book makes of the texts in 住户: formulas without their ``=``.

Functions besides the usual ones are ISNUMBER, FIND, TRIM and CHAR, which every program works out
alike (a test says so). No text is calculated with before its shape is known: what programs take
for a number differs, down to dates.
"""

from __future__ import annotations

from functools import cache

from elevshare.workbook.places import Block
from elevshare.workbook.spelling.lists import TOPICS, WordList, answers, nobody, storeys
from elevshare.workbook.spelling.steps import (
    BARE,
    CLOSE,
    NUMBER,
    OPEN,
    SHAPE,
    SHAPES,
    TEN_THOUSANDS,
    TEXT,
    Steps,
    bracketed,
)
from elevshare.workbook.table import Column, FormulaTable, Text

#: What a text in brackets is where a cell holds a number, and where it is blank.
IS_NUMBER, BLANK = "数", bracketed("")
#: The rows of the lists of storeys, and of what is no owner, below those of answers.
_STOREYS, _NOBODY = len(TOPICS), len(TOPICS) + 1
#: The value of what cannot be read: no such number is valid anywhere.
UNREAD = "-1"
_TITLE = "各种写法（“住户”里这样写也认得）"
_HEADS = ("认得的", "写法", "写法的意思")


def table(sheet: str, first: int) -> FormulaTable:
    """The lists of words, as texts on a sheet of formulas."""
    rows = (
        *((topic, answers(topic)) for topic in TOPICS),
        ("楼层", storeys()),
        ("没有业主", nobody()),
    )

    def listed(row: int) -> WordList:
        return rows[row][1]

    return FormulaTable(_TITLE, sheet, first, len(rows), (
        Column("what", _HEADS[0], "长", lambda r: Text(rows[r.index][0])),
        Column("words", _HEADS[1], "长", lambda r: Text(listed(r.index).words)),
        Column("meanings", _HEADS[2], "长", lambda r: Text(listed(r.index).meanings)),
    ))  # fmt: skip


def cleaned(cell: str, steps: Steps = TEXT) -> str:
    """A text without blanks around it, line breaks, and what nobody sees; ``ROOM`` for a room."""
    text = replaced(f'{cell}&""', steps)
    return f"TRIM({text})"


def owner(cell: str, lists: Block) -> str:
    """A name as ``cleaned``; an empty text for a sign that there is no owner."""
    word = _bracketed(replaced(cell, BARE))
    return f'IF(ISNUMBER(FIND({word},{lists.at("words", _NOBODY)})),"",{cleaned(cell)})'


def answer(cell: str, lists: Block, topic: str) -> str:
    """是, 否, an empty text for a blank, or ？ for what is none of them."""
    word, row = _bracketed(replaced(cell, BARE)), TOPICS.index(topic)
    words, meanings = lists.at("words", row), lists.at("meanings", row)
    return f'IFERROR(MID({meanings},FIND({word},{words}),1),"？")'


def choice(cell: str, lists: Block, row: int) -> str:
    """The number of a word's meaning in a row of lists (see ``lists.choices``), 0 for another."""
    word = _bracketed(f'SUBSTITUTE({cell}," ","")')
    words, meanings = lists.at("words", row), lists.at("meanings", row)
    return f"IFERROR(MID({meanings},FIND({word},{words}),1)*1,0)"


def quantity(cell: str, steps: Steps) -> str:
    """The text of a quantity in brackets, without blanks and units; ``IS_NUMBER`` for a number."""
    text = replaced(_bracketed(f"TRIM({replaced(cell, TEXT)})"), steps)
    return f'IF(ISNUMBER({cell}),"{IS_NUMBER}",{text})'


def number(cell: str, text: str) -> str:
    """The number of a quantity whose ``text`` is known; 0 for a blank, ``UNREAD`` for no number."""
    return _number(cell, text, _calculated(text), UNREAD)


def amount(cell: str, text: str) -> str:
    """The same in yuan; the amount may be in units of 10,000 yuan."""
    plain = f'SUBSTITUTE({text},"{TEN_THOUSANDS}","{CLOSE}")'
    times = f'IF(RIGHT({text},{len(TEN_THOUSANDS)})="{TEN_THOUSANDS}",10000,1)'
    return _number(cell, text, f"{_calculated(plain)}*{times}", UNREAD)


def storey(cell: str, text: str, lists: Block) -> str:
    """The same of a storey, which may be in Chinese numerals."""
    words, meanings = lists.at("words", _STOREYS), lists.at("meanings", _STOREYS)
    numeral = f"IFERROR(MID({meanings},FIND({text},{words}),{storeys().size})*1,{UNREAD})"
    return _number(cell, text, _calculated(text), numeral)


def _bracketed(text: str) -> str:
    return f'"{OPEN}"&{text}&"{CLOSE}"'


def _number(cell: str, text: str, calculated: str, otherwise: str) -> str:
    return f'IF({text}="{IS_NUMBER}",{cell}*1,IF({text}="{BLANK}",0,IFERROR({calculated},{otherwise})))'


def _calculated(text: str) -> str:
    """The number in a text in brackets; an error if the text has another shape."""
    return f'FIND({replaced(text, SHAPE)},"{SHAPES}")*0+{replaced(text, NUMBER)}*1'


def replaced(text: str, steps: Steps) -> str:
    """A text after some steps, one SUBSTITUTE in another."""
    before, after = _around(steps)
    return f"{before}{text}{after}"


@cache
def _around(steps: Steps) -> tuple[str, str]:
    """What stands before and after the text in the formula of some steps."""
    after = "".join(f',{_literal(old)},"{new}")' for old, new in steps)
    return "SUBSTITUTE(" * len(steps), after


def _literal(text: str) -> str:
    """A text in a formula; a control character by its number."""
    return f"CHAR({ord(text)})" if text < " " else f'"{text}"'
