"""The payments of 台账 as read; an invalid row is marked and counts as 0."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.readings import chosen_word, wrong_number
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM
from elevshare.workbook.subjects.ledger import words
from elevshare.workbook.subjects.ledger.inputs import Side
from elevshare.workbook.table import Column, TableRow, numbered

#: The texts of 提示, by the number in 填写情况 from 0.
PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← “住户”里没有这个房号", "← 请选收款或退款",
            "← 金额应大于 0，最多两位小数", "← 登记序号空着或重复")  # fmt: skip
DATE_PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← 应比上一期晚，中间不能空")


def typed(plan: Inputs) -> Block:
    """The payments on 台账, as typed."""
    return plan.table("payments")


def schedule(plan: Inputs) -> Block:
    """The instalments' dates on 专项, as typed."""
    return plan.table("schedule")


def columns(plan: Accounts, lists: Block, report_day: str) -> tuple[Column, ...]:
    """The columns of a payment as read; ``lists`` has the ways of writing methods and sides.

    ``report_day`` is the day of 收款日报, whose payments are marked by their number.

    ``fen`` is negative for a refund; ``slip`` is the row's number on its paper: positive on 收据, negative on 退款凭证.
    """
    source = typed(plan)

    def cell(row: TableRow, key: str) -> str:
        return source.at(key, row.index)

    def signed(row: TableRow) -> str:
        refund = f"{words.side(cell(row, 'side'), lists)}={list(Side).index(Side.REFUNDED) + 1}"
        fen = f"ROUND(IFERROR({cell(row, 'amount')}*1,0)*100,0)"
        return f"IF({row.problem}=1,{fen}*IF({refund},-1,1),0)"

    return (
        Column("n", "登记序号", "whole", lambda r: _serial(cell(r, "serial"))),
        Column("room", "房号", "any", lambda r: cleaned(cell(r, "room"), ROOM)),
        Column("method", "方式", "any", lambda r: words.method(cell(r, "method"), lists)),
        Column("problem", "填写情况", "whole", lambda r: _problem(source, r, lists)),
        Column("household", "第几户", "whole", lambda r: household_of(plan, r)),
        Column("day", "日期序号", "whole",
               lambda r: f"IF({r.problem}=1,IFERROR({cell(r, 'day')}*1,0),0)"),
        Column("fen", "收款（分，退款为负）", "whole", signed),
        Column("latest", "此户最近一笔", "whole", _latest),
        Column("slip", "收据（退款为负）", "whole", lambda r: f"{r.n}*(({r.fen}>0)-({r.fen}<0))"),
        *((Column("of_day", "日报当天的", "whole",
                  lambda r: f"IF(AND({r.fen}<>0,{r.day}={report_day}),{r.n},0)"),)
          if plan.has(Topic.REMINDERS) else ()),
    )  # fmt: skip


def _serial(cell: str) -> str:
    """A whole number from 1 on, 0 for anything else."""
    return f"IF(IFERROR({cell}*1=INT({cell}*1),FALSE),MAX(0,{cell}*1),0)"


def household_of(plan: Accounts, row: TableRow) -> str:
    """The number of the household with the row's room, 0 for none."""
    shares = plan.shares
    return f"SUMPRODUCT(({shares.all('room')}={row.room})*{shares.all('valid')}*{shares.all('n')})"


def _latest(row: TableRow) -> str:
    """The day of a household's last payment.

    The nested IF saves time: blank rows, the majority, do not search the others.
    """
    days, numbers, households = (row.column(key) for key in ("day", "n", "household"))
    mine = f"({households}={row.household})*({row.household}>0)"
    later = f"(({days}>{row.day})+({days}={row.day})*({numbers}>{row.n}))"
    return f"IF({row.problem}=1,IF(SUMPRODUCT({mine}*{later})=0,{row.day},0),0)"


def _problem(source: Block, row: TableRow, lists: Block) -> str:
    """The number of the error in a row, 0 for an empty row."""
    day, room, side, amount = (
        source.at(key, row.index) for key in ("day", "room", "side", "amount")
    )
    bad_day = f'OR({day}="",{wrong_number(day, *DATES, 1)}>0)'
    bad_amount = f"OR({wrong_number(amount, '0', MAX_YUAN, 100)}>0,IFERROR({amount}*1,0)<=0)"
    bad_serial = f"OR({row.n}=0,COUNTIF({row.down_to('n')},{row.n})>1)"
    return (
        f'IF({day}&{room}&{amount}="",0,IF({bad_day},2,IF({row.household}=0,3,'
        f"IF({words.side(side, lists)}=0,4,IF({bad_amount},5,IF({bad_serial},6,1))))))"
    )


def hint(plan: Accounts, paid: Block, index: int, lists: Block) -> str:
    """The formula of 提示, with the owner of a valid row."""
    problem, found = paid.at("problem", index), paid.at("household", index)
    method = typed(plan).at("method", index)
    owner = f'"√ "&INDEX({plan.shares.all("owner")},{found})'
    known = f"IF({words.known_method(method, lists)}=0,{words.unread(method)},{owner})"
    return f"=IF({problem}=1,{known},{chosen_word(problem, PROBLEMS)})"


def date_columns(plan: Inputs) -> tuple[Column, ...]:
    """The instalments' dates as read, which must be in order and without gaps."""
    source = schedule(plan)

    def problem(row: TableRow) -> str:
        cell, before = source.at("day", row.index), row.previous("day") if row.index else "1"
        later = f"AND({before}>0,IFERROR({cell}*1,0)>{before})"
        return f'IF({cell}="",0,IF({wrong_number(cell, *DATES, 1)}>0,2,IF({later},1,3)))'

    def day(row: TableRow) -> str:
        return f"IF({row.problem}=1,IFERROR({source.at('day', row.index)}*1,0),0)"

    return (
        numbered(head="期次"),
        Column("day", "日期序号", "whole", day),
        Column("problem", "填写情况", "whole", problem),
    )
