"""The parts of a roster that get a book each: its sheets, and the stairwells of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from elevshare.batch.columns import BUILDING, ENTRANCE, ESTATE, SHEET
from elevshare.intake.columns import KIND, NEEDED, TAKING_PART
from elevshare.intake.roster_rows import found_roster
from elevshare.intake.stairwells import Stairwell, called, chosen, distinct
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.files import sheets_of
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenSheet
from elevshare.intake.tables.sheet_choice import candidates
from elevshare.text import shown

_UNNAMED = Stairwell()


@dataclass(frozen=True, slots=True)
class RosterPart:
    """One part of a roster: a stairwell of a sheet; both empty where there is only one."""

    sheet: str = ""
    stairwell: Stairwell = _UNNAMED

    @property
    def named(self) -> bool:
        """Whether the stairwell has a name that a book can be called by."""
        return bool(self.stairwell.building or self.stairwell.entrance)

    @property
    def place(self) -> str:
        """The part, for messages."""
        sheet = f"工作表「{self.sheet}」" if self.sheet else ""
        return f"{sheet}{f' {self.stairwell.name} 单元' if self.named else ''}".strip()

    @property
    def texts(self) -> Mapping[str, str]:
        """The cells that a list would have for it."""
        texts = {
            SHEET: self.sheet,
            ESTATE: self.stairwell.estate,
            BUILDING: self.stairwell.building,
            ENTRANCE: self.stairwell.entrance,
        }
        return {column: text for column, text in texts.items() if text}


def roster_sheets(path: Path, choices: TableChoices) -> list[SeenSheet]:
    """The visible sheets of a file that are rosters."""
    needed = [one for one in NEEDED if one != TAKING_PART or not choices.everyone]
    sheets = sheets_of(path, KIND.name)
    return [sheet for sheet, _ in candidates(sheets, KIND, needed, choices)]


def parts_of(path: Path, sheets: Sequence[SeenSheet], choices: TableChoices) -> list[RosterPart]:
    """The parts of a roster, or only those of the stairwell that is asked for.

    Raises:
        InputError: a sheet cannot be understood, or no stairwell is called so.
    """
    found = []
    for sheet in sheets:
        title = sheet.title if len(sheets) > 1 else ""
        roster = found_roster([sheet], replace(choices, sheet=""), TableReport())
        found += [RosterPart(title, stairwell) for stairwell in roster.stairwells or [_UNNAMED]]
    asked = choices.entrance
    parts = [part for part in found if not asked or called(part.stairwell, asked)]
    if found and not parts:
        chosen(distinct(part.stairwell for part in found), choices, shown(path.name))
    return parts
