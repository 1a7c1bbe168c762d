"""Tell which cells of a roster were written in other words than those that a book holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.intake.columns import AREA, FIXED, OWNER, STOREY, TAKING_PART
from elevshare.intake.fields.areas import number_of
from elevshare.intake.tables.report import TableReport
from elevshare.rules.share import Flat
from elevshare.text import storey_text
from elevshare.vocabulary import folded, without_unseen, words

if TYPE_CHECKING:
    from elevshare.intake.flats import RosterRow


def translate(report: TableReport, row: RosterRow, flat: Flat) -> None:
    """Add the cells of a row that say something in other words to a report."""
    storey, area = storey_text(flat.storey), row.area.strip()
    taking = "是" if flat.taking_part else "否"
    _add(report, row, STOREY, row.storey.strip().removesuffix(".0"), storey)
    if flat.area and number_of(area) != area:
        _add(report, row, AREA, area, f"{flat.area // 100}.{flat.area % 100:02d} 平方米")
    _add(report, row, TAKING_PART, row.taking_part.strip(), taking)
    _add(report, row, OWNER, without_unseen(row.owner).strip(), flat.owner or "没有业主")
    fixed = row.more.get(FIXED, "")
    if folded(fixed) in words("个别", "免交"):
        _add(report, row, FIXED, fixed.strip(), "0 元，用电梯而不出钱")


def _add(report: TableReport, row: RosterRow, column: str, before: str, after: str) -> None:
    """Add one cell; a blank one says nothing in other words."""
    if before:
        report.translate(row.where, column, before, after)
