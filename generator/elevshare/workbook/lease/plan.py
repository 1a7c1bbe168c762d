"""The plan of a lease book: the number of its rows, and the cells of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare.leasing import rule_of
from elevshare.project import Project, Topic
from elevshare.workbook import household
from elevshare.workbook.accounts import Accounts, LedgerContent, RunningContent
from elevshare.workbook.field import Field, Section
from elevshare.workbook.figures import Figures
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.lease.calc import figures, flats, running, storeys
from elevshare.workbook.lease.calc.collecting import ACCOUNT
from elevshare.workbook.lease.fields import OTHER, PER_FLAT, TABLES, sections
from elevshare.workbook.places import Block
from elevshare.workbook.plan import TEMPLATE_STOREYS
from elevshare.workbook.subjects.ledger import inputs as ledger
from elevshare.workbook.subjects.notice import inputs as notice
from elevshare.workbook.table import FormulaTable


@dataclass(frozen=True)
class LeasePlan(Accounts):
    """What the sheets of a lease book know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those of the project and some spare ones; in a template 40."""
        return self.project.household_rows

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys: at least those of the tallest fee table; in a template 12."""
        tallest = max(table.storeys for table in rule_of(self.project).fee_tables)
        return max(self.project.storeys or TEMPLATE_STOREYS, tallest)

    @cached_property
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections."""
        special = (
            *(notice.sections(self) if self.has(Topic.NOTICE) else ()),
            *(running.SECTIONS if self.has(Topic.UPKEEP) else ()),
        )
        payments = ledger.sections(
            self.flats, self.has(Topic.RECEIPTS), PER_FLAT, self.has(Topic.REMINDERS)
        )
        return {
            "参数": sections(self.storeys, self.has(Topic.TERMS)),
            **({"专项": special} if special else {}),
            **({"台账": payments} if self.has(Topic.LEDGER) else {}),
        }

    @property
    def account(self) -> LedgerContent:
        """The contents of 收缴 and of the receipts."""
        return ACCOUNT

    @property
    def running(self) -> RunningContent:
        """What the running cost is shared on."""
        return running.running(self)

    @cached_property
    def _fee_rows(self) -> Block:
        other = (OTHER,) if self.has(Topic.TERMS) else ()
        return self.table("fees", ("storey", "used", *TABLES, "own", *other, "hint"))

    @cached_property
    def sizes(self) -> Block:
        """The two rows above the fees with each table's storeys and flats on a storey."""
        rows = self._fee_rows
        return Block(rows.sheet, rows.first, 2, rows.columns)

    @cached_property
    def fees(self) -> Block:
        """The fees by storey in yuan: those of the tables, the owners' own, and the applied one."""
        rows = self._fee_rows
        return Block(rows.sheet, rows.first + 2, self.storeys, rows.columns)

    @cached_property
    def household_columns(self) -> tuple[InputColumn, ...]:
        """The columns of 住户."""
        return household.lease_columns(self.topics, self.storeys)

    @cached_property
    def figures(self) -> Figures:
        """The figures of 收费: which fee table applies, which months are billed, the sums."""
        return figures.figures(self)

    def figure(self, key: str) -> str:
        """The address of a figure of 收费: a whole number, amounts in fen."""
        return self.figures[key]

    @property
    def period_words(self) -> str:
        """The address of the period as text."""
        return f"收费!$D${self.figures.last_row + 1}"

    @cached_property
    def storey_table(self) -> FormulaTable:
        """The storeys on 收费."""
        return storeys.storey_table(self)

    @cached_property
    def shares(self) -> FormulaTable:
        """The households on 收费."""
        return flats.flats(self)

    @cached_property
    def tables(self) -> FormulaTable:
        """The fee tables as read, and the income from each, on 收费."""
        return storeys.tables(self)

    @cached_property
    def fee_readings(self) -> FormulaTable:
        """The fees by storey as read (fen) on 收费, then the marks of invalid ones."""
        return storeys.fee_readings(self)

    @property
    def readings_at(self) -> tuple[str, str, int]:
        """After all other tables on 收费."""
        return "五、参数的读数", "收费", self.fee_readings.last + 4

    @property
    def master(self) -> str:
        """The formula of the master check, which gives a text."""
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF(SUM({self.shares.all("filled")})=0,'
            f'"【草案】还没有填完：请填“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此收款，详见“校验”"))'
        )

    def bounds(self, field: Field) -> tuple[str, str]:
        """The lowest and highest valid number of a single input; storeys end with the table."""
        return ("1", str(self.storeys)) if field.key == "storeys" else field.bounds
