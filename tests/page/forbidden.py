"""Formulas that IronCalc would compute otherwise than Excel, WPS and formualizer do.

Each was tried in both engines; none of them stands in a book. What cannot be found in a formula's text
is guarded by ``test_same_bytes``: that a comparison takes numbers for equal which differ in the 16th digit
(0.1+0.2=0.3), that a missing bracket is added, that "7" is counted where "007" stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

#: The functions whose results were compared; another one has to be tried first.
KNOWN = frozenset(
    """ABS AND CHAR CHOOSE COUNTIF COUNTIFS DATE DAY EDATE FIND FIXED IF IFERROR INDEX INT ISNUMBER
    LARGE LEFT LEN MATCH MAX MID MIN MOD MONTH NOT OR PMT RIGHT ROUND SMALL SUBSTITUTE SUM SUMIF
    SUMPRODUCT TEXT TRIM UPPER VALUE YEAR""".split()
)
#: Formats of numbers that give the same text.
FORMATS = re.compile(r'"(0+|0\.00|yyyy-mm-dd)"')
_TEXT, _CALL = re.compile(r'"[^"]*"'), re.compile(r"\b([A-Z][A-Z0-9.]*)\(")
_ROW = re.compile(r"(\$?\b[A-Z]{1,3}\$?)\d+\b(?!\()")
_REFERENCE = r"(?:'[^']*'!|[^\W\d]\w*!)?\$?[A-Z]{1,3}\$?\d+"
_CELL, _AREA = re.compile(_REFERENCE), re.compile(f"{_REFERENCE}:{_REFERENCE}")


class Call(NamedTuple):
    """A function with its arguments, and the functions around it, the innermost last."""

    name: str
    arguments: tuple[str, ...]
    inside: tuple[str, ...]


def shape(formula: str) -> str:
    """The formula with all rows as row 1: many are alike but for these.

    >>> shape('IF(分摊!$B$23>0,TEXT(A7,"0"),2026)')
    'IF(分摊!$B$1>0,TEXT(A1,"0"),2026)'
    """
    return _ROW.sub(r"\g<1>1", formula)


def calls(formula: str) -> Iterator[Call]:
    """Every function of a formula.

    >>> [one.name + str(len(one.arguments)) for one in calls('IF(A1="a,(",SUM(B1:B2),ROUND(C1,0))')]
    ['SUM1', 'ROUND2', 'IF3']
    """
    hidden = _TEXT.sub(lambda text: "”" * len(text[0]), formula)
    names = {call.end() - 1: call[1] for call in _CALL.finditer(hidden)}
    stack: list[tuple[str, list[int]]] = []
    for at, mark in enumerate(hidden):
        if mark == "(":
            stack.append((names.get(at, ""), [at]))
        elif mark == "," and stack:
            stack[-1][1].append(at)
        elif mark == ")":
            name, commas = stack.pop()
            ends = [*commas[1:], at]
            if name:
                found = (formula[a + 1 : b] for a, b in zip(commas, ends, strict=True))
                yield Call(name, tuple(found), tuple(other for other, _ in stack if other))


@cache  # books have most of their formulas in common
def reasons(formula: str) -> list[str]:
    """Why a formula is forbidden."""
    found = [why for rx, why in _PIECES if rx.search(_TEXT.sub('""', formula))]
    return found + [why for call in calls(formula) for why in _of_call(call)]


#: What a formula must not hold outside of texts, and why.
_PIECES = (
    (re.compile("--"), "-- makes nothing of an array of truth values: SUMPRODUCT gives 0; write (…)*1"),
    (re.compile(r"\{"), "arrays in braces were never compared"),
    (re.compile(r":INDEX\(|INDEX\([^()]*\):"), "INDEX is no end of an area: it gives an error"),
)  # fmt: skip


def _of_call(call: Call) -> Iterator[str]:
    name, given = call.name, call.arguments
    if name not in KNOWN:
        yield f"{name} was never compared (HYPERLINK is unknown there)"
    if name == "ROUND" and given[-1] != "0":
        yield "ROUND to decimals takes the binary number: 1.005 becomes 1, elsewhere 1.01"
    if name == "TEXT" and not FORMATS.fullmatch(given[-1]):
        yield "TEXT gives an error for 年月日, and formats were compared one by one"
    if name == "VALUE" and not given[0].startswith("MID("):
        yield 'VALUE("12,000") is a number there and an error in formualizer'
    if name in ("AND", "OR") and any(map(_AREA.fullmatch, given)):
        yield "AND and OR take texts of an area for errors"
    if name == "SUMPRODUCT" and len(given) > 1:
        yield "SUMPRODUCT of several arrays takes texts for 0"
    if name == "SUMPRODUCT" and any(one.name in _OF_ONE for one in calls(given[0])):
        yield "LEN, ROUND and the like take no area inside of SUMPRODUCT"
    if name == "DATE" and given[0].isdigit() and int(given[0]) <= 1900:
        yield "days before 1900-03-01 have other numbers"
    if name == "INDEX" and "0" in given[1:]:
        yield "INDEX of a whole column gives its first cell only"
    if name in _WANT_AREAS and _CELL.fullmatch(given[_WANT_AREAS[name]].strip()):
        yield f"{name} wants an area: one cell gives an error (COUNTIF alone is typed as an area)"
    if name == "COUNTIF" and re.match(r'"(<>)?\d', given[1]):
        yield "COUNTIF takes a text of digits for the number that it spells"
    if name == "PMT" and not {"ROUND", "INT"} & {*call.inside}:
        yield "PMT differs in the last digit: it has to be rounded"
    if name == "MOD" and "." in given[1]:
        yield "MOD of fractions differs"


#: Functions of one value; and which argument has to be an area.
_OF_ONE = frozenset("LEN ROUND LEFT RIGHT MID FIND TEXT SUBSTITUTE TRIM UPPER FIXED".split())
_WANT_AREAS = {"SUMIF": 0, "COUNTIFS": 0, "INDEX": 0, "LARGE": 0, "SMALL": 0, "MATCH": 1}
