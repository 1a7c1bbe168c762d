"""The plan of a contribution book: the number of its rows, and the cells of its inputs.

Calculated tables are only declared here; ``subjects.sharing.plan`` makes them.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property

from elevshare.project import Project, Topic
from elevshare.rules.share import Storey
from elevshare.schemes import Family
from elevshare.workbook import household
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import Field, Section
from elevshare.workbook.figures import Figures
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.places import Block
from elevshare.workbook.subject import Subject
from elevshare.workbook.table import FormulaTable

TEMPLATE_STOREYS = 12


@dataclass(frozen=True)
class Plan(Accounts):
    """What the sheets of a contribution book know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those of the project and some spare ones; in a template 40."""
        return self.project.household_rows

    @cached_property
    def highest(self) -> int:
        """The highest whole storey: of the building, of the scheme's table, or in a template 12."""
        return self.project.storeys or self.project.scheme.sharing.storeys or TEMPLATE_STOREYS

    @cached_property
    def stops(self) -> tuple[Storey, ...]:
        """The storeys with a weight, half stops too, a row of each table of storeys for each."""
        return self.project.stops_below(self.highest)

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys."""
        return len(self.stops)

    @property
    @abstractmethod
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects of the book, in the order of its sheets."""

    @cached_property
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections."""
        found: dict[str, tuple[Section, ...]] = {"参数": (), "专项": ()}
        for subject in self.subjects:
            for sheet, sections in subject.sections(self).items():
                found[sheet] = (*found.get(sheet, ()), *sections)
        return {sheet: sections for sheet, sections in found.items() if sections}

    @cached_property
    def costs(self) -> Block:
        """The cost items."""
        return self.table("costs")

    @cached_property
    def coefficients(self) -> Block:
        """The storeys and their weights, as typed."""
        return self.table("coefficients")

    @cached_property
    def tiers(self) -> Block:
        """The subsidy by the highest level that the lift reaches, as typed."""
        return self.table("rule")

    @cached_property
    def split(self) -> Block:
        """The levels of government and their parts of the subsidy, as typed."""
        return self.table("split")

    @cached_property
    def household_columns(self) -> tuple[InputColumn, ...]:
        """The columns of 住户."""
        return household.columns(self.topics, self.highest)

    @property
    @abstractmethod
    def figures(self) -> Figures:
        """The figures above the tables of 分摊: from the cost to the units to share."""

    @property
    @abstractmethod
    def switches(self) -> Figures:
        """The choices as 1/0 and other numbers for the calculation, beside those figures."""

    @property
    @abstractmethod
    def grants(self) -> Figures:
        """The steps of the subsidy rule."""

    @property
    @abstractmethod
    def items(self) -> FormulaTable:
        """The cost items as read."""

    @property
    @abstractmethod
    def storey_table(self) -> FormulaTable:
        """The storeys on 分摊."""

    @property
    @abstractmethod
    def shares(self) -> FormulaTable:
        """The households on 分摊."""

    @property
    @abstractmethod
    def refunds(self) -> FormulaTable:
        """The part of the subsidy that each household pays in advance."""

    def figure(self, key: str) -> str:
        """The address of a figure of 分摊: a whole number, amounts in fen."""
        return (self.switches if key in self.switches.figures else self.figures)[key]

    def figure_yuan(self, key: str) -> str:
        """The address of a figure of 分摊 in yuan."""
        return self.figures.yuan(key)

    def grant(self, key: str) -> str:
        """The address of a step of the subsidy rule: a whole number, amounts in fen."""
        return self.grants[key]

    @property
    @abstractmethod
    def splits_end(self) -> int:
        """The last row of the splits on 分摊."""

    @property
    def terms(self) -> bool:
        """Whether households may have terms of their own, or storeys below 1."""
        return self.has(Topic.OWN_TERMS)

    @property
    def half_stops(self) -> bool:
        """Whether some storeys are half stops."""
        return self.has(Topic.HALF_STOPS)

    @property
    def carriers(self) -> bool:
        """Whether chosen storeys may carry the part of those who do not take part."""
        return self.has(Topic.CARRIERS)

    @property
    def placing(self) -> str:
        """The column of the households with each one's row among the ``groups``."""
        return "place" if self.terms or self.half_stops else "storey_no"

    @property
    def level(self) -> str:
        """The column of the households with the row of each one's storey, 0 below storey 1."""
        return "level" if self.terms else self.placing

    @property
    def counting(self) -> str:
        """The column of the households that says (1/0) whether one has such a row."""
        return "placed" if self.terms else "valid"

    @property
    def ruled(self) -> str:
        """The figure with the amount that is shared by the rule."""
        return "ruled" if self.terms else "main" if self.has(Topic.POOLS) else "net"

    @property
    def groups(self) -> FormulaTable:
        """The table whose rows share first: the storeys, and households with a weight of their own."""
        return self.storey_table

    @property
    def master(self) -> str:
        """The formula of the master check, which gives a text."""
        empty = f"{self.figure('cost')}*SUM({self.shares.all('filled')})=0"
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF({empty},'
            f'"【草案】还没有填完：请填“参数”的费用和“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此收款，详见“校验”"))'
        )

    @property
    def prepaid(self) -> bool:
        """Whether the book has usage fees."""
        return self.project.scheme.family is Family.PREPAID

    @cached_property
    def tariffs(self) -> Block:
        """The tariffs of usage fees on 专项."""
        return self.table("tariffs")

    @cached_property
    def usage(self) -> Block:
        """What each household used in the month, on 用量."""
        return self.table("usage")

    def bounds(self, field: Field) -> tuple[str, str]:
        """The lowest and highest valid number of a single input; storeys end with the table."""
        return ("1", str(self.highest)) if field.key == "storeys" else field.bounds
