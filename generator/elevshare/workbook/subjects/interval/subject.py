"""区间: all that a book has of it."""

from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.interval import sheet

SUBJECT = Subject(sheets=(sheet,), when=lambda plan: plan.project.scheme.sharing.percent)
