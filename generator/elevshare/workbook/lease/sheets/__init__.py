"""The sheets of a lease book, in the order of the work."""

from types import ModuleType

from elevshare.workbook.lease.sheets import (
    bills,
    charges,
    checks,
    cover,
    households,
    months,
    parameters,
    sources,
)

SHEETS: tuple[ModuleType, ...] = (
    cover,
    parameters,
    households,
    charges,
    months,
    bills,
    checks,
    sources,
)
