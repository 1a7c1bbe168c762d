"""Amounts and areas as text inside a formula, always with two decimals."""

from __future__ import annotations


def hundredths(whole: str) -> str:
    """A number of hundredths as text.

    >>> hundredths("$E$4")
    'TEXT($E$4/100,"0.00")'
    """
    return f'TEXT({whole}/100,"0.00")'


def yuan(fen: str) -> str:
    """An amount in fen as text in yuan, with the unit."""
    return f'{hundredths(fen)}&" 元"'


def square_metres(area: str) -> str:
    """An area in 0.01 m² as text in m², with the unit."""
    return f'{hundredths(area)}&" ㎡"'
