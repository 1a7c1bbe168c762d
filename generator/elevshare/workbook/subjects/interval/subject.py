"""区间 as a subject."""

from elevshare.workbook.plan import Plan
from elevshare.workbook.subject import Subject
from elevshare.workbook.subjects.interval import sheet


def _percentages(plan: Plan) -> bool:
    """Whether storeys have percentages that may be chosen within intervals."""
    return plan.project.scheme.sharing.percent and not plan.prepaid


SUBJECT = Subject(sheets=(sheet,), when=_percentages)
