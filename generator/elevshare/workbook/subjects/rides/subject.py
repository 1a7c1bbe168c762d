"""使用费 as a subject."""

from elevshare.workbook.field import Section
from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.rides import (
    bills_paper,
    fees,
    inputs,
    origins,
    reading,
    sheet,
    usage_sheet,
)


def _sections(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The sections: tariffs, and the usage of the month."""
    scheme = plan.project.scheme
    usage = inputs.usage_sections(plan.flats)
    return {"专项": inputs.special_sections(scheme), usage_sheet.TITLE: usage}


SUBJECT = Subject(
    sheets=(usage_sheet, sheet, bills_paper), sections=_sections, write_inputs=sheet.write_inputs,
    origins=origins.origins, checks=fees.checks, last=True, read_back=reading.read_back, entered=reading.entered,
    when=lambda plan: plan.prepaid,
)  # fmt: skip
