"""The figures above the tables of 分摊: from the cost to the units to share."""

from __future__ import annotations

from elevshare.project import SubsidyMode, Topic
from elevshare.rules.share import OptOut, SplitForm, Within
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.stages import largest
from elevshare.workbook.subjects.compensation.tables import figures as paid
from elevshare.workbook.subjects.pools import figures as pools
from elevshare.workbook.subjects.sharing.inputs import FORMS, OPT_OUT, WITHIN

_FIRST = 4


def figures(plan: Plan) -> Figures:
    """The figures for users."""
    return Figures("分摊", _FIRST, {
        "cost": money("总费用", "参数中各项建设费用之和", lambda f: f"SUM({plan.items.all('fen')})"),
        "subsidy": money("减：补贴", "按参数所选取法；只计用于建设的部分", lambda f: _subsidy(plan)),
        "compensation": money("加：补偿支出", "从筹集款中付给低层住户", lambda f: _compensation(plan)),
        "net": money("应分摊净额", "总费用－补贴＋补偿支出", net),
        **pools.figures(plan),
        "unit": Figure("计算单位", "参数所选单位合多少分", lambda f: unit(plan.parameter("unit"))),
        "units": Figure("应分份数", "净额含多少个整单位", units),
        "rest": Figure("不足一个单位的余额", "归入应缴最多的第一户，合计不差一分", rest),
    })  # fmt: skip


def switches(plan: Plan) -> Figures:
    """The figures for formulas, beside them: choices as 1/0 and other numbers."""
    n, p = plan.number, plan.parameter
    return Figures("分摊", _FIRST, {
        "storeys_first": Figure("先分楼层（1/0）", None, lambda f: storeys_first(p("form"))),
        "by_area": Figure("按面积（1/0）", None, lambda f: by_area(p("within"))),
        "to_all": Figure("全体分担（1/0）", None, lambda f: to_all(p("opt_out"))),
        "scale": Figure("系数换算倍数", None, scale),
        "top": Figure("最高楼层", None,
                      lambda f: top(n("storeys"), plan.coefficients.all("storey"))),
        "rest_row": Figure("余额归入第几户", None, lambda f: largest(plan.shares.all("key"))),
        "periods": Figure("分几期", None, lambda f: n("instalments")),
        "period": Figure("本次第几期", None, lambda f: f"MIN({f.periods},{n('instalment')})"),
    }, 17)  # fmt: skip


def _subsidy(plan: Plan) -> str:
    """The subsidy in fen: typed, by the rule, or 0."""
    mode, typed = plan.parameter("subsidy_mode"), plan.number("subsidy_amount")
    by_rule = f'IF({mode}="{SubsidyMode.RULE.value}",{plan.grants.building},0)'
    return f'IF({mode}="{SubsidyMode.MANUAL.value}",ROUND({typed}*100,0),{by_rule})'


def _compensation(plan: Plan) -> str:
    """The total compensation in fen: from 补偿, else as typed on 参数."""
    if plan.has(Topic.COMPENSATION):
        return paid(plan).total
    return f"ROUND({plan.number('compensation')}*100,0)"


def net(f: Figures) -> str:
    """The net amount to share, in fen."""
    return f"MAX(0,{f.cost}-{f.subsidy}+{f.compensation})"


def unit(typed: str) -> str:
    """The chosen unit, in fen."""
    return f'IF({typed}="百元",10000,IF({typed}="元",100,IF({typed}="角",10,1)))'


def units(f: Figures) -> str:
    """The net amount in whole units."""
    return f"INT({f[pools.main_net(f)]}/{f.unit})"


def rest(f: Figures) -> str:
    """The rest of the net amount below one unit, in fen."""
    return f"{f[pools.main_net(f)]}-{f.units}*{f.unit}"


def storeys_first(typed: str) -> str:
    """1 if the storeys share first, 0 for the whole stairwell at once."""
    return f'IF({typed}="{FORMS[SplitForm.FLOORS]}",1,0)'


def by_area(typed: str) -> str:
    """1 if households share by area, 0 if equally."""
    return f'IF({typed}="{WITHIN[Within.AREA]}",1,0)'


def to_all(typed: str) -> str:
    """1 if all who take part carry the part of those who do not, 0 for their storey."""
    return f'IF({typed}="{OPT_OUT[OptOut.ALL]}",1,0)'


def scale(f: Figures) -> str:
    """The number of parts into which the unit of a weight is divided."""
    return f"IF({f.storeys_first}=1,1000000,10000)"


def top(typed: str, storeys: str) -> str:
    """The highest storey: as typed, else the last one of the table."""
    return f"IF({typed}=0,MAX({storeys}),{typed})"
