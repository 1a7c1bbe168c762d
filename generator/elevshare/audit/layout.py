"""Match the sheets of a book to the original's, and find what was moved on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from elevshare.audit.axis import FORMULA, Axis, Line, aligned
from elevshare.audit.finding import Finding
from elevshare.audit.moves import Moves
from elevshare.audit.original import Original, OriginalSheet
from elevshare.audit.sorting import sorted_rows
from elevshare.audit.value_equality import same_value
from elevshare.opened import Cell, OpenedBook, OpenedSheet, Value
from elevshare.opened.places import Place, column_letters
from elevshare.text import shown

Cells = Mapping[Place, Cell]
#: Part (0 to 1) of a sheet's constants that a renamed sheet must have.
_SAME_SHEET = 0.7
#: By how much (0 to 1) the cells must match better with moved lines than without.
_BETTER = 0.01


@dataclass(slots=True)
class Pair:
    """A sheet of the original with the same sheet now.

    ``cells`` are the cells now, by their original row and column; ``beside`` is how many filled
    cells are in inserted lines; ``sorted`` is the range of rows that are in another order.
    """

    original: OriginalSheet
    now: OpenedSheet
    cells: Cells
    beside: int = 0
    sorted: range = field(default_factory=lambda: range(0))


@dataclass(slots=True)
class FoundLayout:
    """The sheets of the original that a book still has, moved lines, added sheets, and findings."""

    pairs: list[Pair]
    moves: Moves
    added: list[OpenedSheet]
    findings: list[Finding]


def layout_of(original: Original, book: OpenedBook) -> FoundLayout:
    """Find the original's sheets in a book, and what was inserted, deleted, sorted or renamed."""
    found = {sheet.title: sheet for sheet in book.sheets}
    added = [sheet for sheet in book.sheets if sheet.title not in original.sheets]
    findings: list[Finding] = []
    titles: dict[str, str] = {}
    matched: list[tuple[OriginalSheet, OpenedSheet]] = []
    for title, sheet in original.sheets.items():
        now = found.get(title) or _renamed(sheet, added)
        if now is None:
            findings.append(Finding("sheet-missing", f"少了“{title}”一页", title))
            continue
        if now.title != title:
            added.remove(now)
            titles[title] = now.title
            text = f"“{title}”被改名为“{shown(now.title)}”"
            findings.append(Finding("sheet-renamed", text, shown(now.title), "", title, now.title))
        matched.append((sheet, now))
    pairs, rows, columns = _placed(matched, findings)
    return FoundLayout(pairs, Moves(titles, rows, columns), added, findings)


def _placed(
    matched: list[tuple[OriginalSheet, OpenedSheet]], findings: list[Finding]
) -> tuple[list[Pair], dict[str, Axis], dict[str, Axis]]:
    """Return pairs with cells at their original positions, and moved rows and columns by sheet.

    What was moved is added to ``findings``.
    """
    pairs: list[Pair] = []
    rows: dict[str, Axis] = {}
    columns: dict[str, Axis] = {}
    for sheet, now in matched:
        pair = Pair(sheet, now, now.cells)
        pairs.append(pair)
        if not _suspicious(sheet, now.cells):
            continue
        pair.sorted = sorted_rows(sheet, now.cells)
        if pair.sorted:
            first, last = pair.sorted[0], pair.sorted[-1]
            text = f"第 {first} 到 {last} 行被重新排序"
            findings.append(_finding("rows-sorted", text, now, f"{first}:{last}", len(pair.sorted)))
            continue
        for which, axes, key, word in (
            ("rows", rows, _row, "行"),
            ("columns", columns, _column, "列"),
        ):
            axis = _axis(sheet, now.cells, key)
            if axis is not None:
                axes[sheet.title] = axis
                findings += _moved_lines(axis, which, word, now)
                break
        _move_back(pair, rows.get(sheet.title), columns.get(sheet.title))
    return pairs, rows, columns


def _finding(kind: str, text: str, sheet: OpenedSheet, area: str, count: int) -> Finding:
    """Build a finding on a sheet."""
    return Finding(kind, text, shown(sheet.title), area, count=count)


def _moved_lines(axis: Axis, which: str, word: str, sheet: OpenedSheet) -> Iterator[Finding]:
    """Report inserted and deleted lines, numbered as they are now; ``which``: rows or columns."""
    moved = 0
    for step in axis.steps:
        first, last = step.at + moved, step.at + moved + step.count - 1
        name = (lambda n: str(n)) if which == "rows" else column_letters
        area = f"{name(first)}:{name(last if step.inserted else first)}"
        kind, done = ("inserted", "插入") if step.inserted else ("deleted", "删除")
        where = f"第 {name(first)} {word}" if which == "rows" else f"{name(first)} {word}"
        text = f"{where}处{done}了 {step.count} {word}，下面原有的内容都挪了位置"
        if which == "columns":
            text = text.replace("下面", "右面")
        yield _finding(f"{which}-{kind}", text, sheet, area, step.count)
        moved += step.count if step.inserted else -step.count


def _suspicious(sheet: OriginalSheet, cells: Cells) -> bool:
    """Return whether lines may have moved: some constant or formula is not in its cell."""
    if any(not _stands(cells.get(place), value) for place, value in sheet.constants.items()):
        return True
    return any((cell := cells.get(p)) is None or cell.formula is None for p in sheet.formulas)


def _stands(cell: Cell | None, value: Value) -> bool:
    """Return whether a cell holds this constant."""
    return cell is not None and cell.formula is None and same_value(cell.value, value)


def _renamed(sheet: OriginalSheet, others: list[OpenedSheet]) -> OpenedSheet | None:
    """Return the sheet that has the constants of ``sheet`` under another title, or ``None``."""
    fixed = sheet.constants
    best = max(
        others,
        key=lambda one: sum(_stands(one.cells.get(p), v) for p, v in fixed.items()),
        default=None,
    )
    if best is None:
        return None
    fits = sum(_stands(best.cells.get(place), value) for place, value in fixed.items())
    return best if fits >= _SAME_SHEET * len(fixed) else None


def _row(place: Place) -> Place:
    """Return a cell as (line, position along it) for rows."""
    return place


def _column(place: Place) -> Place:
    """Return a cell as (line, position along it) for columns."""
    return place[1], place[0]


def _axis(sheet: OriginalSheet, cells: Cells, key: Callable[[Place], Place]) -> Axis | None:
    """Return how the lines have moved; ``None`` if they have not."""
    ours, theirs = _our_lines(sheet, key), _their_lines(cells, key)
    axis = aligned(ours, theirs)
    if not axis.steps:
        return None
    stay, move = _fit(ours, theirs, Axis([])), _fit(ours, theirs, axis)
    return axis if move > stay + _BETTER else None


def _fit(ours: Mapping[int, Line], theirs: Mapping[int, Line], axis: Axis) -> float:
    """Return the part (0 to 1) of the original content that is where ``axis`` expects it."""
    good = every = 0
    for line, cells in ours.items():
        place = axis.place(line)
        now = theirs.get(place, {}) if place is not None else {}
        every += len(cells)
        good += sum(now.get(at) == what for at, what in cells.items())
    return good / max(every, 1)


def _our_lines(sheet: OriginalSheet, key: Callable[[Place], Place]) -> dict[int, dict[int, object]]:
    """Return the formulas and constants of an original sheet by line."""
    lines: defaultdict[int, dict[int, object]] = defaultdict(dict)
    for place in sheet.formulas:
        line, along = key(place)
        lines[line][along] = FORMULA
    for place, value in sheet.constants.items():
        line, along = key(place)
        lines[line][along] = _plain(value)
    return dict(lines)


def _their_lines(cells: Cells, key: Callable[[Place], Place]) -> dict[int, dict[int, object]]:
    """Return the content of a sheet now by line."""
    lines: defaultdict[int, dict[int, object]] = defaultdict(dict)
    for place, cell in cells.items():
        if cell.formula is not None or cell.value not in (None, ""):
            line, along = key(place)
            lines[line][along] = FORMULA if cell.formula is not None else _plain(cell.value)
    return dict(lines)


def _plain(value: Value) -> object:
    """Return a constant as a text that is the same whichever program saved it."""
    return f"{value:.9g}" if isinstance(value, int | float) else str(value).strip()


def _move_back(pair: Pair, rows: Axis | None, columns: Axis | None) -> None:
    """Set ``pair.cells`` to the cells now, by their original row and column."""
    if rows is None and columns is None:
        return
    moves = Moves({}, {"": rows} if rows else {}, {"": columns} if columns else {})
    bottom, right = pair.original.size
    back = {}
    for row in range(1, bottom + 1):
        for column in range(1, right + 1):
            now = moves.place("", (row, column))
            if now in pair.now.cells:
                back[row, column] = pair.now.cells[now]
    pair.beside = sum(
        cell.formula is not None or cell.value not in (None, "") for cell in pair.now.cells.values()
    ) - sum(cell.formula is not None or cell.value not in (None, "") for cell in back.values())
    pair.cells = back
