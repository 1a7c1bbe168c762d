"""差额: what every other scheme asks of a household more or less than the base."""

from __future__ import annotations

from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.table import write_table

TITLE, ROLE = "差额", "计算"

_OTHER_HEADS = {
    "n": ("序号", "whole"),
    "number": ("第几个方案", "whole"),
    "name": ("方案", "any"),
    "more": ("多付的户", "whole"),
    "less": ("少付的户", "whole"),
    "same": ("不变的户", "whole"),
    "sum": ("合计相差（分）", "whole"),
}


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(8, 14, 16, 16, 16, 16, 16, 16)
    grid.put(1, 1, "差额：其他方案与基准相比，每户多付（正）少付（负）多少分", "标题")
    grid.height(1, 28)
    write_table(grid, plan.others, "一、与基准相比的方案", _OTHER_HEADS, lambda r: _other(plan, r))
    heads = {"n": ("序号", "whole"), "room": ("房号", "any"), "base": ("基准（分）", "whole")}
    for index in range(plan.others.count):
        heads[f"o{index}"] = (f"第 {index + 1} 个（分）", "whole")
    write_table(grid, plan.gains, "二、各户", heads, lambda row: _gain(plan, row))
    grid.sheet.freeze_panes = f"C{plan.gains.first}"
    grid.page(f"A1:H{plan.gains.last}", landscape=True)


def _other(plan: ComparePlan, row: int) -> dict[str, Value]:
    """One scheme beside the base: the k-th of those that are not the base."""
    here, index = plan.others.on(row), row - plan.others.first
    column = plan.gains.all(f"o{index}")
    return {
        "n": index + 1,
        "number": f"=IF({here('n')}>={plan.figure('base')},{here('n')}+1,{here('n')})",
        "name": f"=INDEX({plan.schemes.all('mark')},{here('number')})"
        f'&" "&INDEX({plan.schemes.all("name")},{here("number")})',
        "more": f'=COUNTIF({column},">0")',
        "less": f'=COUNTIF({column},"<0")',
        "same": f"=SUM({plan.shares.all('valid')})-{here('more')}-{here('less')}",
        "sum": f"=SUM({column})",
    }


def _gain(plan: ComparePlan, row: int) -> dict[str, Value]:
    """One household's row."""
    index = row - plan.gains.first
    amounts = ",".join(part.shares.at("fen", index) for part in plan.parts)
    base = plan.gains.here("base", row)
    return {
        "n": index + 1,
        "room": f"={plan.shares.at('room', index)}",
        "base": f"=CHOOSE({plan.figure('base')},{amounts})",
        **{
            f"o{other}": f"=CHOOSE({plan.others.at('number', other)},{amounts})-{base}"
            for other in range(plan.others.count)
        },
    }
