"""LibreOffice saves a book of each family, opens it again and prints: the same papers."""

import subprocess

import pytest
from engines import need
from office import converted
from printing import printouts
from samples import sample

#: A book of each family, and how: shares, halves of a page, percentages, a lease, cards, a comparison.
FAMILIES = ("halves", "percent", "lease", "prepaid", "compare")
#: Dots per inch of the pictures, and the share of dark points in a form that nobody uses.
DPI, DARK = 40, 0.01


def saved(books, folder):
    """The books as LibreOffice saves them."""
    sources, target = folder / "made", folder / "saved"
    sources.mkdir()
    for name, data in books.items():
        (sources / f"{name}.xlsx").write_bytes(data)
    files = [sources / f"{name}.xlsx" for name in books]
    converted(files, "xlsx:Calc MS Excel 2007 XML", target)
    return {name: (target / f"{name}.xlsx").read_bytes() for name in books}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Name → the book on paper as made, and as saved; and the folder with the PDF files."""
    folder = tmp_path_factory.mktemp("libreoffice")
    books = {name: sample(name).data for name in FAMILIES}
    again = saved(books, folder)
    both = {**{f"{n}-made": data for n, data in books.items()},
            **{f"{n}-saved": data for n, data in again.items()}}  # fmt: skip
    return printouts(both, folder), folder


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", FAMILIES)
def test_the_same_papers_are_printed(printed, name):
    papers, _ = printed
    made, again = papers[f"{name}-made"], papers[f"{name}-saved"]
    assert len(made.pages) == len(again.pages)
    assert made.starts == again.starts
    for title in made.papers:
        assert made.of(title) == again.of(title), title


def dark(folder, file, page):
    """The share of dark points of a page's lower half."""
    need("pdftoppm")
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-f", str(page), "-l", str(page)]
    picture = subprocess.run([*command, folder / f"{file}.pdf"], check=True, capture_output=True).stdout  # fmt: skip
    _, size, _, points = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    lower = points[width * (height // 2 + height // 40) : width * height * 19 // 20]
    return sum(point < 128 for point in lower) / len(lower)


@pytest.mark.sampled(0)
def test_a_form_that_nobody_uses_stays_white(printed):
    """No receipt is written yet: below the first line of their page nothing is printed."""
    papers, folder = printed
    for state in ("made", "saved"):
        paper = papers[f"lease-{state}"]
        assert "本页没有" in paper.of("收据")[0]
        used = dark(folder, f"lease-{state}", paper.starts["收费单"])
        assert dark(folder, f"lease-{state}", paper.starts["收据"]) < DARK < used
