"""The plan of a contribution book with all that is worked out on 分摊, made once a book."""

from __future__ import annotations

from functools import cached_property

from elevshare.workbook.accounts import LedgerContent
from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.ledger.collected import ACCOUNT
from elevshare.workbook.subjects.order import SUBJECTS
from elevshare.workbook.subjects.sharing import costs, figures, flats, grants, storeys
from elevshare.workbook.table import FormulaTable


class SharingPlan(Plan):
    """What the sheets of a contribution book need to know of each other."""

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects of the book, in the order of the work."""
        return tuple(subject for subject in SUBJECTS if subject.belongs(self))

    @property
    def account(self) -> LedgerContent:
        """What its households owe and pay, in words and columns."""
        return ACCOUNT

    @cached_property
    def figures(self) -> Figures:
        """The figures above the tables: from the cost to the units that are shared."""
        return figures.figures(self)

    @cached_property
    def switches(self) -> Figures:
        """The figures beside them, which the working needs."""
        return figures.switches(self)

    @cached_property
    def storey_table(self) -> FormulaTable:
        """The storeys."""
        return storeys.table(self, flats.stages(self))

    @cached_property
    def shares(self) -> FormulaTable:
        """The households."""
        return flats.table(self, flats.stages(self))

    @cached_property
    def grants(self) -> Figures:
        """The subsidy rule worked out step by step."""
        return grants.steps(self)

    @cached_property
    def items(self) -> FormulaTable:
        """The cost items as they are read."""
        return costs.items(self)

    @cached_property
    def refunds(self) -> FormulaTable:
        """The part of the subsidy that each household stands in for."""
        return grants.refunds(self)

    @property
    def readings_at(self) -> tuple[str, str, int]:
        """Below all else."""
        return "八、参数的读数", "分摊", self.refunds.last + 4
