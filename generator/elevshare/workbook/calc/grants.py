"""The subsidy rule worked out step by step, and its split between levels of government."""

from __future__ import annotations

from elevshare.workbook.calc.rounding import split_formulas
from elevshare.workbook.plan import Plan

#: Key → label, unit, and how it comes about.
LABELS = {
    "eligible": ("计入补贴基数的费用", "元", "参数第二节“计入补贴基数”选 是 的项目"),
    "level": ("最高停靠层", "半层", "一层计 2，半层计 1"),
    "reached": ("达到第几档", "档", "停靠层不低于该档起始层"),
    "by_rule": ("按比例或分档的金额", "元", "有比例按比例，没有比例按分档"),
    "capped": ("不超过上限", "元", "没有上限则不变"),
    "shafted": ("预留井道调整后", "元", "没有预留井道则不变"),
    "exclusive": ("互斥调整后", "元", "已享受互斥的补助则为 0"),
    "limited": ("业主最低承担后", "元", "补贴不使业主承担低于规定比例"),
    "upkeep": ("其中留作运维", "元", "不抵减建设费用"),
    "building": ("其中用于建设", "元", "补贴－留作运维"),
}


def grant_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the steps, by key (fen where it is money)."""
    p, g, cost = plan.parameter, plan.grant, plan.figure("cost")
    tiers, level = plan.tiers, plan.parameter("level")

    def tier(key: str) -> str:
        return f"INDEX({tiers.all(key)},{g('reached')})"

    further = f"({g('level')}-ROUND({tier('reach')}*2,0))*ROUND({tier('step')}*100,0)/2"
    return {
        "eligible": f'=ROUND(SUMIF({plan.costs.all("eligible")},"是",{plan.costs.all("yuan")})*100,0)',
        "level": f'=ROUND(IF({level}="",{plan.figure("top")},{level})*2,0)',
        "reached": f'=SUMPRODUCT(({tiers.all("reach")}<>"")*({tiers.all("reach")}*2<={g("level")}))',
        "by_rule": f'=IF({p("rate")}<>"",ROUND({g("eligible")}*ROUND({p("rate")}*10000,0)/10000,0),'
        f"IF({g('reached')}=0,0,ROUND({tier('yuan')}*100,0)+ROUND({further},0)))",
        "capped": f'=IF({p("cap")}="",{g("by_rule")},MIN({g("by_rule")},ROUND({p("cap")}*100,0)))',
        "shafted": f'=IF({p("reserved_shaft")}="是",'
        f"ROUND({g('capped')}*ROUND({p('shaft_factor')}*10000,0)/10000,0),{g('capped')})",
        "exclusive": f'=IF(AND({p("exclusive")}="是",{p("other_grant")}="是"),0,{g("shafted")})',
        "limited": f"=IF({p('owners_minimum')}>0,MIN({g('exclusive')},"
        f"INT({cost}*(10000-ROUND({p('owners_minimum')}*10000,0))/10000)),{g('exclusive')})",
        "upkeep": f"=ROUND({g('limited')}*ROUND({p('upkeep')}*10000,0)/10000,0)",
        "building": f"={g('limited')}-{g('upkeep')}",
    }


def government_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one level of government's row; the rows sum to the whole subsidy."""
    block, index = plan.government, row - plan.government.first

    def here(key: str) -> str:
        return block.here(key, row)

    return {
        "level": f'={plan.split.at("level", index)}&""',
        "share": f'=IF({here("weight")}>0,{here("weight")}/10000,"")',
        "amount": f'=IF({here("weight")}>0,{here("units")}/100,"")',
        "n": index + 1,
        "weight": f"=IFERROR(ROUND({plan.split.at('share', index)}*10000,0),0)",
        "group": 1,
        "quota": f"={plan.grant('limited')}",
        "part": f"={here('weight')}",
        "sum": f"=SUM({block.area('weight')})",
        **split_formulas(block, row),
    }
