"""The plan of a lease book: how many rows it holds and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare.leasing import rule_of
from elevshare.project import Project, Topic
from elevshare.rules.lease import MONTHS
from elevshare.schemes.parts.lease import MAX_TABLES
from elevshare.workbook import household
from elevshare.workbook.accounts import Account, Accounts
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.field import Field, Section
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.lease.account import ACCOUNT, PER_FLAT
from elevshare.workbook.lease.fields import sections
from elevshare.workbook.places import Block
from elevshare.workbook.plan import TEMPLATE_STOREYS
from elevshare.workbook.subjects.ledger import inputs as ledger
from elevshare.workbook.subjects.notice import inputs as notice

#: Figures above the tables of 收费, top down; whole numbers (fen where it is money).
FIGURES = (
    "top", "storeys", "landing", "table", "times", "periods", "period", "first", "last",
    "fee", "arrears", "paid", "relief", "to_pay", "carried", "annual", "full", "full_month",
)  # fmt: skip
#: One column a table of fees.
TABLES = tuple(f"t{number}" for number in range(1, MAX_TABLES + 1))
MONTH_KEYS = tuple(f"m{number}" for number in range(1, MONTHS + 1))

_FLAT_SHOWN = (
    "n", "room", "storey", "owner", "taking", "standard", "annual", "fee", "arrears", "paid",
    "relief", "due", "carried",
)  # fmt: skip
_FLAT_WORK = (
    "storey_no", "area_no", "filled", "slip", "problem", "valid", "take",
    "standard_fen", "annual_fen", "until_last", "until_first", "fee_fen", "arrears_fen",
    "before_fen", "paid_fen", "relief_fen", "balance", "to_pay", "left", "issue", "bill", "words",
    *CAPITALS,
)  # fmt: skip
#: What only a book with a ledger needs to know of its households.
_FLAT_LEDGER = ("owed", "owed_before", "year_owed", "past")


@dataclass(frozen=True)
class LeasePlan(Accounts):
    """What the sheets of a lease book need to know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those there are and some to spare, or a blank template's 40."""
        return self.project.household_rows

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys: no fewer than the tallest table has, or a blank template's 12."""
        tallest = max(table.storeys for table in rule_of(self.project).fee_tables)
        return max(self.project.storeys or TEMPLATE_STOREYS, tallest)

    @cached_property
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections."""
        payments = ledger.sections(self.flats, self.has(Topic.RECEIPTS), PER_FLAT)
        return {
            "参数": sections(self.storeys),
            **({"专项": notice.SECTIONS} if self.has(Topic.NOTICE) else {}),
            **({"台账": payments} if self.has(Topic.LEDGER) else {}),
        }

    @property
    def account(self) -> Account:
        """What its households owe and pay, in words and columns."""
        return ACCOUNT

    @cached_property
    def _fee_rows(self) -> Block:
        return self.table("fees", ("storey", "used", *TABLES, "own", "hint"))

    @cached_property
    def sizes(self) -> Block:
        """The two rows above the fees that state each table's storeys and flats a storey."""
        rows = self._fee_rows
        return Block(rows.sheet, rows.first, 2, rows.columns)

    @cached_property
    def fees(self) -> Block:
        """The fees by storey: the tables, the owners' own, and which is used (yuan)."""
        rows = self._fee_rows
        return Block(rows.sheet, rows.first + 2, self.storeys, rows.columns)

    @cached_property
    def coefficients(self) -> Block:
        """Storeys and what they weigh against each other: the fee used."""
        return Block(self.fees.sheet, self.fees.first, self.storeys, ("storey", "weight"))

    @cached_property
    def household_columns(self) -> tuple[InputColumn, ...]:
        """The columns of 住户."""
        return household.lease_columns(self.has(Topic.LEDGER), self.storeys)

    def figure(self, key: str) -> str:
        """Address of one whole-number figure of 收费 (fen where it is money)."""
        return f"收费!$E${4 + FIGURES.index(key)}"

    def figure_yuan(self, key: str) -> str:
        """Address of one money figure of 收费, in yuan."""
        return f"收费!$D${4 + FIGURES.index(key)}"

    @property
    def period_words(self) -> str:
        """Address of the period in words."""
        return f"收费!$D${4 + len(FIGURES)}"

    @cached_property
    def floors(self) -> Block:
        """The storeys on 收费."""
        columns = ("storey", "flats", "taking", "standard", "origin", "annual", "income", "full",
                   *("pad" + str(i) for i in range(5)), "gap", "above", "fen", "annual_fen",
                   "known", "wrong", "flaw")  # fmt: skip
        return Block("收费", 4 + len(FIGURES) + 4, self.storeys, columns)

    @cached_property
    def shares(self) -> Block:
        """The households on 收费."""
        first = self.floors.last + 4
        more = _FLAT_LEDGER if self.has(Topic.LEDGER) else ()
        return Block("收费", first, self.flats, (*_FLAT_SHOWN, "gap", *_FLAT_WORK, *more))

    @cached_property
    def months(self) -> Block:
        """What one flat of each storey pays in each month of the lease year, on 分月."""
        columns = ("storey", "annual", *MONTH_KEYS, "total", "gap", "annual_fen",
                   *(f"{key}_fen" for key in MONTH_KEYS), "total_fen")  # fmt: skip
        return Block("分月", 5, self.storeys, columns)

    @cached_property
    def tables(self) -> Block:
        """The tables as they are read, and the income that each makes, on 收费."""
        columns = ("name", "storeys", "landing", "month", "year", "used", "gap", "key", "fen",
                   "wrong", "twice")  # fmt: skip
        return Block("收费", self.shares.last + 4, MAX_TABLES, columns)

    @cached_property
    def fee_readings(self) -> Block:
        """The fees by storey as they are read (fen), on 收费; then the marks of wrong ones."""
        marks = (f"{key}_wrong" for key in (*TABLES, "own"))
        columns = ("storey", *TABLES, "own", "gap", *marks)
        return Block("收费", self.tables.last + 4, self.storeys, columns)

    @property
    def readings_at(self) -> tuple[str, int]:
        """Below all else on 收费."""
        return "收费", self.fee_readings.last + 4

    @property
    def master(self) -> str:
        """Formula text of the master check in words."""
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF(SUM({self.shares.all("filled")})=0,'
            f'"【草案】还没有填完：请填“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此收款，详见“校验”"))'
        )

    def bounds(self, field: Field) -> tuple[str, str]:
        """Lowest and highest number of a single input; no storey above the table's last."""
        return ("1", str(self.storeys)) if field.key == "storeys" else field.bounds
