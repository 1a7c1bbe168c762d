"""公示 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.papers import large, signing
from elevshare.workbook.papers.forms import listed
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.notice import (
    inputs,
    inputs_table,
    large_sheet,
    paper,
    reading,
    sentences,
    signing_sheet,
    working_days,
    working_sheet,
)

SUBJECT = Subject(
    Topic.NOTICE, (working_sheet, paper), lambda plan: {"专项": inputs.sections(plan)},
    inputs_table.write_inputs,
    checks=working_days.checks, read_back=reading.read_back,
    forms=lambda plan: {paper.TITLE: listed(sentences.lines(plan).counts.pages)},
)  # fmt: skip
LARGE = Subject(
    Topic.LARGE,
    (large_sheet,),
    forms=lambda plan: large.forms(plan, sentences.lines(plan), costs=True),
)
SIGNING = Subject(
    Topic.SIGNING,
    (signing_sheet,),
    forms=lambda plan: signing.forms(plan, sentences.lines(plan)),
)
