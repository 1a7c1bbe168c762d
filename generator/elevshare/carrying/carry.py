"""Carry the inputs of a filled-in book into a new one, and tell what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from elevshare.audit.amounts import failed_checks
from elevshare.carrying.kinds import charged, is_payment, kinds, payments
from elevshare.carrying.source import FilledBook, amounts_by_the_rules
from elevshare.carrying.target import TargetPlaces, Wanted, of_the_scheme, project_for, shipped_by
from elevshare.carrying.wording import day_text, said
from elevshare.errors import InputError
from elevshare.opened import Cell, OpenedBook, Value, opened
from elevshare.opened.places import reference
from elevshare.project import Project
from elevshare.returned import Amounts, read_back
from elevshare.returned.labels import At, Label, short
from elevshare.returned.made import Made, made_of
from elevshare.schemes import find
from elevshare.schemes.combine import PARTS
from elevshare.text import shown
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.formerly import word_now
from elevshare.workbook.reading.cells import SINCE_1904
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.seal_inputs import SECTION
from elevshare.workbook.subjects.notice.inputs import DAYS_OFF


@dataclass(slots=True)
class Carried:
    """A new book and what became of the inputs of the old one.

    Attributes:
        data: the new book.
        project: what it is of.
        counts: sheet → how many inputs were carried that are not as a new book has them.
        lost: what had no place, a line each: where it stood and what it was.
        replaced: what another scheme ships in place of what was filled in by hand.
        renamed: choices that have another word now.
        results: inputs that were formulas: their results were carried.
        kinds: what the old book charges and the new one, where they are of different kinds.
        payments: rows with payments, which a book of another kind does not take over.
        before, after: the amounts by the rules, or why they cannot be worked out yet.
        failed: how many of its own checks the new book fails.
    """

    project: Project
    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    kinds: tuple[str, ...] = ()
    payments: list[str] = field(default_factory=list)
    before: Amounts | str = ""
    after: Amounts | str = ""
    failed: int = 0
    data: bytes = b""


def carry(
    source: FilledBook, wanted: Wanted, added: Mapping[Label, Value] | None = None
) -> Carried:
    """Make a new book with every input of a filled-in one.

    Args:
        source: the filled-in book.
        wanted: what the new book is to be.
        added: inputs of the new book that are filled in besides.

    Raises:
        InputError: the new book has no room for it.
    """
    project = project_for(source, wanted)
    carried = Carried(project, kinds=kinds(source, project))
    # Of the same scheme only the places are asked for, which any book of the recipe has.
    same = source.recipe.scheme == project.scheme.key
    made = made_of(recipe_of(project)) if same else Made(project)
    typed: dict[str, dict[tuple[int, int], Value]] = {}
    for at, value in _values(source, made, carried):
        typed.setdefault(at.sheet, {})[at.place] = value
    for label, value in (added or {}).items():
        at = made.labels[label]
        typed.setdefault(at.sheet, {})[at.place] = value
    carried.data = _computed(draft(made.kind.plan(project), typed), source)
    new = opened(carried.data, "新簿")
    carried.before, carried.after = source.amounts, amounts_by_the_rules(read_back(new))
    carried.failed = failed_checks(new) or 0
    return carried


def _computed(book: bytes, source: FilledBook) -> bytes:
    """The finished book; what is filled in may make a formula fail that no checked input does."""
    try:
        return filled(book)
    except ValueError as error:
        raise InputError(
            "有填写的内容使公式算不出结果",
            where=source.book.name,
            todo="请先在原簿里按“住户”“参数”右侧的提示改正",
        ) from error


def _other_charge(source: FilledBook, project: Project) -> tuple[str, ...]:
    """Heads of fees by the month where the new book has fees by the year, or the other way."""
    old, new = source.recipe.project().scheme.lease, project.scheme.lease
    unlike = old is not None and new is not None and old.charge is not new.charge
    return ("自定", "另一种") if unlike else ()


def _values(source: FilledBook, made: Made, carried: Carried) -> Iterator[tuple[At, Value]]:
    """The inputs of the new book that are filled in; what happens to the others is noted."""
    project, unlike = carried.project, _other_charge(source, carried.project)
    old = shipped_by(source.recipe.project(), holidays=source.ships_holidays)
    if carried.kinds:
        carried.payments = payments(source, old)
    filled_in = project.notice != source.returned.project.notice  # holidays, for the first time
    other = source.recipe.scheme != project.scheme.key
    theirs = of_the_scheme(old, shipped_by(project)) if other else frozenset()
    if other:
        carried.replaced += _parts(source)
    places, taken = TargetPlaces(made), set[At]()
    for label, at in source.places.items():
        if label.section == SECTION:
            continue  # what is sealed is the old book
        if (filled_in and label.head in DAYS_OFF) or (carried.kinds and is_payment(label)):
            continue
        cell = source.cell(label) or Cell(None, None, "n", 0)
        there = None if short(label.head) in unlike else places.of(label)
        if there in taken:  # another input is called the same there
            there = None
        value = _value(cell, source.book, dated=there is not None and _dated(made, there))
        where = f"「{shown(at.sheet)}」{reference(*at.place)} {_called(label)}：{said(cell, source.book)}"
        if (word := word_now(label.head, value)) is not None:
            value = word
            carried.renamed.append(f"{where}，现在叫“{word}”")
        if cell.formula is not None and value is not None:
            carried.results.append(where)
        own = not _same(value, old.shipped(label))
        if there is not None and label[:3] in theirs:
            if _same(
                value, made.sheets[there.sheet].inputs[there.place]
            ):  # the project has taken it along
                carried.counts[label.sheet] += own
            elif own:
                carried.replaced.append(where)
        elif there is not None and (
            value is not None or (cell.formula is None and cell.kind != "e")
        ):
            carried.counts[label.sheet] += own
            taken.add(there)
            yield there, value
        elif own or cell.formula is not None or cell.kind == "e":
            carried.lost.append(where)
    carried.lost += _unread(source)


def _parts(source: FilledBook) -> Iterator[str]:
    """The rules that the old book took from a third scheme."""
    for part, scheme in source.recipe.parts:
        yield f"{PARTS[part]}的规则原来取自“{find(scheme).name}”"


def _unread(source: FilledBook) -> Iterator[str]:
    """What stands in the old book beside the inputs that are known, and beside its tables."""
    for place in source.returned.unread:
        sheet = source.book.sheet(place.sheet)
        found = sheet.cells[place.row, place.column] if sheet else Cell(None, None, "n", 0)
        yield f"「{shown(place.sheet)}」{place.cell}：{said(found, source.book)}"
    for one in source.judged.findings:
        if one.kind in ("typed-beside", "paper-typed"):
            yield f"{one.place} 表格以外写的：{shown(one.now)}"


def _dated(made: Made, at: At) -> bool:
    """Whether an input shows a date."""
    return at.place in made.sheets[at.sheet].dated


def _value(cell: Cell, book: OpenedBook, *, dated: bool) -> Value:
    """What is carried of a cell: a constant, or what a formula has given; errors are not.

    A day that stands in an input which is no date goes on as the text that was shown.
    """
    value = cell.value
    if cell.kind == "e":
        return None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value or None
    if value is not None and cell.style in book.dates:
        day = value + (SINCE_1904 if book.from_1904 else 0)
        return int(day) if dated else day_text(day)
    return int(value) if isinstance(value, float) and value.is_integer() else value


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


def charges(source: FilledBook, carried: Carried) -> dict[str, tuple[int | None, int | None]]:
    """Room → what it is charged in fen before and after; ``None`` where it is not there."""
    if isinstance(carried.before, str) or isinstance(carried.after, str):
        return {}
    old = charged(carried.before, source.recipe.project().scheme.family)
    new = charged(carried.after, carried.project.scheme.family)
    return {room: (old.get(room), new.get(room)) for room in dict.fromkeys([*old, *new])}


def differing(source: FilledBook, carried: Carried) -> dict[str, tuple[int | None, int | None]]:
    """The charges that are not the same before and after."""
    return {room: pair for room, pair in charges(source, carried).items() if pair[0] != pair[1]}
