"""Pictures of printed pages: LibreOffice prints many books in one call, the pages are compared."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engines import need
from office import converted
from PIL import Image, ImageChops

#: Dots per inch: a bill's smallest text (9 points) is 6 dots high, a thin line is seen.
_DPI = 50
#: Most by which a dot (red, green, blue, each 0 to 255) differs without being seen: a shade that is
#: off by this much is what rounding a tint makes of it.
_GHOST = 12

Pages = list[Image.Image]


def printed(books: Mapping[str, bytes], folder: Path) -> dict[str, Pages]:
    """Name → pictures of the pages; a book that LibreOffice does not print has none."""
    need("pdftoppm")
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    converted([folder / f"{name}.xlsx" for name in books], "pdf", folder, check=False)
    lost = [folder / f"{name}.xlsx" for name in books if not (folder / f"{name}.pdf").exists()]
    for one in lost:  # one that ended the program took those behind it along
        converted([one], "pdf", folder, check=False)
    return {name: _pages(folder / f"{name}.pdf") for name in books}


def _pages(file: Path) -> Pages:
    """The pictures of the pages of a PDF."""
    if not file.exists():
        return []
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        command = ["pdftoppm", "-r", str(_DPI), "-l", "30", file, f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        found = []
        for page in sorted(Path(folder).iterdir()):
            with Image.open(page) as picture:
                found.append(picture.convert("RGB"))
        return found


def differ(one: Pages, other: Pages) -> bool:
    """Whether anything is seen otherwise."""
    if len(one) != len(other) or any(a.size != b.size for a, b in zip(one, other, strict=True)):
        return True
    seen = (ImageChops.difference(a, b).getextrema() for a, b in zip(one, other, strict=True))
    return any(most > _GHOST for page in seen for _, most in page)
