"""The storeys on 分摊: what takes part, the weight that counts, the storey's amount."""

from __future__ import annotations

from elevshare.workbook.field import MAX_COEFFICIENT
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import Split
from elevshare.workbook.rounding import split_formulas
from elevshare.workbook.subjects.sharing.inputs import INTERVALS

HEADS = {
    "storey": ("楼层", "whole"),
    "flats": ("户数", "whole"),
    "taking": ("参与户数", "whole"),
    "area": ("本层面积（㎡）", "area"),
    "taking_area": ("参与面积（㎡）", "area"),
    "coefficient": ("本层系数", "coef"),
    "counted_coefficient": ("计入系数", "fine"),
    "portion": ("占净额", "share"),
    "amount": ("本层金额（元）", "money"),
    "n": ("行号", "whole"),
    "whole": ("本层总量", "whole"),
    "taken": ("参与总量", "whole"),
    "weight": ("系数×10000", "whole"),
    "times": ("乘", "whole"),
    "over": ("除", "whole"),
    "counted": ("计入系数（整数）", "whole"),
    "group": ("组", "whole"),
    "lowest": ("区间下限×10000", "whole"),
    "highest": ("区间上限×10000", "whole"),
    "flaw": ("系数填写情况", "whole"),
    "words": ("本层金额怎么来", "any"),
}

#: What 提示 says of a coefficient by its number, from 0 on.
FLAWS = ("", "← 待填", "← 应填 0 或正数", f"← 不能超过 {MAX_COEFFICIENT}", "← 最多四位小数",
         "← 低于区间", "← 高于区间", "← 区间待填")  # fmt: skip


def floor_formulas(plan: Split, row: int, right: str = "0") -> dict[str, str | int]:
    """Formulas of one storey's row; ``right`` is the state of a weight that is a right number."""
    block, shares = plan.floors, plan.shares
    index = row - block.first
    here = block.on(row)

    def total(of: str) -> str:
        return f"SUMIF({shares.area('storey_no')},{here('storey')},{shares.area(of)})"

    by_floor, to_all, net = (plan.figure(key) for key in ("by_floor", "to_all", "net"))
    lessened, raised = f"AND({by_floor}=1,{to_all}=1)", f"AND({by_floor}=0,{to_all}=0)"
    whole, taken = here("whole"), here("taken")
    typed = plan.coefficients.at("weight", index)
    by_area, scale = f"{plan.figure('by_area')}=1", plan.figure("scale")
    return {
        "storey": f"={plan.coefficients.at('storey', index)}",
        "flats": f"={total('valid')}",
        "taking": f"={total('take')}",
        "area": f"={total('area_no')}/100",
        "taking_area": f"=SUMIF({shares.area('taking_storey')},{here('storey')},"
        f"{shares.area('area_no')})/100",
        "coefficient": f"=MIN({MAX_COEFFICIENT},MAX(0,IFERROR({typed}*1,0)))",
        "counted_coefficient": f"={here('counted')}/{scale}",
        "portion": f"=IF({net}>0,{here('amount')}*100/{net},0)",
        "amount": f"={total('fen')}/100",
        "n": index + 1,
        "whole": f"=IF({by_area},ROUND({here('area')}*100,0),{here('flats')})",
        "taken": f"=IF({by_area},ROUND({here('taking_area')}*100,0),{here('taking')})",
        "weight": f"=ROUND({here('coefficient')}*10000,0)",
        "times": f"=IF({lessened},{taken},IF({raised},{whole},1))",
        "over": f"=IF({lessened},{whole},IF({raised},{taken},1))",
        "counted": f"=IF({taken}=0,0,"
        f"ROUND({here('weight')}*({scale}/10000)*{here('times')}/{here('over')},0))",
        "group": 1,
        "quota": f"=IF({by_floor}=1,{plan.figure('units')},0)",
        "part": f"={here('counted')}",
        "sum": f"=SUM({block.area('counted')})",
        **split_formulas(block, row),
        "flaw": f'=IF({typed}="",IF({here("flats")}>0,1,0),IF(IFERROR({typed}*1,-1)<0,2,'
        f"IF({typed}*1>{MAX_COEFFICIENT},3,IF(ABS({typed}*10000-ROUND({typed}*10000,0))>0.0001,4,{right}))))",
        "words": _words(plan, row),
    }


def bounded_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """The same where a weight may have to lie in an interval."""
    index = row - plan.floors.first
    return {
        **floor_formulas(plan, row, _interval(plan, row)),
        "lowest": bound(plan.coefficients.at("low", index)),
        "highest": bound(plan.coefficients.at("high", index)),
    }


def bound(typed: str) -> str:
    """One end of an interval as a whole number; -1 where there is none that can be meant."""
    return f'=IF({typed}="",-1,IFERROR(ROUND({typed}*10000,0),-1))'


def _interval(plan: Plan, row: int) -> str:
    """What is wrong with a percentage that must lie in its interval, by its number."""
    return f'IF({plan.parameter("weight_kind")}="{INTERVALS}",{judged(plan, row)},0)'


def judged(plan: Split, row: int) -> str:
    """The number of what is wrong with a weight beside its ``lowest`` and ``highest``."""
    here = plan.floors.on(row)
    weight, low, high = (here(key) for key in ("weight", "lowest", "highest"))
    missing = f"AND({weight}>0,OR({low}<0,{high}<{low}))"
    return f"IF({missing},7,IF({weight}<{low},5,IF(AND({high}>=0,{weight}>{high}),6,0)))"


def _words(plan: Split, row: int) -> str:
    """How the storey's amount comes about, in words."""
    block, net = plan.floors, plan.figure_yuan("net")
    here = block.on(row)
    units = f"{here('units')}*{plan.figure('unit')}"
    extra = f'IF({here("extra")}=1,"，含补得的 1 份尾差","")'
    rest = f"(ROUND({here('amount')}*100,0)-{units})"
    whole = f"AND({here('remainder')}=0,{plan.figure('rest')}=0)"
    equals = f'IF({whole},"＝","≈")'
    rest_words = f'IF({rest}>0,"，另有不足一个单位的余额 "&TEXT({rest}/100,"0.00")&" 元","")'
    return (
        f'=IF({plan.figure("by_floor")}=1,"第"&{here("storey")}&"层金额＝净额 "&TEXT({net},"0.00")&" 元×'
        f'计入系数 "&{here("counted_coefficient")}&{_lessened(plan, row)}&"÷各层计入系数之和 "'
        f'&{here("sum")}/{plan.figure("scale")}&{equals}&TEXT({units}/100,"0.00")&" 元"&{extra}&{rest_words},'
        f'"全梯统算，不先分到楼层")'
    )


def _lessened(plan: Split, row: int) -> str:
    """Why a storey counts with less than its coefficient: some of its households stay out."""
    here = plan.floors.on(row)
    areas = f'TEXT({here("taking_area")},"0.00")&"÷"&TEXT({here("area")},"0.00")&" ㎡"'
    part = f'IF({plan.figure("by_area")}=1,{areas},{here("taking")}&"÷"&{here("flats")}&" 户")'
    same = f"{here('counted')}={here('weight')}*({plan.figure('scale')}/10000)"
    return f'IF({same},"","（"&{here("coefficient")}&"×参与 "&{part}&"）")'
