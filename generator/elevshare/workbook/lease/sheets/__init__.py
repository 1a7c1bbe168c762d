"""The sheets of a lease book, in their order.

Modules are called as in ``elevshare.workbook.sheets``; a sheet that is the same in both families is
the same module.
"""

from types import ModuleType

from elevshare.project import Topic
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
from elevshare.workbook.subjects.ledger import receipts_paper as receipts
from elevshare.workbook.subjects.ledger import sheet as ledger

#: The sheets, each with the subject without which it is left out.
_SHEETS: tuple[tuple[ModuleType, Topic | None], ...] = (
    (cover, None),
    (parameters, None),
    (special, Topic.NOTICE),
    (households, None),
    (charges, None),
    (months, None),
    (notice_working, Topic.NOTICE),
    (notice, Topic.NOTICE),
    (bills, None),
    (single, Topic.SINGLE),
    (ledger, Topic.LEDGER),
    (collecting, Topic.LEDGER),
    (receipts, Topic.RECEIPTS),
    (checks, None),
    (sources, None),
)
#: Sheet title → the subject that a book with this sheet has.
SUBJECT_SHEETS = {sheet.TITLE: topic for sheet, topic in _SHEETS if topic and sheet is not special}


def modules(plan: LeasePlan) -> tuple[ModuleType, ...]:
    """The sheet modules of a plan's book, 说明 first."""
    return tuple(sheet for sheet, topic in _SHEETS if topic is None or plan.has(topic))
