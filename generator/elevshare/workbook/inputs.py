"""The single inputs of any book: the cell of each, and the cell with its value as a number."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

from elevshare import __version__
from elevshare.project import Project
from elevshare.workbook import readings
from elevshare.workbook.field import Field, Section
from elevshare.workbook.places import Block
from elevshare.workbook.spelling import formulas as spelling
from elevshare.workbook.table import FormulaTable

#: The first word of the mark on papers that must not be acted on.
DRAFT = "草案"


class Inputs(ABC):
    """The inputs of a book: single ones, one in each row of a section, and tables."""

    project: Project

    #: The cells on 说明 with the scheme and the version of the book.
    scheme_id = "说明!$K$3"
    book_version = "说明!$L$3"
    #: The cell on 来源 with the basis that bills state.
    basis = "来源!$B$3"
    #: The cell on 来源 with the recipe of the book (see ``recipe``).
    recipe = "来源!$B$9"
    #: The cell on 校验 with the number of failed checks.
    failed = "校验!$C$4"
    #: The cell on 校验 with what papers' numbers begin with: building and entrance.
    code = "校验!$E$4"
    #: The cell on 校验 with the seal as papers show it, empty in a book that is not sealed.
    sealed = "校验!$E$2"
    #: The program and version that made the book, as printed on papers.
    version = f"加梯分摊 {__version__}"

    @property
    @abstractmethod
    def master(self) -> str:
        """The formula of the master check, which gives a text."""

    @property
    def mark(self) -> str:
        """The formula of the large mark on every paper of a draft, empty where all checks pass."""
        return f'IF({self.failed}=0,"","{DRAFT}　　不得据此收款　　{DRAFT}")'

    @property
    @abstractmethod
    def sections(self) -> dict[str, tuple[Section, ...]]:
        """Sheet → its sections, from the top down."""

    @property
    @abstractmethod
    def readings_at(self) -> tuple[str, str, int]:
        """Title, sheet and first row of the table of readings."""

    @cached_property
    def _places(self) -> dict[str, tuple[str, int]]:
        """Key → sheet and row, of every single input, section and table (its first row)."""
        places: dict[str, tuple[str, int]] = {}
        for sheet, sections in self.sections.items():
            row = 3
            for section in sections:
                places[section.key] = (sheet, row)
                for field in section.fields:
                    row += 1
                    places[field.key] = (sheet, row)
                row += 1
                if section.rows:
                    places[f"{section.key}-rows"] = (sheet, row + 1)  # below the table's head
                    row += section.rows + 1
                row += 1
            places[f"{sheet}-last"] = (sheet, row)
        return places

    @cached_property
    def parameters(self) -> dict[str, int]:
        """Key → row, of every single input, section, and table (key: ``key-rows``)."""
        return {key: row for key, (_, row) in self._places.items()}

    def last_row(self, sheet: str) -> int:
        """The last row of a sheet's sections."""
        return self.parameters[f"{sheet}-last"]

    def table(self, section: str, more: Sequence[str] = ()) -> Block:
        """The table of inputs of a section; ``more`` are keys of further columns to its right."""
        sheet, first = self._places[f"{section}-rows"]
        one = self.section(section)
        return Block(sheet, first, one.rows, (*(column.key for column in one.columns), *more))

    def section(self, key: str) -> Section:
        """The section with a key."""
        return self._sections[key]

    @cached_property
    def _sections(self) -> dict[str, Section]:
        """Key → section."""
        return {one.key: one for sections in self.sections.values() for one in sections}

    def parameter(self, key: str) -> str:
        """The address of a single input, as typed."""
        sheet, row = self._places[key]
        return f"{sheet}!$B${row}"

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All single inputs."""
        every = (s for sections in self.sections.values() for s in sections)
        return tuple(field for section in every for field in section.fields)

    @cached_property
    def numbers(self) -> tuple[Field, ...]:
        """The single inputs that are numbers."""
        return tuple(field for field in self.fields if field.kind != "text")

    @cached_property
    def choices(self) -> tuple[Field, ...]:
        """The single inputs that are chosen from words."""
        return tuple(field for field in self.fields if field.choices)

    @cached_property
    def readings(self) -> FormulaTable:
        """The readings of the single inputs: first the numbers, then the choices."""
        count = len(self.numbers) + len(self.choices)
        return FormulaTable(*self.readings_at, count, readings.columns(self))

    @cached_property
    def spellings(self) -> FormulaTable:
        """The words that 住户 may be filled in with, below the readings."""
        return spelling.table(self.readings.sheet, self.readings.last + 4)

    @cached_property
    def _order(self) -> dict[str, int]:
        """Key of a number → its row among the readings."""
        return {field.key: place for place, field in enumerate(self.numbers)}

    def number(self, key: str) -> str:
        """The address of a single number as read, which is never a text."""
        return self.readings.at("value", self._order[key])

    def problem(self, field: Field) -> str:
        """The address of the mark (1/0) of a single input: 1 if it is invalid."""
        if field.kind != "text":
            return self.readings.at("problem", self._order[field.key])
        return self.readings.at("problem", len(self.numbers) + self.choices.index(field))

    def bounds(self, field: Field) -> tuple[str, str]:
        """The lowest and highest valid number of a single input."""
        return field.bounds
