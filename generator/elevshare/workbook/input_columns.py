"""The columns of tables of inputs, with the valid entries of each."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.project import Topic
from elevshare.rules.share import WEIGHT_SCALE
from elevshare.workbook.field import DATES, MAX_YUAN

#: Kind → its name in a data validation; whole numbers and dates have the same name.
_RULES = {"money": "decimal", "percent": "decimal", "coef": "decimal", "area": "decimal",
          "any": "decimal",
          "text": "textLength"}  # fmt: skip
_STEPS = {"money": 100, "percent": 10_000, "coef": WEIGHT_SCALE, "area": 100}
_BOUNDS = {"money": ("0", MAX_YUAN), "percent": ("0", "1"), "date": DATES, "text": ("1", "20")}


@dataclass(frozen=True, slots=True)
class InputColumn:
    """One column of a table of inputs.

    ``key`` identifies it, ``head`` is its Chinese head, ``style`` the style of its cells; a style
    other than 输入 means labels or formulas.

    Valid entries: a number within ``bounds`` (by default those of its kind) in 1/``steps`` (by
    default those of its kind), one of ``words``, or a value of the range with the defined name
    ``source``. ``hint`` states this in Chinese; a column without a hint accepts anything. ``name``
    is its name in messages, by default the head without the unit.

    ``free``: the words are offered, but others may be typed.

    ``width`` is for sheets whose widths the table decides, ``topic`` for those that consist of it
    alone: without that subject the column is left out.
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
    free: bool = False

    @property
    def typed(self) -> bool:
        """Whether users fill the column in."""
        return self.style.startswith("输入")

    @property
    def kind(self) -> str:
        """The kind of its values: money, date, text …"""
        return self.style.partition("-")[2]

    @property
    def called(self) -> str:
        """Its name in messages.

        >>> InputColumn("yuan", "金额（元）", "输入-money").called
        '金额'
        """
        return self.name or self.head.partition("（")[0]

    @property
    def scale(self) -> int:
        """How many steps make 1: entries are read as whole numbers of steps."""
        return self.steps or _STEPS.get(self.kind, 1)

    @property
    def rule(self) -> str:
        """The name of its kind in a data validation."""
        return _RULES.get(self.kind, self.kind)

    @property
    def limits(self) -> tuple[str, str]:
        """The lowest and highest valid number."""
        return self.bounds if self.bounds[1] else _BOUNDS[self.kind]


#: A column of numbers from 1 on, and one of hints.
NUMBER = InputColumn("n", "序号", "计算-whole")
HINT = InputColumn("hint", "提示", "计算-any")
