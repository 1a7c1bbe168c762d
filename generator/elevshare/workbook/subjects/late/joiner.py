"""One of those who join later: the cells of his inputs, and his block of tables on 后加入."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan

# A joiner and his tables refer to each other: each module has to import the other whole.
from elevshare.workbook.subjects.late import joined, tables
from elevshare.workbook.subjects.late.inputs import TITLE, key
from elevshare.workbook.table import FormulaTable, TableRow, once


@dataclass(frozen=True, eq=False)
class Joiner:
    """The joiner with a ``number`` from 1; ``before`` is who joins before him.

    His tables stand below those of ``before``, and are made once.
    """

    plan: Plan
    number: int
    before: Joiner | None

    def typed(self, name: str) -> str:
        """The address of one of his inputs, as typed; ``name`` is its key of the first joiner."""
        return self.plan.parameter(key(name, self.number))

    def known(self, name: str) -> str:
        """The address of one of his numbers, as read."""
        return self.plan.number(key(name, self.number))

    def called(self, title: str) -> str:
        """A title, with his number unless he is the first."""
        return title if self.number == 1 else f"第 {self.number} 户：{title}"

    @cached_property
    def top(self) -> int:
        """The row above his sentences."""
        return self.before.last + 3 if self.before else 1

    def told(self, line: int) -> str:
        """The address of one of the sentences on him, from 1."""
        return f"{TITLE}!$A${self.top + line}"

    @property
    def last(self) -> int:
        """The last row of his tables."""
        return self.tables[-1].last

    @cached_property
    def steps(self) -> Figures:
        """The steps from the room to his payment."""
        return tables.steps(self)

    @cached_property
    def refunds(self) -> FormulaTable:
        """What each household gets back of it."""
        return joined.refunds(self)

    @cached_property
    def storeys(self) -> FormulaTable:
        """The storeys of the split in which he takes part."""
        return joined.storey_table(self)

    @cached_property
    def flats(self) -> FormulaTable:
        """The households of that split."""
        return joined.flats(self)

    @cached_property
    def groups(self) -> FormulaTable:
        """The rows of that split that share first."""
        return joined.groups_of(self) if self.plan.terms else self.storeys

    @cached_property
    def carriers(self) -> FormulaTable:
        """The households that carry the gap in that split, where chosen storeys do."""
        return joined.carriers_of(self)

    @property
    def tables(self) -> tuple[FormulaTable, ...]:
        """All his tables, from the top down."""
        below = (
            *((self.groups,) if self.plan.terms else ()),
            *((self.carriers,) if self.plan.carriers else ()),
        )
        return (self.refunds, self.storeys, self.flats, *below)

    @property
    def largest(self) -> tuple[str, ...]:
        """The cells on the sheet with the largest numbers of his tables."""
        blocks = tuple(one for one in self.tables if "high" in one.columns)
        return tuple(block.area(key) for block in blocks for key in ("high", "middle", "low"))

    def took_part(self, row: TableRow) -> str:
        """Whether (1/0) the household of a row of his tables takes part before he joins."""
        if not self.before:
            return self.plan.shares.at("take", row.index)
        s = self.before.steps
        nobody = f"AND({row.n}={s.index},{s.ready}=0)"
        return f"IF({nobody},0,{self.before.flats.at('take', row.index)})"


@once
def joiners(plan: Plan) -> tuple[Joiner, ...]:
    """All joiners that the book has room for, in the order in which they join."""
    found: list[Joiner] = []
    for number in range(1, plan.project.joining_blocks + 1):
        found.append(Joiner(plan, number, found[-1] if found else None))
    return tuple(found)
