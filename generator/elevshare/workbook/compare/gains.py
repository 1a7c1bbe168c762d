"""差额: how much more or less each household pays under each scheme than under the base."""

from __future__ import annotations

from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, beside, numbered, once

TITLE, ROLE = "差额", "计算"


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    rows = gains(plan)
    grid.widths(8, 14, 16, 16, 16, 16, 16, 16)
    grid.put(1, 1, "差额：其他方案与基准相比，每户多付（正）少付（负）多少分", "标题")
    grid.height(1, 28)
    others(plan).write(grid)
    rows.write(grid)
    grid.sheet.freeze_panes = f"C{rows.first}"
    grid.page(f"A1:H{rows.last}", landscape=True)


@once
def others(plan: ComparePlan) -> FormulaTable:
    """The schemes other than the base, in row k the k-th: how many pay more, how many less."""

    def of_gains(formula: str) -> PartialFormula:
        return lambda r: formula.format(gains(plan).all(f"o{r.index}"))

    def name(key: str, number: str) -> str:
        return f"INDEX({plan.schemes.all(key)},{number})"

    return FormulaTable("一、与基准相比的方案", TITLE, 5, len(plan.projects) - 1, (
        numbered(),
        Column("number", "第几个方案", "whole",
               lambda r: f"IF({r.n}>={plan.figures.base},{r.n}+1,{r.n})"),
        Column("name", "方案", "any",
               lambda r: f'{name("mark", r.number)}&" "&{name("name", r.number)}'),
        Column("more", "多付的户", "whole", of_gains('COUNTIF({},">0")')),
        Column("less", "少付的户", "whole", of_gains('COUNTIF({},"<0")')),
        Column("same", "不变的户", "whole",
               lambda r: f"SUM({plan.shares.all('valid')})-{r.more}-{r.less}"),
        Column("sum", "合计相差（分）", "whole", of_gains("SUM({})")),
    ))  # fmt: skip


@once
def gains(plan: ComparePlan) -> FormulaTable:
    """Each household's amount under the base, and the difference of each other scheme (fen)."""

    def due(number: str) -> PartialFormula:
        return lambda r: (
            f"CHOOSE({number},{','.join(part.shares.at('fen', r.index) for part in plan.parts)})"
        )

    def gain(other: int) -> Column:
        of = due(others(plan).at("number", other))
        return Column(
            f"o{other}", f"第 {other + 1} 个（分）", "whole", lambda r: f"{of(r)}-{r.base}"
        )

    return FormulaTable("二、各户", TITLE, others(plan).last + 4, plan.flats, (
        numbered(),
        Column("room", "房号", "any", beside(plan.shares, "room")),
        Column("base", "基准（分）", "whole", due(plan.figures.base)),
        *(gain(other) for other in range(others(plan).count)),
    ))  # fmt: skip
