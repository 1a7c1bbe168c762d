"""Books whose households owe and pay: what a ledger needs to know of one, whatever its family."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from elevshare.project import Topic
from elevshare.project.topics import topics_of
from elevshare.workbook.figures import Figure
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.table import Column, FormulaTable


@dataclass(frozen=True, slots=True)
class LedgerContent:
    """What 收缴 and the receipts of one family's books say.

    ``figures`` and ``columns`` are given the plan: the figures of 收缴 and the columns of its
    households. A receipt sets what was paid against ``against``, a column of the shares in fen;
    ``words`` say what that is, what was paid, and what is left.
    """

    figures: Callable[[Any], Mapping[str, Figure]]
    columns: Callable[[Any], tuple[Column, ...]]
    item: str
    against: str
    words: tuple[str, str, str]


class Accounts(Inputs):
    """A book that may have a ledger."""

    @property
    @abstractmethod
    def flats(self) -> int:
        """Rows for households."""

    @property
    @abstractmethod
    def shares(self) -> FormulaTable:
        """The households; in fen ``owed`` until now, and ``fund`` where a fund pays for them."""

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
        """What its households owe and pay, in words and columns."""

    def has(self, topic: Topic) -> bool:
        """Whether the book has a subject."""
        return topic in self.topics

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """The subjects of the book."""
        return topics_of(self.project)
