"""The amount in force, how it comes about, and the capital figures of each 公积金证明."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.capitals import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.table import Column, TableRow, beside


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns for certificates; only households that pay have one: also who joined later."""
    shares = plan.shares
    late = beside(shares, "late")
    return (
        Column("share_fen", "决算后应分摊，没有决算按计划（分）", "whole",
               lambda r: settled.share(plan, r.index)),
        Column("due_fen", "现在应分摊，含后加入（分）", "whole",
               lambda r: f"MAX(0,{r.share_fen}+{late(r)})"),
        Column("issue", "有证明（1/0）", "whole",
               lambda r: f"IF({r.due_fen}>0,MAX({shares.at('take', r.index)},({late(r)}>0)*1),0)"),
        Column("bill", "证明号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        Column("late_words", "文字：后加入", "any", lambda r: _late(r, late(r))),
        Column("changed_words", "文字：决算、后加入", "any", lambda r: _changed(plan, r)),
        Column("words", "怎么算", "any",
               lambda r: f'IF({r.changed_words}="",{shares.at("words", r.index)},'
                         f'{_planned(shares.at("fen", r.index))}&{r.changed_words})'),
        *capitals("due_fen"),
    )  # fmt: skip


def net(plan: Plan, row: TableRow) -> str:
    """What a household pays in all: its amount now, less relief and the maintenance fund; in fen."""
    relief, late = (plan.shares.at(key, row.index) for key in ("relief", "late"))
    reserve = plan.shares.at("reserve", row.index) if plan.has(Topic.RESERVE) else ""
    less = f"-{reserve}" if reserve else ""
    return f"MAX(0,MAX(0,{row.share_fen}-{relief})+{late}{less})"


def _planned(fen: str) -> str:
    """What a household was to pay by the plan, as text."""
    return f'IF({fen}=0,"原来不分摊","原应分摊 "&{paid_yuan(fen)})'


def _late(row: TableRow, late: str) -> str:
    """What a household pays for joining later or gets back because others do, as text."""
    joins, back = (
        f'"；后加入应缴 "&{paid_yuan(late)}',
        f'"；有户后加入，退还本户 "&{paid_yuan(f"(0-{late})")}',
    )
    return f'IF({late}=0,"",IF({late}>0,{joins},{back})&"，现为 "&{paid_yuan(row.due_fen)})'


def _changed(plan: Plan, row: TableRow) -> str:
    """What has become of the planned amount, as text; empty where it still holds."""
    if not plan.has(Topic.SETTLEMENT):
        return row.late_words
    told = f'"；决算后按实际费用、同样的办法再分，本户 "&{paid_yuan(row.share_fen)}'
    some = f"{settled.figure(plan, 'ready')}*{row.share_fen}>0"
    return f'IF({some},{told},"")&{row.late_words}'


def deadline(plan: Plan) -> str:
    """The last day to draw, as part of a text formula; empty if unknown."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    return f'IF({months}*{day}=0,"",TEXT(EDATE({day},{months}),"yyyy-mm-dd"))'
