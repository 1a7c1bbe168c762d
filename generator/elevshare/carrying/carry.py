"""Carry the inputs of a filled-in book into a new one, and tell what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from elevshare.carrying.source import Source, amounts_by_the_rules
from elevshare.carrying.target import Wanted, of_the_scheme, project_for, shipped_by
from elevshare.errors import InputError
from elevshare.opened import Cell, Value, opened
from elevshare.opened.places import reference
from elevshare.project import Project
from elevshare.returned import Amounts, read_back
from elevshare.returned.labels import Label
from elevshare.returned.made import Made
from elevshare.text import shown
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled

#: Days between the two ways in which programs count dates.
_SINCE_1904 = 1462


@dataclass(slots=True)
class Carried:
    """A new book and what became of the inputs of the old one.

    Attributes:
        data: the new book.
        project: what it is of.
        counts: sheet → how many inputs were carried that are not as a new book has them.
        lost: what had no place, a line each: where it stood and what it was.
        replaced: what another scheme ships in place of what was filled in by hand.
        results: inputs that were formulas: their results were carried.
        before, after: the amounts by the rules; ``None`` where they cannot be worked out yet.
    """

    project: Project
    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    before: Amounts | None = None
    after: Amounts | None = None
    data: bytes = b""


def carry(source: Source, wanted: Wanted) -> Carried:
    """Make a new book with every input of a filled-in one.

    Raises:
        InputError: the new book has no room for it.
    """
    project = project_for(source, wanted)
    carried, made = Carried(project), Made(project)
    typed: dict[str, dict[tuple[int, int], Value]] = {}
    for label, value in _values(source, made, carried):
        at = made.labels[label]
        if at.place in made.sheets[at.sheet].dated and source.book.from_1904:
            value = value + _SINCE_1904 if isinstance(value, int | float) else value
        typed.setdefault(at.sheet, {})[at.place] = value
    carried.data = _computed(draft(made.plan, typed), source)
    carried.before = source.amounts
    carried.after = amounts_by_the_rules(read_back(opened(carried.data, "新簿")))
    return carried


def _computed(book: bytes, source: Source) -> bytes:
    """The finished book; what is filled in may make a formula fail that no checked input does."""
    try:
        return filled(book)
    except ValueError as error:
        raise InputError(
            "有填写的内容使公式算不出结果",
            where=source.book.name,
            todo="请先在原簿里按“住户”“参数”右侧的提示改正",
        ) from error


def _values(source: Source, made: Made, carried: Carried) -> Iterator[tuple[Label, Value]]:
    """The inputs of the new book that are filled in; what happens to the others is noted."""
    old = shipped_by(source.recipe.project())
    other = source.recipe.scheme != made.project.scheme.id
    theirs = of_the_scheme(old, shipped_by(made.project)) if other else frozenset()
    for label, at in source.places.items():
        cell = source.cell(label) or Cell(None, None, "n", 0)
        value = _value(cell)
        where = f"「{shown(at.sheet)}」{reference(*at.place)} {_called(label)}：{_said(cell)}"
        if cell.formula is not None and value is not None:
            carried.results.append(where)
        if label[:3] in theirs and label in made.labels:
            if not _same(value, _shipped(old, label)):
                carried.replaced.append(where)
        elif label in made.labels and (value is not None or cell.formula is None):
            carried.counts[label.sheet] += not _same(value, _shipped(old, label))
            yield label, value
        elif value not in (None, "") and not _same(value, _shipped(old, label)):
            carried.lost.append(where)
        elif cell.formula is not None:
            carried.lost.append(f"{where}（没有存下结果）")
    for place in source.returned.unread:
        sheet = source.book.sheet(place.sheet)
        found = sheet.cells[place.row, place.column] if sheet else Cell(None, None, "n", 0)
        carried.lost.append(f"「{shown(place.sheet)}」{place.cell}：{_said(found)}")


def _value(cell: Cell) -> Value:
    """What is carried of a cell: a constant, or what a formula has given; errors are not."""
    if cell.kind == "e":
        return None
    if isinstance(cell.value, bool):
        return str(cell.value).upper()
    if isinstance(cell.value, float) and cell.value.is_integer():
        return int(cell.value)
    return cell.value or None if isinstance(cell.value, str) else cell.value


def _shipped(made: Made, label: Label) -> Value:
    """What a new book of the old scheme has in an input, ``None`` where it has none."""
    at = made.labels.get(label)
    return made.sheets[at.sheet].inputs[at.place] if at else None


def _same(one: Value, other: Value) -> bool:
    """Whether two inputs are the same; blank is the same as an empty text."""
    return (
        (one or None) == (other or None)
        if one in (None, "") or other in (None, "")
        else one == other
    )


def _called(label: Label) -> str:
    """What a message calls an input."""
    return f"{label.head}（第 {label.row} 行）" if label.row else label.head


def _said(cell: Cell) -> str:
    """What an input holds, as a message repeats it."""
    value = cell.value
    return shown(
        f"{value:.15g}" if isinstance(value, float) else "空" if value is None else str(value)
    )


def differing(before: Amounts, after: Amounts) -> Mapping[str, tuple[int | None, int | None]]:
    """Room → what it owes in fen before and after, where that differs; ``None`` where it is not there."""
    rooms = dict.fromkeys([*before.dues, *after.dues])
    both = {room: (before.dues.get(room), after.dues.get(room)) for room in rooms}
    return {room: pair for room, pair in both.items() if pair[0] != pair[1]}
