"""The layout of a form: which entries go on which row, for papers of different sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.paper import BlankForm, Item, write_form
from elevshare.workbook.papers.printed import BESIDE, PaperCount, say_printed

#: The rows, beside the form, of its number and of its household's row.
_NUMBERED = (1, 2)
#: Points of the height of a page, of an inch, and left to programs that round heights up.
_A4, _INCH, _SLACK = 841.9, 72, 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One value on a form with its label and style; without a label the value takes the row."""

    label: str
    value: str | None
    style: str = "文字"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row of a form.

    ``keys`` are the keys of its entries from left to right, separated by blanks; ``height`` is in
    points, 0 for the layout's default. ``cells`` are the numbers of columns that the values take;
    by default the last value takes the remainder.
    """

    keys: str
    height: float = 0
    cells: tuple[int, ...] = ()

    def values(self, columns: int) -> tuple[int, ...]:
        """The number of columns of each value, given the form's columns.

        The numbers are odd, so that labels of different rows line up.

        >>> PaperRow("a b c").values(8), PaperRow("a b").values(8), PaperRow("a").values(4)
        ((1, 1, 3), (3, 3), (3,))
        """
        others = len(self.keys.split()) - 1
        each = (columns // (others + 1) - 2) // 2 * 2 + 1
        return self.cells or (*[each] * others, columns - (each + 1) * others - 1)


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """The rows of a form, the widths of its columns in characters, and the forms on a page.

    The first three rows are the title, the mark of a draft, and what identifies the form.
    """

    widths: tuple[float, ...]
    height: float
    rows: tuple[PaperRow, ...]
    style: str = "单据"
    a_page: int = 1
    margin: float = 0.6

    def with_rows(
        self, after: Mapping[str, PaperRow], instead: Mapping[str, PaperRow] | None = None
    ) -> PaperLayout:
        """The layout with further rows on pages of the same height: other rows become lower.

        Args:
            after: keys of a row → the row that follows it.
            instead: keys of a row → the row in its place.

        >>> few = PaperLayout((8, 8), 20.0, (PaperRow("a"), PaperRow("b"), PaperRow("c", 30.0)))
        >>> more = few.with_rows({"a": PaperRow("x", 5.0)})
        >>> [row.keys for row in more.rows], more.height
        (['a', 'x', 'b', 'c'], 17.5)
        """
        instead, rows = instead or {}, []
        for row in self.rows:
            rows.append(instead.get(row.keys, row))
            while rows[-1].keys in after:
                rows.append(after[rows[-1].keys])
        plain = sum(not row.height for row in rows)
        whole = sum(row.height or self.height for row in self.rows)
        height = (whole - sum(row.height for row in rows)) / plain
        return replace(self, rows=tuple(rows), height=height * 2 // 1 / 2)

    def fitted(self, highest: float) -> PaperLayout:
        """The layout with rows as high as the page has room for, up to ``highest``."""
        room = (_A4 - 2 * _INCH * self.margin - _SLACK) / self.a_page
        plain = sum(not row.height for row in self.rows)
        each = (room - sum(row.height for row in self.rows)) / plain
        return replace(self, height=min(highest, each * 2 // 1 / 2))

    def thinned(self, spared: Sequence[str], lowest: float, highest: float) -> PaperLayout:
        """The layout without as many of the ``spared`` rows as its others need to be high enough.

        >>> few = PaperLayout((8, 8), 15.0, (PaperRow("a", 700.0), PaperRow("b"), PaperRow("c")))
        >>> [row.keys for row in few.thinned(("c", "a"), 15.0, 20.0).rows]
        ['a', 'b', 'c']
        >>> more = few.with_rows({"b": PaperRow("x", 20.0)}).thinned(("c", "a"), 15.0, 20.0)
        >>> [row.keys for row in more.rows], more.height
        (['a', 'b', 'x'], 20.0)
        """
        thin = self.fitted(highest)
        for keys in spared:
            if thin.height >= lowest:
                break
            rows = tuple(row for row in thin.rows if row.keys != keys)
            thin = replace(thin, rows=rows).fitted(highest)
        return thin

    def form(
        self, entries: Mapping[str, Entry], bills: str, idle: str, row_style: str = "单据-户"
    ) -> BlankForm:
        """The form with these entries.

        ``bills`` is the address of the column with each household's form number.
        """
        items = [item for down in range(len(self.rows)) for item in self._items(down, entries)]
        columns = len(self.widths)
        number, household = ((down, columns) for down in _NUMBERED)
        heights = {down: row.height for down, row in enumerate(self.rows) if row.height}
        return BlankForm(items, len(self.rows), columns, number, household, bills, self.height, idle,
                    self.a_page, heights, row_style)  # fmt: skip

    def _items(self, down: int, entries: Mapping[str, Entry]) -> Iterator[Item]:
        """The cells of row ``down``."""
        row, columns, left = self.rows[down], len(self.widths), 0
        keys = row.keys.split()
        alone = () if entries[keys[0]].label else (columns,)
        for key, cells in zip(keys, alone or row.values(columns), strict=True):
            entry = entries[key]
            if entry.label:
                yield Item(down, left, entry.label, f"{self.style}-标签")
                left += 1
            yield Item(down, left, entry.value, f"{self.style}-{entry.style}", left + cells - 1)
            left += cells

    def set_page(self, grid: Grid, printed: int) -> None:
        """Set the columns, and print the first ``printed`` forms without scaling."""
        grid.widths(*self.widths, *BESIDE)
        right = get_column_letter(len(self.widths))
        grid.page(f"A1:{right}{printed * len(self.rows)}", fit=False, numbered=False)
        margins = grid.sheet.page_margins
        margins.top = margins.bottom = self.margin


def headed(title: str, mark: str, number: str) -> dict[str, Entry]:
    """The first three entries of every form; ``mark`` and ``number`` are formulas."""
    return {
        "title": Entry("", title, "题"),
        "status": Entry("", mark, "草案"),
        "number": Entry("", number, "小字"),
    }


def sections(*titles: str) -> dict[str, Entry]:
    """Headings over the whole width, each keyed by its own text."""
    return {title: Entry("", title, "节") for title in titles}


def write_forms(
    grid: Grid, plan: Accounts, layout: PaperLayout, form: BlankForm, count: PaperCount,
    alone: bool = False,
) -> None:  # fmt: skip
    """Write all forms, and beside them which are printed; see ``say_printed``."""
    for number in range(count.forms):
        write_form(grid, form, number)
    layout.set_page(grid, count.inside(form.a_page))
    say_printed(grid, plan, form, count, alone)
