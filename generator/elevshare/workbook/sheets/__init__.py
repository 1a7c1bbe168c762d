"""The sheets of a book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE``, ``ABOUT`` (its purpose in one line, for
说明) and ``write(grid, plan)``, and name it here.
"""

from types import ModuleType

from elevshare.workbook.plan import Plan
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


def modules(plan: Plan) -> tuple[ModuleType, ...]:
    """The sheets of the book of a plan, 说明 first."""
    return CONTRIBUTION
