"""The figures of 收费: which fee table applies, which months are billed, the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import Topic
from elevshare.rules.lease import Charge, LeasePeriod
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.lease.fields import CHARGES, SPREAD

if TYPE_CHECKING:
    from elevshare.workbook.lease.plan import LeasePlan

_MONTHLY, _QUARTERLY, _CHOSEN = (
    p.value for p in (LeasePeriod.MONTH, LeasePeriod.QUARTER, LeasePeriod.CHOSEN)
)


def figures(plan: LeasePlan) -> Figures:
    """All figures, from the top down."""
    return Figures("收费", 4, {**_size(plan), **_term(plan), **_now(plan), **_year(plan)})


def _size(plan: LeasePlan) -> dict[str, Figure]:
    """The size of the building (storeys, flats on a storey), and the fee table of that size."""
    n = plan.number

    def landing() -> str:
        storey_table = plan.storey_table
        upper = f"{storey_table.at('flats', 1)}:{storey_table.at('flats', storey_table.count - 1).split('!')[1]}"
        return f"IF({n('landing')}=0,MAX({upper}),{n('landing')})"

    def table(f: Figures) -> str:
        size = f"{f.storeys}*100+{f.landing}"
        found = f"IFERROR(MATCH({size},{plan.tables.all('key')},0),0)"
        return f"IF({f.storeys}*{f.landing}=0,0,{found})"

    def storeys(highest: str) -> str:
        return f"IF({n('storeys')}=0,MAX({highest}),{n('storeys')})"

    return {
        "top": Figure("最高可填楼层", "参数的总层数；空着则是收费表的行数",
                      lambda f: storeys(plan.fees.all("storey"))),
        "storeys": Figure("总层数", "参数所填；空着则是住户的最高层",
                          lambda f: storeys(plan.storey_table.all("above"))),
        "landing": Figure("一梯几户", "参数所填；空着则是二层以上户数最多的一层的户数",
                          lambda f: landing()),
        "table": Figure("采用第几张收费表", "层数和户数都相同的那一张；0 是没有，须填“自定”", table),
    }  # fmt: skip


def _term(plan: LeasePlan) -> dict[str, Figure]:
    """The months of the lease year that are billed."""
    p, n = plan.parameter, plan.number
    whole = f'IF({p("term_spread")}="{SPREAD[True]}",0,1)' if plan.has(Topic.TERMS) else ""
    chosen, monthly = f'{p("period")}="{_CHOSEN}"', CHARGES[Charge.MONTH]

    def length(f: Figures) -> str:
        return f"12/{f.periods}"

    return {
        "times": Figure("一年收几次标准", "元/月是 12，元/年是 1",
                        lambda f: f'IF({p("charge")}="{monthly}",12,1)'),
        **({"at_once": Figure("按年交的第一期收全年（1/0）", "“参数”所选", lambda f: whole)} if whole else {}),
        "periods": Figure("一年分几期", "按月 12，按季 4，按年和自选 1",
                          lambda f: f'IF({p("period")}="{_MONTHLY}",12,'
                                    f'IF({p("period")}="{_QUARTERLY}",4,1))'),
        "period": Figure("本次第几期", "不超过一年的期数",
                         lambda f: f"MIN({f.periods},{n('period_no')})"),
        "first": Figure("本期第一个月", "租赁年的第几个月",
                        lambda f: f"IF({chosen},{n('from_month')},({f.period}-1)*{length(f)}+1)"),
        "last": Figure("本期最后一个月", "租赁年的第几个月",
                       lambda f: f"IF({chosen},MAX({f['first']}-1,{n('to_month')}),"
                                 f"{f.period}*{length(f)})"),
    }  # fmt: skip


def _now(plan: LeasePlan) -> dict[str, Figure]:
    """What the stairwell pays now, in fen; with a ledger also what was due and paid before."""

    def summed(label: str, note: str, key: str) -> Figure:
        return money(label, note, lambda f: f"SUM({plan.shares.all(key)})")

    ledger = plan.has(Topic.LEDGER)
    arrears = (
        ("以前应缴", "上年欠费，加本年以前各期的使用费") if ledger else ("欠费", "以前各期没有交的")
    )
    paid = "“台账”本年收款减退款" if ledger else "预先交的"
    relief = "协商减免的，本年累计" if ledger else "协商减免的"
    carried = "预缴和多缴的，下期自动抵" if ledger else "多交的，转入下期的已缴"
    return {
        "fee": summed("本期使用费合计", "各户本期使用费之和", "fee_fen"),
        "arrears": summed(f"加：{arrears[0]}合计", arrears[1], "before_fen"),
        "paid": summed("减：已缴合计", paid, "paid_fen"),
        "relief": summed("减：减免合计", relief, "relief_fen"),
        "to_pay": summed("本次应缴合计", "各户不小于 0", "to_pay"),
        "carried": summed("结余合计", carried, "left"),
        "annual": summed("本单元全年收入", "使用电梯各户的全年使用费之和", "annual_fen"),
    }


def _year(plan: LeasePlan) -> dict[str, Figure]:
    """What the stairwell would pay in a year if every household used the lift, in fen."""

    def full() -> str:
        storey_table = plan.storey_table
        if plan.has(Topic.TERMS):
            return f"SUM({plan.shares.all('whole_fen')})"
        return f"SUMPRODUCT({storey_table.all('annual_fen')}*{storey_table.all('flats')})"

    return {
        "full": money("全部住户都使用时的全年收入", "与收费方案的总收入核对", lambda f: full()),
        "full_month": money("全部住户都使用时平均每月", "全年除以 12",
                            lambda f: f"ROUND({f.full}/12,0)"),
    }  # fmt: skip


def period_words(plan: LeasePlan) -> str:
    """The billed period as text: its number and dates, or its months without a start date."""
    f, start, kind = plan.figures, plan.number("year_start"), plan.parameter("period")
    first, last = f["first"], f["last"]
    which = f'IF({kind}="{_CHOSEN}","自选月份","第 "&{f.period}&" 期")'
    begin = f'TEXT(EDATE({start},{first}-1),"yyyy-mm-dd")'
    end = f'TEXT(EDATE({start},{last})-1,"yyyy-mm-dd")'
    months = f'"租赁年第 "&{first}&IF({last}>{first}," 至 "&{last},"")&" 个月"'
    return f'={which}&"："&IF({start}=0,{months},{begin}&" 至 "&{end})'
