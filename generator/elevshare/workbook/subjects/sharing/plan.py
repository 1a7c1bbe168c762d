"""The plan of a contribution book with the tables of 分摊, each made once for a book."""

from __future__ import annotations

from functools import cached_property

from elevshare.project import Topic
from elevshare.workbook.accounts import LedgerContent, RunningContent
from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.ledger.collected import ACCOUNT
from elevshare.workbook.subjects.order import SUBJECTS
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.sharing import (
    carrying,
    costs,
    figures,
    flats,
    grants,
    groups,
    storeys,
)
from elevshare.workbook.subjects.upkeep import contribution
from elevshare.workbook.table import FormulaTable


class SharingPlan(Plan):
    """What the sheets of a contribution book know of each other."""

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects of the book, in the order of its sheets."""
        return tuple(subject for subject in SUBJECTS if subject.belongs(self))

    @property
    def account(self) -> LedgerContent:
        """The contents of 收缴 and of the receipts."""
        return ACCOUNT

    @property
    def running(self) -> RunningContent:
        """What the running cost is shared on."""
        return contribution.running(self)

    @cached_property
    def figures(self) -> Figures:
        """The figures above the tables: from the cost to the units to share."""
        return figures.figures(self)

    @cached_property
    def switches(self) -> Figures:
        """The choices as 1/0 and other numbers for formulas, beside those figures."""
        return figures.switches(self)

    @cached_property
    def storey_table(self) -> FormulaTable:
        """The storeys."""
        return storeys.table(self, flats.stages(self))

    @cached_property
    def groups(self) -> FormulaTable:
        """The rows that share first: the storeys, and households with a weight of their own."""
        if not self.terms:
            return self.storey_table
        above = carrying.table(self) if self.carriers else self.refunds
        return groups.table(self, "各层与有个别系数的各户一起分（个别系数的户各算一组）", "分摊",
                            above.last + 4, flats.stages(self),
                            lambda r: self.storey_table.at("counted", r.index),
                            lambda r: groups.own_weight(self, r))  # fmt: skip

    @cached_property
    def shares(self) -> FormulaTable:
        """The households."""
        return flats.table(self, flats.stages(self))

    @cached_property
    def grants(self) -> Figures:
        """The steps of the subsidy rule."""
        return grants.steps(self)

    @cached_property
    def items(self) -> FormulaTable:
        """The cost items as read."""
        return costs.items(self)

    @cached_property
    def refunds(self) -> FormulaTable:
        """The part of the subsidy that each household pays in advance."""
        return grants.refunds(self)

    @property
    def splits_end(self) -> int:
        """The last row of the splits on 分摊."""
        if self.terms:
            return self.groups.last
        return carrying.table(self).last if self.carriers else self.refunds.last

    @property
    def readings_at(self) -> tuple[str, str, int]:
        """After all other tables on 分摊."""
        last = others.table(self).last if self.has(Topic.OTHERS) else self.splits_end
        return "八、参数的读数", "分摊", last + 4
