"""Compare the values that a book stores with what its formulas give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from elevshare.audit.cells import value_text
from elevshare.audit.edits import apart
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.original import Original
from elevshare.audit.runs import Difference, Run, runs
from elevshare.audit.value_equality import same_value
from elevshare.text import shown

#: Sheet → rows of values.
Computed = Mapping[str, Sequence[Sequence[object]]]
#: Up to so many areas each is reported; if there are more, the first of each sheet.
_FEW = 8
Changes = Mapping[str, Sequence[Difference]]


def computed(original: Original, layout: FoundLayout, changes: Changes) -> Computed | None:
    """Compute what the cells of a book must hold; ``None`` if the engine fails.

    Args:
        original: the book as it was made.
        layout: its sheets with their cells now.
        changes: sheet → its differences, at the original cells.
    """
    inputs = {
        pair.original.title: {
            p: pair.cells[p].value for p in pair.original.inputs if p in pair.cells
        }
        for pair in layout.pairs
    }
    try:
        engine = original.engine
        engine.type(inputs)
        for pair in layout.pairs:
            title = pair.original.title
            for one in changes.get(title, ()):
                cell = pair.cells.get((one.row, one.column))
                formula = cell.formula if cell and not layout.moves else None
                engine.put(title, (one.row, one.column), formula, cell.value if cell else None)
        found = engine.values()
        engine.restore()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the engine is no Exception
        original.__dict__.pop("engine", None)  # its cells may hold anything now
        return None
    return found


def stale(layout: FoundLayout, found: Computed, application: str = "") -> Iterator[Finding]:
    """Report cells whose stored value is not what their formula gives (``found``).

    ``application`` is the program that saved the book: LibreOffice, by way of .ods, stores 0 for some
    empty results, which claims no money.
    """
    zeros = application.startswith("LibreOffice")
    odd = [(pair, list(_odd(pair, found, zeros))) for pair in layout.pairs]
    stored = sum(_stored(pair) for pair in layout.pairs)
    if not stored:
        yield Finding(
            "values-missing", "簿子里没有存计算结果（保存它的软件没有算），金额已另行算出"
        )
        return
    found_runs = [(shown(pair.now.title), runs(_moved(pair, every, layout))) for pair, every in odd]
    single = sum(len(every) for _, every in found_runs) <= _FEW
    for title, every in found_runs:
        if every and single:
            yield from (_finding(run, title, run.count) for run in every)
        elif every:
            yield _finding(every[0], title, sum(run.count for run in every))


def _moved(
    pair: Pair, differences: Sequence[Difference], layout: FoundLayout
) -> Iterator[Difference]:
    """Return differences at the cells' positions now; those of deleted cells are dropped."""
    for one in differences:
        if place := layout.moves.place(pair.original.title, (one.row, one.column)):
            yield Difference(one.kind, *place, one.was, one.now)


def _finding(run: Run, title: str, count: int) -> Finding:
    """Report ``count`` wrong values, by the first one in ``run``."""
    was, now = apart(run.first.was or "空", run.first.now or "空")
    some = "结果" if count == 1 else f"{count} 个结果"
    lead = "" if count == 1 else "第一个"
    text = f"{some}与重新计算的不符：{lead}存的是 {now}，应是 {was}"
    return Finding("value-stale", text, title, run.area, run.first.was, run.first.now, count)


def _stored(pair: Pair) -> int:
    """Count the formulas of a sheet that have a stored value."""
    return sum(
        1
        for p in pair.original.formulas
        if p in pair.cells and pair.cells[p].formula and pair.cells[p].value not in (None, "")
    )


def _odd(pair: Pair, found: Computed, zeros: bool) -> Iterator[Difference]:
    """Return the formulas of a sheet whose stored value differs from ``found``.

    ``zeros``: a 0 may stand for an empty result.
    """
    rows = found[pair.original.title]
    for row, column in pair.original.formulas:
        cell = pair.cells.get((row, column))
        if cell is None or cell.formula is None or row in pair.sorted:
            continue
        right = rows[row - 1][column - 1]
        expected = right if right is None or isinstance(right, int | float | str) else "错误"
        if cell.kind == "e":
            if expected is right:
                yield Difference("value-stale", row, column, value_text(expected), "错误")
            continue
        if right == cell.value:
            continue
        if zeros and right in (None, "") and cell.value == 0:
            continue
        retyped = (
            isinstance(cell.value, str) != isinstance(expected, str) and cell.value is not None
        )
        if not same_value(expected, cell.value) or (retyped and expected not in (None, "")):
            was, now = value_text(expected), value_text(cell.value)
            yield Difference("value-stale", row, column, was, now)
