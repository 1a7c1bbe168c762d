"""图表: all that a book has of it."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.charts import sheet

SUBJECT = Subject(Topic.CHARTS, (sheet,))
