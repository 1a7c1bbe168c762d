"""Find the heading of a table in a sheet, and which column of the sheet each heading is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from elevshare import vocabulary
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.files import ENOUGH, HEADING_ROWS
from elevshare.intake.tables.headings import Heading, bare, meaning
from elevshare.intake.tables.seen import SeenSheet
from elevshare.vocabulary import UNUSED, folded


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """The heading of a table.

    Attributes:
        rows: numbers of its rows.
        texts: column of the sheet → what stands there, the rows joined.
        meanings: column of the sheet → what it means.
    """

    rows: range
    texts: Mapping[int, str]
    meanings: Mapping[int, Heading]

    def of(self, column: str) -> list[int]:
        """The columns of the sheet that are called so."""
        return [number for number, about in self.meanings.items() if about.column == column]

    @property
    def found(self) -> set[str]:
        """The columns of the table that are there."""
        return {about.column for about in self.meanings.values() if about.column and about.used}


def heading_of(
    sheet: SeenSheet, table: str, key: str = "", choices: TableChoices = ASKED_NOTHING
) -> HeadingRows | None:
    """The heading of a sheet: the row, or two rows, with most known words.

    Args:
        sheet: the sheet.
        table: the table of ``vocabulary`` that is looked for.
        key: the column without which there is no table, if there is one.
        choices: what the user has chosen.

    Returns:
        ``None`` where there is no heading.
    """
    best: HeadingRows | None = None
    for number in islice(sheet.rows, HEADING_ROWS):
        found = _at(sheet, table, number, choices)
        if found is None or (key and key not in found.found):
            continue
        if best is None or len(found.found) > len(best.found):
            best = found
        if len(best.found) >= ENOUGH:
            break
    return best


def _at(sheet: SeenSheet, table: str, row: int, choices: TableChoices) -> HeadingRows | None:
    """The heading that begins in a row: the row alone, or together with the next one."""
    one = _read(sheet, table, range(row, row + 1), choices)
    if not one.found:
        return None
    two = _read(sheet, table, range(row, row + 2), choices)
    below = [column for column in sheet.rows.get(row + 1, {}) if column in two.texts]
    if not below or _labels_only(
        sheet, row, one, _read(sheet, table, range(row + 1, row + 2), choices)
    ):
        return one
    return two if _is_heading_too(sheet, table, row, two, below) else one


def _is_heading_too(
    sheet: SeenSheet, table: str, row: int, two: HeadingRows, below: Sequence[int]
) -> bool:
    """Whether the row below a heading belongs to it: 101 below 房号 does not.

    It does if cells of the heading reach down into it, if every cell of it is a known word, or if
    some are and none has a digit.
    """
    if any(area.top == row and area.bottom == row + 1 for area in sheet.merges):
        return True
    texts = {column: sheet.cell(row + 1, column).text for column in below}
    known = [
        column
        for column, text in texts.items()
        if two.meanings[column].column or meaning(table, text).column
    ]
    digits = any(sign.isdigit() for text in texts.values() for sign in text)
    return len(known) == len(below) or (len(known) > 1 and not digits)


def _labels_only(sheet: SeenSheet, row: int, one: HeadingRows, below: HeadingRows) -> bool:
    """Whether a row is no part of the heading below it: labels such as 小区：幸福里.

    The upper row of a heading names more columns, or has cells that are merged over several.
    """
    wide = any(area.top == row and area.left < area.right for area in sheet.merges)
    upright = any(area.top == row and area.bottom > row for area in sheet.merges)
    return len(below.found) > len(one.found) and not wide and not upright and _filled(sheet, row)


def _filled(sheet: SeenSheet, row: int) -> bool:
    """Whether cells of a row stand side by side, as a label and its text do."""
    columns = sheet.rows.get(row, {})
    return any(column + 1 in columns for column in columns)


def _read(sheet: SeenSheet, table: str, rows: range, choices: TableChoices) -> HeadingRows:
    """The heading of these rows, each cell below the one that covers it."""
    columns = sorted({column for row in rows for column in sheet.rows.get(row, {})})
    parts = {column: [_covering(sheet, row, column) for row in rows] for column in columns}
    parts = {column: _different(texts) for column, texts in parts.items()}
    texts = {column: "".join(" ".join(parts[column]).split("\n")) for column in columns}
    meanings = {column: meaning(table, *parts[column]) for column in columns}
    return HeadingRows(
        rows, texts, _standing_in(table, _chosen(sheet, table, texts, meanings, choices))
    )


def _covering(sheet: SeenSheet, row: int, column: int) -> str:
    """The text of a cell, or of the merged area that it is part of."""
    area = sheet.merged.get((row, column))
    return (sheet.cell(*area.first) if area else sheet.cell(row, column)).text.strip()


def _different(texts: Sequence[str]) -> list[str]:
    """The texts without blanks and repetitions, as of cells that are merged downwards."""
    return list(dict.fromkeys(text for text in texts if text))


def _chosen(
    sheet: SeenSheet,
    table: str,
    texts: Mapping[int, str],
    meanings: Mapping[int, Heading],
    choices: TableChoices,
) -> Mapping[int, Heading]:
    """The meanings, with those that the user has chosen; no other column then means the same."""
    found = dict(meanings)
    for column, named in choices.columns.items():
        at = called(sheet, texts, named, table)
        if not at:
            continue
        unit = meanings[at[0]].unit
        found = {
            number: Heading(UNUSED) if about.column == column else about
            for number, about in found.items()
        }
        found[at[0]] = Heading(column, unit)
    return found


def called(sheet: SeenSheet, texts: Mapping[int, str], named: str, table: str) -> list[int]:
    """The columns of a sheet that a user names: by heading, by its words alone, or by letters."""
    at = [number for number, text in texts.items() if folded(text) == folded(named)]
    alike = [number for number, text in texts.items() if bare(table, text) == folded(named)]
    at = at or (alike if len(alike) == 1 else [])
    return at or [number for number in texts if sheet.letters(number) == named.upper()]


def _standing_in(table: str, meanings: Mapping[int, Heading]) -> Mapping[int, Heading]:
    """The meanings, with a column that stands in for one that the table does not have."""
    there = {about.column for about in meanings.values()}
    found = dict(meanings)
    for words in vocabulary.columns(table).values():
        if words.instead and words.column in there and words.instead not in there:
            for number, about in meanings.items():
                if about.column == words.column:
                    found[number] = replace(about, column=words.instead)
    return found
