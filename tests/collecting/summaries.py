"""Summaries with something typed into them, worked out anew, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editing import place, with_inputs
from engines import Values, cached

from elevshare.collecting.book import draft
from elevshare.collecting.checks import check_list
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import Collection
from elevshare.workbook.check import block_of
from elevshare.workbook.engine.filling import filled


@dataclass(frozen=True)
class Summary:
    """A summary as it is shown."""

    plan: SummaryPlan
    values: Values

    def at(self, address: str) -> Any:
        """What a cell shows."""
        return self.values.get(place(address))

    def figure(self, key: str) -> int:
        """A figure of 汇总, whole (fen where it is money)."""
        return self.at(self.plan.figure(key))

    def failed(self) -> list[str]:
        """The names of the checks that fail."""
        checks = check_list(self.plan)
        block = block_of(checks)
        return [
            check.name
            for number, check in enumerate(checks)
            if self.at(block.at("result", number)) != "通过"
        ]

    def lines(self) -> list[list[Any]]:
        """The lines of 补贴申请 that show something."""
        rows = range(5, 5 + self.plan.lines)
        columns = "ABCDEFGHIJ"[: 6 + len(self.plan.levels)]
        every = [[self.values.get(("补贴申请", f"{c}{row}")) for c in columns] for row in rows]
        return [line for line in every if line[0] is not None]

    def foot(self, column: str) -> Any:
        """What the line of sums of 补贴申请 shows in a column."""
        return self.values.get(("补贴申请", f"{column}{5 + self.plan.lines}"))


def summary(collection: Collection, takes: Mapping[int, Any] | None = None) -> Summary:
    """The summary of a collection; ``takes`` is what somebody chose, number of the book → 计入."""
    plan = SummaryPlan(collection)
    typed = {
        place(plan.returned.at("take", number - 1)): value
        for number, value in (takes or {}).items()
    }
    return Summary(plan, cached(filled(with_inputs(draft(plan), typed))))
