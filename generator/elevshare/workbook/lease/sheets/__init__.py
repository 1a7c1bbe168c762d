"""The sheets of a lease book, in their order.

Modules are called as in ``elevshare.workbook.sheets``; a sheet that is the same in both families is
the same module.
"""

from collections.abc import Iterable
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
    large,
    months,
    notice,
    notice_working,
    parameters,
    signing,
    single,
    sources,
    special,
    wechat,
)
from elevshare.workbook.subjects.ledger import receipts_paper as receipts
from elevshare.workbook.subjects.ledger import refunds_paper as refunds
from elevshare.workbook.subjects.ledger import sheet as ledger
from elevshare.workbook.subjects.ledger import working_sheet as working
from elevshare.workbook.subjects.reminders import daily_paper as daily
from elevshare.workbook.subjects.reminders import reminders_paper as reminders
from elevshare.workbook.subjects.upkeep import bills_paper as upkeep_bills
from elevshare.workbook.subjects.upkeep import sheet as upkeep

#: The sheets, each with the subject, or the subjects, without which it is left out.
_SHEETS: tuple[tuple[ModuleType, Topic | Iterable[Topic] | None], ...] = (
    (cover, None),
    (parameters, None),
    (special, special.TOPICS),
    (households, None),
    (charges, None),
    (months, None),
    (notice, Topic.NOTICE),
    (large, Topic.LARGE),
    (signing, Topic.SIGNING),
    (bills, None),
    (single, Topic.SINGLE),
    (wechat, Topic.WECHAT),
    (ledger, Topic.LEDGER),
    (collecting, Topic.LEDGER),
    (receipts, Topic.RECEIPTS),
    (refunds, Topic.RECEIPTS),
    (reminders, Topic.REMINDERS),
    (daily, Topic.REMINDERS),
    (upkeep, Topic.UPKEEP),
    (upkeep_bills, Topic.UPKEEP),
    (checks, None),
    (sources, None),
    (notice_working, Topic.NOTICE),
    (working, Topic.LEDGER),
)
#: Sheet title → the subject that a book with this sheet has.
SUBJECT_SHEETS = {sheet.TITLE: topic for sheet, topic in _SHEETS if isinstance(topic, Topic)}


def modules(plan: LeasePlan) -> tuple[ModuleType, ...]:
    """The sheet modules of a plan's book, 说明 first."""
    return tuple(sheet for sheet, topics in _SHEETS if _belongs(plan, topics))


def _belongs(plan: LeasePlan, topics: Topic | Iterable[Topic] | None) -> bool:
    """Whether a book has any of some subjects."""
    if topics is None or isinstance(topics, Topic):
        return topics is None or plan.has(topics)
    return any(plan.has(topic) for topic in topics)
