"""The tables of 还款表: monthly payment, households' parts, schedule, a company's advance."""

from __future__ import annotations

from elevshare.rules.loan import MAX_MONTHS
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.papers.masking import names
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
    summed,
)

TITLE = "还款表"
#: The first household; the schedule stands below the households, the steps below that.
_FIRST = 7


def _first_month(plan: Plan) -> int:
    """The row of the first month."""
    return _FIRST + plan.flats + 5


@once
def figures(plan: Plan) -> Figures:
    """The figures above the tables."""
    n = plan.number
    return Figures(TITLE, _first_month(plan) + MAX_MONTHS + 4, {
        "amount": money("借款或分期总额", "“专项”所填", lambda f: f"ROUND({n('loan_amount')}*100,0)"),
        "rate": Figure("年利率（万分之一）", "3% 为 300；月利率为它的十二分之一",
                       lambda f: f"ROUND({n('loan_rate')}*10000,0)"),
        "months": Figure("分几个月还", "“专项”所填", lambda f: n("loan_months")),
        "payment": money("每月还款", "免息：总额÷月数，舍去零头；计息：等额本息，四舍五入到分", _payment),
        "last": money("最后一期还款", "承担除不尽的分",
                      lambda f: _of_month(plan, f.months, "payment_fen")),
        "interest": money("利息合计", "每月利息＝未还本金×年利率÷12，四舍五入到分",
                          lambda f: f"SUM({months(plan).all('interest_fen')})"),
        "advance": money("企业垫资", "“专项”所填", lambda f: f"ROUND({n('advance')}*100,0)"),
        "fee": money("每月收费合计", "“专项”所填", lambda f: f"ROUND({n('advance_fee')}*100,0)"),
        "ads": money("每年广告收入", "按月累计计入，一年正好是全年数",
                     lambda f: f"ROUND({n('advance_ads')}*100,0)"),
        "repaid": Figure("几个月还清垫资", f"0 为没有垫资，或 {MAX_MONTHS} 个月还不清",
                         lambda f: _repaid(f, months(plan).all("income"))),
        "tail": money("最后一个月还需", "还清垫资的那个月从当月收入中用去的金额",
                      lambda f: f"IF({f.repaid}=0,0,{f.advance}"
                                f"-{_of_month(plan, f'{f.repaid}-1', 'income')})"),
    })  # fmt: skip


def _payment(f: Figures) -> str:
    """The monthly payment in fen.

    PMT may fall just short of an exact half, which must be rounded up.
    """
    months = f"MAX(1,{f.months})"
    level = f"INT(0.500001-PMT({f.rate}/120000,{months},{f.amount}))"
    return f"IF({f.months}=0,0,IF({f.rate}=0,INT({f.amount}/{months}),{level}))"


def _of_month(plan: Plan, number: str, key: str) -> str:
    """The value of a column of the schedule in month ``number``."""
    rows = months(plan)
    return f"SUMIF({rows.all('no')},{number},{rows.all(key)})"


def _repaid(f: Figures, income: str) -> str:
    """After how many months the income has repaid the advance."""
    before = f'COUNTIF({income},"<"&{f.advance})'
    return f"IF(OR({f.advance}=0,MAX({income})<{f.advance}),0,{before}+1)"


@once
def households(plan: Plan) -> FormulaTable:
    """Each household's part of a month, with the columns of its split."""
    f, shares = figures(plan), plan.shares
    return FormulaTable("一、各户每月还多少（按应分摊的比例）", TITLE, _FIRST, plan.flats, (
        numbered("rows"),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(names(plan), "name")),
        shown("due", "应分摊（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        shown("monthly", "每月还款（元）", "money", lambda r: f"{r.units}/100"),
        shown("final", "最后一期（元）", "money",
              lambda r: f"{finals(plan).at('units', r.index)}/100"),
        *gaps("gap"),
        *_split(plan, f.payment),
    ), lambda r: f"{shares.at('valid', r.index)}=1", totals=("due", "monthly", "final"))  # fmt: skip


@once
def finals(plan: Plan) -> FormulaTable:
    """The split of the last instalment, beside that of the others."""
    rows, columns = households(plan), _split(plan, figures(plan)["last"])
    left = len(rows.columns) + 2
    return FormulaTable("最后一期的分法", TITLE, rows.first, rows.count, columns, left=left)


def _split(plan: Plan, fen: str) -> tuple[Column, ...]:
    """The columns that split ``fen`` in proportion to what the households owe."""
    return (numbered(), *split(lambda r: fen, beside(plan.shares, "fen"), summed("part")))


@once
def months(plan: Plan) -> FormulaTable:
    """The schedule, one row for each month; months after the term are blank."""
    f, day = figures(plan), plan.number("loan_first")
    return FormulaTable("二、逐月还款", TITLE, _first_month(plan), MAX_MONTHS, (
        shown("period", "期次", "any", lambda r: r.no),
        shown("day", "还款日", "any",
              lambda r: f'IF({day}=0,"第 "&{r.no}&" 个月",TEXT(EDATE({day},{r.no}-1),"yyyy-mm-dd"))'),
        shown("payment", "还款（元）", "money", lambda r: f"{r.payment_fen}/100"),
        shown("interest", "其中利息（元）", "money", lambda r: f"{r.interest_fen}/100"),
        shown("principal", "其中本金（元）", "money",
              lambda r: f"({r.payment_fen}-{r.interest_fen})/100"),
        shown("balance", "还后余额（元）", "money", lambda r: f"{r.after}/100"),
        *gaps("gap"),
        numbered("no", "期次（数）"),
        Column("on", "有这一期", "whole",
               lambda r: f"IF(AND({f.amount}>0,{r.no}<={f.months}),1,0)"),
        Column("before", "还前余额（分）", "whole",
               lambda r: f"{r.previous('after') if r.index else f.amount}*{r.on}"),
        Column("interest_fen", "利息（分）", "whole",
               lambda r: f"ROUND({r.before}*{f.rate}/120000,0)"),
        Column("payment_fen", "还款（分）", "whole", lambda r: _paid(r, f)),
        Column("after", "还后余额（分）", "whole",
               lambda r: f"{r.before}+{r.interest_fen}-{r.payment_fen}"),
        Column("income", "垫资累计收回（分）", "whole",
               lambda r: f"{f.fee}*{r.no}+INT({f.ads}*{r.no}/12)"),
    ), lambda r: f"{r.on}=1")  # fmt: skip


def _paid(row: TableRow, f: Figures) -> str:
    """What is paid in a month: the usual payment, at most the debt; in the last month the debt."""
    left = f"{row.before}+{row.interest_fen}"
    return f"IF({row.on}=0,0,MIN({left},IF({row.no}={f.months},{left},{f.payment})))"


def loan_words(plan: Plan) -> str:
    """The loan as a sentence."""
    f = figures(plan)
    payment, last = (paid_yuan(f[key]) for key in ("payment", "last"))
    rate = f'IF({f.rate}=0,"免息","年利率 "&{f.rate}/100&"%")'
    return (
        f'=IF({f.amount}=0,"没有填借款或分期",IF({f.months}=0,"请在“专项”填分几个月还",'
        f'"借款 "&{paid_yuan(f.amount)}&"，"&{rate}&"，分 "&{f.months}&" 个月：每月还 "&{payment}&"，最后一期还 "&{last}))'
    )


def advance_words(plan: Plan) -> str:
    """The advance as a sentence."""
    f = figures(plan)
    return (
        f'=IF({f.advance}=0,"没有填企业垫资",IF({f.repaid}=0,"按所填的收费和广告收入，'
        f'{MAX_MONTHS} 个月还不清垫资","垫资第 "&{f.repaid}&" 个月还清，这个月还需 "&{paid_yuan(f.tail)}))'
    )


def months_words(plan: Plan) -> str:
    """What all months sum to, as a sentence."""
    paid, interest = (f"SUM({months(plan).area(key)})" for key in ("payment_fen", "interest_fen"))
    return (
        f'="合计：还款 "&{paid_yuan(paid)}&"，其中利息 "&{paid_yuan(interest)}'
        f'&"，本金 "&{paid_yuan(f"({paid}-{interest})")}'
    )


def totals(plan: Plan) -> dict[str, str]:
    """Column → its total in yuan, below the households."""
    rows, last = households(plan), finals(plan)
    return {
        "due": f"SUM({plan.shares.all('fen')})/100",
        "monthly": f"SUM({rows.area('units')})/100",
        "final": f"SUM({last.all('units')})/100",
    }


def checks(plan: Plan) -> list[BookCheck]:
    """The checks: a loan has a term, and the principals sum to it."""
    f = figures(plan)
    repaid = f"SUM({months(plan).all('payment_fen')})-{f.interest}"
    monthly, last = (f"SUM({rows.all('units')})" for rows in (households(plan), finals(plan)))
    both = f"OR(SUM({plan.shares.all('fen')})=0,AND({monthly}={f.payment},{last}={f['last']}))"
    return [
        BookCheck("借款填了分几个月还", f"OR({f.amount}=0,{f.months}>0)",
              f'{f.months}&" 个月"', f"在“专项”填 1 到 {MAX_MONTHS} 的整数"),
        BookCheck("各期本金合计等于借款", f"OR({f.months}=0,{repaid}={f.amount})",
              f'"本金 "&{paid_yuan(f"({repaid})")}', "利率太高，每月还款不够付利息：请改利率或月数"),
        BookCheck("各户每月还款合计等于全梯", both, f'"每月 "&{paid_yuan(f.payment)}',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip
