"""The plan of one book: how many rows it holds and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare.project import MAX_COSTS, Project, Topic
from elevshare.schemes import Family
from elevshare.schemes.parts.subsidy import MAX_LEVELS, MAX_TIERS
from elevshare.workbook.accounts import Account, Accounts
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.field import Field, Section
from elevshare.workbook.places import Block
from elevshare.workbook.rounding import SPLIT
from elevshare.workbook.subjects.ledger.places import ACCOUNT
from elevshare.workbook.subjects.sections import main_sections, register_sections, special_sections

TEMPLATE_FLATS = 40
TEMPLATE_STOREYS = 12
SPARE_FLATS = 4

#: Figures above the tables of 分摊, top down; whole numbers (fen where it is money).
FIGURES = ("cost", "subsidy", "compensation", "net", "unit", "units", "rest")
#: Figures of the working, beside them.
SWITCHES = ("by_floor", "by_area", "to_all", "scale", "top", "rest_row", "periods", "period")
#: The subsidy rule worked out step by step, below the tables of 分摊.
GRANT = (
    "eligible", "level", "reached", "by_tier", "by_rule", "capped", "shafted", "exclusive", "limited",
    "upkeep", "building",
)  # fmt: skip

_FLOOR_SHOWN = (
    "storey", "flats", "taking", "area", "taking_area", "coefficient", "counted_coefficient",
    "portion", "amount",
)  # fmt: skip
_FLOOR_WORK = (
    "n", "whole", "taken", "weight", "times", "over", "counted", "group", *SPLIT, "lowest", "highest", "flaw", "words",
)  # fmt: skip
_FLAT_SHOWN = (
    "n", "room", "storey", "owner", "area", "taking", "coefficient", "base", "portion", "due",
    "tail",
)  # fmt: skip
_FLAT_WORK = (
    "storey_no", "area_no", "filled", "slip", "problem", "valid", "take", "taking_storey", "size", "counted", "group",
    *SPLIT, "payer", "key", "fen", "issue", "bill",
    "relief", "fund", "paid", "ahead", "late", "owed", "until_now", "until_last", "now", "brought", "to_pay", "excess",
    "arrival",
    "base_words", "size_words", "whole_words", "late_words", "words", "tail_words",
    *CAPITALS,
)  # fmt: skip
#: The columns of 住户, and the subject without which one is left out.
HOUSEHOLD: dict[str, Topic | None] = {
    "n": None, "room": None, "storey": None, "area": None, "owner": None, "taking": None,
    "relief": None, "fund": None, "paid": None, "payout": Topic.COMPENSATION,
    "vote": Topic.CONSENT, "agree": Topic.CONSENT, "person": Topic.CONSENT,
    "exempt": Topic.UPKEEP, "remark": None, "hint": None,
}  # fmt: skip
#: Shown columns, one empty column, then the columns of the working.
_GAP = ("gap",)
_FLOOR_PAD = ("pad1", "pad2")


@dataclass(frozen=True)
class Plan(Accounts):
    """What the sheets need to know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those there are and some to spare, or a blank template's 40."""
        return len(self.project.flats) + SPARE_FLATS if self.project.flats else TEMPLATE_FLATS

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys: the building's, those the scheme's table is for, or a template's 12."""
        return self.project.storeys or self.project.scheme.sharing.storeys or TEMPLATE_STOREYS

    @property
    def account(self) -> Account:
        """What its households owe and pay, in words and columns."""
        return ACCOUNT

    @cached_property
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections."""
        special = special_sections(self.project)
        return {
            "参数": main_sections(self.project, self.storeys),
            **({"专项": special} if special else {}),
            **register_sections(self.project, self.flats),
        }

    @cached_property
    def costs(self) -> Block:
        """The cost items."""
        return self.table("costs", ("item", "yuan", "eligible", "hint"))

    @cached_property
    def coefficients(self) -> Block:
        """Storeys and their weights."""
        return self.table("coefficients", ("storey", "weight", "hint", "low", "high"))

    @cached_property
    def tiers(self) -> Block:
        """The subsidy by the highest level reached."""
        return self.table("rule", ("name", "reach", "yuan", "step"))

    @cached_property
    def split(self) -> Block:
        """Levels of government."""
        return self.table("split", ("level", "share"))

    @cached_property
    def households(self) -> Block:
        """The household rows that users fill in."""
        columns: list[str] = [
            key for key, topic in HOUSEHOLD.items() if topic is None or self.has(topic)
        ]
        if self.has(Topic.LEDGER):
            columns.remove("paid")  # what was paid stands there, payment by payment
        return Block("住户", 5, self.flats, columns)

    def figure(self, key: str) -> str:
        """Address of one whole-number figure of 分摊 (fen where it is money)."""
        if key in SWITCHES:
            return f"分摊!$Q${4 + SWITCHES.index(key)}"
        return f"分摊!$E${4 + FIGURES.index(key)}"

    def figure_yuan(self, key: str) -> str:
        """Address of one money figure of 分摊, in yuan."""
        return f"分摊!$D${4 + FIGURES.index(key)}"

    @cached_property
    def floors(self) -> Block:
        """The storeys on 分摊."""
        first = 4 + max(len(FIGURES), len(SWITCHES)) + 3
        return Block("分摊", first, self.storeys, (*_FLOOR_SHOWN, *_FLOOR_PAD, *_GAP, *_FLOOR_WORK))

    @cached_property
    def shares(self) -> Block:
        """The households on 分摊."""
        first = self.floors.last + 4
        return Block("分摊", first, self.flats, (*_FLAT_SHOWN, *_GAP, *_FLAT_WORK))

    def grant_row(self, key: str) -> int:
        """Row on 分摊 of one step of the subsidy rule."""
        return self.shares.last + 4 + GRANT.index(key)

    def grant(self, key: str) -> str:
        """Address of one step of the subsidy rule (whole number, fen where it is money)."""
        return f"分摊!$E${self.grant_row(key)}"

    @property
    def master(self) -> str:
        """Formula text of the master check in words."""
        empty = f"{self.figure('cost')}*SUM({self.shares.all('filled')})=0"
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF({empty},'
            f'"【草案】还没有填完：请填“参数”的费用和“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此收款，详见“校验”"))'
        )

    @cached_property
    def government(self) -> Block:
        """The subsidy split between levels of government, on 分摊."""
        first = self.grant_row(GRANT[-1]) + 4
        columns = ("level", "pad", "share", "amount", *("p" + str(i) for i in range(7)), "gap", "n",
                   "weight", "group", *SPLIT, "flaw")  # fmt: skip
        return Block("分摊", first, MAX_LEVELS, columns)

    @cached_property
    def items(self) -> Block:
        """The cost items as they are read, on 分摊."""
        columns = ("n", "item", "pad", "yuan", "fen", "eligible", "problem")
        return Block("分摊", self.government.last + 4, MAX_COSTS, columns)

    @cached_property
    def tier_readings(self) -> Block:
        """The tiers as they are read, on 分摊."""
        columns = ("n", "pad1", "pad2", "amount", "step", "reach", "hit", "problem")
        return Block("分摊", self.items.last + 4, MAX_TIERS, columns)

    @property
    def readings_at(self) -> tuple[str, int]:
        """Below all else on 分摊."""
        return "分摊", self.refunds.last + 4

    @cached_property
    def refunds(self) -> Block:
        """The part of the subsidy that each household stands in for, on 分摊."""
        columns = ("n", "room", "due", "amount", *("p" + str(i) for i in range(7)), "gap", "group",
                   *SPLIT)  # fmt: skip
        return Block("分摊", self.tier_readings.last + 4, self.flats, columns)

    @property
    def prepaid(self) -> bool:
        """Whether the book has usage fees beside the shares."""
        return self.project.scheme.family is Family.PREPAID

    @cached_property
    def tariffs(self) -> Block:
        """The usage fees by tariff, on 专项."""
        return self.table("tariffs", ("name", "ride", "card", "visitor", "hint"))

    @cached_property
    def usage(self) -> Block:
        """What every household used in the month."""
        columns = ("n", "room", "owner", "rides", "cards", "visitors", "owing", "credit", "hint")
        return self.table("usage", columns)

    def bounds(self, field: Field) -> tuple[str, str]:
        """Lowest and highest number of a single input; no storey above the table's last."""
        return ("1", str(self.storeys)) if field.key == "storeys" else field.bounds
