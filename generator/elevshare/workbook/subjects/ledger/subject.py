"""台账 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.field import Section
from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.ledger import (
    collected,
    collected_sheet,
    inputs,
    reading,
    receipts_paper,
    refunds_paper,
    sheet,
    working_sheet,
)


def _sections(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The sections: the instalments' dates, and the payments."""
    payments = inputs.sections(
        plan.flats, plan.has(Topic.RECEIPTS), reminders=plan.has(Topic.REMINDERS)
    )
    return {"专项": inputs.SCHEDULE, sheet.TITLE: payments}


SUBJECT = Subject(
    Topic.LEDGER, (sheet, working_sheet, collected_sheet), _sections, sheet.write_inputs, checks=collected.checks,
    entered=reading.entered,
)  # fmt: skip
RECEIPTS = Subject(
    Topic.RECEIPTS,
    (receipts_paper, refunds_paper),
    forms=lambda plan: receipts_paper.forms(plan) | refunds_paper.forms(plan),
)
