"""Where the payments of the households stand: 台账 (typed) and 收缴 (read, and household by household)."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Account, Accounts
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES

TITLE = "收缴"
#: Key → label, whether it is money, and how it comes about.
FIGURES = {
    "owed": ("应缴合计", True, "各户应分摊减去减免；补贴先收全额的含先收部分"),
    "fund": ("减：公积金", True, "“住户”所填"),
    "received": ("减：收款合计", True, "“台账”各笔收款"),
    "refunded": ("加：退款合计", True, "“台账”各笔退款"),
    "left": ("还欠合计", True, "各户欠缴之和"),
    "over": ("多缴合计", True, "各户多缴之和，应退还或抵下期"),
    "overdue": ("逾期合计", True, "到对账日该缴而没有缴的"),
    "cash": ("其中现金净收", True, "方式为现金的收款减退款"),
    "banked": ("其中入账净收", True, "方式不是现金的收款减退款，应与银行流水一致"),
    "gap": ("比银行流水多（少为负）", True, "没有填银行实收合计则为 0"),
    "count": ("收款和退款笔数", False, ""),
    "due_periods": ("到对账日该缴到第几期", False, "按“专项”的分期截止日期；没有则按“参数”的截止日期；没有填对账日期则为 0"),
    "due_on": ("本期截止日期（日期序号）", False, "“专项”中本期的日期，没有则用“参数”的"),
}  # fmt: skip
#: Working columns of every family.
WORK = ("received", "refunded", "net", "settled", "left_fen", "over_fen", "until_fen",
        "overdue_fen", "last_day")  # fmt: skip
#: The account of a contribution book.
ACCOUNT = Account(
    figures=FIGURES,
    shown=("n", "room", "owner", "owed", "fund", "in", "out", "left", "over", "until", "overdue",
           "last", "state"),
    work=WORK,
    item="加装电梯费用",
    against="owed",
    words=("本户应缴", "连同本笔已缴（含公积金）", "还欠"),
)  # fmt: skip


def typed(plan: Inputs) -> Block:
    """The payments on 台账."""
    return plan.table("payments")


def schedule(plan: Inputs) -> Block:
    """The days on which instalments fall due, on 专项."""
    return plan.table("schedule")


def total(plan: Accounts, key: str) -> str:
    """Address of a figure of 收缴 (whole number, fen where it is money)."""
    return f"{TITLE}!$E${4 + list(plan.account.figures).index(key)}"


def due_on(plan: Accounts) -> str:
    """Address of the day by which the present instalment is due, 0 where none is told."""
    return total(plan, "due_on") if plan.has(Topic.LEDGER) else plan.number("due_date")


def collected(plan: Accounts) -> Block:
    """The households on 收缴, in step with the shares."""
    account = plan.account
    first = 4 + len(account.figures) + 3
    return Block(TITLE, first, plan.flats, (*account.shown, "gap", *account.work))


def payments(plan: Accounts) -> Block:
    """The payments as they are read, below the households."""
    columns = ("n", "room", "method", "fen", "problem", "pad1", "pad2", "pad3", "pad4", "pad5",
               "pad6", "pad7", "pad8", "gap", "index", "day", "received", "refunded", "latest")  # fmt: skip
    return Block(TITLE, collected(plan).last + 4, typed(plan).count, columns)


def dates(plan: Accounts) -> Block:
    """The days of the instalments as they are read, below the payments."""
    return Block(TITLE, payments(plan).last + 4, MAX_DATES, ("n", "day", "problem"))


def end(plan: Accounts) -> int:
    """The last row of all that; only what is paid in instalments has days for them."""
    return (dates if "schedule" in plan.parameters else payments)(plan).last
