"""A book of an earlier version as it must have been made, as far as the book itself tells.

Nobody makes it again. What must stand in a table or a form is what most of its rows hold; the sheets
are those that 说明 lists; a defined name stands for the column whose head says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from elevshare.audit.engine import computable
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.moves import Moves
from elevshare.audit.older.computing import values_of
from elevshare.audit.older.healed import SeriesSheet
from elevshare.audit.older.meant import meant, written
from elevshare.audit.older.odd import foreign, not_formulas, odd_cells
from elevshare.audit.older.series import Content, content_of
from elevshare.audit.original import Original, OriginalSheet
from elevshare.audit.rules import Rules
from elevshare.audit.values import Computed
from elevshare.opened import Cell, OpenedBook, OpenedSheet, Value
from elevshare.opened.places import Place

#: Where the list of sheets stands, what it calls the role of a sheet, and the sheet of sources,
#: whose rows differ in what they hold.
_COVER, _PAPER, _ORIGINS = "说明", "单据", "来源"
_ROLES = frozenset({"输入", "计算", _PAPER, "校验", _ORIGINS})
#: What a formula that no version wrote counts as, so that it breaks the series it stands in.
_FOREIGN = "!"
#: An earlier version's book has no more formulas than so many times ours, and some.
_TIMES, _MORE = 3, 2_000


@dataclass
class Held:
    """A book of an earlier version, with what it must hold.

    Attributes:
        names: defined name → what it must stand for.
        sheets: title → the sheet as it must have been made.
        layout: the same sheets beside those that there are; nothing is taken to have moved.
        findings: what stands where a formula must, and formulas that stand in one form only.
        values: what the cells must show; ``None`` where that cannot be computed.
    """

    names: Mapping[str, str]
    sheets: Mapping[str, OriginalSheet]
    layout: FoundLayout
    findings: list[Finding]
    values: Computed | None


def held(book: OpenedBook, today: Original) -> Held:
    """Hold a book against itself.

    Args:
        book: of an earlier version, with no more formulas than ``too_many`` lets pass.
        today: the book that this version makes of its recipe: it tells what the heads are called
            that names stand for, and which sheets have charts.
    """
    listed = dict(_listed(book))
    ours = [one for one in book.sheets if one.title in {_COVER, *listed, *today.sheets}]
    names = {name: written(cells) for name, cells in meant(book, today).items()}
    findings = [*not_formulas(book, names, today)]
    sheets = {}
    for one in ours:
        cells = SeriesSheet({} if one.title == _ORIGINS else dict(_locked(one, book)))
        made = sheets[one.title] = _made(one, book, cells.broken(), today.sheets.get(one.title))
        made.veiled = listed.get(one.title) == _PAPER
        findings += foreign(made)
        if one.title != _ORIGINS:
            findings += odd_cells(made, cells, today.sheets.get(one.title), paper=made.veiled)
    pairs = [Pair(sheets[one.title], one, one.cells) for one in ours]
    added = [one for one in book.sheets if one.title not in sheets]
    missing = [Finding("sheet-missing", f"少了“{title}”一页", title) for title in listed
               if book.sheet(title) is None]  # fmt: skip
    layout = FoundLayout(pairs, Moves(), added, missing)
    return Held(names, sheets, layout, findings, values_of(book, _changed(pairs)))


def too_many(book: OpenedBook, today: Original) -> bool:
    """Whether a book has more formulas than any version of this program may have given it."""
    ours = sum(len(sheet.formulas) for sheet in today.sheets.values())
    theirs = sum(cell.formula is not None for one in book.sheets for cell in one.cells.values())
    return theirs > _TIMES * ours + _MORE


def _listed(book: OpenedBook) -> Iterator[tuple[str, str]]:
    """Title and role of every sheet that 说明 lists."""
    cover = book.sheet(_COVER)
    for (row, column), cell in (cover.cells if cover else {}).items():
        title = cover.cells.get((row, 1)) if cover else None
        if column == 2 and cell.value in _ROLES and title and isinstance(title.value, str):
            yield title.value, str(cell.value)


def _made(
    sheet: OpenedSheet, book: OpenedBook, due: Mapping[Place, Content], known: OriginalSheet | None
) -> OriginalSheet:
    """One sheet as it must have been made: with what is due where it breaks a series."""
    formulas: dict[Place, str] = {}
    constants: dict[Place, Value] = {}
    inputs: dict[Place, Value] = {}
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
    guarded = replace(
        sheet,
        protection={"sheet": "1"},
        hidden_rows=list(known.opened.hidden_rows) if known else [],
        hidden_columns=[],
    )
    dated = frozenset(place for place, cell in sheet.cells.items()
                      if cell.style in book.dates and _whole(cell.value))  # fmt: skip
    return OriginalSheet(
        sheet.title, formulas, constants, inputs, guarded, dated, {},
        known.role if known else "",
        rules=Rules(sheet.validations), drawn=bool(known and known.drawn), veiled=False,
    )  # fmt: skip


def _whole(value: Value) -> bool:
    """Whether a value can be a day: an amount shown as one is another thing."""
    return not isinstance(value, float) or value == int(value)


def _locked(sheet: OpenedSheet, book: OpenedBook) -> Iterator[tuple[Place, Content]]:
    """What nobody may change on a sheet, and formulas that no version writes wherever they stand."""
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
