"""The payments of 工程付款 as read; an invalid row counts as 0."""

from __future__ import annotations

from elevshare.rules.cash import Spending
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM
from elevshare.workbook.subjects.cash.inputs import METHODS
from elevshare.workbook.subjects.cash.places import payments
from elevshare.workbook.table import Column, TableRow, gaps, numbered

#: The texts of 提示, by the number in 填写情况 from 0.
PROBLEMS = (
    "",
    "√",
    "← 日期应填如 2026-03-01",
    "← 请选类别",
    "← 费用项目只用于工程款，请清空",
    "← “参数”里没有这个费用项目",
    "← 请填收款单位",
    "← 补偿填房号，“住户”里没有此号",
    "← 金额应大于 0，最多两位小数",
    "← 请选方式",
)
#: The cells of which one must be filled for a row to count as filled.
_TYPED = ("day", "spending", "item", "payee", "amount", "method", "voucher")


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of a payment, amounts in fen."""
    typed, shares = payments(plan), plan.shares

    def cell(row: TableRow, key: str) -> str:
        return typed.at(key, row.index)

    def flaw(row: TableRow, key: str, low: str, high: str, scale: int) -> str:
        at = cell(row, key)
        return f'IF({at}="",1,{wrong_number(at, low, high, scale)})'

    def household(row: TableRow) -> str:
        payee = f"({shares.all('room')}={row.payee_room})"
        return f"SUMPRODUCT({payee}*{shares.all('valid')}*{shares.all('n')})"

    def of(key: str, head: str, word: Spending) -> Column:
        return Column(key, head, "whole",
                      lambda r: f'IF({cell(r, "spending")}="{word}",{r.fen},0)')  # fmt: skip

    return (
        numbered(),
        Column("item", "费用项目", "any", lambda r: f'{cell(r, "item")}&""'),
        Column("fen", "金额（分）", "whole",
               lambda r: f"IF({r.problem}=1,ROUND(IFERROR({cell(r, 'amount')}*1,0)*100,0),0)"),
        Column("problem", "填写情况", "whole",
               lambda r: _problem({key: cell(r, key) for key in typed.columns}, r)),
        *gaps("pad", "gap"),
        Column("payee_room", "收款人作房号", "any", lambda r: cleaned(cell(r, "payee"), ROOM)),
        Column("day_flaw", "日期有误", "whole", lambda r: flaw(r, "day", *DATES, 1)),
        Column("amount_flaw", "金额有误", "whole",
               lambda r: flaw(r, "amount", "0.01", MAX_YUAN, 100)),
        Column("known", "同名费用项目数", "whole",
               lambda r: f"SUMPRODUCT(({plan.items.all('item')}={r.item})*1)"),
        Column("household", "房号是第几户", "whole", household),
        of("engineering", "工程款（分）", Spending.ENGINEERING),
        of("payouts", "补偿（分）", Spending.COMPENSATION),
        of("others", "其他支出（分）", Spending.OTHER),
    )  # fmt: skip


def _problem(cell: dict[str, str], row: TableRow) -> str:
    """The number of the error in a row, 0 for an empty row."""
    item, spending = f'{cell["item"]}<>""', cell["spending"]
    kinds, methods = (
        ",".join(f'{at}="{word}"' for word in words)
        for at, words in ((spending, Spending), (cell["method"], METHODS))
    )
    engineering = f'{spending}="{Spending.ENGINEERING}"'
    no_room = f'AND({spending}="{Spending.COMPENSATION}",{row.household}=0)'
    filled = "&".join(cell[key] for key in _TYPED)
    return (
        f'IF({filled}="",0,IF({row.day_flaw}=1,2,IF(NOT(OR({kinds})),3,'
        f"IF(AND({item},NOT({engineering})),4,IF(AND({item},{row.known}=0),5,"
        f'IF({cell["payee"]}="",6,IF({no_room},7,IF({row.amount_flaw}=1,8,IF(OR({methods}),1,9)))))))))'
    )
