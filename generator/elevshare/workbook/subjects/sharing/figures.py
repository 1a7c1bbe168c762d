"""The figures above the tables of 分摊: from the cost to the units to share."""

from __future__ import annotations

from elevshare.project import SubsidyMode, Topic
from elevshare.rules.share import Form, OptOut, Within
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.compensation.tables import figures as paid
from elevshare.workbook.subjects.sharing.inputs import FORMS, OPT_OUT, WITHIN

#: Key → label, and how it comes about.
LABELS = {
    "cost": ("总费用", "参数中各项建设费用之和"),
    "subsidy": ("减：补贴", "按参数所选取法；只计用于建设的部分"),
    "compensation": ("加：补偿支出", "从筹集款中付给低层住户"),
    "net": ("应分摊净额", "总费用－补贴＋补偿支出"),
    "unit": ("计算单位", "参数所选单位合多少分"),
    "units": ("应分份数", "净额含多少个整单位"),
    "rest": ("不足一个单位的余额", "归入应缴最多的第一户，合计不差一分"),
}
SWITCH_LABELS = {
    "by_floor": "先分楼层（1/0）",
    "by_area": "按面积（1/0）",
    "to_all": "全体分担（1/0）",
    "scale": "系数换算倍数",
    "top": "最高楼层",
    "rest_row": "余额归入第几户",
    "periods": "分几期",
    "period": "本次第几期",
}
MONEY = ("cost", "subsidy", "compensation", "net")


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    p, f, n = plan.parameter, plan.figure, plan.number
    manual, rule = SubsidyMode.MANUAL.value, SubsidyMode.RULE.value
    keys, storeys = plan.shares.all("key"), plan.coefficients.all("storey")
    return {
        "cost": f"=SUM({plan.items.all('fen')})",
        "subsidy": f'=IF({p("subsidy_mode")}="{manual}",ROUND({n("subsidy_amount")}*100,0),'
        f'IF({p("subsidy_mode")}="{rule}",{plan.grant("building")},0))',
        "compensation": f"={_compensation(plan)}",
        "net": f"=MAX(0,{f('cost')}-{f('subsidy')}+{f('compensation')})",
        "unit": f'=IF({p("unit")}="百元",10000,IF({p("unit")}="元",100,IF({p("unit")}="角",10,1)))',
        "units": f"=INT({f('net')}/{f('unit')})",
        "rest": f"={f('net')}-{f('units')}*{f('unit')}",
        "by_floor": f'=IF({p("form")}="{FORMS[Form.FLOORS]}",1,0)',
        "by_area": f'=IF({p("within")}="{WITHIN[Within.AREA]}",1,0)',
        "to_all": f'=IF({p("opt_out")}="{OPT_OUT[OptOut.ALL]}",1,0)',
        "scale": f"=IF({f('by_floor')}=1,1000000,10000)",
        "top": f"=IF({n('storeys')}=0,MAX({storeys}),{n('storeys')})",
        "rest_row": f"=IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)",
        "periods": f"={n('instalments')}",
        "period": f"=MIN({f('periods')},{n('instalment')})",
    }


def _compensation(plan: Plan) -> str:
    """The whole compensation in fen: worked out on 补偿, else as filled in on 参数."""
    if plan.has(Topic.COMPENSATION):
        return paid(plan).total
    return f"ROUND({plan.number('compensation')}*100,0)"
