"""The plan of a comparison book: the number of its rows, and the cells of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from elevshare.project import Project
from elevshare.workbook.compare import readings
from elevshare.workbook.compare.fields import sections
from elevshare.workbook.compare.part import ComparedScheme
from elevshare.workbook.field import Field, Section
from elevshare.workbook.figures import Figures
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.plan import TEMPLATE_STOREYS
from elevshare.workbook.table import FormulaTable

#: Up to this number of households the meeting page is a single page.
ONE_PAGE = 40


@dataclass(frozen=True)
class ComparePlan(Inputs):
    """What the sheets know of each other; ``project`` is the first of ``projects``."""

    project: Project
    projects: tuple[Project, ...]

    @cached_property
    def parts(self) -> tuple[ComparedScheme, ...]:
        """The schemes, in the order they were given."""
        return tuple(ComparedScheme(self, index) for index in range(len(self.projects)))

    @cached_property
    def flats(self) -> int:
        """Rows for households."""
        return self.project.household_rows

    @cached_property
    def storeys(self) -> int:
        """Rows for storeys."""
        return self.project.storeys or TEMPLATE_STOREYS

    @cached_property
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections."""
        names = [part.project.scheme.name for part in self.parts]
        return {"参数": sections(self.storeys, names, any(part.bounded for part in self.parts))}

    def _by_scheme(self, prefix: str) -> tuple[str, ...]:
        """A column key for each scheme."""
        return tuple(f"{prefix}{index}" for index in range(len(self.projects)))

    @cached_property
    def costs(self) -> Block:
        """The cost items."""
        return self.table("costs", ("item", "yuan", "hint"))

    @cached_property
    def choices_by_scheme(self) -> Block:
        """Form, measure and subsidy (rows) by scheme (columns), as typed."""
        return self.table("schemes", ("label", *self._by_scheme("s"), "hint"))

    @cached_property
    def weights(self) -> Block:
        """The weights by storey (rows) and scheme (columns)."""
        return self.table("coefficients", ("storey", *self._by_scheme("s"), "hint"))

    @cached_property
    def lows(self) -> Block:
        """The lower ends of the intervals, by storey and scheme."""
        return self.table("lows", ("storey", *self._by_scheme("s")))

    @cached_property
    def highs(self) -> Block:
        """The upper ends of the intervals, by storey and scheme."""
        return self.table("highs", ("storey", *self._by_scheme("s")))

    @cached_property
    def households(self) -> Block:
        """The household rows that users fill in."""
        columns = ("n", "room", "storey", "area", "owner", "taking", "hint")
        return Block("住户", 5, self.flats, columns)

    @cached_property
    def figures(self) -> Figures:
        """What all schemes share."""
        return readings.figures(self)

    def figure(self, key: str) -> str:
        """The address of a shared whole-number figure, amounts in fen."""
        return self.figures[key]

    @cached_property
    def shares(self) -> FormulaTable:
        """The households as read."""
        return readings.households(self)

    @cached_property
    def items(self) -> FormulaTable:
        """The cost items as read."""
        return readings.items(self)

    @cached_property
    def schemes(self) -> FormulaTable:
        """The inputs of each scheme as read; one row for each scheme."""
        return readings.schemes(self)

    @property
    def readings_at(self) -> tuple[str, str, int]:
        """After all other tables on 读数."""
        return "四、参数", "读数", self.schemes.last + 4

    def problems(self, group: Sequence[Field]) -> str:
        """The marks of neighbouring single inputs that are invalid."""
        return f"{self.problem(group[0])}:{self.problem(group[-1]).split('!')[1]}"

    @property
    def head_height(self) -> float:
        """Points for a row of scheme names: long names wrap."""
        lines = (1 + (len(p.project.scheme.name) > 7) for p in self.parts)
        return max(42.0, 2 + 20.0 * max(lines))

    @cached_property
    def page(self) -> Block:
        """The lines of households on 比较, below the heads and sums."""
        columns = (
            "room",
            "storey",
            "area",
            "taking",
            *self._by_scheme("s"),
            *self._by_scheme("o")[:-1],
        )
        return Block("比较", 11, self.flats, columns)

    @cached_property
    def by_storey(self) -> Block:
        """The storeys on 图表: by scheme the total, and the average of a paying household."""
        columns = ("storey", *self._by_scheme("t"), *self._by_scheme("a"))
        return Block("图表", self.chart_bottom + 3, self.storeys, columns)

    @property
    def chart_bottom(self) -> int:
        """The last row of the chart, which grows with its width: else it prints too small."""
        return 23 if len(self.projects) <= 3 else 36

    @property
    def master(self) -> str:
        """The formula of the master check, which gives a text."""
        empty = f"{self.figure('cost')}*{self.figure('households')}=0"
        return (
            f'IF({self.failed}=0,"校验：全部通过",IF({empty},'
            f'"【草案】还没有填完：请填“参数”的费用和“住户”各行",'
            f'"【草案】有 "&{self.failed}&" 项校验未通过，不得据此表决或收款，详见“校验”"))'
        )
