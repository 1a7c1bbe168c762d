"""A book of an earlier version as it must have been made, as far as the book itself tells.

Nobody makes it again. What must stand in a table or a form is what most of its rows hold; the sheets
are those that 说明 lists; a defined name stands for the column whose head says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from elevshare.audit.cells import value_text
from elevshare.audit.engine import computable
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.moves import Moves
from elevshare.audit.older.computing import values_of
from elevshare.audit.older.healed import SeriesSheet
from elevshare.audit.older.meant import meant, written
from elevshare.audit.older.series import Content, content_of
from elevshare.audit.original import Original, OriginalSheet
from elevshare.audit.rules import Rules
from elevshare.audit.values import Computed
from elevshare.opened import Cell, OpenedBook, OpenedSheet, Value
from elevshare.opened.areas import address
from elevshare.opened.places import Place, reference
from elevshare.text import shown

#: Where the list of sheets stands, and what it calls the role of a sheet.
_COVER, _ROLES = "说明", frozenset({"输入", "计算", "单据", "校验", "来源"})
#: What a formula that no version wrote counts as, so that it breaks the series it stands in.
_FOREIGN = "!"


@dataclass
class Held:
    """A book of an earlier version, with what it must hold.

    Attributes:
        names: defined name → what it must stand for.
        sheets: title → the sheet as it must have been made.
        layout: the same sheets beside those that there are; nothing is taken to have moved.
        values: what the cells must show; ``None`` where that cannot be computed.
    """

    names: Mapping[str, str]
    sheets: Mapping[str, OriginalSheet]
    layout: FoundLayout
    values: Computed | None


def held(book: OpenedBook, today: Original) -> Held:
    """Hold a book against itself.

    Args:
        book: of an earlier version.
        today: the book that this version makes of its recipe: it tells what the heads are called
            that names stand for, and which sheets have charts.
    """
    listed = dict(_listed(book))
    ours = [one for one in book.sheets if one.title in listed or one.title == _COVER]
    sheets = {one.title: _made(one, book, today, listed.get(one.title, "")) for one in ours}
    pairs = [Pair(sheets[one.title], one, one.cells) for one in ours]
    added = [one for one in book.sheets if one.title not in sheets]
    missing = [Finding("sheet-missing", f"少了“{title}”一页", title) for title in listed
               if book.sheet(title) is None]  # fmt: skip
    layout = FoundLayout(pairs, Moves(), added, missing)
    names = {name: written(cells) for name, cells in meant(book, today).items()}
    return Held(names, sheets, layout, values_of(book, _changed(pairs)))


def _listed(book: OpenedBook) -> Iterator[tuple[str, str]]:
    """Title and role of every sheet that 说明 lists."""
    cover = book.sheet(_COVER)
    for (row, column), cell in (cover.cells if cover else {}).items():
        title = cover.cells.get((row, 1)) if cover else None
        if column == 2 and cell.value in _ROLES and title and isinstance(title.value, str):
            yield title.value, str(cell.value)


def _made(sheet: OpenedSheet, book: OpenedBook, today: Original, role: str) -> OriginalSheet:
    """One sheet as it must have been made."""
    formulas: dict[Place, str] = {}
    constants: dict[Place, Value] = {}
    inputs: dict[Place, Value] = {}
    due = SeriesSheet(dict(_locked(sheet, book))).broken()
    for place, cell in sheet.cells.items():
        if place in due:
            continue
        if cell.style in book.unlocked:
            inputs[place] = cell.value
        elif cell.formula is not None:
            formulas[place] = cell.formula
        elif cell.value is not None:
            constants[place] = cell.value
    for place, content in due.items():
        value = content.value()
        if isinstance(value, str) and content.formula:
            formulas[place] = value[1:]
        else:
            constants[place] = value
    known = today.sheets.get(sheet.title)
    guarded = replace(sheet, protection={"sheet": "1"}, hidden_rows=[], hidden_columns=[])
    dated = frozenset(place for place, cell in sheet.cells.items()
                      if cell.style in book.dates and _whole(cell.value))  # fmt: skip
    return OriginalSheet(
        sheet.title, formulas, constants, inputs, guarded, dated,
        rules=Rules(sheet.validations), drawn=bool(known and known.drawn), veiled=role == "单据",
    )  # fmt: skip


def _whole(value: Value) -> bool:
    """Whether a value can be a day: an amount shown as one is another thing."""
    return not isinstance(value, float) or value == int(value)


def _locked(sheet: OpenedSheet, book: OpenedBook) -> Iterator[tuple[Place, Content]]:
    """What nobody may change on a sheet, and formulas wherever they stand."""
    for place, cell in sheet.cells.items():
        if cell.formula is not None and not computable(cell.formula):
            yield place, Content(_FOREIGN, ())
        elif cell.style not in book.unlocked and (found := content_of(cell.formula, cell.value)):
            yield place, found


def _changed(pairs: list[Pair]) -> dict[str, dict[Place, Cell]]:
    """Sheet → the cells that hold something else than they must."""
    changed: dict[str, dict[Place, Cell]] = {}
    for pair in pairs:
        cells = changed.setdefault(pair.now.title, {})
        for place, formula in pair.original.formulas.items():
            now = pair.cells.get(place)
            if now is None or now.formula != formula:
                cells[place] = Cell(formula, None, "n", 0)
    return changed


def not_ours(held: Held, today: Original) -> Iterator[Finding]:
    """Formulas that no version writes, and results that are none: constants among formulas."""
    results = set(_results(held, today))
    for pair in held.layout.pairs:
        title = shown(pair.now.title)
        for place, formula in pair.original.formulas.items():
            if not computable(formula):
                text = f"公式不是本工具写的：{shown(formula)}"
                kind = "external-link" if "[" in formula else "formula-edited"
                yield Finding(kind, text, title, reference(*place), now=formula)
        for place, value in pair.original.constants.items():
            if (pair.now.title, place) in results or _among_formulas(pair.original, place):
                text = f"公式被改成了数字或文字：{value_text(value)}"
                yield Finding(
                    "formula-overwritten", text, title, reference(*place), now=value_text(value)
                )


def _results(held: Held, today: Original) -> Iterator[tuple[str, Place]]:
    """The cells of the names that stand for results."""
    for name, text in today.names.items():
        (title, ours), (now, area) = address(text), address(held.names[name])
        if ours.first in today.sheets[title].formulas:
            yield from ((now, place) for place in area.places)


def _among_formulas(sheet: OriginalSheet, place: Place) -> bool:
    """Whether a constant stands right between two formulas, in a row that has other formulas."""
    row, column = place
    between = all((row + step, column) in sheet.formulas for step in (-1, 1))
    return between and any((row, column + step) in sheet.formulas for step in (-1, 1))
