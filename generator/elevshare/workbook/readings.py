"""The readings of the single inputs, so that no other formula meets a text instead of a number.

A text that is a number counts as that number. Any other invalid entry counts as blank, is marked
beside the input, and fails a check.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from elevshare.workbook.field import SCALES
from elevshare.workbook.table import Column, TableRow, Text, gaps

if TYPE_CHECKING:
    from elevshare.workbook.inputs import Inputs


def word_of(number: str, words: Sequence[str]) -> str:
    """A formula with its ``=`` that shows the word with a number (from 0)."""
    return f"={chosen_word(number, words)}"


def chosen_word(number: str, words: Sequence[str]) -> str:
    """The same without ``=``, for use inside a formula."""
    listed = ",".join(f'"{word}"' for word in words)
    return f"CHOOSE({number}+1,{listed})"


def wrong_number(cell: str, low: str, high: str, scale: int) -> str:
    """1 if a cell is neither blank nor a number within bounds in steps of 1/``scale``, else 0."""
    below, above = f"IFERROR({cell}*1,{low}-1)<{low}", f"IFERROR({cell}*1,{high}+1)>{high}"
    fine = f"ABS(IFERROR({cell}*{scale},0)-ROUND(IFERROR({cell}*{scale},0),0))>0.0001"
    return f'IF({cell}="",0,IF(OR({below},{above},{fine}),1,0))'


def columns(plan: Inputs) -> tuple[Column, ...]:
    """The columns of the readings; each row is a number, or a choice that is only checked."""
    fields = (*plan.numbers, *plan.choices)

    def value(row: TableRow) -> str | None:
        field = fields[row.index]
        if field.choices:
            return None
        cell = plan.parameter(field.key)
        return f'IF(OR({cell}="",{row.problem}=1),{field.blank},IFERROR({cell}*1,0))'

    def problem(row: TableRow) -> str:
        field = fields[row.index]
        cell = plan.parameter(field.key)
        if field.choices:
            right = ",".join(f'{cell}="{word}"' for word in field.choices)
            return f"IF(OR({right}),0,1)"
        return wrong_number(cell, *plan.bounds(field), SCALES[field.kind])

    return (
        Column("label", "参数", "长", lambda row: Text(fields[row.index].label)),
        *gaps("pad1", "pad2"),
        Column("value", "读作", "fine", value),
        Column("problem", "有误（1/0）", "whole", problem),
    )
