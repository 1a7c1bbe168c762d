"""How many pages every sheet of every ready book has, by its print area and breaks, as a table.

After a change of the layout, ``python tests/workbook/test_page_table.py`` writes the table anew.
"""

import re
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.append(str(HERE))

from standard.model import Book  # noqa: E402

TEMPLATES = HERE.parent.parent / "xlsx_templates"
TABLE = HERE / "pages.txt"


def pages(sheet):
    """The pages of a sheet: those below one another, times those beside one another."""
    down = 1 + sum(row < sheet.printed[1] for row in sheet.breaks)
    columns = re.search(r"<colBreaks.*?</colBreaks>", sheet.tail, re.S)
    beside = len(re.findall("<brk ", columns[0])) if columns else 0
    return down * (1 + beside)


def line_of(path):
    """A book's name, and its sheets with their pages."""
    book = Book(path.name, path.read_bytes())
    counts = " ".join(f"{title}{pages(one)}" for title, one in book.sheets.items())
    return f"{path.stem}：{counts}\n"


def table():
    """The table of all ready books."""
    return "".join(line_of(path) for path in sorted(TEMPLATES.glob("*.xlsx")))


@pytest.mark.sampled(0)
def test_the_table_of_pages_is_that_of_the_ready_books():
    assert table() == TABLE.read_text()


if __name__ == "__main__":
    TABLE.write_text(table())
