"""还款表 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.loans import inputs, sheet, tables

SUBJECT = Subject(Topic.LOANS, (sheet,), on_special(inputs.SECTIONS), checks=tables.checks)
