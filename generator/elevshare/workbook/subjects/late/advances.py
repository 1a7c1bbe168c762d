"""Who advanced money for those who join later: the rows on 专项, as typed and as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import Project
from elevshare.rules.late import Advance, RefundBasis
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.readings import word_of, wrong_number
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM

# The rows stand below the last joiner, whose refunds depend on them.
from elevshare.workbook.subjects.late import joiner as late
from elevshare.workbook.subjects.late.inputs import ADVANCES, TITLE, columns
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, once

if TYPE_CHECKING:
    from elevshare.workbook.subjects.late.joiner import Joiner

#: The texts of 提示, by the number in 填写情况 from 0.
PROBLEMS = (
    "",
    "√",
    "← “住户”里没有这个房号",
    "← 金额应填 0 或正数，写到分",
    "← 第几户填整数，或空着",
)


def typed(plan: Plan) -> Block:
    """The rows as typed."""
    return plan.table(ADVANCES)


@once
def table(plan: Plan) -> FormulaTable:
    """The rows as read, below the last joiner; an invalid row counts as none."""
    shares, rows = plan.shares, typed(plan)
    last = str(len(late.joiners(plan)))

    def cell(row: TableRow, key: str) -> str:
        return rows.at(key, row.index)

    def right(key: str, head: str, kind: str, formula: str, blank: str) -> Column:
        return Column(key, head, kind, lambda r: f"IF({r.problem}=1,{formula.format(r=r)},{blank})")

    def whom(row: TableRow) -> str:
        return f'IF({row.problem}=1,IF({row.joiner}=0,"每一户","第 "&{row.joiner}&" 户"),"")'

    def number(key: str, scale: int) -> Column:
        head = {"fen": "垫付（分）", "joiner": "第几户，0 为每一户"}[key]
        source = {"fen": "yuan", "joiner": "joiner"}[key]
        return Column(key, head, "whole", lambda r: (
            f"IF({r.problem}=1,ROUND(IFERROR({cell(r, source)}*{scale},0),0),0)"))  # fmt: skip

    def wrong(key: str, head: str, low: str, high: str, scale: int) -> Column:
        return Column(f"{key}_flaw", head, "whole",
                      lambda r: wrong_number(cell(r, key), low, high, scale))  # fmt: skip

    def found(row: TableRow) -> str:
        same = f"({shares.all('room')}={row.typed_room})"
        return f"SUMPRODUCT({same}*{shares.all('valid')}*{shares.all('n')})"

    return FormulaTable("垫付户（“专项”所填）", TITLE, late.joiners(plan)[-1].last + 4, rows.count, (
        numbered(),
        right("room", "房号", "any", "{r.typed_room}", '""'),
        Column("whom", "退第几户后加入的钱", "any", whom),
        right("yuan", "垫付（元）", "money", "{r.fen}/100", '""'),
        *gaps("pad1", "pad2", "pad3", "gap"),
        Column("typed_room", "所填房号", "any", lambda r: cleaned(cell(r, "room"), ROOM)),
        Column("found", "在“住户”第几户", "whole", found),
        wrong("yuan", "金额有误", "0", MAX_YUAN, 100),
        wrong("joiner", "第几户有误", "1", last, 1),
        Column("problem", "填写情况", "whole", lambda r: _problem(rows, r)),
        number("fen", 100),
        number("joiner", 1),
        Column("row", "计入第几户", "whole", lambda r: f"IF({r.problem}=1,{r.found},0)"),
    ), totals=("yuan",))  # fmt: skip


def _problem(rows: Block, row: TableRow) -> str:
    """The number of the error in a row, 0 for an empty row."""
    filled = "&".join(rows.at(key, row.index) for key in ("room", "yuan", "joiner"))
    flaws = f"IF({row.found}=0,2,IF({row.yuan_flaw}=1,3,IF({row.joiner_flaw}=1,4,1)))"
    return f'IF({filled}="",0,{flaws})'


def by_advance(joiner: Joiner) -> str:
    """Whether the joiner's payment goes to those who advanced money."""
    words = (RefundBasis.ADVANCED, RefundBasis.ALIKE)
    return "OR({})".format(",".join(f'{joiner.typed("late_basis")}="{one.value}"' for one in words))


def weight(joiner: Joiner, row: TableRow) -> str:
    """What a household advanced for a joiner, in fen; 1 or 0 if those who did are all alike."""
    rows = table(joiner.plan)
    mine = f"({rows.all('row')}={row.n})"
    his = f"(({rows.all('joiner')}={joiner.number})+({rows.all('joiner')}=0))"
    alike = f'{joiner.typed("late_basis")}="{RefundBasis.ALIKE.value}"'
    count = f"MIN(1,SUMPRODUCT({mine}*{his}))"
    return f"IF({alike},{count},SUMPRODUCT({mine}*{his}*{rows.all('fen')}))"


def check(plan: Plan) -> BookCheck:
    """The check of the rows."""
    wrong = f"SUMPRODUCT(({table(plan).all('problem')}>1)*1)"
    return BookCheck("后加入的垫付填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"',
                     "按“专项”垫付户一节右侧的提示改正：房号与“住户”写法相同，金额是 0 或正数")  # fmt: skip


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the rows on 专项."""
    block, given = typed(plan), _rows(plan.project)

    def of(index: int) -> dict[str, Value]:
        hint = word_of(table(plan).at("problem", index), PROBLEMS)
        if index >= len(given):
            return {"hint": hint}
        one, number = given[index]
        yuan = one.fen / 100 if one.fen else None
        return {"room": one.room, "yuan": yuan, "joiner": number or None, "hint": hint}

    write_rows(grid, block, columns(len(late.joiners(plan))), of)
    redden_hints(grid, block)


def _rows(project: Project) -> list[tuple[Advance, int]]:
    """Every advance with the number of its joiner from 1; 0 where it is the same of all."""
    several = [
        (one.advances, number) for number, one in enumerate(project.joinings, 1) if one.advances
    ]
    if len(several) > 1 and len({advances for advances, _ in several}) == 1:
        several = [(several[0][0], 0)]
    return [(advance, number) for advances, number in several for advance in advances]


def read_back(project: Project, typed: Typed) -> list[tuple[Advance, int]]:
    """The same of a returned book; invalid rows are left out."""
    rooms = {flat.room for flat in project.flats}
    found = []
    for row in typed.rows(ADVANCES):
        if not row.filled(("room", "yuan", "joiner")):
            continue
        room, fen, number = row.room(), row.number("yuan"), row.number("joiner")
        if room not in rooms:
            row.note("room", "“住户”里没有这个房号", "请改成与“住户”相同的写法，或清空这一行")
        elif not (fen.wrong or number.wrong):
            found.append((Advance(room, fen.units), number.units))
    return found
