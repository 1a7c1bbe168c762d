"""The times of a scheme's rules, on 来源: when each begins and ends, and how it stands on the day.

The day is 编制日期, or where that is blank the day of making, which the recipe names, too. Nothing
here looks at a clock: a book says the same whenever it is opened.
"""

from __future__ import annotations

from elevshare.schemes.days import NOT_YET, RUN_OUT, first_day, last_day
from elevshare.workbook.field import day_number
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.origin import ARTICLE, PUBLISHER

_TITLE = "有效期（按编制日期核对；编制日期空着的按制作日期）"
_HEADS = ("规定", "有效期至", "施行", "在编制日期", "文件与条款", "代替")
_UNDATED, _VALID = "填编制日期后核对", "在有效期内"
#: How a line on 说明 ends whose rule has run out.
ADVICE = "，请核实现行的规定"
#: Rows above the first rule: title, heads, the day.
_ABOVE = 3


def write(grid: Grid, plan: Inputs, start: int) -> int:
    """Write the block from a row on; give its last row."""
    grid.put(start, 1, _TITLE, "节")
    grid.row(start + 1, 1, list(_HEADS), "表头")
    made, day = plan.number("made_on"), start + 2
    grid.put(day, 1, "核对的日期", "标签")
    grid.put(day, 2, day_number(plan.project.rules_day), "计算-date")
    grid.put(day, 3, f'=IF({made}=0,IF($B{day}="","",$B{day}),{made})', "计算-date")
    grid.put(day, 4, f'=IF($C{day}="","{_UNDATED}","")', "计算-any")
    grid.put(day, 5, "左起：制作日期（没有填编制日期时用）、现在用的日期", "标签")
    grid.put(day, 6, None, "标签")
    grid.height(day, 30)
    scheme = plan.project.scheme
    for row, (name, law) in enumerate(scheme.dated_parts, start + _ABOVE):
        part = scheme.part(name)
        grid.put(row, 1, name, "标签")
        grid.put(row, 2, day_number(last_day(law.expires)), "计算-date")
        grid.put(row, 3, day_number(first_day(law.in_force)), "计算-date")
        grid.put(row, 4, f"={_standing(row, day)}", "计算-any")
        article = f"{scheme.source(part.source).title} {part.article}"
        grid.put(row, 5, article, "标签")
        grid.put(row, 6, law.replaces or None, "标签")
        grid.height(row, 30)
        grid.fit(row, article, ARTICLE)
        grid.fit(row, law.replaces, PUBLISHER)
    last = start + _ABOVE + len(scheme.dated_parts) - 1
    grid.redden(f"$D${start + _ABOVE}:$D${last}", f'$D{start + _ABOVE}="{RUN_OUT}"')
    return last


def _standing(row: int, day: int) -> str:
    """How the rule of a row stands on the day of another row, as a formula without ``=``."""
    return (
        f'IF($C${day}="","{_UNDATED}",IF(AND($B{row}>0,$C${day}>$B{row}),"{RUN_OUT}",'
        f'IF($C${day}<$C{row},"{NOT_YET}","{_VALID}")))'
    )


def lines(plan: Inputs, start: int) -> list[str]:
    """A formula for each dated rule, which says on 说明 how it stands.

    Args:
        plan: the plan of a book.
        start: the row of 来源 on which the block begins.
    """
    found = []
    for row, (name, law) in enumerate(plan.project.scheme.dated_parts, start + _ABOVE):
        standing = f"来源!$D${row}"
        advice = f'IF({standing}="{RUN_OUT}","{ADVICE}","")'
        found.append(f'="{name}的规定（{law.period}）："&{standing}&{advice}')
    return found
