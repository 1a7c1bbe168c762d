"""分摊 as a subject."""

from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.sharing import checks, inputs, origins, reading, sheet

SUBJECT = Subject(
    sheets=(sheet,),
    sections=inputs.sections,
    origins=origins.origins,
    checks=checks.checks,
    read_back=reading.read_back,
)
