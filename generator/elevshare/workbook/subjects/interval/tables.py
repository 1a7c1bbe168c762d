"""Find the nearest valid choice of percentages, in units of 0.01%.

Every storey moves by the same amount and stops at the end of its interval. The sum of all
percentages grows with the move. So the move starts from the largest distance to an interval's end
with a sum of at most 100%; the remainder is divided among the storeys that can still move.
"""

from __future__ import annotations

from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.sharing.inputs import INTERVALS, PERCENTAGES
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
)

TITLE = "区间"


@once
def figures(plan: Plan) -> Figures:
    """The figures above the table."""

    def total(key: str) -> str:
        return f"SUM({storeys(plan).all(key)})"

    return Figures(TITLE, 5, {
        "lows": Figure("各层下限合计（%）", "大于 100% 则怎样选都凑不成",
                       lambda f: f"{total('least')}/100", kind="coef"),
        "highs": Figure("各层上限合计（%）", "小于 100% 则怎样选都凑不成",
                        lambda f: f"{total('most')}/100", kind="coef"),
        "chosens": Figure("现在选的合计（%）", "须正好 100%",
                          lambda f: f"{chosen(plan)}/10000", kind="coef"),
        "whole": Figure("要凑成的数（0.01%）", "100% 合 10000 个 0.01%", lambda f: "100*100"),
        "moved": Figure("先移动（0.01%）", "合计不超过 100% 的最大移动",
                        lambda f: f"MAX({storeys(plan).all('start')})"),
        "left": Figure("还差（0.01%）", "先移动之后离 100% 还差多少",
                       lambda f: f"{f.whole}-{total('stepped')}"),
        "frees": Figure("还能上移的层数", "没有到上限的层", lambda f: total("free")),
        "each": Figure("每层再移（0.01%）", "还差÷还能上移的层数，取整",
                       lambda f: f"IF({f.frees}>0,INT({f.left}/MAX(1,{f.frees})),0)"),
        "rest": Figure("余下（0.01%）", "从最低的能上移的层起，每层一个",
                       lambda f: f"{f.left}-{f.each}*{f.frees}"),
    }, value=4)  # fmt: skip


def chosen(plan: Plan) -> str:
    """The sum of the percentages of the building's storeys, in 1/10,000."""
    storey_table = plan.storey_table
    return f'SUMIF({storey_table.all("storey")},"<="&{_top(plan)},{storey_table.all("weight")})'


def apart(plan: Plan) -> str:
    """How many of the building's storeys lie outside of their intervals."""
    storey_table = plan.storey_table
    inside = f"({storey_table.all('storey')}<={_top(plan)})"
    return f"SUMPRODUCT(({storey_table.all('flaw')}>=5)*{inside}*1)"


def _top(plan: Plan) -> str:
    """The highest storey of the building, which may be the half stop above the last whole one."""
    return f"({plan.figure('top')}+0.5)" if plan.half_stops else plan.figure("top")


def can(plan: Plan) -> str:
    """Whether any choice within the intervals sums to 100%."""
    f = figures(plan)
    return f"AND({f.lows}<=100,{f.highs}>=100)"


@once
def storeys(plan: Plan) -> FormulaTable:
    """The storeys; one without an interval keeps its percentage."""
    f, storey_table = figures(plan), plan.storey_table

    def bounded(row: TableRow) -> str:
        low, high = (storey_table.at(key, row.index) for key in ("lowest", "highest"))
        return f"AND({low}>=0,{high}>={low})"

    def has(row: TableRow) -> str:
        some = f'OR({bounded(row)},{plan.coefficients.at("weight", row.index)}<>"")'
        return f"IF(AND({row.storey}<={plan.figure('top')},{some}),1,0)"

    def end(key: str) -> PartialFormula:
        return lambda row: (
            f'IF({storey_table.at(key, row.index)}<0,"",{storey_table.at(key, row.index)}/10000)'
        )

    def bound(key: str, rounded: str) -> PartialFormula:
        return lambda row: (
            f"IF({bounded(row)},INT({rounded.format(storey_table.at(key, row.index))}/100),{row.wished})"
            f"*{row.has}"
        )

    return FormulaTable("各层", TITLE, f.last_row + 4, plan.storeys, (
        Column("storey", "楼层", "whole", beside(storey_table, "storey")),
        Column("low", "下限（%）", "coef", end("lowest")),
        Column("high", "上限（%）", "coef", end("highest")),
        Column("chosen", "现在选的（%）", "coef", lambda r: f"{storey_table.at('weight', r.index)}/10000"),
        Column("state", "是否在区间内", "any", lambda r: _state(plan, r, bounded(r))),
        Column("proposal", "建议（%）", "coef",
               lambda r: f'IF(AND({can(plan)},{r.has}=1),{r.units}/100,"")'),
        Column("change", "建议与现在相差", "coef",
               lambda r: f'IF({r.proposal}="","",ROUND(({r.proposal}*100-{r.chosen}*100)*100,0)/10000)'),
        *gaps("gap"),
        numbered("n", "行号"),
        Column("has", "计入（1/0）", "whole", has),
        Column("least", "下限×100", "whole", bound("lowest", "({}+99)")),
        Column("most", "上限×100", "whole", bound("highest", "{}")),
        Column("wished", "现在选的×100", "whole",
               lambda r: f"ROUND({storey_table.at('weight', r.index)}/100,0)*{r.has}"),
        Column("end1", "到下限的距离", "whole", lambda r: f"{r.least}-{r.wished}"),
        Column("sum1", "移这么多时的合计", "whole", lambda r: _sum(r, r.end1)),
        Column("end2", "到上限的距离", "whole", lambda r: f"{r.most}-{r.wished}"),
        Column("sum2", "移这么多时的合计", "whole", lambda r: _sum(r, r.end2)),
        Column("start", "合计不超 100% 的最大移动", "whole", lambda r: _start(r, f.whole)),
        Column("free", "还能上移（1/0）", "whole",
               lambda r: f"IF(AND({r.has}=1,{r.wished}+{f.moved}>={r.least},"
                         f"{r.wished}+{f.moved}<{r.most}),1,0)"),
        Column("order", "能上移的第几层", "whole", lambda r: f"SUM({r.down_to('free')})*{r.free}"),
        Column("stepped", "移动后", "whole",
               lambda r: f"MIN({r.most},MAX({r.least},{r.wished}+{f.moved}))"),
        Column("units", "建议×100", "whole",
               lambda r: f"{r.stepped}+IF({r.free}=1,{f.each}+IF({r.order}<={f.rest},1,0),0)"),
    ))  # fmt: skip


def _state(plan: Plan, row: TableRow, bounded: str) -> str:
    """Whether a storey's percentage lies in its interval, as text."""
    low, high, weight = (
        plan.storey_table.at(key, row.index) for key in ("lowest", "highest", "weight")
    )
    inside = f'IF({weight}<{low},"低于区间",IF({weight}>{high},"高于区间","在区间内"))'
    found = f'IF({bounded},{inside},IF({weight}=0,"","区间待填"))'
    return f'IF({_kind(plan)}="{INTERVALS}",{found},"")'


def _kind(plan: Plan) -> str:
    """The address of the word that says what the storeys' numbers are."""
    return plan.parameter("weight_kind")


def _start(row: TableRow, whole: str) -> str:
    """The larger of a storey's two distances whose sum is at most 100%.

    The lowest distance of all gives the sum of the lower ends; if a valid choice exists, that is at
    most 100%.
    """
    return (
        f"MAX(IF({row.sum1}<={whole},{row.end1},0-{whole}),"
        f"IF({row.sum2}<={whole},{row.end2},0-{whole}))"
    )


def _sum(row: TableRow, by: str) -> str:
    """The sum of all percentages after a move by ``by``, each kept within its interval."""
    low, high, wished = (row.column(key) for key in ("least", "most", "wished"))
    moved = f"({wished}+{by})"
    return (
        f"SUMPRODUCT(({moved}<{low})*{low}+({moved}>{high})*{high}"
        f"+({moved}>={low})*({moved}<={high})*{moved})"
    )


def verdict(plan: Plan) -> str:
    """A sentence: whether the choice is valid, and if not, which one would be."""
    f, outside = figures(plan), apart(plan)
    lows, highs, sum_ = f.lows, f.highs, f.chosens
    kind = _kind(plan)
    apply = f'IF(OR({kind}<>"{PERCENTAGES}",{sum_}=100),"可以采用","须改到 100%")'
    free = f'"“参数”第五节选的是“"&{kind}&"”，不看区间；各层合计 "&{sum_}&"%，"&{apply}'
    return (
        f'=IF({kind}<>"{INTERVALS}",{free},IF({highs}=0,"区间和百分比都待填：请在“参数”第五节填写",'
        f'IF({lows}>100,"各层下限合计 "&{lows}&"%，已超过 100%：怎样选都凑不成 100%，须先改区间",'
        f'IF({highs}<100,"各层上限合计 "&{highs}&"%，不到 100%：怎样选都凑不成 100%，须先改区间",'
        f'IF(AND({outside}=0,{sum_}=100),"现在的选择在各层区间之内，合计 100%，可以采用",'
        f'"现在的选择不能采用（合计 "&{sum_}&"%，在区间外或区间待填 "&{outside}&" 层）；'
        f'最接近的一种见“建议”一栏，抄到“参数”第五节即可")))))'
    )
