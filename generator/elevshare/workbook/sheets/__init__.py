"""The sheets of a book, in the order of the work.

To add a sheet: write one module with ``TITLE``, ``ROLE``, ``ABOUT`` (its purpose in one line, for
说明) and ``write(grid, plan)``, and name it here; with ``TOPIC`` where not every book has it.
"""

from types import ModuleType

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.papers import bills, single
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import checks, cover, households, parameters, sources, special
from elevshare.workbook.subjects.cash import arrivals_sheet as arrivals
from elevshare.workbook.subjects.cash import position_sheet as cash
from elevshare.workbook.subjects.cash import spending_sheet as spending
from elevshare.workbook.subjects.changes import compared_sheet as compared
from elevshare.workbook.subjects.changes import paper as changes_paper
from elevshare.workbook.subjects.changes import sheet as changes
from elevshare.workbook.subjects.charts import sheet as charts
from elevshare.workbook.subjects.compensation import sheet as compensation
from elevshare.workbook.subjects.compensation import vouchers_paper as vouchers
from elevshare.workbook.subjects.consent import sheet as consent
from elevshare.workbook.subjects.finance import sheet as finance
from elevshare.workbook.subjects.fund import certificates_paper as certificates
from elevshare.workbook.subjects.fund import sheet as fund
from elevshare.workbook.subjects.interval import sheet as interval
from elevshare.workbook.subjects.late import sheet as late
from elevshare.workbook.subjects.ledger import collected_sheet as collecting
from elevshare.workbook.subjects.ledger import receipts_paper as receipts
from elevshare.workbook.subjects.ledger import sheet as ledger
from elevshare.workbook.subjects.loans import sheet as loans
from elevshare.workbook.subjects.notice import paper as notice
from elevshare.workbook.subjects.notice import working_sheet as notice_working
from elevshare.workbook.subjects.rides import bills_paper as ride_bills
from elevshare.workbook.subjects.rides import sheet as rides
from elevshare.workbook.subjects.rides import usage_sheet as usage
from elevshare.workbook.subjects.settlement import paper as settlement_paper
from elevshare.workbook.subjects.settlement import sheet as settlement
from elevshare.workbook.subjects.sharing import sheet as sharing
from elevshare.workbook.subjects.upkeep import bills_paper as upkeep_bills
from elevshare.workbook.subjects.upkeep import sheet as upkeep

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
