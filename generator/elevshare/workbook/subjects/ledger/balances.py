"""What every household owes and has paid by the ledger, in any family of books; in fen."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.check import BookCheck
from elevshare.workbook.figures import Figure, money
from elevshare.workbook.subjects.ledger.inputs import CASH
from elevshare.workbook.subjects.ledger.places import collected, payments, total
from elevshare.workbook.table import Column, PartialFormula, TableRow, beside, numbered, shown


def owed(plan: Accounts, label: str, note: str) -> Figure:
    """The figure: what all households owe."""
    return money(label, note, lambda f: f"SUM({plan.shares.all('owed')})")


def of_households(plan: Accounts, label: str, note: str, key: str) -> Figure:
    """A figure: the sum of a column of the households."""
    return money(label, note, lambda f: f"SUM({collected(plan).all(key)})")


def moved(plan: Accounts, label: str, note: str) -> dict[str, Figure]:
    """The figures of what was paid and what is left.

    ``label`` and ``note`` are for the figure of overpayments.
    """

    def of_payments(label: str, note: str, sign: str) -> Figure:
        fen, less = payments(plan).all("fen"), "" if sign == ">" else "0-"
        return money(label, note, lambda f: f'{less}SUMIF({fen},"{sign}0")')

    return {
        "received": of_payments("减：收款合计", "“台账”各笔收款", ">"),
        "refunded": of_payments("加：退款合计", "“台账”各笔退款", "<"),
        "left": of_households(plan, "还欠合计", "各户欠缴之和", "left_fen"),
        "over": of_households(plan, label, note, "over_fen"),
        "overdue": of_households(plan, "逾期合计", "到对账日该缴而没有缴的", "overdue_fen"),
    }


def banked(plan: Accounts) -> dict[str, Figure]:
    """The figures of cash, and of the rest compared with the bank."""
    line = plan.number("bank_total")

    def cash() -> str:
        paid = payments(plan)
        chosen = f'({paid.all("method")}="{CASH}")'
        return f"SUMPRODUCT({chosen}*{paid.all('fen')})"

    return {
        "cash": money("其中现金净收", "方式为现金的收款减退款", lambda f: cash()),
        "banked": money("其中入账净收", "方式不是现金的收款减退款，应与银行流水一致",
                        lambda f: f"{f.received}-{f.refunded}-{f.cash}"),
        "gap": money("比银行流水多（少为负）", "没有填银行实收合计则为 0",
                     lambda f: f"IF({line}<0,0,{f.banked}-ROUND({line}*100,0))"),
        "count": Figure("收款和退款笔数", "",
                        lambda f: f"SUMPRODUCT(({payments(plan).all('fen')}<>0)*1)"),
    }  # fmt: skip


def named(plan: Accounts) -> tuple[Column, ...]:
    """The columns that identify a household."""
    return (
        numbered(),
        shown("room", "房号", "any", beside(plan.shares, "room")),
        shown("owner", "业主", "any", beside(plan.shares, "owner")),
    )


def yuan(key: str, head: str, fen: PartialFormula) -> Column:
    """A column with an amount in yuan, from that in fen."""
    return shown(key, head, "money", lambda r: f"{fen(r)}/100")


def paid() -> tuple[Column, ...]:
    """The columns of what is paid and what is left, in yuan."""
    return (
        yuan("in", "收款（元）", lambda r: r.received),
        yuan("out", "退款（元）", lambda r: r.refunded),
        yuan("left", "还欠（元）", lambda r: r.left_fen),
    )


def overdue() -> Column:
    """The column of what should have been paid by now, in yuan."""
    return yuan("overdue", "逾期（元）", lambda r: r.overdue_fen)


def last(state: PartialFormula) -> tuple[Column, ...]:
    """The columns of the last payment's day, and of the state in one word."""
    return (
        Column("last", "最近一笔", "date", lambda r: f'IF({r.last_day}>0,{r.last_day},"")'),
        shown("state", "情况", "any", state),
    )


def working(
    plan: Accounts,
    until: PartialFormula,
    settled: str = "已缴加公积金（分）",
    over: str = "多缴（分）",
) -> tuple[Column, ...]:
    """The columns of amounts in fen; ``until`` is what is due by now.

    ``settled`` and ``over`` are the heads of two columns.
    """
    owes = beside(plan.shares, "owed")
    fund = beside(plan.shares, "fund") if "fund" in plan.shares.columns else None

    def of_rows(key: str, head: str, sign: str) -> Column:
        def formula(row: TableRow) -> str:
            read, less = payments(plan), "" if sign == ">" else "0-"
            mine = f"({read.all('household')}={row.n})*({read.all('fen')}{sign}0)"
            return f"{less}SUMPRODUCT({mine}*{read.all('fen')})"

        return Column(key, head, "whole", formula)

    def last_day(row: TableRow) -> str:
        read = payments(plan)
        return f"SUMIF({read.all('household')},{row.n},{read.all('latest')})"

    return (
        of_rows("received", "收款（分）", ">"),
        of_rows("refunded", "退款（分）", "<"),
        # What a fund brought can go back too: then less than nothing was paid besides.
        Column("net", "已缴净额（分）", "whole",
               lambda r: f"MAX({f'0-{fund(r)}' if fund else 0},{r.received}-{r.refunded})"),
        Column("settled", settled, "whole", lambda r: f"{r.net}+{fund(r)}" if fund else r.net),
        Column("left_fen", "还欠（分）", "whole", lambda r: f"MAX(0,{owes(r)}-{r.settled})"),
        Column("over_fen", over, "whole", lambda r: f"MAX(0,{r.settled}-{owes(r)})"),
        Column("until_fen", "到对账日应缴（分）", "whole", until),
        Column("overdue_fen", "逾期（分）", "whole", lambda r: f"MAX(0,{r.until_fen}-{r.settled})"),
        Column("last_day", "最近一笔的日期序号", "whole", last_day),
    )  # fmt: skip


def reminded(plan: Accounts, since: PartialFormula) -> tuple[Column, ...]:
    """The columns of 催缴单: its number, and ``since`` when the household is overdue (0: long)."""
    if not plan.has(Topic.REMINDERS):
        return ()
    number = "IF({0}>0,SUMPRODUCT(({1}>0)*1),0)"
    return (
        Column("reminder", "催缴单第几张", "whole",
               lambda r: number.format(r.overdue_fen, r.down_to("overdue_fen"))),
        Column("since", "到期日（日期序号）", "whole", lambda r: f"IF({r.reminder}>0,{since(r)},0)"),
    )  # fmt: skip


def checks(plan: Accounts) -> list[BookCheck]:
    """The checks: the ledger is valid and agrees with the bank."""
    rows, paid = collected(plan), payments(plan)
    wrong = f"SUMPRODUCT(({paid.all('problem')}>1)*1)"
    fund = f"+{plan.shares.all('fund')}" if "fund" in plan.shares.columns else ""
    back = f"SUMPRODUCT(({rows.all('refunded')}>{rows.all('received')}{fund})*1)"
    net = f"{total(plan, 'received')}-{total(plan, 'refunded')}"
    gap, line = total(plan, "gap"), plan.number("bank_total")
    return [
        BookCheck("台账各行填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"', "按“台账”右侧的提示改正；有误的行没有计入"),
        BookCheck("退款不超过收款", f"{back}=0", f'"超过 "&{back}&" 户"', "核对“台账”的退款：退给同一房号的不能多于收的"),
        BookCheck("各户已缴合计等于台账净收", f"SUM({rows.all('net')})={net}",
              f'"台账净收 "&FIXED(({net})/100,2)&" 元"', "先改正上面没有通过的各项"),
        BookCheck("台账与银行流水一致", f"{gap}=0",
              f'IF({line}<0,"没有填银行实收合计，不核对","相差 "&FIXED(ABS({gap})/100,2)&" 元")',
              "逐笔与银行流水勾对：漏记、重记、记错户、方式选错（现金不在流水里）"),
    ]  # fmt: skip
