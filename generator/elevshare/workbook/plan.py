"""The plan of one book: how many rows it holds, and where what is typed stands.

What is worked out of it is made elsewhere (see ``subjects.sharing.plan``); here is only said that
every contribution book has it.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property

from elevshare.project import Project
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
    """What the sheets need to know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those there are and some to spare, or a blank template's 40."""
        return self.project.household_rows

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys: the building's, those the scheme's table is for, or a template's 12."""
        return self.project.storeys or self.project.scheme.sharing.storeys or TEMPLATE_STOREYS

    @property
    @abstractmethod
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects of the book, in the order of the work."""

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
        """Storeys and their weights."""
        return self.table("coefficients")

    @cached_property
    def tiers(self) -> Block:
        """The subsidy by the highest level reached."""
        return self.table("rule")

    @cached_property
    def split(self) -> Block:
        """Levels of government."""
        return self.table("split")

    @cached_property
    def household_columns(self) -> tuple[InputColumn, ...]:
        """The columns of 住户."""
        return household.columns(self.topics, self.storeys)

    @property
    @abstractmethod
    def figures(self) -> Figures:
        """The figures above the tables of 分摊: from the cost to the units that are shared."""

    @property
    @abstractmethod
    def switches(self) -> Figures:
        """The figures beside them, which the working needs."""

    @property
    @abstractmethod
    def grants(self) -> Figures:
        """The subsidy rule worked out step by step."""

    @property
    @abstractmethod
    def items(self) -> FormulaTable:
        """The cost items as they are read."""

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
        """The part of the subsidy that each household stands in for."""

    def figure(self, key: str) -> str:
        """Address of one whole-number figure of 分摊 (fen where it is money)."""
        return (self.switches if key in self.switches.figures else self.figures)[key]

    def figure_yuan(self, key: str) -> str:
        """Address of one money figure of 分摊, in yuan."""
        return self.figures.yuan(key)

    def grant(self, key: str) -> str:
        """Address of one step of the subsidy rule (whole number, fen where it is money)."""
        return self.grants[key]

    @property
    def master(self) -> str:
        """Formula text of the master check in words."""
        empty = f"{self.figure('cost')}*SUM({self.shares.all('filled')})=0"
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF({empty},'
            f'"【草案】还没有填完：请填“参数”的费用和“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此收款，详见“校验”"))'
        )

    @property
    def prepaid(self) -> bool:
        """Whether the book has usage fees beside the shares."""
        return self.project.scheme.family is Family.PREPAID

    @cached_property
    def tariffs(self) -> Block:
        """The usage fees by tariff, on 专项."""
        return self.table("tariffs")

    @cached_property
    def usage(self) -> Block:
        """What every household used in the month."""
        return self.table("usage")

    def bounds(self, field: Field) -> tuple[str, str]:
        """Lowest and highest number of a single input; no storey above the table's last."""
        return ("1", str(self.storeys)) if field.key == "storeys" else field.bounds
