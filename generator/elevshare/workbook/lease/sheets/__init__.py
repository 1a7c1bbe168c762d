"""The sheets of a lease book, in the order of the work.

A sheet is named here as in ``elevshare.workbook.sheets``; those of which a lease book says nothing
of its own are the same modules.
"""

from types import ModuleType

from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.lease.sheets import (
    bills,
    charges,
    checks,
    collecting,
    cover,
    households,
    months,
    notice,
    notice_working,
    parameters,
    single,
    sources,
    special,
)
from elevshare.workbook.sheets import belongs
from elevshare.workbook.subjects.ledger import receipts_paper as receipts
from elevshare.workbook.subjects.ledger import sheet as ledger

_SHEETS: tuple[ModuleType, ...] = (
    cover,
    parameters,
    special,
    households,
    charges,
    months,
    notice_working,
    notice,
    bills,
    single,
    ledger,
    collecting,
    receipts,
    checks,
    sources,
)


def modules(plan: LeasePlan) -> tuple[ModuleType, ...]:
    """The sheets of the book of a plan, 说明 first."""
    return tuple(one for one in _SHEETS if belongs(plan, one))
