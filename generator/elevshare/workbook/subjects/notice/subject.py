"""公示 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.notice import (
    inputs,
    inputs_table,
    large_sheet,
    paper,
    reading,
    signing_sheet,
    working_days,
    working_sheet,
)

SUBJECT = Subject(
    Topic.NOTICE, (working_sheet, paper), lambda plan: {"专项": inputs.sections(plan)},
    inputs_table.write_inputs,
    checks=working_days.checks, read_back=reading.read_back,
)  # fmt: skip
LARGE = Subject(Topic.LARGE, (large_sheet,))
SIGNING = Subject(Topic.SIGNING, (signing_sheet,))
