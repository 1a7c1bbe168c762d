"""The subjects of contribution books, in the order of 专项 and 校验.

To add a subject, make a folder with a ``subject.py``, and add its name here. ``sheets.ORDER``
decides the place of its sheets.
"""

from elevshare.project import Topic
from elevshare.workbook.papers import single
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.cash.subject import SUBJECT as CASH
from elevshare.workbook.subjects.changes.subject import SUBJECT as CHANGES
from elevshare.workbook.subjects.charts.subject import SUBJECT as CHARTS
from elevshare.workbook.subjects.compensation.subject import SUBJECT as COMPENSATION
from elevshare.workbook.subjects.consent.subject import SUBJECT as CONSENT
from elevshare.workbook.subjects.finance.subject import SUBJECT as FINANCE
from elevshare.workbook.subjects.fund.subject import SUBJECT as FUND
from elevshare.workbook.subjects.interval.subject import SUBJECT as INTERVAL
from elevshare.workbook.subjects.late.subject import SUBJECT as LATE
from elevshare.workbook.subjects.ledger.subject import RECEIPTS
from elevshare.workbook.subjects.ledger.subject import SUBJECT as LEDGER
from elevshare.workbook.subjects.loans.subject import SUBJECT as LOANS
from elevshare.workbook.subjects.merged.subject import SUBJECT as MERGED
from elevshare.workbook.subjects.notice.subject import LARGE, SIGNING
from elevshare.workbook.subjects.notice.subject import SUBJECT as NOTICE
from elevshare.workbook.subjects.others.subject import SUBJECT as OTHERS
from elevshare.workbook.subjects.pools.subject import SUBJECT as POOLS
from elevshare.workbook.subjects.reminders.subject import SUBJECT as REMINDERS
from elevshare.workbook.subjects.reserve.subject import SUBJECT as RESERVE
from elevshare.workbook.subjects.rides.subject import FARES
from elevshare.workbook.subjects.rides.subject import SUBJECT as RIDES
from elevshare.workbook.subjects.settlement.subject import SUBJECT as SETTLEMENT
from elevshare.workbook.subjects.sharing.subject import SUBJECT as SHARING
from elevshare.workbook.subjects.upkeep.subject import SUBJECT as UPKEEP
from elevshare.workbook.subjects.wechat.subject import SUBJECT as WECHAT

SUBJECTS = (
    SHARING,
    POOLS,
    OTHERS,
    INTERVAL,
    RIDES,
    FARES,
    NOTICE,
    LARGE,
    SIGNING,
    LEDGER,
    RECEIPTS,
    REMINDERS,
    Subject(Topic.SINGLE, (single,)),
    CASH,
    COMPENSATION,
    CONSENT,
    UPKEEP,
    FINANCE,
    FUND,
    RESERVE,
    LOANS,
    LATE,
    CHANGES,
    SETTLEMENT,
    CHARTS,
    WECHAT,
    MERGED,
)
