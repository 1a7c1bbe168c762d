"""What a sheet must hold where its series are broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from elevshare.audit.older.series import Content, Series, series_of
from elevshare.opened.places import Place

Cells = Mapping[Place, Content]
#: So many columns of a table must begin and end together, so that another is thought to have done so.
_TOGETHER = 3
#: So much of a table a column must fill, so that the rest of it is thought to be missing.
_MOSTLY = 0.4
#: Forms have at least as many rows.
_FORM_ROWS = 10


class Sheet:
    """The tables and forms of a sheet.

    Args:
        cells: what is locked on it: formulas, labels, whole numbers.
    """

    def __init__(self, cells: Cells) -> None:
        self._cells, every = cells, series_of(cells)
        self._inside = {(row, one.column) for one in every for row in one.rows}
        self._tables = dict(_tables(every))

    def broken(self) -> dict[Place, Content]:
        """Cell → what must stand there, for every cell that breaks a series."""
        found: dict[Place, Content] = {}
        for table, columns in self._tables.items():
            odd = {one: self._odd_rows(one, table) for one in columns}
            missed = Counter(row for rows in odd.values() for row in rows)
            for one, rows in odd.items():
                for row in rows:
                    # What hardly any column goes on through is where one table ends, another begins.
                    if (row, one.column) not in self._inside and 2 * missed[row] <= len(columns):
                        found[row, one.column] = one.due(row)
        return found

    def _odd_rows(self, one: Series, table: tuple[int, int, int]) -> list[int]:
        """Rows of a table in which a column of it holds something else.

        Above and below a column's own rows another formula may be meant; a label may be left out.
        """
        step, low, high = table
        rows, (first, last), formula = set(one.rows), one.ends, one.skeleton.startswith("=")
        top, bottom = (first + (k - _number(first, step)) * step for k in (low, high))
        odd = []
        for row in range(top, bottom + 1, step):
            now, within = self._cells.get((row, one.column)), first < row < last
            if row in rows:
                continue
            if formula:
                wrong = within or now is None or not now.formula
            else:
                wrong = now is not None and (within or step >= _FORM_ROWS)
            if wrong:
                odd.append(row)
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
    """First and last number of the table that a column belongs to, though it may end earlier."""
    own = _numbers(one)
    around = [
        (count, ends) for ends, count in counts.items()
        if ends[0] <= own[0] and own[1] <= ends[1] and ends != own
        and count >= max(_TOGETHER, 2 * counts[own])
        and len(one.rows) >= _MOSTLY * (ends[1] - ends[0])
    ]  # fmt: skip
    return max(around)[1] if around else own
