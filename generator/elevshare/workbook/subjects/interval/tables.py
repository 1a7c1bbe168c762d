"""The formulas of 区间: the nearest choice of percentages that is right, all in 0.01 percent.

Every storey moves by the same amount and stays at the end of its interval once it meets it. The
sum of all percentages grows with the move, so the move wanted starts at the last of the ends
(every interval's own distance) whose sum does not pass 100; what is then left is divided among
the storeys that can still move.
"""

from __future__ import annotations

from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan

_SHOWN = ("storey", "low", "high", "chosen", "state", "proposal", "change")
_WORK = ("n", "has", "from", "to", "wished", "end1", "sum1", "end2", "sum2", "start", "free",
         "order", "stepped", "units")  # fmt: skip
HEADS = {
    "storey": ("楼层", "whole"),
    "low": ("下限（%）", "coef"),
    "high": ("上限（%）", "coef"),
    "chosen": ("现在选的（%）", "coef"),
    "state": ("是否在区间内", "any"),
    "proposal": ("建议（%）", "coef"),
    "change": ("建议与现在相差", "coef"),
    "n": ("行号", "whole"),
    "has": ("计入（1/0）", "whole"),
    "from": ("下限×100", "whole"),
    "to": ("上限×100", "whole"),
    "wished": ("现在选的×100", "whole"),
    "end1": ("到下限的距离", "whole"),
    "sum1": ("移这么多时的合计", "whole"),
    "end2": ("到上限的距离", "whole"),
    "sum2": ("移这么多时的合计", "whole"),
    "start": ("合计不超 100% 的最大移动", "whole"),
    "free": ("还能上移（1/0）", "whole"),
    "order": ("能上移的第几层", "whole"),
    "stepped": ("移动后", "whole"),
    "units": ("建议×100", "whole"),
}
#: The figures above the table: key → label, kind, and how it comes about.
FIGURES = {
    "lows": ("各层下限合计（%）", "coef", "大于 100% 则怎样选都凑不成"),
    "highs": ("各层上限合计（%）", "coef", "小于 100% 则怎样选都凑不成"),
    "chosens": ("现在选的合计（%）", "coef", "须正好 100%"),
    "whole": ("要凑成的数（0.01%）", "whole", "100% 合 10000 个 0.01%"),
    "moved": ("先移动（0.01%）", "whole", "合计不超过 100% 的最大移动"),
    "left": ("还差（0.01%）", "whole", "先移动之后离 100% 还差多少"),
    "frees": ("还能上移的层数", "whole", "没有到上限的层"),
    "each": ("每层再移（0.01%）", "whole", "还差÷还能上移的层数，取整"),
    "rest": ("余下（0.01%）", "whole", "从最低的能上移的层起，每层一个"),
}


def figure(key: str) -> str:
    """Address of a figure."""
    return f"区间!$D${5 + list(FIGURES).index(key)}"


def block(plan: Plan) -> Block:
    """The storeys."""
    return Block("区间", 5 + len(FIGURES) + 3, plan.storeys, (*_SHOWN, "gap", *_WORK))


def chosen(plan: Plan) -> str:
    """Sum of the percentages of the building's storeys, in 1/10,000."""
    floors, top = plan.floors, plan.figure("top")
    return f'SUMIF({floors.all("storey")},"<="&{top},{floors.all("weight")})'


def apart(plan: Plan) -> str:
    """How many of the building's storeys lie outside their intervals."""
    floors, top = plan.floors, plan.figure("top")
    return f"SUMPRODUCT(({floors.all('flaw')}>=5)*({floors.all('storey')}<={top})*1)"


def can(plan: Plan) -> str:
    """Whether any choice sums to 100 percent."""
    return f"AND({figure('lows')}<=100,{figure('highs')}>=100)"


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Formulas of the figures, by key."""
    rows = block(plan)
    return {
        "lows": f"=SUM({rows.all('from')})/100",
        "highs": f"=SUM({rows.all('to')})/100",
        "chosens": f"={chosen(plan)}/10000",
        "whole": "=100*100",
        "moved": f"=MAX({rows.all('start')})",
        "left": f"={figure('whole')}-SUM({rows.all('stepped')})",
        "frees": f"=SUM({rows.all('free')})",
        "each": f"=IF({figure('frees')}>0,INT({figure('left')}/MAX(1,{figure('frees')})),0)",
        "rest": f"={figure('left')}-{figure('each')}*{figure('frees')}",
    }


def row_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one storey's row; a storey without an interval stays as it is."""
    rows, index = block(plan), row - block(plan).first
    here, floor = rows.on(row), plan.floors
    low, high, weight = (floor.at(key, index) for key in ("lowest", "highest", "weight"))
    bounded = f"AND({low}>=0,{high}>={low})"
    typed = plan.coefficients.at("weight", index)
    top, wished = plan.figure("top"), here("wished")
    return {
        "storey": f"={floor.at('storey', index)}",
        "low": f'=IF({low}<0,"",{low}/10000)',
        "high": f'=IF({high}<0,"",{high}/10000)',
        "chosen": f"={weight}/10000",
        "state": f'=IF({bounded},IF({weight}<{low},"低于区间",IF({weight}>{high},"高于区间","在区间内")),'
        f'IF({weight}=0,"","区间待填"))',
        "proposal": f'=IF(AND({can(plan)},{here("has")}=1),{here("units")}/100,"")',
        "change": f'=IF({here("proposal")}="","",ROUND(({here("proposal")}*100-{here("chosen")}*100)*100,0)/10000)',
        "n": index + 1,
        "has": f'=IF(AND({here("storey")}<={top},OR({bounded},{typed}<>"")),1,0)',
        "from": f"=IF({bounded},INT(({low}+99)/100),{wished})*{here('has')}",
        "to": f"=IF({bounded},INT({high}/100),{wished})*{here('has')}",
        "wished": f"=ROUND({weight}/100,0)*{here('has')}",
        "end1": f"={here('from')}-{wished}",
        "sum1": f"={_sum(rows, here('end1'))}",
        "end2": f"={here('to')}-{wished}",
        "sum2": f"={_sum(rows, here('end2'))}",
        # The lowest end of all gives the sum of the lows: where a choice exists it is not above 100%.
        "start": f"=MAX(IF({here('sum1')}<={figure('whole')},{here('end1')},0-{figure('whole')}),"
        f"IF({here('sum2')}<={figure('whole')},{here('end2')},0-{figure('whole')}))",
        "free": f"=IF(AND({here('has')}=1,{wished}+{figure('moved')}>={here('from')},"
        f"{wished}+{figure('moved')}<{here('to')}),1,0)",
        "order": f"=SUM(${rows.letter('free')}${rows.first}:${rows.letter('free')}{row})*{here('free')}",
        "stepped": f"=MIN({here('to')},MAX({here('from')},{wished}+{figure('moved')}))",
        "units": f"={here('stepped')}+IF({here('free')}=1,{figure('each')}"
        f"+IF({here('order')}<={figure('rest')},1,0),0)",
    }


def _sum(rows: Block, by: str) -> str:
    """Sum of all percentages moved by ``by`` and kept inside their intervals."""
    low, high, wished = (rows.area(key) for key in ("from", "to", "wished"))
    moved = f"({wished}+{by})"
    return (
        f"SUMPRODUCT(({moved}<{low})*{low}+({moved}>{high})*{high}"
        f"+({moved}>={low})*({moved}<={high})*{moved})"
    )


def verdict(plan: Plan) -> str:
    """The sheet's sentence: whether the choice is right, and if not, what would be."""
    lows, highs, sum_ = figure("lows"), figure("highs"), figure("chosens")
    outside = apart(plan)
    return (
        f'=IF({highs}=0,"区间和百分比都待填：请在“参数”第五节填写",'
        f'IF({lows}>100,"各层下限合计 "&{lows}&"%，已超过 100%：怎样选都凑不成 100%，须先改区间",'
        f'IF({highs}<100,"各层上限合计 "&{highs}&"%，不到 100%：怎样选都凑不成 100%，须先改区间",'
        f'IF(AND({outside}=0,{sum_}=100),"现在的选择在各层区间之内，合计 100%，可以采用",'
        f'"现在的选择不能采用（合计 "&{sum_}&"%，在区间外或区间待填 "&{outside}&" 层）；'
        f'最接近的一种见“建议”一栏，抄到“参数”第五节即可"))))'
    )
