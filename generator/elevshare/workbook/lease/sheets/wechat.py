"""微信文字 of a lease book."""

from __future__ import annotations

from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.wechat.texts import ABOUT as ABOUT
from elevshare.workbook.subjects.wechat.texts import ROLE as ROLE
from elevshare.workbook.subjects.wechat.texts import TITLE as TITLE
from elevshare.workbook.subjects.wechat.texts import (
    WeChatTexts,
    unless_nothing,
    where_to_look,
    write_texts,
)
from elevshare.workbook.table import Column, PartialFormula, TableRow


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    write_texts(grid, plan, texts(plan))


def texts(plan: LeasePlan) -> WeChatTexts:
    """What the texts say."""

    def read(row: TableRow, key: str) -> str:
        return plan.shares.at(key, row.index)

    def told(row: TableRow) -> str:
        charged = f'"：本期费用 "&{paid_yuan(read(row, "fee_fen"))}&{row.more}&{row.minus_paid}'
        return f'{charged}&{row.minus_relief}&"，本次应缴 "&{paid_yuan(read(row, "to_pay"))}&{row.rest}'

    def less(key: str, before: str) -> PartialFormula:
        return lambda r: unless_nothing(read(r, key), before, paid_yuan)

    return WeChatTexts(
        about="电梯使用费",
        group=_group(plan),
        columns=(
            Column("more", "文字：以前应缴", "any", less("before_fen", "，加以前应缴 ")),
            Column("minus_paid", "文字：已缴", "any", less("paid_fen", "，减已缴 ")),
            Column("minus_relief", "文字：减免", "any", less("relief_fen", "，减减免 ")),
            Column("rest", "文字：结余", "any", less("left", "，留到下期 ")),
        ),
        told=told,
        asked=lambda r: read(r, "to_pay"),
        idle=lambda r: f"{read(r, 'issue')}=0",
        idle_words="本期不用缴款",
        due_on=plan.number("due_date"),
        remark="电梯费",
    )


def _group(plan: LeasePlan) -> str:
    """The period, its total, and where to look."""
    fees = paid_yuan(f"SUM({plan.shares.all('fee_fen')})")
    taking = f"SUM({plan.shares.all('take')})"
    return (
        f'"："&{plan.period_words}&"，"&{taking}&" 户使用电梯，本期费用合计 "&{fees}&"。"'
        f'&{where_to_look(plan)}&"；各户的金额另外单独发。"'
    )
