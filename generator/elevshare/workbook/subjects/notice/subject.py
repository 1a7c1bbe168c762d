"""公示 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.notice import (
    inputs,
    inputs_table,
    paper,
    reading,
    working_days,
    working_sheet,
)

SUBJECT = Subject(
    Topic.NOTICE, (working_sheet, paper), lambda plan: {"专项": inputs.sections(plan)},
    inputs_table.write_inputs,
    checks=working_days.checks, read_back=reading.read_back,
)  # fmt: skip
