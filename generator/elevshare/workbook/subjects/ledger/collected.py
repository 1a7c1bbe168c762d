"""收缴 of a contribution book: instalments due, and what the provident fund pays."""

from __future__ import annotations

from elevshare.workbook.accounts import LedgerContent
from elevshare.workbook.check import BookCheck
from elevshare.workbook.figures import Figure, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger import balances
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES
from elevshare.workbook.subjects.ledger.places import dates, total
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.sharing import own_date
from elevshare.workbook.table import Column, TableRow, beside, gaps


def figures(plan: Plan) -> dict[str, Figure]:
    """The sums, and which instalments are due."""
    note = "按“专项”的分期截止日期；没有则按“参数”的截止日期；没有填对账日期则为 0"
    return {
        "owed": balances.owed(plan, "应缴合计", "各户应分摊减去减免；补贴先收全额的含先收部分"),
        "fund": money(f"减：{fund_word(plan)}", "“住户”所填", lambda f: f"SUM({plan.shares.all('fund')})"),
        **balances.moved(plan, "多缴合计", "各户多缴之和，应退还或抵下期"),
        **balances.banked(plan),
        "due_periods": Figure("到对账日该缴到第几期", note, lambda f: _due_periods(plan)),
        "due_on": Figure("本期截止日期", "“专项”中本期的日期，没有则用“参数”的",
                         lambda f: _due_on(plan), kind="date"),
    }  # fmt: skip


def _due_periods(plan: Plan) -> str:
    """The number of instalments that are due."""
    day, as_of, due = dates(plan).all("day"), plan.number("as_of"), plan.number("due_date")
    period, periods = plan.figure("period"), plan.figure("periods")
    before = f"IF(OR({due}=0,{due}<={as_of}),{period},{period}-1)"
    past = f"MIN({periods},SUMPRODUCT(({day}>0)*({day}<={as_of})))"
    return f"IF({as_of}=0,0,IF(MAX({day})=0,{before},{past}))"


def _due_on(plan: Plan) -> str:
    """The date on which the current instalment is due."""
    period = plan.figure("period")
    own = f"INDEX({dates(plan).all('day')},MIN({MAX_DATES},{period}))"
    return f"IF(AND({period}<={MAX_DATES},{own}>0),{own},{plan.number('due_date')})"


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of the households."""
    owed, fund = (beside(plan.shares, key) for key in ("owed", "fund"))
    due, periods = total(plan, "due_periods"), plan.figure("periods")

    def until(row: TableRow) -> str:
        until = f"IF({due}>={periods},{owed(row)},INT({owed(row)}/{periods})*{due})"
        if not own_date.used(plan):
            return until
        return f"MIN({until},{owed(row)}-{plan.shares.at('later', row.index)})"

    def since(row: TableRow) -> str:
        each = f"MAX(1,INT({owed(row)}/{periods}))"
        first = f"MIN({MAX_DATES},INT({row.settled}/{each})+1)"
        own, usual = f"INDEX({dates(plan).all('day')},{first})", plan.number("due_date")
        return f"IF({own}>0,{own},{usual})"

    def state(row: TableRow) -> str:
        left = f'IF({row.overdue_fen}>0,"逾期",IF({row.left_fen}>0,"未缴清","已缴清"))'
        return f'IF({row.over_fen}>0,"多缴，应退",IF({owed(row)}=0,"不用缴",{left}))'

    return (
        *balances.named(plan),
        balances.yuan("owed", "应缴（元）", owed),
        balances.yuan("fund", f"{fund_word(plan)}（元）", fund),
        *balances.paid(),
        balances.yuan("over", "多缴（元）", lambda r: r.over_fen),
        balances.yuan("until", "到对账日应缴（元）", lambda r: r.until_fen),
        balances.overdue(),
        *balances.last(state),
        *gaps("gap"),
        *balances.working(plan, until),
        *balances.reminded(plan, since),
    )


#: The account of a contribution book.
ACCOUNT = LedgerContent(figures, columns, item="加装电梯费用")


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of the ledger and of the instalments' dates."""
    late = f"SUMPRODUCT(({dates(plan).all('problem')}>1)*1)"
    return [
        *balances.checks(plan),
        BookCheck("分期截止日期填写无误", f"{late}=0", f'"有误 "&{late}&" 期"', "按“专项”的提示改：从第一期起逐期往后，不留空"),
    ]  # fmt: skip
