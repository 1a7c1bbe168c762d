"""变更 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.changes import (
    compared_sheet,
    inputs,
    paper,
    reading,
    sheet,
    words,
)

SUBJECT = Subject(
    Topic.CHANGES, (sheet, compared_sheet, paper),
    lambda plan: {sheet.TITLE: inputs.sections(plan.flats)}, checks=words.checks,
    read_back=reading.read_back,
)  # fmt: skip
