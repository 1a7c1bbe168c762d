"""What 公示 prints, as formulas: items, storeys and households without gaps between them."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.project import MAX_COSTS
from elevshare.workbook.calc.working_days import SHEET, calendar
from elevshare.workbook.fields.field import NO
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan

#: Columns of every list: whether a row of the source is printed, where, and which one is here.
_PACKED_HEADS = {
    "n": ("序号", "whole"),
    "listed": ("要印（1/0）", "whole"),
    "seat": ("印在第几行", "whole"),
    "row": ("本行印第几项", "whole"),
}
ITEM_HEADS = {**_PACKED_HEADS, "yuan": ("金额（元）", "money"), "item": ("费用项目", "长")}
FLOOR_HEADS = {
    **_PACKED_HEADS,
    "storey": ("楼层", "whole"),
    "coefficient": ("计入系数", "fine"),
    "amount": ("本层金额（元）", "money"),
}
FLAT_HEADS = {
    **_PACKED_HEADS,
    "room": ("房号", "any"),
    "owner": ("业主（印出的）", "any"),
    "storey": ("楼层", "whole"),
    "area": ("面积㎡", "area"),
    "taking": ("参与", "any"),
    "coefficient": ("计入系数", "fine"),
    "due": ("应分摊（元）", "money"),
    "tail": ("尾差", "any"),
}
#: What the printed rows show: column → the column of the source.
_FLOOR_SHOWN = {"storey": "storey", "coefficient": "counted_coefficient", "amount": "amount"}
_FLAT_SHOWN = {key: key for key in ("room", "storey", "area", "taking", "coefficient", "due")}


def items(plan: Plan) -> Block:
    """The cost items there are."""
    return Block(SHEET, calendar(plan).last + 4, MAX_COSTS, tuple(ITEM_HEADS))


def floors(plan: Plan) -> Block:
    """The storeys that have households."""
    return Block(SHEET, items(plan).last + 4, plan.storeys, tuple(FLOOR_HEADS))


def flats(plan: Plan) -> Block:
    """The households that count."""
    return Block(SHEET, floors(plan).last + 4, plan.flats, tuple(FLAT_HEADS))


def item_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the cost items."""
    block, source = items(plan), plan.items
    here = block.on(row)
    name = f"INDEX({source.all('item')},{here('row')})"
    return {
        **_packed(block, row, f"{source.at('problem', row - block.first)}>0"),
        "item": _shown(block, row, f'IF({name}="","（没有写名称）",{name})'),
        "yuan": _shown(block, row, f"INDEX({source.all('fen')},{here('row')})/100"),
    }


def floor_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the storeys."""
    block, source = floors(plan), plan.floors
    return {
        **_packed(block, row, f"{source.at('flats', row - block.first)}>0"),
        **_copied(block, row, source, _FLOOR_SHOWN),
    }


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the households; names hide behind their first character."""
    block, source = flats(plan), plan.shares
    at = block.here("row", row)
    owner = f"INDEX({source.all('owner')},{at})"
    open_ = f'OR({owner}="",{plan.parameter("notice_mask")}="{NO}")'
    extra = f'IF(INDEX({source.all("extra")},{at})=1,"补","")'
    rest = f'IF(AND({plan.figure("rest")}>0,{plan.figure("rest_row")}={at}),"余","")'
    return {
        **_packed(block, row, f"{source.at('valid', row - block.first)}=1"),
        **_copied(block, row, source, _FLAT_SHOWN),
        "owner": _shown(block, row, f'IF({open_},{owner},LEFT({owner},1)&"**")'),
        "tail": _shown(block, row, f"{extra}&{rest}"),
    }


def _packed(block: Block, row: int, printed: str) -> dict[str, str | int]:
    """A row of the source gets the next seat if it is printed; who sits in this one."""
    here, listed = block.on(row), block.letter("listed")
    return {
        "n": row - block.first + 1,
        "listed": f"=IF({printed},1,0)",
        "seat": f"=SUM(${listed}${block.first}:${listed}{row})*{here('listed')}",
        "row": f"=IFERROR(MATCH({here('n')},{block.area('seat')},0),0)",
    }


def _copied(
    block: Block, row: int, source: Block, columns: Mapping[str, str]
) -> dict[str, str | int]:
    """The columns of a source, for whoever sits in this row."""
    at = block.here("row", row)
    return {key: _shown(block, row, f"INDEX({source.all(of)},{at})") for key, of in columns.items()}


def _shown(block: Block, row: int, formula: str) -> str:
    """Nothing in a row where nobody sits."""
    return f'=IF({block.here("row", row)}=0,"",{formula})'
