"""Put features together into one roster, and write it to a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import features_of_books
import features_of_cells
import features_of_choices
import features_of_columns
import features_of_lines
import features_to_refuse
from drawing import drawn
from drawn_sheet import Cell
from features import BOOK, CELLS, COLUMNS, EITHER, FEATURES, LINES, REFUSED, UNDERSTOOD, Feature
from known_building import Household, stairwell
from roster_draft import Draft, Line, plain, written
from roster_files import by_openpyxl, by_text, by_xlsxwriter
from wording import AREA, PART, ROOM

#: The modules whose features are in the register.
REGISTERED = (
    features_of_cells, features_of_columns, features_of_lines, features_of_books, features_of_choices,
    features_to_refuse,
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A file, what is to be read from it, and whether it has to be."""

    path: Path
    expected: list[Household]
    must: str
    chosen: dict[str, object]
    said: tuple[str, ...]


def agreeing(names: Iterable[str]) -> list[Feature]:
    """Features that can stand in one roster, of those with these names."""
    taken: set[str] = set()
    found = []
    for feature in (FEATURES[name] for name in FEATURES if name in set(names)):
        if not feature.groups & taken:
            taken |= feature.groups
            found.append(feature)
    return sorted(found, key=lambda feature: feature.stage)


def case(folder: Path, seed: int, names: Iterable[str]) -> Case:
    """Write the roster of a seed with these features into a folder."""
    rng = Random(seed)
    found = agreeing(names)
    draft = plain(rng, stairwell(rng))
    _apply(draft, found)
    odd = [feature for feature in found if feature.must != UNDERSTOOD]
    path = _write(folder, draft)
    must = max((feature.must for feature in found), key=_ORDER.index, default=UNDERSTOOD)
    said = draft.said if len(odd) == 1 else ()
    return Case(path, draft.expected, must, draft.chosen, said)


#: What must be, the strongest last.
_ORDER = (UNDERSTOOD, EITHER, REFUSED)


def _apply(draft: Draft, found: list[Feature]) -> None:
    """Let every feature work at its stage, with what each stage needs done before."""
    for stage in range(BOOK + 1):
        if stage == CELLS:
            written(draft)
        if stage == COLUMNS:
            _nothing_for_no_area(draft)
            if draft.several and not draft.sections:
                features_of_columns.place_columns(draft)
        if stage == LINES + 1 and draft.sections:
            _sections(draft)
        for feature in found:
            if feature.stage == stage:
                feature.apply(draft)


def _nothing_for_no_area(draft: Draft) -> None:
    for line in draft.households:
        if not line.household.area:
            line.cells[AREA] = Cell()


def _sections(draft: Draft) -> None:
    """A row above the first household of every stairwell."""
    form = draft.rng.choice(draft.sections)
    found: list[Line] = []
    place = None
    keys = [column.key for column in draft.columns]
    for line in draft.lines:
        if line.household and line.place != place:
            place = line.place
            key = (
                keys[0]
                if (keys[0] != PART and draft.rng.random() < 0.7) or ROOM not in keys
                else ROOM
            )
            above = Line({key: Cell(form.format(place[1]))})
            above.wide = (key, len(keys)) if draft.rng.random() < 0.6 else None
            found.append(above)
        found.append(line)
    draft.lines = found


def _write(folder: Path, draft: Draft) -> Path:
    """The file, written by one of those who can."""
    writer = draft.rng.choice(sorted(draft.writers))
    path = folder / ("名册.csv" if writer == "text" else "名册.xlsx")
    sheets = drawn(draft)
    if writer == "text":
        by_text(path, sheets, draft.rng)
    elif writer == "openpyxl":
        by_openpyxl(path, sheets)
    else:
        by_xlsxwriter(path, sheets)
    return path
