"""The words that formulas look up: lists in which each stands in brackets.

Beside a list stand the meanings: a text that has at every word's place the meaning of the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from elevshare.project import MAX_STOREYS
from elevshare.vocabulary import listed
from elevshare.workbook.field import NO, YES
from elevshare.workbook.spelling.steps import applied, bracketed, cases, of_storey, wide

#: The topics of the vocabulary whose words mean 是 and 否: ``不参与`` says nothing of a vote.
TAKING, AGREEING, ANY = "参与", "同意", "是否"
TOPICS = (TAKING, AGREEING, ANY)
#: Column of 住户 → the topic of its answers.
ANSWERED = {"taking": TAKING, "agree": AGREEING, "vote": ANY, "exempt": ANY}
_NUMERALS = "〇一二三四五六七八九"


class WordList(NamedTuple):
    """Words in one text, and at the place of each its meaning, ``size`` characters long."""

    words: str
    meanings: str
    size: int

    def meaning(self, word: str) -> str | None:
        """The meaning of a word in its brackets; ``None`` for what is not listed."""
        place = self.words.find(word)
        return None if place < 0 else self.meanings[place : place + self.size]


@cache
def answers(topic: str) -> WordList:
    """The ways of writing 是 and 否; a blank means nothing, since ``〔〕`` stands behind all.

    A hollow circle is no answer: beside √ it means 否, beside × it means 是, and a cell does not see
    what stands beside it.

    >>> [answers(TAKING).meaning(f"〔{word}〕") for word in ("√", "不参与", "ＹＥＳ", "看情况", "")]
    ['是', '否', '是', None, '']
    >>> answers(TAKING).meaning("〔○〕")
    """
    hollow = listed("记号", "空心")
    words = ([word for word in listed(topic, one) if word not in hollow] for one in (YES, NO))
    yes, no = ("".join(map(bracketed, _forms(names))) for names in words)
    return WordList(f"{yes}{no}{bracketed('')}", YES * len(yes) + NO * len(no), 1)


@cache
def storeys() -> WordList:
    """The storeys in Chinese numerals, and what the lowest one is called.

    >>> storeys().meaning("〔十二〕"), storeys().meaning("〔底〕"), storeys().meaning("〔一二〕")
    ('12', '01', None)
    """
    lowest = {applied(bracketed(name), of_storey()): 1 for name in listed("楼层", "最低")}
    every = {bracketed(numeral(number)): number for number in range(1, MAX_STOREYS + 1)}
    every |= {bracketed("两"): 2} | lowest
    return WordList("".join(every), _beside(every), 2)


@cache
def nobody() -> WordList:
    """What is written where a flat has no owner.

    >>> nobody().meaning("〔—〕"), nobody().meaning("〔待查〕"), nobody().meaning("〔无名〕")
    ('无', '无', None)
    """
    words = "".join(map(bracketed, _forms(listed("业主", "没有"))))
    return WordList(words, "无" * len(words), 1)


@cache
def choices(topic: str, meanings: tuple[str, ...]) -> WordList:
    """The ways of writing a few meanings; the meaning of a word is its number, from 1 on.

    >>> found = choices("收退", ("收款", "退款"))
    >>> [found.meaning(f"〔{word}〕") for word in ("缴款", "退", "还款")]
    ['1', '2', None]
    """
    parts = ["".join(map(bracketed, _forms(listed(topic, one)))) for one in meanings]
    numbered = enumerate(parts, 1)
    return WordList("".join(parts), "".join(str(n) * len(part) for n, part in numbered), 1)


def numeral(number: int) -> str:
    """A whole number from 1 to 99 in Chinese numerals.

    >>> [numeral(number) for number in (3, 10, 12, 20, 34)]
    ['三', '十', '十二', '二十', '三十四']
    """
    tens, ones = divmod(number, 10)
    many = {0: "", 1: "十"}.get(tens, f"{_NUMERALS[tens]}十")
    return many + (_NUMERALS[ones] if ones else "")


def _beside(words: Mapping[str, int]) -> str:
    """Two digits at the place of each word."""
    return "".join(f"{number:02}".ljust(len(word), ".") for word, number in words.items())


def _forms(names: Iterable[str]) -> list[str]:
    """Words in upper and lower case, and in full width."""
    every = [form for name in names for form in cases(name)]
    return list(dict.fromkeys([*every, *map(wide, every)]))
