"""Storeys, and households with a weight of their own: each is a storey of its own in the split."""

from __future__ import annotations

from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.stages import Stages
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    numbered,
)

#: The columns of a split that storeys take from the groups.
_COPIED = {"quota": "应分份数", "part": "本行权数", "sum": "权数和", "remainder": "余数",
           "extra": "补一份", "units": "份数"}  # fmt: skip


def table(
    plan: Plan, title: str, sheet: str, first: int, stages: Stages, counted: PartialFormula,
    own: PartialFormula,
) -> FormulaTable:  # fmt: skip
    """The groups of one split: a row for each storey, then a row for each household.

    ``counted`` is the counted weight of a storey, ``own`` that of a household with a weight of its
    own, both by the index of the row.
    """

    def weight(row: TableRow) -> str:
        if row.index < plan.storeys:
            return counted(row)
        return own(TableRow(plan.shares, plan.shares.first + row.index - plan.storeys))

    return FormulaTable(title, sheet, first, plan.storeys + plan.flats, (
        numbered(head="组号"),
        Column("counted", "计入系数（整数）", "whole", weight),
        *stages.storey_split(lambda r: r.counted, "counted"),
    ))  # fmt: skip


def own_weight(plan: Plan, row: TableRow, sizes: Block | None = None) -> str:
    """The counted weight of a household of its own; 0 for any other, and one without a size.

    ``sizes`` has the column size, by default 分摊.
    """
    index = row.index
    own, size = plan.shares.at("own_no", index), (sizes or plan.shares).at("size", index)
    return f"IF(AND({own}>=0,{size}>0),{own}*{plan.figure('scale')}/10000,0)"


def copied(plan: Plan) -> tuple[Column, ...]:
    """The columns of the table of storeys that show how the groups were split."""

    def of(key: str) -> PartialFormula:
        return lambda row: plan.groups.at(key, row.index)  # which stands below, not yet made

    return tuple(Column(key, head, "whole", of(key)) for key, head in _COPIED.items())
