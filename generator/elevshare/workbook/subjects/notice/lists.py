"""What 公示 prints, as formulas: items, storeys and households without gaps between them."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice.lines import PACKED_HEADS, copied, owner, packed, shown
from elevshare.workbook.subjects.notice.working_days import SHEET, calendar

ITEM_HEADS = {**PACKED_HEADS, "yuan": ("金额（元）", "money"), "item": ("费用项目", "长")}
FLOOR_HEADS = {
    **PACKED_HEADS,
    "storey": ("楼层", "whole"),
    "coefficient": ("计入系数", "fine"),
    "amount": ("本层金额（元）", "money"),
}
FLAT_HEADS = {
    **PACKED_HEADS,
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
        **packed(block, row, f"{source.at('problem', row - block.first)}>0"),
        "item": shown(block, row, f'IF({name}="","（没有写名称）",{name})'),
        "yuan": shown(block, row, f"INDEX({source.all('fen')},{here('row')})/100"),
    }


def floor_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the storeys."""
    block, source = floors(plan), plan.floors
    return {
        **packed(block, row, f"{source.at('flats', row - block.first)}>0"),
        **copied(block, row, source, _FLOOR_SHOWN),
    }


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one row of the households; names hide behind their first character."""
    block, source = flats(plan), plan.shares
    at = block.here("row", row)
    extra = f'IF(INDEX({source.all("extra")},{at})=1,"补","")'
    rest = f'IF(AND({plan.figure("rest")}>0,{plan.figure("rest_row")}={at}),"余","")'
    return {
        **packed(block, row, f"{source.at('valid', row - block.first)}=1"),
        **copied(block, row, source, _FLAT_SHOWN),
        "owner": owner(plan, block, row),
        "tail": shown(block, row, f"{extra}&{rest}"),
    }
