"""The subsidy rule worked out step by step, and its split between levels of government."""

from __future__ import annotations

from elevshare.workbook.field import YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import split_formulas

#: Key → label, unit, and how it comes about.
LABELS = {
    "eligible": ("计入补贴基数的费用", "元", "参数第二节“计入补贴基数”选 是 的项目"),
    "level": ("最高停靠层", "半层", "一层计 2，半层计 1"),
    "reached": ("达到第几档", "档", "停靠层不低于该档起始层"),
    "by_tier": ("按分档的金额", "元", "该档金额＋高出的层数×每高一层加"),
    "by_rule": ("按规则的金额", "元", "有比例按比例，没有比例按分档"),
    "capped": ("不超过上限", "元", "没有上限则不变"),
    "shafted": ("预留井道调整后", "元", "没有预留井道则不变"),
    "exclusive": ("互斥调整后", "元", "已享受互斥的补助则为 0"),
    "limited": ("业主最低承担后", "元", "补贴不使业主承担低于规定比例"),
    "upkeep": ("其中留作运维", "元", "不抵减建设费用"),
    "building": ("其中用于建设", "元", "补贴－留作运维"),
}


def grant_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the steps, by key (fen where it is money)."""
    p, g, n, cost = plan.parameter, plan.grant, plan.number, plan.figure("cost")
    tiers = plan.tier_readings
    amount, step, reach = (
        f"INDEX({tiers.all(k)},{g('reached')})" for k in ("amount", "step", "reach")
    )
    hit = tiers.all("hit")

    def part(of: str, rate: str) -> str:
        return f"ROUND({of}*ROUND({n(rate)}*10000,0)/10000,0)"

    rest = f"INT({cost}*(10000-ROUND({n('owners_minimum')}*10000,0))/10000)"
    return {
        "eligible": f"=SUM({plan.items.all('eligible')})",
        "level": f"=ROUND(IF({n('level')}=0,{plan.figure('top')},{n('level')})*2,0)",
        "reached": f"=IF(MAX({hit})<0,0,MATCH(MAX({hit}),{hit},0))",
        # Halves go up, as in the rules, also where a step takes something off.
        "by_tier": f"=IF({g('reached')}=0,0,MAX(0,{amount}+INT(({g('level')}-{reach})*{step}/2+0.5)))",
        "by_rule": f"=IF({n('rate')}<0,{g('by_tier')},{part(g('eligible'), 'rate')})",
        "capped": f"=IF({n('cap')}<0,{g('by_rule')},MIN({g('by_rule')},ROUND({n('cap')}*100,0)))",
        "shafted": f'=IF({p("reserved_shaft")}="{YES}",{part(g("capped"), "shaft_factor")},{g("capped")})',
        "exclusive": f'=IF(AND({p("exclusive")}="{YES}",{p("other_grant")}="{YES}"),0,{g("shafted")})',
        "limited": f"=IF({n('owners_minimum')}>0,MIN({g('exclusive')},{rest}),{g('exclusive')})",
        "upkeep": f"={part(g('limited'), 'upkeep')}",
        "building": f"={g('limited')}-{g('upkeep')}",
    }


def government_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one level of government's row; the rows sum to the whole subsidy."""
    block, index = plan.government, row - plan.government.first
    share = plan.split.at("share", index)
    here = block.on(row)
    return {
        "level": f'={plan.split.at("level", index)}&""',
        "share": f'=IF({here("weight")}>0,{here("weight")}/10000,"")',
        "amount": f'=IF({here("weight")}>0,{here("units")}/100,"")',
        "n": index + 1,
        "weight": f"=MAX(0,IFERROR(ROUND({share}*10000,0),0))",
        "flaw": f"={wrong_number(share, '0', '1', 10_000)}",
        "group": 1,
        "quota": f"={plan.grant('limited')}",
        "part": f"={here('weight')}",
        "sum": f"=SUM({block.area('weight')})",
        **split_formulas(block, row),
    }
