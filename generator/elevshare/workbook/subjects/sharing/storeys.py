"""The storeys on 分摊: who takes part, the counted weight, the storey's amount."""

from __future__ import annotations

from dataclasses import replace

from elevshare.workbook.amount_text import grouped, paid_yuan
from elevshare.workbook.field import MAX_COEFFICIENT, YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import SplitPlan
from elevshare.workbook.stages import Stages, counted_among, counted_weight, factor
from elevshare.workbook.subjects.pools.figures import main_fen
from elevshare.workbook.subjects.sharing import groups, wording
from elevshare.workbook.subjects.sharing.inputs import INTERVALS
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, TableRow, gaps, numbered

#: The texts of 提示 for a coefficient, by number from 0.
FLAWS = ("", "← 待填", "← 应填 0 或正数", f"← 不能超过 {MAX_COEFFICIENT}", "← 最多四位小数",
         "← 低于区间", "← 高于区间", "← 区间待填")  # fmt: skip


def table(plan: Plan, stages: Stages) -> FormulaTable:
    """The storeys of a contribution book; some schemes bound weights by intervals."""
    typed = plan.coefficients

    def right(row: TableRow) -> str:
        return f'IF({plan.parameter("weight_kind")}="{INTERVALS}",{judged(row)},0)'

    return FormulaTable("一、各层", "分摊", _below(plan) + 4, plan.storeys, (
        *_shown(plan),
        *gaps("pad1", "pad2", "gap"),
        *_sizes(plan),
        *_split(plan, stages),
        *ends(lambda r: typed.at("low", r.index), lambda r: typed.at("high", r.index)),
        flaw(plan, right, lambda r: _needed(plan, r)),
        Column("words", "本层金额怎么来", "any", lambda r: _words(plan, r)),
    ), totals=("flats", "taking", "area", "taking_area", "counted_coefficient", "portion", "amount"))  # fmt: skip


def _below(plan: Plan) -> int:
    """The last row of the figures."""
    return max(plan.switches.last_row, plan.figures.last_row)


def _shown(plan: Plan) -> tuple[Column, ...]:
    """The columns for users; with terms of their own or a carried gap, amounts are by the rule."""
    columns = shown(plan, "any" if plan.half_stops else "whole")
    if not (plan.terms or plan.carriers):
        return columns
    return tuple(replace(one, formula=lambda r: _by_rule(plan, r)) if one.key == "amount" else one
                 for one in columns)  # fmt: skip


def _by_rule(plan: Plan, row: TableRow) -> str:
    """A storey's amount by its coefficient in yuan, without fixed sums and what is carried."""
    shares, f = plan.shares, plan.figure
    place = shares.area(plan.placing)
    units = f"SUMIF({place},{row.n},{shares.area('units')})*{f('unit')}"
    here = f"AND({f('rest')}>0,INDEX({place},MAX(1,{f('rest_row')}))={row.n})"
    return f"({units}+IF({here},{f('rest')},0))/100"


def _needed(plan: Plan, row: TableRow) -> str:
    """How many households share by a storey's weight."""
    return f"COUNTIF({plan.shares.area('by_storey')},{row.storey})" if plan.terms else row.flats


def _sizes(plan: Plan) -> tuple[Column, ...]:
    """The columns before the split that only some books have."""
    carries = Column("carries", "承担退出份额（1/0）", "whole",
                     lambda r: f'IF({plan.coefficients.at("carries", r.index)}="{YES}",1,0)')  # fmt: skip
    full = Column("full", "本层全部的量", "whole", lambda r: _sum(plan, r, "storey_no", "measure"))
    return (*((carries,) if plan.carriers else ()), *((full,) if plan.terms else ()))


def _sum(plan: Plan, row: TableRow, by: str, key: str) -> str:
    """The sum of a column of the households over those whose column ``by`` is this storey."""
    return f"SUMIF({plan.shares.area(by)},{row.storey},{plan.shares.area(key)})"


def _split(plan: Plan, stages: Stages) -> tuple[Column, ...]:
    """The columns from the typed weight to the storey's units."""
    if plan.terms:
        return _among_groups(plan)
    if not plan.carriers:
        return working(plan, stages)
    # As if all took part where chosen storeys carry the gap.
    taken = lambda r: _sum(plan, r, plan.placing, "size")  # noqa: E731
    if plan.half_stops:
        taken = lambda r: f"SUMIF({plan.shares.area('place')},{r.n},{plan.shares.area('size')})"  # noqa: E731
    return tuple(replace(one, formula=taken) if one.key == "taken" else one
                 for one in working(plan, stages))  # fmt: skip


def _among_groups(plan: Plan) -> tuple[Column, ...]:
    """The same where households with a weight of their own are storeys of their own.

    What such a household and one with a fixed sum leave of a storey keeps its part of the weight.
    """
    return (
        numbered(head="行号"),
        Column("whole", "按本层系数的量", "whole", lambda r: _sum(plan, r, "by_storey", "measure")),
        Column("taken", "其中参与的量", "whole", lambda r: _sum(plan, r, "by_storey", "size")),
        weight(),
        Column("counted", "计入系数（整数）", "whole",
               lambda r: counted_among(plan.figure, r.weight, r.full, r.whole, r.taken)),
        *groups.copied(plan),
    )  # fmt: skip


def weight() -> Column:
    """The column of the weight as a whole number."""
    return Column("weight", "系数×10000", "whole", lambda r: f"ROUND({r.coefficient}*10000,0)")


def shown(plan: SplitPlan, kind: str = "whole") -> tuple[Column, ...]:
    """The columns for users to read; ``kind`` is that of the storeys' numbers."""

    def total(key: str) -> PartialFormula:
        return lambda r: _total(plan, r, "storey_no", key)

    return (
        Column("storey", "楼层", kind, lambda r: plan.coefficients.at("storey", r.index)),
        Column("flats", "户数", "whole", total("valid")),
        Column("taking", "参与户数", "whole", total("take")),
        Column("area", "本层面积（㎡）", "area", lambda r: f"{total('area_no')(r)}/100"),
        Column("taking_area", "参与面积（㎡）", "area",
               lambda r: f"{_total(plan, r, 'taking_storey', 'area_no')}/100"),
        Column("coefficient", "本层系数", "coef",
               lambda r: f"MIN({MAX_COEFFICIENT},MAX(0,IFERROR({_typed(plan, r)}*1,0)))"),
        Column("counted_coefficient", "计入系数", "fine",
               lambda r: f"{r.counted}/{plan.figure('scale')}"),
        Column("portion", "占净额", "share", lambda r: _portion(r, plan.figure(_shared(plan)))),
        Column("amount", "本层金额（元）", "money",
               lambda r: f"{total(main_fen(plan.shares))(r)}/100"),
    )  # fmt: skip


def _shared(plan: SplitPlan) -> str:
    """The figure that the storeys share."""
    return "net" if main_fen(plan.shares) == "fen" else "main"


def _total(plan: SplitPlan, row: TableRow, by: str, key: str) -> str:
    """The sum of column ``key`` over the households whose column ``by`` has this storey."""
    shares = plan.shares
    return f"SUMIF({shares.area(by)},{row.storey},{shares.area(key)})"


def _typed(plan: SplitPlan, row: TableRow) -> str:
    """The weight as typed."""
    return plan.coefficients.at("weight", row.index)


def _portion(row: TableRow, net: str) -> str:
    """The storey's part of the net amount."""
    return f"IF({net}>0,{row.amount}*100/{net},0)"


def working(plan: SplitPlan, stages: Stages) -> tuple[Column, ...]:
    """The columns from the typed weight to the units of a storey."""
    by_area, storeys_first, to_all = (
        plan.figure(key) for key in ("by_area", "storeys_first", "to_all")
    )
    lessened, raised = f"AND({storeys_first}=1,{to_all}=1)", f"AND({storeys_first}=0,{to_all}=0)"

    def measure(area: str, flats: str) -> PartialFormula:
        return lambda r: f"IF({by_area}=1,ROUND({r[area]}*100,0),{r[flats]})"

    return (
        numbered(head="行号"),
        Column("whole", "本层总量", "whole", measure("area", "flats")),
        Column("taken", "参与总量", "whole", measure("taking_area", "taking")),
        weight(),
        Column("times", "乘", "whole", lambda r: factor(lessened, raised, r.taken, r.whole)[0]),
        Column("over", "除", "whole", lambda r: factor(lessened, raised, r.taken, r.whole)[1]),
        Column("counted", "计入系数（整数）", "whole",
               lambda r: counted_weight(r.weight, plan.figure("scale"), r.taken, (r.times, r.over))),
        *stages.storey_split(lambda r: r.counted, "counted"),
    )  # fmt: skip


def flaw(
    plan: SplitPlan,
    right: PartialFormula = lambda row: "0",
    needed: PartialFormula = lambda row: row.flats,
) -> Column:
    """The column with the error in a weight.

    ``right`` is its value for a valid number, ``needed`` how many households need the weight.
    """

    def formula(row: TableRow) -> str:
        typed = _typed(plan, row)
        fine = f"IF(ABS({typed}*10000-ROUND({typed}*10000,0))>0.0001,4,{right(row)})"
        number = f"IF(IFERROR({typed}*1,-1)<0,2,IF({typed}*1>{MAX_COEFFICIENT},3,{fine}))"
        return f'IF({typed}="",IF({needed(row)}>0,1,0),{number})'

    return Column("flaw", "系数填写情况", "whole", formula)


def ends(low: PartialFormula, high: PartialFormula) -> tuple[Column, ...]:
    """The columns with both ends of an interval as whole numbers; -1 for no valid end."""

    def end(typed: str) -> str:
        return f'IF({typed}="",-1,IFERROR(ROUND({typed}*10000,0),-1))'

    return (
        Column("lowest", "区间下限×10000", "whole", lambda r: end(low(r))),
        Column("highest", "区间上限×10000", "whole", lambda r: end(high(r))),
    )


def judged(row: TableRow) -> str:
    """The number of the error in a weight, judged by its ``lowest`` and ``highest``."""
    weight, low, high = row.weight, row.lowest, row.highest
    missing = f"AND({weight}>0,OR({low}<0,{high}<{low}))"
    return f"IF({missing},7,IF({weight}<{low},5,IF(AND({high}>=0,{weight}>{high}),6,0)))"


def _words(plan: Plan, row: TableRow) -> str:
    """The calculation of the storey's amount, as text."""
    figures, switches = plan.figures, plan.switches
    units = f"{row.units}*{figures.unit}"
    extra = f'IF({row.extra}=1,"，含补的零头 1 "&{plan.parameter("unit")},"")'
    rest = f"(ROUND({row.amount}*100,0)-{units})"
    equals = f'IF(AND({row.remainder}=0,{figures.rest}=0),"＝","≈")'
    rest_words = (
        f'IF({rest}>0,"，另有不足 1 "&{plan.parameter("unit")}&"的余额 "&{paid_yuan(rest)},"")'
    )
    return (
        f'IF({switches.storeys_first}=1,"第"&{row.storey}&"层金额＝{wording.shared_word(plan)} "&{grouped(figures.yuan(plan.ruled))}&" 元×'
        f'本层系数 "&{row.counted_coefficient}&{_lessened(plan, row)}&"÷各层系数之和 "'
        f"&{row.sum}/{switches.scale}&{equals}&{paid_yuan(units)}&{extra}&{rest_words}&{_others_lessened(plan, row)},"
        f'"全梯统算，不先分到楼层")'
    )


def _lessened(plan: Plan, row: TableRow) -> str:
    """Why a storey counts with less than its coefficient, as text."""
    if plan.terms:
        return _left(plan, row)
    areas = f'TEXT({row.taking_area},"0.00")&"÷"&TEXT({row.area},"0.00")&" ㎡"'
    part = f'IF({plan.switches.by_area}=1,{areas},{row.taking}&"÷"&{row.flats}&" 户")'
    same = f"{row.counted}={row.weight}*({plan.switches.scale}/10000)"
    return f'IF({same},"","（"&{row.coefficient}&"×参与 "&{part}&"）")'


def lessened(plan: Plan) -> str:
    """How many storeys count with less than their coefficients, part of a formula."""
    counted, weight = (plan.storey_table.all(key) for key in ("counted", "weight"))
    return f"SUMPRODUCT(({counted}<>{weight}*({plan.switches.scale}/10000))*1)"


def _others_lessened(plan: Plan, row: TableRow) -> str:
    """That the sum of the coefficients holds lessened ones, unless the storey's own shows that."""
    same = f"{row.counted}={row.weight}*({plan.switches.scale}/10000)"
    part = f'IF({plan.switches.by_area}=1,"面积","户数")'
    told = f'"（有户不参与的，系数按"&{part}&"折算）"'
    return f'IF({same},IF({lessened(plan)}>0,{told},""),"")'


def _left(plan: Plan, row: TableRow) -> str:
    """The same where some households have terms of their own."""
    taken = f"IF({plan.switches.to_all}=1,{row.taken},{row.whole})"
    unit = f"IF({plan.switches.by_area}=1,100,1)"
    word = f'IF({plan.switches.by_area}=1," ㎡"," 户")'
    part = f'{taken}/{unit}&"÷"&{row.full}/{unit}&{word}'
    same = f"{row.counted}={row.weight}*({plan.switches.scale}/10000)"
    return f'IF({same},"","（"&{row.coefficient}&"×按本层系数的 "&{part}&"）")'
