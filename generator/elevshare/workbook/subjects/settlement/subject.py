"""决算 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.settlement import inputs, paper, reading, sheet, tables

SUBJECT = Subject(
    Topic.SETTLEMENT, (sheet, paper), inputs.sections, sheet.write_inputs,
    checks=tables.checks, read_back=reading.read_back,
)  # fmt: skip
