"""The formulas of 还款表: what a month costs, each household's part, the schedule, an advance."""

from __future__ import annotations

from elevshare.rules.loan import MAX_MONTHS
from elevshare.workbook.check import Check
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import SPLIT, split_formulas

#: The figures above the tables: key → label, whether it is money, and how it comes about.
FIGURES = {
    "amount": ("借款或分期总额", True, "“专项”所填"),
    "rate": ("年利率（万分之一）", False, "3% 为 300；月利率为它的十二分之一"),
    "months": ("分几个月还", False, "“专项”所填"),
    "payment": ("每月还款", True, "免息：总额÷月数，舍去零头；计息：等额本息，四舍五入到分"),
    "last": ("最后一期还款", True, "承担除不尽的分"),
    "interest": ("利息合计", True, "每月利息＝未还本金×年利率÷12，四舍五入到分"),
    "advance": ("企业垫资", True, "“专项”所填"),
    "fee": ("每月收费合计", True, "“专项”所填"),
    "ads": ("每年广告收入", True, "按月累计计入，一年正好是全年数"),
    "repaid": ("几个月还清垫资", False, f"0 为没有垫资，或 {MAX_MONTHS} 个月还不清"),
    "tail": ("最后一个月还需", True, "还清垫资的那个月从当月收入中用去的金额"),
}
HEADS = {
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "due": ("应分摊（元）", "money"),
    "monthly": ("每月还款（元）", "money"),
    "final": ("最后一期（元）", "money"),
    "rows": ("序号", "whole"),
    "n": ("序号", "whole"),
    "group": ("组", "whole"),
}
SCHEDULE_HEADS = {
    "period": ("期次", "any"),
    "day": ("还款日", "any"),
    "payment": ("还款（元）", "money"),
    "interest": ("其中利息（元）", "money"),
    "principal": ("其中本金（元）", "money"),
    "balance": ("还后余额（元）", "money"),
    "note": ("说明", "any"),
    "no": ("期次（数）", "whole"),
    "on": ("有这一期", "whole"),
    "before": ("还前余额（分）", "whole"),
    "interest_fen": ("利息（分）", "whole"),
    "payment_fen": ("还款（分）", "whole"),
    "after": ("还后余额（分）", "whole"),
    "income": ("垫资累计收回（分）", "whole"),
}
_SHARE = ("rows", "room", "owner", "due", "monthly", "final", "pad", "gap")


def figure(key: str) -> str:
    """Address of a whole-number figure (fen where it is money)."""
    return f"还款表!$E${6 + list(FIGURES).index(key)}"


def households(plan: Plan) -> Block:
    """Each household's part of a month, and the working of its split."""
    return Block("还款表", 6 + len(FIGURES) + 3, plan.flats, (*_SHARE, "n", "group", *SPLIT))


def finals(plan: Plan) -> Block:
    """The working of the split of the last instalment, beside the other's."""
    first = households(plan)
    left = len(first.columns) + 2
    return Block(first.sheet, first.first, first.count, ("n", "group", *SPLIT), left)


def months(plan: Plan) -> Block:
    """The schedule, a row a month."""
    shown = ("period", "day", "payment", "interest", "principal", "balance", "note", "gap")
    columns = (*shown, "no", "on", "before", "interest_fen", "payment_fen", "after", "income")
    return Block("还款表", households(plan).last + 4, MAX_MONTHS, columns)


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    n, rows = plan.number, months(plan)
    amount, rate, term = figure("amount"), figure("rate"), figure("months")
    income = rows.all("income")
    before = f'COUNTIF({income},"<"&{figure("advance")})'
    return {
        "amount": f"=ROUND({n('loan_amount')}*100,0)",
        "rate": f"=ROUND({n('loan_rate')}*10000,0)",
        "months": f"={n('loan_months')}",
        "payment": f"=IF({term}=0,0,IF({rate}=0,INT({amount}/MAX(1,{term})),"
        # PMT may fall just short of an exact half, which goes up.
        f"INT(0.500001-PMT({rate}/120000,MAX(1,{term}),{amount}))))",
        "last": f"=SUMIF({rows.all('no')},{term},{rows.all('payment_fen')})",
        "interest": f"=SUM({rows.all('interest_fen')})",
        "advance": f"=ROUND({n('advance')}*100,0)",
        "fee": f"=ROUND({n('advance_fee')}*100,0)",
        "ads": f"=ROUND({n('advance_ads')}*100,0)",
        "repaid": f"=IF(OR({figure('advance')}=0,MAX({income})<{figure('advance')}),0,{before}+1)",
        "tail": f"=IF({figure('repaid')}=0,0,{figure('advance')}"
        f"-SUMIF({rows.all('no')},{figure('repaid')}-1,{income}))",
    }


def share_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row: what is shown, and the split of a month."""
    block, index = households(plan), row - households(plan).first
    here, shares = block.on(row), plan.shares
    valid = f"{shares.at('valid', index)}=1"

    def shown(formula: str) -> str:
        return f'=IF({valid},{formula},"")'

    return {
        "rows": index + 1,
        "room": shown(shares.at("room", index)),
        "owner": shown(shares.at("owner", index)),
        "due": shown(f"{shares.at('fen', index)}/100"),
        "monthly": shown(f"{here('units')}/100"),
        "final": shown(f"{finals(plan).at('units', index)}/100"),
        **_split(plan, block, row, "payment"),
    }


def final_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """The split of the last instalment, one household's row."""
    return _split(plan, finals(plan), row, "last")


def _split(plan: Plan, block: Block, row: int, key: str) -> dict[str, str | int]:
    """A figure split in proportion to what the households owe."""
    index = row - block.first
    return {
        "n": index + 1,
        "group": 1,
        "quota": f"={figure(key)}",
        "part": f"={plan.shares.at('fen', index)}",
        "sum": f"=SUM({block.area('part')})",
        **split_formulas(block, row),
    }


def month_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one month; a month beyond the term shows nothing."""
    block, number = months(plan), row - months(plan).first + 1
    here, first = block.on(row), plan.number("loan_first")
    term, last = figure("months"), f"{block.here('no', row)}={figure('months')}"
    off = f"({here('payment_fen')}-{figure('payment')})"
    before = f"{block.here('after', row - 1)}" if number > 1 else figure("amount")

    def shown(formula: str) -> str:
        return f'=IF({here("on")}=1,{formula},"")'

    return {
        "period": shown(here("no")),
        "day": shown(f'IF({first}=0,"待填",TEXT(EDATE({first},{here("no")}-1),"yyyy-mm-dd"))'),
        "payment": shown(f"{here('payment_fen')}/100"),
        "interest": shown(f"{here('interest_fen')}/100"),
        "principal": shown(f"({here('payment_fen')}-{here('interest_fen')})/100"),
        "balance": shown(f"{here('after')}/100"),
        "note": shown(
            f'IF({last},"最后一期，与平时相差 "&TEXT({off}/100,"0.00")&" 元（除不尽的分）","")'
        ),
        "no": number,
        "on": f"=IF(AND({figure('amount')}>0,{here('no')}<={term}),1,0)",
        "before": f"={before}*{here('on')}",
        "interest_fen": f"=ROUND({here('before')}*{figure('rate')}/120000,0)",
        "payment_fen": f"=IF({here('on')}=0,0,MIN({here('before')}+{here('interest_fen')},"
        f"IF({last},{here('before')}+{here('interest_fen')},{figure('payment')})))",
        "after": f"={here('before')}+{here('interest_fen')}-{here('payment_fen')}",
        "income": f"={figure('fee')}*{here('no')}+INT({figure('ads')}*{here('no')}/12)",
    }


def loan_words(plan: Plan) -> str:
    """The loan in one sentence."""
    yuan = {key: f'TEXT({figure(key)}/100,"0.00")' for key in ("payment", "last", "interest")}
    return (
        f'=IF({figure("amount")}=0,"没有填借款或分期",IF({figure("months")}=0,"请在“专项”填分几个月还",'
        f'"每月还 "&{yuan["payment"]}&" 元，最后一期还 "&{yuan["last"]}&" 元（含除不尽的分），'
        f'利息共 "&{yuan["interest"]}&" 元"))'
    )


def advance_words(plan: Plan) -> str:
    """The advance in one sentence."""
    tail = f'TEXT({figure("tail")}/100,"0.00")'
    return (
        f'=IF({figure("advance")}=0,"没有填企业垫资",IF({figure("repaid")}=0,"按所填的收费和广告收入，'
        f'{MAX_MONTHS} 个月还不清垫资","垫资第 "&{figure("repaid")}&" 个月还清，这个月还需 "&{tail}&" 元"))'
    )


def checks(plan: Plan) -> list[Check]:
    """Whether a loan has its term, and the principals sum to it."""
    rows, amount = months(plan), figure("amount")
    repaid = f"SUM({rows.all('payment_fen')})-{figure('interest')}"
    both = f"OR(SUM({plan.shares.all('fen')})=0,AND(SUM({households(plan).all('units')})={figure('payment')},SUM({finals(plan).all('units')})={figure('last')}))"
    return [
        Check("借款填了分几个月还", f"OR({amount}=0,{figure('months')}>0)",
              f'{figure("months")}&" 个月"', f"在“专项”填 1 到 {MAX_MONTHS} 的整数"),
        Check("各期本金合计等于借款", f"OR({figure('months')}=0,{repaid}={amount})",
              f'"本金 "&TEXT(({repaid})/100,"0.00")&" 元"', "利率太高，每月还款不够付利息：请改利率或月数"),
        Check("各户每月还款合计等于全梯", both, f'"每月 "&TEXT({figure("payment")}/100,"0.00")&" 元"',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip
