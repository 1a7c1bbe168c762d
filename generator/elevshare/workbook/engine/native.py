"""The engine formualizer; no other module of the generator imports it."""

from __future__ import annotations

from collections.abc import Mapping

import formualizer

from elevshare.opened.areas import Area
from elevshare.opened.places import Place
from elevshare.workbook.engine.protocol import Input


class NativeEngine:
    """A book in formualizer (see ``protocol.Engine``).

    It calculates in one thread: for books of this size starting more costs more than they save.
    """

    def __init__(self, draft: bytes) -> None:
        settings = formualizer.EvaluationConfig()
        settings.enable_parallel = False
        config = formualizer.WorkbookConfig(
            mode=formualizer.WorkbookMode.Interactive, eval_config=settings, enable_changelog=False
        )
        self._book = formualizer.Workbook.from_bytes(draft, config=config)
        self._book.set_temporal_egress("serial")

    def type(self, sheet: str, area: Area, typed: Mapping[Place, Input]) -> None:
        """Fill an area in one call; filling cell by cell takes fifty times as long."""
        rows = [
            [_plain(typed.get((row, column))) for column in range(area.left, area.right + 1)]
            for row in range(area.top, area.bottom + 1)
        ]
        self._book.set_values_batch(sheet, area.top, area.left, rows)

    def put(self, sheet: str, place: Place, formula: str) -> None:
        """Write a formula."""
        self._book.set_formula(sheet, *place, f"={formula}")

    def calculate(self) -> None:
        """Calculate all cells that are not up to date."""
        self._book.evaluate_all()

    def read(self, sheet: str, area: Area) -> list[list[object]]:
        """The values of an area, row by row; an error is a dict."""
        found = formualizer.RangeAddress(sheet, area.top, area.left, area.bottom, area.right)
        rows: list[list[object]] = self._book.sheet(sheet).get_values(found)
        return rows


def _plain(value: Input) -> str | float | bool | None:
    """A value as a file would give it: every number as a float."""
    return float(value) if type(value) is int else value
