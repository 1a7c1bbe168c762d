"""Find the scheme that a command, a list or a file names, by what is given of the building."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from elevshare.intake.draft import BuildingInput
from elevshare.intake.flats import Expected, flats_from_rows
from elevshare.intake.options import building_from
from elevshare.intake.project_file import read_draft
from elevshare.intake.roster_flats import flats_of
from elevshare.intake.tables.choices import ASKED_NOTHING, TableChoices
from elevshare.intake.tables.report import TableReport
from elevshare.schemes import Scheme
from elevshare.schemes.choose import choices as choices_for
from elevshare.schemes.choose import chosen
from elevshare.schemes.load import shipped, versioned


def scheme_named(
    name: str,
    *,
    storeys: str | None = None,
    areas: str | None = None,
    roster: str | None = None,
    project_file: str | None = None,
    entry: str | None = None,
    choices: TableChoices = ASKED_NOTHING,
) -> Scheme:
    """The scheme with a name; of a city with several, the one for the building that is given.

    Args:
        name: an id, a name or a city.
        storeys: the other options are those of ``project_from``.

    Raises:
        InputError: there is none, or what is given of the building does not decide.

    >>> scheme_named("上海", storeys="7", entry="平层").name
    '上海-七层平层入户'
    """
    found = choices_for(name)
    if len(found) == 1:
        return versioned(shipped(found[0].id), name)
    building = BuildingInput()
    if project_file is not None:  # what it says of the building is the same under all of them
        building = read_draft(Path(project_file), shipped(found[0].id)).building
    building = building_from(building, storeys, areas, roster, entry)
    return chosen(name, _storeys(replace(building, choices=choices)), building.entry or "")


def _storeys(building: BuildingInput) -> int:
    """The storeys as they are given, else the highest that has a household; 0 where none is known."""
    if building.storeys or not (building.roster or building.rows):
        return building.storeys
    anybody = Expected(free=lambda storey: True)
    if building.roster:
        _, flats = flats_of(building.roster, building.choices, anybody, TableReport())
    else:
        flats = flats_from_rows(building.rows, anybody)
    return int(max(flat.storey for flat in flats))  # a half storey is above the last whole one
