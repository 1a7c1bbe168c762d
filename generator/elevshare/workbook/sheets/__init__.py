"""The sheets of a contribution book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE`` and ``write(grid, plan)``, and name it
here.
"""

from types import ModuleType

from elevshare.workbook.sheets import (
    bills,
    checks,
    cover,
    households,
    parameters,
    sharing,
    sources,
)

CONTRIBUTION: tuple[ModuleType, ...] = (
    cover,
    parameters,
    households,
    sharing,
    bills,
    checks,
    sources,
)
