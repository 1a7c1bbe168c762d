"""运维 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.upkeep import bills_paper, figures, inputs, reading, sheet

SUBJECT = Subject(
    Topic.UPKEEP, (sheet, bills_paper), on_special(inputs.SECTIONS), sheet.write_inputs,
    checks=figures.checks, read_back=reading.read_back, forms=bills_paper.forms,
)  # fmt: skip
