"""公积金 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.fund import certificates_paper, inputs, reading, sheet, tables

SUBJECT = Subject(
    Topic.FUND, (sheet, certificates_paper), on_special(inputs.SECTIONS), sheet.write_inputs,
    checks=tables.checks, read_back=reading.read_back, forms=certificates_paper.forms,
)  # fmt: skip
