"""区间 as a subject."""

from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.interval import sheet

SUBJECT = Subject(sheets=(sheet,), when=lambda plan: plan.project.scheme.sharing.percent)
