"""Amounts and areas as parts of text formulas, always with two decimals."""

from __future__ import annotations


def hundredths(whole: str) -> str:
    """A whole number of hundredths as text with two decimals.

    >>> hundredths("$E$4")
    'TEXT($E$4/100,"0.00")'
    """
    return f'TEXT({whole}/100,"0.00")'


def two(number: str) -> str:
    """A number as text with two decimals.

    >>> two("$E$4")
    'TEXT($E$4,"0.00")'
    """
    return f'TEXT({number},"0.00")'


def yuan(fen: str) -> str:
    """An amount in fen as text in yuan with its unit."""
    return f'{hundredths(fen)}&" 元"'


def with_thousands(fen: str) -> str:
    """An amount in fen as a posted paper says it: in yuan, its thousands apart, with its unit."""
    return f'TEXT({fen}/100,"#,##0.00")&" 元"'


def square_metres(area: str) -> str:
    """An area in 0.01 m² as text in m² with its unit."""
    return f'{hundredths(area)}&" ㎡"'
