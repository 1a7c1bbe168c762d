"""Read a bank's statement, or a bill of WeChat or Alipay, from a CSV or XLSX file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake.tables import fates
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.files import sheets_of
from elevshare.intake.tables.heading_rows import HeadingRows
from elevshare.intake.tables.reading import FoundTable, TableKind
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenSheet
from elevshare.intake.tables.sheet_choice import chosen_sheet
from elevshare.payments.columns import DAY, LATER, StatementColumns
from elevshare.payments.statement import Statement, StatementRow
from elevshare.text import noting, raise_all
from elevshare.vocabulary import STATEMENT, folded, words

_KIND = TableKind(STATEMENT, DAY, (DAY,))
#: The bills that are no bank's, and what 台账 calls their way of paying.
_BILLS, _BANK = ("微信", "支付宝"), "转账"
#: More rows than a lift's account has in many years.
_MOST = 100_000


def read_statement(path: Path, choices: TableChoices, report: TableReport) -> Statement:
    """Read the rows of a statement.

    Args:
        path: the file.
        choices: what the user has chosen: columns, sheet, rows.
        report: what was understood of the table, what was left out.

    Raises:
        InputError: the file cannot be read, has no heading with 日期 and an amount, or has rows
            whose day or amount cannot be understood.
    """
    found, heading = chosen_sheet(sheets_of(path, STATEMENT), _KIND, (DAY,), choices, report)
    table = FoundTable(found, _several(heading), _KIND, report, choices)
    columns = StatementColumns(table)
    problems: list[InputError] = []
    rows = tuple(_rows(table, columns, problems))
    raise_all(problems)
    if not rows:
        raise InputError("一笔收支也没有", where=found.name, todo="请检查是不是这份流水")
    return Statement(rows, _method(found, heading))


def _several(heading: HeadingRows) -> HeadingRows:
    """Return the heading with a name of its own for each of several columns of one meaning."""
    count: Counter[str] = Counter()
    meanings = {}
    for number, about in heading.meanings.items():
        meanings[number] = about
        if about.used and about.column:
            count[about.column] += 1
            if count[about.column] > 1:
                meanings[number] = replace(
                    about, column=LATER.format(about.column, count[about.column])
                )
    return replace(heading, meanings=meanings)


def _rows(
    table: FoundTable, columns: StatementColumns, problems: list[InputError]
) -> Iterator[StatementRow]:
    """Return the rows that moved money; what cannot be understood is added to ``problems``."""
    for count, row in enumerate(table.rows()):
        if count >= _MOST:
            raise InputError("行太多", where=table.sheet.name, todo="请只留要用的一段日期")
        texts = [cell.text.strip() for cell in row.cells.values()]
        with noting(problems):
            if not columns.day(row) and _says_sum(texts):
                table.report.leave_out(row.number, fates.TOTAL, " ".join(texts))
            elif found := columns.row(row):
                yield found
            else:
                table.report.leave_out(row.number, "没有金额", " ".join(texts))


def _says_sum(texts: Sequence[str]) -> bool:
    """Return whether a row without a day is a sum or a balance."""
    said = [folded(text) for text in texts]
    return any(word in text for text in said for word in words("流水行", "不是收支"))


def _method(sheet: SeenSheet, heading: HeadingRows) -> str:
    """Return how money of a statement is paid, from its title and heading."""
    above = [cell.text for number in sheet.rows if number < heading.rows.stop
             for cell in sheet.rows[number].values()]  # fmt: skip
    text = folded(" ".join(above))
    for bill in _BILLS:
        if any(word in text for word in words("账单", bill)):
            return bill
    return _BANK
