"""Make the PDF files of a sheet of papers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.printing.delivery import deliver
from elevshare.printing.filenames import file_names
from elevshare.printing.forms import PaperForm, a_page, forms_of, is_mark, pages_of
from elevshare.printing.pdf import convert
from elevshare.printing.pictures import Painter, picture_names
from elevshare.printing.sheet import Writer, written_height

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from elevshare.printing.current_book import CurrentBook

#: The sheets that are printed where none is named: the first of them that the book has.
USUAL = ("账单", "收费单")
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class PrintJob:
    """The files to be made of one sheet: name → its forms. The last is the file of all.

    ``painter`` makes pictures of all files but the last; ``None`` where none are wanted. ``mark`` stands
    above every page, ``foot`` below it.
    """

    sheet: Worksheet
    files: dict[str, Sequence[PaperForm]]
    painter: Painter | None = None
    mark: str = ""
    foot: str = ""

    @property
    def households(self) -> int:
        """How many households have a file."""
        return len(self.files) - 1

    @property
    def steps(self) -> int:
        """How many steps there are: each file is written as a workbook, converted, and painted."""
        return 2 * len(self.files) + bool(self.painter) * self.households

    @property
    def names(self) -> list[str]:
        """The names of all files, also of pictures."""
        return [*self.files, *(name for names in self.pictures.values() for name in names)]

    @property
    def pictures(self) -> dict[str, list[str]]:
        """The names of the pictures of each file."""
        if not self.painter:
            return {}
        *own, _ = self.files
        count = a_page(self.sheet)
        return {name: picture_names(name, len(pages_of(self.files[name], count))) for name in own}


def chosen(source: CurrentBook, wanted: str | None) -> str:
    """The title of the sheet to print: the wanted one, else the usual one.

    Raises:
        InputError: the book has no such sheet.
    """
    titles = [sheet.title for sheet in source.book.worksheets]
    found = next((title for title in ([wanted] if wanted else USUAL) if title in titles), None)
    if found:
        return found
    papers = "、".join(sheet.title for sheet in source.book.worksheets if _has_forms(sheet))
    raise InputError(
        f"没有「{wanted or USUAL[0]}」这一页",
        where=source.name,
        todo=f"请用 --sheet 从这些页中选：{papers}" if papers else "这本簿子没有按户打印的单据",
    )


def planned(
    source: CurrentBook,
    title: str,
    painter: Painter | None = None,
    mark: str = "",
    foot: str = "",
) -> PrintJob:
    """The files to make of a sheet: one a household, then one of all; pictures with a ``painter``.

    ``mark`` is printed above every page, ``foot`` below it.

    Raises:
        InputError: there is no form in use.
    """
    sheet = source.sheet(title)
    forms = forms_of(sheet, source.column("room_no"))
    if not forms:
        raise InputError(
            "没有一张单据可以打印",
            where=f"{source.name} 「{title}」",
            todo="请先填好“住户”和费用，再看“校验”；按户打印的单据要用 --sheet 指定",
        )
    owners: dict[tuple[int, str], list[PaperForm]] = {}
    for form in forms:
        owners.setdefault((form.household, form.room), []).append(form)
    all_of_them = f"全部{title}.pdf"
    # Papers of two sheets can go into one folder.
    ending = ".pdf" if title in USUAL else f"-{title}.pdf"
    names = file_names([room for _, room in owners], ending, [all_of_them])
    own: dict[str, Sequence[PaperForm]] = dict(zip(names, owners.values(), strict=True))
    files = {**own, all_of_them: forms}
    return PrintJob(sheet, files, painter, mark, foot)


def print_all(job: PrintJob, program: str, folder: Path, progress: Callable[[int], object]) -> None:
    """Make the files and put them into ``folder``.

    ``progress`` is called with the number of steps done, of ``job.steps`` in all.

    Raises:
        InputError: LibreOffice fails, or the folder cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="elevshare-", ignore_cleanup_errors=True) as work:
        books = _written(job, Path(work, "books"), progress)
        made = dict(zip(job.files, convert(program, books, Path(work), progress), strict=True))
        deliver({**made, **_painted(job, made, Path(work, "pictures"), progress)}, folder)


def _painted(
    job: PrintJob, made: Mapping[str, Path], folder: Path, progress: Callable[[int], object]
) -> dict[str, Path]:
    """The pictures of the files: name → where it is now."""
    folder.mkdir()
    found: dict[str, Path] = {}
    for name, names in job.pictures.items():
        if not job.painter:
            break
        # The lower part of a page with one form of two or three would be white.
        height = written_height(job.sheet, job.files[name]) if len(names) == 1 else 0
        pictures = job.painter(made[name], folder, height)
        found |= dict(zip(names, pictures, strict=True))
        progress(1)
    return found


def _written(job: PrintJob, folder: Path, progress: Callable[[int], object]) -> list[Path]:
    """A workbook for each file; plain names, as LibreOffice takes them everywhere."""
    folder.mkdir()
    writer, count, paths = Writer(job.sheet, job.mark, job.foot), a_page(job.sheet), []
    for number, (name, forms) in enumerate(job.files.items()):
        path = folder / f"{number:05}.xlsx"
        path.write_bytes(writer.workbook(pages_of(forms, count), Path(name).stem))
        paths.append(path)
        progress(1)
    return paths


def _has_forms(sheet: Worksheet) -> bool:
    """Whether a sheet begins with a form for a household."""
    rows = sheet.iter_rows(max_row=_LOOKED_AT)
    return any(is_mark(cell) for row in rows for cell in row)
