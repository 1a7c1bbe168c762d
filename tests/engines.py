"""Recompute a book in real spreadsheet engines, each behind the same small face.

A book's values are a dict from (sheet, cell) to value; blanks and empty texts are left out.
"""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import python_calamine
from office import converted, need
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

Values = dict[tuple[str, str], Any]


def cached(data: bytes) -> Values:
    """The values stored in the file itself."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        (title, f"{get_column_letter(column)}{row}"): value
        for title in book.sheet_names
        for row, line in enumerate(book.get_sheet_by_name(title).to_python(False), 1)
        for column, value in enumerate(line, 1)
        if value != ""
    }


def formula_cells(data: bytes) -> list[tuple[str, str]]:
    """Every formula cell of a book that we wrote, from its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        titles = re.findall(r'<sheet [^>]*name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        return [
            (title, cell)
            for number, title in enumerate(titles, 1)
            for cell in re.findall(
                r'<c r="([A-Z]+[0-9]+)"[^>]*><f>',
                archive.read(f"xl/worksheets/sheet{number}.xml").decode(),
            )
        ]


def libreoffice(paths: Iterable[Path], out: Path) -> list[Values]:
    """Recompute files WITHOUT cached values in one LibreOffice run (it trusts cached ones)."""
    files = list(paths)
    converted(files, "xlsx", out / "lo")
    return [recomputed((out / "lo" / file.name).read_bytes()) for file in files]


def gnumeric(path: Path, out: Path) -> Values:
    """Recompute a file in Gnumeric."""
    need("ssconvert")
    target = out / f"gnumeric-{path.name}"
    subprocess.run(["ssconvert", "--recalc", path, target], check=True, capture_output=True)
    return recomputed(target.read_bytes())


def recomputed(data: bytes) -> Values:
    """What an engine made of a book; an error value, which ``cached`` cannot tell, is a failure."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in sheets if b't="e"' in archive.read(name)]
    return cached(data)


def formulas_model(path: Path, cells: Iterable[tuple[str, str]] | None = None) -> Any:
    """The book loaded into the package ``formulas``; only what ``cells`` depend on if given."""
    import formulas

    with quiet():
        if cells is None:
            return formulas.ExcelModel().loads(str(path)).finish()
        keys = [f"'{path.parent}/[{path.name}]{sheet}'!{cell}" for sheet, cell in cells]
        return formulas.ExcelModel().from_ranges(*keys).finish(complete=False)


def formulas_values(model: Any, inputs: dict[tuple[str, str], Any] | None = None) -> Values:
    """Calculate a loaded model, perhaps with other inputs; single cells only."""
    book = next(key for key in model.cells if "[" in key).split("]")[0] + "]"
    given = {f"{book}{sheet}'!{cell}": value for (sheet, cell), value in (inputs or {}).items()}
    with quiet():
        solution = model.calculate(inputs={k: v for k, v in given.items() if k in model.cells})
    values: Values = {}
    for key, found in solution.items():
        if not isinstance(key, str) or "!" not in key or ":" in key or not hasattr(found, "value"):
            continue
        sheet, cell = key.rsplit("!", 1)
        value = found.value[0, 0]
        if str(value) not in ("", "empty"):
            values[sheet.strip("'").split("]")[1], cell] = value
    return values


def quiet() -> contextlib.AbstractContextManager[Any]:
    """Hide the progress bars that ``formulas`` draws."""
    return contextlib.redirect_stderr(io.StringIO())


def differences(one: Values, other: Values, cells: Iterable[tuple[str, str]]) -> list[str]:
    """Where two engines disagree, as readable lines; numbers within 1e-9 of their size agree."""
    return [
        f"{place}: {one.get(place)!r} != {other.get(place)!r}"
        for place in cells
        if not same(one.get(place), other.get(place))
    ]


def same(one: Any, other: Any) -> bool:
    """Whether two values agree, a number also with its text, a date with its number."""
    one, other = (
        "" if value is None else to_excel(value) if isinstance(value, date) else value
        for value in (one, other)
    )
    try:
        return abs(float(one) - float(other)) <= 1e-9 * max(1.0, abs(float(one)))
    except (TypeError, ValueError):
        return str(one) == str(other)
