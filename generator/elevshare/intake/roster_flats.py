"""The households of a roster, validated, with a report of what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from elevshare.intake.columns import AREA
from elevshare.intake.doubts import look_at_storeys
from elevshare.intake.flats import Expected, flats_from_rows
from elevshare.intake.roster import rows_of
from elevshare.intake.stairwells import Stairwell
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.report import TableReport, listed
from elevshare.rules.share import Flat


def roster_flats(
    path: str | Path, choices: TableChoices = ASKED_NOTHING, storeys: int | None = None
) -> tuple[TableReport, tuple[Flat, ...]]:
    """Read a roster for its own sake: whether its areas suffice only a scheme can say.

    Args:
        path: the file.
        choices: what of it is taken.
        storeys: storeys of the building, where known.

    Raises:
        InputError: it cannot be understood.
    """
    report = TableReport()
    expected = Expected(storeys, free=lambda storey: True)
    _, flats = flats_of(Path(path), choices, expected, report)
    if bare := [
        flat.room for flat in flats if flat.taking_part and not flat.area and flat.storey >= 1
    ]:
        report.look(f"参与而没有面积：{listed(bare)}；方案要这一层出资的，请先补上", AREA, bare)
    return report, flats


def flats_of(
    path: Path, choices: TableChoices, expected: Expected, report: TableReport
) -> tuple[Stairwell, tuple[Flat, ...]]:
    """The stairwell of a roster that is chosen, and its households; adds to the report.

    Raises:
        InputError: the roster cannot be understood, or an entry is wrong.
    """
    stairwell, rows = rows_of(path, choices, report)
    flats = flats_from_rows(rows, expected, report)
    look_at_storeys(flats, report)
    _sum_up(report, flats)
    return stairwell, flats


def _sum_up(report: TableReport, flats: Sequence[Flat]) -> None:
    """Add the sums of the households to a report."""
    report.households = len(flats)
    report.taking = sum(flat.taking_part for flat in flats)
    report.area = sum(flat.area for flat in flats)
    report.payout = sum(flat.payout for flat in flats)
    fixed = [flat.fixed or 0 for flat in flats if flat.pays_fixed]
    report.fixed_ones, report.fixed = len(fixed), sum(fixed)
    own = [flat for flat in flats if flat.own_weight is not None]
    report.weighed = sum(flat.taking_part and not flat.pays_fixed for flat in own)
