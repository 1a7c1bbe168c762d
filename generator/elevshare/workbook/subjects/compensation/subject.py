"""补偿 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.compensation import (
    inputs,
    origins,
    reading,
    sheet,
    tables,
    vouchers_paper,
)

SUBJECT = Subject(
    Topic.COMPENSATION, (sheet, vouchers_paper), on_special(inputs.SECTIONS),
    origins=origins.origins, checks=tables.checks, read_back=reading.read_back, forms=vouchers_paper.forms,
)  # fmt: skip
