"""Name the inputs of a book by their labels, which stay the same when a version moves the cells.

A single input is named by the label to its left and the title of its section. An input in a table
is named by the head of its column and by its row: the text in front, or its number from 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from elevshare.opened import Value
from elevshare.opened.places import Place
from elevshare.returned.made import Made, MadeSheet
from elevshare.workbook.places import Block

#: The number before a section's title, and the explanation in brackets after it.
_NUMBER, _ASIDE = re.compile(r"^[一二三四五六七八九十]+、"), re.compile(r"（.*）$")


class Label(NamedTuple):
    """The name of one input: sheet, section, label or column head, and row in the table.

    ``section`` is empty on a sheet without sections (住户, 单户), ``row`` for a single input.
    """

    sheet: str
    section: str
    head: str
    row: str = ""


class At(NamedTuple):
    """A cell of a book: its sheet, row and column, both from 1."""

    sheet: str
    place: Place


def labels_of(made: Made) -> dict[Label, At]:
    """Return label → cell of every input of a book of this version.

    Raises:
        ValueError: two inputs have the same label.
    """
    found: dict[Label, At] = {}
    for title, sheet in made.sheets.items():
        tables = [*_tables(made, title)]
        for label, place in (*_in_tables(sheet, tables), *_singles(made, sheet, tables)):
            if found.setdefault(label, At(title, place)).place != place:
                raise ValueError(f"{label} is the name of two inputs")
    return found


def short(title: str) -> str:
    """Return a section's title without its number and the explanation in brackets.

    >>> short("二、建设费用（不足十项的空着）")
    '建设费用'
    """
    return _ASIDE.sub("", _NUMBER.sub("", title)).strip()


def row_names(rows: range, first_column: Mapping[int, Value]) -> list[str]:
    """Return the name of each row of a table: the text in front if it is unique, else its number.

    >>> row_names(range(5, 8), {5: "民法典", 6: 2, 7: "民法典"})
    ['1', '2', '3']

    A storey is called by its number, for a book with half stops has more rows than one without:

    >>> row_names(range(5, 8), {5: 1, 6: 1.5, 7: 2})
    ['1', '1.5', '2']
    """
    texts = [first_column.get(row) for row in rows]
    numbers = [text for text in texts if isinstance(text, int | float)]
    if len(set(numbers)) == len(texts):
        return [f"{number:g}" for number in numbers]
    often = Counter(text for text in texts if isinstance(text, str))
    return [
        text if isinstance(text, str) and often[text] == 1 else str(number)
        for number, text in enumerate(texts, 1)
    ]


def _tables(made: Made, title: str) -> Iterator[tuple[str, Block]]:
    """Return the tables of inputs on a sheet, each with its section's short title."""
    plan = made.plan
    for section in plan.sections.get(title, ()):
        if section.rows:
            yield short(section.title), plan.table(section.key, ())
    households: Block = getattr(plan, "households")  # noqa: B009
    if households.sheet == title:
        yield "", households


def _in_tables(sheet: MadeSheet, tables: list[tuple[str, Block]]) -> Iterator[tuple[Label, Place]]:
    """Return the inputs in the tables of a sheet."""
    for section, block in tables:
        front = {row: sheet.constants.get((row, 1)) for row in block.rows}
        names = dict(zip(block.rows, row_names(range(block.first, block.last + 1), front), strict=True))  # fmt: skip
        for row, column in sheet.inputs:
            if row in names:
                head = str(sheet.constants.get((block.first - 1, column), ""))
                yield Label(sheet.title, section, head, names[row]), (row, column)


def _singles(
    made: Made, sheet: MadeSheet, tables: list[tuple[str, Block]]
) -> Iterator[tuple[Label, Place]]:
    """Return the single inputs: those with a label to their left."""
    within = {row for _, block in tables for row in block.rows}
    sections = made.plan.sections.get(sheet.title, ())
    starts = {made.plan.parameters[one.key]: short(one.title) for one in sections}
    for row, column in sheet.inputs:
        label = sheet.constants.get((row, column - 1))
        if row not in within and isinstance(label, str):
            above = max((start for start in starts if start < row), default=0)
            yield Label(sheet.title, starts.get(above, ""), label), (row, column)
