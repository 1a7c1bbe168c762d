"""资金 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.cash import (
    arrivals_sheet,
    inputs,
    position_sheet,
    reading,
    spending_sheet,
    words,
)

SUBJECT = Subject(
    Topic.CASH, (spending_sheet, arrivals_sheet, position_sheet),
    lambda plan: {"专项": inputs.SECTIONS, **inputs.registers()}, checks=words.checks,
    entered=reading.entered,
)  # fmt: skip
