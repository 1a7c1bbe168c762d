"""The households on 收费: fee of the year, fee of the period, amount to pay now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import Topic
from elevshare.rules.lease import Charge
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.capitals import capitals
from elevshare.workbook.lease.fields import CHARGES
from elevshare.workbook.spelling import terms
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.sharing import roster
from elevshare.workbook.subjects.sharing.flats import bill
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, shown

if TYPE_CHECKING:
    from elevshare.workbook.lease.plan import LeasePlan


def flats(plan: LeasePlan) -> FormulaTable:
    """The households, from the inputs to the amount to pay; other rows show nothing."""
    names = {one.key: one.called for one in plan.household_columns}
    # Fees go by storey: no household needs an area.
    more = (lambda r: terms.flaw(r.term_text, names["term"])) if plan.has(Topic.TERMS) else None
    reading = roster.RosterReading(plan, lambda r: "TRUE", names, False, "使用（1/0）", more=more)
    return FormulaTable("二、各户（金额单位：元）", "收费", plan.storey_table.last + 4, plan.flats, (
        *_shown(plan),
        *gaps("gap"),
        *(_term(plan) if plan.has(Topic.TERMS) else ()),
        *reading.columns(),
        *_charged(plan),
        *_settled(plan),
        Column("words", "本期费用怎么来", "any", lambda r: _words(plan, r)),
        *capitals("to_pay"),
        *(_owed(plan) if plan.has(Topic.LEDGER) else ()),
    ), lambda r: f"{r.valid}=1", totals=("annual", "fee", "arrears", "paid", "relief", "due", "carried"))  # fmt: skip


def _shown(plan: LeasePlan) -> tuple[Column, ...]:
    """The columns for neighbours to read; a ledger adds what was due before."""
    before = "加：以前应缴" if plan.has(Topic.LEDGER) else "加：欠费"
    return (
        numbered(),
        roster.room(plan),
        shown("storey", "楼层", "any", lambda r: r.storey_no),
        roster.owner(plan),
        shown("taking", "使用电梯", "any", lambda r: f'IF({r.take}=1,"是","否")'),
        *((shown("unit", "单位", "any", lambda r: _unit(plan, r)),) if plan.has(Topic.TERMS) else ()),
        shown("standard", "收费标准（元）", "money",
              lambda r: f'IF({_known(plan, r)},{r.standard_fen}/100,"没有填")'),
        shown("annual", "全年（元）", "money", lambda r: f"{r.annual_fen}/100"),
        shown("fee", "本期费用（元）", "money", lambda r: f"{r.fee_fen}/100"),
        shown("arrears", before, "money", lambda r: f"{r.before_fen}/100"),
        shown("paid", "减：已缴", "money", lambda r: f"{r.paid_fen}/100"),
        shown("relief", "减：减免", "money", lambda r: f"{r.relief_fen}/100"),
        shown("due", "本次应缴（元）", "money", lambda r: f"{r.to_pay}/100"),
        shown("carried", "结余（元）", "money", lambda r: f"{r.left}/100"),
    )  # fmt: skip


def _known(plan: LeasePlan, row: TableRow) -> str:
    """Whether there is a fee for the household's storey."""
    usual = f"INDEX({plan.storey_table.area('known')},{row.storey_no})"
    if plan.has(Topic.TERMS):
        other = f"INDEX({plan.storey_table.area('other_known')},{row.storey_no})"
        return f"IF({row.is_other}=1,{other},{usual})=1"
    return f"{usual}=1"


def _term(plan: LeasePlan) -> tuple[Column, ...]:
    """How the household is charged: as it chose, else as the table of fees has it."""
    return (
        Column("term_text", "按月或按年（读作）", "any",
               lambda r: terms.text_of(roster.typed(plan, r, "term"))),
        Column("term_times", "一年收几次", "whole",
               lambda r: terms.times(r.term_text, plan.figures.times)),
        Column("is_other", "选另一种（1/0）", "whole",
               lambda r: f"IF({r.term_times}={plan.figures.times},0,1)"),
    )  # fmt: skip


def _unit(plan: LeasePlan, row: TableRow) -> str:
    """The unit of the household's fee, as text."""
    if plan.has(Topic.TERMS):
        return f'IF({row.term_times}=1,"{CHARGES[Charge.YEAR]}","{CHARGES[Charge.MONTH]}")'
    return plan.parameter("charge")


def _charged(plan: LeasePlan) -> tuple[Column, ...]:
    """The period's fee in fen: the year's twelfths up to its end less those before its start."""
    f, by_choice = plan.figures, plan.has(Topic.TERMS)

    def standard(row: TableRow) -> str:
        usual = f"INDEX({plan.storey_table.area('fen')},{row.storey_no})"
        other = f"INDEX({plan.storey_table.area('other_fen')},{row.storey_no})" if by_choice else ""
        return (
            f"IF({row.valid}=1,{f'IF({row.is_other}=1,{other},{usual})' if by_choice else usual},0)"
        )

    def until(row: TableRow, month: str) -> str:
        part = f"INT({month}*{row.annual_fen}/12)"
        if not by_choice:
            return part
        return f"IF(AND({f.at_once}=1,{row.term_times}=1),IF({month}>0,{row.annual_fen},0),{part})"

    def times(row: TableRow) -> str:
        return row.term_times if by_choice else f.times

    whole = Column("whole_fen", "都使用时全年（分）", "whole",
                   lambda r: f"{r.standard_fen}*{times(r)}")  # fmt: skip
    return (
        Column("standard_fen", "标准（分）", "whole", standard),
        *((whole,) if by_choice else ()),
        Column("annual_fen", "全年（分）", "whole",
               lambda r: f"{r.standard_fen}*{times(r)}*{r.take}"),
        Column("until_last", "累计到本期末（分）", "whole", lambda r: until(r, f["last"])),
        Column("until_first", "累计到上期末（分）", "whole", lambda r: until(r, f"({f['first']}-1)")),
        Column("fee_fen", "本期费用（分）", "whole", lambda r: f"{r.until_last}-{r.until_first}"),
    )  # fmt: skip


def _settled(plan: LeasePlan) -> tuple[Column, ...]:
    """Arrears, payments, the amount to pay, and the number of the household's bill.

    A ledger holds the payments of the lease year, so all earlier periods of the year count, and the
    arrears typed on 住户 are those of earlier years. Without a ledger the typed arrears are all.
    """
    ledger = plan.has(Topic.LEDGER)

    def paid(row: TableRow) -> str:
        if ledger:
            return f"{collected(plan).at('net', row.index)}*{row.valid}"
        return roster.fen(row, "paid")

    return (
        Column("arrears_fen", "欠费（分）", "whole", lambda r: roster.fen(r, "arrears")),
        Column("before_fen", "以前应缴（分）", "whole",
               lambda r: f"{r.arrears_fen}+{r.until_first}" if ledger else r.arrears_fen),
        Column("paid_fen", "已缴（分）", "whole", paid),
        Column("relief_fen", "减免（分）", "whole", lambda r: roster.fen(r, "relief")),
        Column("balance", "结算（分）", "whole",
               lambda r: f"{r.fee_fen}+{r.before_fen}-{r.paid_fen}-{r.relief_fen}"),
        Column("to_pay", "本次应缴（分）", "whole", lambda r: f"MAX(0,{r.balance})"),
        Column("left", "结余（分）", "whole", lambda r: f"MAX(0,-{r.balance})"),
        Column("issue", "出账单", "whole", lambda r: _issued(plan, r)),
        bill("第几张单"),
    )  # fmt: skip


def _issued(plan: LeasePlan, row: TableRow) -> str:
    """1 for a household that gets a bill."""
    everybody = f'{plan.parameter("bill_scope")}="{EVERYBODY}"'
    return f"IF(OR({everybody},{row.fee_fen}>0,{row.to_pay}>0),{row.valid},0)"


def _owed(plan: LeasePlan) -> tuple[Column, ...]:
    """What the household owes until now, until the previous period, and for the year; in fen."""
    return (
        Column("owed", "到本期应缴（分）", "whole",
               lambda r: f"MAX(0,{r.before_fen}+{r.fee_fen}-{r.relief_fen})"),
        Column("owed_before", "到上期应缴（分）", "whole",
               lambda r: f"MAX(0,{r.before_fen}-{r.relief_fen})"),
        Column("year_owed", "全年应缴（分）", "whole",
               lambda r: f"MAX(0,{r.arrears_fen}+{r.annual_fen}-{r.relief_fen})"),
        shown("past", "以前各期", "any", lambda r: _past(plan, r)),
    )  # fmt: skip


def _two(fen: str) -> str:
    """An amount in fen as text in yuan."""
    return grouped(f"{fen}/100")


def _words(plan: LeasePlan, row: TableRow) -> str:
    """The calculation of the period's fee, as text."""
    first, last, unit = plan.figure("first"), plan.figure("last"), _unit(plan, row)
    standard = f'"标准 "&{_two(row.standard_fen)}&" "&{unit}&"，全年 "&{_two(row.annual_fen)}&" 元"'
    until = f'"：到第 "&{last}&" 个月末应收 "&{_two(row.until_last)}'
    before = f'"，减去到第 "&{first}-1&" 个月末应收 "&{_two(row.until_first)}'
    part = f'"平均到 12 个月"&{until}&IF({first}=1,"",{before}&"＝"&{_two(row.fee_fen)})&" 元"'
    fee = f'{standard}&IF(AND({first}=1,{last}=12),"，这次收全年",{part})'
    if plan.has(Topic.TERMS):
        fee = (
            f"IF(AND({plan.figures.at_once}=1,{row.term_times}=1),{_whole_words(plan, row)},{fee})"
        )
    return (
        f'IF({row.valid}=0,"",IF({row.take}=0,"本户不使用电梯，没有使用费",'
        f'IF({_known(plan, row)},IF({row.standard_fen}=0,"本层不收使用费",{fee}),'
        f'"本层收费标准还没有填，暂按 0 计")))'
    )


def _whole_words(plan: LeasePlan, row: TableRow) -> str:
    """The same where the whole year is charged in the first period."""
    when = f'IF({plan.figure("first")}=1,"本期收全年，以后各期不再收","全年已在第一期收，本期不收")'
    return f'"标准 "&{_two(row.standard_fen)}&" 元/年，选按年交："&{when}'


def _past(plan: LeasePlan, row: TableRow) -> str:
    """What the dues of earlier periods consist of, as text."""
    first = plan.figure("first")
    old = f'IF({row.arrears_fen}=0,"","上年欠费 "&{_two(row.arrears_fen)}&"＋")'
    whole = f'IF({row.arrears_fen}=0,"","＝"&{_two(row.before_fen)})'
    fees = f'"本年前 "&{first}-1&" 个月 "&{_two(row.until_first)}'
    year = f'IF({row.arrears_fen}=0,"没有","上年欠费 "&{_two(row.arrears_fen)}&" 元")'
    return f'IF({first}=1,{year},{old}&{fees}&{whole}&" 元")'
