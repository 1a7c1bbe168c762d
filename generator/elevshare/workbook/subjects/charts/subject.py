"""图表 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.charts import sheet

SUBJECT = Subject(Topic.CHARTS, (sheet,))
