"""PDF files to pictures for a telephone, through poppler or pypdfium2 where one of them is there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from elevshare.errors import InputError

#: Dots per inch: an A4 page is 1,240 wide, as many as a telephone shows.
DPI = 150
_PATIENCE = 60
#: A PDF, a folder, how many points of its pages' height to keep (0: all) → a picture a page.
Painter = Callable[[Path, Path, float], list[Path]]


def find_painter() -> Painter:
    """What makes pictures on this computer.

    Raises:
        InputError: nothing that does is installed.
    """
    program = shutil.which("pdftoppm")
    if program:
        return lambda pdf, folder, height: _by_poppler(program, pdf, folder, height)
    if all(find_spec(name) for name in ("pypdfium2", "PIL")):
        return _by_pdfium
    raise InputError(
        "没有找到能把 PDF 变成图片的程序",
        todo="请安装 poppler（其中的 pdftoppm；Debian、Ubuntu 是 apt install poppler-utils），"
        "或 pip install pypdfium2 pillow；也可以去掉 --png，只要 PDF",
    )


def picture_names(name: str, pages: int) -> list[str]:
    """The names of the pictures of a PDF file.

    >>> picture_names("301.pdf", 1), picture_names("301-收据.pdf", 2)
    (['301.png'], ['301-收据-1.png', '301-收据-2.png'])
    """
    stem = Path(name).stem
    return [f"{stem}.png"] if pages == 1 else [f"{stem}-{n}.png" for n in range(1, pages + 1)]


def _by_poppler(program: str, pdf: Path, folder: Path, height: float) -> list[Path]:
    """The pictures of a PDF's pages by pdftoppm, whose names are in the order of the pages."""
    kept = ["-x", "0", "-y", "0", "-W", "0", "-H", str(round(height * DPI / 72))] if height else []
    command = [program, "-r", str(DPI), "-png", *kept, str(pdf), str(folder / pdf.stem)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except (OSError, subprocess.SubprocessError) as error:
        raise _failed() from error
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def _by_pdfium(pdf: Path, folder: Path, height: float) -> list[Path]:
    """The same by pypdfium2."""
    made = []
    for number, page in enumerate(import_module("pypdfium2").PdfDocument(pdf)):
        picture = page.render(scale=DPI / 72).to_pil()
        if height:
            picture = picture.crop(
                (0, 0, picture.width, min(picture.height, round(height * DPI / 72)))
            )
        made.append(folder / f"{pdf.stem}-{number:03}.png")
        picture.save(made[-1])
    return made


def _failed() -> InputError:
    return InputError(
        "pdftoppm 没有写出图片", todo="请再试一次；仍不行就去掉 --png，把 PDF 发到微信"
    )
