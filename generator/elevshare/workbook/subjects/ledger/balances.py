"""What every household owes and has paid by the ledger, in books of any family."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.check import Check
from elevshare.workbook.subjects.ledger.inputs import CASH
from elevshare.workbook.subjects.ledger.places import collected, payments, total

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "owed": ("应缴（元）", "money"),
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


def figure_formulas(plan: Accounts) -> dict[str, str]:
    """Whole-number formulas of the figures that every family has, by key."""
    rows, paid = collected(plan), payments(plan)
    line, cash = plan.number("bank_total"), f'({paid.all("method")}="{CASH}")'
    signed = f"({paid.all('received')}-{paid.all('refunded')})"
    sums = {"owed": plan.shares.all("owed"), "received": paid.all("received"),
            "refunded": paid.all("refunded"), "left": rows.all("left_fen"),
            "over": rows.all("over_fen"), "overdue": rows.all("overdue_fen")}  # fmt: skip
    return {
        **{key: f"=SUM({column})" for key, column in sums.items()},
        "cash": f"=SUMPRODUCT({cash}*{signed})",
        "banked": f"={total(plan, 'received')}-{total(plan, 'refunded')}-{total(plan, 'cash')}",
        "gap": f"=IF({line}<0,0,{total(plan, 'banked')}-ROUND({line}*100,0))",
        "count": f"=SUMPRODUCT(({paid.all('fen')}>0)*1)",
    }


def household_formulas(plan: Accounts, row: int, until: str) -> dict[str, str | int]:
    """Formulas of one household's row that every family has; ``until`` is what has fallen due."""
    block, paid, shares = collected(plan), payments(plan), plan.shares
    index, here = row - block.first, block.on(row)
    n, owed = here("n"), shares.at("owed", index)
    fund = f"+{shares.at('fund', index)}" if "fund" in shares.columns else ""
    # What a fund brought can go back too: then less than nothing was paid besides.
    least = f"0-{shares.at('fund', index)}" if fund else "0"

    def of_rows(key: str) -> str:
        return f"=SUMIF({paid.all('index')},{n},{paid.all(key)})"

    return {
        "n": index + 1,
        "room": shown(plan, index, shares.at("room", index)),
        "owner": shown(plan, index, shares.at("owner", index)),
        "owed": shown(plan, index, f"{owed}/100"),
        **{key: shown(plan, index, f"{here(fen)}/100") for key, fen in _YUAN.items()},
        "last": f'=IF({here("last_day")}>0,{here("last_day")},"")',
        "received": of_rows("received"),
        "refunded": of_rows("refunded"),
        "net": f"=MAX({least},{here('received')}-{here('refunded')})",
        "settled": f"={here('net')}{fund}",
        "left_fen": f"=MAX(0,{owed}-{here('settled')})",
        "over_fen": f"=MAX(0,{here('settled')}-{owed})",
        "until_fen": f"={until}",
        "overdue_fen": f"=MAX(0,{here('until_fen')}-{here('settled')})",
        "last_day": of_rows("latest"),
    }


def shown(plan: Accounts, index: int, formula: str) -> str:
    """A value of a household, nothing in a row without one."""
    return f'=IF({plan.shares.at("valid", index)}=1,{formula},"")'


def checks(plan: Accounts) -> list[Check]:
    """Whether the ledger is filled in right, and agrees with the bank."""
    rows, paid = collected(plan), payments(plan)
    wrong = f"SUMPRODUCT(({paid.all('problem')}>1)*1)"
    fund = f"+{plan.shares.all('fund')}" if "fund" in plan.shares.columns else ""
    back = f"SUMPRODUCT(({rows.all('refunded')}>{rows.all('received')}{fund})*1)"
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
    ]  # fmt: skip
