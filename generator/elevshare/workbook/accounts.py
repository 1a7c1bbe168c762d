"""What a ledger needs from a book whose households owe and pay, in any family of books."""

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
    """The contents of 收缴 and of the receipts for one family of books.

    ``figures`` and ``columns`` take the plan and give the figures of 收缴 and the columns of its
    households. ``item`` names what is paid for. A receipt compares payments with ``against``, a
    column of the shares in fen; ``words`` are the labels of that amount, of the sum paid, and of
    the remainder.
    """

    figures: Callable[[Any], Mapping[str, Figure]]
    columns: Callable[[Any], tuple[Column, ...]]
    item: str
    against: str
    words: tuple[str, str, str]


class Accounts(Inputs):
    """The plan of a book that can have a ledger."""

    @property
    @abstractmethod
    def flats(self) -> int:
        """The number of rows for households."""

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

    def has(self, topic: Topic) -> bool:
        """Whether the book covers a subject."""
        return topic in self.topics

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """The subjects that the book covers."""
        return topics_of(self.project)
