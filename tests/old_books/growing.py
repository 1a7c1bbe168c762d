"""A later version of the program: one more input on 参数, one more column on 住户 and on 分摊."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sampling import BOOKS_KEPT

import elevshare
from elevshare.audit import identity
from elevshare.returned import made, version
from elevshare.workbook import household, inputs
from elevshare.workbook.field import Field
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.sheets import cover
from elevshare.workbook.subjects.sharing import flats
from elevshare.workbook.subjects.sharing import inputs as sharing
from elevshare.workbook.table import Column

LATER = "7.0.0"


def _between(things, new):
    """Some things with a new one in their middle."""
    every = list(things)
    return (*every[: len(every) // 2], new, *every[len(every) // 2 :])


@contextmanager
def grown() -> Iterator[None]:
    """As if the program had grown since; what is kept of books is forgotten before and after."""
    patch = pytest.MonkeyPatch()
    patch.setattr(inputs.Inputs, "version", f"加梯分摊 {LATER}")
    for module in (elevshare, identity, version, cover):
        patch.setattr(module, "__version__", LATER)
    field = Field("new_input", "新来的输入", "money", "以后才有")
    patch.setattr(sharing, "WORK", _between(sharing.WORK, field))
    column = InputColumn("new", "新来的一栏", "输入-text", width=9)
    patch.setattr(household, "COLUMNS", _between(household.COLUMNS, column))
    shown, share = flats._shown, Column("new", "新来的算式", "whole", lambda row: f"{row.n}*2")
    patch.setattr(flats, "_shown", lambda plan: _between(shown(plan), share))
    made.keep()
    try:
        yield
    finally:
        patch.undo()
        made.keep(BOOKS_KEPT)
