"""Where everything stands on 运维."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare.rules.upkeep import MONTHS
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import SPLIT

TITLE = "运维"
#: The figures above the tables, top down (fen); and those of the working, beside them.
FIGURES = ("cost", "advertising", "kept", "used", "net", "surplus", "freed")
SWITCHES = ("by_coefficient", "by_floor", "by_area", "gap", "scale", "weighed", "periods", "period",
            "months")  # fmt: skip
#: What is said in words below the figures.
LINES = ("rule", "basis", "note", "exempt", "period", "printing")
#: Bills on one page of 运维账单.
A_PAGE = 3
#: The amount of each period of a year, in fen.
PERIODS = tuple(f"p{number}" for number in range(1, MONTHS + 1))

_FIRST = 4
_SHOWN = ("n", "room", "storey", "owner", "state", "year", "plain", "more", "now", "fund", "to_pay")
_WORK = (
    "valid", "exempt", "weight", "party", "size", "member", "fen", "plain_fen", *PERIODS,
    "year_sum", "now_fen", "fund_fen", "to_pay_fen", "issue", "bill", "own_words", "whole_words",
    "words", *CAPITALS,
)  # fmt: skip
_FLAT_SPLIT = ("n", "carry", "counted", "group", *SPLIT)
_FLOORS = ("storey", "carrying", "spared", "amount", *(f"pad{n}" for n in range(7)), "gap", "weight",
           "whole")  # fmt: skip
_FLOOR_SPLIT = ("n", "taken", "counted", "group", *SPLIT)


@dataclass(frozen=True)
class Split:
    """One split of the year: its storeys and its households."""

    floors: Block
    flats: Block


@dataclass(frozen=True)
class UpkeepPlaces:
    """The addresses of 运维."""

    plan: Plan

    def figure(self, key: str) -> str:
        """Address of a whole-number figure (fen where it is money)."""
        if key in SWITCHES:
            return f"{TITLE}!$Q${_FIRST + SWITCHES.index(key)}"
        return f"{TITLE}!$E${_FIRST + FIGURES.index(key)}"

    def line_row(self, key: str) -> int:
        """Row of a line of words."""
        return _FIRST + len(FIGURES) + 1 + LINES.index(key)

    def line(self, key: str) -> str:
        """Address of a line of words."""
        return f"{TITLE}!$D${self.line_row(key)}"

    @cached_property
    def typed(self) -> Block:
        """The yearly items as they are filled in."""
        return self.plan.table("running")

    @cached_property
    def flats(self) -> Block:
        """The households."""
        first = self.line_row(LINES[-1]) + 4
        return Block(TITLE, first, self.plan.flats, (*_SHOWN, "gap", *_WORK))

    @cached_property
    def floors(self) -> Block:
        """The storeys."""
        return Block(TITLE, self.flats.last + 4, self.plan.storeys, _FLOORS)

    @cached_property
    def items(self) -> Block:
        """The yearly items as they are read."""
        columns = ("n", "item", "pad", "yuan", "fen", "problem")
        return Block(TITLE, self.floors.last + 4, self.typed.count, columns)

    @cached_property
    def actual(self) -> Split:
        """The split with the exemptions that there are, to the right of the tables."""
        return self._split(0)

    @cached_property
    def without(self) -> Split:
        """The split if nobody were exempt, to the right of the other."""
        return self._split(1)

    def _split(self, place: int) -> Split:
        left = len(self.flats.columns) + 2 + place * (len(_FLAT_SPLIT) + 1)
        floors = Block(TITLE, self.floors.first, self.floors.count, _FLOOR_SPLIT, left)
        return Split(floors, Block(TITLE, self.flats.first, self.flats.count, _FLAT_SPLIT, left))
