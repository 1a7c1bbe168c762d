"""What may be filled in row by row: the columns of a table of inputs."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.project import Topic
from elevshare.rules.share import WEIGHT_SCALE
from elevshare.workbook.field import DATES, MAX_YUAN

#: How the rule for what may be typed calls a kind of number; whole numbers and dates as they are.
_RULES = {"money": "decimal", "percent": "decimal", "coef": "decimal", "area": "decimal"}
_STEPS = {"money": 100, "percent": 10_000, "coef": WEIGHT_SCALE, "area": 100}
_BOUNDS = {"money": ("0", MAX_YUAN), "percent": ("0", "1"), "date": DATES}


@dataclass(frozen=True, slots=True)
class InputColumn:
    """One column of a table of inputs: key, head, style of its cells, and what may be filled in.

    A column whose style is no 输入 holds labels or formulas. ``hint`` says in words what may be
    filled in: a number between ``bounds`` (those of its kind unless told), one of ``words``, or
    what ``source`` (a defined name) holds; without a hint anything may. ``name`` is what
    messages call it, the head without its unit unless told. ``steps`` are how many of a whole one
    it may be given in, those of its kind unless told. ``width`` and ``topic`` are told
    where a sheet has nothing but the table: the column is left out without the subject.
    """

    key: str
    head: str
    style: str
    hint: str = ""
    bounds: tuple[str, str] = ("", "")
    words: tuple[str, ...] = ()
    source: str = ""
    name: str = ""
    steps: int = 0
    width: float = 0
    topic: Topic | None = None

    @property
    def typed(self) -> bool:
        """Whether users fill it in."""
        return self.style.startswith("输入")

    @property
    def kind(self) -> str:
        """Kind of input: money, date, text …"""
        return self.style.partition("-")[2]

    @property
    def called(self) -> str:
        """What messages call it.

        >>> InputColumn("yuan", "金额（元）", "输入-money").called
        '金额'
        """
        return self.name or self.head.partition("（")[0]

    @property
    def scale(self) -> int:
        """How many steps make a whole one: a number of it is read in whole steps."""
        return self.steps or _STEPS.get(self.kind, 1)

    @property
    def rule(self) -> str:
        """How the rule for what may be typed calls its kind."""
        return _RULES.get(self.kind, self.kind)

    @property
    def limits(self) -> tuple[str, str]:
        """Lowest and highest number."""
        return self.bounds if self.bounds[1] else _BOUNDS[self.kind]


#: A column of numbers from 1 on, and one of hints.
NUMBER = InputColumn("n", "序号", "计算-whole")
HINT = InputColumn("hint", "提示", "计算-any")
