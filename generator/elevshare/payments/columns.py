"""What the cells of a statement's row say: day, amount and its direction, payer, remark, state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.errors import InputError
from elevshare.intake.fields import fen_of
from elevshare.intake.tables.headings import meaning
from elevshare.intake.tables.reading import FoundTable, TableRow
from elevshare.intake.tables.seen import SeenCell, text_of
from elevshare.opened.days import day_of
from elevshare.payments.statement import Flow, StatementRow, serial_of
from elevshare.text import shown
from elevshare.vocabulary import STATEMENT, folded, visible, words

DAY, IN, OUT, AMOUNT, SIDE = "日期", "收入金额", "支出金额", "金额", "收支"
PAYER, REMARK, SERIAL, STATE, REFUND = "付款人", "摘要", "流水号", "状态", "退款"
#: The second, third … column of one meaning.
LATER = "{} {}"
_BRACKETED = re.compile(r"\((.*)\)")
_FLOWS = {"收": Flow.IN, "支": Flow.OUT, "不计": Flow.NEITHER}


class StatementColumns:
    """The columns of one statement."""

    def __init__(self, table: FoundTable) -> None:
        """Look at all rows for how the table writes the direction of money.

        Raises:
            InputError: it has no column with an amount.
        """
        self._table = table
        self._parted = IN in table.columns
        if not self._parted and AMOUNT not in table.columns:
            raise InputError(
                "没有金额一栏", where=table.where,
                todo=f"请把那一栏的栏名改成 {IN}，或改成 {AMOUNT} 并另有一栏 {SIDE}",
            )  # fmt: skip
        amounts = [text for number in table.sheet.rows if number >= table.heading.rows.stop
                   if (text := self._plain(self._at(number, AMOUNT)))]  # fmt: skip
        self._signed = any(text[0] in "+-(" for text in amounts)
        sides = {folded(self._at(number, SIDE).text) for number in table.sheet.rows}
        known = any(side in words(SIDE, one) for side in sides for one in _FLOWS)
        self._sided = known or self._is_side(table.columns.get(SIDE, 0))
        if not (self._parted or self._signed or self._sided):
            table.report.look(f"没有 {SIDE} 一栏，金额也没有正负，全部当作收入")

    def _is_side(self, number: int) -> bool:
        """Return whether a column is called 收支 or the like, not something that may stand for it."""
        text = self._table.heading.texts.get(number, "")
        return meaning(STATEMENT, text).column == SIDE

    def _at(self, number: int, column: str) -> SeenCell:
        """Return a cell of a row of the sheet."""
        return self._table.sheet.cell(number, self._table.columns.get(column, 0))

    def row(self, row: TableRow) -> StatementRow | None:
        """Return the row of a statement; ``None`` if no money moved.

        Raises:
            InputError: its day, amount or direction cannot be understood.
        """
        if not (moved := self._moved(row)):
            return None
        flow, fen, taken_back = moved
        day = self.day(row)
        if not day:
            text = shown(row.text(DAY)) or "空的"
            raise InputError(f"日期「{text}」看不懂", where=row.where, todo="请写成 2026-03-01")
        remark = " ".join(dict.fromkeys(_said(row, REMARK)))
        failed, partly = self._state(row, fen)
        return StatementRow(
            row.where, day, fen, " ".join(_said(row, PAYER)), remark, self._serial(row), flow,
            failed, partly, _word_in("冲回", remark) or ("红字" if taken_back else ""),
            " ".join(_said(row, DAY)),
        )  # fmt: skip

    def day(self, row: TableRow) -> str:
        """Return the day of a row; empty if it has none."""
        return next((str(day) for text in _said(row, DAY) if (day := day_of(text))), "")

    def _moved(self, row: TableRow) -> tuple[Flow, int, bool] | None:
        """Return direction, amount, and whether it is written in red: taken back."""
        if not self._parted:
            fen = self._fen(row, AMOUNT)
            return self._by_side(row, fen) if fen else None
        received, paid = self._fen(row, IN), self._fen(row, OUT)
        if received and paid:
            raise InputError("收入和支出两栏都有金额", where=row.where, todo="请核对这一行")
        if received:
            return (Flow.IN, received, False) if received > 0 else (Flow.OUT, -received, True)
        if paid:
            return (Flow.OUT, paid, False) if paid > 0 else (Flow.NEITHER, -paid, True)
        return None

    def _by_side(self, row: TableRow, fen: int) -> tuple[Flow, int, bool]:
        """Return direction and amount where one column has the amounts of both."""
        if self._sided:
            said = folded(row.text(SIDE))
            flow = next((flow for one, flow in _FLOWS.items() if said in words(SIDE, one)), None)
            if flow is Flow.IN and fen < 0:
                return Flow.OUT, -fen, True
            if flow:
                return flow, abs(fen), False
            if not self._signed:
                raise InputError(
                    f"{SIDE}一栏「{shown(row.text(SIDE))}」看不懂",
                    where=row.where,
                    todo="请写成 收入 或 支出",
                )
        return (Flow.IN if fen > 0 else Flow.OUT), abs(fen), False

    def _fen(self, row: TableRow, column: str) -> int:
        """Return an amount in fen, below 0 where it has a minus; 0 where there is none."""
        text = self._plain(row.cells.get(column, SeenCell("")))
        if not text.strip("+-") or text.strip("+-") in words("流水金额", "没有"):
            return 0
        negative = text.startswith(("-", "("))
        plain = _BRACKETED.sub(r"\1", text).strip("+-")
        unit = self._table.unit(column) or 1
        return fen_of(plain, row.where, what=column, unit=unit) * (-1 if negative else 1)

    def _plain(self, cell: SeenCell) -> str:
        """Return an amount without blanks, its sign in front of ¥ and the like."""
        number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
        text = folded(text_of(cell.value) if number else cell.text)
        if text in words("流水金额", "没有"):
            return ""
        for sign in ("-", "+"):
            if text.startswith((f"¥{sign}", f"{sign}¥")):
                return sign + text[2:]
        return text

    def _state(self, row: TableRow, fen: int) -> tuple[str, str]:
        """Return what a row says if the money went back as a whole, and if in part."""
        state = " ".join(_said(row, STATE))
        refund = abs(self._fen(row, REFUND))
        if failed := _word_in("没有", state) or ("全额退款" if refund and refund >= fen else ""):
            return failed, ""
        return "", _word_in("退了一部分", state) or ("部分退款" if refund else "")

    def _serial(self, row: TableRow) -> str:
        """Return the first serial number that is one."""
        for name, cell in row.cells.items():
            if name.split(" ")[0] == SERIAL:
                number = isinstance(cell.value, float | int)
                if serial := serial_of(text_of(cell.value) if number else visible(cell.text)):
                    return serial
        return ""


def _said(row: TableRow, column: str) -> Iterator[str]:
    """Return the texts of a row's cells of one meaning, without those that say nothing."""
    for name, cell in row.cells.items():
        text = " ".join(cell.text.split())
        if text and name.split(" ")[0] == column and folded(text) not in words("流水金额", "没有"):
            yield text


def _word_in(what: str, text: str) -> str:
    """Return the longest word of a meaning of 到账 in a text; empty if there is none."""
    plain = folded(text)
    return max((word for word in words("到账", what) if word in plain), key=len, default="")
