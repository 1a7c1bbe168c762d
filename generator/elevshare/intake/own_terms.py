"""Households with terms of their own: what contradicts itself, and what the user should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.intake.columns import FIXED, OWN_WEIGHT, PERCENT, STOREY, TAKING_PART, TERMS
from elevshare.intake.fields.terms import has_term, is_percent
from elevshare.intake.tables.headings import bare
from elevshare.intake.tables.reading import FoundTable
from elevshare.intake.tables.report import TableReport, listed
from elevshare.rules.share import WEIGHT_SCALE, Flat
from elevshare.text import shown
from elevshare.vocabulary import ROSTER, words

if TYPE_CHECKING:
    from elevshare.intake.flats import RosterRow

_MIXED = "有的户写百分比，有的户写系数，看不出怎样分"
_ONE_WAY = f"请全部写成百分比（如 20.5%，合计 100%），或全部写成“{OWN_WEIGHT}”"


def look_at_headings(table: FoundTable) -> None:
    """Tell of columns that may be meant as households' own terms: they are left alone."""
    if any(column in table.columns for column in TERMS):
        return
    doubtful = [
        f"「{shown(text)}」" for number, text in table.heading.texts.items()
        if number not in table.columns.values() and _filled(table, number)
        and bare(ROSTER, text) in words("个别", "存疑")
    ]  # fmt: skip
    if doubtful:
        table.report.look(
            f"{''.join(doubtful)}没有用，看不出是每层的还是每户自己的；"
            f"是每户自己的，请把栏名改成 {OWN_WEIGHT}、{PERCENT} 或 {FIXED}"
        )


def _filled(table: FoundTable, number: int) -> bool:
    """Whether anything stands in a column of the sheet below the heading."""
    rows = table.sheet.rows
    return any(row >= table.heading.rows.stop and number in rows[row] for row in rows)


def by_percent(rows: Sequence[RosterRow]) -> bool:
    """Whether households state percentages: in the column for them, or with a percent sign."""
    return any(
        has_term(row.more.get(PERCENT, "")) or is_percent(row.more.get(OWN_WEIGHT, ""))
        for row in rows
    )


def mixed(rows: Sequence[RosterRow], *, stated: bool) -> Iterator[InputError]:
    """An error for the first household that has a weight where others have percentages.

    ``stated`` says that the project's households share by percentages, so that a number without a
    sign is one.
    """
    if stated or not by_percent(rows):
        return
    for row in rows:
        weight, percent = (row.more.get(column, "") for column in (OWN_WEIGHT, PERCENT))
        if has_term(weight) and (not is_percent(weight) or has_term(percent)):
            yield InputError(_MIXED, where=row.where, todo=_ONE_WAY)
            return


def with_reason(flat: Flat, rooms: list[str]) -> Flat:
    """The flat; without its reason where it has no terms to give one for: its room is noted."""
    if not flat.reason or flat.own_weight is not None or flat.fixed is not None:
        return flat
    rooms.append(flat.room)
    return replace(flat, reason="")


def look_at_terms(
    flats: Sequence[Flat], rows: Sequence[RosterRow], report: TableReport, *, percent: bool
) -> None:
    """Tell what of the households' own terms does not count, or may be meant otherwise.

    Args:
        flats: the households.
        rows: the texts of each of them.
        report: the remarks are added to it.
        percent: whether the weights are percentages of households.
    """
    payers = [flat for flat in flats if flat.taking_part]
    for what, column, rooms in (
        ("不参与而填了定额或个别系数的户，要参与了才算", TAKING_PART, _idle(flats)),
        ("又填定额又填个别系数的户，按定额，系数不算", OWN_WEIGHT, _twice(payers)),
        ("在一层以下，没有楼层系数，不填个别系数或定额就不出钱", STOREY, _bare(payers)),
        ("定额填的是 0，用电梯而不出钱，不是这样的请空着", FIXED, _zeros(flats, rows)),
    ):
        if rooms:
            report.look(f"{what}：{listed(rooms)}", column, rooms)
    if percent:
        _look_at_percentages(payers, rows, report)
    elif len(payers) > 1 and all(flat.own_weight is not None for flat in payers):
        report.look("参与的户全填了个别系数，楼层系数就都不用了；本来就是楼层系数的，请删去这一栏")


def _idle(flats: Sequence[Flat]) -> list[str]:
    """Rooms of those who stay out and have terms."""
    out = (flat for flat in flats if not flat.taking_part)
    return [flat.room for flat in out if flat.fixed or flat.own_weight is not None]


def _twice(payers: Sequence[Flat]) -> list[str]:
    """Rooms of those with a weight and a fixed sum."""
    return [flat.room for flat in payers if flat.pays_fixed and flat.own_weight is not None]


def _bare(payers: Sequence[Flat]) -> list[str]:
    """Rooms below storey 1 without terms."""
    below = (flat for flat in payers if flat.storey < 1)
    return [flat.room for flat in below if flat.own_weight is None and flat.fixed is None]


def _zeros(flats: Sequence[Flat], rows: Sequence[RosterRow]) -> list[str]:
    """Rooms whose fixed sum is a 0, which a formula or a habit may have put there."""
    return [
        flat.room for flat, row in zip(flats, rows, strict=True)
        if flat.pays_fixed and not flat.fixed and any(map(str.isdigit, row.more.get(FIXED, "")))
    ]  # fmt: skip


def _look_at_percentages(
    payers: Sequence[Flat], rows: Sequence[RosterRow], report: TableReport
) -> None:
    """Tell where percentages seem to be written as parts of 1."""
    total = sum(flat.own_weight or 0 for flat in payers if not flat.pays_fixed)
    signed = any(is_percent(row.more.get(one, "")) for row in rows for one in (OWN_WEIGHT, PERCENT))
    if total == WEIGHT_SCALE and not signed:
        report.look("各户百分比合计是 1，像是小数；20.5% 请写成 20.5 或 20.5%，不要写成 0.205")
