"""The rows of 住户 as read: what each input means, which rows count, what is wrong in the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from elevshare.workbook.field import YES
from elevshare.workbook.protocols import Roster
from elevshare.workbook.spelling import formulas as spelling
from elevshare.workbook.spelling.lists import ANSWERED
from elevshare.workbook.spelling.steps import (
    ROOM,
    Steps,
    of_amount,
    of_area,
    of_coefficient,
    of_storey,
)
from elevshare.workbook.subjects.sharing import row_flaws as flaws
from elevshare.workbook.table import Column, PartialFormula, TableRow

#: The columns of amounts, and those of answers that may be blank; 住户 has some of them.
AMOUNTS = ("relief", "fund", "paid", "payout", "arrears", "fixed", "reserve", "reserve_left")
ANSWERS = ("vote", "agree", "exempt")
#: The columns of other texts than rooms.
TEXTS = ("owner", "person", "reason", "remark")


def room(plan: Roster) -> Column:
    """The room, always as a text."""
    return Column("room", "房号", "any", lambda r: spelling.cleaned(typed(plan, r, "room"), ROOM))


def owner(plan: Roster) -> Column:
    """The owner, always as a text; empty where there is none."""
    return Column("owner", "业主", "any",
                  lambda r: spelling.owner(typed(plan, r, "owner"), plan.spellings))  # fmt: skip


def typed(plan: Roster, row: TableRow, key: str) -> str:
    """The address of an input of a household."""
    return plan.households.at(key, row.index)


def yuan(row: TableRow, key: str) -> str:
    """The cell with an amount as read, in yuan; below 0 for what is no amount."""
    return row[f"{key}_yuan"]


def fen(row: TableRow, key: str) -> str:
    """An amount in fen, 0 for a household that does not count."""
    return f"MAX(0,ROUND({yuan(row, key)}*100,0))*{row.valid}"


def taking_storey() -> Column:
    """The storey of a household that takes part."""
    return Column("taking_storey", "参与者楼层", "whole", lambda r: f"{r.storey_no}*{r.take}")


@dataclass(frozen=True)
class RosterReading:
    """How the rows of 住户 are read in one family of books.

    ``names`` are the names of its columns, by key. ``spared`` is the condition under which a
    household needs no area; ``remark`` says whether that is to be remarked. ``taking`` is the head
    of the column of who takes part. ``stops`` are the cells of the storeys where some are half stops,
    ``lowest`` is the lowest storey, below 1 where households may have terms of their own. ``more`` is
    what else may be wrong in a row that counts, as text.
    """

    plan: Roster
    spared: PartialFormula
    names: Mapping[str, str] = field(default_factory=dict)
    remark: bool = True
    taking: str = "参与（1/0）"
    stops: str = ""
    lowest: int = 1
    more: PartialFormula | None = None

    def columns(self) -> tuple[Column, ...]:
        """The columns from the meaning of every input to who takes part."""
        return (*self._meanings(), *self._flaws(), *self._result())

    def _has(self, *keys: str) -> list[str]:
        """Those of some columns that this 住户 has."""
        return [key for key in keys if key in self.plan.households.columns]

    def _typed(self, key: str) -> PartialFormula:
        return lambda r: typed(self.plan, r, key)

    def _meanings(self) -> Iterator[Column]:
        """Every input as its meaning."""
        # The lists of words stand below all tables, whose places are known only later.
        cell, plan = self._typed, self.plan
        yield self._text("storey", "楼层", of_storey())
        yield Column("storey_as", "楼层（读作）", "any",
                     lambda r: spelling.storey(cell("storey")(r), r.storey_text, plan.spellings))  # fmt: skip
        yield self._text("area", "面积", of_area())
        yield Column("area_as", "面积（读作）", "any",
                     lambda r: spelling.number(cell("area")(r), r.area_text))  # fmt: skip
        yield Column("area_no", "面积（0.01㎡）", "whole",
                     lambda r: f"MAX(0,ROUND({r.area_as}*100,0))")  # fmt: skip
        yield self._answer("taking", "参与")
        for key in self._has(*AMOUNTS):
            yield from self._amount(key, self.names[key])
        if self._has("own"):
            yield self._text("own", "个别系数", of_coefficient())
            yield Column("own_as", "个别系数（读作）", "any",
                         lambda r: spelling.number(cell("own")(r), r.own_text))  # fmt: skip
        for key in self._has(*ANSWERS):
            yield self._answer(key, self.names[key])

    def _text(self, key: str, name: str, steps: Steps) -> Column:
        """The text of a quantity."""
        return Column(f"{key}_text", f"{name}（去掉单位）", "any",
                      lambda r: spelling.quantity(self._typed(key)(r), steps))  # fmt: skip

    def _amount(self, key: str, name: str) -> Iterator[Column]:
        """The text of an amount, and the amount."""
        yield self._text(key, name, of_amount())
        yield Column(f"{key}_yuan", f"{name}（读作，元）", "any",
                     lambda r: spelling.amount(self._typed(key)(r), r[f"{key}_text"]))  # fmt: skip

    def _answer(self, key: str, name: str) -> Column:
        """An answer."""
        return Column(f"{key}_answer", f"{name}（读作）", "any",
                      lambda r: spelling.answer(self._typed(key)(r), self.plan.spellings,
                                                ANSWERED[key]))  # fmt: skip

    def _flaws(self) -> Iterator[Column]:
        """What is wrong, a text for each kind of input, empty where nothing is."""
        cell = self._typed
        yield Column("room_flaw", "房号的问题", "any", lambda r: flaws.room(cell("room")(r), r))
        yield Column("storey_flaw", "楼层的问题", "any",
                     lambda r: flaws.storey(cell("storey")(r), r, self.plan.figure("top"),
                                              self.stops, self.lowest))  # fmt: skip
        yield Column("storey_no", "楼层（数）", "whole",
                     lambda r: f'IF({r.storey_flaw}="",{r.storey_as},0)')  # fmt: skip
        yield Column("area_flaw", "面积的问题", "any",
                     lambda r: flaws.area(cell("area")(r), r, self.spared(r)))  # fmt: skip
        yield Column("taking_flaw", "参与的问题", "any",
                     lambda r: flaws.taking(cell("taking")(r), r.taking_answer))  # fmt: skip
        yield Column("more_flaw", "金额等的问题", "any", self._more)

    def _more(self, row: TableRow) -> str:
        """What is wrong with amounts and answers: the household still counts."""

        def cell(key: str) -> str:
            return typed(self.plan, row, key)

        amounts = (flaws.amount(self.names[key], cell(key), yuan(row, key))
                   for key in self._has(*AMOUNTS))  # fmt: skip
        answers = (flaws.word(self.names[key], cell(key), row[f"{key}_answer"])
                   for key in self._has(*ANSWERS))  # fmt: skip
        texts = [flaws.cut(self.names[key], cell(key)) for key in self._has(*TEXTS)]
        own = [flaws.coefficient(cell(key), row.own_as) for key in self._has("own")]
        own += [self.more(row)] if self.more else []
        return "&".join((*amounts, *answers, *texts, *own)) or '""'

    def _result(self) -> Iterator[Column]:
        """Whether the row is filled in and counts, and what 住户 says of it."""
        blank = f'"{spelling.BLANK}{spelling.BLANK}"'
        yield Column("filled", "有填写", "whole",
                     lambda r: f"IF({r.room}&{r.storey_text}&{r.area_text}={blank},0,1)")  # fmt: skip
        yield Column("problem", "填写情况", "whole", flaws.problem)
        yield Column("hint", "提示", "any", lambda r: flaws.hint(r, self.remark))
        # What is wrong with a payment or a vote makes the row red, but the flat still carries its share.
        yield Column("valid", "有效", "whole",
                     lambda r: f"IF(OR({r.problem}={flaws.RIGHT},{r.problem}>={flaws.STILL_COUNTS}),1,0)")  # fmt: skip
        yield Column("take", self.taking, "whole",
                     lambda r: f'IF({r.taking_answer}="{YES}",{r.valid},0)')  # fmt: skip
