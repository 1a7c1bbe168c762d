"""What differs between the families of books (contribution, lease)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from elevshare.project import Project, Topic
from elevshare.workbook.inputs import Inputs


@dataclass(frozen=True, slots=True)
class BookFamily:
    """One family of books.

    ``validate`` raises for a project that makes no sense; ``plan`` makes the plan, ``sheets`` gives
    its sheet modules in order, ``names`` its defined names. ``subject_sheets`` is title → subject,
    for the sheets that only books with that subject have.
    """

    title: str
    validate: Callable[[Project], None]
    plan: Callable[[Project], Inputs]
    sheets: Callable[[Any], tuple[ModuleType, ...]]
    names: Callable[[Any], Mapping[str, str]]
    subject_sheets: Mapping[str, Topic]
