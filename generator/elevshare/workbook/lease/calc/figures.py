"""The figures above the tables of 收费: which table holds, which months are billed, the sums."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.lease import Charge, Period
from elevshare.workbook.lease.fields import CHARGES
from elevshare.workbook.lease.plan import LeasePlan

#: Key → label, and how it comes about.
LABELS = {
    "top": ("最高可填楼层", "参数的总层数；空着则是收费表的行数"),
    "storeys": ("总层数", "参数所填；空着则是住户的最高层"),
    "landing": ("一梯几户", "参数所填；空着则是二层以上户数最多的一层的户数"),
    "table": ("采用第几张收费表", "层数和户数都相同的那一张；0 是没有，须填“自定”"),
    "times": ("一年收几次标准", "元/月是 12，元/年是 1"),
    "periods": ("一年分几期", "按月 12，按季 4，按年和自选 1"),
    "period": ("本次第几期", "不超过一年的期数"),
    "first": ("本期第一个月", "租赁年的第几个月"),
    "last": ("本期最后一个月", "租赁年的第几个月"),
    "fee": ("本期使用费合计", "各户本期使用费之和"),
    "arrears": ("加：欠费合计", "以前各期没有交的"),
    "paid": ("减：已缴合计", "预先交的"),
    "relief": ("减：减免合计", "协商减免的"),
    "to_pay": ("本次应缴合计", "各户不小于 0"),
    "carried": ("结余合计", "多交的，转入下期的已缴"),
    "annual": ("本单元全年收入", "使用电梯各户的全年使用费之和"),
    "full": ("全部住户都使用时的全年收入", "与收费方案的总收入核对"),
    "full_month": ("全部住户都使用时平均每月", "全年除以 12"),
}
#: What is said otherwise where a ledger tells what was paid.
_OF_LEDGER = {
    "arrears": ("加：以前应缴合计", "上年欠费，加本年以前各期的使用费"),
    "paid": ("减：已缴合计", "“台账”本年收款减退款"),
    "relief": ("减：减免合计", "协商减免的，本年累计"),
    "carried": ("结余合计", "预缴和多缴的，下期自动抵"),
}
MONEY = ("fee", "arrears", "paid", "relief", "to_pay", "carried", "annual", "full", "full_month")
_MONTHLY, _QUARTERLY, _CHOSEN = (p.value for p in (Period.MONTH, Period.QUARTER, Period.CHOSEN))


def labels(plan: LeasePlan) -> dict[str, tuple[str, str]]:
    """Label of every figure, and how it comes about in this book."""
    return {**LABELS, **_OF_LEDGER} if plan.has(Topic.LEDGER) else LABELS


def figure_formulas(plan: LeasePlan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    return {**_size(plan), **_term(plan), **_sums(plan)}


def _size(plan: LeasePlan) -> dict[str, str]:
    """Storeys, flats a storey, and the table of buildings of that size."""
    n, f, floors = plan.number, plan.figure, plan.floors
    upper = f"{floors.at('flats', 1)}:{floors.at('flats', floors.count - 1).split('!')[1]}"
    size = f"{f('storeys')}*100+{f('landing')}"
    return {
        "top": f"=IF({n('storeys')}=0,MAX({plan.fees.all('storey')}),{n('storeys')})",
        "storeys": f"=IF({n('storeys')}=0,MAX({floors.all('above')}),{n('storeys')})",
        "landing": f"=IF({n('landing')}=0,MAX({upper}),{n('landing')})",
        "table": f"=IF({f('storeys')}*{f('landing')}=0,0,"
        f"IFERROR(MATCH({size},{plan.tables.all('key')},0),0))",
    }


def _term(plan: LeasePlan) -> dict[str, str]:
    """Which months of the lease year are billed."""
    p, n, f = plan.parameter, plan.number, plan.figure
    chosen, length = f'{p("period")}="{_CHOSEN}"', f"12/{f('periods')}"
    monthly = CHARGES[Charge.MONTH]
    return {
        "times": f'=IF({p("charge")}="{monthly}",12,1)',
        "periods": f'=IF({p("period")}="{_MONTHLY}",12,IF({p("period")}="{_QUARTERLY}",4,1))',
        "period": f"=MIN({f('periods')},{n('period_no')})",
        "first": f"=IF({chosen},{n('from_month')},({f('period')}-1)*{length}+1)",
        "last": f"=IF({chosen},MAX({f('first')}-1,{n('to_month')}),{f('period')}*{length})",
    }


def _sums(plan: LeasePlan) -> dict[str, str]:
    """What the stairwell pays now and in a year, in fen."""
    shares, floors = plan.shares, plan.floors
    columns = {"fee": "fee_fen", "arrears": "before_fen", "paid": "paid_fen",
               "relief": "relief_fen", "to_pay": "to_pay", "carried": "left", "annual": "annual_fen"}  # fmt: skip
    sums = {key: f"=SUM({shares.all(column)})" for key, column in columns.items()}
    return {
        **sums,
        "full": f"=SUMPRODUCT({floors.all('annual_fen')}*{floors.all('flats')})",
        "full_month": f"=ROUND({plan.figure('full')}/12,0)",
    }


def period_words(plan: LeasePlan) -> str:
    """The period in words: its number and its days, or its months where no day is told."""
    f, start, kind = plan.figure, plan.number("year_start"), plan.parameter("period")
    first, last = f("first"), f("last")
    which = f'IF({kind}="{_CHOSEN}","自选月份","第 "&{f("period")}&" 期")'
    begin = f'TEXT(EDATE({start},{first}-1),"yyyy-mm-dd")'
    end = f'TEXT(EDATE({start},{last})-1,"yyyy-mm-dd")'
    months = f'"租赁年第 "&{first}&IF({last}>{first}," 至 "&{last},"")&" 个月"'
    return f'={which}&"："&IF({start}=0,{months},{begin}&" 至 "&{end})'
