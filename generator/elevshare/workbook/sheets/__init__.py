"""The sheets of a contribution book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE`` and ``write(grid, plan)``, and name it
here.
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
    interval,
    late,
    parameters,
    sharing,
    sources,
    special,
    upkeep,
    upkeep_bills,
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
    upkeep_bills,
    checks,
    sources,
)


def modules(plan: Plan) -> tuple[ModuleType, ...]:
    """The sheets of the book of a plan, 说明 first."""
    percent = plan.project.scheme.sharing.percent
    after = {sharing: (interval,) if percent else ()}
    return tuple(one for module in CONTRIBUTION for one in (module, *after.get(module, ())))
