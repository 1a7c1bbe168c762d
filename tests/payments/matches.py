"""Statements matched to households without a book."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.payments.entered import note_of
from elevshare.payments.households import Household
from elevshare.payments.ledger import Ledger
from elevshare.payments.links import Linking
from elevshare.payments.matching import Kind, Match, matched
from elevshare.payments.stairwell import Stairwell
from elevshare.payments.statement import Flow, Statement, StatementRow
from elevshare.returned import Payment

HERE = Stairwell("12", "3")
HOUSEHOLDS = (
    Household("101", "赵大", 0, 0),
    Household("201", "钱二、钱太", 1_000_000, 1_000_000, 1_000_000),
    Household("202", "孙三", 1_000_000, 1_000_000, 1_000_000),
    Household("301", "王建国", 2_000_000, 2_000_000, 500_000, (500_000, 500_000)),
    Household("302", "李 梅", 2_345_678, 2_345_678, 2_345_678),
    Household("401", "周平", 3_000_000, 3_000_000, 3_000_000),
    Household("402", "周平", 3_000_000, 3_000_000, 3_000_000),
)

NAMES = (
    "王建国",
    "王建",
    "李梅",
    "李小梅",
    "欧阳明明",
    "张三",
    "张三丰",
    "赵大",
    "钱二",
    "孙和平",
    "周平",
    "吴用",
)
#: How payers name their room.
GOOD = ("{flat}", "{flat}加梯款", "{flat}室", "{e}-{flat}加梯", "{b}-{e}-{flat}", "{b}幢{e}单元{flat}室", "{e}单元{flat}",
        "加装电梯 {flat}", "{flat} {owner}", "{owner}{flat}", "{owner}", "", "加梯款", "电梯款{day}", "{flat}，13800138000",
        "{flat}第1期", "0{flat}加梯", "{flat}加梯款{yuan}元", "房号{flat}尾号1234")  # fmt: skip
#: What looks like a payment of the household and is none, or of another stairwell.
NOISE = ("{x}-{flat}加梯", "{x}单元{flat}", "{b}幢{x}单元{flat}室", "{far}幢{e}单元{flat}", "{far}-{e}-{flat}", "{far}栋{flat}",
         "{flat}物业费", "{flat}水费", "停车{flat}", "{flat}元", "尾号{flat}", "138{flat}{flat}00", "{flat}-{other}", "{flat}、{other}加梯",
         "第{flat}笔", "2026{flat}", "", "加梯款", "{yuan}元", "物业费", "结息", "{flat}室退款", "{x} {flat}", "{far}号{flat}室",
    "长江路{flat}号", "{x}号{flat}", "{x}单元 {owner} {flat}")  # fmt: skip


def row(remark="", payer="", fen=500_000, day="2026-03-05", serial="", **more) -> StatementRow:
    """One row that came in."""
    return StatementRow("", day, fen, payer, remark, serial, **more)


def judged(
    rows: Sequence[StatementRow],
    payments: Sequence[Payment] = (),
    households: Sequence[Household] = HOUSEHOLDS,
    stairwell: Stairwell = HERE,
    method: str = "转账",
    lease: bool = False,
) -> list[Match]:
    """What becomes of the rows, each called by its number."""
    named = tuple(_named(one, number) for number, one in enumerate(rows, 1))
    linking = Linking(households, stairwell, lease=lease)
    return matched(Statement(named, method), households, linking, Ledger(tuple(payments)))


def _named(one: StatementRow, number: int) -> StatementRow:
    from dataclasses import replace

    return one if one.where else replace(one, where=f"第 {number} 行")


def after(found: Sequence[Match], before: Sequence[Payment] = (), method="转账") -> list[Payment]:
    """台账 after the certain ones were entered."""
    first = max((one.row for one in before), default=-1) + 1
    certain = sorted(
        (one for one in found if one.kind is Kind.CERTAIN), key=lambda one: one.row.day
    )
    return [*before, *(
        Payment(one.row.day, one.room, one.row.fen, method, note_of(one.row), number)
        for number, one in enumerate(certain, first)
    )]  # fmt: skip


def owing(households: Sequence[Household], payments: Sequence[Payment]) -> tuple[Household, ...]:
    """The households as a book has them after these payments."""
    from dataclasses import replace

    found = []
    for one in households:
        paid = sum(payment.fen for payment in payments if payment.room == one.room)
        found.append(replace(one, left=max(0, one.left - paid), now=max(0, one.now - paid)))
    return tuple(found)


__all__ = ["GOOD", "NAMES", "NOISE", "Flow", "Kind", "Payment", "after", "judged", "owing", "row"]
