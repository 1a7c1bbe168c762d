"""Where the figures of an example stand in a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from elevshare.project import Project
from elevshare.workbook.inputs import Inputs

Cells = dict[str, tuple[tuple[str, ...], int]]


@dataclass(frozen=True)
class Reading:
    """A book, what is typed into it, and where the figures stand.

    ``cells``: name of a figure → addresses whose values are summed, and how much one of them is.
    """

    project: Project
    plan: Inputs
    cells: Cells
    typed: Mapping[str, Any] = field(default_factory=dict)
