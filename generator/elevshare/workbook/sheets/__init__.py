"""The sheets of a book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE``, ``ABOUT`` (its purpose in one line, for
说明) and ``write(grid, plan)``, and name it here; with ``TOPIC`` where not every book has it.
"""

from types import ModuleType

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import (
    arrivals,
    bills,
    cash,
    certificates,
    changes,
    changes_paper,
    charts,
    checks,
    collecting,
    compared,
    compensation,
    consent,
    cover,
    finance,
    fund,
    households,
    interval,
    late,
    ledger,
    loans,
    notice,
    notice_working,
    parameters,
    receipts,
    ride_bills,
    rides,
    settlement,
    settlement_paper,
    sharing,
    single,
    sources,
    special,
    spending,
    upkeep,
    upkeep_bills,
    usage,
    vouchers,
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
    fund,
    loans,
    upkeep,
    late,
    notice_working,
    notice,
    bills,
    single,
    changes,
    compared,
    changes_paper,
    ledger,
    collecting,
    spending,
    arrivals,
    cash,
    receipts,
    vouchers,
    certificates,
    upkeep_bills,
    settlement,
    settlement_paper,
    charts,
    checks,
    sources,
)
#: What a prepaid book has besides, and after which sheet.
_PREPAID: dict[ModuleType, tuple[ModuleType, ...]] = {
    households: (usage,),
    sharing: (rides,),
    bills: (ride_bills,),
}


def modules(plan: Plan) -> tuple[ModuleType, ...]:
    """The sheets of the book of a plan, 说明 first."""
    after = dict(_PREPAID) if plan.prepaid else {}
    if plan.project.scheme.sharing.percent:
        after[sharing] = (interval, *after.get(sharing, ()))
    every = (one for sheet in CONTRIBUTION for one in (sheet, *after.get(sheet, ())))
    return tuple(one for one in every if belongs(plan, one))


def belongs(plan: Accounts, sheet: ModuleType) -> bool:
    """Whether a book has a sheet: one of inputs needs some, one of a subject the subject."""
    if sheet.TITLE == special.TITLE:
        return special.TITLE in plan.sections
    return not hasattr(sheet, "TOPIC") or plan.has(sheet.TOPIC)
