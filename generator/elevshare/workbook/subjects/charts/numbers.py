"""The numbers of 图表, as formulas: what storeys pay, who pays for the lift, what each has paid.

Once all is settled they are what it has cost, else what is planned.
"""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.settlement import places as settled

TITLE = "图表"
#: The numbers stand to the right of what is printed.
LEFT = 12
#: The row of the sheet below which the first numbers stand.
_TOP = 2

FLOOR_HEADS = {"label": ("楼层", "any"), "amount": ("本层应分摊（元）", "money")}
SOURCE_HEADS = {"label": ("来源", "any"), "amount": ("金额（元）", "money")}
FLAT_HEADS = {
    "label": ("房号　已缴／应缴（元）", "any"),
    "paid": ("已缴（元）", "money"),
    "left": ("未缴（元）", "money"),
    "over": ("多缴（元）", "money"),
    "relief": ("减免（分）", "whole"),
    "fund": ("公积金（分）", "whole"),
    "own": ("自筹（分）", "whole"),
}
#: Where the money comes from, in the order of the columns.
SOURCES = {"own": "自筹", "fund": "公积金", "subsidy": "补贴", "relief": "减免"}


def floors(plan: Plan) -> Block:
    """The storeys, in step with 分摊."""
    return Block(TITLE, _TOP + 3, plan.storeys, tuple(FLOOR_HEADS), LEFT)


def sources(plan: Plan) -> Block:
    """The sources, beside the storeys; below them their sum."""
    return Block(TITLE, _TOP + 3, len(SOURCES), tuple(SOURCE_HEADS), LEFT + 3)


def flats(plan: Plan) -> Block:
    """The households, in step with 分摊."""
    first = max(floors(plan).last, sources(plan).last + 1) + 4
    return Block(TITLE, first, plan.flats, tuple(FLAT_HEADS), LEFT)


def floor_formulas(plan: Plan, row: int) -> dict[str, str]:
    """One storey's row; above the highest that has households there is nothing."""
    source, index = plan.floors, row - floors(plan).first
    above = f"SUM({source.at('flats', index)}:{_cell(source.at('flats', source.count - 1))})>0"
    return {
        "label": f'=IF({above},{source.at("storey", index)}&" 层","")',
        "amount": f'=IF({above},{_of_floor(plan, index)},"")',
    }


def _of_floor(plan: Plan, index: int) -> str:
    """What a storey pays, in yuan."""
    planned = plan.floors.at("amount", index)
    if not plan.has(Topic.SETTLEMENT):
        return planned
    storeys, fen = plan.shares.all("storey_no"), settled.flats(plan).all("fen")
    sum_ = f"SUMIF({storeys},{plan.floors.at('storey', index)},{fen})/100"
    return f"IF({settled.figure(plan, 'ready')}=1,{sum_},{planned})"


def source_formulas(plan: Plan, row: int) -> dict[str, str]:
    """One source's row."""
    key = list(SOURCES)[row - sources(plan).first]
    subsidy = settled.actual(plan, "subsidy")
    fen = f"({subsidy})" if key == "subsidy" else f"SUM({flats(plan).all(key)})"
    return {"label": SOURCES[key], "amount": f"={fen}/100"}


def flat_formulas(plan: Plan, row: int) -> dict[str, str]:
    """One household's row: nothing where there is none.

    Of what a household must pay, the provident fund counts as paid. What it pays itself in the end
    is what is neither relieved nor paid by the fund, also where it first stands in for the subsidy.
    """
    index = row - flats(plan).first
    here, due = flats(plan).on(row), settled.share(plan, index)

    def of(key: str) -> str:
        return plan.shares.at(key, index)

    def shown(formula: str) -> str:
        return f'=IF({of("valid")}=1,{formula},"")'

    got = f"MAX(0,{of('fund')}+{of('paid')})"
    words = f'"　"&TEXT({got}/100,"0.00")&"／"&TEXT({of("owed")}/100,"0.00")'
    return {
        "label": shown(f"{of('room')}&{words}"),
        "paid": shown(f"MAX(0,MIN({got},{of('owed')}))/100"),
        "left": shown(f"MAX(0,{of('owed')}-{got})/100"),
        "over": shown(f"MAX(0,{got}-{of('owed')})/100"),
        "relief": shown(f"MIN({of('relief')},{due})"),
        "fund": shown(f"MIN({of('fund')},{due}-{here('relief')})"),
        "own": shown(f"{due}-{here('relief')}-{here('fund')}"),
    }


def _cell(address: str) -> str:
    """A cell without its sheet."""
    return address.split("!")[1]
