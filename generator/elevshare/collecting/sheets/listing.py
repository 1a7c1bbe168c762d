"""A sheet of texts: a title, the master check, heads, rows."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.collecting.plan import SummaryPlan
from elevshare.opened.places import reference
from elevshare.workbook.grid import Grid

_HEADS = 4


def write_listing(
    grid: Grid,
    plan: SummaryPlan,
    title: str,
    note: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
) -> None:
    """Write such a sheet; ``columns`` are heads with widths in characters."""
    last = len(columns)
    grid.widths(*(width for _, width in columns))
    grid.merge(1, 1, last, title, "单据-题")
    grid.height(1, 32)
    grid.put(2, 1, f"={plan.master}", "单据-小字")
    grid.put(3, 1, note, "单据-小字")
    grid.row(_HEADS, 1, [head for head, _ in columns], "单据-标签")
    grid.height(_HEADS, 24)
    for row, texts in enumerate(rows, _HEADS + 1):
        for column, text in enumerate(texts, 1):
            grid.text(row, column, text, "单据-说明")
            grid.fit(row, f"{text}    ", columns[column - 1][1])
    area = f"A1:{reference(_HEADS + len(rows), last)}"
    grid.page(area, landscape=True, title_rows=f"{_HEADS}:{_HEADS}")
