"""Recompute a book in real spreadsheet engines, each behind the same small face.

A book's values are a dict from (sheet, cell) to value; blanks and empty texts are left out.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl

Values = dict[tuple[str, str], Any]


def cached(data: bytes) -> Values:
    """The values stored in the file itself."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def formula_cells(data: bytes) -> list[tuple[str, str]]:
    """Every formula cell of a book."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def libreoffice(paths: Iterable[Path], out: Path) -> list[Values]:
    """Recompute files WITHOUT cached values in one LibreOffice run (it trusts cached ones)."""
    files = list(paths)
    need("soffice")
    profile = f"-env:UserInstallation=file://{out}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out / "lo", *files],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return [cached((out / "lo" / file.name).read_bytes()) for file in files]


def gnumeric(path: Path, out: Path) -> Values:
    """Recompute a file in Gnumeric."""
    need("ssconvert")
    target = out / f"gnumeric-{path.name}"
    subprocess.run(["ssconvert", "--recalc", path, target], check=True, capture_output=True)
    return cached(target.read_bytes())


def formulas_model(path: Path) -> Any:
    """The book loaded into the package ``formulas``."""
    import formulas

    with contextlib.redirect_stderr(io.StringIO()):
        return formulas.ExcelModel().loads(str(path)).finish()


def formulas_values(model: Any, inputs: dict[str, Any] | None = None) -> Values:
    """Calculate a loaded model; single cells only."""
    with contextlib.redirect_stderr(io.StringIO()):
        solution = model.calculate(inputs=inputs or {})
    values: Values = {}
    for key, found in solution.items():
        if not isinstance(key, str) or "!" not in key or ":" in key or not hasattr(found, "value"):
            continue
        sheet, cell = key.rsplit("!", 1)
        value = found.value[0, 0]
        if str(value) not in ("", "empty"):
            values[sheet.strip("'").split("]")[1], cell] = value
    return values


def need(program: str) -> None:
    """Fail with what to install: an engine that is missing must not pass for agreement."""
    assert shutil.which(program), f"{program} is missing: see README, 测试所需"


def differences(one: Values, other: Values, cells: Iterable[tuple[str, str]]) -> list[str]:
    """Where two engines disagree, as readable lines; numbers within 1e-9 of their size agree."""
    return [
        f"{place}: {one.get(place)!r} != {other.get(place)!r}"
        for place in cells
        if not same(one.get(place), other.get(place))
    ]


def same(one: Any, other: Any) -> bool:
    """Whether two values agree, a number also with its text."""
    one, other = ("" if value is None else value for value in (one, other))
    try:
        return abs(float(one) - float(other)) <= 1e-9 * max(1.0, abs(float(one)))
    except (TypeError, ValueError):
        return str(one) == str(other)
