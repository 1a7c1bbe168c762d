"""A household's share as it was published before a payment: a kept version of 变更.

The present amounts are not used: they change, and a receipt must not.
"""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes import versions
from elevshare.workbook.subjects.changes.inputs import VERSIONS
from elevshare.workbook.table import TableRow


def published(plan: Accounts, row: TableRow) -> str:
    """The end of a text formula: the share of the last version published by a slip's day.

    Empty in books that keep no versions; so is the text where none has been published by then.
    """
    if not isinstance(plan, Plan) or not plan.has(Topic.CHANGES):
        return ""
    listed = versions.versions(plan)
    days = listed.all("on")
    known = f"({days}>0)*({days}<={row.day})*{listed.all('used')}"
    # Versions follow each other without gaps; where one has no date, nothing is said.
    number = f"SUMPRODUCT({known})"
    amount, state = (f"INDEX({_all(plan, key)},{row.household},{number})" for key in "fs")
    day = f'TEXT(INDEX({days},{number}),"yyyy-mm-dd")'
    said = f'"；"&{day}&" 公布的本户分摊 "&FIXED({amount}/100,2)&" 元"'
    dated = f"INDEX({days},{number})>0"
    return f'&IF({number}=0,"",IF(AND({dated},{state}=1),{said},""))'


def _all(plan: Plan, key: str) -> str:
    """The address of a column of every version, a household in each row."""
    flats = versions.flats(plan)
    last = flats.at(f"{key}{VERSIONS[-1]}", flats.count - 1).split("!")[1]
    return f"{flats.at(f'{key}{VERSIONS[0]}', 0)}:{last}"
