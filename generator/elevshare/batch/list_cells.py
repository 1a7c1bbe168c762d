"""The cells of a list's row as texts: amounts in yuan whatever their unit, no dates."""

from __future__ import annotations

from elevshare.batch.columns import AREAS, BUILDING, COST, ENTRANCE, MONEY, SUBSIDY
from elevshare.errors import InputError
from elevshare.intake.fields import date_error, refuse_cut
from elevshare.intake.fields.amounts import FEW_FOR_A_LIFT
from elevshare.intake.tables.numbers import amount_of_cell, doubt_few
from elevshare.intake.tables.reading import FoundTable, TableRow
from elevshare.intake.tables.seen import SeenCell, text_of
from elevshare.money import yuan
from elevshare.opened.days import looks_like_date

#: Yuan below which an amount without a unit is probably one in 万元.
_FEW = {COST: FEW_FOR_A_LIFT, SUBSIDY: 1_000}


def texts_of(row: TableRow, table: FoundTable) -> tuple[dict[str, str], InputError | None]:
    """The filled cells of a row, by column, and the error of an amount that is none.

    Raises:
        InputError: a cell has become a date.
    """
    texts, problem = {}, None
    for column, cell in row.cells.items():
        if cell.dated:
            raise date_error(column, cell.day_text, row.where)
        if column in (BUILDING, ENTRANCE) and looks_like_date(cell.text):
            raise date_error(column, cell.text.strip(), row.where)
        try:
            texts[column] = _text(column, cell, row, table)
        except InputError as error:
            problem = problem or InputError(error.what, todo=error.todo)
    return texts, problem


def _text(column: str, cell: SeenCell, row: TableRow, table: FoundTable) -> str:
    """The text of a cell.

    Raises:
        InputError: an amount is none, or a text a number that has lost digits.
    """
    if column in MONEY and any(sign.isdigit() for sign in cell.text):
        fen = amount_of_cell(cell, table.unit(column), row.where, column, table.report)
        unit = table.unit(column)
        doubt_few(fen, _FEW[column], cell, unit, row.where, column, table.report)
        return yuan(fen).replace(",", "")
    if column == AREAS:  # 80,100 that a spreadsheet has taken for one number shows no sign of it
        return text_of(cell.value).strip()
    for written in (cell.value, cell.text):
        refuse_cut(written, column, row.where)
    return cell.text.strip()
