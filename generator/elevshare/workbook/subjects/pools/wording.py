"""How a household's part of a pool is worked out, as text."""

from __future__ import annotations

from elevshare.workbook.amount_text import grouped
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.pools.tables import pool
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan, nets: Block, place: int) -> tuple[Column, ...]:
    """The columns base × own measure ÷ measure of all ≈ part, worded for the pool's way."""
    return (
        Column("base_words", "文字：基数", "any", lambda r: _base(plan, place, r, nets.at("yuan", place))),
        Column("own_words", "文字：本户", "any", lambda r: _own(plan, place, r)),
        Column("total_words", "文字：合计", "any", lambda r: _total(plan, place, r)),
        Column("words", "文字：怎么算", "any", lambda r: _words(plan, place, r)),
    )  # fmt: skip


def _words(plan: Plan, place: int, row: TableRow) -> str:
    """The part of one household; empty where it pays nothing."""
    plain = f"{row.units}*{plan.figure('unit')}"
    equals = f'IF(AND({row.remainder}=0,{row.fen}={plain}),"＝","≈")'
    return (
        f'IF({row.fen}=0,"",{pool(plan, "name", place)}&"："&{row.base_words}&"×"&{row.own_words}'
        f'&"÷"&{row.total_words}&{equals}&{grouped(f"{row.fen}/100")}&" 元")'
    )


def _base(plan: Plan, place: int, row: TableRow, whole: str) -> str:
    """The amount that a household's group shares."""
    floors = f"{pool(plan, 'floors', place)}=1"
    told = f'IF({floors},"本层 "&{grouped(row.base)},"费用 "&{grouped(whole)})&" 元"'
    return f'IF({row.fen}=0,"",{told})'


def _own(plan: Plan, place: int, row: TableRow) -> str:
    """The household's own measure."""
    by_area, named, floors, weighed = (
        pool(plan, key, place) for key in ("by_area", "named", "floors", "weighed")
    )
    measure = (
        f'IF({named}=1,"本户权数 "&{row.size}/10000,'
        f'IF({by_area}=1,{grouped(f"{row.size}/100")}&" ㎡","1 户"))'
    )
    coefficient = f'"（系数 "&{row.counted}/10000&"×"&{measure}&"）"'
    return f"IF(AND({weighed}=1,{floors}=0),{coefficient},{measure})"


def _total(plan: Plan, place: int, row: TableRow) -> str:
    """The measure of the household's group."""
    by_area, named, floors, weighed = (
        pool(plan, key, place) for key in ("by_area", "named", "floors", "weighed")
    )
    measure = (
        f'IF({named}=1,"权数合计 "&{row.sum}/10000,'
        f'IF({by_area}=1,{grouped(f"{row.sum}/100")}&" ㎡",{row.sum}&" 户"))'
    )
    # One division of whole numbers: two would leave digits like 1808.9197359999998.
    weights = f'"权数合计 "&{row.sum}/(10000*IF({by_area}=1,100,1))'
    return f"IF(AND({weighed}=1,{floors}=0),{weights},{measure})"
