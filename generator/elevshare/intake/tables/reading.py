"""Read the rows of a table: each row's cells by column, and what becomes of the other rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from elevshare.errors import InputError
from elevshare.intake.tables import fates
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.filling import covered
from elevshare.intake.tables.heading_rows import HeadingRows
from elevshare.intake.tables.headings import Heading
from elevshare.intake.tables.numbers import UNIT_NAMES
from elevshare.intake.tables.report import TableReport, TakenColumn
from elevshare.intake.tables.seen import SeenCell, SeenSheet
from elevshare.text import shown
from elevshare.vocabulary import folded

#: Column of the table → its column in the sheet.
Columns = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its number, its place for messages, and its cells that are not blank, by column.

    ``merged`` has the columns whose cell is merged with one above.
    """

    number: int
    where: str
    cells: Mapping[str, SeenCell]
    merged: frozenset[str] = frozenset()

    def text(self, column: str) -> str:
        """The text of a cell; empty where it is blank."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class TableKind:
    """A kind of table.

    Attributes:
        name: its words in ``vocabulary``.
        key: the column that every row must have; empty if there is none.
        whole: columns that only a complete row fills; such a row is never a total or a note.
        naming: the key and columns that only a household fills; where the key and one more say
            something else than a total or a note, the row is none, whatever stands beside them.
    """

    name: str
    key: str = ""
    whole: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()


class FoundTable:
    """A table in a sheet: its columns (several sets where tables stand side by side), its rows."""

    def __init__(
        self,
        sheet: SeenSheet,
        heading: HeadingRows,
        kind: TableKind,
        report: TableReport,
        choices: TableChoices = ASKED_NOTHING,
    ) -> None:
        """Take the columns.

        Raises:
            InputError: two columns mean the same.
        """
        self.sheet, self.heading, self.kind, self.report = sheet, heading, kind, report
        self._last = choices.rows[1] if choices.rows else None
        self._first = max(heading.rows.stop, choices.rows[0] if choices.rows else 0)
        self.where = sheet.place(heading.rows[-1])
        #: Column → what messages call it, of those that are hidden.
        self.hidden: dict[str, str] = {}
        self.groups = self._groups(self._taken(choices))
        self._titles = {text for row in self.above() for text in row}
        self._report()

    @property
    def columns(self) -> Columns:
        """The columns of the first, mostly the only, table."""
        return self.groups[0]

    @property
    def headings(self) -> dict[str, str]:
        """Column → its heading."""
        return {column: self.heading.texts[number] for column, number in self.columns.items()}

    def unit(self, column: str) -> int:
        """Yuan in the unit that the heading of a column states, 0 if it states none."""
        return self.heading.meanings[self.columns[column]].unit

    def above(self) -> Iterator[list[str]]:
        """The texts of each row above the heading."""
        for number, cells in self.sheet.rows.items():
            if number < self.heading.rows.start:
                yield [text for cell in cells.values() if (text := cell.text.strip())]

    def rows(self) -> Iterator[TableRow]:
        """The rows that are neither hidden nor blank, totals, notes or repeated headings.

        Of tables side by side the left one comes first.
        """
        for number, columns in enumerate(self.groups):
            yield from self._rows(columns, self._span(number))

    def _taken(self, choices: TableChoices) -> dict[int, str]:
        """Columns of the sheet that are used; hidden ones are not, unless chosen by hand."""
        found = {}
        for number, about in self.heading.meanings.items():
            if not about.used or about.column is None:
                continue
            if number in self.sheet.hidden_columns and about.column not in choices.columns:
                text = shown(self.heading.texts[number])
                self.hidden[about.column] = f"「{text}」一栏（{self.sheet.called(number)}）"
                self.report.look(f"{self.hidden[about.column]}是隐藏的，没有用")
                continue
            found[number] = about.column
        return found

    def _groups(self, taken: Mapping[int, str]) -> list[Columns]:
        """The columns, one set for each of the tables that stand side by side."""
        repeated = [number for number, column in taken.items() if column == self.kind.key]
        apart = repeated[1] - repeated[0] if len(repeated) > 1 else 0
        count = len(repeated)
        if apart and len(taken) % count == 0:
            numbers = sorted(taken)
            size = len(taken) // count
            sets = [numbers[start : start + size] for start in range(0, len(numbers), size)]
            names = [[taken[number] for number in part] for part in sets]
            if all(one == names[0] and len(set(one)) == len(one) for one in names):
                return [{taken[number]: number for number in part} for part in sets]
        return [self._single(taken)]

    def _single(self, taken: Mapping[int, str]) -> Columns:
        """The columns of one table; two of one meaning are refused."""
        found: dict[str, int] = {}
        for number, column in taken.items():
            if column in found:
                one, other = (shown(self.heading.texts[at]) for at in (found[column], number))
                by = self.sheet.letters(number) if one == other else other
                choose = f"，或{self._by_hand(column, by)}" if self.kind.key else ""
                raise InputError(
                    f"「{one}」和「{other}」两栏都是{column}",
                    where=self.where,
                    todo=f"请只留一栏{choose}",
                )
            found[column] = number
        return found

    @staticmethod
    def _by_hand(column: str, heading: str) -> str:
        """How to choose a column by hand; nothing of a list, which has no key, can be chosen."""
        return f"用 --columns {column}={heading} 指定"

    def _span(self, group: int) -> range:
        """The columns of the sheet that belong to one of the tables."""
        first = 0 if group == 0 else max(self.groups[group - 1].values()) + 1
        last = max(self.groups[group].values()) + 1 if group + 1 < len(self.groups) else 10**6
        return range(first, last)

    def _report(self) -> None:
        """Tell where the table is and what its columns are."""
        rows, report = self.heading.rows, self.report
        report.source = self.sheet.name
        report.heading = f"{rows[0]}" if len(rows) == 1 else f"{rows[0]}–{rows[-1]}"
        used = {number for columns in self.groups for number in columns.values()}
        for columns in self.groups:
            for column, number in columns.items():
                unit = self.heading.meanings[number].unit
                text = shown(self.heading.texts[number])
                report.columns.append(
                    TakenColumn(column, text, self.sheet.called(number), UNIT_NAMES.get(unit, ""))
                )
        for number, about in self.heading.meanings.items():
            if number not in used and self.heading.texts[number]:
                text = shown(self.heading.texts[number])
                report.alone.append(text)
                if about.doubt:
                    self._doubt(about, text)
                elif about.column is None:
                    report.unclear.append(f"「{text}」")

    def _doubt(self, about: Heading, text: str) -> None:
        """Report a heading with a qualifier that is not understood.

        Raises:
            InputError: no other column has the meaning.
        """
        what = f"「{text}」里的「{shown(about.doubt)}」看不懂"
        if about.meant not in self.columns:
            way = self._by_hand(about.meant, text) if self.kind.key else f"请改成 {about.meant}"
            raise InputError(
                what, where=self.where, todo=f"就是{about.meant}的，{way}；不是的，请改掉栏名"
            )
        self.report.look(f"{what}，这一栏没有用")

    def _rows(self, columns: Columns, span: range) -> Iterator[TableRow]:
        """The rows of one table."""
        for number, cells in self.sheet.rows.items():
            if number < self._first or (self._last is not None and number > self._last):
                continue
            texts = [cell.text.strip() for column, cell in cells.items() if column in span]
            texts = [text for text in texts if text]
            if not texts:
                continue
            row = self._row(number, columns)
            why = self._fate(row, texts)
            if why not in (fates.HIDDEN, fates.TOTAL):
                self._look_at_formulas(number, columns)
            if why:
                self.report.leave_out(number, why, shown(" ".join(texts)))
            elif row.cells or fates.section_of(texts):
                yield row if row.cells else self._titled(row, texts)

    def _titled(self, row: TableRow, texts: Sequence[str]) -> TableRow:
        """A row whose only text is beside the columns."""
        return TableRow(row.number, row.where, {self.kind.key: SeenCell(texts[0], texts[0])})

    def _row(self, number: int, columns: Columns) -> TableRow:
        """The cells of a row by column, those merged with one above filled in."""
        cells, merged = {}, set()
        for column, at in columns.items():
            cell, below = covered(self.sheet, number, at)
            if folded(cell.text):
                cells[column] = cell
                if below:
                    merged.add(column)
        return TableRow(number, self.sheet.place(number), cells, frozenset(merged))

    def _look_at_formulas(self, number: int, columns: Columns) -> None:
        """Refuse formulas of a row without any value, and report those computed here."""
        for column, at in columns.items():
            if error := self.sheet.uncomputed.get((number, at)):
                raise error
            if (number, at) in self.sheet.computed:
                self.report.look(
                    f"{column}是公式，文件里没有存下算出的值，用的是这里算出的值，请核对",
                    column,
                    [self.sheet.place(number)],
                )

    def _fate(self, row: TableRow, texts: Sequence[str]) -> str:
        """Why a row is left out; empty if it is not."""
        if row.number in self.sheet.hidden_rows:
            return fates.HIDDEN
        if len(row.cells) > 1 and fates.is_heading_again(self.kind.name, self.kind.key, row.cells):
            return fates.REPEATED
        if fates.says_total(row.text(self.kind.key)):
            return fates.TOTAL
        if self._complete(row):
            return ""
        if set(texts) <= self._titles:
            return fates.REPEATED
        if fates.section_of(texts):
            return ""
        if any(fates.says_total(text) for text in texts):
            return fates.TOTAL
        return fates.NOTE if fates.says_note(texts) else ""

    def _complete(self, row: TableRow) -> bool:
        """Whether the columns of a row tell that it is no total or note."""
        own = [row.text(one) for one in self.kind.whole if one not in row.merged]
        if own and len(own) == len(self.kind.whole) and all(own):
            return True
        named = [bool(text) and not _says_less(text) for text in map(row.text, self.kind.naming)]
        if not row.text(self.kind.key):  # a household whose key is missing has all the rest
            return bool(named) and all(named[1:]) and row.merged <= {self.kind.naming[1]}
        return bool(named) and named[0] and any(named[1:])


def _says_less(text: str) -> bool:
    """Whether a text is of a total or a note."""
    return fates.says_total(text) or fates.says_count(text) or fates.says_note([text])
