"""Amounts and areas as parts of text formulas, always with two decimals; amounts with separators."""

from __future__ import annotations


def grouped(number: str) -> str:
    """A number as text with two decimals and separators of thousands, as on papers.

    The package ``formulas`` writes 0 as ``0,.00`` where TEXT is asked for separators.

    >>> grouped("$E$4")
    'FIXED($E$4,2)'
    """
    return f"FIXED({number},2)"


def grouped_fen(fen: str) -> str:
    """An amount in fen as text in yuan with separators, without its unit."""
    return grouped(f"{fen}/100")


def paid_yuan(fen: str) -> str:
    """An amount in fen as text in yuan with separators and its unit, as on papers."""
    return f'{grouped_fen(fen)}&" 元"'


def hundredths(whole: str) -> str:
    """A whole number of hundredths as text with two decimals.

    >>> hundredths("$E$4")
    'TEXT($E$4/100,"0.00")'
    """
    return f'TEXT({whole}/100,"0.00")'


def square_metres(area: str) -> str:
    """An area in 0.01 m² as text in m² with its unit."""
    return f'{hundredths(area)}&" ㎡"'
