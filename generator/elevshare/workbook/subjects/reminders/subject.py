"""催缴 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.reminders import daily_paper, reminders_paper

SUBJECT = Subject(Topic.REMINDERS, (reminders_paper, daily_paper), forms=reminders_paper.forms)
