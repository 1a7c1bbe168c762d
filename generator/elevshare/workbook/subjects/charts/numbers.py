"""The numbers of 图表: what storeys pay, where the money comes from, what each has paid.

They are actual amounts once everything is settled, planned amounts before.
"""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.table import Column, FormulaTable, TableRow, numbered, once, shown

TITLE = "图表"
#: The numbers are to the right of the print area.
LEFT = 12
#: The row of the first numbers.
_FIRST = 5
#: Where the money comes from, in the order of the columns.
_SOURCES = {"own": "自筹", "fund": "公积金", "subsidy": "补贴", "relief": "减免"}


@once
def storey_table(plan: Plan) -> FormulaTable:
    """The storeys, in the row order of 分摊; empty above the highest with households."""
    source = plan.storey_table
    last = _cell(source.at("flats", source.count - 1))
    return FormulaTable("一、各层", TITLE, _FIRST, plan.storeys, (
        shown("label", "楼层、金额（元）", "any",
              lambda r: f'{source.at("storey", r.index)}&" 层　"&{grouped(r.amount)}'),
        shown("amount", "本层应分摊（元）", "money", lambda r: _of_storey(plan, r.index)),
    ), lambda r: f"SUM({source.at('flats', r.index)}:{last})>0", LEFT)  # fmt: skip


def _of_storey(plan: Plan, index: int) -> str:
    """What a storey pays, in yuan."""
    planned = plan.storey_table.at("amount", index)
    if not plan.has(Topic.SETTLEMENT):
        return planned
    storeys, fen = plan.shares.all("storey_no"), settled.flats(plan).all("fen")
    sum_ = f"SUMIF({storeys},{plan.storey_table.at('storey', index)},{fen})/100"
    return f"IF({settled.figure(plan, 'ready')}=1,{sum_},{planned})"


@once
def sources(plan: Plan) -> FormulaTable:
    """The sources of the money, beside the storeys; below them their sum."""

    def fen(row: TableRow) -> str:
        key = list(_SOURCES)[row.index]
        if key == "subsidy":
            return f"({settled.actual(plan, 'subsidy')})"
        return f"SUM({flats(plan).all(key)})"

    return FormulaTable("二、资金来源", TITLE, _FIRST, len(_SOURCES), (
        Column("label", "来源、金额（元）", "any",
               lambda r: f'"{list(_SOURCES.values())[r.index]}　"&{grouped(r.amount)}'),
        Column("amount", "金额（元）", "money", lambda r: f"{fen(r)}/100"),
    ), left=LEFT + 3)  # fmt: skip


@once
def flats(plan: Plan) -> FormulaTable:
    """The households that count, without gaps: paid, unpaid, paid too much.

    The provident fund counts as paid. What a household pays itself in the end excludes relief and
    the fund; a subsidy that it pays in advance does not change this.
    """
    first = max(storey_table(plan).last, sources(plan).last + 1) + 4

    def of(row: TableRow, key: str) -> str:
        return f"INDEX({plan.shares.all(key)},{row.at})"

    def nth(row: TableRow) -> str:
        # Above the first is the head, a text, which SUM passes over.
        return f"SUM({row.previous('nth')},{plan.shares.at('valid', row.index)})"

    def due(row: TableRow) -> str:
        planned = of(row, "fen")
        if not plan.has(Topic.SETTLEMENT):
            return planned
        actual = f"INDEX({settled.flats(plan).all('fen')},{row.at})"
        return f"IF({settled.figure(plan, 'ready')}=1,{actual},{planned})"

    return FormulaTable("三、各户", TITLE, first, plan.flats, (
        shown("label", "房号　已缴／应缴（元）", "any",
              lambda r: f'{of(r, "room")}&"　"&{grouped(f"{r.got}/100")}&"／"&{grouped(f"{r.owed}/100")}'),
        shown("paid", "已缴（元）", "money", lambda r: f"MAX(0,MIN({r.got},{r.owed}))/100"),
        shown("left", "未缴（元）", "money", lambda r: f"MAX(0,{r.owed}-{r.got})/100"),
        shown("over", "多缴（元）", "money", lambda r: f"MAX(0,{r.got}-{r.owed})/100"),
        shown("relief", "减免（分）", "whole", lambda r: f"MIN({of(r, 'relief')},{r.due})"),
        shown("fund", f"{fund_word(plan)}（分）", "whole",
              lambda r: f"MIN({of(r, 'fund')},{r.due}-{r.relief})"),
        shown("own", "自筹（分）", "whole", lambda r: f"{r.due}-{r.relief}-{r.fund}"),
        shown("got", "已付（分）", "whole", lambda r: f"MAX(0,{of(r, 'fund')}+{of(r, 'paid')})"),
        shown("owed", "应缴（分）", "whole", lambda r: of(r, "owed")),
        shown("due", "应分摊（分）", "whole", due),
        numbered(),
        Column("nth", "到此有几户", "whole", nth),
        Column("at", "在“分摊”第几行", "whole",
               lambda r: f"IFERROR(MATCH({r.n},{r.column('nth')},0),0)"),
    ), lambda r: f"{r.at}>0", LEFT)  # fmt: skip


def _cell(address: str) -> str:
    """An address without its sheet."""
    return address.split("!")[1]
