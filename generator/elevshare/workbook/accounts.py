"""What a ledger needs from a book whose households owe and pay, in any family of books."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from elevshare.project import Topic
from elevshare.project.topics import topics_of
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import Section
from elevshare.workbook.figures import Figure
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.table import Column, FormulaTable


@dataclass(frozen=True, slots=True)
class LedgerContent:
    """The contents of 收缴 and of the receipts for one family of books.

    ``figures`` and ``columns`` take the plan and give the figures of 收缴 and the columns of its
    households. ``item`` names what is paid for.
    """

    figures: Callable[[Any], Mapping[str, Figure]]
    columns: Callable[[Any], tuple[Column, ...]]
    item: str


@dataclass(frozen=True, slots=True)
class RunningContent:
    """What the running cost is shared on in one family of books; formulas of other sheets.

    Attributes:
        sections: the sections of its inputs.
        storeys: a table with the column ``storey``.
        weight: row of a storey (from 0) → its weight in 1/10,000.
        own_weight: row of a household (from 0) → the same for it, if it counts.
        level: the column of the shares with the row of each household's storey; ``below``: it may
            be 0, for one below storey 1.
        storey_kind: the kind of a storey's number.
        to_all, storeys_first, by_area: how the building cost is shared, as 1/0.
        by_neighbours: the condition under which its own storey carries an exempt household.
        kept: what of a subsidy is kept for upkeep, in fen.
        weighing: the word by which only households whose storey weighs something carry it.
        weightless: what the others are called; ``advice``: what to do where nobody carries it.
        checks: further checks.
    """

    sections: tuple[Section, ...]
    storeys: Block
    weight: Callable[[int], str]
    own_weight: Callable[[int], str]
    level: str
    below: bool
    storey_kind: str
    to_all: str
    storeys_first: str
    by_area: str
    by_neighbours: str
    kept: str
    weighing: str
    weightless: str
    advice: str
    checks: Callable[[], list[BookCheck]] = list


class Accounts(Inputs):
    """The plan of a book that can have a ledger and a running cost."""

    @property
    @abstractmethod
    def flats(self) -> int:
        """The number of rows for households."""

    @property
    @abstractmethod
    def storeys(self) -> int:
        """The number of rows for storeys."""

    @property
    @abstractmethod
    def shares(self) -> FormulaTable:
        """The households: in fen ``owed`` until now, and ``fund``, paid by the provident fund."""

    @property
    @abstractmethod
    def household_columns(self) -> tuple[InputColumn, ...]:
        """The columns of 住户."""

    @cached_property
    def households(self) -> Block:
        """The household rows that users fill in."""
        return Block("住户", 5, self.flats, [column.key for column in self.household_columns])

    @property
    @abstractmethod
    def account(self) -> LedgerContent:
        """The contents of 收缴 and of the receipts."""

    @property
    @abstractmethod
    def running(self) -> RunningContent:
        """What the running cost is shared on."""

    def has(self, topic: Topic) -> bool:
        """Whether the book covers a subject."""
        return topic in self.topics

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """The subjects that the book covers."""
        return topics_of(self.project)
