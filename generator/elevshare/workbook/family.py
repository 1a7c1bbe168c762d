"""What tells the books of the families apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from elevshare.project import Project, Topic
from elevshare.workbook.inputs import Inputs


@dataclass(frozen=True, slots=True)
class BookFamily:
    """The books of one family: what is refused, the plan, the sheets in order, the names.

    ``told`` is title → subject of the sheets that only books with a subject have.
    """

    title: str
    validate: Callable[[Project], None]
    plan: Callable[[Project], Inputs]
    sheets: Callable[[Any], tuple[ModuleType, ...]]
    names: Callable[[Any], Mapping[str, str]]
    told: Mapping[str, Topic]
