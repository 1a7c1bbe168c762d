"""后加入 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.late import advances, checks, inputs, posted_sheet, reading, sheet

SUBJECT = Subject(
    Topic.LATE, (sheet, posted_sheet), lambda plan: {"专项": inputs.sections(plan.project)},
    advances.write_inputs, checks=checks.checks, read_back=reading.read_back,
    forms=posted_sheet.forms,
)  # fmt: skip
