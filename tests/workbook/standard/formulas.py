"""What a formula is made of: references, numbers, functions, and its shape seen from its cell."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from openpyxl.utils import column_index_from_string

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_END = r"(\$?)([A-Z]{1,3})(\$?)(\d+)"
_REFERENCE = re.compile(rf"(?:([^\W\d][\w]*|'[^']+')!)?{_END}(?::{_END})?(?![\w(])")
_NUMBER = re.compile(r"(?<![\w$.])(\d+(?:\.\d+)?(?:E[+-]?\d+)?)(?![\w.])")
_FUNCTION = re.compile(r"([A-Z][A-Z0-9.]*)\(")


class Reference(NamedTuple):
    """A reference: sheet ("" for its own), and left, top, right, bottom."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int


@cache
def column(letters: str) -> int:
    """Number of a column."""
    return column_index_from_string(letters)


@lru_cache(maxsize=200_000)
def bare(formula: str) -> str:
    """The formula with every text in it emptied.

    >>> bare('IF(A1="5 层",1,2)')
    'IF(A1="",1,2)'
    """
    return _TEXT.sub('""', formula)


def texts(formula: str) -> list[str]:
    """The texts in a formula, without their quotation marks."""
    return [one[1:-1].replace('""', '"') for one in _TEXT.findall(formula)]


@lru_cache(maxsize=200_000)
def references(formula: str) -> tuple[Reference, ...]:
    """What a formula refers to.

    >>> references("分摊!$A$1+B2:B3")
    (Reference(sheet='分摊', left=1, top=1, right=1, bottom=1), Reference(sheet='', left=2, top=2, right=2, bottom=3))
    """
    found = []
    for sheet, _, left, _, top, _, right, _, bottom in _REFERENCE.findall(bare(formula)):
        end = (column(right), int(bottom)) if right else (column(left), int(top))
        found.append(Reference(sheet.strip("'"), column(left), int(top), *end))
    return tuple(found)


@lru_cache(maxsize=200_000)
def masked(formula: str) -> str:
    """The formula with every reference as @ and every text emptied.

    >>> masked('IF(A1="x",ROUND(分摊!B2*100,0),C1:C9)')
    'IF(@="",ROUND(@*100,0),@)'
    """
    return _REFERENCE.sub("@", bare(formula))


def kind(formula: str) -> str:
    """The formula with every reference as @, its texts as they are."""
    return _REFERENCE.sub("@", formula)


def numbers(formula: str) -> set[str]:
    """The numbers written in a formula.

    >>> sorted(numbers('IF(A1>1E+14,2.5,B10)&"77"'))
    ['1E+14', '2.5']
    """
    return set(_NUMBER.findall(masked(formula)))


def functions(formula: str) -> set[str]:
    """The functions that a formula calls."""
    return set(_FUNCTION.findall(bare(formula)))


def calls(formula: str, name: str) -> list[list[str]]:
    """The arguments of every call of a function, references masked.

    >>> calls("1+ROUND(INT(A1*2),0)", "ROUND")
    [['INT(@*2)', '0']]
    """
    text = masked(formula)
    return [_arguments(text[found.end() :]) for found in re.finditer(rf"(?<![A-Z]){name}\(", text)]


def _arguments(text: str) -> list[str]:
    """The arguments up to the bracket that closes them."""
    found, depth = [""], 1
    for mark in text:
        depth += (mark == "(") - (mark == ")")
        if not depth:
            break
        if mark == "," and depth == 1:
            found.append("")
        else:
            found[-1] += mark
    return found


def depth(formula: str) -> int:
    """How deep functions stand in one another.

    >>> depth("IF(A1,IF(B1,(1),2),3)")
    2
    """
    deepest, open_ = 0, []
    for found in re.finditer(r"[A-Z][A-Z0-9.]*\(|\(|\)", bare(formula)):
        if found[0] == ")":
            open_.pop()
        else:
            open_.append(found[0] != "(")
            deepest = max(deepest, sum(open_))
    return deepest
