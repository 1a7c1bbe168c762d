"""使用费 as a subject, and 分层票价."""

from elevshare.project import Topic
from elevshare.workbook.field import Section
from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.rides import (
    bills_paper,
    fare_inputs,
    fares_table,
    fee_checks,
    inputs,
    origins,
    reading,
    sheet,
    usage_sheet,
)


def _sections(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The sections: tariffs, and the usage of the month."""
    scheme = plan.project.scheme
    usage = inputs.usage_sections(plan.flats, plan.has(Topic.FARES))
    return {"专项": inputs.special_sections(scheme), usage_sheet.TITLE: usage}


SUBJECT = Subject(
    sheets=(usage_sheet, sheet, bills_paper), sections=_sections, write_inputs=sheet.write_inputs,
    origins=origins.origins, checks=fee_checks.checks, last=True, read_back=reading.read_back, entered=reading.entered,
    forms=bills_paper.forms,
    when=lambda plan: plan.prepaid,
)  # fmt: skip


def _fares(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The section of the prices by storey."""
    return {"专项": fare_inputs.fare_sections(plan.highest)}


#: What stands besides in a book whose prices go by storey; its formulas are those of 使用费.
FARES = Subject(
    Topic.FARES, (), _fares, fares_table.write_inputs, checks=fares_table.checks, last=True,
    read_back=reading.fares,
)  # fmt: skip
