"""What was typed on 参数, read as numbers: no later formula meets a text where it needs a number.

A text that is a number counts as the number. Anything else that cannot be meant counts as left
blank, is marked beside the input, and fails a check.
"""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import MAX_STOREYS
from elevshare.workbook.field import MAX_YUAN, NO, YES, Field
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.plan import Plan

#: Steps that a kind of number may be given in: a fen, 0.01%, half a storey, a whole number.
SCALES = {"money": 100, "percent": 10_000, "coef": 2, "whole": 1, "date": 1}

NUMBER_HEADS = {
    "label": ("参数", "长"),
    "value": ("读作", "fine"),
    "problem": ("有误（1/0）", "whole"),
}
ITEM_HEADS = {
    "n": ("序号", "whole"),
    "item": ("费用项目", "长"),
    "yuan": ("金额（元）", "money"),
    "fen": ("金额（分）", "whole"),
    "eligible": ("计入补贴（分）", "whole"),
    "problem": ("填写情况", "whole"),
}
TIER_HEADS = {
    "n": ("档", "whole"),
    "reach": ("起始半层数", "whole"),
    "amount": ("金额（分）", "whole"),
    "step": ("每层加（分）", "whole"),
    "hit": ("已达到", "whole"),
    "problem": ("有误（1/0）", "whole"),
}
#: What 提示 says of a cost item by its number, from 0 on.
ITEM_PROBLEMS = ("", "√", "← 应填数字", "← 不能是负数", "← 最多两位小数", "← 应选是或否")


def word_of(number: str, words: Sequence[str]) -> str:
    """The formula that shows the word of a number which counts from 0."""
    return f"={chosen_word(number, words)}"


def chosen_word(number: str, words: Sequence[str]) -> str:
    """The same inside a formula."""
    listed = ",".join(f'"{word}"' for word in words)
    return f"CHOOSE({number}+1,{listed})"


def wrong_number(cell: str, low: str, high: str, scale: int) -> str:
    """1 where a cell holds anything but a number within bounds, in steps of 1/scale."""
    below, above = f"IFERROR({cell}*1,{low}-1)<{low}", f"IFERROR({cell}*1,{high}+1)>{high}"
    fine = f"ABS(IFERROR({cell}*{scale},0)-ROUND(IFERROR({cell}*{scale},0),0))>0.0001"
    return f'IF({cell}="",0,IF(OR({below},{above},{fine}),1,0))'


def reading_formulas(plan: Inputs, field: Field, row: int) -> dict[str, str | None]:
    """Formulas of one single input's row: a number, or a choice that has only to be right."""
    cell, here = plan.parameter(field.key), plan.readings.here
    if field.choices:
        right = ",".join(f'{cell}="{word}"' for word in field.choices)
        return {"label": field.label, "value": None, "problem": f"=IF(OR({right}),0,1)"}
    low, high = plan.bounds(field)
    problem = wrong_number(cell, low, high, SCALES[field.kind])
    value = f'IF(OR({cell}="",{here("problem", row)}=1),{field.blank},IFERROR({cell}*1,0))'
    return {"label": field.label, "value": f"={value}", "problem": f"={problem}"}


def item_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one cost item's row."""
    block, costs, index = plan.items, plan.costs, row - plan.items.first
    yuan, eligible = costs.at("yuan", index), costs.at("eligible", index)
    here = block.on(row)
    number = f"IFERROR({yuan}*1,0)"
    chosen = f'OR({eligible}="{YES}",{eligible}="{NO}")'
    return {
        "n": index + 1,
        "item": f'={costs.at("item", index)}&""',
        "yuan": f'=IF({here("problem")}=0,"",{here("fen")}/100)',
        "fen": f"=ROUND({number}*100,0)",
        "eligible": f'=IF({eligible}="{YES}",{here("fen")},0)',
        "problem": f'=IF({yuan}="",0,IF(IFERROR({yuan}*1,"x")="x",2,IF({number}<0,3,'
        f"IF(ABS({number}*100-{here('fen')})>0.0001,4,IF({chosen},1,5)))))",
    }


def tier_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one tier's row; ``reach`` counts half storeys and is -1 for a blank row."""
    block, tiers, index = plan.tier_readings, plan.tiers, row - plan.tier_readings.first
    reach, yuan, step = (tiers.at(key, index) for key in ("reach", "yuan", "step"))
    here = block.on(row)
    wrong = "+".join(
        (
            wrong_number(reach, "0", str(MAX_STOREYS), 2),
            wrong_number(yuan, "0", MAX_YUAN, 100),
            wrong_number(step, f"-{MAX_YUAN}", MAX_YUAN, 100),
        )
    )
    twice = f"SUMPRODUCT(({block.area('reach')}={here('reach')})*1)>1"
    return {
        "n": index + 1,
        "reach": f'=IF({reach}="",-1,IFERROR(ROUND({reach}*2,0),-1))',
        "amount": f"=IFERROR(ROUND({yuan}*100,0),0)",
        "step": f"=IFERROR(ROUND({step}*100,0),0)",
        "hit": f"=IF({here('reach')}<={plan.grant('level')},{here('reach')},-1)",
        "problem": f'=IF({reach}="",IF({yuan}&{step}="",0,1),IF(OR({wrong}>0,{twice}),1,0))',
    }
