"""收缴: what every household owes, has paid, still has to pay, and until when."""

from __future__ import annotations

from elevshare.workbook.calc.check import Check
from elevshare.workbook.calc.ledger import collected, dates, payments, total
from elevshare.workbook.fields.ledger import CASH, MAX_DATES
from elevshare.workbook.plan import Plan

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "owed": ("应缴（元）", "money"),
    "fund": ("公积金（元）", "money"),
    "in": ("收款（元）", "money"),
    "out": ("退款（元）", "money"),
    "left": ("还欠（元）", "money"),
    "over": ("多缴（元）", "money"),
    "until": ("到对账日应缴（元）", "money"),
    "overdue": ("逾期（元）", "money"),
    "last": ("最近一笔", "date"),
    "state": ("情况", "any"),
    "received": ("收款（分）", "whole"),
    "refunded": ("退款（分）", "whole"),
    "net": ("已缴净额（分）", "whole"),
    "settled": ("已缴加公积金（分）", "whole"),
    "left_fen": ("还欠（分）", "whole"),
    "over_fen": ("多缴（分）", "whole"),
    "until_fen": ("到对账日应缴（分）", "whole"),
    "overdue_fen": ("逾期（分）", "whole"),
    "last_day": ("最近一笔序号", "whole"),
}
_YUAN = {"in": "received", "out": "refunded", "left": "left_fen", "over": "over_fen",
         "until": "until_fen", "overdue": "overdue_fen"}  # fmt: skip


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    rows, paid, shares = collected(plan), payments(plan), plan.shares
    line, cash = plan.number("bank_total"), f'({paid.all("method")}="{CASH}")'
    signed = f"({paid.all('received')}-{paid.all('refunded')})"
    sums = {"owed": shares.all("owed"), "fund": shares.all("fund"), "received": paid.all("received"),
            "refunded": paid.all("refunded"), "left": rows.all("left_fen"),
            "over": rows.all("over_fen"), "overdue": rows.all("overdue_fen")}  # fmt: skip
    return {
        **{key: f"=SUM({column})" for key, column in sums.items()},
        "cash": f"=SUMPRODUCT({cash}*{signed})",
        "banked": f"={total(plan, 'received')}-{total(plan, 'refunded')}-{total(plan, 'cash')}",
        "gap": f"=IF({line}<0,0,{total(plan, 'banked')}-ROUND({line}*100,0))",
        "count": f"=SUMPRODUCT(({paid.all('fen')}>0)*1)",
        **_terms(plan),
    }


def _terms(plan: Plan) -> dict[str, str]:
    """How many instalments have fallen due, and when the present one does."""
    day, as_of, due = dates(plan).all("day"), plan.number("as_of"), plan.number("due_date")
    period, periods = plan.figure("period"), plan.figure("periods")
    own = f"INDEX({day},MIN({MAX_DATES},{period}))"
    before = f"IF(OR({due}=0,{due}<={as_of}),{period},{period}-1)"
    past = f"MIN({periods},SUMPRODUCT(({day}>0)*({day}<={as_of})))"
    return {
        "due_periods": f"=IF({as_of}=0,0,IF(MAX({day})=0,{before},{past}))",
        "due_on": f"=IF(AND({period}<={MAX_DATES},{own}>0),{own},{due})",
    }


def household_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    block, paid, shares = collected(plan), payments(plan), plan.shares
    index, here = row - block.first, block.on(row)
    n, owed, valid = here("n"), shares.at("owed", index), shares.at("valid", index)
    due, periods = total(plan, "due_periods"), plan.figure("periods")

    def of_rows(key: str) -> str:
        return f"=SUMIF({paid.all('index')},{n},{paid.all(key)})"

    def shown(formula: str) -> str:
        return f'=IF({valid}=1,{formula},"")'

    state = f'IF({here("overdue_fen")}>0,"逾期",IF({here("left_fen")}>0,"未缴清","已缴清"))'
    return {
        "n": index + 1,
        "room": shown(shares.at("room", index)),
        "owner": shown(shares.at("owner", index)),
        "owed": shown(f"{owed}/100"),
        "fund": shown(f"{shares.at('fund', index)}/100"),
        **{key: shown(f"{here(fen)}/100") for key, fen in _YUAN.items()},
        "last": f'=IF({here("last_day")}>0,{here("last_day")},"")',
        "state": shown(f'IF({here("over_fen")}>0,"多缴，应退",IF({owed}=0,"不用缴",{state}))'),
        "received": of_rows("received"),
        "refunded": of_rows("refunded"),
        "net": f"=MAX(0,{here('received')}-{here('refunded')})",
        "settled": f"={here('net')}+{shares.at('fund', index)}",
        "left_fen": f"=MAX(0,{owed}-{here('settled')})",
        "over_fen": f"=MAX(0,{here('settled')}-{owed})",
        "until_fen": f"=IF({due}>={periods},{owed},INT({owed}/{periods})*{due})",
        "overdue_fen": f"=MAX(0,{here('until_fen')}-{here('settled')})",
        "last_day": of_rows("latest"),
    }


def checks(plan: Plan) -> list[Check]:
    """Whether the ledger is filled in right, and agrees with the bank."""
    rows, paid, days = collected(plan), payments(plan), dates(plan)
    wrong, late = (f"SUMPRODUCT(({block.all('problem')}>1)*1)" for block in (paid, days))
    back = f"SUMPRODUCT(({rows.all('refunded')}>{rows.all('received')})*1)"
    net = f"{total(plan, 'received')}-{total(plan, 'refunded')}"
    gap, line = total(plan, "gap"), plan.number("bank_total")
    return [
        Check("台账各行填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"', "按“台账”右侧的提示改正；有误的行没有计入"),
        Check("退款不超过收款", f"{back}=0", f'"超过 "&{back}&" 户"', "核对“台账”的退款：退给同一房号的不能多于收的"),
        Check("各户已缴合计等于台账净收", f"SUM({rows.all('net')})={net}",
              f'"台账净收 "&TEXT(({net})/100,"0.00")&" 元"', "先改正上面没有通过的各项"),
        Check("台账与银行流水一致", f"{gap}=0",
              f'IF({line}<0,"没有填银行实收合计，不核对","相差 "&TEXT(ABS({gap})/100,"0.00")&" 元")',
              "逐笔与银行流水勾对：漏记、重记、记错户、方式选错（现金不在流水里）"),
        Check("分期截止日期填写无误", f"{late}=0", f'"有误 "&{late}&" 期"', "按“专项”的提示改：从第一期起逐期往后，不留空"),
    ]  # fmt: skip
