"""The plan of one book: how many rows it holds and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare import __version__
from elevshare.project import MAX_COSTS, Project
from elevshare.schemes.model import MAX_LEVELS, MAX_TIERS
from elevshare.workbook import fields
from elevshare.workbook.calc.rounding import SPLIT
from elevshare.workbook.places import Block

TEMPLATE_FLATS = 40
TEMPLATE_STOREYS = 12
SPARE_FLATS = 4
CHECKS = 21

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
    "n", "whole", "taken", "weight", "times", "over", "counted", "group", *SPLIT, "flaw", "words",
)  # fmt: skip
_FLAT_SHOWN = (
    "n", "room", "storey", "owner", "area", "taking", "coefficient", "base", "portion", "due",
    "tail",
)  # fmt: skip
_FLAT_WORK = (
    "storey_no", "area_no", "filled", "problem", "valid", "take", "taking_storey", "size", "counted", "group",
    *SPLIT, "payer", "key", "fen", "issue", "bill",
    "relief", "fund", "paid", "owed", "until_now", "until_last", "now", "brought", "to_pay",
    "base_words", "size_words", "whole_words", "words", "tail_words",
    "digits", "capitals", "thinned", "trimmed", "upper",
)  # fmt: skip
#: Shown columns, one empty column, then the columns of the working.
_GAP = ("gap",)
_FLOOR_PAD = ("pad1", "pad2")


@dataclass(frozen=True)
class Plan:
    """What the sheets need to know of each other."""

    project: Project

    @cached_property
    def flats(self) -> int:
        """Rows for households: those there are and some to spare, or a blank template's 40."""
        return len(self.project.flats) + SPARE_FLATS if self.project.flats else TEMPLATE_FLATS

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys: the building's, or a blank template's 12."""
        return self.project.storeys or TEMPLATE_STOREYS

    @cached_property
    def parameters(self) -> dict[str, int]:
        """Row of every single input, every section and every table's first row on 参数."""
        rows: dict[str, int] = {}
        row = 3
        for section, keys, table in self._sections():
            rows[section] = row
            row += 1
            for key in keys:
                rows[key] = row
                row += 1
            if table:
                rows[f"{section}-rows"] = row + 1  # below the table's head
                row += table + 1
            row += 1
        return rows

    def _sections(self) -> list[tuple[str, list[str], int]]:
        """Name, single inputs and table rows of each section of 参数."""

        def keys(group: tuple[fields.Field, ...]) -> list[str]:
            return [field.key for field in group]

        return [
            ("work", keys(fields.WORK), 0),
            ("costs", [], MAX_COSTS),
            ("subsidies", keys(fields.SUBSIDY), 0),
            ("method", keys(fields.METHOD), 0),
            ("coefficients", [], self.storeys),
            ("bill", keys(fields.BILL), 0),
            ("rule", keys(fields.RULE), MAX_TIERS),
            ("split", [], MAX_LEVELS),
        ]

    def parameter(self, key: str) -> str:
        """Address of a single input."""
        return f"参数!$B${self.parameters[key]}"

    @cached_property
    def costs(self) -> Block:
        """The cost items."""
        return Block(
            "参数", self.parameters["costs-rows"], MAX_COSTS, ("item", "yuan", "eligible", "hint")
        )

    @cached_property
    def coefficients(self) -> Block:
        """Storeys and their weights."""
        return Block(
            "参数", self.parameters["coefficients-rows"], self.storeys, ("storey", "weight", "hint")
        )

    @cached_property
    def tiers(self) -> Block:
        """The subsidy by the highest level reached."""
        return Block(
            "参数", self.parameters["rule-rows"], MAX_TIERS, ("name", "reach", "yuan", "step")
        )

    @cached_property
    def split(self) -> Block:
        """Levels of government."""
        return Block("参数", self.parameters["split-rows"], MAX_LEVELS, ("level", "share"))

    @cached_property
    def households(self) -> Block:
        """The household rows that users fill in."""
        columns = ("n", "room", "storey", "area", "owner", "taking", "relief", "fund", "paid",
                   "remark", "hint")  # fmt: skip
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

    @cached_property
    def checks(self) -> Block:
        """The checks."""
        return Block("校验", 6, CHECKS, ("n", "name", "result", "state", "advice"))

    @property
    def version(self) -> str:
        """What made the book, as printed on papers."""
        return f"加梯分摊 {__version__}"

    #: Where 说明 says which scheme and version the book is of.
    scheme_id = "说明!$B$3"
    book_version = "说明!$C$3"
    #: Where 来源 says what the bills name as their basis.
    basis = "来源!$B$3"

    @property
    def failed(self) -> str:
        """Address of the number of failed checks."""
        return "校验!$C$4"

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

    @cached_property
    def readings(self) -> Block:
        """The single inputs as they are read, on 分摊: first the numbers, then the choices."""
        count = len(fields.NUMBERS) + len(fields.CHOICES)
        columns = ("label", "pad1", "pad2", "value", "problem")
        return Block("分摊", self.tier_readings.last + 4, count, columns)

    def number(self, key: str) -> str:
        """Address of a single number as it is read: never a text."""
        return self.readings.at("value", [f.key for f in fields.NUMBERS].index(key))

    def problem(self, field: fields.Field) -> str:
        """Address of the mark of a single input that cannot be meant."""
        return self.readings.at("problem", (*fields.NUMBERS, *fields.CHOICES).index(field))

    def bounds(self, field: fields.Field) -> tuple[str, str]:
        """Lowest and highest number of a single input; no storey above the table's last."""
        return ("1", str(self.storeys)) if field.key == "storeys" else field.bounds
