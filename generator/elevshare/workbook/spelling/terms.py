"""Whether a household of a lease is charged by the month or by the year, as 住户 says it."""

from __future__ import annotations

from elevshare.rules.lease import MONTHS, Charge
from elevshare.vocabulary import listed
from elevshare.workbook.field import TERM_WORDS
from elevshare.workbook.reading.numbers import spelled
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import BARE, applied

#: The topic of the vocabulary, and what to do about a word that is not there.
_TOPIC = "月年"
TODO = "请填 按月 或 按年，或空着"


def meant(value: object) -> str | None:
    """The value of a ``Charge``, empty for a blank; ``None`` for what is neither.

    >>> meant(" 按 年"), meant("月付"), meant(None), meant("随便")
    ('year', 'month', '', None)
    """
    text = applied(spelled(value), BARE)
    for charge, word in TERM_WORDS.items():
        if text in listed(_TOPIC, word):
            return charge
    return None if text else ""


def text_of(cell: str) -> str:
    """A formula: the word without blanks."""
    return cleaned(cell, BARE)


def times(text: str, otherwise: str) -> str:
    """A formula: how often a year the fee is charged; ``otherwise`` for a blank or another word."""
    month, year = (_one_of(text, TERM_WORDS[charge]) for charge in (Charge.MONTH, Charge.YEAR))
    return f"IF({month},{MONTHS},IF({year},1,{otherwise}))"


def flaw(text: str, called: str) -> str:
    """A formula: what is wrong with the word, an empty text where nothing is."""
    known = ",".join(_one_of(text, word) for word in TERM_WORDS.values())
    return f'IF(OR({text}="",{known}),"","{called}「"&LEFT({text},12)&"」：填 按月 或 按年；")'


def _one_of(text: str, word: str) -> str:
    """Whether a text is a way of writing a word."""
    same = ",".join(f'{text}="{one}"' for one in listed(_TOPIC, word))
    return f"OR({same})"
