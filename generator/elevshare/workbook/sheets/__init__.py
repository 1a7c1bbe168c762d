"""The sheets of a contribution book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE`` and ``write(grid, plan)``, and name it
here.
"""

from types import ModuleType

from elevshare.workbook.sheets import (
    bills,
    checks,
    compensation,
    consent,
    cover,
    finance,
    households,
    late,
    parameters,
    sharing,
    sources,
    special,
    upkeep,
)

CONTRIBUTION: tuple[ModuleType, ...] = (
    cover,
    parameters,
    special,
    households,
    sharing,
    compensation,
    consent,
    finance,
    upkeep,
    late,
    bills,
    checks,
    sources,
)
