"""后加入 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.late import inputs, reading, sheet, tables

SUBJECT = Subject(
    Topic.LATE, (sheet,), on_special(inputs.SECTIONS), checks=tables.checks,
    read_back=reading.read_back,
)  # fmt: skip
