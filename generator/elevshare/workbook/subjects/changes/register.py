"""The register of 变更, as typed and as read."""

from __future__ import annotations

from elevshare.rules.changes import LIMITS, OF_A_ROOM, ChangeKind
from elevshare.workbook.field import DATES
from elevshare.workbook.figures import Figures
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM
from elevshare.workbook.table import Column, PartialFormula, TableRow, gaps, numbered

#: The texts of 提示, by the number in 填写情况 from 0.
PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← 类型从下拉中选", "← 请填房号", "← “住户”里没有这个房号",
            "← 请写原因", f"← 太长印不下：原因 {LIMITS['reason']} 字，其余 {LIMITS['before']} 字")  # fmt: skip


def typed(plan: Plan) -> Block:
    """The register as typed."""
    return plan.table("changes")


def columns(plan: Plan, f: Figures) -> tuple[Column, ...]:
    """The columns of a change; ``f`` has the two versions between which changes are printed."""
    source, shares = typed(plan), plan.shares

    def cells(row: TableRow) -> dict[str, str]:
        return {key: source.at(key, row.index) for key in source.columns}

    def filled(key: str, head: str, formula: PartialFormula) -> Column:
        return Column(key, head, "any", lambda r: f'IF({r.problem}=0,"",{formula(r)})')

    def text_column(key: str, head: str) -> Column:
        return filled(key, head, lambda r: f'{source.at(key, r.index)}&""')

    def on(row: TableRow) -> str:
        cell = source.at("day", row.index)
        return f"IF({_bad_day(cell)},0,IFERROR({cell}*1,0))"

    def household(row: TableRow) -> str:
        mine = f"({shares.all('room')}={row.room})"
        return f"SUMPRODUCT({mine}*{shares.all('valid')}*{shares.all('n')})"

    def listed(row: TableRow) -> str:
        before_new = f"OR({f.to}=0,{f.until}=0,{row.on}<={f.until})"
        return f"IF(AND({row.problem}=1,{row.on}>{f.since},{before_new}),1,0)"

    return (
        numbered(),
        Column("day", "日期", "any", lambda r: f'IF({r.on}=0,"",TEXT({r.on},"yyyy-mm-dd"))'),
        filled("what", "类型、房号",
               lambda r: f'{source.at("kind", r.index)}&IF({r.room}="",""," ")&{r.room}'),
        text_column("before", "变更前"),
        text_column("after", "变更后"),
        text_column("reason", "原因"),
        *gaps("p1", "gap"),
        Column("on", "日期序号", "whole", on),
        Column("room", "房号", "any", lambda r: cleaned(source.at("room", r.index), ROOM)),
        Column("household", "第几户", "whole", household),
        Column("listed", "在所选两版之间", "whole", listed),
        Column("number", "第几条", "whole", lambda r: f"SUM({r.down_to('listed')})*{r.listed}"),
        Column("at", "表上这一行是第几条", "whole",
               lambda r: f"IFERROR(MATCH({r.n}+{f.skipped},{r.column('number')},0),0)"),
        Column("problem", "填写情况", "whole", lambda r: _problem(cells(r), r)),
    )  # fmt: skip


def _bad_day(cell: str) -> str:
    """Whether a cell is no date."""
    return f'OR({cell}="",{wrong_number(cell, *DATES, 1)}=1)'


def _problem(cell: dict[str, str], row: TableRow) -> str:
    """The number of the error in a row, 0 for an empty row."""
    filled = "&".join(cell[key] for key in ("day", "kind", "room", *LIMITS))
    kinds, of_a_room = (
        "OR(" + ",".join(f'{cell["kind"]}="{kind}"' for kind in some) + ")"
        for some in (ChangeKind, OF_A_ROOM)
    )
    room, long = row.room, ",".join(f"LEN({cell[key]})>{most}" for key, most in LIMITS.items())
    return (
        f'IF({filled}="",0,IF({row.on}=0,2,IF(NOT({kinds}),3,IF(AND({room}="",{of_a_room}),4,'
        f'IF(AND({room}<>"",{row.household}=0),5,IF({cell["reason"]}&""="",6,IF(OR({long}),7,1)))))))'
    )
