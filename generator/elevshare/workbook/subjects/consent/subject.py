"""表决 as a subject."""

from elevshare.project import Topic
from elevshare.workbook.subject import Subject, on_special
from elevshare.workbook.subjects.consent import decision, inputs, origins, sheet

SUBJECT = Subject(
    Topic.CONSENT,
    (sheet,),
    on_special(inputs.SECTIONS),
    sheet.write_inputs,
    origins=origins.origins,
    checks=decision.checks,
)
