"""How fast the books are, beside XlsxWriter and openpyxl, and how fast the command starts.

Run:  python tests/benchmarks/bench.py        (about a minute; needs the extra ``test``)

One book, 南京, 6 storeys with 2 flats each. What every side does, in memory, zip included:

* ours: ``make_book`` from a project, that is: work out every formula, style, merge, row height,
  column width, validation, conditional format, name, link, page set-up and protection, **compute
  every cached value**, compress.
* XlsxWriter: the same cells, formulas, styles (translated from the book's real cell formats),
  merges, row heights, column widths, validations, conditional formats and names, by the method
  for each kind of value. It is **handed the cached values ready-made** and computes nothing;
  reading and translating our book is not timed. No page set-up, no links, no sheet protection.
  Beforehand its book is read back: it has the same cells, cached values and looks as ours.
  Half of its time goes into searching every formula for newer functions, which our formulas do
  not have; a second line shows it without that (by replacing one of its methods).
* openpyxl: the same by ordinary calls: a named style for every cell, ``merge_cells``, openpyxl's
  own validations and conditional formats. **No cached values**; no page set-up, links, protection.

The median of interleaved rounds is shown. The start-up is measured with compiled files, as pip
leaves them after installing, whatever PYTHONDONTWRITEBYTECODE says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from clock import interleaved, show
from content import Content, read
from writers import XlsxWriterBook, openpyxl_book

from elevshare.intake import project_from
from elevshare.project import Project
from elevshare.schemes import find, load_all
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine import package
from elevshare.workbook.engine.filling import Pieces
from elevshare.workbook.engine.opening import open_engine
from elevshare.workbook.subjects.sharing.plan import SharingPlan

SHARING = [scheme for scheme in load_all() if scheme.share]
ROUNDS, STARTS, BOOKS = 15, 21, 50
SHARING = [scheme for scheme in load_all() if scheme.share]
OURS, BARE = "ours, complete", "python -c pass"


def one_book() -> None:
    """One book by every writer, and where our time goes."""
    project = project_from(find("nanjing"), storeys="6", areas="80,100", cost="600000")
    ours = make_book(project)
    content = read(ours)
    theirs = XlsxWriterBook(content)
    for data in (theirs.write(), theirs.write_unsearched()):
        _check(content, read(data))
    plain = draft(SharingPlan(project))
    finished = _parts(ours)
    times = interleaved(
        {
            OURS: lambda: make_book(project),
            "ours, without cached values": lambda: _packed(_parts(draft(SharingPlan(project)))),
            "XlsxWriter, cached values handed over": theirs.write,
            "the same, spared its formula search": theirs.write_unsearched,
            "openpyxl, no cached values": lambda: openpyxl_book(content),
            "  of ours: draft": lambda: draft(SharingPlan(project)),
            "  of ours: open and calculate": lambda: open_engine(plain).calculate(),
            "  of ours: the same, values filled in, zip": lambda: Pieces(plain).book(),
            "  of ours: zip": lambda: _packed(finished),
        },
        ROUNDS,
    )
    show(f"One book of 12 households: {_size(content)}", times, OURS, _verdict(times))


def _parts(book: bytes) -> dict[str, bytes]:
    """The parts of a book."""
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    """A book of these parts, compressed."""
    return package.written(package.part(name, part) for name, part in parts.items())


def _check(ours: Content, theirs: Content) -> None:
    """The other side must have written the same, or the comparison would be worth nothing."""
    for mine, other in zip(ours.cells(), theirs.cells(), strict=True):
        if mine != other:
            raise SystemExit(f"the books differ:\n{mine}\n{other}")


def _size(content: Content) -> str:
    """What there is to write."""
    cells = [item for sheet in content.sheets for item in sheet.items]
    formulas = sum(str(item.value).startswith("=") for item in cells)
    merges = sum(len(sheet.merges) for sheet in content.sheets)
    return f"{len(cells)} cells, {formulas} formulas, {merges} merges, {len(content.looks)} styles"


def _verdict(times: dict[str, float]) -> list[str]:
    """The ratios to look at first."""
    ours, bare, rival, spared, plain = list(times.values())[:5]
    return [
        f"ours / XlsxWriter: {ours / rival:.2f}; without cached values: {bare / rival:.2f}",
        f"ours / XlsxWriter spared its search: {ours / spared:.2f}; without: {bare / spared:.2f}",
        f"openpyxl / ours: {plain / ours:.2f}; without cached values: {plain / bare:.2f}",
    ]


def many_books() -> None:
    """Books a second in one process."""
    projects = [_mixed(number) for number in range(BOOKS)]
    name = f"{BOOKS} books, {len(SHARING)} schemes, 4-8 storeys, 1-4 flats a storey"
    seconds = interleaved({name: lambda: [make_book(project) for project in projects]}, 3)[name]
    print(
        f"\n{name}\n  {BOOKS / seconds:.1f} books a second, {seconds / BOOKS * 1e3:.1f} ms a book"
    )


def _mixed(number: int) -> Project:
    """One of many shapes; a scheme without coefficients of its own is given some."""
    scheme = SHARING[number % len(SHARING)]
    storeys, flats = 4 + number % 5, 1 + number % 4
    areas = ",".join(str(70 + 10 * flat) for flat in range(flats))
    given = {storey: 5_000 * storey for storey in range(1, storeys + 1)}
    weights = {
        storey: weight for storey, weight in given.items() if not scheme.sharing.weight(storey)
    }
    named = ",".join(f"{storey}={weight / 10_000:g}" for storey, weight in weights.items())
    return project_from(
        scheme, storeys=str(storeys), areas=areas, cost="600000", coefficients=named or None
    )


def start_up() -> None:
    """The command beside Python alone."""
    command = Path(sysconfig.get_path("scripts")) / "elevshare"
    with TemporaryDirectory() as folder:
        clean = {key: value for key, value in os.environ.items() if key[:6] != "PYTHON"}
        run = partial(
            subprocess.run,
            env={**clean, "PYTHONPYCACHEPREFIX": folder},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        works = {
            BARE: lambda: run([sys.executable, "-c", "pass"]),
            "elevshare schemes": lambda: run([command, "schemes"]),
            "elevshare make --help": lambda: run([command, "make", "--help"]),
        }
        times = interleaved(works, STARTS)
    show(f"Start-up, {STARTS} runs each", times, BARE, ["aim: at most 6 times bare Python"])


if __name__ == "__main__":
    one_book()
    many_books()
    start_up()
