"""The figures above the tables of 分摊: from the cost to the units to share."""

from __future__ import annotations

from elevshare.project import SubsidyMode, Topic
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.share import OptOut, SplitForm, Within
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.stages import largest
from elevshare.workbook.subjects.compensation.tables import figures as paid
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import figures as pools
from elevshare.workbook.subjects.sharing import carrying
from elevshare.workbook.subjects.sharing.inputs import FORMS, HOUSEHOLDS, OPT_OUT, WITHIN

_FIRST = 4


def figures(plan: Plan) -> Figures:
    """The figures for users."""
    return Figures("分摊", _FIRST, {
        "cost": money("总费用", "参数中各项建设费用之和", lambda f: f"SUM({plan.items.all('fen')})"),
        "subsidy": money("减：补贴", "按参数所选取法；只计用于建设的部分", lambda f: _subsidy(plan)),
        **others.figures(plan),
        "compensation": money("加：补偿支出", "从筹集款中付给低层住户", lambda f: _compensation(plan)),
        "net": money("应分摊净额", others.chain(plan), net),
        **pools.figures(plan),
        **(_terms(plan) if plan.terms else {}),
        "unit": Figure("计算单位", "参数所选单位合多少分", lambda f: unit(plan.parameter("unit"))),
        "units": Figure("应分份数", "净额含多少个整单位", lambda f: units(f, plan.ruled)),
        "rest": Figure("不足一个单位的余额", "归入应缴最多的第一户，合计不差一分",
                       lambda f: rest(f, plan.ruled)),
    })  # fmt: skip


def switches(plan: Plan) -> Figures:
    """The figures for formulas, beside them: choices as 1/0 and other numbers."""
    n, p = plan.number, plan.parameter
    return Figures("分摊", _FIRST, {
        "storeys_first": Figure("先分楼层（1/0）", None, lambda f: storeys_first(p("form"))),
        "by_area": Figure("按面积（1/0）", None, lambda f: _by_area(plan)),
        "to_all": Figure("全体分担（1/0）", None, lambda f: _to_all(plan, p("opt_out"))),
        **(_chosen(p("opt_out")) if plan.carriers else {}),
        "scale": Figure("系数换算倍数", None, scale),
        "top": Figure("最高楼层", None,
                      lambda f: top(n("storeys"), plan.coefficients.all("storey"), plan.half_stops)),
        "rest_row": Figure("余额归入第几户", None, lambda f: _rest_row(plan)),
        "periods": Figure("分几期", None, lambda f: n("instalments")),
        "period": Figure("本次第几期", None, lambda f: f"MIN({f.periods},{n('instalment')})"),
        "arrival": Figure("补贴到账情况", None, lambda f: _arrival(plan), kind="any"),
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
    less = f"-{f.others}" if "others" in f.figures else ""
    return f"MAX(0,{f.cost}-{f.subsidy}{less}+{f.compensation})"


def unit(typed: str) -> str:
    """The chosen unit, in fen."""
    return f'IF({typed}="百元",10000,IF({typed}="元",100,IF({typed}="角",10,1)))'


def units(f: Figures, net: str = "net") -> str:
    """The net amount (the figure ``net``) in whole units."""
    return f"INT({f[net]}/{f.unit})"


def rest(f: Figures, net: str = "net") -> str:
    """The rest of the net amount below one unit, in fen."""
    return f"{f[net]}-{f.units}*{f.unit}"


def _terms(plan: Plan) -> dict[str, Figure]:
    """The fixed sums, and what is left to share by the rule."""
    return {
        "fixed": money("其中定额户的定额", "“住户”定额一栏，照填的数收",
                       lambda f: f"SUM({plan.shares.all('fixed_fen')})"),
        "ruled": money("按办法分摊的净额", "应分摊净额－定额", lambda f: f"MAX(0,{f[pools.main_net(f)]}-{f.fixed})"),
    }  # fmt: skip


def storeys_first(typed: str) -> str:
    """1 if the storeys share first, 0 for the whole stairwell at once."""
    return f'IF({typed}="{FORMS[SplitForm.FLOORS]}",1,0)'


def by_area(typed: str) -> str:
    """1 if households share by area, 0 if equally."""
    return f'IF({typed}="{WITHIN[Within.AREA]}",1,0)'


def _by_area(plan: Plan) -> str:
    """The same; percentages of the households are of the amount, whatever their areas."""
    areas = by_area(plan.parameter("within"))
    if not plan.terms:
        return areas
    return f'IF({plan.parameter("weight_kind")}="{HOUSEHOLDS}",0,{areas})'


def to_all(typed: str) -> str:
    """1 if all who take part carry the part of those who do not, 0 for their storey."""
    return f'IF({typed}="{OPT_OUT[OptOut.ALL]}",1,0)'


def _to_all(plan: Plan, typed: str) -> str:
    """The same; chosen storeys carry a gap on shares that are as if there were none."""
    if not plan.carriers:
        return to_all(typed)
    return f'IF({typed}="{OPT_OUT[OptOut.FLOOR]}",0,1)'


def _chosen(typed: str) -> dict[str, Figure]:
    """Whether chosen storeys carry the gap."""
    word = OPT_OUT[OptOut.CHOSEN]
    return {"chosen": Figure("指定楼层分担（1/0）", None, lambda f: f'IF({typed}="{word}",1,0)')}


def _rest_row(plan: Plan) -> str:
    """The household that gets the rest below one unit."""
    if plan.carriers:
        return carrying.rest_row(plan.shares, carrying.table(plan), plan.shares)
    return largest(plan.shares.all("key"))


def scale(f: Figures) -> str:
    """The number of parts into which the unit of a weight is divided."""
    return f"IF({f.storeys_first}=1,1000000,10000)"


def top(typed: str, storeys: str, halves: bool = False) -> str:
    """The highest whole storey: as typed, else the last one of the table."""
    last = f"INT(MAX({storeys}))" if halves else f"MAX({storeys})"
    return f"IF({typed}=0,{last},{typed})"


def _arrival(plan: Plan) -> str:
    """When the subsidy arrives, and what comes back then, as text."""
    gross, received = gross_first(plan), arrived(plan)
    on, expected = (
        f'IF({plan.number(key)}=0,"","（"&TEXT({plan.number(key)},"yyyy-mm-dd")&"）")'
        for key in ("received_on", "expected_on")
    )
    done = f'IF({gross},"，先收的部分不再收，已经缴了的退还","，已经减去")'
    ahead = f'IF({gross},"，到账前先收的补贴，到账后退还","，已经减去，不另退")'
    return (
        f'IF({plan.figures.subsidy}=0,"没有补贴",IF({received},"已到账"&{on}&{done},'
        f'"预计到账"&{expected}&{ahead}))'
    )


def gross_first(plan: Plan) -> str:
    """Whether bills include the subsidy until it has arrived."""
    return f'{plan.parameter("billing")}="{Billing.GROSS.value}"'


def arrived(plan: Plan) -> str:
    """Whether the subsidy has arrived."""
    return f'{plan.parameter("arrival")}="{SubsidyArrival.RECEIVED.value}"'
