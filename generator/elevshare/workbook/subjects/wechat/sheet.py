"""微信文字 of a book that shares a building cost."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.bill_sum import spared
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger.places import due_on
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing import own_date
from elevshare.workbook.subjects.wechat.texts import ABOUT as ABOUT
from elevshare.workbook.subjects.wechat.texts import ROLE as ROLE
from elevshare.workbook.subjects.wechat.texts import TITLE as TITLE
from elevshare.workbook.subjects.wechat.texts import (
    WeChatTexts,
    unless_nothing,
    where_to_look,
    write_texts,
)
from elevshare.workbook.table import Column, PartialFormula, TableRow, beside


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    write_texts(grid, plan, texts(plan))


def texts(plan: Plan) -> WeChatTexts:
    """What the texts say."""
    to_pay = beside(plan.shares, "to_pay")
    return WeChatTexts(
        about="加装电梯费用",
        group=_group(plan),
        columns=_columns(plan),
        told=lambda r: (
            f'"：应缴合计 "&{paid_yuan(r.whole)}&{r.less_relief}&{r.less_fund}&{r.less_paid}&{r.rest}'
        ),
        asked=to_pay,
        idle=lambda r: f"AND({r.whole}=0,{r.taken}=0)",
        idle_words="按分摊办法不用缴款",
        due_on=due_on(plan),
        remark="加梯款",
        until=lambda r, until: _until(plan, r, until),
    )


def _until(plan: Plan, row: TableRow, until: str) -> str:
    """Until when to pay, as the household's bill says."""
    if not own_date.used(plan):
        return until
    later, unpaid = (plan.shares.at(key, row.index) for key in ("later", "unpaid"))
    told = f'"，缴款日期{own_date.UNTIL}"'
    return f"IF({own_date.open_date(later, unpaid)},{told},{until})"


def _columns(plan: Plan) -> tuple[Column, ...]:
    """What a household owes in all, what is off it, and what is left; in fen."""

    def read(row: TableRow, key: str) -> str:
        return plan.shares.at(key, row.index)

    def less(fen: PartialFormula, before: str) -> PartialFormula:
        return lambda r: unless_nothing(fen(r), before, paid_yuan)

    return (
        Column("spared", "计入减免（分）", "whole", lambda r: spared(plan, r.index)),
        Column("whole", "应缴合计（分）", "whole", lambda r: f"{read(r, 'owed')}+{r.spared}"),
        Column("taken", "已用公积金和已缴（分）", "whole",
               lambda r: f"{read(r, 'fund')}+{read(r, 'paid')}"),
        Column("left", "还欠，应退为负（分）", "whole", lambda r: f"{read(r, 'owed')}-{r.taken}"),
        Column("less_relief", "文字：减免", "any", less(lambda r: r.spared, "，减免 ")),
        Column("less_fund", "文字：公积金", "any",
               less(lambda r: read(r, "fund"), f"，{fund_word(plan)} ")),
        Column("less_paid", "文字：已缴", "any", less(lambda r: read(r, "paid"), "，已缴 ")),
        Column("asks", "文字：本次应缴", "any", lambda r: _asked(r, read(r, "to_pay"))),
        Column("rest", "文字：还欠或应退", "any", _rest),
    )  # fmt: skip


def _asked(row: TableRow, to_pay: str) -> str:
    """What is to be paid now, and what is left after it."""
    asked = f'"，本次应缴 "&{paid_yuan(to_pay)}'
    owing = f'"，还欠 "&{paid_yuan(row.left)}&IF({to_pay}=0,"，本次不用缴",{asked})'
    return f"IF({to_pay}={row.left},{asked},{owing})"


def _rest(row: TableRow) -> str:
    """What is still owed, or goes back."""
    back = f'"，应退 "&{paid_yuan(f"(0-{row.left})")}'
    return f'IF({row.left}>0,{row.asks},IF({row.left}=0,"，已经缴清",{back}))'


def _group(plan: Plan) -> str:
    """The totals, and where to look."""
    cost, subsidy, net = (
        paid_yuan(f"({settled.actual(plan, k)})") for k in ("cost", "subsidy", "net")
    )
    taking = f"SUM({plan.shares.all('take')})"
    return (
        f'"：总费用 "&{cost}&"，补贴 "&{subsidy}&"，大家分摊 "&{net}&"，"&{taking}&" 户参与。"'
        f'&{_look(plan)}&"；各户的金额另外单独发。"'
    )


def _look(plan: Plan) -> str:
    """Where to look: on the settlement once everything is settled."""
    notice = where_to_look(plan)
    if not plan.has(Topic.SETTLEMENT):
        return notice
    return f'IF({settled.figure(plan, "ready")}=1,"已经决算，以决算表为准",{notice})'
