"""The notice and the register of changes of a book that came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elevshare.returned.cells import Cells, at
from elevshare.returned.numbers import day_of
from elevshare.returned.singles import Singles
from elevshare.rules.changes import Change, Kind
from elevshare.rules.notice import Notice
from elevshare.workbook.field import DATES
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.notice import working_days


def notice_of(cells: Cells, singles: Singles, plan: Inputs) -> Notice:
    """How long the notice hangs and which days are off."""
    block = working_days.typed(plan)

    def days(key: str) -> tuple[str, ...]:
        places = (at(block, row)(key) for row in range(block.count))
        found = (cells.number(place, "放假安排", 1, *DATES, day=True) for place in places)
        return tuple(day_of(one.units) for one in found if one.right)

    return replace(singles.into(Notice(), "notice"), holidays=days("off"), workdays=days("on"))


def changes_of(cells: Cells, block: Block) -> Iterator[Change]:
    """The register of changes: the rows that have a day and a kind."""
    kinds = {kind.value: kind for kind in Kind}
    for row in range(block.count):
        here = at(block, row)
        told = {key: cells.text(here(key)) for key in ("room", "before", "after", "reason", "by")}
        if cells.value(here("day")) is None and cells.value(here("kind")) is None:
            continue
        day = cells.number(here("day"), "变更日期", 1, *DATES, day=True)
        kind = cells.word(here("kind"), "变更类型", kinds, None)
        if day.right and kind:
            yield Change(day_of(day.units), kind, **told)
