"""A later version of the program: one more input on 参数, one more column on 住户 and on 分摊."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import elevshare
from elevshare.audit import identity, original
from elevshare.project import Topic
from elevshare.returned import made, version
from elevshare.workbook import inputs, plan
from elevshare.workbook.field import Field
from elevshare.workbook.sheets import cover, households
from elevshare.workbook.subjects.sharing import inputs as sharing

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
    columns = dict(_between(households._COLUMNS.items(), ("new", ("新来的一栏", "text", 9))))
    patch.setattr(households, "_COLUMNS", columns)
    known: dict[str, Topic | None] = dict(_between(plan.HOUSEHOLD.items(), ("new", None)))
    patch.setattr(plan, "HOUSEHOLD", known)
    patch.setattr(plan, "_FLAT_SHOWN", _between(plan._FLAT_SHOWN, "new"))
    _forget()
    try:
        yield
    finally:
        patch.undo()
        _forget()


def _forget() -> None:
    """Nothing made before is kept."""
    made.made_of.cache_clear()
    original.original_of.cache_clear()
