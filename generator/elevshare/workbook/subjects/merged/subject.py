"""合并 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.merged import paper

SUBJECT = Subject(Topic.MERGED, (paper,), forms=paper.forms)
