"""What an older book must not hold, whoever made it: constants for results, formulas of other hands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from elevshare.audit.cells import value_text
from elevshare.audit.engine import computable
from elevshare.audit.finding import Finding
from elevshare.audit.older.healed import SeriesSheet
from elevshare.audit.original import Original, OriginalSheet
from elevshare.opened import OpenedBook, Value
from elevshare.opened.areas import address
from elevshare.opened.places import Place, reference
from elevshare.text import shown

#: A text of so many digits is a number, an account or a telephone, which no paper has of its own.
_DIGITS = re.compile(r"(?:\d[\s-]*){6}")


def not_formulas(book: OpenedBook, names: Mapping[str, str], today: Original) -> Iterator[Finding]:
    """Results that are no formulas: the cells of the names, locked or not."""
    for name, stands in names.items():
        (title, ours), (now, area) = address(today.names[name]), address(stands)
        sheet = book.sheet(now)
        if sheet is None or ours.first not in today.sheets[title].formulas:
            continue
        for place in area.places:
            cell = sheet.cells.get(place)
            if cell is not None and cell.formula is None and cell.value not in (None, ""):
                yield _overwritten(now, place, cell.value)


def foreign(sheet: OriginalSheet) -> Iterator[Finding]:
    """Formulas that no version writes."""
    for place, formula in sheet.formulas.items():
        if not computable(formula):
            text = f"公式不是本工具写的：{shown(formula)}"
            kind = "external-link" if "[" in formula else "formula-edited"
            yield Finding(kind, text, shown(sheet.title), reference(*place), now=formula)


def odd_cells(
    sheet: OriginalSheet, series: SeriesSheet, today: OriginalSheet | None, *, paper: bool
) -> Iterator[Finding]:
    """Constants among formulas; of a paper also numbers of its own and formulas of one form only.

    On other sheets blocks that stand several times may differ, such as those of later joiners.
    """
    for place, value in sheet.constants.items():
        own = paper and not series.goes_on(place) and _is_number(value)
        label = paper and _is_label(sheet, place)
        if own or (_among_formulas(sheet, place) and not label):
            yield _overwritten(sheet.title, place, value)
    for place in series.alone(today.formulas if today else ()) if paper else ():
        text = "公式与别的户同一处的不同"
        formula = sheet.formulas.get(place, "")
        yield Finding("formula-edited", text, shown(sheet.title), reference(*place), now=formula)


def _overwritten(title: str, place: Place, value: Value) -> Finding:
    """A constant where a formula must be."""
    text = f"公式被改成了数字或文字：{value_text(value)}"
    return Finding(
        "formula-overwritten", text, shown(title), reference(*place), now=value_text(value)
    )


def _is_number(value: Value) -> bool:
    """Whether a constant is a number, or a text that is one."""
    return bool(_DIGITS.search(value)) if isinstance(value, str) else value is not None


def _is_label(sheet: OriginalSheet, place: Place) -> bool:
    """Whether a constant is a word, and a formula stands right of it."""
    value, (row, column) = sheet.constants[place], place
    return isinstance(value, str) and not _is_number(value) and (row, column + 1) in sheet.formulas


def _among_formulas(sheet: OriginalSheet, place: Place) -> bool:
    """Whether a constant stands right between two formulas, in a row that has other formulas."""
    row, column = place
    between = all((row + step, column) in sheet.formulas for step in (-1, 1))
    return between and any((row, column + step) in sheet.formulas for step in (-1, 1))
