"""The formulas of 运维: what is left to share, who carries it, and what must hold."""

from __future__ import annotations

from elevshare.money import MAX_FEN
from elevshare.project import SubsidyMode
from elevshare.rules.share import OptOut
from elevshare.rules.upkeep import Payers, Period, Sharing
from elevshare.workbook.check import EXACT, EXACT_STATE, Check
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.sharing.inputs import OPT_OUT
from elevshare.workbook.subjects.upkeep.inputs import PAYERS, PERIODS, SHARING
from elevshare.workbook.subjects.upkeep.places import A_PAGE, UpkeepPlaces

#: Key → label, and how it comes about.
LABELS = {
    "cost": ("全年运维费用", "“专项”各项之和"),
    "advertising": ("减：广告收入", "“专项”所填，全年"),
    "kept": ("留作运维的补贴（总额）", "按规则计算的留存部分，或“专项”手工所填"),
    "used": ("减：本年用补贴", "总额按年数平分，除不尽的归最后一年；年数空着则不用"),
    "net": ("全年应分摊净额", "运维费用－广告收入－本年用补贴，不小于 0"),
    "surplus": ("结余转入基金", "广告收入和补贴多于费用的部分"),
    "freed": ("免运维少出的钱", "免运维的各户原应承担的部分，由其他户承担"),
}
SWITCH_LABELS = {
    "by_coefficient": "同建设系数（1/0）",
    "by_floor": "先分楼层（1/0）",
    "by_area": "按面积（1/0）",
    "gap": "免交处理（1 减 2 加）",
    "scale": "系数换算倍数",
    "weighed": "系数为 0 不出（1/0）",
    "periods": "一年几期",
    "period": "本次第几期",
    "months": "一期几个月",
}
LINE_LABELS = {
    "rule": "分摊办法",
    "basis": "办法依据",
    "note": "依据说明",
    "exempt": "免运维由谁承担",
    "period": "本期",
    "printing": "打印",
}
#: What 提示 says of a yearly item by its number, from 0 on.
ITEM_PROBLEMS = ("", "√", "← 应填数字", "← 不能是负数", "← 最多两位小数", "← 金额太大")
ITEM_HEADS = {
    "n": ("序号", "whole"),
    "item": ("运维项目", "长"),
    "yuan": ("金额（元）", "money"),
    "fen": ("金额（分）", "whole"),
    "problem": ("填写情况", "whole"),
}


def figure_formulas(places: UpkeepPlaces) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    plan, f = places.plan, places.figure
    n, mode = plan.number, plan.parameter("subsidy_mode")
    years, nth = n("running_years"), n("running_nth")
    each = f"INT({f('kept')}/MAX(1,{years}))"
    spent = f"{f('cost')}-{f('advertising')}-{f('used')}"
    exempt, plain = places.flats.all("exempt"), places.flats.all("plain_fen")
    return {
        "cost": f"=SUM({places.items.all('fen')})",
        "advertising": f"=ROUND({n('running_ads')}*100,0)",
        "kept": f'=IF({mode}="{SubsidyMode.RULE.value}",{plan.grant("upkeep")},'
        f'IF({mode}="{SubsidyMode.MANUAL.value}",ROUND({n("running_kept")}*100,0),0))',
        "used": f"=IF({nth}>{years},0,IF({nth}={years},{f('kept')}-{each}*({years}-1),{each}))",
        "net": f"=MAX(0,{spent})",
        "surplus": f"=MAX(0,-({spent}))",
        "freed": f"=SUMIF({exempt},1,{plain})",
        **_switches(places),
    }


def _switches(places: UpkeepPlaces) -> dict[str, str]:
    """The choices as numbers; by coefficient the building's form holds here too."""
    plan, f = places.plan, places.figure
    rule, often = plan.parameter("running_rule"), plan.parameter("running_period")
    opt_out = plan.figure("to_all")
    some = f'{plan.parameter("running_payers")}="{PAYERS[Payers.WEIGHING]}"'
    counts = str(int(Period.YEAR))
    for period in (Period.HALF_YEAR, Period.QUARTER, Period.MONTH):
        counts = f'IF({often}="{PERIODS[period]}",{int(period)},{counts})'
    return {
        "by_coefficient": f'=IF({rule}="{SHARING[Sharing.COEFFICIENT]}",1,0)',
        "by_floor": f"={f('by_coefficient')}*{plan.figure('by_floor')}",
        "by_area": f"=IF({f('by_coefficient')}=1,{plan.figure('by_area')},"
        f'IF({rule}="{SHARING[Sharing.AREA]}",1,0))',
        "gap": f"=IF({f('by_floor')}=1,IF({opt_out}=1,1,0),IF({opt_out}=1,0,2))",
        "scale": f"=IF({f('by_floor')}=1,1000000,10000)",
        "weighed": f"=IF(OR({f('by_coefficient')}=1,{some}),1,0)",
        "periods": f"={counts}",
        "period": f"=MIN({f('periods')},{plan.number('running_number')})",
        "months": f"=12/{f('periods')}",
    }


def line_formulas(places: UpkeepPlaces) -> dict[str, str]:
    """What is said in words below the figures."""
    plan, f, flats = places.plan, places.figure, places.flats
    area = f'IF({f("by_area")}=1,"按面积","按户")'
    spared = f"SUMPRODUCT({flats.all('exempt')}*{flats.all('party')})"
    floor = f'{plan.parameter("opt_out")}="{OPT_OUT[OptOut.FLOOR]}"'
    bills = f"SUM({flats.all('issue')})"
    return {
        "rule": f'=IF({f("by_coefficient")}=1,"与建设费用同一系数："&IF({f("by_floor")}=1,'
        f'"先分楼层，层内","全梯统算，系数之外")&{area},IF({f("by_area")}=1,'
        f'"承担的各户按建筑面积分摊","承担的各户均摊"))',
        **_basis(plan),
        "exempt": f'=IF({spared}=0,"没有免运维的户","免运维 "&{spared}&" 户，全年少出 "&TEXT('
        f'{f("freed")}/100,"0.00")&" 元，由"&IF({floor},"同层其余各户（整层都免的由全体）",'
        f'"其余承担的各户")&"分担")',
        "period": _period(places),
        "printing": f'=IF({bills}=0,"没有要缴运维费的户","运维账单共 "&{bills}&'
        f'" 张，一页 {A_PAGE} 张，打印时页码选 1 到 "&INT(({bills}+{A_PAGE - 1})/{A_PAGE}))',
    }


def _basis(plan: Plan) -> dict[str, str]:
    """Where the way of sharing comes from: the scheme's document, or the owners."""
    scheme = plan.project.scheme
    if scheme.upkeep is None:
        told = "方案的文件没有规定运行维护费用怎么分，由业主协商选定"
        return {"basis": told, "note": f"没有选定时，默认“{SHARING[Sharing.COEFFICIENT]}”"}
    rule, source = scheme.upkeep, scheme.source(scheme.upkeep.source)
    told = f"{SHARING[rule.rule]}：{source.title} {rule.article}（{rule.status}）"
    return {"basis": told, "note": rule.note or "无"}


def _period(places: UpkeepPlaces) -> str:
    """The period in words: its months, and which of how many it is."""
    f, year = places.figure, places.plan.number("running_year")
    last = f"{f('period')}*{f('months')}"
    first = f"({last}-{f('months')}+1)"
    months = (
        f'IF({f("months")}=1,{last}&" 月",IF({f("periods")}=1,"全年",{first}&"—"&{last}&" 月"))'
    )
    prefix = f'IF({year}=0,"",{year}&" 年 ")'
    return f'={prefix}&{months}&"（第 "&{f("period")}&" 期，共 "&{f("periods")}&" 期）"'


def item_formulas(places: UpkeepPlaces, row: int) -> dict[str, str | int]:
    """Formulas of one yearly item's row; what cannot be meant counts nothing and is marked."""
    index, here = row - places.items.first, places.items.on(row)
    item, yuan = (places.typed.at(key, index) for key in ("item", "yuan"))
    number = f"IFERROR({yuan}*1,0)"
    coarse = f"ABS({number}*100-ROUND({number}*100,0))>0.0001"
    return {
        "n": index + 1,
        "item": f'={item}&""',
        "yuan": f'=IF({here("problem")}=1,{here("fen")}/100,"")',
        "fen": f"=IF({here('problem')}=1,ROUND({number}*100,0),0)",
        "problem": f'=IF({yuan}="",0,IF(IFERROR({yuan}*1,"x")="x",2,IF({number}<0,3,'
        f"IF({number}>{MAX_YUAN},5,IF({coarse},4,1)))))",
    }


def checks(plan: Plan) -> list[Check]:
    """What must hold; nothing fails while no running cost is filled in."""
    places = UpkeepPlaces(plan)
    f, flats = places.figure, places.flats
    wrong = f"SUMPRODUCT(({places.items.all('problem')}>1)*1)"
    net, fen, plain = f("net"), f"SUM({flats.all('fen')})", f"SUM({flats.all('plain_fen')})"
    apart = f"SUMPRODUCT(({flats.all('year_sum')}<>{flats.all('fen')})*1)"
    number, periods = plan.number("running_number"), f("periods")
    idle = f"{f('cost')}+{plan.number('running_fund')}=0"
    carrying = f"SUM({places.actual.flats.all('carry')})"
    largest = ",".join(block.all(key) for split in (places.actual, places.without)
                       for block in (split.floors, split.flats)
                       for key in ("high", "middle", "low"))  # fmt: skip
    return [
        Check("运维各项填写无误", f"AND({wrong}=0,{f('cost')}<={MAX_FEN})",
              f'"有误 "&{wrong}&" 项，全年 "&{_yuan(f("cost"))}',
              "按“专项”运维表右侧的提示改正：金额是 0 或正数，写到分"),
        Check("有人承担运维费用", f"OR({idle},{carrying}>0)", f'"承担 "&{carrying}&" 户"',
              "至少一户参与、不免运维；同建设系数时还要系数大于 0"),
        Check("运维各户合计等于全年净额", f"{fen}={net}", f'"合计 "&{_yuan(fen)}&"，净额 "&{_yuan(net)}',
              "先改正上面没有通过的各项"),
        Check("免运维少出的由他户多出", f"{fen}={plain}", f'"少出 "&{_yuan(f("freed"))}',
              "先改正上面没有通过的各项"),
        Check("运维各期合计等于全年", f"{apart}=0", f'"不等的 "&{apart}&" 户"', "先改正上面没有通过的各项"),
        Check("运维期次正确", f"OR({idle},{number}<={periods})",
              f'"第 "&{number}&" 期，共 "&{periods}&" 期"', "“专项”的本次第几期不能超过一年的期数"),
        Check("运维取整没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
              "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip


def _yuan(fen: str) -> str:
    return f'TEXT({fen}/100,"0.00")&" 元"'
