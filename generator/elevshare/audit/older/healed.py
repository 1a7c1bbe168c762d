"""What a sheet must hold where its series are broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from elevshare.audit.older.series import FORM_ROWS, Content, Series, series_of
from elevshare.opened.areas import runs
from elevshare.opened.places import Place

Cells = Mapping[Place, Content]
#: So many columns of a table must begin and end together, so that another is thought to have done so.
_TOGETHER = 3
#: So much of a table a column must fill, so that the rest of it is thought to be missing.
_MOSTLY = 0.4
#: No sheet of ours has a tenth as many series.
_MOST = 5_000
#: A sheet with as many cells of a form in series is one of forms.
_FORM_CELLS = 15
#: A cell of a series that goes through so much of another is no break of that.
_THROUGH = 0.6


class SeriesSheet:
    """The tables and forms of a sheet; one with absurdly many is taken to have none.

    Args:
        cells: what is locked on it: formulas, labels, whole numbers.
    """

    def __init__(self, cells: Cells) -> None:
        every = series_of(cells)
        self._cells, self._every = cells, every if len(every) <= _MOST else []
        self._tables = dict(_tables(self._every))
        #: Cell → how many rows the series that it is in goes through.
        self._spans = {(row, one.column): one.ends[1] - one.ends[0]
                       for one in self._every for row in one.rows}  # fmt: skip

    def broken(self) -> dict[Place, Content]:
        """Cell → what must stand there, for every cell that breaks a series."""
        found: dict[Place, Content] = {}
        for table, columns in self._tables.items():
            odd = {one: self._odd_rows(one, table) for one in columns}
            gaps = self._gaps(columns, odd)
            for one, rows in odd.items():
                for row in rows - gaps:
                    if not self._of_its_own(row, one):
                        found[row, one.column] = one.due(row)
        return found

    def goes_on(self, place: Place) -> bool:
        """Whether a cell is of a series."""
        return place in self._spans

    def alone(self, beside: Container[Place] = ()) -> Iterator[Place]:
        """Formulas of forms that stand in one of them only, or otherwise in each.

        ``beside`` is what a book of today has, which may stand right of the forms.
        """
        spans = [(low * step, (high + 1) * step) for (step, low, high), columns
                 in self._tables.items() if step >= FORM_ROWS and len(columns) >= _FORM_CELLS]  # fmt: skip
        right = max((one.column for one in self._every), default=0)
        broken = self.broken()
        for place, content in self._cells.items():
            among = any(first < place[0] <= last for first, last in spans)
            said = place[1] > right and place in beside
            if (
                among
                and content.formula
                and not said
                and not (place in self._spans or place in broken)
            ):
                yield place

    def _of_its_own(self, row: int, other: Series) -> bool:
        """Whether a cell is of a series that goes through most of another one's rows."""
        span = self._spans.get((row, other.column), 0)
        return span >= _THROUGH * (other.ends[1] - other.ends[0])

    def _gaps(self, columns: Sequence[Series], odd: Mapping[Series, set[int]]) -> set[int]:
        """Rows where one table ends and the next begins: some in a row, one of them blank."""
        missed = Counter(row for rows in odd.values() for row in rows)
        found: set[int] = set()
        for span in runs(row for row, times in missed.items() if 2 * times > len(columns)):
            if any(all((row, one.column) not in self._cells for one in columns) for row in span):
                found.update(span)
        return found

    def _odd_rows(self, one: Series, table: tuple[int, int, int]) -> set[int]:
        """Rows of a table in which a column of it holds something else.

        In the first rows another formula may be meant, as where sums run on; a label may be left out.
        """
        step, low, high = table
        rows, (first, last), formula = set(one.rows), one.ends, one.skeleton.startswith("=")
        top, bottom = (first + (k - _number(first, step)) * step for k in (low, high))
        odd = set()
        for row in set(range(top, bottom + 1, step)) - rows:
            now, within = self._cells.get((row, one.column)), first < row < last
            if formula:
                wrong = row > first or now is None or not now.formula
            else:
                wrong = now is not None and (within or step >= FORM_ROWS)
            if wrong:
                odd.add(row)
        return odd


def _number(row: int, step: int) -> int:
    """Which form a row is of, from 0; of a table which row."""
    return (row - 1) // step


def _tables(every: Sequence[Series]) -> Iterator[tuple[tuple[int, int, int], list[Series]]]:
    """Step, first and last number of every table or row of forms, with its columns."""
    counts: defaultdict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for one in every:
        counts[one.step][_numbers(one)] += 1
    found: defaultdict[tuple[int, int, int], list[Series]] = defaultdict(list)
    for one in every:
        low, high = _widest(one, counts[one.step])
        found[one.step, low, high].append(one)
    return ((table, columns) for table, columns in found.items() if len(columns) >= _TOGETHER)


def _numbers(one: Series) -> tuple[int, int]:
    """The first and last form or row of a series."""
    return _number(one.rows[0], one.step), _number(one.rows[-1], one.step)


def _widest(one: Series, counts: Counter[tuple[int, int]]) -> tuple[int, int]:
    """First and last number of the table that a column belongs to, though it may end earlier.

    Of tables beside each other it belongs to one that ends with it, if there is such a one.
    """
    own = _numbers(one)
    around = [
        (ends[1] == own[1], count, ends) for ends, count in counts.items()
        if ends[0] <= own[0] and own[1] <= ends[1] and ends != own
        and count >= max(_TOGETHER, 2 * counts[own])
        and len(one.rows) >= _MOSTLY * (ends[1] - ends[0])
    ]  # fmt: skip
    return max(around)[2] if around else own
