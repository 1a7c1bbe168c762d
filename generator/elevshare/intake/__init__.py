"""Read projects: from rosters, project files and options of the command line."""

from elevshare.intake.choosing import scheme_named
from elevshare.intake.flats import RosterRow, flats_from_rows
from elevshare.intake.grid import flats_from_grid
from elevshare.intake.options import project_from
from elevshare.intake.project_file import read_project
from elevshare.intake.roster import read_roster
from elevshare.intake.roster_flats import roster_flats
from elevshare.text import safe_text

__all__ = [
    "RosterRow",
    "flats_from_grid",
    "flats_from_rows",
    "project_from",
    "read_project",
    "read_roster",
    "roster_flats",
    "safe_text",
    "scheme_named",
]
