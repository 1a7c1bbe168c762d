"""分项 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.pools import checks, inputs, origins, reading, sheet

SUBJECT = Subject(
    Topic.POOLS, (sheet,), inputs.sections, sheet.write_inputs,
    origins=origins.origins, checks=checks.checks, read_back=reading.read_back,
)  # fmt: skip
