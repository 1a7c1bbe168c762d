"""Formulas of 汇总: the row of every book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.collecting.columns import AMOUNTS
from elevshare.collecting.record import State
from elevshare.workbook.field import NO, YES
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
)

if TYPE_CHECKING:
    from elevshare.collecting.plan import SummaryPlan

TITLE = "汇总"
#: Heads of the amounts in fen.
_FEN = {
    "cost": "总费用", "subsidy": "补贴", "others": "其他来源", "compensation": "补偿", "fee": "年使用费", "own_net": "簿内净额",
    "due": "各户合计", "own_due": "簿内各户", "owed": "应缴", "paid": "已缴", "left": "还欠", "over": "多缴",
    "grant": "申请补贴",
}  # fmt: skip


def table(plan: SummaryPlan) -> FormulaTable:
    """The books, below the figures."""
    levels = dict(zip(plan.level_keys, plan.levels, strict=True))
    columns = (
        *_shown(plan),
        *gaps("gap"),
        *_taken(plan),
        *(_fen(plan, key, _FEN[key]) for key in AMOUNTS),
        Column("net_fen", "净额（分）", "whole",
               lambda r: f"{r.cost_fen}-{r.subsidy_fen}-{r.others_fen}+{r.compensation_fen}"),
        *_marks(plan),
        *_lines(plan),
        *(_fen(plan, key, name) for key, name in levels.items()),
        Column("rest_fen", "未分级别（分）", "whole",
               lambda r: "-".join((r.grant_fen, *(r[f"{key}_fen"] for key in levels)))),
    )  # fmt: skip
    return FormulaTable("各单元", TITLE, plan.figures.last_row + 4, plan.returned.count, columns)


def _fen(plan: SummaryPlan, key: str, name: str) -> Column:
    """An amount of 收回 in fen."""
    return Column(f"{key}_fen", f"{name}（分）", "whole",
                  lambda r: f"ROUND({plan.returned.at(key, r.index)}*100,0)")  # fmt: skip


def _shown(plan: SummaryPlan) -> tuple[Column, ...]:
    """What is printed."""

    def read(key: str) -> PartialFormula:
        return beside(plan.returned, key)

    def name(row: TableRow) -> str:
        keys = ("estate", "building", "entrance")
        parts = [plan.returned.at(key, row.index) for key in keys]
        words = '&" "&'.join(parts)
        return f'IF({"&".join(parts)}="",{read("file")(row)},{words})'

    def yuan(key: str, head: str) -> Column:
        return Column(key, head, "money", lambda r: f"{r[f'{key}_fen']}/100")

    def count(key: str, head: str) -> Column:
        return Column(key, head, "whole", lambda r: f"{read(key)(r)}+0")

    def gap(key: str, head: str, own: str, more: PartialFormula) -> Column:
        # How much more there is than the book itself shows, empty where it shows nothing.
        return Column(key, head, "money",
                      lambda r: f'IF({read(own)(r)}="","",({more(r)})/100)')  # fmt: skip

    return (
        numbered(),
        Column("name", "小区、楼栋、单元", "any", name),
        Column("state", "核对结果", "any", lambda r: f'{read("state")(r)}&""'),
        yuan("cost", "总费用（元）"),
        yuan("subsidy", "补贴，用于建设（元）"),
        yuan("compensation", "补偿支出（元）"),
        yuan("net", "应分摊净额（元）"),
        yuan("fee", "年使用费（元）"),
        count("households", "户数"),
        count("taking", "参与"),
        yuan("owed", "应缴（元）"),
        yuan("paid", "已缴（元）"),
        yuan("left", "还欠（元）"),
        Column("take", "计入", "any", lambda r: f'IF({r["count"]}=1,"{YES}","{NO}")'),
        gap("net_gap", "净额差（元）", "own_net", lambda r: f"{r.net_fen}-{r.own_net_fen}"),
        gap("due_gap", "各户差（元）", "own_due", lambda r: f"{r.due_fen}-{r.own_due_fen}"),
    )


def _mark(key: str, head: str, condition: PartialFormula) -> Column:
    """What is to be said against a row that counts: 1 where it holds."""
    return Column(key, f"{head}（1/0）", "whole",
                  lambda r: f"IF(AND({r['count']}=1,{condition(r)}),1,0)")  # fmt: skip


def _taken(plan: SummaryPlan) -> tuple[Column, ...]:
    """Whether a row counts, and whether it should not."""

    def read(row: TableRow, key: str) -> str:
        return plan.returned.at(key, row.index)

    def flaw(row: TableRow) -> str:
        take = read(row, "take")
        return f'IF(OR({read(row, "n")}="",{take}="{YES}",{take}="{NO}"),0,1)'

    def twice(row: TableRow) -> str:
        group = read(row, "group")
        others = f"SUMIF({plan.returned.all('group')},{group},{plan.table.all('count')})"
        return f"IF(AND({row['count']}=1,{group}>0),IF({others}>1,1,0),0)"

    return (
        Column("count", "计入（1/0）", "whole", lambda r: f'IF({read(r, "take")}="{YES}",1,0)'),
        Column("flaw", "计入选错（1/0）", "whole", flaw),
        _mark("doubted", "不可信", lambda r: f'{read(r, "state")}="{State.DOUBTED.value}"'),
        _mark("draft", "簿内校验未通过", lambda r: f"{read(r, 'failed')}<>0"),
        Column("twice", "同组计了两本（1/0）", "whole", twice),
    )


def _marks(plan: SummaryPlan) -> tuple[Column, ...]:
    """Whether the amounts of a row do not agree; a leased lift has no net amount: it has fees."""

    def apart(row: TableRow) -> str:
        own = plan.returned.at("own_net", row.index)
        return f'{row.fee_fen}=0,OR({own}="",{row.net_fen}<>{row.own_net_fen})'

    def uneven(row: TableRow) -> str:
        own = plan.returned.at("own_due", row.index)
        return f'OR({own}="",{row.due_fen}<>{row.own_due_fen})'

    def sides(row: TableRow) -> str:
        return f"{row.paid_fen}+{row.left_fen}-{row.over_fen}<>{row.owed_fen}"

    return (
        _mark("apart", "净额不符", apart),
        _mark("uneven", "各户合计不符", uneven),
        _mark("unshared", "没有分完", lambda r: f"{r.fee_fen}=0,{r.due_fen}<>{r.net_fen}"),
        _mark("unbalanced", "收缴不平", sides),
        _mark("lost", "各级多于申请", lambda r: f"{r.rest_fen}<0"),
    )


def _lines(plan: SummaryPlan) -> tuple[Column, ...]:
    """Columns that choose the books on the application and number its lines."""

    def seat(row: TableRow) -> str:
        # A sum passes over the head of the column, which is a text.
        return f"SUM({row.previous('seat')},{row.listed})"

    def on_line(row: TableRow) -> str:
        found = f"MATCH({row.n},{row.column('seat')},0)"
        return f"IF({row.n}>{plan.figure('listed')},0,{found})"

    return (
        _mark("listed", "列入申请表", lambda r: f"{r.grant_fen}>0"),
        Column("seat", "申请表累计行数", "whole", seat),
        Column("on_line", "申请表这一行是第几本", "whole", on_line),
    )
