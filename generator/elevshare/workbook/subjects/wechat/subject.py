"""微信 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.wechat import sheet

SUBJECT = Subject(Topic.WECHAT, (sheet,))
